/// A contact with a child or about one; also a contact that was tried and not made.
public struct ContactMade: Entry {
  /// The stored name.
  public static let type = "contact-made"

  /// How.
  public var kind: ContactKind
  /// With the child, or about the child.
  public var party: Party
  /// About: with whom.
  public var partyRole: Role?
  /// About: that person's name, as typed.
  public var partyName: String?
  /// How long, in minutes.
  public var minutes: Int?
  /// The guardian saw the child.
  ///
  /// Never true of a call, a text, an email, a message or an attempt.
  public var seen: Bool?
  /// The guardian saw the child (or spoke on a call) with nobody else but an interpreter.
  public var alone: Bool?
  /// The child was heard from: told the guardian something, by whatever means.
  public var heardFrom: Bool?
  /// The interpreter, when there was one.
  public var interpreter: Interpreter?
  /// Where, as typed; masked wherever it is shown.
  public var place: String?
  /// Who else was there, as typed.
  public var with: [String]?
  /// The line as typed: kept exactly, shown by `e`.
  public var raw: String?
  /// The line without its head and tokens; quotes and opinions in their places.
  public var text: String
  /// What was said, by whom, word for word.
  public var words: [Quote]?
  /// What the guardian asked.
  public var question: [String]?
  /// The guardian's opinion, apart from the facts.
  public var opinion: String?
  /// When each of several attempts was.
  public var times: [Moment]?
  /// How many attempts there were, where a number was said.
  public var count: Int?
  /// By which medium, such as `teams`.
  public var medium: String?
  /// Tags, without `#`.
  public var tags: [String]?
  /// Set where the text is the guardian's alone.
  public var restricted: Restriction?

  /// Makes a contact; set the rest as properties.
  public init(kind: ContactKind, party: Party, text: String) {
    self.kind = kind
    self.party = party
    self.text = text
  }

  /// The text, the words, the opinion and the tags.
  public var searchText: String {
    var parts = [text]
    parts += (words ?? []).map(\.text).filter { !text.contains($0) }
    if let opinion, !text.contains(opinion) { parts.append(opinion) }
    parts += (question ?? []) + (tags ?? [])
    if let partyName { parts.append(partyName) }
    return parts.joined(separator: "\n")
  }

  /// The kind, as the timeline's first word.
  public var timelineTitle: String { kind.rawValue }

  /// The text without head and tokens.
  public var timelineText: String { text }

  /// What the line's `=priv` and its like said.
  public var restriction: Restriction? { restricted }

  /// Adds what counts of it; in an open episode it is news, and never a return.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    let fact = counted(stamp)
    file.contacts.append(fact)
    guard let index = file.openEpisodeIndex else { return }
    if fact.seen {
      file.addNews(.seen, stamp)
    } else if fact.heardFrom {
      file.addNews(.heardFrom, stamp)
    } else if fact.party == .about {
      file.episodes[index].aboutContacts.append(stamp.occurredAt)
      if kind == .meeting || kind == .strategy || kind == .review {
        file.episodes[index].meetings.append(stamp.occurredAt)
      }
    }
  }
}

/// Somebody's words, kept word for word.
public struct Quote: Codable, Sendable, Hashable {
  /// `child` or a role.
  public var by: String
  /// The words.
  public var text: String
  /// Through whom, such as `interpreter`.
  public var through: String?

  /// Makes a quote.
  public init(by: String, text: String, through: String? = nil) {
    self.by = by
    self.text = text
    self.through = through
  }
}

/// Who interpreted, and how.
public struct Interpreter: Codable, Sendable, Hashable {
  /// Who: only `independent` counts as independent; `unknown` where nothing was said.
  public enum Independence: String, Codable, Sendable {
    case independent, none, carer, friend, app, unknown
  }

  /// How.
  public enum Mode: String, Codable, Sendable {
    case phone, video, inPerson
  }

  /// ISO 639 code, such as `vi`, where given.
  public var language: String?
  /// Whether the interpreter was independent.
  public var kind: Independence
  /// How the interpreter took part, where given.
  public var mode: Mode?
  /// The interpreter's number or name, where given.
  public var id: String?
  /// A concern about the interpreter, in the child's or the guardian's words.
  public var concern: String?

  /// Makes an interpreter.
  public init(
    language: String? = nil,
    kind: Independence = .independent,
    mode: Mode? = nil,
    id: String? = nil,
    concern: String? = nil
  ) {
    self.language = language
    self.kind = kind
    self.mode = mode
    self.id = id
    self.concern = concern
  }
}
