/// Something the guardian will do.
public struct ReminderSet: Entry {
  /// The stored name.
  public static let type = "reminder-set"

  /// What.
  public var text: String
  /// When.
  public var due: DueDate?
  /// Shown so many days before.
  public var leadDays: Int?
  /// How it comes back.
  public var repeats: String?
  /// The entry it came from.
  public var from: EntryID?
  /// True where the text only repeats the note it came from: search finds the note.
  public var repeatsNote: Bool?

  /// Makes the entry.
  public init(
    text: String,
    due: DueDate? = nil,
    leadDays: Int? = nil,
    repeats: String? = nil,
    from: EntryID? = nil,
    repeatsNote: Bool? = nil
  ) {
    self.text = text
    self.due = due
    self.leadDays = leadDays
    self.repeats = repeats
    self.from = from
    self.repeatsNote = repeatsNote
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "you will: \(text)" }

  /// The words that search finds it by.
  public var searchText: String { repeatsNote == true ? "" : text }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    file.reminders.append(Reminder(written: Dated(self, stamp)))
  }
}
