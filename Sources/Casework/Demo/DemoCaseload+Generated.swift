extension DemoCaseload {
  /// A larger caseload out of the same material, for trying the program at size.
  ///
  /// The notes are those of the fourteen, told again of other children with other names and on
  /// other days; most children are seen as agreed, and some of every ten are not.
  ///
  /// - Parameters:
  ///   - children: How many; at least one is made.
  ///   - notes: How many contacts in all, spread over three years.
  ///   - seed: Decides everything that is left open.
  ///   - now: The moment at which somebody looks.
  ///   - zone: The zone of the record.
  /// - Returns: Acts in the order in which they were written down, none later than `now`.
  public static func generated(
    children: Int,
    notes: Int,
    seed: UInt64,
    now: Moment,
    zone: Zone
  ) -> [TimedAct] {
    let clock = DemoClock(now: now, zone: zone)
    let material = lives(now: now, zone: zone, seed: seed).map(DemoMaterial.init)
    var random = DemoRandom(seed: seed)
    let count = max(1, children)
    var acts: [TimedAct] = []
    for index in 0..<count {
      let share = notes / count + (index < notes % count ? 1 : 0)
      var child = DemoGeneratedChild(
        index: index,
        material: material[index % material.count],
        clock: clock,
        random: DemoRandom(seed: random.next())
      )
      child.live(notes: max(0, share))
      acts += child.life.acts
    }
    return inOrder(acts)
  }
}

/// What of a child's life can be told of another.
struct DemoMaterial {
  /// A contact with its time of day.
  struct Note {
    var contact: ContactMade
    var minute: Int
  }

  /// Contacts that stand by themselves.
  private(set) var notes: [Note] = []
  /// What the child's languages, strengths and wishes were.
  private(set) var described: [ChildDescribed] = []
  private(set) var people: [PersonAdded] = []
  private(set) var plan: PlanMade?
  private(set) var home: Placed?
  private(set) var safeContact: SafeContactAgreed?
  let interpreter: (language: String, number: String)?

  init(_ life: DemoLife) {
    interpreter = life.interpreter
    for entry in life.acts.flatMap(\.act.parts).flatMap(\.entries) {
      switch entry.body {
      case let contact as ContactMade where contact.kind != .missing && contact.kind != .strategy:
        let minute = life.clock.zone.minuteOfDay(of: entry.occurredAt)
        var again = contact
        again.times = nil
        notes.append(Note(contact: again, minute: minute))
      case let field as ChildDescribed where Self.kept.contains(field.field):
        described.append(field)
      case let person as PersonAdded: people.append(person)
      case let plan as PlanMade: self.plan = plan
      case let home as Placed where home.suitable?.agreed == true: self.home = home
      case let agreed as SafeContactAgreed: safeContact = agreed
      default: break
      }
    }
  }

  private static let kept: Set<ChildField> = [
    .nationality, .language, .interpreting, .wants, .helps, .rings, .strength, .frightens,
  ]
}
