/// The identity of an entry: a UUIDv7 in lower case, shown to people as its last six digits.
public struct EntryID: Sendable, Hashable, Codable, RawRepresentable {
  /// The UUID as text, lower case with hyphens.
  public var rawValue: String

  /// Wraps a UUID's text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The last six digits, as the screen and the command line show it.
  public var short: String { String(rawValue.suffix(6)) }
}

/// The identity of a child: a UUIDv7 in lower case, never shown.
public struct ChildID: Sendable, Hashable, Codable, RawRepresentable {
  /// The UUID as text, lower case with hyphens.
  public var rawValue: String

  /// Wraps a UUID's text.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// Makes UUIDv7 texts (RFC 9562 §5.7) from a moment and random bytes that are passed in.
public enum UUIDv7 {
  /// The UUID of a moment.
  ///
  /// - Parameters:
  ///   - moment: Its first 48 bits are the milliseconds.
  ///   - random: Where the other 74 bits come from.
  /// - Returns: 36 characters, lower case.
  public static func make(at moment: Moment, random: inout some RandomNumberGenerator) -> String {
    let time = UInt64(max(0, moment.milliseconds)) & 0xFFFF_FFFF_FFFF
    let a = (time << 16) | 0x7000 | (random.next() & 0x0FFF)
    let b = (random.next() & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000
    func hex(_ value: UInt64, _ digits: Int) -> String {
      let text = String(value, radix: 16)
      return String(repeating: "0", count: digits - text.count) + text
    }
    return [
      hex(a >> 32, 8), hex((a >> 16) & 0xFFFF, 4), hex(a & 0xFFFF, 4), hex(b >> 48, 4),
      hex(b & 0xFFFF_FFFF_FFFF, 12),
    ].joined(separator: "-")
  }
}
