/// What the record says around a child that a line may need; all of it may be missing.
///
/// Plain data: whoever has the record fills it, the parser works with none of it.
public struct NoteContext: Sendable, Hashable {
  /// The last contact with the child: what its place, interpreter and company were.
  public var last: LastContact?
  /// The interpreter at the last contact of each kind, where there was one.
  public var interpreters: [ContactKind: Interpreter]
  /// The code of the one language that the child is recorded to speak, where no contact with the
  /// child is recorded yet; nil where English is among them.
  public var firstLanguage: String?
  /// Steps already recorded of the running episode.
  public var stepsDone: Set<EpisodeStep>
  /// The people around the child.
  public var people: [KnownPerson]
  /// Interpreters, by number or name, who are not to come again for this child.
  public var interpretersNotAgain: [String]
  /// Dates of birth; more than one where age is disputed.
  public var births: [Day]
  /// What others owe and nobody has evidenced yet.
  public var waiting: [KnownDuty]
  /// Number plates in the record.
  public var plates: [String]
  /// What its flags were about, the newest first; what is restricted stays out.
  public var topics: [String]

  /// Makes a context; what is not known stays out.
  public init(
    last: LastContact? = nil,
    interpreters: [ContactKind: Interpreter] = [:],
    firstLanguage: String? = nil,
    stepsDone: Set<EpisodeStep> = [],
    people: [KnownPerson] = [],
    interpretersNotAgain: [String] = [],
    births: [Day] = [],
    waiting: [KnownDuty] = [],
    plates: [String] = [],
    topics: [String] = []
  ) {
    self.last = last
    self.interpreters = interpreters
    self.firstLanguage = firstLanguage
    self.stepsDone = stepsDone
    self.people = people
    self.interpretersNotAgain = interpretersNotAgain
    self.births = births
    self.waiting = waiting
    self.plates = plates
    self.topics = topics
  }
}

/// What of the last contact may be the same again.
public struct LastContact: Sendable, Hashable {
  /// Where; masked wherever it is shown.
  public var place: String?
  /// The interpreter.
  public var interpreter: Interpreter?
  /// Who else was there.
  public var company: [String]

  /// Makes one.
  public init(place: String? = nil, interpreter: Interpreter? = nil, company: [String] = []) {
    self.place = place
    self.interpreter = interpreter
    self.company = company
  }
}

/// Somebody around the child.
public struct KnownPerson: Sendable, Hashable {
  /// The name.
  public var name: String
  /// What they are to the child.
  public var role: Role?
  /// Where they stand; somebody of concern is never offered.
  public var standing: Standing?

  /// Makes one.
  public init(name: String, role: Role? = nil, standing: Standing? = nil) {
    self.name = name
    self.role = role
    self.standing = standing
  }

  /// An adult nobody knows, or one who worries the guardian.
  var isOfConcern: Bool { standing == .ofConcern || standing == .unknownAdult }
}

/// Something that waits for its evidence.
public struct KnownDuty: Sendable, Hashable {
  /// The entry that it comes from: a decision, for an answer to it.
  public var of: EntryID
  /// The clock, such as `asy.appeal`.
  public var clock: String
  /// As the pages call it.
  public var title: String

  /// Makes one.
  public init(of: EntryID, clock: String, title: String) {
    self.of = of
    self.clock = clock
    self.title = title
  }
}

extension NoteContext {
  /// What a child's record says around a line.
  ///
  /// - Parameters:
  ///   - file: The case file as of the present.
  ///   - timeline: The child's, for the last contact; without it nothing of that is offered.
  public init(_ file: CaseFile, timeline: Timeline? = nil) {
    let asylum = file.decisions.filter { $0.answer == nil && $0.isAdverse }
    let spoken = timeline?.items.filter(\.isSpoken)
    let languages = file.languages.compactMap(\.value.value)
    self.init(
      last: spoken?.first.map(LastContact.init),
      interpreters: Self.newest(spoken ?? []),
      firstLanguage: spoken?.isEmpty == true && languages.count == 1
        ? Languages.code(languages[0]) : nil,
      stepsDone: Set(file.openEpisode?.steps.map(\.step) ?? []),
      people: file.people.map {
        KnownPerson(name: $0.name, role: $0.role, standing: $0.standing)
      },
      interpretersNotAgain: file.interpretersNotAgain,
      births: file.births.compactMap(\.date),
      waiting: asylum.compactMap { decision in
        Self.clocks[decision.what].map {
          KnownDuty(of: decision.id, clock: $0, title: decision.limitTitle)
        }
      },
      plates: file.people.flatMap { ($0.identifiers ?? []) }.filter { $0.what == "number plate" }
        .map(\.value),
      topics: file.flags.filter { $0.restricted == nil }
        .sorted { $0.raised.at > $1.raised.at }.map(\.topic)
    )
  }

  private static func newest(_ spoken: [TimelineItem]) -> [ContactKind: Interpreter] {
    var seen: Set<ContactKind> = []
    var found: [ContactKind: Interpreter] = [:]
    for item in spoken {
      guard let kind = item.kind, seen.insert(kind).inserted else { continue }
      found[kind] = item.interpreter
    }
    return found
  }

  private static let clocks: [DecisionKind: String] = [
    .asylum: "asy.appeal", .nrm: "nrm.reconsider", .rg: "nrm.reconsider", .cg: "nrm.reconsider",
  ]
}

extension LastContact {
  fileprivate init(_ contact: TimelineItem) {
    self.init(place: contact.place, interpreter: contact.interpreter, company: contact.with)
  }
}

extension TimelineItem {
  /// A contact in force at which the child was seen or spoke.
  ///
  /// What was only written had no place and no interpreter, and says nothing of them.
  fileprivate var isSpoken: Bool {
    let written: Set<ContactKind> = [.text, .message, .email]
    return !removed && amendedBy == nil && (counted?.heardFrom ?? false)
      && !(kind.map(written.contains) ?? false)
  }
}
