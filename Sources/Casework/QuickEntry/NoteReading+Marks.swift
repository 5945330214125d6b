/// Quotations, opinions, flags, acts, promises, steps, tags and restrictions.
extension NoteReading {
  mutating func takeMarks() {
    for case .mark(let mark) in items {
      switch mark.sort {
      case .quote(let speaker, let inner, let isClosed):
        takeQuote(speaker, line.text(inner), isClosed, mark.range)
      case .opinion(let inner):
        let said = line.text(inner).trimmed
        note.opinion = note.opinion.map { $0 + " " + said } ?? said
        token(mark.range, .opinion, said)
      case .flag(let topic, let isUrgent):
        let topic = line.text(topic)
        note.flags.append(
          NoteFlag(topic: topic, isUrgent: isUrgent, children: meant(in: topic))
        )
        token(mark.range, .flag, topic)
      case .act(let act): takeAct(act, mark.range)
      case .told(let told): takeSteps(told, mark.range)
      case .tag(let range):
        note.tags.append(line.text(range))
        token(mark.range, .tag, line.text(range))
      case .restricted(let range): takeRestriction(line.text(range), mark.range)
      case .concern(let inner): takeConcern(line.text(inner))
      case .field: continue
      }
    }
    // A consultation with a solicitor is privileged unless the line says otherwise.
    if note.restricted == nil, !saysOpen, note.kind == .lawyer || note.partyRole == .lawyer {
      note.restricted = .privileged
    }
  }

  /// What the child said about the interpreter: through whom is asked.
  private mutating func takeConcern(_ said: String) {
    guard note.party == .child, note.children.count == 1, !said.trimmed.isEmpty else { return }
    note.words.append(NoteQuote(quote: Quote(by: "child", text: said, through: through)))
    if through == nil {
      hint("through-whom", "Through whom did the child say this about the interpreter?")
    }
  }

  private mutating func takeQuote(
    _ speaker: String?,
    _ words: String,
    _ isClosed: Bool,
    _ range: Range<Int>
  ) {
    guard !words.trimmed.isEmpty else { return }
    if !isClosed { ask("quote-open", "The quotation is not closed.", over: range) }
    if speaker == "q" {
      note.questions.append(words)
      token(range, .question, words)
      return
    }
    var quote = NoteQuote(quote: Quote(by: "unknown", text: words))
    if let speaker {
      attribute(&quote, to: speaker, range)
    } else if let somebody = label(before: range.lowerBound) {
      attribute(&quote, to: somebody, range)
    } else {
      attribute(&quote, range)
    }
    if quote.quote.by == "child" { quote.quote.through = through }
    note.words.append(quote)
    token(range, .words, quote.quote.by)
  }

  /// Who speaks in `Tariq: "…"`, `uncle: "…"` or `(sw: "…"`: words of a colon are not the child's by
  /// default; nil where no person is named so.
  private func label(before place: Int) -> String? {
    var end = place
    if end > 0, line.byte(end - 1) == 0x20 { end -= 1 }
    guard end > 1, line.byte(end - 1) == UInt8(ascii: ":") else { return nil }
    end -= 1
    var start = end
    while start > 0, end - start < 48, !line.isSpaceBefore(start) { start -= 1 }
    while start < end, !line.isLetter(at: start) { start += 1 }
    let word = line.text(start..<end)
    let lower = word.lowercased()
    guard let first = word.unicodeScalars.first, !HeadWords.reporting.contains(lower) else {
      return nil
    }
    let isSomebody =
      HeadWords.roles[lower] != nil || HeadWords.relations.contains(lower)
      || !parser.names.matches(lower).isEmpty || (first.properties.isUppercase && !line.isShouted)
    return isSomebody ? lower : nil
  }

  private mutating func attribute(
    _ quote: inout NoteQuote,
    to speaker: String,
    _ range: Range<Int>
  ) {
    if let role = HeadWords.roles[speaker] {
      quote.quote.by = role.rawValue
      return
    }
    let named = parser.names.matches(speaker).map { parser.names.children[$0] }
    let here = speaker == "child" ? note.children : note.children.filter { named.contains($0) }
    guard here.count == 1 else {
      ask("whose-words", "Whose words are these? sw:\"…\", child:\"…\".", over: range)
      return
    }
    quote.quote.by = "child"
    quote.child = note.children.count > 1 ? here[0] : nil
  }

  /// The child's where the child is the party; else whom the contact was with; else it is asked.
  private mutating func attribute(_ quote: inout NoteQuote, _ range: Range<Int>) {
    if let child = speakerByDirection {
      quote.quote.by = "child"
      quote.child = child
      return
    }
    let isChilds = note.party == .child || (note.party == nil && note.kind == nil)
    if isChilds, note.children.count < 2, !(to.map(isChild) ?? false), note.kind != .attempt {
      quote.quote.by = "child"
    } else if note.party == .about, let role = note.partyRole {
      quote.quote.by = role.rawValue
    } else {
      ask("whose-words", "Whose words are these? sw:\"…\", child:\"…\".", over: range)
    }
  }

  /// `from:nour` in a note of several children says whose words they are.
  private var speakerByDirection: KnownChild? {
    guard note.children.count > 1, let from, from.lowercased() != "child" else { return nil }
    let named = parser.names.matches(from).map { parser.names.children[$0] }
    let here = note.children.filter { named.contains($0) }
    return here.count == 1 ? here[0] : nil
  }

  /// Through whom the child's words came.
  private var through: String? {
    switch note.interpreter?.kind {
    case .independent: "interpreter"
    case .carer: "carer"
    case .friend: "friend"
    case .app: "app"
    default: nil
    }
  }

  private mutating func takeAct(_ act: NoteMark.ActMark, _ range: Range<Int>) {
    var text = line.text(act.text).trimmed
    while let last = text.last, ",;:.".contains(last) { text.removeLast() }
    var owner = Owner.guardian
    if let who = act.who, !act.isPromise {
      if let role = HeadWords.roles[who] {
        owner = .role(role)
      } else if !["me", "i", "guardian"].contains(who) {
        ask("unknown-role", "Who is to do it? “\(who)” is no role known here.", over: range)
      }
    }
    if text.isEmpty { ask("no-action", "What is to be done?", over: range) }
    var due: DueDate?
    if let found = act.when, let place = act.whenRange {
      switch when.resolve(found, .forward) {
      case .success(let when): due = self.due(when)
      case .failure(let failure): askAbout(failure, place)
      }
    }
    let named = meant(in: (act.who ?? "") + " " + text)
    note.actions.append(
      NoteAction(
        text: text,
        due: due,
        owedBy: owner,
        isPromise: act.isPromise,
        children: named
      )
    )
    token(range, act.isPromise ? .promise : .action, text)
    // ">police: 101 today" would make the call the police's own act.
    if owner != .guardian, let first = text.utf8.first, (48...57).contains(first) {
      hint(
        "whose-act",
        "That asks it of \(owner.words). If you will do it: >\(text)",
        over: range
      )
      let mine = ">" + text + (act.whenRange.map { " " + line.text($0) } ?? "")
      offer("mine", mine, at: due, over: range, taking: .typing(mine, at: range))
    }
    if act.isPromise, let word = Wording.notInYourGift(text) {
      hint(
        "not-in-your-gift",
        "“\(word)” is not yours to give: promise what you can do.",
        over: range
      )
    }
  }

  private mutating func takeSteps(_ told: NoteMark.ToldMark, _ range: Range<Int>) {
    var at = note.at
    if let found = told.when {
      switch when.resolve(found, .back) {
      case .success(let when): at = when.moment
      case .failure(let failure): askAbout(failure, told.whenRange ?? range)
      }
    }
    for who in told.whom {
      guard let role = HeadWords.roles[who], let step = EpisodeStep.telling(role) else {
        ask("told-who", "Who was told? told:police, told:edt, told:sw …", over: range)
        continue
      }
      note.steps.append(
        NoteStep(
          step: step,
          whom: role,
          name: told.name.map(line.text),
          at: at,
          reference: told.reference.map(line.text)
        )
      )
    }
    token(range, .step, told.whom.joined(separator: ","))
  }

  private var saysOpen: Bool {
    note.tokens.contains { $0.meaning == .restricted && $0.value == "open" }
  }

  private mutating func takeRestriction(_ word: String, _ range: Range<Int>) {
    let kinds: [String: Restriction] = [
      "priv": .privileged, "privileged": .privileged, "police": .police, "third": .thirdParty,
      "thirdparty": .thirdParty, "third-party": .thirdParty, "health": .health,
      "asked": .childAsked, "child-asked": .childAsked, "allegation": .allegation,
    ]
    if let kind = kinds[word.lowercased()] {
      if let earlier = note.restricted, earlier != kind {
        ask(
          "restricted-twice",
          "Restricted as \(earlier.rawValue) or as \(kind.rawValue)? One of them.",
          over: range
        )
        return
      }
      note.restricted = kind
      token(range, .restricted, kind.rawValue)
    } else if word.lowercased() == "open" {
      token(range, .restricted, "open")
    } else {
      ask(
        "unknown-restricted",
        "Restricted how? =priv =police =third =health =asked =allegation",
        over: range
      )
    }
  }

  /// Flags, acts and promises go to each child unless their text names one.
  private func meant(in text: String) -> [KnownChild] {
    guard note.children.count > 1 else { return note.children }
    let words = Fold.words(text)
    let named = note.children.filter { child in
      words.contains { word in
        parser.names.matches(word).contains { parser.names.children[$0] == child }
      }
    }
    return named.isEmpty ? note.children : named
  }
}
