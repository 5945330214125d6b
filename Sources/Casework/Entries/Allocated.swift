/// The guardian takes the child on.
public struct Allocated: Entry {
  /// The stored name.
  public static let type = "allocated"

  /// Whether the guardian knows the child or somebody around the child.
  public var conflict: Known<Bool>?
  /// More about it.
  public var note: String?

  /// Makes the entry.
  public init(
    conflict: Known<Bool>? = nil,
    note: String? = nil
  ) {
    self.conflict = conflict
    self.note = note
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "allocated" }

  /// What the timeline shows below the line.
  public var timelineText: String {
    lines(
      conflict.map {
        "conflict of interest: \($0.value.map { $0 ? "yes" : "no" } ?? $0.state?.words ?? "unknown")"
      },
      note
    )
  }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    file.allocation = Dated(self, stamp)
  }
}
