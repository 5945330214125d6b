/// A typed line as bytes: every place in it is a UTF-8 offset, and no place is looked for twice.
struct NoteLine {
  let raw: String
  let bytes: [UInt8]
  /// True when no letter is in lower case: capitals then say nothing about names.
  let isShouted: Bool
  /// Where an opinion can end, ascending: a `~` after a letter and not before one.
  private(set) var tildes: [Int] = []

  init(_ raw: String) {
    self.raw = raw
    bytes = Array(raw.utf8)
    isShouted = !raw.unicodeScalars.contains(where: \.properties.isLowercase)
    for at in bytes.indices where bytes[at] == UInt8(ascii: "~") {
      if at > 0, !isSpaceBefore(at), !isLetter(at: at + 1) { tildes.append(at) }
    }
  }

  var count: Int { bytes.count }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Bytes of white space at a place; 0 for none.
  func spaceLength(at place: Int) -> Int {
    guard place < bytes.count else { return 0 }
    switch bytes[place] {
    case 0x20, 0x09...0x0D: return 1
    case 0xC2: return byte(place + 1) == 0xA0 ? 2 : 0
    case 0xE2:
      guard byte(place + 1) == 0x80 else { return 0 }
      let last = byte(place + 2)
      return (0x80...0x8A).contains(last) || [0xA8, 0xA9, 0xAF].contains(last) ? 3 : 0
    case 0xE3: return byte(place + 1) == 0x80 && byte(place + 2) == 0x80 ? 3 : 0
    default: return 0
    }
  }

  /// The byte at a place; 0 beyond the end.
  func byte(_ place: Int) -> UInt8 { place >= 0 && place < bytes.count ? bytes[place] : 0 }

  /// Whether a letter of any script stands at a place.
  func isLetter(at place: Int) -> Bool {
    let first = byte(place)
    if first < 0x80 { return (first | 0x20) >= 97 && (first | 0x20) <= 122 }
    guard first >= 0xC2 else { return false }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    return text(place..<min(place + length, count)).unicodeScalars.first?.properties.isAlphabetic
      ?? false
  }

  func isDigit(at place: Int) -> Bool { (48...57).contains(byte(place)) }

  /// Bytes of a double quotation mark at a place, straight or curly; 0 for none.
  func quoteLength(at place: Int) -> Int {
    if byte(place) == UInt8(ascii: "\"") { return 1 }
    guard byte(place) == 0xE2, byte(place + 1) == 0x80 else { return 0 }
    return (0x9C...0x9E).contains(byte(place + 2)) ? 3 : 0
  }

  /// Whether a quotation can begin at a place.
  func opensQuote(at place: Int) -> Bool {
    let length = quoteLength(at: place)
    if length == 0 || byte(place - 1) == UInt8(ascii: "\\") { return false }
    if length == 3 { return byte(place + 2) != 0x9D }
    return place == 0 || isSpaceBefore(place)
      || [40, 44, 45, 47, 58, 59, 91].contains(byte(place - 1))
  }

  /// Whether a place is the line's beginning or comes after white space.
  func isSpaceBefore(_ place: Int) -> Bool {
    if place == 0 { return true }
    if spaceLength(at: place - 1) == 1 { return true }
    return (place >= 2 && spaceLength(at: place - 2) == 2)
      || (place >= 3 && spaceLength(at: place - 3) == 3)
  }

  /// The first place from `place` on that is not white space, and whether a line ended before it.
  func skipSpace(_ place: Int) -> (place: Int, brokeLine: Bool) {
    var at = place
    var brokeLine = false
    while true {
      let length = spaceLength(at: at)
      if length == 0 { return (at, brokeLine) }
      if bytes[at] == 0x0A || bytes[at] == 0x0D { brokeLine = true }
      at += length
    }
  }
}

/// A word of a line, up to white space, a comma or a quotation.
struct NoteWord {
  /// Without the punctuation after it.
  var range: Range<Int>
  /// With it.
  var full: Range<Int>
  /// In lower case, without punctuation.
  var lower: String
  /// The first mark of punctuation after it; 0 for none.
  var trail: UInt8
  /// It is the first of a later line.
  var beginsLine: Bool

  var isFollowedByComma: Bool { trail == UInt8(ascii: ",") }
  var endsSentence: Bool { [0x2E, 0x21, 0x3F].contains(trail) }
  /// Nothing parts it from the next word.
  var flowsOn: Bool { trail == 0 }
}

extension NoteLine {
  /// Reads the word at a place that is neither white space nor a mark, up to `limit` where given.
  func word(at place: Int, beginsLine: Bool, limit: Int = .max) -> NoteWord {
    var end = place
    while end < min(count, limit), spaceLength(at: end) == 0 {
      if end > place, opensQuote(at: end) { break }
      end += 1
      if bytes[end - 1] == UInt8(ascii: ",") { break }
    }
    var core = end
    while core > place, isPunctuation(bytes[core - 1]) { core -= 1 }
    let trail = core < end ? bytes[core] : 0
    if core == place { core = end }
    let slice = bytes[place..<core]
    let lower =
      slice.allSatisfy { $0 < 0x80 }
      ? String(decoding: slice.map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }, as: UTF8.self)
      : text(place..<core).lowercased()
    return NoteWord(
      range: place..<core,
      full: place..<end,
      lower: lower,
      trail: trail,
      beginsLine: beginsLine
    )
  }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"):
      true
    default: false
    }
  }
}
