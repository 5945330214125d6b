/// Cuts a line into words and marks, left to right, each byte once.
struct NoteScanner {
  let line: NoteLine
  let when: WhenReader
  /// Whether a word before `:"` says whose words follow.
  let isSpeaker: (String) -> Bool

  static let fields: Set<String> = ["int", "int!", "at", "with", "to", "from", "told", "q"]

  func scan() -> [NoteItem] {
    var items: [NoteItem] = []
    var at = 0
    while true {
      let (next, brokeLine) = line.skipSpace(at)
      at = next
      if at >= line.count { return items }
      if startsMark(at), let mark = readMark(at), mark.range.upperBound > at {
        items.append(.mark(mark))
        at = mark.range.upperBound
      } else {
        let word = line.word(at: at, beginsLine: brokeLine && !items.isEmpty)
        items.append(.word(word))
        at = word.full.upperBound
      }
    }
  }

  /// Whether a mark begins at a place; looks no further than its first letters.
  ///
  /// A sigil counts only after a space and directly before a letter: `~20 min`, `room #3`,
  /// `+44 7700` and a pasted `> mail` stay prose.
  func startsMark(_ at: Int) -> Bool {
    if line.opensQuote(at: at) { return true }
    guard line.isSpaceBefore(at) else { return false }
    switch line.byte(at) {
    case UInt8(ascii: "!"):
      return line.isLetter(at: line.byte(at + 1) == UInt8(ascii: "!") ? at + 2 : at + 1)
    case UInt8(ascii: ">"):
      let first = line.byte(at + 1) == UInt8(ascii: ">") ? at + 2 : at + 1
      return line.isLetter(at: first) || line.isDigit(at: first)
    case UInt8(ascii: "#"), UInt8(ascii: "="): return line.isLetter(at: at + 1)
    case UInt8(ascii: "~"): return line.isLetter(at: at + 1) && twin(at) != nil
    default: return line.isLetter(at: at) && fieldName(at) != nil
    }
  }

  /// The name before a colon, when it is a field's or says whose words follow.
  func fieldName(_ at: Int) -> (name: String, value: Int)? {
    var end = at
    while end < line.count, end - at < 48, line.byte(end) != UInt8(ascii: ":"),
      line.spaceLength(at: end) == 0, line.quoteLength(at: end) == 0
    {
      end += 1
    }
    guard end > at, line.byte(end) == UInt8(ascii: ":") else { return nil }
    var value = end + 1
    if line.byte(value) == 0x20 { value += 1 }
    guard value < line.count, line.spaceLength(at: value) == 0 else { return nil }
    let name = line.text(at..<end).lowercased()
    let isQuoted = line.quoteLength(at: value) > 0
    if name == "q" || name == "int!" { return isQuoted ? (name, value) : nil }
    if NoteScanner.fields.contains(name) { return (name, value) }
    return isQuoted && isSpeaker(name) ? (name, value) : nil
  }

  /// The second `~` of an opinion: looked up, so that many lone ones cost nothing.
  func twin(_ at: Int) -> Int? {
    var low = 0
    var high = line.tildes.count
    while low < high {
      let middle = (low + high) / 2
      if line.tildes[middle] <= at { low = middle + 1 } else { high = middle }
    }
    guard low < line.tildes.count else { return nil }
    return line.tildes[low]
  }

  /// The words from a place to the next mark, ` ;`, the line's end, or `limit` words.
  func words(from start: Int, limit: Int = .max) -> [NoteWord] {
    var words: [NoteWord] = []
    var at = start
    while words.count < limit {
      let (next, brokeLine) = line.skipSpace(at)
      if next >= line.count || (brokeLine && next > start) { break }
      if next > start, startsMark(next) { break }
      if line.byte(next) == UInt8(ascii: ";"), line.isSpaceBefore(next) { break }
      let word = line.word(at: next, beginsLine: false)
      words.append(word)
      at = word.full.upperBound
    }
    return words
  }
}
