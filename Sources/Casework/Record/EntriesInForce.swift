/// Which entries stand, and as what, once amendments and removals are applied.
///
/// An amendment that was removed amends nothing, and a removal that was removed removes nothing.
public struct EntriesInForce: Sendable {
  /// The latest amendment of each entry that has one.
  public private(set) var amendments: [EntryID: RecordedEntry] = [:]
  /// The removal of each entry that has one.
  public private(set) var removals: [EntryID: RecordedEntry] = [:]
  /// The entry that was amended first, for each amendment, also of an amendment.
  public private(set) var subjects: [EntryID: EntryID] = [:]
  /// What counts, in the order to fold it.
  private(set) var inForce: [RecordedEntry] = []

  /// Resolves amendments and removals, without putting what counts in order.
  ///
  /// - Parameter entries: As written, in any order.
  public init(resolving entries: [RecordedEntry]) { resolve(entries) }

  init(_ entries: [RecordedEntry], asOf: Moment? = nil) {
    resolve(entries.filter { entry in asOf.map { entry.stamp.occurredAt <= $0 } ?? true })
    for entry in entries where !entry.changesAnother {
      guard removals[entry.stamp.id] == nil else { continue }
      var entry = entry
      if let amended = amendments[entry.stamp.id]?.body as? Amended {
        entry.body = amended.body
        if let happenedAt = amended.happenedAt { entry.stamp.occurredAt = happenedAt }
      }
      if let asOf, entry.stamp.occurredAt > asOf { continue }
      inForce.append(entry)
    }
    inForce = Self.inOrder(inForce)
  }

  // By when it happened; what refers to another entry comes after it, whenever it is said to have
  // happened. Only the keys are sorted: entries are large, and records are long.
  private static func inOrder(_ entries: [RecordedEntry]) -> [RecordedEntry] {
    // Entries of one act share their frame's number: their order in the act decides.
    entries.enumerated().map { (refers: $1.refersToAnother ? 1 : 0, order: EntryOrder($1), at: $0) }
      .sorted { ($0.refers, $0.order, $0.at) < ($1.refers, $1.order, $1.at) }
      .map { entries[$0.at] }
  }

  // From the newest back: what removes or amends an entry is always written after it.
  private mutating func resolve(_ entries: [RecordedEntry]) {
    let root = Dictionary(
      entries.compactMap { entry in (entry.body as? Amended).map { (entry.stamp.id, $0.of) } },
      uniquingKeysWith: { first, _ in first }
    )
    for (amendment, amended) in root {
      var of = amended
      var steps = 0
      while let next = root[of], steps < root.count { (of, steps) = (next, steps + 1) }
      subjects[amendment] = of
    }
    let newestFirst = entries.enumerated().filter { $1.changesAnother }
      .sorted { ($0.element.seq, $0.offset) > ($1.element.seq, $1.offset) }
    for (_, entry) in newestFirst where removals[entry.stamp.id] == nil {
      if let removed = entry.body as? Removed {
        if removals[removed.of] == nil { removals[removed.of] = entry }
      } else if let of = subjects[entry.stamp.id], amendments[of] == nil {
        amendments[of] = entry
      }
    }
  }
}

/// Where an entry stands among those folded in the same run: by when it happened, then by the log.
struct EntryOrder: Comparable {
  let at: Int64
  let seq: UInt64

  init(_ entry: RecordedEntry) {
    at = entry.stamp.occurredAt.milliseconds
    seq = entry.seq
  }

  static func < (a: EntryOrder, b: EntryOrder) -> Bool { (a.at, a.seq) < (b.at, b.seq) }
}

/// An entry that says something about another one, which must have been folded before.
protocol RefersToAnother {}

extension RecordedEntry {
  /// Folded after everything that stands by itself.
  var refersToAnother: Bool { body is any RefersToAnother }

  /// True of an amendment and a removal.
  var changesAnother: Bool {
    // Not by a cast: every entry of a child is asked whenever one of them changes.
    let type: any Entry.Type = Swift.type(of: body)
    return type == Amended.self || type == Removed.self
  }
}
