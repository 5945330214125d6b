/// One child on the first screen.
public struct TodayRow: Sendable {
  /// The child.
  public var child: ChildID
  /// The code, shown instead of the name in privacy mode.
  public var ref: String
  /// What the child is called.
  public var name: String
  /// The name in the child's own script, beside it.
  public var nameBeside: String?
  /// The one group the child is in.
  public var group: TodayGroup
  /// Every reason, the group's own first; a screen shows two, and how many more.
  public var reasons: [Reason]
  /// One act with its time; nil is said as "none recorded".
  public var next: NextAct?
  /// The last contact that counts.
  public var lastContact: Moment?
  /// When the guardian last saw the child.
  public var lastSeen: Moment?
  /// When the guardian last saw the child alone.
  public var lastSeenAlone: Moment?
  /// Since when the child is missing.
  public var missingSince: Moment?
  /// How many flags are open.
  public var openFlags: Int
  /// The soonest thing due that has not gone by.
  public var nextDue: DueDate?
  /// The next contact that is set.
  public var nextContact: DueDate?
  /// What kind of place the child lives in; nil where it is not known.
  public var placementKind: String?
  /// Since when.
  public var placementSince: Moment?
  /// The folding that it was worked out from.
  public let edition: Edition

  init(_ file: CaseFile, _ facts: Facts) {
    child = file.id
    edition = file.edition
    ref = file.ref
    name = file.callName
    nameBeside = file.nameBeside
    let all = TodayRules.all.flatMap { $0.reasons(facts) }.sorted(by: Reason.precedes)
    group = all.first?.group ?? .asAgreed
    reasons = group == .waiting ? all : all.filter { !$0.isCatchAll }
    if group == .waiting, let first = all.first(where: { !$0.isCatchAll }) ?? all.first {
      order = first.order
    } else if group == .asAgreed {
      order = [facts.nextContact?.due?.deadline(in: facts.zone).milliseconds ?? .max]
    } else {
      order = all.first?.order ?? []
    }
    next = facts.nextAct.map { NextAct(text: $0.title, at: $0.due, owedBy: $0.owedBy) }
    lastContact = facts.lastContact
    lastSeen = facts.lastSeen
    lastSeenAlone = facts.lastSeenAlone
    missingSince = facts.episode?.since
    openFlags = facts.flags.count
    nextDue =
      facts.openDuties.compactMap(\.due)
      .filter { !$0.isPast(facts.now, zone: facts.zone) }
      .min { $0.deadline(in: facts.zone) < $1.deadline(in: facts.zone) }
    nextContact = facts.nextContact?.due
    placementKind = facts.placement?.kind
    placementSince = facts.placement?.since
  }

  private var order: [Int64]

  /// True when `a` stands above `b`.
  static func precedes(_ a: TodayRow, _ b: TodayRow) -> Bool {
    if a.group != b.group { return a.group < b.group }
    if a.order != b.order { return a.order.lexicographicallyPrecedes(b.order) }
    return (a.ref, a.child.rawValue) < (b.ref, b.child.rawValue)
  }
}

/// What comes next for a child.
public struct NextAct: Sendable, Hashable {
  /// What.
  public var text: String
  /// When.
  public var at: DueDate?
  /// Who owes it.
  public var owedBy: Owner?
}
