/// The guardian takes the child on again.
public struct Reopened: Entry {
  /// The stored name.
  public static let type = "reopened"

  /// Why.
  public var why: String?

  /// Makes the entry.
  public init(
    why: String? = nil
  ) {
    self.why = why
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "reopened" }

  /// What the timeline shows below the line.
  public var timelineText: String { lines(why) }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    file.closure = nil
  }
}
