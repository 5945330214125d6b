/// Reads `>action date`, `>sw: action date` and `>>promise date`.
extension NoteScanner {
  func act(_ at: Int) -> NoteMark {
    let isPromise = line.byte(at + 1) == UInt8(ascii: ">")
    var start = at + (isPromise ? 2 : 1)
    var who: String?
    if let (name, next) = owner(start) {
      who = name
      start = next
    }
    // Most acts have their date near by; only the others are read to their end.
    var words = words(from: start, limit: 16)
    if words.count == 16, firstWhen(words).map({ $0.0 == 0 || $0.0 + $0.1.count > 12 }) ?? true {
      words = self.words(from: start)
    }
    var mark = NoteMark.ActMark(isPromise: isPromise, who: who, text: start..<start)
    guard !words.isEmpty else { return NoteMark(range: at..<start, sort: .act(mark)) }
    start = words[0].full.lowerBound
    var end = words[words.count - 1].range.upperBound
    if let (place, found) = firstWhen(words) {
      mark.when = found
      let last = words[place + found.count - 1]
      mark.whenRange = words[place].range.lowerBound..<last.range.upperBound
      if place > 0 {
        // It ends at its first date and time.
        end = last.range.upperBound
        words.removeSubrange(place...)
        while words.count > 1,
          ["by", "on", "at", "before", "@"].contains(words[words.count - 1].lower)
        {
          words.removeLast()
        }
        mark.text = start..<words[words.count - 1].range.upperBound
      } else if found.count < words.count {
        // The date came first: what is to be done follows it.
        mark.text = words[found.count].full.lowerBound..<end
      } else {
        mark.text = end..<end
      }
    } else {
      mark.text = start..<end
    }
    return NoteMark(range: at..<end, sort: .act(mark))
  }

  /// `sw:` directly after the sigil; a time (`10:30`) is no owner.
  private func owner(_ start: Int) -> (String, Int)? {
    guard line.isLetter(at: start) else { return nil }
    var end = start
    while end < line.count, end - start < 32, line.spaceLength(at: end) == 0,
      line.quoteLength(at: end) == 0, line.byte(end) != UInt8(ascii: ":")
    {
      end += 1
    }
    // "http://…" says where, not who.
    guard line.byte(end) == UInt8(ascii: ":"), line.byte(end + 1) != UInt8(ascii: "/"),
      !line.isDigit(at: end + 1)
    else { return nil }
    return (line.text(start..<end).lowercased(), end + 1)
  }

  private func firstWhen(_ words: [NoteWord]) -> (Int, WhenFound)? {
    for at in words.indices {
      guard let found = when.read(words, at: at) else { continue }
      // "ask who sat with her": a verb, no Saturday.
      if found.isDoubtful, at > 0,
        ["who", "she", "he", "they", "i", "we", "it", "and", "have", "has"].contains(
          words[at - 1].lower
        )
      {
        continue
      }
      return (at, found)
    }
    return nil
  }
}
