/// A flag with what followed.
@dynamicMemberLookup
public struct RaisedFlag: Sendable {
  /// What was said when it was raised.
  public var raised: Dated<FlagRaised>
  /// What was done.
  public var responses: [Dated<FlagResponded>] = []
  /// When it was looked at again.
  public var reviews: [Dated<FlagReviewed>] = []
  /// To whom it was told, or why not.
  public var shared: [Dated<Shared>] = []

  /// The flag's own identity.
  public var id: EntryID { raised.id }
  /// Set where a review closed it.
  public var closed: Dated<FlagReviewed>? { reviews.last.flatMap { $0.stillValid ? nil : $0 } }
  /// When it is to be looked at again.
  public var reviewBy: Day? { reviews.last { $0.reviewBy != nil }?.reviewBy ?? raised.reviewBy }
  /// True once somebody was told.
  public var isShared: Bool { shared.contains { $0.to != nil || $0.role != nil } }

  /// A field of what was said.
  public subscript<Value>(dynamicMember path: KeyPath<FlagRaised, Value>) -> Value {
    raised.body[keyPath: path]
  }
}

/// Something the guardian will do.
@dynamicMemberLookup
public struct Reminder: Sendable {
  /// What was written.
  public var written: Dated<ReminderSet>
  /// When, if it was put off.
  public var snoozedUntil: DueDate?
  /// When it was done.
  public var doneAt: Moment?
  /// When it was cancelled.
  public var cancelledAt: Moment?

  /// The reminder's own identity.
  public var id: EntryID { written.id }
  /// When it is due now.
  public var due: DueDate? { snoozedUntil ?? written.body.due }
  /// True until it is done or cancelled.
  public var isOpen: Bool { doneAt == nil && cancelledAt == nil }

  /// A field of what was written.
  public subscript<Value>(dynamicMember path: KeyPath<ReminderSet, Value>) -> Value {
    written.body[keyPath: path]
  }
}

/// An act that another owes.
@dynamicMemberLookup
public struct Ask: Sendable {
  /// What was asked.
  public var asked: Dated<AskedOf>
  /// Each time the guardian asked again, oldest first.
  public var chases: [Dated<AskedChased>] = []
  /// The answer.
  public var answer: Dated<AskedAnswered>?

  /// The ask's own identity.
  public var id: EntryID { asked.id }

  /// A field of what was asked.
  public subscript<Value>(dynamicMember path: KeyPath<AskedOf, Value>) -> Value {
    asked.body[keyPath: path]
  }
}

/// What the guardian told the child they would do.
@dynamicMemberLookup
public struct Promise: Sendable {
  /// How a promise ends.
  public enum End: String, Sendable, Codable {
    case kept
    case notKept = "not-kept"
    case released
  }

  /// What was promised.
  public var made: Dated<PromiseMade>
  /// How it ended.
  public var end: End?
  /// When it ended.
  public var endedAt: Moment?

  /// The promise's own identity.
  public var id: EntryID { made.id }

  /// A field of what was promised.
  public subscript<Value>(dynamicMember path: KeyPath<PromiseMade, Value>) -> Value {
    made.body[keyPath: path]
  }
}

/// Something with a time.
@dynamicMemberLookup
public struct Appointment: Sendable {
  /// What was set.
  public var written: Dated<AppointmentSet>
  /// When it was kept.
  public var keptAt: Moment?
  /// When it was missed.
  public var missedAt: Moment?

  /// The appointment's own identity.
  public var id: EntryID { written.id }
  /// True until it was kept or missed.
  public var isOpen: Bool { keptAt == nil && missedAt == nil }
  /// True when the guardian will meet or speak with the child.
  public var isWithChild: Bool {
    written.body.withChild ?? (written.body.kind?.partyByDefault == .child)
  }
  /// When.
  public var due: DueDate { written.body.at }

  /// A field of what was set, but for `at`, which is ``due``.
  public subscript<Value>(dynamicMember path: KeyPath<AppointmentSet, Value>) -> Value {
    written.body[keyPath: path]
  }
}

/// A decision with the lawyer's answer.
@dynamicMemberLookup
public struct Decision: Sendable {
  /// What was recorded.
  public var recorded: Dated<DecisionRecorded>
  /// The answer.
  public var answer: Dated<DecisionAnswered>?

  /// The decision's own identity.
  public var id: EntryID { recorded.id }
  /// True of a refusal and of a no: it stands until the lawyer's answer is recorded.
  public var isAdverse: Bool { recorded.outcome == .refused || recorded.outcome == .negative }
  /// What its limit is called: "asylum appeal".
  public var limitTitle: String {
    if let title = recorded.title { return title }
    return switch recorded.what {
    case .asylum where isAdverse: "asylum appeal"
    case .rg, .cg: "reconsideration of the \(recorded.what.words) decision"
    case .leave where !isAdverse: "leave to remain"
    default: "answer to the \(recorded.what.words) decision"
    }
  }

  /// A field of what was recorded.
  public subscript<Value>(dynamicMember path: KeyPath<DecisionRecorded, Value>) -> Value {
    recorded.body[keyPath: path]
  }
}
