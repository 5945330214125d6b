/// The second way into a record: 128 random bits on paper, in an envelope.
///
/// 26 characters of Crockford's base32 and 2 that check them, shown in seven groups of four.
public struct RecoveryKey: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
  /// The 26 characters without the check, upper case.
  let characters: String

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// A new key.
  public init(random entropy: Entropy) {
    var value = entropy.bytes(16)
    var digits: [UInt8] = []
    // Base 32 from the low end: 130 bits, of which the two highest are zero.
    for _ in 0..<26 {
      var rest = 0
      for at in value.indices {
        let part = rest << 8 | Int(value[at])
        value[at] = UInt8(part / 32)
        rest = part % 32
      }
      digits.append(RecoveryKey.alphabet[rest])
    }
    characters = String(decoding: digits.reversed(), as: UTF8.self)
  }

  /// Reads a key as somebody types it: any case, with spaces or hyphens, O for 0, I or L for 1.
  ///
  /// - Returns: Nil when it is not one, or when the check characters do not fit.
  public init?(typed: String) {
    var digits: [UInt8] = []
    for scalar in typed.unicodeScalars where scalar != " " && scalar != "-" {
      guard scalar.isASCII, digits.count < 28 else { return nil }
      var byte = UInt8(truncatingIfNeeded: scalar.value)
      if (97...122).contains(byte) { byte -= 32 }
      if byte == UInt8(ascii: "O") { byte = UInt8(ascii: "0") }
      if byte == UInt8(ascii: "I") || byte == UInt8(ascii: "L") { byte = UInt8(ascii: "1") }
      guard RecoveryKey.alphabet.contains(byte) else { return nil }
      digits.append(byte)
    }
    guard digits.count == 28, digits[0] <= UInt8(ascii: "7") else { return nil }
    characters = String(decoding: digits[..<26], as: UTF8.self)
    guard Array(digits[26...]) == Array(RecoveryKey.check(characters).utf8) else { return nil }
  }

  /// Seven groups of four characters: what is printed and typed back.
  public var shown: String {
    let all = Array(characters + RecoveryKey.check(characters))
    return stride(from: 0, to: 28, by: 4).map { String(all[$0..<$0 + 4]) }.joined(separator: "-")
  }

  /// Never the key.
  public var description: String { "[hidden]" }

  /// Never the key.
  public var customMirror: Mirror { Mirror(self, children: []) }

  /// The first ten bits of a hash, as two characters.
  private static func check(_ characters: String) -> String {
    let hash = Sealing.hash(.recoveryCheck, Array(characters.utf8))
    let bits = Int(hash[0]) << 2 | Int(hash[1] >> 6)
    return String(decoding: [alphabet[bits >> 5], alphabet[bits & 31]], as: UTF8.self)
  }
}
