/// Decodes UTF-8 one byte at a time; what is not UTF-8 becomes U+FFFD and costs nothing that follows.
nonisolated struct UTF8Decoder {
  private var value: UInt32 = 0
  private var missing = 0
  /// What the next byte must lie in; narrower after leads that begin overlong forms or surrogates.
  private var next: ClosedRange<UInt8> = 0x80...0xBF

  /// True between a lead byte and the end of its character.
  var isInside: Bool { missing > 0 }

  /// Takes a byte that is above ASCII, or any byte inside a character.
  ///
  /// - Parameter byte: The byte.
  /// - Returns: What it completes, and whether the byte itself must be looked at again.
  mutating func take(_ byte: UInt8) -> (scalars: [Unicode.Scalar], again: Bool) {
    if missing > 0 {
      guard next.contains(byte) else {
        missing = 0
        return (["\u{FFFD}"], true)
      }
      value = value << 6 | UInt32(byte & 0x3F)
      missing -= 1
      next = 0x80...0xBF
      guard missing == 0 else { return ([], false) }
      return ([Unicode.Scalar(value) ?? "\u{FFFD}"], false)
    }
    switch byte {
    case 0xC2...0xDF: begin(byte & 0x1F, missing: 1)
    case 0xE0: begin(0, missing: 2, next: 0xA0...0xBF)
    case 0xED: begin(0x0D, missing: 2, next: 0x80...0x9F)
    case 0xE1...0xEF: begin(byte & 0x0F, missing: 2)
    case 0xF0: begin(0, missing: 3, next: 0x90...0xBF)
    case 0xF1...0xF3: begin(byte & 0x07, missing: 3)
    case 0xF4: begin(4, missing: 3, next: 0x80...0x8F)
    default: return (["\u{FFFD}"], false)
    }
    return ([], false)
  }

  /// The character that has begun will not be finished.
  mutating func finish() -> [Unicode.Scalar] {
    defer { missing = 0 }
    return isInside ? ["\u{FFFD}"] : []
  }

  private mutating func begin(
    _ bits: UInt8,
    missing: Int,
    next: ClosedRange<UInt8> = 0x80...0xBF
  ) {
    value = UInt32(bits)
    self.missing = missing
    self.next = next
  }
}
