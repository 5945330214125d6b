/// The facts of all entries of a record, in the order of the log: what the filters are answered from.
///
/// Search, the timelines and the chronology all ask here, so that they agree. Current and older
/// versions of an entry are both found, each by what it says; an amendment and a removal belong to
/// the time of what they are about. What was removed is not found, nor are its amendments.
public struct SearchBook: Sendable {
  struct Row: Sendable {
    var child: Int32
    var occurred: Int64
    /// When it happened, as it says.
    var happened: Int64
    /// The entry that it is a version of: its own place, or that of what it amends.
    var root: Int
    var raisedWith: Int?
    var closes: Int?
    var type: String
    var said: String?
    var contact: ContactKind?
    var people: [[String]]
    var tags: [[String]]
    var topics: [[String]]
    var isUrgent: Bool
    var isRestricted: Bool
    var isSeen: Bool
    var isSeenAlone: Bool
    var isSignificant: Bool
  }

  private(set) var rows: [Row] = []
  private(set) var children: [ChildID: Int32] = [:]
  private(set) var removals: [(place: Int, of: Int)] = []
  private(set) var amendments: [(place: Int, of: Int)] = []

  /// How many entries it knows.
  public var count: Int { rows.count }

  /// An empty book.
  public init() {}

  /// A book of entries that stand in the order of the log.
  ///
  /// - Parameters:
  ///   - entries: As written.
  ///   - isRestricted: Which of them only count; by default those whose own text is restricted.
  public init(
    _ entries: [RecordedEntry],
    isRestricted: (RecordedEntry) -> Bool = {
      $0.body is WithheldEntry || $0.body.restriction != nil
    }
  ) {
    var places: [EntryID: Int] = [:]
    for entry in entries {
      places[entry.stamp.id] = rows.count
      add(SearchFacts(entry, isRestricted: isRestricted(entry))) { places[$0] }
    }
  }

  /// Adds the next entry of the log.
  ///
  /// - Parameters:
  ///   - facts: Its own.
  ///   - place: Where an entry stands in the log, from 0; nil for one that does not.
  /// - Throws: Whatever looking up a place throws.
  public mutating func add<Failure>(
    _ facts: SearchFacts,
    place: (EntryID) throws(Failure) -> Int?
  ) throws(Failure) {
    let own = rows.count
    func earlier(_ id: EntryID?) throws(Failure) -> Int? {
      guard let id, let found = try place(id), found < own else { return nil }
      return found
    }
    let amended = try earlier(facts.amends)
    let removed = try earlier(facts.removes)
    let root = amended.map { rows[$0].root }
    if let root { amendments.append((own, root)) }
    if let removed { removals.append((own, removed)) }
    var child: Int32 = -1
    if let id = facts.child {
      child = children[id] ?? Int32(children.count)
      children[id] = child
    }
    rows.append(
      Row(
        child: child,
        occurred: facts.occurred,
        happened: facts.happened
          ?? root.map { rows[$0].happened } ?? removed.map { rows[$0].happened } ?? facts.occurred,
        root: root ?? own,
        raisedWith: try earlier(facts.raisedWith),
        closes: try earlier(facts.closes),
        type: facts.type,
        said: facts.said,
        contact: facts.contact,
        people: facts.people,
        tags: facts.tags,
        topics: facts.topics,
        isUrgent: facts.isUrgent,
        isRestricted: facts.isRestricted,
        isSeen: facts.isSeen,
        isSeenAlone: facts.isSeenAlone,
        isSignificant: facts.isSignificant
      )
    )
  }

  /// When an entry happened, as it says.
  public func happened(_ place: Int) -> Moment { Moment(milliseconds: rows[place].happened) }
}
