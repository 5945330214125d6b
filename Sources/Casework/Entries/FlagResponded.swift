/// What was done about a flag, or about a change of liberty.
public struct FlagResponded: Entry {
  /// The stored name.
  public static let type = "flag-responded"

  /// The flag, or the change of liberty.
  public var of: EntryID
  /// What was done.
  public var what: String
  /// Who goes on with it.
  public var owedBy: Owner?
  /// By when.
  public var due: DueDate?

  /// Makes the entry.
  public init(
    of: EntryID,
    what: String,
    owedBy: Owner? = nil,
    due: DueDate? = nil
  ) {
    self.of = of
    self.what = what
    self.owedBy = owedBy
    self.due = due
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "response" }

  /// What the timeline shows below the line.
  public var timelineText: String { what }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    if let index = file.flags.firstIndex(where: { $0.id == of }) {
      file.flags[index].responses.append(Dated(self, stamp))
    } else if let index = file.liberty.firstIndex(where: { $0.change.id == of }) {
      file.liberty[index].responses.append(Dated(what, stamp))
    }
  }
}

extension FlagResponded: RefersToAnother {}
