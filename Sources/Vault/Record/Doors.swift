internal import Crypto

/// A header that a passphrase or recovery key opened, and the keys it leads to.
struct Unlocked {
  let header: Header
  let roots: Roots
  /// The slot that was opened: it opens the next header too, as long as the slot is in it.
  let own: SlotKey
  let codec: FrameCodec
  let hash: String

  init(_ header: Header, _ roots: Roots, own: SlotKey) throws(VaultError) {
    self.header = header
    self.roots = roots
    self.own = own
    hash = header.hash
    codec = FrameCodec(
      vaultID: header.vaultID,
      verifier: header.verifier,
      epochs: try header.epochs(roots)
    )
  }
}

/// The headers that lie in a record's folder, and the secret that is tried at them.
///
/// Up to three whole ones lie there while they are being replaced. Which of them counts is what the
/// log says: here they are only found and opened.
struct Doors {
  let places: Places
  let disk: any Disk
  /// What scrypt gave, by salt and cost: these never change in place, so one is enough.
  private var stretched: [[UInt8]: SymmetricKey] = [:]

  init(_ places: Places, _ disk: any Disk) {
    self.places = places
    self.disk = disk
  }

  /// Whole headers, signed by the key in themselves, each once; the highest generation first.
  ///
  /// Read in the order in which a writer gives names away, so that none is missed in between.
  static func headers(
    _ places: Places,
    _ disk: any Disk
  ) -> (found: [Header], fault: VaultError?) {
    var found: [Header] = []
    var fault: VaultError?
    for path in [places.header + ".new", places.header, places.header + ".bak"]
    where disk.isThere(path) {
      do {
        let bytes = try disk.read(path)
        if found.contains(where: { $0.bytes == bytes }) { continue }
        do {
          found.append(try Header(bytes))
        } catch {
          // A new header that was never finished is nobody's.
          if path != places.header + ".new" { fault = fault ?? error }
        }
      } catch {
        fault = fault ?? .unreadable(what: "header", errno: error.code)
      }
    }
    let sorted = found.enumerated().sorted {
      ($1.element.generation, $0.offset) < ($0.element.generation, $1.offset)
    }
    return (sorted.map(\.element), fault)
  }

  /// Opens the newest header that the secret opens.
  ///
  /// - Throws: ``VaultError/wrongPassphrase`` when it opens none.
  mutating func open(
    derive: (Header) throws(VaultError) -> SymmetricKey
  ) throws(VaultError) -> Unlocked {
    let (found, fault) = Doors.headers(places, disk)
    guard let first = found.first else { throw fault ?? .noRecord }
    // A header with another salt is somebody else's: it is tried last, since it costs a derivation.
    let usual = (try? disk.read(places.header)).flatMap { try? Header($0) } ?? first
    let own = found.filter { Doors.cost($0) == Doors.cost(usual) }
    var tampered: VaultError?
    for header in own + found.filter({ Doors.cost($0) != Doors.cost(usual) }) {
      if stretched[Doors.cost(header)] == nil {
        stretched[Doors.cost(header)] = try derive(header)
      }
      do {
        return try unlock(header)
      } catch {
        if error != .wrongPassphrase { tampered = tampered ?? error }
      }
    }
    throw tampered ?? (isOlderThanSeen(found) ? .olderHeader : .wrongPassphrase)
  }

  /// Opens one header with what was derived.
  ///
  /// - Throws: ``VaultError/wrongPassphrase`` when it does not, or has another salt.
  func unlock(_ header: Header) throws(VaultError) -> Unlocked {
    guard let key = stretched[Doors.cost(header)] else { throw .wrongPassphrase }
    let (roots, own) = try header.unlock(key)
    return try Unlocked(header, roots, own: own)
  }

  private static func cost(_ header: Header) -> [UInt8] { Array(header.bytes[112..<160]) }

  /// True when this computer's mark tells of a later epoch than any header here.
  ///
  /// Without a way in the mark's own code cannot be checked: it only chooses what is said.
  private func isOlderThanSeen(_ found: [Header]) -> Bool {
    found.contains { header in
      guard let marks = try? disk.read(places.highWater(header.vaultID)) else { return false }
      return HighWater.places.contains { place in
        let mark = marks.dropFirst(Int(place)).prefix(HighWater.byteCount)
        return mark.count == HighWater.byteCount && mark.u32(16) > found.map(\.epoch).max() ?? 0
      }
    }
  }
}
