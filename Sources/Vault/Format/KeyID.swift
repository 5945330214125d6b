/// What a frame names its key by: 16 bytes, of which `keys` makes two a child at random.
struct KeyID: Hashable {
  /// Of frames that belong to no child.
  static let none = KeyID(high: 0, low: 0)

  private let high: UInt64
  private let low: UInt64

  private init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// From its bytes; nil unless there are 16.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    self.init(high: bytes.u64(0), low: bytes.u64(8))
  }

  /// Made of random numbers.
  init(entropy: Entropy) {
    let bytes = entropy.bytes(16)
    self.init(high: bytes.u64(0), low: bytes.u64(8))
  }

  /// The 16 bytes.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16)
    bytes.append(u64: high)
    bytes.append(u64: low)
    return bytes
  }

  /// From lower-case hexadecimal; nil for anything else.
  init?(hex: ArraySlice<UInt8>) {
    guard hex.count == 32 else { return nil }
    var halves: (UInt64, UInt64) = (0, 0)
    var count = 0
    for digit in hex {
      let value: UInt8
      switch digit {
      case 48...57: value = digit - 48
      case 97...102: value = digit - 87
      default: return nil
      }
      // As the bytes have it: the first byte of a half is its lowest.
      let shift = UInt64((count % 16 / 2) * 8 + (count % 2 == 0 ? 4 : 0))
      if count < 16 {
        halves.0 |= UInt64(value) << shift
      } else {
        halves.1 |= UInt64(value) << shift
      }
      count += 1
    }
    self.init(high: halves.0, low: halves.1)
  }
}

extension KeyID: Encodable, CustomStringConvertible {
  /// Lower-case hexadecimal.
  var description: String { bytes.hex }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
