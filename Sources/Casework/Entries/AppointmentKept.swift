/// It took place.
public struct AppointmentKept: Entry {
  /// The stored name.
  public static let type = "appointment-kept"

  /// The appointment.
  public var of: EntryID
  /// How it went.
  public var note: String?

  /// Makes the entry.
  public init(
    of: EntryID,
    note: String? = nil
  ) {
    self.of = of
    self.note = note
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "appointment kept" }

  /// What the timeline shows below the line.
  public var timelineText: String { lines(note) }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    if let index = file.appointments.firstIndex(where: { $0.id == of }) {
      file.appointments[index].keptAt = stamp.occurredAt
    }
  }
}

extension AppointmentKept: RefersToAnother {}
