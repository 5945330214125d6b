/// What the guardian's own service has set; nothing here is law.
public struct Standards: Sendable, Hashable {
  /// Hours from allocation within which the guardian meets the child; nil for none set.
  public var firstMeetingHours: Int?

  /// The service's standards; 48 hours to the first meeting unless it says otherwise.
  public init(firstMeetingHours: Int? = 48) { self.firstMeetingHours = firstMeetingHours }
}
