/// One child's record, folded from its entries: what the rules and the screens read.
///
/// It is small: contacts are kept as facts without their text. ``folded(id:ref:entries:zone:asOf:)``
/// makes one; entries may arrive in any order.
public struct CaseFile: Sendable {
  /// The child.
  public let id: ChildID
  /// The code by which the child is known outside: `K12`.
  public var ref: String
  /// Which folding it is.
  public internal(set) var edition = Edition()

  // The child.

  /// When the record was opened.
  public var openedAt: Moment?
  /// How the child came to the guardian.
  public var referral: Dated<Referred>?
  /// When the guardian took the child on.
  public var allocation: Dated<Allocated>?
  /// Set while the guardian's work with the child is over.
  public var closure: Dated<Closed>?
  /// The whole name, as given.
  public var name: Known<String>?
  /// What the child is called.
  public var knownAs: String?
  /// The name in the child's own script.
  public var ownScript: String?
  /// Other names.
  public var aliases: [String] = []
  /// Numbers that other systems gave, by which the child can be looked up.
  public var otherNumbers: [String] = []
  /// Dates of birth; more than one where age is disputed.
  public var births: [Birth] = []
  /// Languages, with dialect; one without a value says which kind of not knowing.
  public var languages: [Described] = []
  /// What the child wants, in the child's words.
  public var wants: [Described] = []
  /// What helps.
  public var helps: [Described] = []
  /// Whom the child would ring.
  public var rings: [Described] = []
  /// Strengths.
  public var strengths: [Described] = []
  /// Everything else that was described, by field; the last value of each that has one at a time.
  public var described: [ChildField: [Described]] = [:]

  // Living.

  /// Where the child lived, oldest first.
  public var placements: [Placement] = []
  /// Changes of liberty, oldest first.
  public var liberty: [LibertyFact] = []
  /// Watches set by hand, oldest first; the others follow from placements, returns and releases.
  public var watches: [Dated<WatchSet>] = []
  /// When watches were ended, oldest first.
  public var watchEnds: [Dated<WatchEnded>] = []
  /// The rhythm in force for each counter.
  public var rhythms: [Counter: Dated<RhythmAgreed>] = [:]
  /// How the child can be reached without harm.
  public var safeContact: Dated<SafeContactAgreed>?
  /// The people around the child.
  public var people: [Dated<PersonAdded>] = []

  // Contact.

  /// Interpreters, by number or name, who are not to come again for this child.
  public var interpretersNotAgain: [String] = []
  /// Every contact and attempt, oldest first, without its text.
  public var contacts: [ContactFact] = []

  // Watching over, and dates.

  /// Flags, oldest first.
  public var flags: [RaisedFlag] = []
  /// The latest plan of each kind.
  public var plans: [PlanKind: Dated<PlanMade>] = [:]
  /// What the guardian will do.
  public var reminders: [Reminder] = []
  /// What others were asked to do.
  public var asks: [Ask] = []
  /// What the guardian told the child they would do.
  public var promises: [Promise] = []
  /// Appointments.
  public var appointments: [Appointment] = []
  /// Decisions, oldest first.
  public var decisions: [Decision] = []

  // Missing.

  /// Episodes, oldest first.
  public var episodes: [Episode] = []
  /// Steps that belong to no episode, shown as such.
  public var looseSteps: [Dated<MissingStep>] = []

  // The record.

  /// How many entries have a text that only the guardian may read, by kind.
  public var restrictedCounts: [Restriction: Int] = [:]
  /// True where nothing of the child's record is in force: not begun yet, or undone.
  public var isYetToBegin = false
  /// How many entries this version cannot read.
  public var unreadable = 0

  /// An empty case file.
  public init(id: ChildID, ref: String) {
    self.id = id
    self.ref = ref
  }
}
