/// What the head says: whom, how, when, how long.
extension NoteReading {
  mutating func takeChildren() {
    note.problems += head.childProblems
    note.children = head.children.map { parser.names.children[$0] }
    note.namesChild = !note.children.isEmpty || !head.childProblems.isEmpty
    if !note.namesChild, let focus = parser.focus { note.children = [focus] }
    if note.children.isEmpty, head.childProblems.isEmpty {
      var near: [KnownChild] = []
      if case .word(let first) = items[0] { near = parser.names.near(line.text(first.range)) }
      note.problems.append(
        NoteProblem(
          code: "no-child",
          message: "Which child? Begin with a name or a ref.",
          near: near
        )
      )
    }
    if let focus = parser.focus, !head.children.isEmpty, !note.children.contains(focus) {
      let label = note.children.map(\.label).joined(separator: ", ")
      hint("other-page", "This is kept for \(label), not for \(focus.label), whose page is open.")
    }
  }

  mutating func takeHead() {
    note.kind = head.kind
    note.minutes = head.minutes
    note.medium = head.medium ?? head.pairedKind?.rawValue
    note.count = head.count
    if head.returned != nil {
      return
    }
    if note.kind == nil {
      ask(
        "no-kind",
        "What was it? visit, call, text, meeting, letter … after the child's name."
      )
    }
  }

  mutating func takeWhen() {
    var resolved: [When] = []
    for (index, said) in head.whens.enumerated() {
      let typed = line.text(said.range)
      switch when.resolve(said.found, .back) {
      case .success(let found):
        resolved.append(found)
        let shown = found.hasTime ? found.moment.isoSeconds : found.day.iso
        let places = note.tokens.indices.filter { note.tokens[$0].meaning == .when }
        if index < places.count { note.tokens[places[index]].value = shown }
      case .failure(let failure):
        note.asksWhen = true
        askAbout(failure, typed)
      }
    }
    if let doubtful = head.doubtful, !["alone", "seen"].contains(doubtful.lower) {
      let typed = line.text(doubtful.range)
      note.asksWhen = true
      ask(
        "asked",
        "Is “\(typed)” the day, or part of the text? A comma after it makes it the day.",
        token: typed
      )
    }
    guard let first = resolved.first else {
      takeReturned()
      return
    }
    note.saysWhen = true
    note.saysTime = first.hasTime
    note.at = resolved.map(\.moment).max() ?? first.moment
    if resolved.count > 1 { note.times = resolved.map(\.moment) }
    takeEnd(first)
    takeReturned()
    if head.isReceived { askLetterDate(first) }
    if note.at > when.now, note.form == nil { askFuture(first) }
    if let count = head.count, resolved.count > 1, resolved.count != count {
      hint("times-disagree", "x\(count), but \(resolved.count) times.", token: "x\(count)")
    }
  }

  /// A range says how long it took.
  private mutating func takeEnd(_ first: When) {
    guard let end = first.end else { return }
    let length = end.minutes(since: first.moment)
    if let said = note.minutes, said != length {
      ask("length-disagrees", "The times make \(length) minutes, the line says \(said).")
    } else if length > 0, length <= 1440 {
      note.minutes = length
    }
  }

  private mutating func takeReturned() {
    guard let word = head.returned else { return }
    let rest = proseText()
    note.form = NoteForm(name: "returned", at: note.saysWhen ? note.at : nil, text: rest)
    ask(
      "needs-form",
      "“\(word)” opens the form for a child who is back: who saw the child, where, in what "
        + "condition. One line does not end an episode.",
      token: word
    )
    offer("returned", rest, at: note.saysWhen ? .at(note.at) : nil, token: word)
  }

  private mutating func askLetterDate(_ received: When) {
    let day = DateWords(now: note.now, zone: note.zone).date(received.day)
    hint("letter-date", "Received \(day). What date does it bear itself?")
  }

  private mutating func askFuture(_ first: When) {
    ask("future", "That has not happened yet: a contact is kept once it has.")
    let what = ([note.kind?.rawValue ?? "appointment"] + [proseText()]).filter { !$0.isEmpty }
    offer("appointment", what.joined(separator: ", "), at: due(first))
  }

  mutating func askAbout(_ failure: WhenFailure, _ typed: String) {
    let message =
      switch failure.problem {
      case .noSuchDate: "There is no such date."
      case .noSuchTime: "There is no such time on that day."
      case .disagrees: "The weekday and the date do not agree."
      }
    ask(failure.problem.rawValue, message, token: typed)
  }
}
