/// The promise could not be kept, and the child was told why.
public struct PromiseNotKept: Entry {
  /// The stored name.
  public static let type = "promise-not-kept"

  /// The promise.
  public var of: EntryID
  /// What the child was told.
  public var toldWhy: String

  /// Makes the entry.
  public init(
    of: EntryID,
    toldWhy: String
  ) {
    self.of = of
    self.toldWhy = toldWhy
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "promise not kept" }

  /// What the timeline shows below the line.
  public var timelineText: String { toldWhy }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    if let index = file.promises.firstIndex(where: { $0.id == of }) {
      file.promises[index].end = .notKept
      file.promises[index].endedAt = stamp.occurredAt
    }
  }
}

extension PromiseNotKept: RefersToAnother {}
