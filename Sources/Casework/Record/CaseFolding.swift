/// A child's case file with what is needed to add the newest entry to it.
///
/// What counts is folded in two runs: first what stands by itself, by when it happened, then what
/// refers to another entry. A note that was just kept comes last in its run nearly always, and then
/// only the second run is gone through again. Anything else is folded anew: ``add(_:)`` says so.
public struct CaseFolding: Sendable {
  /// The file.
  public private(set) var file: CaseFile
  /// The file before anything that refers to another entry.
  private var standing: CaseFile
  private var referring: [RecordedEntry] = []
  /// Where the last of each run stands.
  private var lastStanding: EntryOrder?
  private var lastReferring: EntryOrder?
  /// What was amended or removed.
  private var changed: Set<EntryID>

  /// Puts a child's record together from its entries, in whatever order they came.
  ///
  /// - Parameters:
  ///   - id: The child.
  ///   - ref: The child's ref.
  ///   - entries: The child's entries as written; those of other children are left out.
  ///   - asOf: Hides what happened after it; when it was recorded is not looked at.
  public init(id: ChildID, ref: String, entries: [RecordedEntry], asOf: Moment? = nil) {
    let force = EntriesInForce(entries.filter { $0.stamp.child == id }, asOf: asOf)
    changed = Set(force.removals.keys).union(force.amendments.keys)
    var file = CaseFile(id: id, ref: ref)
    file.isYetToBegin = force.inForce.isEmpty && (asOf != nil || !entries.isEmpty)
    let firstReferring = force.inForce.firstIndex { $0.refersToAnother } ?? force.inForce.endIndex
    for entry in force.inForce[..<firstReferring] { file.take(entry) }
    standing = file
    referring = Array(force.inForce[firstReferring...])
    for entry in referring { file.take(entry) }
    self.file = file
    lastStanding = force.inForce[..<firstReferring].last.map { EntryOrder($0) }
    lastReferring = referring.last.map { EntryOrder($0) }
  }

  /// Adds the newest entry of the child, which was not in the record before.
  ///
  /// - Parameter entry: As written; it stands behind all others in the log.
  /// - Returns: False where it changes another entry or does not come last: nothing was added, and the
  ///   file has to be folded anew.
  public mutating func add(_ entry: RecordedEntry) -> Bool {
    let order = EntryOrder(entry)
    guard entry.stamp.child == file.id, !entry.changesAnother, !changed.contains(entry.stamp.id)
    else { return false }
    if entry.refersToAnother {
      if let lastReferring, order < lastReferring { return false }
      lastReferring = order
      referring.append(entry)
      file.isYetToBegin = false
      file.take(entry)
    } else {
      if let lastStanding, order < lastStanding { return false }
      lastStanding = order
      standing.isYetToBegin = false
      standing.take(entry)
      file = standing
      for entry in referring { file.take(entry) }
    }
    file.edition = Edition()
    return true
  }
}

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
    CaseFolding(id: id, ref: ref, entries: entries, asOf: asOf).file
  }

  /// Folds one entry that counts.
  fileprivate mutating func take(_ entry: RecordedEntry) {
    if entry.body.restriction != nil || entry.body is WithheldEntry {
      let kind = (entry.body as? WithheldEntry)?.restrictedKind ?? entry.body.restriction
      if let kind { restrictedCounts[kind, default: 0] += 1 }
    }
    if entry.body is UnknownEntry { unreadable += 1 }
    entry.body.fold(into: &self, stamp: entry.stamp)
  }
}
