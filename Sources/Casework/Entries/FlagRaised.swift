/// Something that worries the guardian, or protects the child.
public struct FlagRaised: Entry {
  /// The stored name.
  public static let type = "flag-raised"

  /// What it is about, without `!`.
  public var topic: String
  /// What was seen or said.
  public var observation: String?
  /// What kind of thing happened.
  public var nature: FlagNature?
  /// Who saw it.
  public var seenBy: String?
  /// Why it matters.
  public var concern: String?
  /// A sign of harm, a risk of harm, protective, or context.
  public var kind: ConcernKind?
  /// True only by the guardian's own act.
  public var urgent: Bool?
  /// Whether the child was told.
  public var toldChild: Bool?
  /// Why the child was not told.
  public var whyNotTold: String?
  /// When it is looked at again.
  public var reviewBy: Day?
  /// The contact it came up in.
  public var from: EntryID?
  /// Set where the text is the guardian's alone.
  public var restricted: Restriction?

  /// Makes the entry.
  public init(
    topic: String,
    observation: String? = nil,
    nature: FlagNature? = nil,
    seenBy: String? = nil,
    concern: String? = nil,
    kind: ConcernKind? = nil,
    urgent: Bool? = nil,
    toldChild: Bool? = nil,
    whyNotTold: String? = nil,
    reviewBy: Day? = nil,
    from: EntryID? = nil,
    restricted: Restriction? = nil
  ) {
    self.topic = topic
    self.observation = observation
    self.nature = nature
    self.seenBy = seenBy
    self.concern = concern
    self.kind = kind
    self.urgent = urgent
    self.toldChild = toldChild
    self.whyNotTold = whyNotTold
    self.reviewBy = reviewBy
    self.from = from
    self.restricted = restricted
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "\(urgent == true ? "urgent flag" : "flag"): \(topic.spaced)" }

  /// What the timeline shows below the line.
  public var timelineText: String { lines(observation, concern) }

  /// The words that search finds it by.
  public var searchText: String { lines(topic.spaced, observation, concern) }

  /// Who may read it.
  public var restriction: Restriction? { restricted }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    file.flags.append(RaisedFlag(raised: Dated(self, stamp)))
  }
}

/// What happened.
public enum FlagNature: String, Codable, Sendable, CaseIterable {
  /// The child hurt itself or says it will.
  case selfHarm = "self-harm"
  /// Contact by a person of concern.
  case personOfConcern = "person-of-concern"
  /// An injury.
  case injury
  /// An allegation.
  case allegation
  /// Anything else.
  case other

  /// As a sentence says it.
  public var words: String {
    switch self {
    case .selfHarm: "self-harm"
    case .personOfConcern: "contact by a person of concern"
    case .injury: "injury"
    case .allegation: "allegation"
    case .other: "observation"
    }
  }
}

/// What a flag means for the child.
public enum ConcernKind: String, Codable, Sendable, CaseIterable {
  /// A sign of harm.
  case harm
  /// A risk of harm.
  case risk
  /// Something that protects.
  case protective
  /// Something to know.
  case context
}
