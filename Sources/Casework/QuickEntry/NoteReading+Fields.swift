/// `int:`, `at:`, `with:`, `to:`, `from:`, and with or about whom the contact was.
extension NoteReading {
  mutating func takeFields() {
    for case .mark(let mark) in items {
      switch mark.sort {
      case .field(let name, let range): takeField(name, line.text(range), mark.range)
      case .concern(let range):
        var interpreter = note.interpreter ?? Interpreter(kind: .unknown)
        interpreter.concern = line.text(range)
        note.interpreter = interpreter
        token(mark.range, .interpreter, "concern")
      default: continue
      }
    }
  }

  private mutating func takeField(_ name: String, _ value: String, _ range: Range<Int>) {
    switch name {
    case "int":
      let concern = note.interpreter?.concern
      note.interpreter = Languages.interpreter(value)
      note.interpreter?.concern = concern
      token(
        range,
        .interpreter,
        note.interpreter?.language ?? note.interpreter?.kind.rawValue ?? ""
      )
      if let language = note.interpreter?.language, Languages.names[language] == nil {
        hint(
          "language",
          "“\(language)” is no language known here; it is kept as typed.",
          over: range
        )
      }
    case "at":
      note.place = value
      token(range, .place, value)
    case "with":
      note.with += value.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
      token(range, .company, value)
    case "to":
      to = value
      token(range, .party, value)
    case "from":
      from = value
      token(range, .party, value)
    default: break
    }
  }

  /// With the child, or about the child and with whom.
  mutating func decideParty() {
    note.partyName = head.name
    note.partyRole = head.role
    if let other = to ?? from {
      setParty(other)
      return
    }
    guard let kind = note.kind else {
      if head.role != nil { note.party = .about }
      return
    }
    if head.saysSeen, kind.isInPerson {
      note.party = .child
      moveRoleToCompany()
    } else if head.role != nil, !head.isAbout, [.visit, .office, .travel].contains(kind) {
      askCompany()
    } else if head.role != nil || head.isAbout {
      note.party = .about
    } else {
      note.party = kind.partyByDefault
      if note.party == .about { note.partyRole = HeadWords.role(of: kind) }
    }
  }

  /// `to:` and `from:` say a child, a role, or somebody's name.
  private mutating func setParty(_ other: String) {
    let isChild = isChild(other)
    note.party = isChild ? .child : .about
    guard !isChild else { return }
    if let role = HeadWords.roles[other.lowercased()] {
      note.partyRole = role
    } else {
      let person = known(other)
      note.partyRole = note.partyRole ?? person?.role ?? .other
      note.partyName = note.partyName ?? other
    }
  }

  /// `child`, or a name of a child of this note; another child of the caseload is somebody else.
  func isChild(_ word: String) -> Bool {
    if word.lowercased() == "child" { return true }
    let named = parser.names.matches(word).map { parser.names.children[$0] }
    return named.contains { note.children.contains($0) }
  }

  /// Somebody around one of the children, by the whole name or a part of it.
  func known(_ name: String) -> KnownPerson? {
    let words = Set(Fold.words(name))
    guard !words.isEmpty else { return nil }
    return note.children.lazy.flatMap(\.context.people).first { person in
      words.isSubset(of: Fold.words(person.name))
    }
  }

  private mutating func moveRoleToCompany() {
    if let word = head.roleWord {
      // It stands in the head, before all that was named beside it.
      note.with.insert([word, head.name].compactMap { $0 }.joined(separator: " "), at: 0)
    }
    note.partyRole = nil
    note.partyName = nil
  }

  private mutating func askCompany() {
    let word = head.roleWord ?? ""
    let whom = head.role?.words ?? word
    ask(
      "company-or-met",
      "Was \(whom) there too, or did you meet \(whom) about the child?",
      over: headSpan(.role)
    )
    offerCompany(word)
    offer(
      "about",
      "to:\(head.role?.rawValue ?? word)",
      over: headSpan(.role),
      taking: headSpan(.child).map { .typing("about ", at: $0.lowerBound..<$0.lowerBound) }
        ?? note.children.first.map { .typing("about \($0.ref) ", at: 0..<0) }
    )
  }

  /// The role and the name beside it become company.
  private mutating func offerCompany(_ word: String) {
    let role = headSpan(.role)
    guard let role, let name = head.name, let place = headSpan(.name) else {
      offer(
        "company",
        "with:\(word)",
        over: role,
        taking: role.map { .typing("with:\(word)", at: $0) }
      )
      return
    }
    offer(
      "company",
      "with:\(word)",
      over: role,
      taking: .typing("with:\"\(word) \(name)\"", at: role.lowerBound..<place.upperBound)
    )
  }
}

extension ContactKind {
  /// Kinds at which the guardian may have stood before the child.
  var isInPerson: Bool {
    switch self {
    case .call, .video, .text, .email, .message, .attempt, .letter, .missing, .supervision, .other:
      false
    default: true
    }
  }
}

extension StringProtocol {
  /// Without white space around it.
  var trimmed: String {
    var slice = self[...]
    while let first = slice.first, first.isWhitespace { slice.removeFirst() }
    while let last = slice.last, last.isWhitespace { slice.removeLast() }
    return String(slice)
  }
}
