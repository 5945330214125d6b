/// A plan was made or made anew.
public struct PlanMade: Entry {
  /// The stored name.
  public static let type = "plan-made"

  /// Safety, or growing up.
  public var kind: PlanKind
  /// Its version.
  public var version: Int?
  /// What it says.
  public var text: String?
  /// What was eased, and why.
  public var stepDown: String?
  /// When it is looked at again.
  public var reviewBy: Day?

  /// Makes the entry.
  public init(
    kind: PlanKind,
    version: Int? = nil,
    text: String? = nil,
    stepDown: String? = nil,
    reviewBy: Day? = nil
  ) {
    self.kind = kind
    self.version = version
    self.text = text
    self.stepDown = stepDown
    self.reviewBy = reviewBy
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "\(kind.words)\(version.map { ", version \($0)" } ?? "")" }

  /// What the timeline shows below the line.
  public var timelineText: String { lines(text, stepDown) }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    file.plans[kind] = Dated(self, stamp)
  }
}

/// What a plan is for.
public enum PlanKind: String, Codable, Sendable, CaseIterable {
  /// A safety plan.
  case safety
  /// A plan for 17½ and 18.
  case transition

  /// As a sentence says it.
  public var words: String {
    switch self {
    case .safety: "safety plan"
    case .transition: "plan for 18"
    }
  }
}
