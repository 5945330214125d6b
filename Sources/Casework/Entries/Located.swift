/// Somebody says where a missing child is; the child stays missing.
public struct Located: Entry {
  /// The stored name.
  public static let type = "located"

  /// Who says so.
  public var byWhom: String
  /// Where; masked wherever it is shown.
  public var place: String?
  /// Whether they are certain.
  public var certain: Bool?
  /// More about it.
  public var text: String?

  /// Makes the entry.
  public init(
    byWhom: String,
    place: String? = nil,
    certain: Bool? = nil,
    text: String? = nil
  ) {
    self.byWhom = byWhom
    self.place = place
    self.certain = certain
    self.text = text
  }

  /// The line that the timeline shows.
  public var timelineTitle: String {
    certain == true ? "located by \(byWhom)" : "located by \(byWhom), not certain"
  }

  /// What the timeline shows below the line.
  public var timelineText: String { lines(text) }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// News of the open episode: a sighting ends nothing.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    file.addNews(.located, stamp)
  }
}
