/// The next thing to be done about a missing child.
public struct NextActAgreed: Entry {
  /// The stored name.
  public static let type = "next-act-agreed"

  /// What.
  public var what: String
  /// By whom.
  public var owedBy: Owner?
  /// When.
  public var due: DueDate

  /// Makes the entry.
  public init(
    what: String,
    owedBy: Owner? = nil,
    due: DueDate
  ) {
    self.what = what
    self.owedBy = owedBy
    self.due = due
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "next: \(what)" }

  /// The words that search finds it by.
  public var searchText: String { what }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    guard let index = file.openEpisodeIndex else { return }
    file.episodes[index].nextActs.append(Dated(self, stamp))
  }
}
