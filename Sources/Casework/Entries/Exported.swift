/// Something left the record.
public struct Exported: Entry {
  /// The stored name.
  public static let type = "exported"

  /// What, such as `police-sheet`.
  public var what: String
  /// For whom.
  public var to: String?
  /// Why.
  public var why: String?

  /// Makes the entry.
  public init(
    what: String,
    to: String? = nil,
    why: String? = nil
  ) {
    self.what = what
    self.to = to
    self.why = why
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "exported: \(what)" }

  /// What the timeline shows below the line.
  public var timelineText: String { lines(to.map { "for \($0)" }, why) }

  /// The words that search finds it by.
  public var searchText: String { what }
}
