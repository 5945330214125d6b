/// How often the child is to be seen, seen alone or heard from.
public struct RhythmAgreed: Entry {
  /// The stored name.
  public static let type = "rhythm-agreed"

  /// What is agreed.
  public var counter: Counter
  /// At least every so many days; 0 ends the agreement.
  public var everyDays: Int
  /// Why so often.
  public var reason: String?
  /// Agreed with whom.
  public var with: String?
  /// When it is looked at again.
  public var reviewBy: Day?

  /// Makes the entry.
  public init(
    counter: Counter,
    everyDays: Int,
    reason: String? = nil,
    with: String? = nil,
    reviewBy: Day? = nil
  ) {
    self.counter = counter
    self.everyDays = everyDays
    self.reason = reason
    self.with = with
    self.reviewBy = reviewBy
  }

  /// The line that the timeline shows.
  public var timelineTitle: String {
    everyDays > 0
      ? "rhythm: \(counter.words) every \(everyDays) \(everyDays == 1 ? "day" : "days")"
      : "rhythm ended: \(counter.words)"
  }

  /// What the timeline shows below the line.
  public var timelineText: String { lines(reason, with) }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    file.rhythms[counter] = everyDays > 0 ? Dated(self, stamp) : nil
  }
}
