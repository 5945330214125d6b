/// Reads the head of a line: the longest run of words that count, from the start.
///
/// Nothing behind it can make a child seen or alone.
struct HeadReader {
  let line: NoteLine
  let items: [NoteItem]
  let names: NameIndex
  let when: WhenReader
  let scanner: NoteScanner
  /// A child's page is open: a name in mid-line may then be prose.
  let hasFocus: Bool
  var head = NoteHead()
  /// What the last word was, as a role counts only after a child or a kind.
  var last: NoteToken.Meaning?
  var at = 0

  mutating func read() -> NoteHead {
    while at < items.count {
      guard case .word(let word) = items[at] else {
        guard case .mark(let mark) = items[at], !mark.isProse else { break }
        at += 1
        last = nil
        head.endByte = mark.range.upperBound
        continue
      }
      if word.beginsLine { break }
      if isDash(word) {
        at += 1
        head.endByte = word.full.upperBound
        break
      }
      let start = at
      guard readWord(word), at > start else { break }
      let final = items[at - 1].range.upperBound
      head.endByte = final
      // ":" , "." and their like end it; a comma does not.
      if case .word(let done) = items[at - 1], done.trail != 0, !done.isFollowedByComma { break }
    }
    head.end = at
    findDoubt()
    return head
  }

  /// The unbroken words from an item on.
  func run(_ start: Int, limit: Int = 8) -> [NoteWord] {
    var words: [NoteWord] = []
    for item in items[min(start, items.count)...].prefix(limit) {
      guard case .word(let word) = item, !(word.beginsLine && !words.isEmpty) else { break }
      words.append(word)
    }
    return words
  }

  private func isDash(_ word: NoteWord) -> Bool {
    ["-", "–", "—", ":"].contains(line.text(word.full)) && at > 0
  }

  private mutating func readWord(_ word: NoteWord) -> Bool {
    // A child who is back: what follows the time belongs to the form.
    if head.returned != nil { return readWhen() }
    return readChildren() || readReturned(word) || readKindAndRole(word) || readWhen()
      || readSeen(word)
      || readRest(word)
  }

  mutating func take(_ count: Int, _ meaning: NoteToken.Meaning, _ value: String) {
    let range = items[at].range.lowerBound..<wordEnd(at + count - 1)
    head.tokens.append(
      NoteToken(from: range.lowerBound, to: range.upperBound, meaning: meaning, value: value)
    )
    at += count
    last = meaning
  }

  private func wordEnd(_ at: Int) -> Int {
    if case .word(let word) = items[at] {
      word.range.upperBound
    } else {
      items[at].range.upperBound
    }
  }

  private mutating func readReturned(_ word: NoteWord) -> Bool {
    guard last == .child, head.kind == nil,
      ["back", "returned", "found"].contains(word.lower)
    else { return false }
    head.returned = word.lower
    take(1, .form, "returned")
    return true
  }

  private mutating func readWhen() -> Bool {
    let words = run(at)
    var skip = 0
    // "recd 23/11": when it came, which is not the letter's own date.
    if ["recd", "rcvd", "received"].contains(words[0].lower), words[0].flowsOn { skip = 1 }
    guard let found = when.read(words, at: skip) else { return false }
    if skip > 0 && found.date == nil { return false }
    // Several times stand only beside several attempts.
    guard
      head.whens.isEmpty
        || (head.kind == .attempt && found.date == nil && head.whens[0].found.minute != nil
          && head.whens.count < 20)
    else { return false }
    let final = words[skip + found.count - 1].range.upperBound
    head.whens.append((found, words[skip].range.lowerBound..<final))
    head.isReceived = skip > 0
    take(skip + found.count, .when, "")
    return true
  }

  private mutating func readSeen(_ word: NoteWord) -> Bool {
    let words = run(at, limit: 5)
    let next = words.dropFirst().first
    // "not seen the GP" is prose.
    let isNegation =
      word.lower == "not" && word.flowsOn
      && (words.count < 3 || next?.flowsOn == false || isDash(words[2])
        || continuesHead(words, at: 2))
    switch word.lower {
    case "seen" where !head.saysSeen && !head.saysUnseen:
      head.saysSeen = true
      take(1, .seen, "seen")
    case "unseen" where !head.saysSeen && !head.saysUnseen:
      head.saysUnseen = true
      take(1, .unseen, "unseen")
    case "alone" where !head.saysAlone && !head.saysNotAlone:
      head.saysAlone = true
      take(1, .alone, "alone")
    case "not" where isNegation && next?.lower == "seen" && !head.saysSeen && !head.saysUnseen:
      head.saysUnseen = true
      take(2, .unseen, "unseen")
    case "not" where isNegation && next?.lower == "alone" && !head.saysAlone:
      head.saysNotAlone = true
      take(2, .alone, "not alone")
    default: return false
    }
    return true
  }

  private mutating func readRest(_ word: NoteWord) -> Bool {
    if head.minutes == nil, let length = LengthReader.read(run(at, limit: 2), at: 0) {
      head.minutes = length.minutes
      take(length.count, .minutes, String(length.minutes))
      return true
    }
    if head.count == nil, word.lower.utf8.first == UInt8(ascii: "x"),
      let count = when.digits(word.lower.dropFirst()), (1...20).contains(count)
    {
      head.count = count
      take(1, .times, String(count))
      return true
    }
    if head.medium == nil, HeadWords.media.contains(word.lower) {
      head.medium = word.lower
      take(1, .medium, word.lower)
      return true
    }
    return false
  }

  /// `sat`, `sun`, `may`, `alone` as the head's last word directly before prose are asked.
  private mutating func findDoubt() {
    guard at > 0, at < items.count, case .word(let final) = items[at - 1],
      !["-", "–", "—", ":"].contains(line.text(final.full)),
      final.flowsOn || (last == .seen && head.kind?.partyByDefault == .about),
      case .word(let next) = items[at], !next.beginsLine,
      line.isLetter(at: next.range.lowerBound) || line.isDigit(at: next.range.lowerBound)
    else { return }
    switch last {
    case .alone where head.saysAlone: head.doubtful = final
    // "health seen by the GP" is not seen by the guardian.
    case .seen where head.saysSeen:
      head.doubtful = final
      head.saysSeen = false
    case .when where head.whens.last?.found.isDoubtful == true: head.doubtful = final
    default: return
    }
    if let place = head.tokens.indices.last { head.tokens[place].meaning = .doubtful }
  }
}
