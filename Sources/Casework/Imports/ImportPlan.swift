/// What an import found, before anything is kept.
///
/// Nothing is dropped in silence: every row is read, then kept, or refused with its reason, or left
/// because its child was not asked for. `read == kept + refused.count`; `left` rows are counted
/// apart, as they were not asked for.
public struct ImportPlan: Sendable {
  /// The acts to keep, in order: each child's opening act before its others.
  public var acts: [Act] = []
  /// Rows taken up to be kept or refused.
  public var read = 0
  /// Rows that became part of an act.
  public var kept = 0
  /// Rows about children that were not asked for (`--children N`).
  public var left = 0
  /// Rows that could not be kept, each with its reason.
  public var refused: [RefusedRow] = []
  /// Children that the plan opens.
  public var children = 0
  /// Contacts that the plan keeps.
  public var contacts = 0

  /// An empty plan.
  public init() {}

  /// Refuses a row.
  ///
  /// - Parameters:
  ///   - file: The file's name, without its folder.
  ///   - row: The line in the file, from 1; a header counts.
  ///   - why: What is wrong, without any name of a child.
  mutating func refuse(_ file: String, row: Int, _ why: String) {
    read += 1
    refused.append(RefusedRow(file: file, row: row, why: why))
  }
}

/// A row that was not kept.
public struct RefusedRow: Sendable, Hashable, Encodable {
  /// The file's name, without its folder.
  public var file: String
  /// The line in the file, from 1; a header counts.
  public var row: Int
  /// What is wrong with it; never a name.
  public var why: String
}

/// What an import needs to know of the record it adds to.
public struct ImportContext {
  /// The zone in which times without an offset are read.
  public var zone: Zone
  /// Makes identities.
  public var newID: () -> String
  /// Finds a child by ref or by another system's number.
  public var child: (String) -> ChildID?
  /// Hands out refs that nobody has had, in order.
  public var nextRef: () -> String
  /// When the import runs: the opening of a record is dated by it where the source has no date.
  public var now: Moment

  /// Makes a context.
  public init(
    zone: Zone,
    now: Moment,
    newID: @escaping () -> String,
    child: @escaping (String) -> ChildID?,
    nextRef: @escaping () -> String
  ) {
    self.zone = zone
    self.now = now
    self.newID = newID
    self.child = child
    self.nextRef = nextRef
  }
}
