/// The guardian sets a watch by hand.
public struct WatchSet: Entry {
  /// The stored name.
  public static let type = "watch-set"

  /// Why.
  public var why: String
  /// Until when; 48 hours where nil.
  public var until: Moment?

  /// Makes the entry.
  public init(
    why: String,
    until: Moment? = nil
  ) {
    self.why = why
    self.until = until
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "watch set" }

  /// What the timeline shows below the line.
  public var timelineText: String { why }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    file.watches.append(Dated(self, stamp))
  }
}
