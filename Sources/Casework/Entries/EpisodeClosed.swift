/// The paperwork of an episode is over; a child who has not returned stays missing.
public struct EpisodeClosed: Entry {
  /// The stored name.
  public static let type = "episode-closed"

  /// Why.
  public var why: String
  /// By whom.
  public var byWhom: String?

  /// Makes the entry.
  public init(
    why: String,
    byWhom: String? = nil
  ) {
    self.why = why
    self.byWhom = byWhom
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "episode closed" }

  /// What the timeline shows below the line.
  public var timelineText: String { why }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    guard let index = file.lastEpisodeIndex else { return }
    file.episodes[index].closed = Dated(self, stamp)
  }
}
