internal import Crypto

/// What this computer last saw of a record: it notices an older copy by it.
///
/// It only rises, and it is written after the log is on disk, so it can lag and never lead.
struct HighWater: Equatable {
  static let byteCount = 172

  var epoch: UInt32
  var place: LogPlace
  /// SHA-256 of `header` and of `keys`, as the log last named them.
  var headerHash: [UInt8]
  var keysHash: [UInt8]

  func seal(vaultID: [UInt8], key: SymmetricKey) -> [UInt8] {
    var out = vaultID
    out.append(u32: epoch)
    out.append(u64: place.seq)
    out += place.head
    out.append(u64: place.size)
    out.append(u64: place.lastOffset)
    out += headerHash + keysHash
    return out + Sealing.mac(key, out)
  }

  init(epoch: UInt32, place: LogPlace, headerHash: [UInt8], keysHash: [UInt8]) {
    self.epoch = epoch
    self.place = place
    self.headerHash = headerHash
    self.keysHash = keysHash
  }

  /// Reads a mark of this vault; nil when it is not one that this reader wrote.
  init?(_ bytes: [UInt8], vaultID: [UInt8], key: SymmetricKey) {
    guard bytes.count == HighWater.byteCount, Array(bytes[..<16]) == vaultID,
      Sealing.isMAC(bytes[140...], key, bytes[..<140])
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
  }
}
