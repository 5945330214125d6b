/// The guardian asked again.
public struct AskedChased: Entry {
  /// The stored name.
  public static let type = "asked-chased"

  /// The act that was asked.
  public var of: EntryID
  /// How.
  public var how: String?
  /// Whom.
  public var whom: String?

  /// Makes the entry.
  public init(
    of: EntryID,
    how: String? = nil,
    whom: String? = nil
  ) {
    self.of = of
    self.how = how
    self.whom = whom
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "chased" }

  /// What the timeline shows below the line.
  public var timelineText: String { lines(whom, how) }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    if let index = file.asks.firstIndex(where: { $0.id == of }) {
      file.asks[index].chases.append(Dated(self, stamp))
    }
  }
}

extension AskedChased: RefersToAnother {}
