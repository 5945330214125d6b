internal import Casework

/// The case files of all children.
///
/// A child has hundreds of entries, and where one stands depends on the others (what it amends, what
/// it refers to, when it happened). Where one that was just kept comes last it is added; otherwise the
/// whole file is folded again when it is asked for.
struct FoldedCases {
  /// In the order in which the children were opened.
  private(set) var order: [ChildID] = []
  private var files: [ChildID: CaseFile] = [:]
  /// What an entry can be added to; beside the files, which are read far more often.
  private var foldings: [ChildID: CaseFolding] = [:]
  private var known: Set<ChildID> = []

  /// Takes in what was added to the log.
  mutating func add(_ entries: [DecodedEntry]) {
    for entry in entries {
      guard let child = entry.written.stamp.child else { continue }
      if known.insert(child).inserted { order.append(child) }
      // Many at once are folded once, when somebody asks.
      let isAdded = entries.count < 10 && entry.recorded.map { foldings[child]?.add($0) } == true
      if !isAdded { foldings[child] = nil }
      files[child] = foldings[child]?.file
    }
  }

  /// Folds the files of all children of a record that was just read.
  ///
  /// - Parameters:
  ///   - entries: All of the record, in the order of the log; ``add(_:)`` knows their children.
  ///   - ref: The code of a child; nil leaves the child's file for later.
  mutating func fold(_ entries: [DecodedEntry], ref: (ChildID) -> String?) {
    let byChild = Dictionary(grouping: entries.filter { $0.written.stamp.child != nil }) {
      $0.written.stamp.child
    }
    for (child, entries) in byChild {
      guard let child, known.contains(child), let ref = ref(child) else { continue }
      let folding = CaseFolding(id: child, ref: ref, entries: entries.compactMap(\.recorded))
      foldings[child] = folding
      files[child] = folding.file
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
    let folding = CaseFolding(id: child, ref: ref, entries: try entries())
    foldings[child] = folding
    files[child] = folding.file
    return folding.file
  }
}
