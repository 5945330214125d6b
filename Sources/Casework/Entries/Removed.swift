/// An entry is taken out of what counts, visibly and with a reason.
public struct Removed: Entry {
  /// The stored name.
  public static let type = "removed"

  /// The entry that is removed.
  public var of: EntryID
  /// Why.
  public var why: String

  /// Makes the entry.
  public init(
    of: EntryID,
    why: String
  ) {
    self.of = of
    self.why = why
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "removed" }

  /// What the timeline shows below the line.
  public var timelineText: String { why }

  /// The words that search finds it by.
  public var searchText: String { timelineText }
}
