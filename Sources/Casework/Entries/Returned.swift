/// A missing child is back: the only thing that ends the missing state.
public struct Returned: Entry {
  /// The stored name.
  public static let type = "returned"

  /// Who saw the child.
  public var seenBy: String
  /// Where; masked wherever it is shown.
  public var place: String
  /// In what condition.
  public var condition: String
  /// Whether the police have been told.
  public var policeTold: Bool?
  /// More about it.
  public var text: String?

  /// Makes the entry.
  public init(
    seenBy: String,
    place: String,
    condition: String,
    policeTold: Bool? = nil,
    text: String? = nil
  ) {
    self.seenBy = seenBy
    self.place = place
    self.condition = condition
    self.policeTold = policeTold
    self.text = text
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "returned, seen by \(seenBy)" }

  /// What the timeline shows below the line.
  public var timelineText: String { lines(condition, text) }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// Ends the missing state.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    if let index = file.openEpisodeIndex {
      file.episodes[index].returned = Dated(self, stamp)
    } else {
      // Nobody wrote when it began; the return still starts a watch and the 72 hours.
      var episode = Episode(started: Dated(MissingStarted(), stamp))
      episode.startNotRecorded = true
      episode.returned = Dated(self, stamp)
      file.episodes.append(episode)
    }
  }
}
