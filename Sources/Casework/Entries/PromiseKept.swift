/// The promise was kept.
public struct PromiseKept: Entry {
  /// The stored name.
  public static let type = "promise-kept"

  /// The promise.
  public var of: EntryID
  /// How it went.
  public var note: String?

  /// Makes the entry.
  public init(
    of: EntryID,
    note: String? = nil
  ) {
    self.of = of
    self.note = note
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "promise kept" }

  /// What the timeline shows below the line.
  public var timelineText: String { lines(note) }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    if let index = file.promises.firstIndex(where: { $0.id == of }) {
      file.promises[index].end = .kept
      file.promises[index].endedAt = stamp.occurredAt
    }
  }
}

extension PromiseKept: RefersToAnother {}
