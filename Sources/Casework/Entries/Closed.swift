/// The guardian's work with the child ends; the record stays.
public struct Closed: Entry {
  /// The stored name.
  public static let type = "closed"

  /// Why.
  public var why: String
  /// What the child says about it.
  public var childsView: String?
  /// Who holds what from now on.
  public var heldBy: String?

  /// Makes the entry.
  public init(
    why: String,
    childsView: String? = nil,
    heldBy: String? = nil
  ) {
    self.why = why
    self.childsView = childsView
    self.heldBy = heldBy
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "closed" }

  /// What the timeline shows below the line.
  public var timelineText: String { lines(why, childsView, heldBy) }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    file.closure = Dated(self, stamp)
  }
}
