/// One time that the child was missing; no entry stores it, folding puts it together.
@dynamicMemberLookup
public struct Episode: Sendable {
  /// What was said when it began.
  public var started: Dated<MissingStarted>
  /// True where only the return was recorded.
  public var startNotRecorded = false
  /// Who was told and what was done, oldest first.
  public var steps: [Dated<MissingStep>] = []
  /// What was heard, seen or learned, oldest first.
  public var news: [News] = []
  /// The next acts that were agreed, oldest first.
  public var nextActs: [Dated<NextActAgreed>] = []
  /// Meetings about the child held while it was missing, oldest first.
  public var meetings: [Moment] = []
  /// Contacts about the child while it was missing, oldest first.
  public var aboutContacts: [Moment] = []
  /// Set once the child was seen back.
  public var returned: Dated<Returned>?
  /// Return interviews, offered to done.
  public var interviews: [Dated<Interview>] = []
  /// Set once the paperwork is over; it does not end the missing state.
  public var closed: Dated<EpisodeClosed>?

  /// What was heard, seen or learned of a missing child.
  public struct News: Sendable, Hashable {
    /// How.
    public enum What: String, Sendable, Codable {
      /// Through somebody else.
      case heardOf = "heard-of"
      /// The child rang or wrote; still missing.
      case heardFrom = "heard-from"
      /// The guardian saw the child; still missing until somebody writes that it returned.
      case seen
      /// Somebody says where the child is.
      case located
    }

    /// The entry.
    public var id: EntryID
    /// When.
    public var at: Moment
    /// How.
    public var what: What
  }

  /// The entry that began it.
  public var id: EntryID { started.id }
  /// When it began.
  public var since: Moment { started.at }
  /// True until the child was seen back.
  public var isOpen: Bool { returned == nil }
  /// When the police were first told, if anybody recorded that.
  public var policeTold: Dated<MissingStep>? { steps.first { $0.step == .t2 } }

  /// A field of what was said when it began.
  public subscript<Value>(dynamicMember path: KeyPath<MissingStarted, Value>) -> Value {
    started.body[keyPath: path]
  }
}
