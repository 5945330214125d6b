/// Somebody referred the child; the text is kept as it came.
public struct Referred: Entry {
  /// The stored name.
  public static let type = "referred"

  /// The referral, word for word.
  public var text: String
  /// Who rang or wrote.
  public var caller: String?
  /// The caller's role.
  public var role: Role?
  /// The caller's number.
  public var number: String?
  /// What the guardian took over from the text, by field.
  public var known: [String: String]?
  /// Fields that nobody was asked about.
  public var unknown: [String]?

  /// Makes the entry.
  public init(
    text: String,
    caller: String? = nil,
    role: Role? = nil,
    number: String? = nil,
    known: [String: String]? = nil,
    unknown: [String]? = nil
  ) {
    self.text = text
    self.caller = caller
    self.role = role
    self.number = number
    self.known = known
    self.unknown = unknown
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "referred\(caller.map { " by \($0)" } ?? "")" }

  /// What the timeline shows below the line.
  public var timelineText: String { text }

  /// The words that search finds it by.
  public var searchText: String { lines(text, caller) }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    if file.referral == nil { file.referral = Dated(self, stamp) }
  }
}
