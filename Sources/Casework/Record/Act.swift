/// What is kept at once: whole or not at all.
///
/// An act has one part for each child it is about (a note about two children has two), or one part
/// of no child.
public struct Act: Sendable {
  /// The parts, in the order they are written.
  public var parts: [ActPart]

  /// Makes an act of one or more parts.
  public init(parts: [ActPart]) { self.parts = parts }

  /// Makes an act about one child, or about none.
  public init(child: ChildID?, by: String = "guardian", entries: [NewEntry]) {
    parts = [ActPart(child: child, by: by, entries: entries)]
  }
}

/// The entries of one act that are about one child.
public struct ActPart: Sendable {
  /// The child, or nil for entries of no child.
  public var child: ChildID?
  /// Set when this part opens the child's record: the child's new ref, such as `K12`.
  public var openingRef: String?
  /// Who keeps it, such as `guardian` or `import notes`.
  public var by: String
  /// The entries, in order.
  public var entries: [NewEntry]

  /// Makes a part.
  public init(child: ChildID?, openingRef: String? = nil, by: String, entries: [NewEntry]) {
    self.child = child
    self.openingRef = openingRef
    self.by = by
    self.entries = entries
  }
}

/// An entry that is about to be kept; the store adds its identity and when it was written.
public struct NewEntry: Sendable {
  /// Set where the identity was given beforehand (a draft's); otherwise the store makes one.
  public var id: EntryID?
  /// When it happened.
  public var occurredAt: Moment
  /// What it says.
  public var body: any Entry

  /// Makes a new entry.
  public init(id: EntryID? = nil, occurredAt: Moment, body: any Entry) {
    self.id = id
    self.occurredAt = occurredAt
    self.body = body
  }
}

/// The answer to a kept act: the entries as they now stand in the record, on disk.
public struct Kept: Sendable {
  /// In the order of the act.
  public var entries: [RecordedEntry]

  /// Makes an answer.
  public init(entries: [RecordedEntry]) { self.entries = entries }
}
