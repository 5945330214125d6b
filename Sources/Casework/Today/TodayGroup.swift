/// The ten groups of the first screen, in their order (today.md).
public enum TodayGroup: String, Codable, Sendable, CaseIterable, Comparable {
  case missing
  case danger
  case cannotBeUndone = "cannot-be-undone"
  case first48Hours = "first-48-hours"
  case promised
  case notSeen = "not-seen"
  case today
  case stillMissing = "still-missing"
  case waiting
  case asAgreed = "as-agreed"

  /// 1 to 10.
  public var rank: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

  /// The group's heading.
  public var heading: String {
    switch self {
    case .missing: "Missing"
    case .danger: "Danger said today"
    case .cannotBeUndone: "Cannot be undone"
    case .first48Hours: "First 48 hours"
    case .promised: "You said you would"
    case .notSeen: "Not seen"
    case .today: "Today"
    case .stillMissing: "Still missing"
    case .waiting: "Waiting, or not known"
    case .asAgreed: "Seen as agreed"
    }
  }

  /// True when `a` comes first on the screen.
  public static func < (a: TodayGroup, b: TodayGroup) -> Bool { a.rank < b.rank }
}
