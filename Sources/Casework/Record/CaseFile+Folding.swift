extension CaseFile {
  /// Puts a child's record together from its entries, in whatever order they came.
  ///
  /// An amended entry counts as its latest version, a removed one not at all; both stay in the
  /// record and in the ``Timeline``. A removal that was itself removed no longer removes.
  ///
  /// - Parameters:
  ///   - id: The child.
  ///   - ref: The child's ref.
  ///   - entries: The child's entries as written; those of other children are left out.
  ///   - asOf: Hides what happened after it; when it was recorded is not looked at.
  /// - Returns: The case file.
  public static func folded(
    id: ChildID,
    ref: String,
    entries: [RecordedEntry],
    asOf: Moment? = nil
  ) -> CaseFile {
    var file = CaseFile(id: id, ref: ref)
    let inForce = EntriesInForce(entries.filter { $0.stamp.child == id }, asOf: asOf).inForce
    file.isYetToBegin = inForce.isEmpty && (asOf != nil || !entries.isEmpty)
    for entry in inForce {
      if entry.body.restriction != nil || entry.body is WithheldEntry {
        let kind = (entry.body as? WithheldEntry)?.restrictedKind ?? entry.body.restriction
        if let kind { file.restrictedCounts[kind, default: 0] += 1 }
      }
      if entry.body is UnknownEntry { file.unreadable += 1 }
      entry.body.fold(into: &file, stamp: entry.stamp)
    }
    return file
  }

  /// Where the open episode is.
  var openEpisodeIndex: Int? { episodes.lastIndex { $0.isOpen } }

  /// Where the last episode is, open or not.
  var lastEpisodeIndex: Int? { episodes.indices.last }

  /// Where the last episode is, unless its paperwork is over.
  var unclosedEpisodeIndex: Int? {
    lastEpisodeIndex.flatMap { episodes[$0].closed == nil ? $0 : nil }
  }

  /// Adds news to the open episode; there is none otherwise.
  mutating func addNews(_ what: Episode.News.What, _ stamp: Stamp) {
    guard let index = openEpisodeIndex else { return }
    episodes[index].news.append(Episode.News(id: stamp.id, at: stamp.occurredAt, what: what))
  }
}

/// An entry that says something about another one, which must have been folded before.
protocol RefersToAnother {}

/// Which entries stand, and as what, once amendments and removals are applied.
struct EntriesInForce {
  /// The latest amendment of each entry that has one.
  private(set) var amendments: [EntryID: RecordedEntry] = [:]
  /// The removal of each entry that has one.
  private(set) var removals: [EntryID: RecordedEntry] = [:]
  /// What counts, in the order to fold it.
  private(set) var inForce: [RecordedEntry] = []

  init(_ entries: [RecordedEntry], asOf: Moment? = nil) {
    resolve(entries.filter { entry in asOf.map { entry.stamp.occurredAt <= $0 } ?? true })
    for entry in entries where !(entry.body is Amended) && !(entry.body is Removed) {
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
  // happened. The keys are worked out once an entry: records are long.
  private static func inOrder(_ entries: [RecordedEntry]) -> [RecordedEntry] {
    // Entries of one act share their frame's number: their order in the act decides.
    entries.enumerated().map { place, entry in
      (
        refers: entry.body is any RefersToAnother ? 1 : 0, at: entry.stamp.occurredAt.milliseconds,
        seq: entry.seq, place: place, entry: entry
      )
    }
    .sorted { ($0.refers, $0.at, $0.seq, $0.place) < ($1.refers, $1.at, $1.seq, $1.place) }
    .map(\.entry)
  }

  // From the newest back: what removes or amends an entry is always written after it.
  private mutating func resolve(_ entries: [RecordedEntry]) {
    let root = Dictionary(
      entries.compactMap { entry in (entry.body as? Amended).map { (entry.stamp.id, $0.of) } },
      uniquingKeysWith: { first, _ in first }
    )
    let newestFirst = entries.enumerated().filter { _, entry in
      entry.body is Removed || entry.body is Amended
    }
    .sorted { ($0.element.seq, $0.offset) > ($1.element.seq, $1.offset) }
    for (_, entry) in newestFirst where removals[entry.stamp.id] == nil {
      if let removed = entry.body as? Removed {
        if removals[removed.of] == nil { removals[removed.of] = entry }
      } else if let amended = entry.body as? Amended {
        // An amendment of an amendment is of the entry that was amended first.
        var of = amended.of
        var steps = 0
        while let next = root[of], steps < root.count { (of, steps) = (next, steps + 1) }
        if amendments[of] == nil { amendments[of] = entry }
      }
    }
  }
}
