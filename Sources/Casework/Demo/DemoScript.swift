/// A child's contacts as a page of lines, oldest first.
///
/// So a life can be read and written as one:
///
///     412 15:30 visit 50 alone int @library | She had drawn the market at home.
///       “The blue is the tarpaulin.” ~Proud of it.~
///
/// A line says how many days ago (an exact day with `!`, otherwise a working day where the kind is
/// for offices), when, what kind, and then: minutes; `alone`, `seen`, `unseen`, `sent` (nothing
/// came back); `int`, `int/phone`, `int/video`, `int/carer`, `by:LL2210`,
/// `not-again` (the child's words are a concern about the interpreter); `@place`; `with:A,B`; a role or
/// `role:Name` for whom the contact about the child was with; `child`; `x10:05,10:40` attempts;
/// `late+2` written down two days later; `=priv` and its like; `#tag`; `id:label`. A hyphen is a
/// space. Lines that begin with a space go on with the text; “…” are words, ~…~ is opinion.
struct DemoScript {
  /// One contact, not yet dated.
  struct Note {
    var daysAgo = 0
    var isExactDay = false
    var minute = 0
    var contact: ContactMade
    var attempts: [Int] = []
    var daysLate = 0
    var label: String?
    var wantsInterpreter: (kind: Interpreter.Independence, mode: Interpreter.Mode?)?
    var interpreterNumber: String?
    var isNotAgain = false
  }

  private(set) var notes: [Note] = []
  /// Lines that could not be read; a test says there are none.
  private(set) var problems: [String] = []

  init(_ text: String) {
    var entries: [(head: String, text: String)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
      if line.first == " ", !entries.isEmpty {
        entries[entries.count - 1].text += " " + line.drop { $0 == " " }
        continue
      }
      let parts = line.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      let rest = parts.count == 2 ? parts[1].drop { $0 == " " } : ""
      entries.append((String(parts[0]), String(rest)))
    }
    for entry in entries {
      if let note = Self.note(entry.head, text: entry.text) {
        notes.append(note)
      } else {
        problems.append(entry.head)
      }
    }
  }

  private static func note(_ head: String, text: String) -> Note? {
    let tokens = head.split(separator: " ")
    guard tokens.count >= 3, !text.isEmpty,
      let daysAgo = Int(tokens[0].hasSuffix("!") ? tokens[0].dropLast() : tokens[0]), daysAgo > 0,
      let minute = DemoClock.minutes(tokens[1]),
      let kind = ContactKind(rawValue: String(tokens[2]))
    else { return nil }
    var note = Note(contact: ContactMade(kind: kind, party: kind.partyByDefault, text: text))
    note.daysAgo = daysAgo
    note.isExactDay = tokens[0].hasSuffix("!")
    note.minute = minute
    for token in tokens.dropFirst(3) {
      guard read(token, into: &note) else { return nil }
    }
    note.finish()
    return note
  }

  private static func read(_ token: Substring, into note: inout Note) -> Bool {
    if let minutes = Int(token) {
      note.contact.minutes = minutes
      return true
    }
    switch token {
    case "alone": note.contact.alone = true
    case "seen": note.contact.seen = true
    case "unseen": note.contact.seen = false
    case "sent": note.contact.heardFrom = false
    case "child": note.contact.party = .child
    case "int": note.wantsInterpreter = (.independent, .inPerson)
    case "int/phone": note.wantsInterpreter = (.independent, .phone)
    case "int/video": note.wantsInterpreter = (.independent, .video)
    case "int/carer": note.wantsInterpreter = (.carer, nil)
    case "not-again": note.isNotAgain = true
    case "=priv": note.contact.restricted = .privileged
    case "=police": note.contact.restricted = .police
    case "=third": note.contact.restricted = .thirdParty
    case "=health": note.contact.restricted = .health
    case "=asked": note.contact.restricted = .childAsked
    default: return readMarked(token, into: &note)
    }
    return true
  }

  private static func readMarked(_ token: Substring, into note: inout Note) -> Bool {
    if token.hasPrefix("@") {
      note.contact.place = spaced(token.dropFirst())
    } else if token.hasPrefix("with:") {
      note.contact.with = token.dropFirst(5).split(separator: ",").map(spaced)
    } else if token.hasPrefix("#") {
      note.contact.tags = (note.contact.tags ?? []) + [String(token.dropFirst())]
    } else if token.hasPrefix("id:") {
      note.label = String(token.dropFirst(3))
    } else if token.hasPrefix("by:") {
      note.interpreterNumber = String(token.dropFirst(3))
    } else if token.hasPrefix("late+"), let days = Int(token.dropFirst(5)) {
      note.daysLate = days
    } else if token.hasPrefix("x"), token.contains(":") {
      note.attempts = token.dropFirst().split(separator: ",").compactMap { DemoClock.minutes($0) }
    } else {
      let parts = token.split(separator: ":", maxSplits: 1)
      guard let role = Role(rawValue: String(parts[0])) else { return false }
      note.contact.party = .about
      note.contact.partyRole = role
      note.contact.partyName = parts.count == 2 ? spaced(parts[1]) : nil
    }
    return true
  }

  private static func spaced(_ token: some StringProtocol) -> String {
    String(token.map { $0 == "-" ? " " : $0 })
  }
}

extension DemoScript.Note {
  // Words are the child's where the child was the party, otherwise those of whoever was.
  fileprivate mutating func finish() {
    let by = contact.party == .child ? "child" : (contact.partyRole?.rawValue ?? "other")
    let through: String? =
      contact.party == .child
      ? wantsInterpreter.map { $0.kind == .independent ? "interpreter" : $0.kind.rawValue } : nil
    let said = Self.between("“", "”", in: contact.text)
    if !said.isEmpty { contact.words = said.map { Quote(by: by, text: $0, through: through) } }
    let opinions = Self.between("~", "~", in: contact.text)
    if !opinions.isEmpty { contact.opinion = opinions.joined(separator: " ") }
  }

  private static func between(_ open: Character, _ close: Character, in text: String) -> [String] {
    var found: [String] = []
    var current: String?
    for character in text {
      if let inside = current {
        if character == close {
          found.append(inside)
          current = nil
        } else {
          current = inside + String(character)
        }
      } else if character == open {
        current = ""
      }
    }
    return found
  }

  /// True of what people in offices do: it happens on a working day.
  var keepsOfficeHours: Bool {
    switch contact.kind {
    case .visit, .office, .meeting, .review, .strategy, .interview, .court, .lawyer, .school,
      .supervision, .letter, .email, .health:
      true
    case .call: contact.party == .about && contact.partyRole != .carer && contact.partyRole != .edt
    default: false
    }
  }
}
