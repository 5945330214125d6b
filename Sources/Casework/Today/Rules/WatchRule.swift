/// The first 48 hours of a placement, a return, a release or a watch set by hand; then its week.
enum WatchRule: TodayRule {
  static func reasons(_ facts: Facts) -> [Reason] {
    // A later placement, return or release takes the place of an earlier one.
    let byItself = facts.watches.last { !$0.cause.isByHand && $0.start <= facts.now }
    let byHand = facts.watches.last { $0.cause.isByHand && $0.start <= facts.now }
    return [byItself, byHand].compactMap { $0.flatMap { reason($0, facts) } }
  }

  private static func reason(_ watch: Watch, _ facts: Facts) -> Reason? {
    if watch.isFirst(facts.now) {
      let times = facts.timesSeen(since: watch.start)
      return Reason(
        .first48Hours,
        "\(lead(watch, facts)), \(facts.words.since(watch.start))",
        accommodation(watch, facts),
        times == 0 ? "not yet met" : times == 1 ? "met once" : "met \(times) times",
        order: [
          times == 0 ? 0 : 1, facts.placement?.suitable?.agreed == true ? 1 : 0,
          -watch.start.milliseconds,
        ]
      )
    }
    guard watch.isRestOfWeek(facts.now), let end = watch.weekEnds else { return nil }
    return Reason(
      .today,
      lead(watch, facts),
      "48 h passed; first week until \(facts.words.dated(facts.zone.day(of: end)))",
      order: [1440, Int64(facts.zone.day(of: watch.start).daysSince1970)]
    )
  }

  private static func lead(_ watch: Watch, _ facts: Facts) -> String {
    let began = facts.words.began(watch.start)
    return switch watch.cause {
    case .placed(let placed): "\(placed.kind ?? "placed, kind not known,") since \(began)"
    case .returned: "returned \(began)"
    case .released: "released \(began)"
    case .byHand(let why): "watch set \(began): \(why)"
    }
  }

  private static func accommodation(_ watch: Watch, _ facts: Facts) -> String? {
    guard let placement = facts.placement, let kind = placement.kind else {
      return "accommodation not known"
    }
    let suitable: String? =
      switch placement.suitable?.agreed {
      case true: nil
      case false: "unsuitable"
      default: "suitability not known"
      }
    // The placement's own watch has named it already.
    if case .placed = watch.cause { return suitable }
    return suitable.map { "\(kind), \($0)" } ?? kind
  }
}

extension Watch.Cause {
  var isByHand: Bool { if case .byHand = self { true } else { false } }
}
