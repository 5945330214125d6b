/// Children: another who is named, and those who are missing.
extension NoteReading {
  mutating func askAboutChildren() {
    askAboutOthers()
    let isMissing = note.children.filter { $0.missingSince.map { $0 <= note.at } ?? false }
    for child in isMissing where note.form == nil { askAboutEpisode(of: child) }
    if !note.steps.isEmpty, let child = note.children.first, child.missingSince == nil {
      hint("no-episode", "\(child.knownAs) is not recorded as missing: shown as a step with none.")
    }
    if note.flags.contains(where: \.isUrgent) {
      hint("nobody-told", "Urgent, kept here only: nobody has been told by this.")
    }
    if when.now.minutes(since: note.at) > 60 * 24 * 60 {
      hint("long-ago", "That is more than 60 days ago.")
    }
  }

  /// News of a missing child: what it is, and who has not been told.
  private mutating func askAboutEpisode(of child: KnownChild) {
    guard note.heardFrom == true || note.seen == true else { return }
    let how = note.seen == true ? "seen" : "heard from"
    hint(
      "missing",
      "\(child.knownAs) is recorded as missing: this is added to the episode as \(how).",
      token: child.ref
    )
    guard note.steps.isEmpty else { return }
    if !child.isAnyoneTold, child.context.stepsDone.isEmpty {
      hint("told-anyone", "Has anyone been told? None recorded.", token: child.ref)
    } else if !child.context.stepsDone.isEmpty, !child.context.stepsDone.contains(.t2) {
      hint("told-police", "Have the police been told? Not recorded.", token: child.ref)
    }
  }

  /// If the text names another child of the caseload, it asks.
  private mutating func askAboutOthers() {
    guard !note.children.isEmpty else { return }
    var asked: Set<Int> = []
    var at = min(head.doubtful?.range.lowerBound ?? head.endByte, line.count)
    while at < line.count {
      var end = at
      while end < line.count, isNameByte(line.bytes[end]) { end += 1 }
      if end > at {
        for place in parser.names.named(in: line.bytes[at..<end]) where !asked.contains(place) {
          askAbout(parser.names.children[place], named: at..<end, &asked, place)
        }
      }
      at = end + 1
    }
  }

  private mutating func askAbout(
    _ other: KnownChild,
    named span: Range<Int>,
    _ asked: inout Set<Int>,
    _ place: Int
  ) {
    let word = line.text(span)
    guard !note.children.contains(other), let first = word.unicodeScalars.first else { return }
    // "will", "hope" and "may" are words unless written as names.
    let isWritten = !line.isShouted && first.properties.isUppercase
    if !isWritten, NoteReading.ordinaryNames.contains(word.lowercased()) { return }
    asked.insert(place)
    hint("names-another", "This names \(other.label): the note is not in that record.", over: span)
    offer("also", other.ref, over: span, taking: alsoFor(other))
  }

  /// The same note for another child: its ref beside those of the head.
  private func alsoFor(_ other: KnownChild) -> NoteTaking? {
    guard !note.children.isEmpty, !note.problems.contains(where: { $0.code == "no-such-child" })
    else { return nil }
    let refs = (note.children + [other]).map(\.ref).joined(separator: "+")
    if let place = headSpan(.child) { return .typing(refs, at: place) }
    return .typing(refs + " ", at: 0..<0)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || Fold.isASCIIWord(byte) || byte == UInt8(ascii: "-")
  }

  private static let ordinaryNames: Set<String> = [
    "an", "angel", "art", "bill", "bo", "do", "faith", "grace", "ha", "hope", "in", "jack", "joy",
    "long", "mark", "may", "my", "no", "rose", "sunny", "thi", "to", "will", "you", "so",
    "he", "many", "sol", "ai", "ho", "la", "le", "can", "man", "bin", "al", "el", "the", "van",
  ]
}
