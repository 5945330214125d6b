/// What somebody else owes: rank 7 within 3 working days, rank 9 once it is past.
enum OthersDutyRule: TodayRule {
  static func reasons(_ facts: Facts) -> [Reason] {
    facts.openDuties.compactMap { duty in
      guard duty.kind == .asked || duty.kind == .returnInterview, let due = duty.due else {
        return nil
      }
      let day = due.day(in: facts.zone)
      let chased = duty.chasedAt.map { "chased \(facts.words.day(of: $0))" }
      if due.isPast(facts.now, zone: facts.zone) {
        // Not chased first, then the one whose last chase is longest ago.
        let order: [Int64] =
          duty.chasedAt.map { [1, $0.milliseconds] } ?? [0, Int64(day.daysSince1970)]
        return Reason(
          .waiting,
          "\(duty.title): not evidenced, due \(facts.words.due(due))",
          chased,
          owedBy: duty.owedBy,
          order: order
        )
      }
      guard WorkingDays.isWithin(day, 3, of: facts.today) else { return nil }
      return Reason(
        .today,
        "\(duty.title): due \(facts.words.due(due))",
        chased,
        owedBy: duty.owedBy,
        order: [OwnActRule.timeOfDay(due, facts), Int64(day.daysSince1970)]
      )
    }
  }
}
