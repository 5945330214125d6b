/// The act was done, or answered.
public struct AskedAnswered: Entry {
  /// The stored name.
  public static let type = "asked-answered"

  /// The act that was asked.
  public var of: EntryID
  /// The answer.
  public var answer: String?
  /// The entry that shows it.
  public var evidence: EntryID?

  /// Makes the entry.
  public init(
    of: EntryID,
    answer: String? = nil,
    evidence: EntryID? = nil
  ) {
    self.of = of
    self.answer = answer
    self.evidence = evidence
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "answered" }

  /// What the timeline shows below the line.
  public var timelineText: String { lines(answer) }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    if let index = file.asks.firstIndex(where: { $0.id == of }) {
      file.asks[index].answer = Dated(self, stamp)
    }
  }
}

extension AskedAnswered: RefersToAnother {}
