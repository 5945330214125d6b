/// Detention, custody, removal, treated as an adult: rank 3 until it has ended.
///
/// Once a response is recorded it stays there for 7 days after the change, then it is a reason of
/// the child's other group.
enum LibertyRule: TodayRule {
  static func reasons(_ facts: Facts) -> [Reason] {
    let running = facts.liberty.filter { $0.until == nil && $0.change.body.change != .released }
    return LibertyChange.allCases.compactMap { kind in
      let ofKind = running.filter { $0.change.body.change == kind }
      guard let first = ofKind.first, let last = ofKind.last else { return nil }
      let response = last.responses.last
      let isRecent = facts.now < last.change.at.adding(hours: 7 * 24)
      let began = "\(kind.words) since \(facts.words.began(first.change.at))"
      let answered = response.map { "response \(facts.words.day(of: $0.at))" }
      return Reason(
        response == nil || isRecent ? .cannotBeUndone : .waiting,
        "\(began), \(facts.words.since(first.change.at))",
        answered ?? "no response recorded",
        order: [response == nil || isRecent ? 1 : 2, last.change.at.milliseconds / 86_400_000]
      )
    }
  }
}
