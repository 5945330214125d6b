/// The lawyer answered a decision.
public struct DecisionAnswered: Entry {
  /// The stored name.
  public static let type = "decision-answered"

  /// The decision.
  public var of: EntryID
  /// What was done: "appeal lodged".
  public var what: String
  /// Who; the lawyer where nil.
  public var by: Role?
  /// Its reference.
  public var reference: String?

  /// Makes the entry.
  public init(
    of: EntryID,
    what: String,
    by: Role? = nil,
    reference: String? = nil
  ) {
    self.of = of
    self.what = what
    self.by = by
    self.reference = reference
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "decision answered" }

  /// What the timeline shows below the line.
  public var timelineText: String { lines(what, reference) }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    if let index = file.decisions.firstIndex(where: { $0.id == of }) {
      file.decisions[index].answer = Dated(self, stamp)
    } else if let index = file.liberty.firstIndex(where: { $0.change.id == of }) {
      file.liberty[index].responses.append(Dated(what, stamp))
    }
  }
}

extension DecisionAnswered: RefersToAnother {}
