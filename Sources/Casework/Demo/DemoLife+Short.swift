// Short ways to say what every child's life needs.
extension DemoLife {
  /// A field of the child, and who says so.
  static func says(
    _ field: ChildField,
    _ value: String,
    by source: String = "child"
  ) -> ChildDescribed {
    ChildDescribed(field: field, value: Known(value, source: source))
  }

  /// A field of which nobody knows, or nobody may say.
  static func says(_ field: ChildField, _ state: Unknown, by source: String) -> ChildDescribed {
    ChildDescribed(field: field, value: Known(state, source: source))
  }

  /// A language with its dialect.
  static func speaks(_ language: String, _ dialect: String? = nil) -> ChildDescribed {
    ChildDescribed(field: .language, value: Known(language, source: "child"), dialect: dialect)
  }

  /// A date of birth; disputed where there are two.
  static func born(
    _ day: Day,
    _ basis: BirthBasis,
    by source: String,
    disputed: Bool = false
  ) -> ChildDescribed {
    let value =
      disputed
      ? Known(.disputed, value: day.iso, source: source) : Known(day.iso, source: source)
    return ChildDescribed(field: .birth, value: value, basis: basis)
  }

  /// Somebody at work, with one number and when it answers.
  func professional(
    _ name: String,
    _ role: Role,
    of organisation: String,
    _ number: String,
    _ hours: String,
    checked ago: Int = 21
  ) -> PersonAdded {
    PersonAdded(
      name: name,
      role: role,
      standing: .professional,
      organisation: organisation,
      numbers: [PhoneNumber(number: number, hours: hours, checked: clock.workday(ago))],
      safeToContact: Known(true, source: "guardian")
    )
  }

  /// Somebody whom the child lives with, is related to or likes.
  static func person(
    _ name: String,
    _ standing: Standing,
    _ note: String,
    role: Role? = nil,
    number: String? = nil,
    safe: Known<Bool>? = Known(true, source: "child")
  ) -> PersonAdded {
    PersonAdded(
      name: name,
      role: role,
      standing: standing,
      numbers: number.map { [PhoneNumber(number: $0)] },
      safeToContact: safe,
      note: note
    )
  }

  /// A place to live that is right for the child.
  static func home(
    _ kind: String,
    _ place: String,
    _ carers: String?,
    _ why: PlacementReason
  ) -> Placed {
    Placed(
      kind: kind,
      place: place,
      carers: carers,
      suitable: Known(true, source: "guardian"),
      why: why
    )
  }

  /// A safety plan that is looked at again so many days from today (before today when negative).
  func safetyPlan(
    _ version: Int,
    _ text: String,
    stepDown: String? = nil,
    reviewIn days: Int
  ) -> PlanMade {
    let review = days < 0 ? clock.workday(-days) : clock.workday(in: days)
    return PlanMade(
      kind: .safety,
      version: version,
      text: text,
      stepDown: stepDown,
      reviewBy: review
    )
  }

  /// The rhythm, to be looked at again so many days from today.
  func rhythm(
    _ counter: Counter,
    every days: Int,
    _ reason: String,
    with whom: String,
    reviewIn: Int = 45
  ) -> RhythmAgreed {
    RhythmAgreed(
      counter: counter,
      everyDays: days,
      reason: reason,
      with: whom,
      reviewBy: clock.workday(in: reviewIn)
    )
  }

  /// The next contact: a visit some working days ahead.
  mutating func nextVisit(in days: Int, _ time: String, _ what: String, setAgo: Int) {
    let day = clock.workday(in: days)
    keep(
      AppointmentSet(what: what, at: .at(clock.at(day, time)), withChild: true, kind: .visit),
      at: clock.office(setAgo, "17:20")
    )
  }

  /// A promise that was kept.
  mutating func promised(
    _ text: String,
    _ ago: Int,
    due: Int,
    keptAgo: Int,
    _ note: String
  ) {
    let id = keep(
      PromiseMade(text: text, due: .day(clock.day(due))),
      at: clock.at(ago, "16:50")
    )
    keep(PromiseKept(of: id, note: note), at: clock.at(keptAgo, "17:05"))
  }

  /// Something asked of another and answered.
  mutating func asked(
    _ role: Role,
    _ name: String,
    _ text: String,
    _ ago: Int,
    due: Int,
    chased: [(ago: Int, how: String)] = [],
    answeredAgo: Int,
    _ answer: String
  ) {
    let id = keep(
      AskedOf(text: text, owedBy: role, name: name, due: .day(clock.workday(due))),
      at: clock.office(ago, "10:30")
    )
    for chase in chased {
      keep(AskedChased(of: id, how: chase.how, whom: name), at: clock.office(chase.ago, "11:15"))
    }
    keep(AskedAnswered(of: id, answer: answer), at: clock.office(answeredAgo, "14:10"))
  }
}
