/// It no longer needs doing.
public struct ReminderCancelled: Entry {
  /// The stored name.
  public static let type = "reminder-cancelled"

  /// The reminder.
  public var of: EntryID
  /// Why.
  public var why: String?

  /// Makes the entry.
  public init(
    of: EntryID,
    why: String? = nil
  ) {
    self.of = of
    self.why = why
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "cancelled" }

  /// What the timeline shows below the line.
  public var timelineText: String { lines(why) }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    if let index = file.reminders.firstIndex(where: { $0.id == of }) {
      file.reminders[index].cancelledAt = stamp.occurredAt
    }
  }
}

extension ReminderCancelled: RefersToAnother {}
