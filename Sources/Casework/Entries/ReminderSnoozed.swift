/// The guardian will do it later.
public struct ReminderSnoozed: Entry {
  /// The stored name.
  public static let type = "reminder-snoozed"

  /// The reminder.
  public var of: EntryID
  /// When.
  public var until: DueDate
  /// Why.
  public var why: String?

  /// Makes the entry.
  public init(
    of: EntryID,
    until: DueDate,
    why: String? = nil
  ) {
    self.of = of
    self.until = until
    self.why = why
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "put off" }

  /// What the timeline shows below the line.
  public var timelineText: String { lines(why) }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    if let index = file.reminders.firstIndex(where: { $0.id == of }) {
      file.reminders[index].snoozedUntil = until
    }
  }
}

extension ReminderSnoozed: RefersToAnother {}
