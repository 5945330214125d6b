/// What one kind of entry says: the body of a line of the record.
///
/// One file a type under `Entries/`, one line in ``Entries/all``. Bodies are `Codable`; every field
/// but the essential ones is optional, so that an older program's entries still read.
public protocol Entry: Codable, Sendable, Equatable {
  /// The stored name, kebab-case, in the past tense: written once, never changed after release.
  static var type: String { get }

  /// The words that search finds this entry by; empty when there are none.
  var searchText: String { get }

  /// One line that says what happened, for the timeline.
  var timelineTitle: String { get }

  /// What the timeline shows below that line; empty for none.
  var timelineText: String { get }

  /// Names by which this child can be found when a note is typed; empty for most entries.
  var namesForMatching: [String] { get }

  /// Set when the body may be read by the guardian alone.
  var restriction: Restriction? { get }

  /// Adds what this entry says to the child's case file.
  ///
  /// - Parameters:
  ///   - file: The case file of the entry's child.
  ///   - stamp: When it happened, when and by whom it was written, and its identity.
  func fold(into file: inout CaseFile, stamp: Stamp)
}

extension Entry {
  /// Nothing to find.
  public var searchText: String { "" }
  /// The stored name as words.
  public var timelineTitle: String { Self.type.spaced }
  /// Nothing below the line.
  public var timelineText: String { "" }
  /// No names.
  public var namesForMatching: [String] { [] }
  /// Readable by all who may read the record.
  public var restriction: Restriction? { nil }
  /// Changes nothing in the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {}
}

/// Why only the guardian may read an entry's text (entries.md, "Restricted kinds").
public enum Restriction: String, Codable, Sendable, CaseIterable {
  /// Between the child and a lawyer.
  case privileged
  /// Police information.
  case police
  /// About somebody else.
  case thirdParty = "third-party"
  /// Health.
  case health
  /// The child asked for it.
  case childAsked = "child-asked"
  /// An allegation.
  case allegation
}

/// What stands around a body: the same for every type.
public struct Stamp: Sendable, Hashable, Codable {
  /// The entry's own identity.
  public var id: EntryID
  /// The child it is about; nil for entries of no child.
  public var child: ChildID?
  /// When it happened.
  public var occurredAt: Moment
  /// When it was written down: always the machine's clock.
  public var recordedAt: Moment
  /// Who wrote it, such as `guardian` or `import notes`.
  public var by: String
  /// The same for every child's copy of one note about several children.
  public var group: String?

  /// Makes a stamp.
  public init(
    id: EntryID,
    child: ChildID?,
    occurredAt: Moment,
    recordedAt: Moment,
    by: String,
    group: String? = nil
  ) {
    self.id = id
    self.child = child
    self.occurredAt = occurredAt
    self.recordedAt = recordedAt
    self.by = by
    self.group = group
  }
}

/// An entry as it stands in the record.
public struct RecordedEntry: Sendable {
  /// What stands around the body.
  public var stamp: Stamp
  /// The body; ``UnknownEntry`` for a type of a newer version, ``WithheldEntry`` for a restricted
  /// body that this reader cannot open.
  public var body: any Entry
  /// The position of its frame in the log, from 1.
  public var seq: UInt64

  /// Makes a recorded entry.
  public init(stamp: Stamp, body: any Entry, seq: UInt64) {
    self.stamp = stamp
    self.body = body
    self.seq = seq
  }

  /// The stored type name; for an unknown or withheld body, the one it was written with.
  public var type: String {
    (body as? UnknownEntry)?.writtenType ?? (body as? WithheldEntry)?.writtenType
      ?? Swift.type(of: body).type
  }
}
