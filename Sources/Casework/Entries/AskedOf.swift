/// An act that somebody else owes.
public struct AskedOf: Entry {
  /// The stored name.
  public static let type = "asked-of"

  /// What.
  public var text: String
  /// Who owes it.
  public var owedBy: Role
  /// That person's name.
  public var name: String?
  /// By when.
  public var due: DueDate?
  /// The entry it came from.
  public var from: EntryID?

  /// Makes the entry.
  public init(
    text: String,
    owedBy: Role,
    name: String? = nil,
    due: DueDate? = nil,
    from: EntryID? = nil
  ) {
    self.text = text
    self.owedBy = owedBy
    self.name = name
    self.due = due
    self.from = from
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "asked of \(owedBy.words): \(text)" }

  /// The words that search finds it by.
  public var searchText: String { lines(text, name) }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    file.asks.append(Ask(asked: Dated(self, stamp)))
  }
}
