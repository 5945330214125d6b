/// It did not take place.
public struct AppointmentMissed: Entry {
  /// The stored name.
  public static let type = "appointment-missed"

  /// The appointment.
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
  public var timelineTitle: String { "appointment missed" }

  /// What the timeline shows below the line.
  public var timelineText: String { lines(why) }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    if let index = file.appointments.firstIndex(where: { $0.id == of }) {
      file.appointments[index].missedAt = stamp.occurredAt
    }
  }
}

extension AppointmentMissed: RefersToAnother {}
