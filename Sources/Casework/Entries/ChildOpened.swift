/// A child's record begins.
public struct ChildOpened: Entry {
  /// The stored name.
  public static let type = "child-opened"

  /// The whole name, as given.
  public var name: String?
  /// What the child is called.
  public var knownAs: String?
  /// The name in the child's own script.
  public var ownScript: String?
  /// Who gave the name.
  public var source: String?

  /// Makes the entry.
  public init(
    name: String? = nil,
    knownAs: String? = nil,
    ownScript: String? = nil,
    source: String? = nil
  ) {
    self.name = name
    self.knownAs = knownAs
    self.ownScript = ownScript
    self.source = source
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "record opened" }

  /// What the timeline shows below the line.
  public var timelineText: String { lines(name, knownAs, ownScript) }

  /// Names that a typed line may find the child by.
  public var namesForMatching: [String] { [name, knownAs, ownScript].compactMap { $0 } }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    if file.openedAt == nil { file.openedAt = stamp.occurredAt }
    if let name { file.name = Known(name, source: source) }
    if let knownAs { file.knownAs = knownAs }
    if let ownScript { file.ownScript = ownScript }
  }
}
