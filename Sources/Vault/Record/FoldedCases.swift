internal import Casework

/// The case files of all children; each is folded again when it is asked for after a change.
///
/// A child has hundreds of entries, and where one stands depends on the others (what it amends, what
/// it refers to, when it happened), so the whole file is folded and no shortcut can differ from it.
struct FoldedCases {
  /// In the order in which the children were opened.
  private(set) var order: [ChildID] = []
  private var files: [ChildID: CaseFile] = [:]
  private var known: Set<ChildID> = []

  /// Notes that a child has a new entry.
  mutating func change(_ child: ChildID) {
    if known.insert(child).inserted { order.append(child) }
    files[child] = nil
  }

  /// Folds the files of all children of a record that was just read.
  ///
  /// - Parameters:
  ///   - entries: All of the record, in the order of the log; ``change(_:)`` knows their children.
  ///   - ref: The code of a child; nil leaves the child's file for later.
  mutating func fold(_ entries: [DecodedEntry], ref: (ChildID) -> String?) {
    let byChild = Dictionary(grouping: entries.filter { $0.written.stamp.child != nil }) {
      $0.written.stamp.child
    }
    for (child, entries) in byChild {
      guard let child, known.contains(child), let ref = ref(child) else { continue }
      files[child] = CaseFile.folded(id: child, ref: ref, entries: entries.compactMap(\.recorded))
    }
  }

  /// True when the child has entries.
  func holds(_ child: ChildID) -> Bool { known.contains(child) }

  /// A child's file, folded now if it has to be.
  mutating func file(
    _ child: ChildID,
    ref: String,
    entries: () throws -> [RecordedEntry]
  ) rethrows -> CaseFile? {
    guard known.contains(child) else { return nil }
    if let file = files[child] { return file }
    let file = CaseFile.folded(id: child, ref: ref, entries: try entries())
    files[child] = file
    return file
  }
}
