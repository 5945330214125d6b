/// A record as a reader goes through it: newest first, every version and every removal in sight.
public struct Timeline: Sendable {
  /// The entries, newest first.
  public var items: [TimelineItem]

  /// Puts entries together as items.
  ///
  /// - Parameters:
  ///   - entries: As written, in any order.
  ///   - asOf: Hides what happened after it; when it was recorded is not looked at.
  public init(_ entries: [RecordedEntry], asOf: Moment? = nil) {
    let visible = entries.filter { entry in asOf.map { entry.stamp.occurredAt <= $0 } ?? true }
    let standing = EntriesInForce(resolving: visible)
    let times = Dictionary(
      visible.map { ($0.stamp.id, $0.stamp.occurredAt) },
      uniquingKeysWith: { first, _ in first }
    )
    // Items are large: only their keys are sorted.
    let unsorted = visible.map {
      TimelineItem($0, standing: standing, subjectAt: { times[standing.subjects[$0] ?? $0] })
    }
    // Of one act, the contact stands above the flags and promises that were written with it.
    items = unsorted.enumerated().map { (at: $1.at, seq: $1.seq, place: $0) }
      .sorted { a, b in
        if a.at != b.at { return a.at > b.at }
        if a.seq != b.seq { return a.seq > b.seq }
        return a.place < b.place
      }
      .map { unsorted[$0.place] }
  }
}

/// One entry of a timeline; the fields of the `timeline` document.
public struct TimelineItem: Sendable {
  /// The entry.
  public var id: EntryID
  /// The child; nil for an entry of no child.
  public var child: ChildID?
  /// Its position in the log.
  public var seq: UInt64
  /// Its stored type.
  public var type: String
  /// When it happened; an amendment stands beside what it amends.
  public var at: Moment
  /// When it was written down.
  public var recordedAt: Moment
  /// Who wrote it.
  public var by: String
  /// A contact's kind.
  public var kind: ContactKind?
  /// What happened, in one line.
  public var title: String
  /// What it says.
  public var text: String
  /// What was said, by whom, word for word.
  public var words: [Quote] = []
  /// The guardian's opinion.
  public var opinion: String?
  /// How long, in minutes.
  public var minutes: Int?
  /// A contact: whether the child was seen, alone, heard from, by the rules of what counts.
  public var counted: ContactFact?
  /// A contact: with the child, or about the child.
  public var party: Party?
  /// A contact about the child: with whom.
  public var partyRole: Role?
  /// That person's name, as typed.
  public var partyName: String?
  /// Who else was there.
  public var with: [String] = []
  /// Where; masked wherever it is shown.
  public var place: String?
  /// The interpreter.
  public var interpreter: Interpreter?
  /// Tags, without `#`.
  public var tags: [String] = []
  /// Set where it was written down a day or more after it happened: how long after, in words.
  public var late: String?
  /// An amendment: the entry it amends.
  public var amends: EntryID?
  /// The latest amendment of it.
  public var amendedBy: EntryID?
  /// Why an amendment was made, or an entry removed.
  public var why: String?
  /// Set where it no longer counts: the entry that removed it.
  public var removedBy: EntryID?
  /// Why it no longer counts.
  public var removedBecause: String?
  /// A removal: the entry that it removes.
  public var removes: EntryID?
  /// Set where only the guardian may read the text.
  public var restricted: Restriction?
  /// The body as written, for pages of a type of their own.
  public var body: any Entry

  /// True where it was seen, by the rules of what counts.
  public var seen: Bool { counted?.seen ?? false }
  /// True where the child was seen, or spoken with, alone.
  public var alone: Bool { counted.map { $0.seenAlone || $0.spokeAlone } ?? false }
  /// True where it no longer counts.
  public var removed: Bool { removedBy != nil }
}

extension TimelineItem {
  init(_ entry: RecordedEntry, standing: EntriesInForce, subjectAt: (EntryID) -> Moment?) {
    let amended = entry.body as? Amended
    let said = amended?.body ?? entry.body
    id = entry.stamp.id
    child = entry.stamp.child
    seq = entry.seq
    type = entry.type
    at =
      amended.flatMap { $0.happenedAt ?? subjectAt($0.of) }
      ?? (entry.body as? Removed).flatMap { subjectAt($0.of) } ?? entry.stamp.occurredAt
    recordedAt = entry.stamp.recordedAt
    by = entry.stamp.by
    title = entry.body.timelineTitle
    text = said.timelineText
    body = entry.body
    restricted = (entry.body as? WithheldEntry)?.restrictedKind ?? entry.body.restriction
    kind = (entry.body as? WithheldEntry).flatMap { $0.kind.flatMap(ContactKind.init(rawValue:)) }
    if let contact = said as? ContactMade { fill(contact, entry.stamp) }
    amends = amended?.of
    // What was amended and then removed is removed in every version.
    let root = standing.subjects[id] ?? id
    amendedBy = standing.amendments[root].map(\.stamp.id).flatMap { $0 == id ? nil : $0 }
    removes = (entry.body as? Removed)?.of
    why = amended?.why ?? (entry.body as? Removed)?.why
    if let removal = standing.removals[id] ?? standing.removals[root] {
      removedBy = removal.stamp.id
      removedBecause = (removal.body as? Removed)?.why
    }
    late = Self.lateness(of: entry.stamp)
  }

  private mutating func fill(_ contact: ContactMade, _ stamp: Stamp) {
    kind = contact.kind
    words = contact.words ?? []
    opinion = contact.opinion
    minutes = contact.minutes
    counted = contact.counted(stamp)
    party = contact.party
    partyRole = contact.partyRole
    partyName = contact.partyName
    with = contact.with ?? []
    place = contact.place
    interpreter = contact.interpreter
    tags = contact.tags ?? []
  }

  // Imported entries come from another system, which had its own day for writing them.
  private static func lateness(of stamp: Stamp) -> String? {
    let minutes = stamp.recordedAt.minutes(since: stamp.occurredAt)
    guard minutes >= 24 * 60, !stamp.by.hasPrefix("import") else { return nil }
    return "written \(Words.span(minutes: minutes)) after"
  }
}
