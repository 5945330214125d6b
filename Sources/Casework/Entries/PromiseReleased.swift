/// The child said it is no longer wanted.
public struct PromiseReleased: Entry {
  /// The stored name.
  public static let type = "promise-released"

  /// The promise.
  public var of: EntryID
  /// What the child said.
  public var said: String?

  /// Makes the entry.
  public init(
    of: EntryID,
    said: String? = nil
  ) {
    self.of = of
    self.said = said
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "promise released by the child" }

  /// What the timeline shows below the line.
  public var timelineText: String { lines(said) }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    if let index = file.promises.firstIndex(where: { $0.id == of }) {
      file.promises[index].end = .released
      file.promises[index].endedAt = stamp.occurredAt
    }
  }
}

extension PromiseReleased: RefersToAnother {}
