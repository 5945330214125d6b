/// Somebody opened the record.
public struct Opened: Entry {
  /// The stored name.
  public static let type = "opened"

  /// Who, such as `guardian` or a supervisor's label.
  public var who: String
  /// What they looked at.
  public var page: String?

  /// Makes the entry.
  public init(
    who: String,
    page: String? = nil
  ) {
    self.who = who
    self.page = page
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "opened by \(who)" }
}
