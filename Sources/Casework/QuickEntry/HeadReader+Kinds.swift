/// Kinds and roles in the head.
extension HeadReader {
  mutating func readKindAndRole(_ word: NoteWord) -> Bool {
    if last == .child || last == .kind, head.role == nil, readRole(word) { return true }
    guard let kind = HeadWords.kinds[word.lower] else {
      // "attempt calls": the plural stands only there.
      if word.lower == "calls" || word.lower == "visits", head.kind == .attempt,
        head.medium == nil
      {
        head.medium = word.lower
        take(1, .medium, word.lower)
        return true
      }
      return false
    }
    if let first = head.kind {
      guard head.pairedKind == nil, HeadWords.pairs(first, with: kind, word: word.lower) else {
        return false
      }
      head.pairedKind = kind
      take(1, .medium, kind.rawValue)
      last = .kind
      if HeadWords.role(of: first) != nil, head.role == nil { readName() }
    } else {
      head.kind = kind
      take(1, .kind, kind.rawValue)
      if HeadWords.role(of: kind) != nil, head.role == nil { readName() }
    }
    return true
  }

  /// A role directly after the child or the kind; elsewhere it is prose.
  private mutating func readRole(_ word: NoteWord) -> Bool {
    guard let role = HeadWords.roles[word.lower] else { return false }
    if head.kind == nil {
      // "police" and "school" are kinds first, unless a kind follows that is no pair of theirs.
      if HeadWords.kinds[word.lower] != nil { return false }
    }
    head.role = role
    head.roleWord = line.text(word.range)
    take(1, .role, role.rawValue)
    readName()
    // The kind may still come: "carer call".
    if head.kind == nil { last = .child }
    return true
  }

  private mutating func readName() {
    guard case .word(let previous) = items[at - 1], previous.flowsOn else { return }
    let words = run(at, limit: 4)
    let count = scanner.nameLength(words, at: 0)
    guard count > 0, head.name == nil else { return }
    let name = line.text(words[0].range.lowerBound..<words[count - 1].range.upperBound)
    head.name = name
    let role = last
    take(count, .name, name)
    last = role
  }

  /// Whether a word could go on a head: what makes an unknown first word a misspelt child.
  func continuesHead(_ words: [NoteWord], at place: Int) -> Bool {
    guard place < words.count else { return false }
    let lower = words[place].lower
    guard lower.utf8.count <= HeadReader.longestWord else { return false }
    return HeadWords.kinds[lower] != nil || HeadWords.roles[lower] != nil
      || ["seen", "unseen", "alone", "back", "returned", "found"].contains(lower)
      || LengthReader.read(words, at: place) != nil || when.read(words, at: place) != nil
  }
}
