/// An authority decided, or was asked to decide.
public struct DecisionRecorded: Entry {
  /// The stored name.
  public static let type = "decision-recorded"

  /// What about.
  public var what: DecisionKind
  /// How.
  public var outcome: DecisionOutcome
  /// The date on the notice.
  public var notice: Day?
  /// The day it came.
  public var received: Day?
  /// The last day for an answer, as the document says: never worked out.
  public var answerBy: Day?
  /// Who owes the answer; the lawyer where nil.
  public var owedBy: Role?
  /// What the limit is called, such as "asylum appeal".
  public var title: String?
  /// More about it.
  public var note: String?
  /// Set where the text is the guardian's alone.
  public var restricted: Restriction?

  /// Makes the entry.
  public init(
    what: DecisionKind,
    outcome: DecisionOutcome,
    notice: Day? = nil,
    received: Day? = nil,
    answerBy: Day? = nil,
    owedBy: Role? = nil,
    title: String? = nil,
    note: String? = nil,
    restricted: Restriction? = nil
  ) {
    self.what = what
    self.outcome = outcome
    self.notice = notice
    self.received = received
    self.answerBy = answerBy
    self.owedBy = owedBy
    self.title = title
    self.note = note
    self.restricted = restricted
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "\(what.words): \(outcome.words)" }

  /// What the timeline shows below the line.
  public var timelineText: String { lines(title, note) }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// Who may read it.
  public var restriction: Restriction? { restricted }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    file.decisions.append(Decision(recorded: Dated(self, stamp)))
  }
}

/// What a decision is about.
public enum DecisionKind: String, Codable, Sendable, CaseIterable {
  /// The referral to the NRM.
  case nrm
  /// Reasonable grounds.
  case rg
  /// Conclusive grounds.
  case cg
  /// Asylum.
  case asylum
  /// Leave to remain.
  case leave
  /// Age.
  case age
  /// A court.
  case court
  /// Anything else.
  case other

  /// As a sentence says it.
  public var words: String {
    switch self {
    case .nrm: "NRM"
    case .rg: "RG"
    case .cg: "CG"
    case .asylum: "asylum"
    case .leave: "leave"
    case .age: "age"
    case .court: "court"
    case .other: "decision"
    }
  }
}

/// How a decision came out.
public enum DecisionOutcome: String, Codable, Sendable, CaseIterable {
  /// Yes.
  case positive
  /// No.
  case negative
  /// Granted.
  case granted
  /// Refused.
  case refused
  /// Asked for; nothing decided.
  case waiting
  /// In dispute.
  case disputed
  /// Taken back.
  case withdrawn
  /// Anything else.
  case other

  /// As a sentence says it.
  public var words: String {
    switch self {
    case .positive: "yes"
    case .negative: "no"
    case .granted: "granted"
    case .refused: "refused"
    case .waiting: "waiting"
    case .disputed: "disputed"
    case .withdrawn: "withdrawn"
    case .other: "other"
    }
  }
}
