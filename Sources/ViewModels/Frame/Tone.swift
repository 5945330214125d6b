/// What a piece of a page means.
///
/// A theme gives each tone its look; screens never name a colour. It is a number, so that a painter can
/// keep a pen for each in an array.
public enum Tone: UInt8, Sendable, CaseIterable {
  case text, quiet, heading, border, selection, input, key, link, match, error, ok
  case nowMissing
  case nowDanger
  case nowLimit
  case nowFirstHours
  case flagUrgent
  case flagHarm
  case flagRisk
  case flagContext
  case protective
  case dueSoon
  case dueToday
  case dueUnevidenced
  case dueMet
  case unverified
  case wordsChild
  case wordsOpinion
  case promise, restricted, removed, late
  case lanePlacementSafe
  case lanePlacementUnsure
  case lanePlacementUnsuitable
  case laneMissing
  case laneDecision
  case laneSeen
  case laneGap
  case entryChild
  case entryKind
  case entryWhen
  case entryWords
  case entryFlag
  case entryAction
  case entryProblem

  /// What a theme's file calls it.
  public var name: String {
    switch self {
    case .nowMissing: "now.missing"
    case .nowDanger: "now.danger"
    case .nowLimit: "now.limit"
    case .nowFirstHours: "now.firsthours"
    case .flagUrgent: "flag.urgent"
    case .flagHarm: "flag.harm"
    case .flagRisk: "flag.risk"
    case .flagContext: "flag.context"
    case .dueSoon: "due.soon"
    case .dueToday: "due.today"
    case .dueUnevidenced: "due.unevidenced"
    case .dueMet: "due.met"
    case .wordsChild: "words.child"
    case .wordsOpinion: "words.opinion"
    case .lanePlacementSafe: "lane.placement.safe"
    case .lanePlacementUnsure: "lane.placement.unsure"
    case .lanePlacementUnsuitable: "lane.placement.unsuitable"
    case .laneMissing: "lane.missing"
    case .laneDecision: "lane.decision"
    case .laneSeen: "lane.seen"
    case .laneGap: "lane.gap"
    case .entryChild: "entry.child"
    case .entryKind: "entry.kind"
    case .entryWhen: "entry.when"
    case .entryWords: "entry.words"
    case .entryFlag: "entry.flag"
    case .entryAction: "entry.action"
    case .entryProblem: "entry.problem"
    default: "\(self)"
    }
  }
}
