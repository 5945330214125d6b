extension NoteReferral {
  /// How fields are said to a guardian, where their name in the JSON is no word.
  static let words = [
    "site": "where found", "whereNow": "where they are now", "worker": "social worker",
    "number": "a number to ring", "nrm": "NRM", "wants": "what they want",
  ]
}

/// `new NAME …`: kept word for word, and offered field by field.
extension NoteReading {
  static let referralFields = [
    "name", "age", "nationality", "site", "whereNow", "worker", "number", "nrm", "wants",
  ]

  mutating func readReferral() -> Bool {
    guard case .word(let first) = items[0], first.lower == "new", first.flowsOn, items.count > 1,
      case .word(let second) = items[1], !second.beginsLine
    else { return false }
    let text = line.text(second.full.lowerBound..<line.count).trimmed
    var words: [NoteWord] = []
    for case .word(let word) in items.dropFirst() { words.append(word) }
    let count = nameLength(words)
    let nameSpan = words[0].range.lowerBound..<words[count - 1].range.upperBound
    let name = line.text(nameSpan)
    token(first.range, .referral, "new")
    token(nameSpan, .name, name)
    let isDoubtful = words[count - 1].trail == UInt8(ascii: "?")
    var known = ["name": isDoubtful ? name + "?" : name]
    let rest = words.dropFirst(count).map { $0 }
    var spans = ["name": nameSpan]
    for (field, span) in fields(rest) where known[field] == nil {
      known[field] = line.text(span)
      spans[field] = span
    }
    note.referral = NoteReferral(
      text: text,
      name: name,
      known: known,
      unknown: NoteReading.referralFields.filter { known[$0] == nil }
    )
    note.text = text
    for field in NoteReading.referralFields {
      guard let value = known[field] else { continue }
      offer(field, value, over: spans[field], taking: field == "name" ? nil : .keeping)
    }
    for child in parser.names.near(name) {
      offer("same-child", child.ref, over: nameSpan)
      hint(
        "near-name",
        "\(child.label) has a name much like “\(name)”: the same child?",
        over: nameSpan
      )
    }
    note.tokens.sort { $0.from < $1.from }
    return true
  }

  /// Words of the name at the beginning.
  ///
  /// Scripts without capitals show no end of a name: in them it goes on to the comma, or to a word of
  /// another script.
  private func nameLength(_ words: [NoteWord]) -> Int {
    var count = max(1, scanner.nameLength(words, at: 0))
    while count < min(words.count, 5), words[count - 1].flowsOn,
      [words[count - 1], words[count]].allSatisfy({ isCaseless(line.text($0.range)) })
    {
      count += 1
    }
    return count
  }

  private func isCaseless(_ word: String) -> Bool {
    word.contains(where: \.isLetter) && word.allSatisfy { !$0.isCased }
  }

  private func fields(_ words: [NoteWord]) -> [(String, Range<Int>)] {
    var found: [(String, Range<Int>)] = []
    for (at, word) in words.enumerated() {
      let lower = word.lower
      let phrase = self.phrase(words, from: at)
      if isAge(lower) { found.append(("age", word.range)) }
      if Wording.nationalities.contains(lower) { found.append(("nationality", word.range)) }
      if ["hse", "house", "farm", "factory", "wash", "bar", "barber", "site"].contains(lower) {
        found.append(("site", clause(words, around: at)))
      }
      if lower == "now" { found.append(("whereNow", clause(words, around: at))) }
      if lower == "nrm" { found.append(("nrm", clause(words, around: at))) }
      if lower == "sw" { found.append(("worker", nameAfter(words, at))) }
      if lower == "wants" { found.append(("wants", phrase)) }
      if let number = number(words, at) { found.append(("number", number)) }
    }
    return found
  }

  /// `17`, `16/17`, `17?`.
  private func isAge(_ word: String) -> Bool {
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { when.digits($0).map { (5...25).contains($0) } ?? false }
  }

  /// A telephone number: digits, in one word or in several.
  private func number(_ words: [NoteWord], _ at: Int) -> Range<Int>? {
    guard at == 0 || !isDigits(words[at - 1].lower), isDigits(words[at].lower) else { return nil }
    var end = at
    while words[end].flowsOn, end + 1 < words.count, isDigits(words[end + 1].lower) { end += 1 }
    let span = words[at].range.lowerBound..<words[end].range.upperBound
    return line.bytes[span].count(where: { (48...57).contains($0) }) >= 9 ? span : nil
  }

  private func isDigits(_ word: String) -> Bool {
    let bytes = word.utf8.first == UInt8(ascii: "+") ? word.dropFirst() : word[...]
    return !bytes.isEmpty && bytes.utf8.allSatisfy { (48...57).contains($0) }
  }

  private func nameAfter(_ words: [NoteWord], _ at: Int) -> Range<Int> {
    let count = words[at].flowsOn ? scanner.nameLength(words, at: at + 1) : 0
    return words[at].range.lowerBound..<words[at + count].range.upperBound
  }

  /// From a word to the next comma.
  private func phrase(_ words: [NoteWord], from at: Int) -> Range<Int> {
    var end = at
    while end + 1 < words.count, words[end].flowsOn { end += 1 }
    return words[at].range.lowerBound..<words[end].range.upperBound
  }

  /// Between the commas around a word.
  private func clause(_ words: [NoteWord], around at: Int) -> Range<Int> {
    var start = at
    while start > 0, words[start - 1].flowsOn { start -= 1 }
    return phrase(words, from: start)
  }
}
