/// The child is not where expected and nobody knows where.
public struct MissingStarted: Entry {
  /// The stored name.
  public static let type = "missing-started"

  /// When somebody last saw the child.
  public var lastSeenAt: Moment?
  /// Where; masked wherever it is shown.
  public var lastSeenPlace: String?
  /// By whom.
  public var lastSeenBy: String?
  /// Who noticed.
  public var noticedBy: String?
  /// The council's category.
  public var councilCategory: String?
  /// The police's category.
  public var policeCategory: String?
  /// The guardian's words.
  public var text: String?
  /// What the child wears and took along.
  public var clothing: String?

  /// Makes the entry.
  public init(
    lastSeenAt: Moment? = nil,
    lastSeenPlace: String? = nil,
    lastSeenBy: String? = nil,
    noticedBy: String? = nil,
    councilCategory: String? = nil,
    policeCategory: String? = nil,
    text: String? = nil,
    clothing: String? = nil
  ) {
    self.lastSeenAt = lastSeenAt
    self.lastSeenPlace = lastSeenPlace
    self.lastSeenBy = lastSeenBy
    self.noticedBy = noticedBy
    self.councilCategory = councilCategory
    self.policeCategory = policeCategory
    self.text = text
    self.clothing = clothing
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "missing" }

  /// What the timeline shows below the line.
  public var timelineText: String { lines(text, lastSeenBy.map { "last seen by \($0)" }, clothing) }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// Begins an episode, unless one is open.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    // Said twice, it is still one episode: only a return ends it.
    guard file.openEpisode == nil else { return }
    file.episodes.append(Episode(started: Dated(self, stamp)))
  }
}
