/// What stands in the prose: pointed out or offered, never taken.
extension NoteReading {
  mutating func askAboutProse() {
    let start = min(head.end, items.count)
    var words: [NoteWord] = []
    for item in items[start...] {
      if case .word(let word) = item {
        words.append(word)
      } else if !words.isEmpty {
        askAbout(words)
        words = []
      }
    }
    askAbout(words)
    if note.kind == .attempt, !note.actions.contains(where: { $0.owedBy == .guardian }) {
      offer("try-again", ">try again", taking: .typing(">try again", at: nil))
    }
    askAboutHeadAfterQuote(start)
  }

  private mutating func askAbout(_ words: [NoteWord]) {
    for (at, word) in words.enumerated() {
      switch word.lower {
      case "alone" where note.alone != true && head.doubtful?.lower != "alone":
        pointOut(word, "“alone” stands in the text: not recorded as seen alone.")
      case "seen" where note.seen != true, "unseen" where note.seen != false:
        pointOut(word, "“\(word.lower)” stands in the text: it records nothing.")
      case "told": offerTold(words, at)
      case "present": offerCompany(words, at)
      case "attach", "attached", "attachment":
        hint("attach", "Nothing is attached by a line of text.", over: word.range)
      case "apologies" where at < 3: hintAbsent(word)
      default:
        if let first = word.lower.utf8.first, (48...57).contains(first) { offerDate(words, at) }
        if word.lower.utf8.count == 4 || word.lower.utf8.count == 7 { offerPlate(words, at) }
      }
      if at > 0, words[at - 1].lower == "int" { offerInterpreter(word) }
    }
  }

  private mutating func pointOut(_ word: NoteWord, _ message: String) {
    guard !note.hints.contains(where: { $0.code == "in-prose" && $0.message == message }) else {
      return
    }
    hint("in-prose", message, over: word.range)
  }

  /// "told edt 10.05" is prose: recording it as a step is offered.
  private mutating func offerTold(_ words: [NoteWord], _ at: Int) {
    guard words[at].flowsOn, at + 1 < words.count,
      let role = HeadWords.roles[words[at + 1].lower], EpisodeStep.telling(role) != nil
    else { return }
    var end = at + 1
    var due: DueDate?
    if words[end].flowsOn, let found = when.read(words, at: end + 1) {
      end += found.count
      if case .success(let told) = when.resolve(found, .back) { due = .at(told.moment) }
    }
    let span = words[at].range.lowerBound..<words[end].range.upperBound
    let typed = "told:" + line.text(words[at + 1].range.lowerBound..<span.upperBound)
    offer("told", typed, at: due, over: span, taking: .typing(typed, at: span))
  }

  /// "pa Ms Roe present": company, where the line does not say so.
  private mutating func offerCompany(_ words: [NoteWord], _ at: Int) {
    var start = at
    while start > 0, at - start < 5, words[start - 1].flowsOn {
      start -= 1
      guard let role = HeadWords.roles[words[start].lower] else { continue }
      // Only the role's own name may stand between.
      let between = words[(start + 1)..<at]
      let isShown =
        between.isEmpty || scanner.nameLength(Array(between), at: 0) == between.count
      guard isShown else { return }
      let name = between.isEmpty ? "" : " " + line.text(words[start + 1].range.lowerBound..<end(at))
      let who = role.rawValue + name
      let typed = name.isEmpty ? "with:" + who : "with:\"\(who)\""
      offer(
        "company",
        typed,
        over: words[start].range.lowerBound..<words[at].range.upperBound,
        taking: .typing(typed, at: nil)
      )
      return
    }
    func end(_ at: Int) -> Int { words[at - 1].range.upperBound }
  }

  private mutating func offerDate(_ words: [NoteWord], _ at: Int) {
    guard let found = when.read(words, at: at), found.problem == nil, let date = found.date else {
      return
    }
    switch date {
    case .monthDay, .day: break
    default: return
    }
    guard case .success(let day) = when.resolve(found, .forward), day.day > when.today else {
      return
    }
    let span = words[at].range.lowerBound..<words[at + found.count - 1].range.upperBound
    offer("date", line.text(span), at: due(day), over: span, taking: .keeping)
  }

  /// `AB12 CDE`: kept apart, so that it can be looked for in other records.
  private mutating func offerPlate(_ words: [NoteWord], _ at: Int) {
    var plate = Array(line.text(words[at].range).utf8)
    var end = at
    if plate.count == 4, words[at].flowsOn, at + 1 < words.count {
      plate += Array(line.text(words[at + 1].range).utf8)
      end += 1
    }
    guard plate.count == 7 else { return }
    for (place, byte) in plate.enumerated() {
      let isRight = [2, 3].contains(place) ? (48...57).contains(byte) : (65...90).contains(byte)
      if !isRight { return }
    }
    let span = words[at].range.lowerBound..<words[end].range.upperBound
    offer("number-plate", line.text(span), over: span, taking: .keeping)
    let key = NameIndex.key(line.text(span))
    for other in parser.names.children where !note.children.contains(other) {
      guard other.context.plates.contains(where: { NameIndex.key($0) == key }) else { continue }
      hint("plate-elsewhere", "The same plate is in the record of \(other.label).", over: span)
    }
  }

  private mutating func offerInterpreter(_ word: NoteWord) {
    guard note.interpreter?.concern != nil else { return }
    offer("interpreter-not-again", line.text(word.range), over: word.range, taking: .keeping)
  }

  private mutating func hintAbsent(_ word: NoteWord) {
    guard let kind = note.kind, !kind.meansSeen, kind.partyByDefault == .about else { return }
    hint("not-attended", "Not attended by you: it counts as no contact.", over: word.range)
  }

  /// A length or time after a quotation is prose, which is easily overlooked.
  private mutating func askAboutHeadAfterQuote(_ start: Int) {
    guard start > 0 || !items.isEmpty, start + 1 < items.count,
      case .mark(let mark) = items[start], mark.isProse, case .word = items[start + 1]
    else { return }
    var words: [NoteWord] = []
    for case .word(let word) in items[(start + 1)...].prefix(4) { words.append(word) }
    let isLength = note.minutes == nil && LengthReader.read(words, at: 0) != nil
    let isWhen = !note.saysWhen && when.read(words, at: 0) != nil
    if isLength || isWhen {
      let typed = line.text(words[0].range)
      hint(
        "in-prose",
        "“\(typed)” stands after the quotation: it is text.",
        over: words[0].range
      )
    }
  }
}
