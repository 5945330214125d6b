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
