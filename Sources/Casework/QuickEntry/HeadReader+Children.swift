/// The child or children of a head.
extension HeadReader {
  /// Bytes of the longest word that can be a kind, a role, a length or a time: a longer one (names
  /// joined by `+`) is not looked up as such again for every part of it.
  static let longestWord = 64
  /// Most children joined by `+` in one word; more is something pasted.
  static let mostJoined = 64

  mutating func readChildren() -> Bool {
    guard head.children.isEmpty, head.childProblems.isEmpty else { return false }
    let words = run(at, limit: 24)
    let prefix = ["about", "re"].contains(words[0].lower) && words[0].flowsOn ? 1 : 0
    guard prefix < words.count else { return false }
    var next = prefix
    var isFirst = true
    while next < words.count {
      guard let used = joined(words, next, isStart: at == 0 && isFirst && prefix == 0, !isFirst)
      else { break }
      next += used
      isFirst = false
      guard let joined = joins(words, after: next) else { break }
      next += joined
    }
    guard !isFirst else { return false }
    head.isAbout = prefix == 1 && words[0].lower == "about"
    let known = head.children.map { names.children[$0].ref }.joined(separator: ",")
    take(next, head.childProblems.isEmpty ? .child : .problem, known)
    last = .child
    return true
  }

  /// Reads a word, or several joined by `+`; nil, and nothing is taken, when one of them is no
  /// child.
  private mutating func joined(
    _ words: [NoteWord],
    _ place: Int,
    isStart: Bool,
    _ isKnownToBeChild: Bool
  ) -> Int? {
    let before = (head.children, head.childProblems)
    var used = 1
    var from = 0
    while true {
      let word = words[place + used - 1]
      let parts = line.text(word.range).split(separator: "+")
      guard parts.count <= HeadReader.mostJoined else { return nil }
      guard from < parts.count else { return from > 0 ? used : nil }
      for (offset, part) in parts[from...].enumerated() {
        let isLast = from + offset == parts.count - 1
        let whole = part.base
        let start =
          word.range.lowerBound
          + whole.utf8.distance(from: whole.startIndex, to: part.startIndex)
        guard
          let count = name(
            String(part),
            start..<start + part.utf8.count,
            words,
            place + used - 1,
            mayGoOn: isLast,
            isKnownToBeChild: isKnownToBeChild || parts.count > 1,
            isStart: isStart
          )
        else {
          (head.children, head.childProblems) = before
          return nil
        }
        guard isLast else { continue }
        if count == 1 { return used }
        // "lin xiaolan+wei": the name's last word holds the next child.
        used += count - 1
        from = 1
      }
    }
  }

  /// How many words join the next child: 0 after a comma or `+`, 1 for a word `+`, `&`, `and`.
  private func joins(_ words: [NoteWord], after next: Int) -> Int? {
    guard next < words.count else { return nil }
    let previous = words[next - 1]
    let endsWithPlus = line.byte(previous.range.upperBound - 1) == UInt8(ascii: "+")
    let isLink = ["+", "&", "and"].contains(words[next].lower)
    if isLink {
      guard next + 1 < words.count else { return nil }
      let text = line.text(words[next + 1].range)
      let isChild = !names.matches(text).isEmpty
      return isChild || words[next].lower != "and" ? 1 : nil
    }
    guard previous.isFollowedByComma || endsWithPlus else { return nil }
    let word = words[next]
    let text = String(line.text(word.range).split(separator: "+").first ?? "")
    if !names.matches(text).isEmpty && !continuesHead(words, at: next) { return 0 }
    // "nour, sabba text": a misspelt second child is asked, not taken for prose.
    return !continuesHead(words, at: next) && continuesHead(words, at: next + 1)
      && HeadWords.media.contains(word.lower) == false && !names.near(text).isEmpty ? 0 : nil
  }

  /// Reads one child; nil when the word is none and is not typed as one.
  private mutating func name(
    _ text: String,
    _ span: Range<Int>,
    _ words: [NoteWord],
    _ place: Int,
    mayGoOn: Bool,
    isKnownToBeChild: Bool,
    isStart: Bool
  ) -> Int? {
    var found = names.matches(text)
    var count = 1
    let isLong = words[place].lower.utf8.count > HeadReader.longestWord
    let lower = isLong ? "" : words[place].lower
    let isHeadWord = continuesHead(words, at: place)
    if !found.isEmpty {
      // "May visit" is a child, "may 4" a date, "v" a kind unless a child is called so.
      if isHeadWord, !isStart || !continuesHead(words, at: place + 1) { return nil }
      // "visit 14:20 yusuf was calm" on another child's page is about that child.
      if hasFocus, !isStart, !isKnownToBeChild, words[place].flowsOn, place + 1 < words.count,
        !continuesHead(words, at: place + 1)
      {
        return nil
      }
      while mayGoOn, place + count < words.count, words[place + count - 1].flowsOn {
        let parts = line.text(words[place + count].range).split(separator: "+")
        let next = names.matches(String(parts.first ?? ""))
        let both = found.filter { next.contains($0) }
        guard !both.isEmpty, !continuesHead(words, at: place + count) else { break }
        found = both
        count += 1
        if parts.count > 1 { break }
      }
      if found.count == 1 {
        if !head.children.contains(found[0]) { head.children.append(found[0]) }
      } else {
        let end = words[place + count - 1].range.upperBound
        head.childProblems.append(
          ambiguous(text, mayGoOn ? span.lowerBound..<end : span, found)
        )
      }
      return count
    }
    guard isKnownToBeChild || (isStart && !isHeadWord && continuesHead(words, at: place + 1)),
      !HeadWords.media.contains(lower), !["seen", "unseen", "alone"].contains(lower)
    else { return nil }
    head.childProblems.append(
      NoteProblem(
        code: "no-such-child",
        message: "No child of the caseload is called “\(text)”.",
        token: text,
        span: span,
        near: names.near(text)
      )
    )
    return 1
  }

  private func ambiguous(_ text: String, _ span: Range<Int>, _ found: [Int]) -> NoteProblem {
    let typed = line.text(span)
    return NoteProblem(
      code: "ambiguous-child",
      message: "“\(typed)” could be \(found.count) children: say which.",
      token: typed,
      span: span,
      near: found.map { names.children[$0] }
    )
  }
}
