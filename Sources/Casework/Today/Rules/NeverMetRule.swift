/// The guardian has never met the child, and the service's standard has passed.
enum NeverMetRule: TodayRule {
  static func reasons(_ facts: Facts) -> [Reason] {
    guard facts.episode == nil, facts.lastSeen == nil, let since = facts.allocatedAt,
      let hours = facts.standards.firstMeetingHours, facts.now > since.adding(hours: hours)
    else { return [] }
    return [
      Reason(
        .notSeen,
        "never met since \(facts.words.began(since)), \(facts.words.since(since))",
        "the service's standard is \(Words.span(minutes: hours * 60))",
        owedBy: .guardian,
        order: [0, since.milliseconds]
      )
    ]
  }
}
