/// What the filters can ask of one entry besides its words.
///
/// Made of an entry alone, so that many can be made side by side; ``SearchBook`` puts them together.
public struct SearchFacts: Sendable {
  var child: ChildID?
  var id: EntryID
  /// When it happened, in milliseconds; an amendment's own is not what is meant.
  var occurred: Int64
  /// Set where an amendment says that it happened at another time.
  var happened: Int64?
  var isRestricted: Bool
  /// The stored type, and, of an amendment, that of what it says.
  var type: String
  var said: String?
  var contact: ContactKind?
  /// An amendment: of which entry.
  var amends: EntryID?
  /// A removal: of which entry.
  var removes: EntryID?
  /// The contact that a flag was raised with.
  var raisedWith: EntryID?
  /// The flag that a review closes.
  var closes: EntryID?
  /// Folded words of a person's name, or of a role, one person after another.
  var people: [[String]]
  var tags: [[String]]
  /// Topics of flags.
  var topics: [[String]]
  var isUrgent: Bool
  var isSeen: Bool
  var isSeenAlone: Bool
  /// In the chronology by what it says itself.
  var isSignificant: Bool

  /// Reads an entry.
  ///
  /// - Parameters:
  ///   - entry: As written.
  ///   - isRestricted: Only the guardian may read it: such entries are counted and never shown.
  public init(_ entry: RecordedEntry, isRestricted: Bool) {
    let amended = entry.body as? Amended
    let body = amended?.body ?? entry.body
    child = entry.stamp.child
    id = entry.stamp.id
    occurred = entry.stamp.occurredAt.milliseconds
    happened = amended?.happenedAt?.milliseconds
    self.isRestricted = isRestricted
    type = entry.type
    said = amended?.bodyType
    amends = amended?.of
    removes = (entry.body as? Removed)?.of
    let note = body as? ContactMade
    let withheld = body as? WithheldEntry
    contact = note?.kind ?? withheld?.kind.flatMap(ContactKind.init(rawValue:))
    people = body.people
    tags = (note?.tags ?? []).map { Fold.words($0.spaced) }
    let flag = body as? FlagRaised
    raisedWith = flag?.from
    topics = flag.map { [Fold.words($0.topic.spaced)] } ?? []
    isUrgent = flag?.urgent == true
    closes = (body as? FlagReviewed).flatMap { $0.stillValid ? nil : $0.of }
    let counted = note?.counted(entry.stamp)
    isSeen = counted?.seen == true
    isSeenAlone = counted?.seenAlone == true
    isSignificant = Significance.holds(body)
  }
}
