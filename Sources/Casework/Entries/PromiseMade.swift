/// What the guardian told the child they would do.
public struct PromiseMade: Entry {
  /// The stored name.
  public static let type = "promise-made"

  /// What.
  public var text: String
  /// When.
  public var due: DueDate?
  /// The entry it came from.
  public var from: EntryID?

  /// Makes the entry.
  public init(
    text: String,
    due: DueDate? = nil,
    from: EntryID? = nil
  ) {
    self.text = text
    self.due = due
    self.from = from
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "promised: \(text)" }

  /// The words that search finds it by.
  public var searchText: String { text }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    file.promises.append(Promise(made: Dated(self, stamp)))
  }
}
