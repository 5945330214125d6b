/// What every reader of a record can ask.
///
/// Values come back at once; none of them is live.
public protocol RecordReader: AnyObject {
  /// The zone of the record's days.
  var zone: Zone { get }

  /// Every child's case file that has not been erased, in the order they were opened.
  func caseload() -> [CaseFile]

  /// One child's case file.
  func caseFile(_ child: ChildID) -> CaseFile?

  /// A child by ref, or by a number another system gave; case does not matter.
  func child(ref: String) -> ChildID?

  /// Entries as written, oldest first: one child's, or everybody's where nil.
  ///
  /// Amended and removed entries are all there; ``Timeline`` puts them together.
  func entries(of child: ChildID?) -> [RecordedEntry]

  /// A search is about to be typed: what it needs may be read meanwhile. Returns at once.
  func prepareSearch()

  /// Entries whose words match.
  func search(_ query: SearchQuery) -> SearchResult

  /// How many entries and frames there are and the hash of the last frame.
  var state: RecordState { get }
}

extension RecordReader {
  /// Nothing: the first search reads what it needs.
  public func prepareSearch() {}
}

/// What the guardian's own session can do besides reading.
public protocol RecordWriter: RecordReader {
  /// Keeps an act: when this returns, it is on disk.
  ///
  /// - Throws: When it was not kept; the record is then as it was.
  func keep(_ act: Act) throws -> Kept

  /// A ref that nobody has had: `K` and the next free number of two or more digits.
  func nextRef() -> String

  /// A fresh identity for a child or an entry.
  func newID() -> String
}

/// Notes that are being typed, sealed and kept apart from the record.
public protocol DraftStore: AnyObject {
  /// Seals a draft over its earlier self.
  ///
  /// - Throws: When it is not on disk.
  func save(_ draft: Draft) throws

  /// All drafts that were neither kept nor discarded, oldest first.
  func drafts() -> [Draft]

  /// Deletes a draft; nothing happens where there is none.
  func discard(_ id: EntryID)
}

/// A note that is being typed.
public struct Draft: Sendable, Codable, Hashable {
  /// The identity that the entry will have.
  public var id: EntryID
  /// The child whose page was open, if any.
  public var child: ChildID?
  /// Which form it belongs to, such as `quick-entry`.
  public var form: String
  /// The text as typed.
  public var text: String
  /// What was taken to be kept beside the line; nil for nothing.
  public var taken: [TakenOffer]?
  /// When it was last sealed.
  public var savedAt: Moment

  /// Makes a draft.
  public init(
    id: EntryID,
    child: ChildID?,
    form: String,
    text: String,
    taken: [TakenOffer]? = nil,
    savedAt: Moment
  ) {
    self.id = id
    self.child = child
    self.form = form
    self.text = text
    self.taken = taken
    self.savedAt = savedAt
  }
}

/// Where a record stands.
public struct RecordState: Sendable, Hashable {
  /// How many entries there are.
  public var entries: Int
  /// The number of the last frame; 0 for none.
  public var seq: UInt64
  /// SHA-256 of the last frame, in hexadecimal.
  public var head: String
  /// Set when the record may only be read: why, in words.
  public var readOnly: String?
  /// Set when it may only be read although it should be writable: what the guardian can do about it.
  public var advice: String?
  /// What opening found and mended, or could not mend; shown once.
  public var notices: [String]

  /// Makes a state.
  public init(
    entries: Int,
    seq: UInt64,
    head: String,
    readOnly: String?,
    advice: String? = nil,
    notices: [String]
  ) {
    self.entries = entries
    self.seq = seq
    self.head = head
    self.readOnly = readOnly
    self.advice = advice
    self.notices = notices
  }
}

/// What to look for: all words and all filters must hold.
public struct SearchQuery: Sendable, Hashable {
  /// The words and the filters.
  public var filter: SearchFilter
  /// Only this child's entries.
  public var child: ChildID?
  /// At most this many hits; the count is of all.
  public var limit: Int
  /// Hides what happened after it; when it was recorded is not looked at.
  public var asOf: Moment?
  /// Asks for the identities of all that match instead of hits.
  public var identities = false

  /// Makes a query.
  public init(
    _ filter: SearchFilter,
    child: ChildID? = nil,
    limit: Int = 500,
    asOf: Moment? = nil
  ) {
    self.filter = filter
    self.child = child
    self.limit = limit
    self.asOf = asOf
  }

  /// Makes a query of words alone: whole folded words, `word*` prefixes, `"…"` phrases.
  public init(text: String, child: ChildID? = nil, limit: Int = 500) {
    self.init(SearchFilter(terms: SearchTerm.parse(text)), child: child, limit: limit)
  }
}

/// What was found, newest first.
public struct SearchResult: Sendable {
  /// An entry that was found.
  public struct Hit: Sendable {
    /// The entry.
    public var entry: RecordedEntry
    /// When it happened, as it says: an amendment's is the time of what it amends.
    public var at: Moment

    /// Makes a hit.
    public init(entry: RecordedEntry, at: Moment) {
      self.entry = entry
      self.at = at
    }
  }

  /// The entries.
  public var hits: [Hit]
  /// How many match, shown or not.
  public var count: Int
  /// How many more match in restricted entries, which are only counted.
  public var restrictedCount: Int
  /// Where identities were asked for: of all that match.
  public var identities: Set<EntryID> = []
  /// Those of the restricted ones; no page says which they are.
  public var restrictedIdentities: Set<EntryID> = []

  /// Makes a result.
  public init(hits: [Hit], count: Int, restrictedCount: Int) {
    self.hits = hits
    self.count = count
    self.restrictedCount = restrictedCount
  }

  /// Nothing was found, or nothing was asked.
  public static let nothing = SearchResult(hits: [], count: 0, restrictedCount: 0)
}
