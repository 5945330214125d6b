public import Casework

/// The screens of one sitting: which one is on top, who is looking, and when it locks.
///
///     key ─> bar or question, if one is open ─> the screen's command ─> effects
///            effects ─> the session itself, or the composition root ─> event ─> frame
///
/// Three ways to begin: ``init(opener:settings:clock:run:)`` starts locked or at first run,
/// ``init(access:settings:clock:run:)`` with a record that is open; one without a writer is read-only.
public final class Session: Stage {
  /// What a guardian can set.
  public struct Settings: Sendable {
    /// Minutes without a key before it locks, 1 to 15; nil: never (a demonstration).
    public var lockMinutes: Int?

    /// Makes settings.
    public init(lockMinutes: Int? = 5) {
      self.lockMinutes = lockMinutes.map { max(1, min(15, $0)) }
    }
  }

  /// Does what the session cannot; answers now, or later through ``receive(_:)``.
  public typealias Runner = (Effect) -> Event?

  let context: Context
  let settings: Settings
  let run: Runner
  var stack: [any Screen] = []
  var overlay: Overlay?
  /// The words of a note and nothing else, over the whole screen, to be copied out.
  var bare: BareText?
  var message: Message?
  var messages: [(at: Moment, message: Message)] = []
  var lastKept: (entries: [RecordedEntry], at: Moment)?
  var lastKey: Moment
  /// How a note of the kind that was kept last begins.
  var lastComposition: String?
  /// Said after the answer to an act that is being kept.
  var saying = ""
  var draftSavedAt: Moment?
  /// How many of the record's notices were said.
  var noticesSaid = 0
  /// Takes long (a key derivation): run after the frame that says so was drawn.
  var deferred: Effect?
  /// Drafts that were offered already in this sitting.
  var offeredDrafts: Set<EntryID> = []

  /// True of `mainstay note` on a terminal: it ends with the bar.
  var isPrompt = false
  /// What became of its note, once it has ended.
  public internal(set) var promptOutcome: PromptOutcome?

  /// The page as it was last laid out, while a bar is open over it.
  var underBar: LaidPage?

  /// Set once the front end should end, and how.
  public internal(set) var ending: Ending?

  /// A session that starts locked, or, where there is no record yet, at the first run.
  ///
  /// - Parameters:
  ///   - opener: Unlocks and creates.
  ///   - settings: What the guardian set.
  ///   - clock: The moment, now.
  ///   - unsaved: Says why something is not on disk.
  ///   - run: Runs effects; nil: directly, through the opener and what it opens.
  public init(
    opener: any RecordOpener,
    settings: Settings = Settings(),
    clock: @escaping () -> Moment,
    unsaved: @escaping DirectRunner.Unsaved = { Refusal("\($0)", kind: .notSaved) },
    run: Runner? = nil
  ) {
    let direct = DirectRunner(access: nil, opener: opener, unsaved: unsaved)
    self.run = run ?? { direct.run($0) }
    self.settings = settings
    context = Context(access: nil, clock: clock)
    lastKey = clock()
    stack = [opener.recordExists ? UnlockScreen(context, opener) : FirstRunScreen(opener)]
  }

  /// A session on a record that is open already; read-only where the access has no writer.
  ///
  /// - Parameters:
  ///   - access: The record, and what may be done with it.
  ///   - settings: What the guardian set.
  ///   - clock: The moment, now.
  ///   - unsaved: Says why something is not on disk.
  ///   - run: Runs effects; nil: directly, through the access.
  public init(
    access: Access,
    settings: Settings = Settings(),
    clock: @escaping () -> Moment,
    unsaved: @escaping DirectRunner.Unsaved = { Refusal("\($0)", kind: .notSaved) },
    run: Runner? = nil
  ) {
    let direct = DirectRunner(access: access, opener: nil, unsaved: unsaved)
    self.run = run ?? { direct.run($0) }
    self.settings = settings
    context = Context(access: nil, clock: clock)
    lastKey = clock()
    opened(access)
  }

  /// The screen on top.
  var top: any Screen { stack[stack.count - 1] }

  /// Shows the first screen of a record that has just been opened.
  func opened(_ access: Access) {
    context.access = access
    stack = [TodayScreen(context)]
    overlay = nil
    lastKey = context.now
    if let label = access.label { say(Message(label)) }
    noticesSaid = 0
    sayNotices()
    for notice in access.notices { log(Message(notice, .error)) }
    if message == nil, let notice = access.notices.first { say(Message(notice, .error)) }
    sayDrafts()
  }

  /// Notes that were never kept are not forgotten: whose they are, and what offers them.
  private func sayDrafts() {
    let drafts = context.access?.drafts?.drafts().filter { !$0.text.trimmed.isEmpty } ?? []
    guard !drafts.isEmpty else { return }
    var places: [String] = []
    for draft in drafts {
      let file = draft.child.flatMap { context.access?.reader.caseFile($0) }
      // Messages stay to be read, in private too.
      let place = file?.ref ?? "Today"
      if !places.contains(place) { places.append(place) }
    }
    let count =
      drafts.count == 1 ? "1 note is still a draft" : "\(drafts.count) notes are still drafts"
    let said = Message("\(count) · n offers it again: " + places.joined(separator: ", "))
    if message == nil { say(said) } else { log(said) }
  }

  /// Something arrived: the answer to an effect, or news of the record.
  public func receive(_ event: Event) {
    underBar = nil
    switch event {
    case .kept(let kept):
      keptAct(kept)
    case .draftSaved:
      draftSavedAt = context.now
      sealing?.draftSaved()
      sayNotices()
    case .refused(let refusal):
      refused(refusal)
    case .recordChanged:
      recordMayHaveChanged()
    case .opened(let access):
      message = nil
      opened(access)
    case .created(let access):
      message = nil
      if let first = top as? FirstRunScreen {
        first.created(access)
      } else {
        opened(access)
      }
    case .shutOut:
      // What is being typed is put away first; nothing more of the record may be shown.
      if ending == nil { lock() }
    }
  }

  private func refused(_ refusal: Refusal) {
    message = nil
    // Another program's entries may have been read before it was refused.
    context.recordChanged()
    if top is OlderCopyScreen { stack.removeLast() }
    if let unlock = top as? UnlockScreen {
      if case .olderCopy(let older) = refusal.kind {
        stack.append(OlderCopyScreen(context, older, passphrase: unlock.takeTried()))
      } else {
        unlock.refused(refusal)
      }
    } else if let first = top as? FirstRunScreen {
      first.refused(refusal)
    } else if refusal.kind == .notSaved || refusal.kind == .perhapsSaved {
      notSaved(refusal)
    } else {
      saying = ""
      pendingComposer = nil
      pendingAct = nil
      say(Message("Error: " + refusal.words, .error))
    }
  }

  /// The bar whose note is on its way to the disk: closed only when it is kept.
  var pendingComposer: Composer?
  /// The bar whose draft is on its way to the disk.
  var sealing: Composer?
  /// What is on its way to the disk from anywhere else.
  var pendingAct: Act?
  /// What is being kept belongs to the act before it.
  var isFollowingUp = false
  /// The list that goes on when the form that one of its notes opened is answered.
  var formList: CatchUp?
  /// The list that was pasted last.
  var lastList: CatchUp?
  /// The draft of the line that a form was filled from: it goes when the form is kept.
  var formDraft: EntryID?

  /// A form was left: its line is offered again.
  func leaveFormDraft() {
    if let formDraft { offeredDrafts.remove(formDraft) }
    formDraft = nil
  }

  private func keptAct(_ kept: Kept) {
    // The second half of a move: u takes both back.
    let before = isFollowingUp ? lastKept?.entries ?? [] : []
    isFollowingUp = false
    lastKept = (before + kept.entries, context.now)
    context.recordChanged()
    var afterwards: Act?
    var list: CatchUp?
    if let composer = pendingComposer {
      afterwards = composer.consequence?.afterwards
      list = composer.catchUp
      lastComposition = composer.remembered
      if let draft = composer.draftID { discard(draft) }
      overlay = nil
      pendingComposer = nil
    } else if pendingAct != nil {
      if let formDraft { discard(formDraft) }
      formDraft = nil
      list = formList
      formList = nil
      if case .unsaved = overlay { overlay = nil }
    }
    pendingAct = nil
    bare = nil
    let words = saying.isEmpty ? "" : " · " + saying
    say(Message("Saved" + words + " · u undoes"))
    saying = ""
    sayNotices()
    for screen in stack { screen.refresh(returning: false) }
    if let list {
      list.keptOne()
      show(next: list)
    }
    if let afterwards {
      isFollowingUp = true
      perform([.keep(afterwards, saying: "moved; both stay in the record")])
      isFollowingUp = false
    }
  }

  /// The record changed under us, or an answer came.
  public func recordMayHaveChanged() {
    guard context.access != nil, ending == nil else { return }
    underBar = nil
    context.recordChanged()
    for screen in stack { screen.refresh(returning: false) }
    if let today = stack.first as? TodayScreen, let news = today.news() {
      say(Message(news, .news))
    }
    sayNotices()
  }

  // MARK: - Saying things

  /// Says what the store found or could not do since the last time; the first of it on the screen.
  func sayNotices() {
    let fresh = (context.access?.reader.state.notices ?? []).dropFirst(noticesSaid)
    guard let first = fresh.first else { return }
    noticesSaid += fresh.count
    for notice in fresh.dropFirst() { log(Message(notice, .error)) }
    let saved = message.map { $0.words.hasPrefix("Saved") ? "Saved · " : "" } ?? ""
    say(Message(saved + first, .error))
  }

  func say(_ message: Message) {
    self.message = message
    log(message)
  }

  /// What was said until now is not for this screen.
  func forgetMessages() {
    message = nil
    messages = []
  }

  func log(_ message: Message) {
    messages.append((context.now, message))
    if messages.count > 200 { messages.removeFirst() }
  }

  // MARK: - Time

  /// Milliseconds until something must happen without a key.
  public func millisecondsToNextTick() -> Int? {
    guard ending == nil else { return nil }
    if deferred != nil { return 1 }
    let now = context.now
    var due: [Int64] = []
    if let lockAt {
      let left = lockAt.milliseconds - now.milliseconds
      due.append(left)
      // Seconds show only in the last half minute: until then nothing ticks.
      due.append(left > 30_000 ? left - 30_000 : left % 1000 == 0 ? 1000 : left % 1000)
    }
    if let composer = overlay?.composer, let at = composer.sealBy {
      due.append(at.milliseconds - now.milliseconds)
    }
    if let at = top.nextChange(after: now) { due.append(at.milliseconds - now.milliseconds) }
    if context.access != nil { due.append(60_000 - now.milliseconds % 60_000) }
    guard let least = due.min() else { return nil }
    return Int(max(1, least))
  }

  /// The time that was asked for has come.
  public func tick() {
    guard ending == nil else { return }
    if let effect = deferred {
      deferred = nil
      if let event = run(effect) { receive(event) }
      return
    }
    let now = context.now
    if let composer = overlay?.composer, let at = composer.sealBy, now >= at { seal(composer) }
    if let lockAt, now >= lockAt { lock() }
  }

  /// When it locks by itself; nil while there is nothing to lock, or never.
  var lockAt: Moment? {
    guard context.access != nil, let minutes = settings.lockMinutes else { return nil }
    return lastKey.adding(minutes: minutes)
  }

  /// Seals what is being typed, then blanks and locks.
  func lock() {
    if let composer = overlay?.composer { seal(composer) }
    ending = .lock
    _ = run(.lock)
  }

  /// The terminal is going away or to the background.
  public func interrupted(_ reason: Interruption) {
    if let composer = overlay?.composer { seal(composer) }
    guard ending == nil else { return }
    switch reason {
    case .suspended: ending = context.access == nil ? nil : .lock
    case .hungUp, .terminated: ending = .quit
    }
  }

  /// Throws a draft away; the record says so, without its text.
  func discard(_ draft: EntryID) {
    _ = run(.discardDraft(draft))
    context.recordChanged()
  }

  /// Puts a draft on disk; false where the words are on the screen only.
  @discardableResult
  func seal(_ composer: Composer) -> Bool {
    guard let draft = composer.draftToSeal(at: context.now) else { return composer.isDraftSafe }
    sealing = composer
    defer { sealing = nil }
    if let event = run(.saveDraft(draft)) { receive(event) }
    return composer.isDraftSafe
  }
}
