/// The agreed rhythm has passed, or none is agreed; a missing child's rhythm rests.
enum RhythmRule: TodayRule {
  static func reasons(_ facts: Facts) -> [Reason] {
    guard facts.episode == nil else { return [] }
    if facts.rhythms.isEmpty {
      return [Reason(.notSeen, "no rhythm agreed", owedBy: .guardian, order: [2])]
    }
    return [Counter.seenAlone, .seen, .heardFrom].compactMap { reason($0, facts) }
  }

  private static func reason(_ counter: Counter, _ facts: Facts) -> Reason? {
    guard let rhythm = facts.rhythms[counter] else { return nil }
    let last = facts.last(counter)
    // Where it has never happened, the days count from the agreement.
    let from = last ?? rhythm.at
    let past = facts.today.days(since: facts.zone.day(of: from)) - rhythm.everyDays
    guard past > 0 else { return nil }
    let span = facts.words.since(from)
    let agreed =
      span.hasSuffix("days") || span.hasSuffix("months") && rhythm.everyDays > 1
      ? "agreed \(rhythm.everyDays)\(span.hasSuffix("days") ? "" : " days")"
      : "agreed every \(Words.span(days: rhythm.everyDays))"
    let text =
      last == nil
      ? "never \(counter.words), agreed every \(Words.span(days: rhythm.everyDays)), \(span) ago"
      : "not \(counter.words) for \(span), \(agreed)"
    // Silence alone is rank 9: only seeing the child is rank 6.
    if counter == .heardFrom { return Reason(.waiting, text, owedBy: .guardian, order: [2]) }
    let order: [Int64] = [1, -Int64(past), counter == .seenAlone ? 0 : 1]
    return Reason(.notSeen, text, owedBy: .guardian, order: order)
  }
}
