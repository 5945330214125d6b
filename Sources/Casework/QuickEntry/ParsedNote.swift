/// A typed line, understood: what would be kept, what is asked, and what every part of it means.
///
/// Places in the line are UTF-8 offsets into ``raw``.
public struct ParsedNote: Sendable {
  /// The line exactly as typed.
  public var raw: String
  /// Whom it is about, in the order typed; the child of the page where the line names none.
  public var children: [KnownChild] = []
  /// The line itself names the child.
  public var namesChild = false
  /// With the child or about the child; nil while that is asked.
  public var party: Party?
  /// About: with whom.
  public var partyRole: Role?
  /// About: that person's name, as typed.
  public var partyName: String?
  /// How; nil while that is asked.
  public var kind: ContactKind?
  /// When it happened; now where the line does not say.
  public var at: Moment
  /// A day or time was typed.
  public var saysWhen = false
  /// A day or time was typed that does not exist, or that is asked: ``at`` then says nothing.
  public var asksWhen = false
  /// A time of day was typed.
  public var saysTime = false
  /// When each of several attempts was.
  public var times: [Moment] = []
  /// How many attempts `x3` says.
  public var count: Int?
  /// How long, in minutes.
  public var minutes: Int?
  /// The guardian saw the child; nil where the line does not say so.
  public var seen: Bool?
  /// The head says `seen` in so many words.
  var saysSeen = false
  /// Which of several children were heard from, where not all of them.
  var heardOf: [KnownChild]?
  /// With nobody else but an interpreter; nil where the line does not say so.
  public var alone: Bool?
  /// The child told the guardian something.
  public var heardFrom: Bool?
  /// The interpreter.
  public var interpreter: Interpreter?
  /// Who else was there, as typed.
  public var with: [String] = []
  /// Where, as typed; masked wherever it is shown.
  public var place: String?
  /// By which medium, such as `teams`.
  public var medium: String?
  /// The line without head and tokens; quotations and opinions in their places.
  public var text = ""
  /// What was said, by whom.
  public var words: [NoteQuote] = []
  /// What the guardian asked.
  public var questions: [String] = []
  /// The guardian's opinion.
  public var opinion: String?
  /// Flags, acts or steps by themselves: no contact is kept.
  public var isActsOnly = false
  /// What is flagged.
  public var flags: [NoteFlag] = []
  /// What is to be done, and what is promised.
  public var actions: [NoteAction] = []
  /// Who was told, as steps of a running episode.
  public var steps: [NoteStep] = []
  /// Tags, without `#`.
  public var tags: [String] = []
  /// Who alone may read it.
  public var restricted: Restriction?
  /// `new NAME …`: somebody not yet in the caseload.
  public var referral: NoteReferral?
  /// The form that the line opens instead of being kept.
  public var form: NoteForm?
  /// Every part that was understood, in order.
  public var tokens: [NoteToken] = []
  /// What keeps the line from being kept.
  public var problems: [NoteProblem] = []
  /// What the guardian may take; nothing of it is kept unless taken.
  public var offers: [NoteOffer] = []
  /// What the guardian may want to know; nothing of it keeps the line from being kept.
  public var hints: [NoteHint] = []

  /// Whether Enter keeps it.
  public var isKeepable: Bool { problems.isEmpty }

  /// The present it was read in.
  public let now: Moment
  /// The zone of its days.
  public let zone: Zone

  init(raw: String, now: Moment, zone: Zone) {
    self.raw = raw
    at = now
    self.now = now
    self.zone = zone
  }
}

/// Somebody's words, and whose record they belong to.
public struct NoteQuote: Sendable, Hashable {
  /// The words, by whom and through whom; by `unknown` while that is asked.
  public var quote: Quote
  /// The one child who said them, where several are in the note.
  public var child: KnownChild?
}

/// `!topic`.
public struct NoteFlag: Sendable, Hashable {
  /// The topic as typed.
  public var topic: String
  /// `!!`: urgent by the guardian's own act.
  public var isUrgent: Bool
  /// Whom it concerns.
  public var children: [KnownChild]
}

/// `>action`, `>sw: action`, `>>promise`.
public struct NoteAction: Sendable, Hashable {
  /// What is to be done, as typed.
  public var text: String
  /// By when.
  public var due: DueDate?
  /// Who owes it.
  public var owedBy: Owner
  /// A promise to the child.
  public var isPromise: Bool
  /// Whom it concerns.
  public var children: [KnownChild]
}

/// `told:WHO`.
public struct NoteStep: Sendable, Hashable {
  /// Which step telling them is.
  public var step: EpisodeStep
  /// Who was told.
  public var whom: Role
  /// Their name, as typed.
  public var name: String?
  /// When.
  public var at: Moment
  /// Their reference.
  public var reference: String?
}

/// A referral as typed, and what it seems to say: offered field by field, never taken by itself.
public struct NoteReferral: Sendable, Hashable {
  /// What follows `new`, word for word.
  public var text: String
  /// The name as said.
  public var name: String
  /// Fields that the text seems to fill, in its own words.
  public var known: [String: String]
  /// Fields of which it says nothing: not asked.
  public var unknown: [String]
}

/// A form that must be filled: a line never does it by itself.
public struct NoteForm: Sendable, Hashable {
  /// `returned`.
  public var name: String
  /// When it happened, where the line says so.
  public var at: Moment?
  /// What the line says.
  public var text: String
  /// Who brought the child back, where the line names a role: to be looked at in the form.
  public var by: Role?
  /// When the return interview is due: 72 hours after the return.
  public var interviewBy: Moment?
  /// How long the heightened watch lasts: 48 hours after the return.
  public var watchUntil: Moment?
}

/// A part of the line that was understood.
public struct NoteToken: Sendable, Hashable {
  /// What a part means; the raw values are those of the JSON document.
  public enum Meaning: String, Sendable {
    case child, kind, role, name, when, minutes, times, medium, seen, unseen, alone, interpreter
    case place, company, party, words, question, opinion, flag, action, promise, step, tag
    case restricted, referral, form, doubtful, problem
  }

  /// Its first byte.
  public var from: Int
  /// The byte after its last.
  public var to: Int
  /// What it means.
  public var meaning: Meaning
  /// What it was understood as, in plain words or as JSON shows it elsewhere.
  public var value: String
  /// The code of the problem that stands here, such as `no-such-date`.
  public var problem: String?
}

/// Something that must be answered before the line is kept.
public struct NoteProblem: Sendable, Hashable {
  /// Such as `no-kind`.
  public var code: String
  /// In words.
  public var message: String
  /// The part of the line, as typed.
  public var token: String?
  /// Where that part stands.
  public var span: Range<Int>?
  /// Children that may have been meant.
  public var near: [KnownChild] = []
}

/// Something that may be taken.
public struct NoteOffer: Sendable, Hashable {
  /// Such as `appointment`.
  public var code: String
  /// In words, or the text that taking it would type.
  public var text: String
  /// When, where it has a date.
  public var at: DueDate?
  /// The part of the line, as typed.
  public var token: String?
  /// Where that part stands.
  public var span: Range<Int>?
  /// How it is taken; nil where the guardian types it or answers it elsewhere.
  public var taking: NoteTaking?
  /// The entry that it answers, where it answers one.
  public var of: EntryID?
}

extension NoteOffer {
  /// What stays the same of an offer while its line changes elsewhere.
  public var taken: TakenOffer { TakenOffer(code: code, text: text, at: at, of: of) }
}

/// An offer that was taken to be kept beside the line; it holds as long as the line still makes it.
public struct TakenOffer: Sendable, Codable, Hashable {
  /// Such as `appointment`.
  public var code: String
  /// In words.
  public var text: String
  /// When, where it has a date.
  public var at: DueDate?
  /// The entry that it answers, where it answers one.
  public var of: EntryID?
}

/// How an offer is taken.
public enum NoteTaking: Sendable, Hashable {
  /// By typing: the words take the place of a part of the line, or stand at its end where nil.
  case typing(String, at: Range<Int>?)
  /// By keeping it with the line: see ``ParsedNote/act(opening:taking:newID:)``.
  case keeping
  /// By a form that must be filled.
  case form
}

extension NoteHint {
  /// It says that something which the line seems to claim of the child is not recorded.
  var isDoubt: Bool {
    [
      "asked", "attempt", "in-prose", "seen-or-not", "seen-not-counted", "alone-not-counted",
      "not-attended",
    ].contains(code)
  }
}

/// Something worth a look.
public struct NoteHint: Sendable, Hashable {
  /// Such as `in-prose`.
  public var code: String
  /// In words.
  public var message: String
  /// The part of the line, as typed.
  public var token: String?
  /// Where that part stands.
  public var span: Range<Int>?
}
