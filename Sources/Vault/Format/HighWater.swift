internal import Casework
internal import Crypto

/// What this computer last saw of a record: it notices an older copy by it.
///
/// It only rises, and it is written after the log is on disk, so it can lag and never lead.
struct HighWater: Equatable {
  static let byteCount = 180
  /// The file holds the last two marks, each in a sector of its own, and the older is written over:
  /// a mark that is cut short leaves the one before it. (To replace a whole file would cost a flush
  /// of the disk on ext4, as much as keeping the note itself.)
  static let places: [UInt64] = [0, 512]

  var epoch: UInt32
  var place: LogPlace
  /// SHA-256 of `header` and of `keys`, as the log last named them.
  var headerHash: [UInt8]
  var keysHash: [UInt8]
  /// When it was noted, by this computer's clock: said to people, never reckoned with.
  var at: Moment

  func seal(vaultID: [UInt8], key: SymmetricKey) -> [UInt8] {
    var out = vaultID
    out.append(u32: epoch)
    out.append(u64: place.seq)
    out += place.head
    out.append(u64: place.size)
    out.append(u64: place.lastOffset)
    out += headerHash + keysHash
    out.append(u64: UInt64(max(0, at.milliseconds)))
    return out + Sealing.mac(key, out)
  }

  init(epoch: UInt32, place: LogPlace, headerHash: [UInt8], keysHash: [UInt8], at: Moment) {
    self.epoch = epoch
    self.at = at
    self.place = place
    self.headerHash = headerHash
    self.keysHash = keysHash
  }

  /// The newest mark in a file, and where the next one goes; nil when there is none of this vault.
  static func newest(
    in file: [UInt8],
    vaultID: [UInt8],
    key: SymmetricKey
  ) -> (mark: HighWater, next: UInt64)? {
    let marks = places.compactMap { place in
      HighWater(Array(file.dropFirst(Int(place)).prefix(byteCount)), vaultID: vaultID, key: key)
        .map { (mark: $0, place: place) }
    }
    guard let newest = marks.max(by: { $0.mark.place.seq < $1.mark.place.seq }) else { return nil }
    return (newest.mark, places.first { $0 != newest.place } ?? 0)
  }

  /// Reads a mark of this vault; nil when it is not one that this reader wrote.
  init?(_ bytes: [UInt8], vaultID: [UInt8], key: SymmetricKey) {
    guard bytes.count == HighWater.byteCount, Array(bytes[..<16]) == vaultID,
      Sealing.isMAC(bytes[148...], key, bytes[..<148]),
      // The last frame lies in the log, and the log in a file.
      bytes.u64(68) <= bytes.u64(60), bytes.u64(60) <= UInt64(Int64.max),
      let at = Int64(exactly: bytes.u64(140))
    else { return nil }
    epoch = bytes.u32(16)
    place = LogPlace(
      seq: bytes.u64(20),
      head: Array(bytes[28..<60]),
      size: bytes.u64(60),
      lastOffset: bytes.u64(68)
    )
    headerHash = Array(bytes[76..<108])
    keysHash = Array(bytes[108..<140])
    self.at = Moment(milliseconds: at)
  }
}
