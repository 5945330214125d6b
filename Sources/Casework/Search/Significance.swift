/// Which entries make up the chronology of significant events: a view, nothing is typed twice.
///
/// The table is ours. That a guardian's record should yield a chronology of significant events at all
/// is practice (local authority recording manuals, Sheffield and Durham, read in excerpt only:
/// unverified); which types belong in it follows from what the record holds: decisions, placements,
/// missing episodes, and what the guardian marked (unverified against any one manual's list).
/// `challenge-made` and `handed-over` join it when this version has them.
public struct Significance: Sendable {
  /// Stored types.
  let types: Set<String>
  /// As a person reads it.
  public let what: String
  /// Why it counts.
  public let why: String
  /// True of those entries of the types that count; nil: all.
  let only: (@Sendable (any Entry) -> Bool)?

  private init(
    _ what: String,
    _ types: [any Entry.Type],
    why: String,
    only: (@Sendable (any Entry) -> Bool)? = nil
  ) {
    self.what = what
    self.types = Set(types.map { $0.type })
    self.why = why
    self.only = only
  }

  /// The tag by which the guardian adds a contact.
  public static let tag = "significant"

  /// Every rule; the last two look at more than one entry and are held by ``SearchBook``.
  public static let all: [Significance] = [
    Significance(
      "referred, allocated, opened",
      [ChildOpened.self, Referred.self, Allocated.self],
      why: "when the guardian's work began"
    ),
    Significance(
      "closed, handed over, reopened",
      [Closed.self, Reopened.self],
      why: "when it ended, and who holds the record after"
    ),
    Significance(
      "placements and their ends",
      [Placed.self, PlacementEnded.self],
      why: "where the child lived, and every move"
    ),
    Significance(
      "missing: started, located, returned, interview, closed",
      [
        MissingStarted.self, Located.self, Returned.self, Interview.self, EpisodeClosed.self,
      ],
      why: "each episode in outline; its steps stay in the episode"
    ),
    Significance(
      "decisions and their answers",
      [DecisionRecorded.self, DecisionAnswered.self],
      why: "NRM, asylum, age, leave, courts: what the child's life turns on"
    ),
    Significance(
      "changes of liberty",
      [LibertyChanged.self],
      why: "detention, custody, treated as an adult, release"
    ),
    Significance(
      "an age that is assessed or disputed",
      [ChildDescribed.self],
      why: "a date of birth that others gave changes every protection",
      only: { entry in
        guard let described = entry as? ChildDescribed, described.field == .birth else {
          return false
        }
        return described.basis == .assessed || described.value.state == .disputed
      }
    ),
    Significance(
      "safety plans",
      [PlanMade.self],
      why: "what was agreed to keep the child safe",
      only: { ($0 as? PlanMade)?.kind == .safety }
    ),
    Significance(
      "flags that are urgent or of harm",
      [FlagRaised.self],
      why: "injury, self-harm, an allegation, a sign of harm, or urgent by the guardian's own act",
      only: { entry in
        guard let flag = entry as? FlagRaised else { return false }
        return flag.urgent == true || flag.kind == .harm
          || [.selfHarm, .injury, .allegation].contains(flag.nature)
      }
    ),
    Significance(
      "contacts tagged #significant",
      [ContactMade.self],
      why: "the guardian says so",
      only: { ($0 as? ContactMade)?.tags?.contains { Fold.fold($0) == tag } == true }
    ),
    Significance(
      "how those flags were closed",
      [FlagReviewed.self],
      why: "the end belongs beside the beginning",
      only: { _ in false }
    ),
    Significance(
      "the child first seen, and first seen alone",
      [ContactMade.self],
      why: "how long it took until somebody met the child, and listened",
      only: { _ in false }
    ),
  ]

  private static let byType: [String: [Significance]] = {
    var rules: [String: [Significance]] = [:]
    for rule in all { for type in rule.types { rules[type, default: []].append(rule) } }
    return rules
  }()

  /// Whether an entry belongs in the chronology by what it says itself.
  static func holds(_ entry: any Entry) -> Bool {
    byType[Swift.type(of: entry).type]?.contains { $0.only?(entry) ?? true } ?? false
  }
}
