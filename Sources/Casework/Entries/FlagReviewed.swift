/// A flag was looked at again.
public struct FlagReviewed: Entry {
  /// The stored name.
  public static let type = "flag-reviewed"

  /// The flag.
  public var of: EntryID
  /// False closes it.
  public var stillValid: Bool
  /// Why it is closed.
  public var closedBecause: String?
  /// When it is looked at next.
  public var reviewBy: Day?

  /// Makes the entry.
  public init(
    of: EntryID,
    stillValid: Bool,
    closedBecause: String? = nil,
    reviewBy: Day? = nil
  ) {
    self.of = of
    self.stillValid = stillValid
    self.closedBecause = closedBecause
    self.reviewBy = reviewBy
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { stillValid ? "flag reviewed: still valid" : "flag closed" }

  /// What the timeline shows below the line.
  public var timelineText: String { lines(closedBecause) }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    if let index = file.flags.firstIndex(where: { $0.id == of }) {
      file.flags[index].reviews.append(Dated(self, stamp))
    }
  }
}

extension FlagReviewed: RefersToAnother {}
