/// The guardian's own act or appointment, due today or past.
enum OwnActRule: TodayRule {
  static func reasons(_ facts: Facts) -> [Reason] {
    facts.openDuties.compactMap { duty in
      let isOwn =
        duty.kind == .reminder || duty.kind == .appointment
        || (duty.kind == .episode && duty.owedBy == .guardian)
      guard isOwn, let due = duty.due, due.isTodayOrPast(facts.now, zone: facts.zone) else {
        return nil
      }
      let day = due.day(in: facts.zone)
      return Reason(
        .today,
        text(duty, due, facts),
        owedBy: .guardian,
        order: [timeOfDay(due, facts), Int64(day.daysSince1970)]
      )
    }
  }

  private static func text(_ duty: Duty, _ due: DueDate, _ facts: Facts) -> String {
    let when = facts.words.due(due)
    guard due.isPast(facts.now, zone: facts.zone) else { return "\(duty.title), \(when)" }
    if duty.kind == .appointment { return "\(duty.title): was \(when); not written down" }
    return "\(duty.title): you said \(when); not yet done"
  }

  // Today's times first, in their order; what has no time today after them.
  static func timeOfDay(_ due: DueDate, _ facts: Facts) -> Int64 {
    guard let moment = due.moment, facts.zone.day(of: moment) == facts.today else { return 1440 }
    return Int64(facts.zone.minuteOfDay(of: moment))
  }
}
