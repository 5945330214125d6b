/// Why a child stands where it stands on *Today*, in words.
public struct Reason: Sendable, Hashable {
  /// What happened or has not, and since when.
  public var text: String
  /// Who owes it, where somebody does.
  public var owedBy: Owner?
  /// The group that this reason alone would put the child in.
  public var group: TodayGroup
  /// Its place among the reasons of the group: compared part by part, smallest first.
  public var order: [Int64]
  /// True of what keeps a child out of *Seen as agreed* and is said only where nothing above is.
  public var isCatchAll: Bool

  /// Makes a reason.
  public init(
    _ group: TodayGroup,
    _ parts: String?...,
    owedBy: Owner? = nil,
    order: [Int64] = [],
    isCatchAll: Bool = false
  ) {
    text = parts.compactMap { $0 }.joined(separator: " · ")
    self.owedBy = owedBy
    self.group = group
    self.order = order
    self.isCatchAll = isCatchAll
  }

  /// True when `a` is shown before `b`.
  static func precedes(_ a: Reason, _ b: Reason) -> Bool {
    if a.group != b.group { return a.group < b.group }
    if a.isCatchAll != b.isCatchAll { return b.isCatchAll }
    return a.order.lexicographicallyPrecedes(b.order)
  }
}

/// One rule of *Today*: looks at the facts of one child and says its reasons, if any.
protocol TodayRule: Sendable {
  static func reasons(_ facts: Facts) -> [Reason]
}

/// Every rule; the order here does not matter, the groups do.
enum TodayRules {
  static let all: [any TodayRule.Type] = [
    MissingRule.self,
    DangerRule.self,
    LimitRule.self,
    AgeRule.self,
    LibertyRule.self,
    WatchRule.self,
    PromiseRule.self,
    NeverMetRule.self,
    RhythmRule.self,
    OwnActRule.self,
    OthersDutyRule.self,
    ReviewRule.self,
    NotKnownRule.self,
  ]
}
