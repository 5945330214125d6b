/// The guardian ends every watch that is running.
public struct WatchEnded: Entry {
  /// The stored name.
  public static let type = "watch-ended"

  /// Why.
  public var why: String

  /// Makes the entry.
  public init(
    why: String
  ) {
    self.why = why
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "watch ended" }

  /// What the timeline shows below the line.
  public var timelineText: String { why }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    file.watchEnds.append(Dated(self, stamp))
  }
}
