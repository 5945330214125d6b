/// A limit that a document sets, and a refusal or a no that the lawyer has not answered.
enum LimitRule: TodayRule {
  static func reasons(_ facts: Facts) -> [Reason] {
    facts.decisions.filter { $0.answer == nil && !isOvertaken($0, facts) }.compactMap { decision in
      let near = decision.answerBy.map {
        $0 < facts.today || WorkingDays.isWithin($0, 3, of: facts.today)
      }
      guard decision.isAdverse || near == true else { return nil }
      return reason(decision, facts)
    }
  }

  // A later yes to the same question takes the place of a no.
  private static func isOvertaken(_ decision: Decision, _ facts: Facts) -> Bool {
    facts.decisions.contains { later in
      later.what == decision.what && later.what != .other
        && later.recorded.at > decision.recorded.at
        && [.positive, .granted, .withdrawn].contains(later.outcome)
    }
  }

  private static func reason(_ decision: Decision, _ facts: Facts) -> Reason {
    let words = facts.words
    let limit: String =
      if let day = decision.answerBy {
        day < facts.today
          ? "\(decision.limitTitle): last day was \(words.limit(day)), not recorded as met"
          : "\(decision.limitTitle): last day \(words.limit(day))"
      } else {
        "\(decision.limitTitle): last day not recorded, see the document"
      }
    let came = decision.received ?? decision.notice ?? facts.zone.day(of: decision.recorded.at)
    let no = "\(decision.what.words) \(decision.outcome.words) \(words.day(came))"
    return Reason(
      .cannotBeUndone,
      limit,
      decision.isAdverse ? "\(no), answer not recorded" : nil,
      owedBy: .role(decision.owedBy ?? .lawyer),
      order: decision.answerBy.map { [0, Int64($0.daysSince1970)] }
        ?? [1, Int64(came.daysSince1970)]
    )
  }
}
