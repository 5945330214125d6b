/// One made-up child's record in the making.
struct DemoLife {
  let clock: DemoClock
  let ref: String
  let child: ChildID
  /// The language that `int` in a script means, and the interpreter's number.
  var interpreter: (language: String, number: String)?
  private(set) var acts: [TimedAct] = []
  private(set) var problems: [String] = []
  private var written: [EntryID: Moment] = [:]
  private var labels: [String: (id: EntryID, over: Moment)] = [:]
  private var random: DemoRandom
  private let openedAt: Moment

  init(ref: String, openedAt: Moment, clock: DemoClock, random: DemoRandom) {
    self.ref = ref
    self.clock = clock
    self.random = random
    self.openedAt = openedAt
    child = ChildID(rawValue: UUIDv7.make(at: openedAt, random: &self.random))
  }

  var today: Day { clock.today }

  /// Keeps entries that were written down together, a little after they happened.
  ///
  /// - Parameters:
  ///   - entries: In order; the first one's identity is returned.
  ///   - moment: When it happened.
  ///   - recorded: When it was written down, if not a few minutes later.
  /// - Returns: The first entry's identity.
  @discardableResult
  mutating func keep(
    _ entries: any Entry...,
    at moment: Moment,
    recorded: Moment? = nil
  ) -> EntryID {
    // What moves off a weekend never moves before what it answers.
    let answered = entries.compactMap { Self.referred(by: $0).flatMap { written[$0] } }.max()
    let moment = max(moment, answered?.adding(minutes: 20) ?? moment)
    return append(entries, at: moment, recorded: recorded ?? moment.adding(minutes: delay()))
  }

  private static func referred(by entry: any Entry) -> EntryID? {
    switch entry {
    case let entry as FlagResponded: entry.of
    case let entry as FlagReviewed: entry.of
    case let entry as AskedChased: entry.of
    case let entry as AskedAnswered: entry.of
    case let entry as DecisionAnswered: entry.of
    case let entry as PromiseKept: entry.of
    case let entry as PromiseNotKept: entry.of
    case let entry as PromiseReleased: entry.of
    case let entry as ReminderDone: entry.of
    case let entry as Removed: entry.of
    case let entry as Amended: entry.of
    case let entry as Shared: entry.of
    default: nil
    }
  }

  /// Opens the record: always the first thing kept.
  mutating func open(_ entries: any Entry..., at moment: Moment) {
    append(entries, at: moment, recorded: moment.adding(minutes: 5), openingRef: ref)
  }

  /// Keeps the contacts of a script.
  mutating func notes(_ script: String) {
    let read = DemoScript(script)
    problems += read.problems.map { "\(ref): \($0)" }
    var last = openedAt
    for note in read.notes { last = keep(note, after: last) }
  }

  /// What the first days and the first half year bring to every child.
  ///
  /// - Parameters:
  ///   - ago: When the record was opened.
  ///   - social: Who referred the child to the NRM; nil where that is told elsewhere.
  ///   - plan: The first safety plan.
  mutating func settlesIn(_ ago: Int, referredBy social: String?, plan: String) {
    if let social {
      keep(
        DecisionRecorded(what: .nrm, outcome: .waiting, note: "referred by \(social)"),
        at: clock.at(ago - 1, "12:40")
      )
    }
    keep(
      RhythmAgreed(counter: .seenAlone, everyDays: 7, reason: "the first weeks"),
      PlanMade(kind: .safety, version: 1, text: plan),
      at: clock.at(ago - 3, "17:30")
    )
    guard ago > 250 else { return }
    keep(
      RhythmAgreed(
        counter: .seenAlone,
        everyDays: 30,
        reason: "settled, and would rather be at school",
        with: "the review"
      ),
      at: clock.at(ago - 200, "14:00")
    )
  }

  /// The contact that a script called so; an identity of nothing where there is none.
  mutating func note(_ label: String) -> EntryID {
    if let found = labels[label] { return found.id }
    problems.append("\(ref): no note is called \(label)")
    return EntryID(rawValue: "")
  }

  /// When that contact was over.
  func after(_ label: String) -> Moment { labels[label]?.over ?? clock.now }

  // What happens in office hours moves off a weekend, unless that would put it before `last`.
  private mutating func keep(_ note: DemoScript.Note, after last: Moment) -> Moment {
    var moment = clock.zone.moment(clock.day(note.daysAgo), minuteOfDay: note.minute)
    if note.keepsOfficeHours && !note.isExactDay {
      let working = clock.zone.moment(clock.workday(note.daysAgo), minuteOfDay: note.minute)
      if working > last { moment = working }
    }
    let day = clock.zone.day(of: moment)
    var contact = note.contact
    if let wanted = note.wantsInterpreter {
      contact.interpreter = Interpreter(
        language: interpreter?.language,
        kind: wanted.kind,
        mode: wanted.mode,
        id: wanted.kind == .independent ? note.interpreterNumber ?? interpreter?.number : nil,
        concern: note.isNotAgain ? contact.words?.first?.text : nil
      )
    }
    if !note.attempts.isEmpty {
      contact.times = note.attempts.map { clock.zone.moment(day, minuteOfDay: $0) }
    }
    let over = moment.adding(minutes: contact.minutes ?? 0)
    var recorded = over.adding(minutes: delay())
    if note.daysLate > 0 { recorded = clock.at(day.adding(days: note.daysLate), "09:40") }
    let id = append([contact], at: moment, recorded: recorded)
    if let label = note.label { labels[label] = (id, over) }
    return moment
  }

  @discardableResult
  private mutating func append(
    _ entries: [any Entry],
    at moment: Moment,
    recorded: Moment,
    openingRef: String? = nil
  ) -> EntryID {
    let recorded = clock.zone.local(max(moment, min(recorded, clock.now)))
    // One millisecond apart, so that identities sort as they were written.
    let kept = entries.enumerated().map { index, entry in
      let written = Moment(milliseconds: recorded.milliseconds + Int64(index))
      return NewEntry(
        id: EntryID(rawValue: UUIDv7.make(at: written, random: &random)),
        occurredAt: moment,
        body: entry
      )
    }
    for entry in kept { if let id = entry.id { written[id] = recorded } }
    let part = ActPart(child: child, openingRef: openingRef, by: "guardian", entries: kept)
    acts.append(TimedAct(recordedAt: recorded, act: Act(parts: [part])))
    return kept.first?.id ?? EntryID(rawValue: "")
  }

  // People write a note down some minutes afterwards.
  private mutating func delay() -> Int { Int(random.next() % 29) + 6 }
}
