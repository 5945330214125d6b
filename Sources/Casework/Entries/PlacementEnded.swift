/// The child no longer lives where it was placed.
public struct PlacementEnded: Entry {
  /// The stored name.
  public static let type = "placement-ended"

  /// Why.
  public var why: String?

  /// Makes the entry.
  public init(
    why: String? = nil
  ) {
    self.why = why
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "placement ended" }

  /// What the timeline shows below the line.
  public var timelineText: String { lines(why) }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// Ends the placement that was running.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    // One that began at this very moment is the next one already.
    let index = file.placements.lastIndex { $0.until == nil && $0.since < stamp.occurredAt }
    if let index { file.placements[index].until = stamp.occurredAt }
  }
}
