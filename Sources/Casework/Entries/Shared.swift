/// Something was told to somebody, or it was decided not to tell.
public struct Shared: Entry {
  /// The stored name.
  public static let type = "shared"

  /// What.
  public var what: String
  /// To whom; nil where it was decided not to share.
  public var to: String?
  /// Their role.
  public var role: Role?
  /// Why, or why not.
  public var why: String?
  /// On what basis.
  public var basis: String?
  /// Whether the child was told.
  public var toldChild: Bool?
  /// The flag or entry it is about.
  public var of: EntryID?

  /// Makes the entry.
  public init(
    what: String,
    to: String? = nil,
    role: Role? = nil,
    why: String? = nil,
    basis: String? = nil,
    toldChild: Bool? = nil,
    of: EntryID? = nil
  ) {
    self.what = what
    self.to = to
    self.role = role
    self.why = why
    self.basis = basis
    self.toldChild = toldChild
    self.of = of
  }

  /// The line that the timeline shows.
  public var timelineTitle: String {
    to.map { "shared with \($0)" } ?? role.map { "shared with \($0.words)" } ?? "not shared"
  }

  /// What the timeline shows below the line.
  public var timelineText: String { lines(what, why) }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    if let index = file.flags.firstIndex(where: { $0.id == of }) {
      file.flags[index].shared.append(Dated(self, stamp))
    }
  }
}

extension Shared: RefersToAnother {}
