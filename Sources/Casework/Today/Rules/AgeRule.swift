/// 17½ and 18, by every date of birth: rank 3 within 3 working days, rank 9 within 8 weeks.
///
/// A plan for 18 meets them.
enum AgeRule: TodayRule {
  static func reasons(_ facts: Facts) -> [Reason] {
    guard facts.plans[.transition] == nil else { return [] }
    return facts.births.flatMap { birth in
      [(210, "17½"), (216, "18")].compactMap { months, age in
        birth.day(atMonths: months).flatMap { reason(age, $0, birth, facts) }
      }
    }
  }

  private static func reason(_ age: String, _ day: Day, _ birth: Birth, _ facts: Facts) -> Reason? {
    let isNear = day.days(since: facts.today) <= 1
    let text = "\(age) \(isNear ? "" : "on ")\(facts.words.limit(day)) \(birth.basis.words)"
    let order = [0, Int64(day.daysSince1970)]
    if day < facts.today {
      // A missing adult's row says so already; 17½ is over once it is past.
      guard age == "18", facts.episode == nil else { return nil }
      return Reason(
        .waiting,
        "18 since \(facts.words.dated(day)) \(birth.basis.words)",
        "no plan for 18 recorded",
        owedBy: .role(.la),
        order: [2] + order
      )
    }
    if WorkingDays.isWithin(day, 3, of: facts.today) {
      let owedBy = Owner.role(.la)
      return Reason(.cannotBeUndone, text, "no plan for 18 recorded", owedBy: owedBy, order: order)
    }
    guard day.days(since: facts.today) <= 56 else { return nil }
    let owedBy = Owner.role(.la)
    return Reason(.waiting, text, "no plan for 18 recorded", owedBy: owedBy, order: [2] + order)
  }
}
