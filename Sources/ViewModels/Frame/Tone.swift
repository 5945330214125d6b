/// What a piece of a page means.
///
/// A theme gives each tone its look; screens never name a colour.
public enum Tone: String, Sendable, CaseIterable {
  case text, quiet, heading, border, selection, input, key, link, match, error, ok
  case nowMissing = "now.missing"
  case nowDanger = "now.danger"
  case nowLimit = "now.limit"
  case nowFirstHours = "now.firsthours"
  case flagUrgent = "flag.urgent"
  case flagHarm = "flag.harm"
  case flagRisk = "flag.risk"
  case flagContext = "flag.context"
  case protective
  case dueSoon = "due.soon"
  case dueToday = "due.today"
  case dueUnevidenced = "due.unevidenced"
  case dueMet = "due.met"
  case unverified
  case wordsChild = "words.child"
  case wordsOpinion = "words.opinion"
  case promise, restricted, removed, late
  case lanePlacementSafe = "lane.placement.safe"
  case lanePlacementUnsure = "lane.placement.unsure"
  case lanePlacementUnsuitable = "lane.placement.unsuitable"
  case laneMissing = "lane.missing"
  case laneDecision = "lane.decision"
  case laneSeen = "lane.seen"
  case laneGap = "lane.gap"
  case entryChild = "entry.child"
  case entryKind = "entry.kind"
  case entryWhen = "entry.when"
  case entryWords = "entry.words"
  case entryFlag = "entry.flag"
  case entryAction = "entry.action"
  case entryProblem = "entry.problem"
}
