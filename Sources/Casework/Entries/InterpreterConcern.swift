/// A concern about an interpreter; marked "not again", they are warned of when they are named.
public struct InterpreterConcern: Entry {
  /// The stored name.
  public static let type = "interpreter-concern"

  /// The interpreter's number or name.
  public var who: String?
  /// What was said of them.
  public var what: String?
  /// True where they are not to come again for this child.
  public var notAgain: Bool?
  /// The contact it came up in.
  public var from: EntryID?
  /// Set where the text is the guardian's alone.
  public var restricted: Restriction?

  /// Makes the entry.
  public init(
    who: String? = nil,
    what: String? = nil,
    notAgain: Bool? = nil,
    from: EntryID? = nil,
    restricted: Restriction? = nil
  ) {
    self.who = who
    self.what = what
    self.notAgain = notAgain
    self.from = from
    self.restricted = restricted
  }

  /// The line that the timeline shows.
  public var timelineTitle: String {
    notAgain == true ? "interpreter: not again for this child" : "concern about the interpreter"
  }

  /// What the timeline shows below the line.
  public var timelineText: String { lines(who, what) }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// Who may read it.
  public var restriction: Restriction? { restricted }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    guard let who, let notAgain else { return }
    file.interpretersNotAgain.removeAll { $0 == who }
    if notAgain { file.interpretersNotAgain.append(who) }
  }
}
