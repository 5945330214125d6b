/// The one way in which text is made comparable: search, names and the index all use it.
///
/// Lower-cased, marks dropped ("duc" finds Đức), Arabic vowels dropped and its alef and yeh forms
/// unified, Han and kana one word a character. A word is a run of letters, digits and `_`, as for
/// `grep -w`: an apostrophe ends it.
public enum Fold {
  /// The words of a text with one space between them.
  ///
  /// FTS5's `unicode61` with `tokenchars '_'` reads exactly ``words(_:)`` out of it.
  public static func fold(_ text: String) -> String {
    String(decoding: bytes(text), as: UTF8.self)
  }

  private static func bytes(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + 1)
    let bytes = Array(text.utf8)
    var at = 0
    // True when the next letter begins a word.
    var isApart = true
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 0x80 {
        at += 1
        if isASCIIWord(byte) {
          if isApart && !out.isEmpty { out.append(0x20) }
          isApart = false
          out.append(byte >= 65 && byte <= 90 ? byte + 32 : byte)
        } else {
          isApart = true
        }
        continue
      }
      let (scalar, length) = decode(bytes, at)
      at += length
      append(scalar, to: &out, &isApart)
    }
    return out
  }

  /// The folded words of a text, in order.
  public static func words(_ text: String) -> [String] {
    // Bytes, not characters: a space is never part of another character's bytes.
    bytes(text).split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
  }

  static func isASCIIWord(_ byte: UInt8) -> Bool {
    (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90) || (byte >= 48 && byte <= 57)
      || byte == 95
  }

  private static func append(_ scalar: Unicode.Scalar, to out: inout [UInt8], _ isApart: inout Bool)
  {
    let alone = FoldedScalar.standsAlone(scalar)
    // Hangul syllables fold to their letters, so that both normal forms agree.
    if (0xAC00...0xD7A3).contains(scalar.value) {
      if isApart && !out.isEmpty { out.append(0x20) }
      isApart = false
      appendJamo(scalar.value - 0xAC00, to: &out)
      return
    }
    let folded = FoldedScalar.of(scalar)
    if folded == .nothing { return }
    guard folded != .separator else {
      isApart = true
      return
    }
    if (isApart || alone) && !out.isEmpty { out.append(0x20) }
    for place in 0..<folded.count { out.append(folded.byte(place)) }
    isApart = alone
  }

  private static func appendJamo(_ index: UInt32, to out: inout [UInt8]) {
    let tail = index % 28
    let letters =
      [0x1100 + index / 588, 0x1161 + index % 588 / 28] + (tail > 0 ? [0x11A7 + tail] : [])
    for letter in letters {
      out.append(UInt8(0xE0 | letter >> 12))
      out.append(UInt8(0x80 | letter >> 6 & 0x3F))
      out.append(UInt8(0x80 | letter & 0x3F))
    }
  }

  /// Decodes one scalar of the UTF-8 of a `String`, which is always well formed.
  private static func decode(_ bytes: [UInt8], _ at: Int) -> (Unicode.Scalar, Int) {
    let first = UInt32(bytes[at])
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = first & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for next in bytes[(at + 1)..<min(at + length, bytes.count)] {
      value = value << 6 | UInt32(next & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
