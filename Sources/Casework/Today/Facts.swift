/// What the rules of *Today* may know of one child at one moment.
///
/// There is no nationality, religion or ethnicity in it.
struct Facts: Sendable {
  let words: Words
  let standards: Standards
  let allocatedAt: Moment?
  let closure: Dated<Closed>?
  let births: [Birth]
  let languageIsKnown: Bool
  let reachIsKnown: Bool
  let placement: Placement?
  let liberty: [LibertyFact]
  let watches: [Watch]
  let rhythms: [Counter: Dated<RhythmAgreed>]
  let flags: [RaisedFlag]
  let plans: [PlanKind: Dated<PlanMade>]
  let decisions: [Decision]
  let duties: [Duty]
  let episode: Episode?
  let lastContact: Moment?
  let lastSeen: Moment?
  let lastSeenAlone: Moment?
  private let seenAt: [Moment]

  init(_ file: CaseFile, now: Moment, zone: Zone, standards: Standards) {
    words = Words(now: now, zone: zone)
    self.standards = standards
    allocatedAt = file.allocation?.at ?? file.referral?.at ?? file.openedAt
    closure = file.closure
    births = file.births
    languageIsKnown = file.languages.contains { $0.value.agreed != nil }
    reachIsKnown = file.safeContact != nil
    placement = file.placement
    liberty = file.liberty
    watches = Watch.all(of: file)
    rhythms = file.rhythms
    flags = file.openFlags
    plans = file.plans
    decisions = file.decisions
    duties = file.duties(at: now, in: zone)
    episode = file.openEpisode
    lastContact = file.lastContact(by: now)
    lastSeen = file.last(.seen, by: now)
    lastSeenAlone = file.last(.seenAlone, by: now)
    seenAt = file.contacts.filter { $0.seen && $0.at <= now }.map(\.at)
  }

  var now: Moment { words.now }
  var zone: Zone { words.zone }
  var today: Day { words.today }

  /// When the guardian last did what a counter counts.
  func last(_ counter: Counter) -> Moment? {
    switch counter {
    case .seen: lastSeen
    case .seenAlone: lastSeenAlone
    case .heardFrom: lastContact
    }
  }

  /// How often the guardian saw the child since a moment.
  func timesSeen(since moment: Moment) -> Int { seenAt.count { $0 >= moment } }

  /// Duties that are neither met nor off.
  var openDuties: [Duty] { duties.filter(\.isOpen) }

  /// What comes next for the child: the soonest open act whose time has not gone by.
  var nextAct: Duty? {
    openDuties
      .filter { $0.kind != .review && $0.kind != .age && $0.due?.isPast(now, zone: zone) == false }
      .min { soonest($0, $1) }
  }

  /// The next contact that is set: an appointment with the child that is still to come.
  var nextContact: Duty? {
    openDuties
      .filter { $0.isWithChild && $0.due?.isPast(now, zone: zone) == false }
      .min { soonest($0, $1) }
  }

  private func soonest(_ a: Duty, _ b: Duty) -> Bool {
    let (aDue, bDue) = (a.due?.deadline(in: zone), b.due?.deadline(in: zone))
    return (aDue?.milliseconds ?? .max, a.id.rawValue) < (bDue?.milliseconds ?? .max, b.id.rawValue)
  }
}
