public import Casework

/// What a key press asks of the world: a closed list, run by the session and the composition root.
///
/// A screen never does any of this itself.
public enum Effect {
  // Run by the session.

  /// Shows another screen on top.
  case open(Destination)
  /// One step back.
  case back
  /// Says something in the status line.
  case say(Message)
  /// Opens the quick-entry bar.
  case compose(Composition)
  /// Opens a one-line question; what is typed comes back to the screen under this name.
  case ask(Question)

  /// Goes from the first run to the record that it made.
  case enter(Access)

  // Run by the composition root, which answers with an ``Event``.

  /// Keeps an act; the words are said after `Saved`.
  case keep(Act, saying: String)
  /// Seals a draft.
  case saveDraft(Draft)
  /// Deletes a draft.
  case discardDraft(EntryID)
  /// Opens the record with a passphrase; an older copy only as was chosen.
  case unlock(passphrase: String, older: OlderChoice = .stop)
  /// Makes a record; the recovery key was typed back by now.
  case create(passphrase: String, recoveryKey: String)
  /// Opens the sample caseload, apart from any record.
  case openSample
  /// Erases the screen and starts over, locked.
  case lock
  /// Ends the program.
  case quit
}

/// What the world answered.
public enum Event {
  /// It is on disk.
  case kept(Kept)
  /// The draft is on disk.
  case draftSaved
  /// It was not done, and why, in words fit for the screen.
  case refused(Refusal)
  /// Another program kept something, or the index was caught up.
  case recordChanged
  /// The record is open.
  case opened(Access)
  /// The record was made and is open.
  case created(Access)
  /// Another program took away the way in by which the record is open.
  case shutOut
}

/// What is known of a record that is not the one this computer last saw.
public struct OlderRecord: Sendable, Equatable {
  /// Where this copy ends, and where the one ended that was seen.
  public var (number, seenNumber): (UInt64, UInt64)
  /// When the last entry of this copy was recorded; when this computer last saw the record.
  public var (endedAt, seenAt): (Moment?, Moment?)
  /// True when it does not merely end earlier but holds another history.
  public var isFork: Bool

  /// Makes the facts.
  public init(
    number: UInt64,
    endedAt: Moment?,
    seenNumber: UInt64,
    seenAt: Moment?,
    isFork: Bool
  ) {
    (self.number, self.endedAt) = (number, endedAt)
    (self.seenNumber, self.seenAt) = (seenNumber, seenAt)
    self.isFork = isFork
  }
}

/// What the guardian chose to do with such a record.
public enum OlderChoice: Sendable {
  /// Not asked yet, or: nothing is opened.
  case stop
  /// It is shown and not written to.
  case look
  /// It goes on as a restored backup, and says so for ever.
  case accept
}

/// Why something was not done.
public struct Refusal: Sendable, Equatable {
  /// What kind of no it is.
  public enum Kind: Sendable, Equatable {
    /// The passphrase opens nothing here.
    case wrongPassphrase
    /// The record is older than, or another than, the one this computer last saw.
    case olderCopy(OlderRecord)
    /// What was to be kept is not on disk; its words must stay in sight.
    case notSaved
    /// The way in by which the record was open is gone.
    case shutOut
    /// The same, and nobody can say whether the record will hold it when it is opened again.
    case perhapsSaved
    /// Everything else; the words say it.
    case other
  }

  /// What kind of no it is.
  public var kind: Kind
  /// What happened, what it means for the record, what to do; no child's name.
  public var words: String

  /// Makes a refusal.
  public init(_ words: String, kind: Kind = .other) {
    self.words = words
    self.kind = kind
  }
}

/// Something the status line says.
public struct Message: Sendable, Equatable {
  /// How long it stays.
  public enum Kind: Sendable {
    /// Until the next key but one that only moves.
    case said
    /// Until a key, and in `:messages` after.
    case error
    /// Until the screen is re-sorted or left.
    case news
  }

  /// What kind of message.
  public var kind: Kind
  /// Begins with a word that says what it is: `Saved`, `Error:`.
  public var words: String

  /// Makes a message.
  public init(_ words: String, _ kind: Kind = .said) {
    self.words = words
    self.kind = kind
  }
}

/// A place the guardian can go to.
public enum Destination: Sendable, Equatable {
  case today
  case child(ChildID)
  /// A child's page, with the cursor on an entry.
  case entry(EntryID, ChildID)
  /// The ring card of a child.
  case ringCard(ChildID)
  /// Every version of an entry.
  case versions(EntryID, ChildID)
  case search(String)
  case timeline
  case flags
  case agenda
  case help
  case messages
}

/// What the quick-entry bar starts with.
public struct Composition: Sendable {
  /// Whose page is open, or whose row the guardian moved to.
  public var child: ChildID?
  /// Already typed, such as `!` for a flag.
  public var text: String
  /// What is kept together with it.
  var consequence: Consequence?

  /// Makes a beginning.
  public init(child: ChildID?, text: String = "") {
    self.child = child
    self.text = text
  }

  init(child: ChildID, text: String, with consequence: Consequence) {
    self.child = child
    self.text = text
    self.consequence = consequence
  }
}

/// A question that one line answers.
public struct Question: Sendable, Equatable {
  /// Comes back to the screen with the answer.
  public var name: String
  /// What is asked.
  public var prompt: String
  /// What may be typed, in quiet letters.
  public var placeholder: String
  /// Whether Enter takes an empty line.
  public var mayBeEmpty: Bool
  /// What stands there already, to be changed.
  public var text: String
  /// The entry that it is about, wherever the cursor is when it is answered.
  public var about: EntryID?

  /// Makes a question.
  public init(
    name: String,
    prompt: String,
    placeholder: String = "",
    mayBeEmpty: Bool = false,
    text: String = "",
    about: EntryID? = nil
  ) {
    self.name = name
    self.prompt = prompt
    self.placeholder = placeholder
    self.mayBeEmpty = mayBeEmpty
    self.text = text
    self.about = about
  }
}
