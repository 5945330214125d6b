/// A flag, a plan or a rhythm that was to be looked at again: rank 7 for an urgent flag, else 9.
enum ReviewRule: TodayRule {
  static func reasons(_ facts: Facts) -> [Reason] {
    flags(facts) + plans(facts) + rhythms(facts)
  }

  private static func flags(_ facts: Facts) -> [Reason] {
    facts.flags.compactMap { flag in
      let isPast = flag.reviewBy.map { $0 < facts.today } ?? false
      if let day = flag.reviewBy, isPast {
        let order = Int64(day.daysSince1970)
        return Reason(
          flag.urgent == true ? .today : .waiting,
          "\(flag.topic.spaced): review was due \(facts.words.day(day))",
          owedBy: .guardian,
          order: flag.urgent == true ? [1440, order] : [2, order]
        )
      }
      // Answered and not yet closed; unanswered, it is the danger rule's.
      guard flag.urgent == true, let response = flag.responses.last else { return nil }
      return Reason(
        .waiting,
        "urgent flag: \(flag.topic.spaced), answered \(facts.words.day(of: response.at))",
        owedBy: .guardian,
        order: [2, response.at.milliseconds / 86_400_000]
      )
    }
  }

  private static func plans(_ facts: Facts) -> [Reason] {
    PlanKind.allCases.compactMap { kind in
      guard let day = facts.plans[kind]?.reviewBy, day < facts.today else { return nil }
      // The heading above the plan names its kind; a row does not say "safety".
      let title = kind == .safety ? "plan" : kind.words
      return waiting("\(title): older than its review, due \(facts.words.day(day))", day)
    }
  }

  private static func rhythms(_ facts: Facts) -> [Reason] {
    Counter.allCases.compactMap { counter in
      guard let day = facts.rhythms[counter]?.reviewBy, day < facts.today else { return nil }
      return waiting(
        "how often \(counter.words): review was due \(facts.words.day(day))",
        day
      )
    }
  }

  private static func waiting(_ text: String, _ day: Day) -> Reason {
    Reason(.waiting, text, owedBy: .guardian, order: [2, Int64(day.daysSince1970)])
  }
}
