/// The return interview: offered, refused, attempted or done.
public struct Interview: Entry {
  /// The stored name.
  public static let type = "interview"

  /// Which.
  public var state: InterviewState
  /// By whom.
  public var by: String?
  /// Whether independent of the placement.
  public var independent: Bool?
  /// Where; masked wherever it is shown.
  public var place: String?
  /// What was asked and said.
  public var fields: [String: String]?
  /// Set where the text is the guardian's alone.
  public var restricted: Restriction?

  /// Makes the entry.
  public init(
    state: InterviewState,
    by: String? = nil,
    independent: Bool? = nil,
    place: String? = nil,
    fields: [String: String]? = nil,
    restricted: Restriction? = nil
  ) {
    self.state = state
    self.by = by
    self.independent = independent
    self.place = place
    self.fields = fields
    self.restricted = restricted
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "return interview \(state.rawValue)" }

  /// What the timeline shows below the line.
  public var timelineText: String { lines(by) }

  /// The words that search finds it by.
  public var searchText: String {
    (fields ?? [:]).sorted { $0.key < $1.key }.map(\.value).joined(separator: "\n")
  }

  /// Who may read it.
  public var restriction: Restriction? { restricted }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    guard let index = file.lastEpisodeIndex else { return }
    file.episodes[index].interviews.append(Dated(self, stamp))
  }
}

/// How far a return interview has come.
public enum InterviewState: String, Codable, Sendable, CaseIterable {
  /// Offered.
  case offered
  /// The child would rather not.
  case refused
  /// Tried.
  case attempted
  /// Done.
  case done
}
