/// Reads each sort of mark with its arguments.
extension NoteScanner {
  func readMark(_ at: Int) -> NoteMark? {
    if line.opensQuote(at: at) { return quote(from: at, at: at, speaker: nil) }
    switch line.byte(at) {
    case UInt8(ascii: "!"):
      let isUrgent = line.byte(at + 1) == UInt8(ascii: "!")
      let topic = name(from: at + (isUrgent ? 2 : 1))
      return NoteMark(
        range: at..<topic.upperBound,
        sort: .flag(topic: topic, isUrgent: isUrgent)
      )
    case UInt8(ascii: ">"): return act(at)
    case UInt8(ascii: "#"):
      let tag = name(from: at + 1)
      return NoteMark(range: at..<tag.upperBound, sort: .tag(tag))
    case UInt8(ascii: "="):
      let kind = name(from: at + 1)
      return NoteMark(range: at..<kind.upperBound, sort: .restricted(kind))
    case UInt8(ascii: "~"):
      guard let twin = twin(at) else { return nil }
      return NoteMark(range: at..<twin + 1, sort: .opinion(at + 1..<twin))
    default: return field(at)
    }
  }

  private func quote(from start: Int, at open: Int, speaker: String?) -> NoteMark {
    let inner = open + line.quoteLength(at: open)
    var end = inner
    while end < line.count {
      let length = line.quoteLength(at: end)
      if length > 0, line.byte(end - 1) != UInt8(ascii: "\\") {
        return NoteMark(
          range: start..<end + length,
          sort: .quote(speaker: speaker, inner: inner..<end, isClosed: true)
        )
      }
      end += 1
    }
    return NoteMark(
      range: start..<end,
      sort: .quote(speaker: speaker, inner: inner..<end, isClosed: false)
    )
  }

  private func field(_ at: Int) -> NoteMark? {
    guard let (name, value) = fieldName(at) else { return nil }
    if name == "told" { return told(at, value: value) }
    if line.quoteLength(at: value) > 0 {
      let quoted = quote(from: at, at: value, speaker: name)
      guard NoteScanner.fields.contains(name), name != "q",
        case .quote(_, let inner, _) = quoted.sort
      else { return quoted }
      return NoteMark(
        range: quoted.range,
        sort: name == "int!" ? .concern(inner) : .field(name, value: inner)
      )
    }
    var end = value
    var lastWord = line.word(at: value, beginsLine: false)
    end = lastWord.range.upperBound
    if name == "with" {
      // "with:Sara,SW" goes on after a comma without a space, "with:Ms Ali" after a title.
      while true {
        if lastWord.isFollowedByComma, lastWord.full.upperBound == lastWord.range.upperBound + 1,
          lastWord.full.upperBound < line.count,
          line.spaceLength(at: lastWord.full.upperBound) == 0
        {
          lastWord = line.word(at: lastWord.full.upperBound, beginsLine: false)
        } else if HeadWords.titles.contains(lastWord.lower), lastWord.full.upperBound < line.count,
          let next = words(from: lastWord.full.upperBound, limit: 1).first,
          next.range.lowerBound > lastWord.full.upperBound, line.isLetter(at: next.range.lowerBound)
        {
          lastWord = next
        } else {
          break
        }
        end = lastWord.range.upperBound
      }
    }
    return NoteMark(range: at..<end, sort: .field(name, value: value..<end))
  }

  private func told(_ at: Int, value: Int) -> NoteMark {
    var whom: [String] = []
    var end = value
    while true {
      let word = line.word(at: end, beginsLine: false)
      whom.append(word.lower)
      end = word.range.upperBound
      guard word.isFollowedByComma, word.full.upperBound < line.count,
        line.spaceLength(at: word.full.upperBound) == 0
      else { break }
      end = word.full.upperBound
    }
    var mark = NoteMark.ToldMark(whom: whom)
    let rest = line.isSpaceBefore(end + 1) || end == line.count ? words(from: end, limit: 12) : []
    var next = 0
    while next < rest.count {
      let word = rest[next]
      if mark.reference == nil, word.lower.hasPrefix("ref:"), word.lower.utf8.count > 4 {
        mark.reference = word.range.lowerBound + 4..<word.range.upperBound
        next += 1
      } else if mark.when == nil, let found = when.read(rest, at: next) {
        mark.when = found
        mark.whenRange =
          word.range.lowerBound..<rest[next + found.count - 1].range.upperBound
        next += found.count
      } else if mark.when == nil, mark.name == nil, case let count = nameLength(rest, at: next),
        count > 0
      {
        mark.name = word.range.lowerBound..<rest[next + count - 1].range.upperBound
        next += count
      } else {
        break
      }
      end = rest[next - 1].range.upperBound
      let trail = rest[next - 1].trail
      if trail != 0 && trail != UInt8(ascii: ",") { break }
    }
    return NoteMark(range: at..<end, sort: .told(mark))
  }

  /// How many words from `at` on are somebody's name: up to three with a capital, or after a title.
  func nameLength(_ words: [NoteWord], at start: Int) -> Int {
    var count = 0
    while start + count < words.count, count < 3 {
      let word = words[start + count]
      let isTitle = HeadWords.titles.contains(word.lower)
      let afterTitle = count > 0 && HeadWords.titles.contains(words[start + count - 1].lower)
      if line.isShouted && !isTitle && !afterTitle { break }
      guard isCapitalised(word), !HeadWords.sentenceStarters.contains(word.lower),
        isTitle || afterTitle || !isHeadWord(words, at: start + count)
      else { break }
      count += 1
      if !word.flowsOn { break }
    }
    // A title alone names nobody.
    return count == 1 && HeadWords.titles.contains(words[start].lower) ? 0 : count
  }

  private func isHeadWord(_ words: [NoteWord], at: Int) -> Bool {
    let lower = words[at].lower
    return HeadWords.kinds[lower] != nil || HeadWords.roles[lower] != nil
      || HeadWords.media.contains(lower) || ["seen", "unseen", "alone"].contains(lower)
      || LengthReader.read(words, at: at) != nil || when.read(words, at: at) != nil
  }

  func isCapitalised(_ word: NoteWord) -> Bool {
    line.text(word.range).unicodeScalars.first?.properties.isUppercase ?? false
  }

  private func name(from start: Int) -> Range<Int> {
    var end = start
    while end < line.count {
      let byte = line.byte(end)
      let isPlain = Fold.isASCIIWord(byte) || byte == UInt8(ascii: "-")
      guard isPlain || (byte >= 0x80 && line.spaceLength(at: end) == 0 && isLetterByte(end)) else {
        break
      }
      end += 1
    }
    return start..<end
  }

  /// Inside a character, or at the beginning of a letter or of a mark above one.
  private func isLetterByte(_ at: Int) -> Bool {
    let byte = line.byte(at)
    return byte & 0xC0 == 0x80 || (0xC3...0xDF).contains(byte) || line.isLetter(at: at)
  }
}
