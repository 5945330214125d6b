extension LineEditor {
  /// Puts words in the place of a stretch of UTF-8 bytes.
  mutating func replaceBytes(_ range: Range<Int>, with words: String) {
    let bytes = Array(text.utf8)
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return }
    let before = String(decoding: bytes[..<range.lowerBound], as: UTF8.self).count
    let inside = String(decoding: bytes[range], as: UTF8.self).count
    replace(before..<before + inside, with: words)
  }

  /// Puts the cursor before a UTF-8 byte.
  mutating func moveToByte(_ byte: Int) {
    let bytes = text.utf8.prefix(max(0, byte))
    move(to: String(decoding: bytes, as: UTF8.self).count)
  }
}

extension String {
  /// Where a piece of text is, in clusters.
  func range(of piece: String) -> Range<Int>? {
    guard !piece.isEmpty, let range = firstRange(of: piece) else { return nil }
    let start = distance(from: startIndex, to: range.lowerBound)
    return start..<start + distance(from: range.lowerBound, to: range.upperBound)
  }
}
