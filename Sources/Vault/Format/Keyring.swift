internal import Casework
internal import Crypto
internal import Foundation

/// The file `keys`: one child's keys a row, and the guardian's own part.
///
/// A part all readers may open (A) and one only the guardian may (G). Without a child's row, nothing
/// that was ever written about the child can be read.
struct Keyring {
  /// One child's row of part A.
  struct Child: Equatable {
    enum State: String, Encodable {
      case live, held, erased
    }
    var id: ChildID
    var ref: String
    var keyID: KeyID
    var restrictedKeyID: KeyID
    /// Nil once erased.
    var key: SymmetricKey?
    var names: [String]
    var state: State
  }

  /// A child's row as the file has it: keys in hexadecimal.
  private struct Row: Encodable {
    let id: ChildID
    let ref: String
    let keyID: KeyID
    let restrictedKeyID: KeyID
    let key: String?
    let names: [String]
    let state: Child.State

    init(_ child: Child) {
      id = child.id
      ref = child.ref
      keyID = child.keyID
      restrictedKeyID = child.restrictedKeyID
      key = child.key.map { Sealing.bytes(of: $0).hex }
      names = child.names
      state = child.state
    }
  }

  private struct PartA: Encodable {
    var children: [Row]
    var zone: String?
  }

  private struct PartG: Encodable {
    struct Restricted: Encodable {
      var keyID: KeyID
      var key: String
    }
    var restricted: [Restricted]
    var slots: [Way]
  }

  /// One slot of the header, so that it can be sealed again without asking anybody.
  struct Way: Encodable, Equatable {
    /// 16 bytes, hexadecimal.
    var slotID: String
    /// What the slot is sealed to: X25519, 32 bytes, hexadecimal.
    var publicKey: String
    /// When this way in was made.
    var since: Moment?
  }

  /// What a key ID in a frame stands for.
  struct Use {
    let child: ChildID
    let isRestricted: Bool
    /// Nil once the child was erased.
    let key: SymmetricKey?
  }

  /// Where a key ID stands.
  private struct Place {
    let row: Int
    let isRestricted: Bool
  }

  private(set) var generation: UInt64
  /// SHA-256 of the file that it was read from or sealed into, hexadecimal; empty before.
  private(set) var hash = ""
  private(set) var children: [Child] = []
  /// The zone of the record's days, for a note that reads no more than `keys`.
  var zone: String?
  /// By slot ID, hexadecimal.
  var ways: [String: Way] = [:]
  private var restrictedKeys: [KeyID: SymmetricKey] = [:]
  private var uses: [KeyID: Place] = [:]
  private var rows: [ChildID: Int] = [:]

  /// An empty keyring of generation 0; the first that is written is 1.
  init() { generation = 0 }

  // MARK: Asking

  func use(of keyID: [UInt8]) -> Use? {
    guard let place = KeyID(keyID).flatMap({ uses[$0] }) else { return nil }
    let row = children[place.row]
    let key = place.isRestricted ? restrictedKeys[row.restrictedKeyID] : row.key
    return Use(child: row.id, isRestricted: place.isRestricted, key: key)
  }

  func child(_ id: ChildID) -> Child? { rows[id].map { children[$0] } }

  func child(ref: String) -> Child? {
    children.first { $0.ref.caseInsensitiveCompare(ref) == .orderedSame }
  }

  // MARK: Changing

  /// Gives a child keys of its own.
  mutating func open(_ id: ChildID, ref: String, names: [String], entropy: Entropy) {
    let row = LockedMemory.hold {
      Child(
        id: id,
        ref: ref,
        keyID: KeyID(entropy: entropy),
        restrictedKeyID: KeyID(entropy: entropy),
        key: SymmetricKey(data: entropy.bytes(32)),
        names: names,
        state: .live
      )
    }
    restrictedKeys[row.restrictedKeyID] = LockedMemory.hold {
      SymmetricKey(data: entropy.bytes(32))
    }
    children.append(row)
    index()
  }

  /// Takes out a row under which nothing was ever written.
  mutating func forget(_ id: ChildID) {
    guard let row = child(id) else { return }
    restrictedKeys[row.restrictedKeyID] = nil
    children.removeAll { $0.id == id }
    index()
  }

  /// Adds names that a child can be found by.
  ///
  /// - Returns: False when all were there.
  mutating func add(names: [String], to id: ChildID) -> Bool {
    guard let at = rows[id] else { return false }
    let fresh = names.filter { !children[at].names.contains($0) }
    children[at].names += fresh
    return !fresh.isEmpty
  }

  private mutating func index() {
    uses = Dictionary(minimumCapacity: 2 * children.count)
    rows = Dictionary(minimumCapacity: children.count)
    for (at, row) in children.enumerated() {
      rows[row.id] = at
      uses[row.keyID] = Place(row: at, isRestricted: false)
      uses[row.restrictedKeyID] = Place(row: at, isRestricted: true)
    }
  }

  // MARK: The file

  private static let magic = Array("MSK1".utf8)

  /// The bytes of the next generation.
  mutating func seal(
    roots: Roots,
    keys: EpochKeys,
    entropy: Entropy
  ) throws(VaultError) -> [UInt8] {
    // With random numbers that repeat, two keys could bear one ID: better no act than no record.
    guard Keyring.areSound(children, restricted: Set(restrictedKeys.keys)) else {
      throw .unacceptable(reason: "keys")
    }
    generation += 1
    let partA = PartA(children: children.map(Row.init), zone: zone)
    let partG = PartG(
      restricted: restrictedKeys.sorted { $0.key.description < $1.key.description }.map {
        PartG.Restricted(keyID: $0.key, key: Sealing.bytes(of: $0.value).hex)
      },
      slots: ways.values.sorted { $0.slotID < $1.slotID }
    )
    var out = Keyring.magic
    out.append(u64: generation)
    out.append(u32: keys.epoch)
    for (part, name, key) in [
      (try Keyring.json(partA), KeyName.keysA, keys.keyring),
      (try Keyring.json(partG), KeyName.keysG, roots.guardianOnly(keys)),
    ] {
      // Hedged like a frame's: a repeated random number alone repeats no nonce, also where only what
      // the part is bound to differs.
      let seed = Array(
        Sealing.mac(keys.nonce, entropy.bytes(32) + name.label + out + part)[..<24]
      )
      out += seed
      out.append(u32: UInt32(part.count))
      let keyAndNonce = Sealing.derive(key, name, seed, count: 44)
      out += try Sealing.seal(part, under: keyAndNonce, with: out + roots.vaultID)
    }
    guard let signature = roots.sign(.signKeys, roots.vaultID + out) else {
      throw .tampered(what: "seed")
    }
    out += signature
    hash = Sealing.sha256(out).hex
    return out
  }

  /// Opens a file; every byte of it is signed.
  ///
  /// - Throws: ``VaultError/tampered(what:)``.
  init(
    _ bytes: [UInt8],
    roots: Roots,
    verifier: Verifier,
    epochs: [UInt32: EpochKeys]
  ) throws(VaultError) {
    guard bytes.count > 16 + 2 * 44 + 64, Array(bytes[..<4]) == Keyring.magic,
      verifier.isSigned(bytes.suffix(64), .signKeys, roots.vaultID + bytes.dropLast(64)),
      let keys = epochs[bytes.u32(12)]
    else { throw .tampered(what: "keys") }
    generation = bytes.u64(4)
    let end = bytes.count - 64
    var at = 16
    var parts: [[UInt8]] = []
    for (name, key) in [(KeyName.keysA, keys.keyring), (.keysG, roots.guardianOnly(keys))] {
      guard at + 28 <= end else { throw .tampered(what: "keys") }
      let length = Int(bytes.u32(at + 24))
      let from = at + 28
      guard length % 4096 == 0, from + length + 16 <= end else { throw .tampered(what: "keys") }
      let keyAndNonce = Sealing.derive(key, name, Array(bytes[at..<at + 24]), count: 44)
      guard
        let part = Sealing.open(
          bytes[from..<from + length + 16],
          under: keyAndNonce,
          with: bytes[..<from] + roots.vaultID
        ), let text = Padding.strip(part)
      else { throw .tampered(what: "keys") }
      parts.append(text)
      at = from + length + 16
    }
    guard at == end, parts.allSatisfy(JSONForm.isSound) else { throw .tampered(what: "keys") }
    // What the rows hold lives as long as the record is open.
    let read = LockedMemory.hold {
      (a: KeyringRows(parts[0]).readers(), g: KeyringRows(parts[1]).guardians())
    }
    guard let a = read.a, let g = read.g,
      Keyring.areSound(a.children, restricted: Set(g.restricted.map(\.keyID)))
    else { throw .tampered(what: "keys") }
    children = a.children
    zone = a.zone
    for row in g.restricted {
      restrictedKeys[row.keyID] = row.key
    }
    for row in g.ways {
      guard [UInt8](hex: row.slotID, count: 16) != nil,
        [UInt8](hex: row.publicKey, count: 32) != nil, ways[row.slotID] == nil
      else { throw .tampered(what: "keys") }
      ways[row.slotID] = row
    }
    hash = Sealing.sha256(bytes).hex
    index()
    guard restrictedKeys.count == g.restricted.count else { throw .tampered(what: "keys") }
  }

  private static func json(_ part: some Encodable) throws(VaultError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(part) else { throw .unacceptable(reason: "keys") }
    return Padding.pad(Array(data), to: 4096)
  }
}

/// Length in front, zeros behind: what is sealed says nothing by its size.
enum Padding {
  /// `u32 length ‖ bytes ‖ zeros`, up to a multiple of `block`.
  static func pad(_ bytes: [UInt8], to block: Int) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + block + 4)
    out.append(u32: UInt32(bytes.count))
    out += bytes
    out += [UInt8](repeating: 0, count: (block - out.count % block) % block)
    return out
  }

  /// What ``pad(_:to:)`` was given; nil when the length or the zeros are not as it makes them.
  static func strip(_ padded: [UInt8]) -> [UInt8]? {
    guard padded.count >= 4 else { return nil }
    let length = Int(padded.u32(0))
    guard length <= padded.count - 4, padded[(4 + length)...].allSatisfy({ $0 == 0 }) else {
      return nil
    }
    return Array(padded[4..<4 + length])
  }
}
