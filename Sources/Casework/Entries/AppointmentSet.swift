/// Something with a time, with the child or about the child.
public struct AppointmentSet: Entry {
  /// The stored name.
  public static let type = "appointment-set"

  /// What.
  public var what: String
  /// When.
  public var at: DueDate
  /// True when the guardian will meet or speak with the child: the next contact.
  public var withChild: Bool?
  /// What kind of contact it will be.
  public var kind: ContactKind?
  /// With whom.
  public var with: String?
  /// Where; masked wherever it is shown.
  public var place: String?
  /// The entry it came from.
  public var from: EntryID?

  /// Makes the entry.
  public init(
    what: String,
    at: DueDate,
    withChild: Bool? = nil,
    kind: ContactKind? = nil,
    with: String? = nil,
    place: String? = nil,
    from: EntryID? = nil
  ) {
    self.what = what
    self.at = at
    self.withChild = withChild
    self.kind = kind
    self.with = with
    self.place = place
    self.from = from
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "appointment: \(what)" }

  /// The words that search finds it by.
  public var searchText: String { lines(what, with) }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    file.appointments.append(Appointment(written: Dated(self, stamp)))
  }
}
