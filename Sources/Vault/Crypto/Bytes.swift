internal import Foundation

/// Little-endian integers and hexadecimal over plain byte arrays.
extension Array where Element == UInt8 {
  mutating func append(u32 value: UInt32) {
    for shift in stride(from: 0, to: 32, by: 8) {
      append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  mutating func append(u64 value: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  /// Reads hexadecimal of exactly `count` bytes; nil for anything else.
  init?(hex: String, count: Int) { self.init(hex: Array(hex.utf8)[...], count: count) }

  /// Reads hexadecimal of exactly `count` bytes; nil for anything else.
  init?(hex: ArraySlice<UInt8>, count: Int) {
    guard hex.count == count * 2 else { return nil }
    self = []
    reserveCapacity(count)
    var high: UInt8?
    for digit in hex {
      let value: UInt8
      switch digit {
      case 48...57: value = digit - 48
      case 97...102: value = digit - 87
      default: return nil
      }
      if let first = high {
        append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
  }
}

/// The four bytes of a number, little-endian.
func little(_ value: UInt32) -> [UInt8] {
  var out: [UInt8] = []
  out.append(u32: value)
  return out
}

extension Collection where Element == UInt8, Index == Int {
  /// The number at an offset from the start.
  func u32(_ offset: Int) -> UInt32 {
    var value: UInt32 = 0
    for i in (0..<4).reversed() { value = value << 8 | UInt32(self[startIndex + offset + i]) }
    return value
  }

  /// The number at an offset from the start.
  func u64(_ offset: Int) -> UInt64 {
    var value: UInt64 = 0
    for i in (0..<8).reversed() { value = value << 8 | UInt64(self[startIndex + offset + i]) }
    return value
  }

  /// The number at an offset from the start.
  func u16(_ offset: Int) -> UInt16 {
    UInt16(self[startIndex + offset]) | UInt16(self[startIndex + offset + 1]) << 8
  }

  /// Lower-case hexadecimal.
  var hex: String {
    let digits = Array<UInt8>("0123456789abcdef".utf8)
    var out: [UInt8] = []
    out.reserveCapacity(count * 2)
    for byte in self {
      out.append(digits[Int(byte >> 4)])
      out.append(digits[Int(byte & 15)])
    }
    return String(decoding: out, as: UTF8.self)
  }
}
