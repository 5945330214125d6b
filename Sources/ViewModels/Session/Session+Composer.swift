import Casework

extension Session {
  /// Opens the quick-entry bar, with the draft that was left in this place, if there is one.
  func compose(_ composition: Composition) {
    if let why = context.readOnlyReason {
      say(Message("note: \(why)"))
      return
    }
    let draft = context.access?.drafts?.drafts().last {
      $0.form == "quick-entry" && $0.child == composition.child && !$0.text.trimmed.isEmpty
        && !offeredDrafts.contains($0.id)
    }
    let composer = Composer(
      context,
      composition,
      offering: composition.text.isEmpty ? draft : nil
    )
    if let offered = composer.offered { offeredDrafts.insert(offered.id) }
    overlay = .composer(composer)
  }

  func pressInComposer(_ composer: Composer, _ key: Key) {
    switch key {
    case _ where composer.isChoosing: _ = composer.press(key)
    case .function(3):
      if !composer.sayAlone() {
        say(Message("“alone” was not put in: in this line it could not count."))
      }
    // The long form's Enter is a line end, and its Esc a step back to the line.
    case .enter where composer.isLong: _ = composer.press(key)
    case .escape where composer.isLong: _ = composer.press(.control("e"))
    case .control("s") where composer.isLong: keep(composer)
    case .paste(let text) where composer.takesLists && NoteParagraphs.of(text).count > 1:
      catchUp(NoteParagraphs.of(text), in: composer)
    case _ where composer.catchUp.map { pressInCatchUp($0, composer, key) } == true: break
    case .escape: leave(composer)
    case .enter: keep(composer)
    case .up, .down:
      if composer.isLong { _ = composer.press(key) }
    case .pageUp, .pageDown: break
    default: _ = composer.press(key)
    }
  }

  private func leave(_ composer: Composer) {
    if composer.consequence != nil {
      overlay = nil
      say(Message("Left; the note is where it was."))
      return
    }
    if composer.isUntouched {
      overlay = nil
      if let draft = composer.draftID {
        discard(draft)
        recordMayHaveChanged()
      }
      return
    }
    // The bar stays while its words are nowhere else.
    guard seal(composer) else {
      say(
        Message("These words are nowhere else · F2 to copy · Ctrl-U, then Esc, leaves them", .error)
      )
      return
    }
    overlay = nil
    if let draft = composer.draftID { offeredDrafts.remove(draft) }
    if message?.kind == .error { return }
    let words =
      context.access?.drafts == nil
      ? "Note left; nothing was kept." : "Draft sealed · n offers it again, here"
    say(Message(words))
  }

  func keep(_ composer: Composer) {
    composer.rereadIfLater()
    if let form = composer.note.form, let child = composer.note.children.first ?? focus(composer) {
      returned(child, form, composer)
      return
    }
    if let problem = composer.note.problems.first {
      say(Message(context.shown(problem.message), .error))
      return
    }
    if let discord = composer.discord {
      say(Message(discord, .error))
      return
    }
    guard let writer = context.access?.writer, let act = composer.act(writer) else {
      say(Message("Error: this line cannot be kept yet.", .error))
      return
    }
    pendingComposer = composer
    perform([.keep(act, saying: saying(composer.note))])
  }

  private func focus(_ composer: Composer) -> KnownChild? {
    context.knownChildren.first { $0.id == composer.child }
  }

  /// `Thanh K12, call`: whom and what, for the status line.
  private func saying(_ note: ParsedNote) -> String {
    if let referral = note.referral { return context.shown(referral.name) + ", a new child" }
    let names = note.children.map(\.label).joined(separator: ", ")
    return [names, note.kind?.rawValue ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  // MARK: - Missing and returned

  /// `m`: starts an episode after two questions, or opens a note about the one that is open.
  func missing() {
    guard let child = top.child, let file = context.access?.reader.caseFile(child) else { return }
    if file.openEpisode != nil {
      compose(Composition(child: child, text: "upd "))
      return
    }
    let label = context.label(file)
    let context = context
    let when = Question(
      name: "since",
      prompt: "\(label) is missing: since when?",
      placeholder: "21:40, or last night 23:10; Enter alone is now",
      mayBeEmpty: true
    )
    let known = Question(
      name: "known",
      prompt: "What is known? Enter starts the episode.",
      placeholder: "last seen by whom, where, in what clothes",
      mayBeEmpty: true
    )
    overlay = .form(
      Form(when, [known]) { answers in
        guard let at = context.moment(typed: answers[0]) else {
          return [
            .say(
              Message("Not kept: “\(answers[0])” is no time that has been. m asks again.", .error)
            )
          ]
        }
        let body = MissingStarted(text: answers[1].isEmpty ? nil : answers[1])
        return [
          .keep(
            Act(child: child, entries: [NewEntry(occurredAt: at, body: body)]),
            saying: "\(label), missing since \(DateWords.time(at, context.zone))"
          )
        ]
      }
    )
  }

  /// A child who is back: nothing ends an episode but who saw the child, where and in what condition.
  private func returned(_ child: KnownChild, _ form: NoteForm, _ composer: Composer) {
    let label = child.label
    let context = context
    let at = form.at ?? context.now
    let text = form.text.trimmed
    // The line lives on as a draft until the form that it fills is kept.
    seal(composer)
    formDraft = composer.draftID
    formList = composer.catchUp
    overlay = .form(
      Form(
        Question(
          name: "seen-by",
          prompt: "\(label) is back: who saw the child?",
          placeholder: "name and role"
        ),
        [
          Question(name: "place", prompt: "Where?", placeholder: "masked wherever it shows"),
          Question(
            name: "condition",
            prompt: "In what condition?",
            placeholder: "injuries, clothes, words"
          ),
          Question(
            name: "police",
            prompt: "Have the police been told of the return? yes or no; Enter alone: not known",
            mayBeEmpty: true
          ),
        ]
      ) { answers in
        let told = answers[3].lowercased()
        let body = Returned(
          seenBy: answers[0],
          place: answers[1],
          condition: answers[2],
          policeTold: told.hasPrefix("y") ? true : told.hasPrefix("n") ? false : nil,
          text: text.isEmpty ? nil : text
        )
        return [
          .keep(
            Act(child: child.id, entries: [NewEntry(occurredAt: at, body: body)]),
            saying: "\(label) is back"
          )
        ]
      }
    )
  }
}

extension Context {
  /// A time as a note writes it, not after now; now for nothing.
  func moment(typed: String) -> Moment? {
    let local = zone.local(now)
    guard !typed.isEmpty, typed != "now" else { return local }
    let note = NoteParser(caseload: [], now: now, zone: zone, focus: nil).parse("call \(typed)")
    guard note.saysWhen, note.at <= now else { return nil }
    return note.at
  }
}
