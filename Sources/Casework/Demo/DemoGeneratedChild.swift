/// A child of the larger caseload: another's material, another name, other days.
struct DemoGeneratedChild {
  private let index: Int
  private let material: DemoMaterial
  private let clock: DemoClock
  private let openedAgo: Int
  private var random: DemoRandom
  private(set) var life: DemoLife

  init(index: Int, material: DemoMaterial, clock: DemoClock, random: DemoRandom) {
    self.index = index
    self.material = material
    self.clock = clock
    self.random = random
    // The first are the longest known; nobody is opened in the last six weeks.
    openedAgo = 1096 - Int(self.random.next() % 1050)
    let number = index + 1
    let ref = number < 10 ? "K0\(number)" : "K\(number)"
    life = DemoLife(
      ref: ref,
      openedAt: clock.at(openedAgo, "10:00"),
      clock: clock,
      random: DemoRandom(seed: self.random.next())
    )
  }

  /// Tells the life with so many contacts.
  mutating func live(notes: Int) {
    open()
    agree()
    tell(notes: notes)
    switch index % 10 {
    case 3: missing()
    case 5: promise()
    case 7: ask()
    default: break
    }
  }

  private mutating func open() {
    let name = DemoNames.name(index, like: material)
    let months = 14 * 12 + Int(random.next() % 36)
    life.open(
      ChildOpened(name: name.whole, knownAs: name.called, source: "child"),
      Referred(text: "Referred by the council; the first call was short.", role: .sw),
      Allocated(conflict: Known(false, source: "guardian")),
      DemoLife.born(
        clock.born(years: months / 12, months: months % 12),
        .ownAccount,
        by: "child"
      ),
      material.home ?? DemoLife.home("foster carers", "Ashmere", nil, .first),
      at: clock.at(openedAgo, "10:00")
    )
    for field in material.described { life.keep(field, at: clock.at(openedAgo, "10:20")) }
    for person in material.people { life.keep(person, at: clock.at(openedAgo, "10:40")) }
  }

  private mutating func agree() {
    // Whose talk alone has lapsed: one in ten has a rhythm of a week.
    let days = index % 10 == 1 ? 3 : 14
    var reach = material.safeContact ?? SafeContactAgreed(how: "text first")
    reach.codeWord = nil
    life.keep(
      reach,
      life.rhythm(.seenAlone, every: days, "agreed with the child", with: "the social worker"),
      life.safetyPlan(1, material.plan?.text ?? "Who knows, who rings, who comes.", reviewIn: 40),
      at: clock.at(openedAgo - 1, "15:00")
    )
  }

  private mutating func tell(notes: Int) {
    guard notes > 0, !material.notes.isEmpty else { return }
    let start = Int(random.next() % UInt64(material.notes.count))
    // The last is five days ago, so that a fortnight's rhythm is kept.
    let span = max(1, openedAgo - 6)
    for number in 0..<notes {
      let ago = 5 + (notes - 1 - number) * span / max(1, notes)
      let note =
        number == notes - 1
        ? visit : material.notes[(start + number) % material.notes.count]
      let minute = min(note.minute, 22 * 60)
      life.keep(note.contact, at: clock.zone.moment(clock.day(ago), minuteOfDay: minute))
    }
    let next = clock.workday(in: 2 + index % 9)
    life.keep(
      AppointmentSet(
        what: "visit",
        at: .at(clock.at(next, "16:00")),
        withChild: true,
        kind: .visit
      ),
      at: clock.at(4, "17:00")
    )
  }

  private var visit: DemoMaterial.Note {
    var last = material.notes.last { $0.contact.kind == .visit } ?? material.notes[0]
    last.contact.kind = .visit
    last.contact.party = .child
    last.contact.partyRole = nil
    last.contact.partyName = nil
    last.contact.seen = nil
    last.contact.with = nil
    last.contact.alone = true
    return last
  }

  private mutating func missing() {
    let since = clock.at(1, "20:15")
    life.keep(MissingStarted(lastSeenBy: "the carer", noticedBy: "the carer"), at: since)
    life.keep(
      MissingStep(step: .t2, role: .police, channel: "101", acknowledged: true),
      at: since.adding(minutes: 25)
    )
  }

  private mutating func promise() {
    life.keep(
      PromiseMade(text: "bring the photographs", due: .day(clock.workday(2))),
      at: clock.at(9, "17:10")
    )
  }

  private mutating func ask() {
    let id = life.keep(
      AskedOf(text: "the next review", owedBy: .la, due: .day(clock.workday(8))),
      at: clock.at(20, "10:00")
    )
    life.keep(AskedChased(of: id, how: "call"), at: clock.at(3, "11:00"))
  }
}

/// Made-up names, by the language of the life that is told again.
enum DemoNames {
  /// A name as given and what the child is called.
  static func name(_ index: Int, like material: DemoMaterial) -> (whole: String, called: String) {
    let language = material.described.first { $0.field == .language }?.value.value ?? ""
    let list = byLanguage[language] ?? english
    let round = index / 14
    let called = list[(index + round) % list.count]
    let family = families[(index * 7 + round) % families.count]
    return (called + " " + family, called)
  }

  private static let english = [
    "Ellis", "Robin", "Casey", "Rowan", "Morgan", "Frankie", "Alex", "Sasha", "Jamie", "Remy",
  ]
  private static let families = [
    "Aldermoor", "Brightwater", "Coldharbour", "Dovetree", "Eastlight", "Fernhollow", "Greywell",
    "Hartfield", "Inkpen", "Juniper", "Kestrelway", "Larkrise", "Millrace",
  ]
  private static let byLanguage: [String: [String]] = [
    "Vietnamese": [
      "An", "Bình", "Châu", "Dũng", "Hà", "Khánh", "Linh", "Mai", "Ngọc", "Phúc", "Tú",
    ],
    "Tigrinya": ["Abel", "Bisrat", "Hiyab", "Kidane", "Luwam", "Merhawi", "Natsnet", "Rahel"],
    "Arabic": ["Adam", "Amal", "Bilal", "Hanan", "Iman", "Khalid", "Maha", "Omar", "Salma"],
    "Albanian": ["Arben", "Blerim", "Drita", "Elira", "Fatos", "Liridon", "Mira", "Teuta"],
    "Romanian": ["Andrei", "Bianca", "Ciprian", "Daria", "Florin", "Ioana", "Luca", "Sorina"],
    "Dari": ["Ahmad", "Farid", "Hamida", "Jawad", "Laleh", "Najib", "Parwana", "Zahra"],
  ]
}
