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
    note.saysSeen = head.saysSeen
    if head.returned != nil || note.kind != nil { return }
    note.isActsOnly = isActsOnly
    if !note.isActsOnly {
      ask(
        "no-kind",
        "What was it? visit, call, text, meeting, letter … after the child's name."
      )
    }
  }

  /// `!flag`, `>act`, `>>promise` or `told:` by itself, without a word of a contact.
  ///
  /// Every word of the line has then its place in those entries: what follows a single flag is what
  /// was observed.
  private var isActsOnly: Bool {
    guard head.role == nil, head.minutes == nil, head.medium == nil, head.count == nil,
      !head.saysSeen, !head.saysUnseen, !head.saysAlone, !head.saysNotAlone, !head.isReceived
    else { return false }
    var flags = 0
    var acts = 0
    var isRestricted = false
    for case .mark(let mark) in items {
      switch mark.sort {
      // Prose that comes first is a contact's: its kind is asked.
      case .flag where mark.range.lowerBound < head.endByte: flags += 1
      case .act, .told: acts += 1
      case .restricted: isRestricted = true
      default: return false
      }
    }
    if acts > 0 && isRestricted { return false }
    let hasProse = items[min(head.end, items.count)...].contains {
      if case .word = $0 { true } else { false }
    }
    return hasProse ? flags == 1 && acts == 0 : flags + acts > 0
  }

  mutating func takeWhen() {
    var resolved: [When] = []
    let places = note.tokens.indices.filter { note.tokens[$0].meaning == .when }
    for (index, said) in head.whens.enumerated() {
      let last = resolved.last.flatMap { head.whens[0].found.date == nil ? nil : $0 }
      switch when.resolve(said.found, .back, after: last) {
      case .success(let found):
        resolved.append(found)
        let shown = found.hasTime ? found.moment.isoSeconds : found.day.iso
        if index < places.count { note.tokens[places[index]].value = shown }
      case .failure(let failure):
        note.asksWhen = true
        askAbout(failure, said.range)
      }
    }
    if let doubtful = head.doubtful, !["alone", "seen"].contains(doubtful.lower) {
      let typed = line.text(doubtful.range)
      note.asksWhen = true
      ask(
        "asked",
        "Is “\(typed)” the day, or part of the text? A comma after it makes it the day.",
        over: doubtful.range
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
    takeEnd(first, head.whens[0].range)
    takeReturned()
    if head.isReceived { askLetterDate(first) }
    if note.at > when.now, note.form == nil { askFuture(first) }
    if let count = head.count, resolved.count > 1, resolved.count != count {
      hint("times-disagree", "x\(count), but \(resolved.count) times.", over: headSpan(.times))
    }
  }

  /// A range says how long it took.
  private mutating func takeEnd(_ first: When, _ range: Range<Int>) {
    if let end = first.end {
      let length = end.minutes(since: first.moment)
      // Over midnight it may go, but not once round the clock: "15:05-14:20" is a slip.
      if length <= 0 || (length > 12 * 60 && parser.zone.day(of: end) != first.day) {
        ask("ends-before", "That ends before it begins.", over: range)
        return
      }
      if let said = note.minutes, said != length {
        ask(
          "length-disagrees",
          "The times make \(length) minutes, the line says \(said).",
          over: headSpan(.minutes)
        )
        return
      }
      note.minutes = length
      if end > when.now, first.moment <= when.now {
        let time = DateWords(now: note.now, zone: note.zone).time(end)
        hint("not-over", "By that it ends at \(time), which has not come yet.", over: range)
      }
    }
  }

  private mutating func takeReturned() {
    guard let word = head.returned else { return }
    let rest = proseText()
    let at = note.saysWhen ? note.at : nil
    note.form = NoteForm(
      name: "returned",
      at: at,
      text: rest,
      by: proseWords(limit: 12).lazy.compactMap { HeadWords.roles[$0.lower] }.first,
      interviewBy: at.map { parser.zone.local($0.adding(hours: 72)) },
      watchUntil: at.map { parser.zone.local($0.adding(hours: 48)) }
    )
    ask(
      "needs-form",
      "“\(word)” opens the form for a child who is back: who saw the child, where, in what "
        + "condition. One line does not end an episode.",
      over: headSpan(.form)
    )
    offer(
      "returned",
      rest,
      at: note.saysWhen ? .at(note.at) : nil,
      over: headSpan(.form),
      taking: .form
    )
  }

  private mutating func askLetterDate(_ received: When) {
    let day = DateWords(now: note.now, zone: note.zone).date(received.day)
    hint("letter-date", "Received \(day). What date does it bear itself?", over: headSpan(.when))
  }

  private mutating func askFuture(_ first: When) {
    ask(
      "future",
      "That has not happened yet: a contact is kept once it has.",
      over: headSpan(.when)
    )
    let what = ([note.kind?.rawValue ?? "appointment"] + [proseText()]).filter { !$0.isEmpty }
    offer(
      "appointment",
      what.joined(separator: ", "),
      at: due(first),
      over: headSpan(.when),
      taking: .keeping
    )
  }

  mutating func askAbout(_ failure: WhenFailure, _ range: Range<Int>) {
    let message =
      switch failure.problem {
      case .noSuchDate: "There is no such date."
      case .noSuchTime: "There is no such time on that day."
      case .disagrees: "The weekday and the date do not agree."
      }
    ask(failure.problem.rawValue, message, over: range)
  }
}
