/// What an entry said, with when it happened; its fields read as if they were this one's.
@dynamicMemberLookup
public struct Dated<Body: Sendable>: Sendable {
  /// The entry.
  public var id: EntryID
  /// When it happened.
  public var at: Moment
  /// What it said.
  public var body: Body

  /// Keeps a body with its stamp's identity and time.
  public init(_ body: Body, _ stamp: Stamp) {
    id = stamp.id
    at = stamp.occurredAt
    self.body = body
  }

  /// A field of the body.
  public subscript<Value>(dynamicMember path: KeyPath<Body, Value>) -> Value {
    body[keyPath: path]
  }
}

/// One value of a field of the child, with who said so and when.
public struct Described: Sendable, Hashable {
  /// The entry.
  public var id: EntryID
  /// When it was described.
  public var at: Moment
  /// The value.
  public var value: Known<String>
  /// A language: the dialect.
  public var dialect: String?

  /// The value with its dialect, or which kind of not knowing: "Vietnamese, northern".
  public var words: String {
    let known = [value.value, dialect].compactMap { $0 }.joined(separator: ", ")
    guard let state = value.state else { return known }
    return known.isEmpty ? state.words : "\(known) (\(state.words))"
  }
}

/// A date of birth, and what it rests on.
public struct Birth: Sendable, Hashable {
  /// The entry.
  public var id: EntryID
  /// The date; nil where it is not known.
  public var date: Day?
  /// What it rests on.
  public var basis: BirthBasis
  /// Which kind of not knowing.
  public var state: Unknown?
  /// Who says so.
  public var source: String?

  /// The age in whole years on a day; nil where the date is not known.
  ///
  /// Born on 29 February, a child is a year older on 1 March of other years.
  public func age(on day: Day) -> Int? {
    guard let date else { return nil }
    let (birth, today) = (date.date, day.date)
    let had = (today.month, today.day) >= (birth.month, birth.day)
    return today.year - birth.year - (had ? 0 : 1)
  }

  /// The birthday of an age in months: 216 is the 18th, 210 is 17½.
  public func day(atMonths months: Int) -> Day? {
    guard let date else { return nil }
    let day = date.adding(months: months)
    // The law counts the age from the day after where there is no such date (29 February).
    return day.date.day < date.date.day && months % 12 == 0 ? day.adding(days: 1) : day
  }
}

/// Where the child lived.
@dynamicMemberLookup
public struct Placement: Sendable {
  /// What was said when it began.
  public var begun: Dated<Placed>
  /// When it was over; nil while the child lives there.
  public var until: Moment?

  /// When it began.
  public var since: Moment { begun.at }

  /// A field of what was said when it began.
  public subscript<Value>(dynamicMember path: KeyPath<Placed, Value>) -> Value {
    begun.body[keyPath: path]
  }
}

/// A change of liberty and what was done about it.
@dynamicMemberLookup
public struct LibertyFact: Sendable {
  /// What changed.
  public var change: Dated<LibertyChanged>
  /// What was done about it.
  public var responses: [Dated<String>] = []
  /// When it was over; nil while it goes on.
  public var until: Moment?

  /// A field of the change.
  public subscript<Value>(dynamicMember path: KeyPath<LibertyChanged, Value>) -> Value {
    change.body[keyPath: path]
  }
}

/// What counts of a contact (entries.md, "What counts as contact").
public struct ContactFact: Sendable, Hashable {
  /// The entry.
  public var id: EntryID
  /// How.
  public var kind: ContactKind
  /// When.
  public var at: Moment
  /// With the child, or about the child.
  public var party: Party
  /// The guardian saw the child.
  public var seen: Bool
  /// The guardian saw the child alone.
  public var seenAlone: Bool
  /// The guardian spoke with the child alone, by telephone or video.
  public var spokeAlone: Bool
  /// The child was heard from; true also of every contact at which the child was seen.
  public var heardFrom: Bool

  /// Whether it counts for a counter.
  public func counts(for counter: Counter) -> Bool {
    switch counter {
    case .seen: seen
    case .seenAlone: seenAlone
    case .heardFrom: heardFrom
    }
  }
}
