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
    if head.doubtful?.lower == "seen", !kind.meansSeen {
      // "police seen, on CCTV" is the police's sighting: a comma does not make it the guardian's.
      if kind.partyByDefault == .about {
        hint(
          "asked",
          "Seen by you? Not recorded: put “seen” before the time to record it.",
          token: "seen"
        )
      } else {
        hint(
          "asked",
          "Seen by you, or part of the text? Put a comma after “seen” to record it.",
          token: "seen"
        )
        offer("seen", "seen,", token: "seen")
      }
    }
    guard note.party == .child else {
      if head.saysSeen {
        hint("seen-not-counted", "About the child: not recorded as seen.", token: "seen")
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
          token: "seen"
        )
      } else if kind.isInPerson {
        note.seen = true
      } else {
        hint(
          "seen-not-counted",
          "A contact by \(kind.rawValue) is never recorded as seen.",
          token: "seen"
        )
      }
    } else if kind.meansSeen {
      if let medium = note.medium {
        hint(
          "seen-or-not",
          "A \(kind.rawValue) by \(medium)? Not recorded as seen: say seen or video.",
          token: medium
        )
      } else if let denied = Wording.denial(proseWords(limit: 6)) {
        hint(
          "seen-or-not",
          "“\(denied)”: not recorded as seen. Say seen or unseen.",
          token: denied
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
        token: "alone"
      )
      offer("alone", "alone,", token: "alone")
      return
    }
    if head.saysUnseen {
      ask("unseen-alone", "Unseen and alone cannot both be.", token: "alone")
      return
    }
    if note.children.count > 1 {
      ask("alone-with-company", "Alone, and the other child was there?", token: "alone")
      return
    }
    let company = note.with.filter { !isInterpreter($0) }
    if !company.isEmpty || [.carer, .friend].contains(note.interpreter?.kind) {
      let who = company.isEmpty ? "the \(note.interpreter?.kind.rawValue ?? "")" : company[0]
      ask("alone-with-company", "Alone, and \(who) was there?", token: "alone")
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
        token: "alone"
      )
    }
  }

  private func isInterpreter(_ company: String) -> Bool {
    ["interpreter", "int", "interp"].contains(company.lowercased())
  }

  private mutating func decideHeardFrom() {
    guard let kind = note.kind, note.party == .child else { return }
    switch kind {
    case .call, .video:
      if note.words.isEmpty, let denied = Wording.denial(proseWords(limit: 6)) {
        hint(
          "attempt",
          "“\(denied)”: not recorded as heard from. An attempt?",
          token: denied
        )
        offer("attempt", "attempt", token: kind.rawValue)
      } else {
        note.heardFrom = true
      }
    case .text, .email, .message:
      let isFromChild = from.map { $0 == "child" || !parser.names.matches($0).isEmpty } ?? false
      if isFromChild || note.words.contains(where: { $0.quote.by == "child" }) {
        note.heardFrom = true
      } else if to == nil {
        hint("from-whom", "From the child? Not recorded as heard from: say from:child or to:child.")
        offer("from-child", "from:child")
        offer("to-child", "to:child")
      }
    default: break
    }
  }
}
