/// A promise to the child that is due today or past.
enum PromiseRule: TodayRule {
  static func reasons(_ facts: Facts) -> [Reason] {
    facts.openDuties.compactMap { duty in
      guard duty.kind == .promise, let due = duty.due,
        due.isTodayOrPast(facts.now, zone: facts.zone)
      else { return nil }
      return Reason(
        .promised,
        "you said you would \(duty.title), \(facts.words.due(due))",
        due.isPast(facts.now, zone: facts.zone) ? "not yet done" : nil,
        owedBy: .guardian,
        order: [due.deadline(in: facts.zone).milliseconds]
      )
    }
  }
}
