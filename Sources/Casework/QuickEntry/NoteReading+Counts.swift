/// What the contact counts for (entries.md): seen, seen alone, heard from.
///
/// Everything here errs towards recording nothing and asking.
extension NoteReading {
  mutating func decideWhatCounts() {
    decideSeen()
    decideAlone()
    decideHeardFrom()
  }

  private mutating func decideSeen() {
    guard let kind = note.kind else { return }
    let doubt = head.doubtful?.range
    if head.doubtful?.lower == "seen", !kind.meansSeen {
      // "police seen, on CCTV" is the police's sighting: a comma does not make it the guardian's.
      if kind.partyByDefault == .about {
        hint(
          "asked",
          "Seen by you? Not recorded: put “seen” before the time to record it.",
          over: doubt
        )
      } else {
        hint(
          "asked",
          "Seen by you, or part of the text? Put a comma after “seen” to record it.",
          over: doubt
        )
        offer("seen", "seen,", over: doubt)
      }
    }
    guard note.party == .child else {
      if head.saysSeen {
        hint("seen-not-counted", "About the child: not recorded as seen.", over: headSpan(.seen))
      }
      return
    }
    if head.saysUnseen {
      note.seen = false
    } else if head.saysSeen {
      if let medium = note.medium {
        hint(
          "seen-not-counted",
          "A \(kind.rawValue) by \(medium) is never recorded as seen.",
          over: headSpan(.seen)
        )
      } else if kind.isInPerson {
        note.seen = true
      } else {
        hint(
          "seen-not-counted",
          "A contact by \(kind.rawValue) is never recorded as seen.",
          over: headSpan(.seen)
        )
      }
    } else if kind.meansSeen {
      if let medium = note.medium {
        hint(
          "seen-or-not",
          "A \(kind.rawValue) by \(medium)? Not recorded as seen: say seen or video.",
          over: headSpan(.medium)
        )
      } else if let denied = denial() {
        hint(
          "seen-or-not",
          "“\(line.text(denied))”: not recorded as seen. Say seen or unseen.",
          over: denied
        )
      } else {
        note.seen = true
      }
    }
  }

  private mutating func decideAlone() {
    if head.saysNotAlone, note.party == .child { note.alone = false }
    guard head.saysAlone else { return }
    if head.doubtful?.lower == "alone" {
      hint(
        "asked",
        "Seen alone, or part of the text? Put a comma after “alone” to record it.",
        over: head.doubtful?.range
      )
      offer("alone", "alone,", over: head.doubtful?.range)
      return
    }
    if head.saysUnseen {
      ask("unseen-alone", "Unseen and alone cannot both be.", over: headSpan(.alone))
      return
    }
    if note.children.count > 1 {
      ask(
        "alone-with-company",
        "Alone, and the other child was there?",
        over: headSpan(.alone)
      )
      return
    }
    let company = note.with.filter { !isInterpreter($0) }
    if !company.isEmpty || [.carer, .friend].contains(note.interpreter?.kind) {
      let who = company.isEmpty ? "the \(note.interpreter?.kind.rawValue ?? "")" : company[0]
      ask("alone-with-company", "Alone, and \(who) was there?", over: headSpan(.alone))
      return
    }
    guard let kind = note.kind else {
      // The kind is asked first; what the head says is shown meanwhile.
      note.alone = true
      return
    }
    let counts =
      note.party == .child
      && (kind.meansSeen ? note.seen == true : kind.aloneCounts || note.seen == true)
    if counts {
      note.alone = true
    } else if note.party != nil {
      hint(
        "alone-not-counted",
        "A \(kind.rawValue) does not record a child as seen alone.",
        over: headSpan(.alone)
      )
    }
  }

  /// Those of several children who wrote, as far as the line says.
  private var speakers: [KnownChild]? {
    guard note.children.count > 1, from?.lowercased() != "child" else { return nil }
    let named = (from.map(parser.names.matches) ?? []).map { parser.names.children[$0] }
    return note.children.filter { child in
      named.contains(child) || note.words.contains { $0.child == child }
    }
  }

  /// Where the prose begins by saying that nobody was met or reached.
  private func denial() -> Range<Int>? {
    let words = proseWords(limit: 16)
    // In "call phone off" the head has taken the phone for the way it was done.
    if let phone = headSpan(.medium), line.text(phone).lowercased() == "phone",
      let first = words.first(where: { $0.lower != "alone" }),
      Wording.deadLines.contains(first.lower),
      // "call phone alone, off" says no more than "call phone off".
      ["", "alone", "alone,"].contains(
        line.text(phone.upperBound..<first.range.lowerBound).trimmed.lowercased()
      )
    {
      return first.range
    }
    let sentence = words.firstIndex { $0.endsSentence } ?? words.count
    let clauses = words.indices.dropFirst().filter { $0 <= sentence && !words[$0 - 1].flowsOn }
    let lower = words.map { $0.lower.replacing("\u{2019}", with: "'") }
    guard let found = Wording.denial(lower, clauses: clauses, ofCall: note.kind?.isInPerson != true)
    else { return nil }
    return words[found.lowerBound].range.lowerBound..<words[found.upperBound - 1].range.upperBound
  }

  private func isInterpreter(_ company: String) -> Bool {
    ["interpreter", "int", "interp"].contains(company.lowercased())
  }

  private mutating func decideHeardFrom() {
    guard let kind = note.kind, note.party == .child else { return }
    switch kind {
    case .call, .video:
      // What somebody else said of the child is not the child's voice.
      let speaks = note.words.contains { $0.quote.by == "child" }
      if !speaks, let denied = denial() {
        note.alone = nil
        hint(
          "attempt",
          "“\(line.text(denied))”: not recorded as heard from. An attempt?",
          over: denied
        )
        let span = headSpan(.kind)
        offer(
          "attempt",
          "attempt",
          over: span,
          taking: span.map { .typing("attempt", at: $0) }
        )
      } else {
        note.heardFrom = true
      }
    case .text, .email, .message:
      let isFromChild = from.map(isChild) ?? false
      if isFromChild || note.words.contains(where: { $0.quote.by == "child" }) {
        note.heardFrom = true
        note.heardOf = speakers
      } else if to == nil {
        hint("from-whom", "From the child? Not recorded as heard from: say from:child or to:child.")
        offer("from-child", "from:child", taking: .typing("from:child", at: nil))
        offer("to-child", "to:child", taking: .typing("to:child", at: nil))
      }
    default: break
    }
  }
}
