/// News of a missing child through somebody else; the child stays missing.
public struct HeardFrom: Entry {
  /// The stored name.
  public static let type = "heard-from"

  /// Who brought it.
  public var through: String
  /// Their role.
  public var role: Role?
  /// What they said.
  public var text: String

  /// Makes the entry.
  public init(
    through: String,
    role: Role? = nil,
    text: String
  ) {
    self.through = through
    self.role = role
    self.text = text
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "heard of, through \(through)" }

  /// What the timeline shows below the line.
  public var timelineText: String { text }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// News of the open episode, and no more than news.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    file.addNews(.heardOf, stamp)
  }
}
