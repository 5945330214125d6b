/// The text of a note: the line without its head and tokens.
extension NoteReading {
  /// Where prose begins; a doubtful last word of the head stays in the text.
  private var proseStart: Int { head.doubtful?.range.lowerBound ?? head.endByte }

  /// Quotations and opinions stay in their places, escapes lose their backslash.
  func text() -> String {
    var out = ""
    var from = proseStart
    for case .mark(let mark) in items where !mark.isProse && mark.range.lowerBound >= head.endByte {
      append(from..<mark.range.lowerBound, to: &out)
      from = mark.range.upperBound
    }
    append(from..<line.count, to: &out)
    return out
  }

  private func append(_ range: Range<Int>, to out: inout String) {
    guard range.lowerBound < range.upperBound else { return }
    var from = range.lowerBound
    // What parted it from the head or the token before says nothing.
    while from < range.upperBound {
      let space = line.spaceLength(at: from)
      if space == 0 && !(line.byte(from) == 0x3B || line.byte(from) == 0x2C) { break }
      if line.bytes[from] == 0x0A, !out.isEmpty { break }
      from += max(space, 1)
    }
    var to = range.upperBound
    while to > from, line.isSpaceBefore(to) { to = back(to) }
    guard from < to else { return }
    let piece = unescaped(from..<to)
    let joinsDirectly =
      out.isEmpty || [0x0A, 0x2E, 0x29].contains(line.byte(from))
    out += (joinsDirectly ? "" : " ") + piece
  }

  private func back(_ place: Int) -> Int {
    for length in 1...3 where place >= length && line.spaceLength(at: place - length) == length {
      return place - length
    }
    return place - 1
  }

  private func unescaped(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    var at = range.lowerBound
    while at < range.upperBound {
      if line.bytes[at] == UInt8(ascii: "\\"), at + 1 < range.upperBound, isEscape(at) { at += 1 }
      bytes.append(line.bytes[at])
      at += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A backslash before a sigil, a quotation mark or another, or at a word's beginning.
  private func isEscape(_ at: Int) -> Bool {
    if line.quoteLength(at: at + 1) > 0 { return true }
    switch line.byte(at + 1) {
    case UInt8(ascii: "!"), UInt8(ascii: ">"), UInt8(ascii: "#"), UInt8(ascii: "="),
      UInt8(ascii: "~"), UInt8(ascii: "\\"):
      return true
    default: return line.isSpaceBefore(at) && line.isLetter(at: at + 1)
    }
  }

  /// What follows the head as one piece, for forms and offers.
  func proseText() -> String {
    line.text(min(proseStart, line.count)..<line.count).trimmed
  }

  /// The first bare words of the prose, a doubtful last word of the head among them.
  func proseWords(limit: Int) -> [NoteWord] {
    var words = head.doubtful.map { [$0] } ?? []
    for item in items[min(head.end, items.count)...] {
      guard case .word(let word) = item else { continue }
      words.append(word)
      if words.count == limit { break }
    }
    return words
  }
}
