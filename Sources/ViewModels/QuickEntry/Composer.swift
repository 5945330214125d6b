import Casework

/// The quick-entry bar: a line that is understood while it is typed, and shown before it is kept.
final class Composer {
  let context: Context
  /// Whose page is open, or whose row the guardian moved to; the line may name others.
  let child: ChildID?
  private(set) var editor: LineEditor
  private(set) var note: ParsedNote
  /// The draft's identity, once something was typed.
  private(set) var draftID: EntryID?
  /// A sealed draft of the same place, offered once.
  private(set) var offered: Draft?
  /// Why Enter did not keep it: the record does not hold these words.
  private(set) var unsaved: Refusal?
  /// Why the words are not even a draft on disk; nil where they are, or were never to be.
  private(set) var draftProblem: String?
  private var changedAt: Moment?
  private var parser: NoteParser
  /// The children whose last contact the parser knows: those of the page and of the line.
  private var known: Set<ChildID> = []
  /// Offers that are kept with the line, as they were when they were taken.
  private var taken: [TakenOffer] = []
  /// What the draft had taken; said where the line, read again on another day, offers it no more.
  private var restored: [TakenOffer] = []
  private let begun: String
  /// What is kept together with the note.
  let consequence: Consequence?
  /// Ctrl-T was pressed: the next key says how the note begins.
  private(set) var isChoosing = false
  /// The list that it is one of.
  let catchUp: CatchUp?
  /// Ctrl-E: the line over many rows, with what it does not say yet.
  private(set) var isLong = false

  /// The bar with what a composition begins with, and the draft that is offered there.
  convenience init(_ context: Context, _ composition: Composition, offering draft: Draft?) {
    self.init(
      context,
      composition,
      offering: composition.text.isEmpty ? draft : nil,
      begun: composition.text,
      of: nil
    )
  }

  /// The bar with a draft in it, one of a list.
  convenience init(_ context: Context, taking draft: Draft, of list: CatchUp) {
    let composition = Composition(child: draft.child, text: draft.text)
    self.init(context, composition, offering: nil, begun: "", of: list)
    draftID = draft.id
    restore(draft)
  }

  private init(
    _ context: Context,
    _ composition: Composition,
    offering draft: Draft?,
    begun: String,
    of list: CatchUp?
  ) {
    self.context = context
    child = composition.child
    editor = LineEditor(composition.text)
    offered = draft
    self.begun = begun
    consequence = composition.consequence
    catchUp = list
    if let child { known.insert(child) }
    parser = NoteParser(
      caseload: context.knownChildren(withLastContactOf: known),
      now: context.now,
      zone: context.zone,
      focus: composition.child
    )
    note = parser.parse(composition.text)
    reread()
  }

  /// How another note of the same kind begins: never with its child, who is asked for anew.
  var remembered: String { note.kind.map { $0.rawValue + " " } ?? "" }

  // MARK: - Typing

  /// A key; false when it means nothing to the bar.
  func press(_ key: Key) -> Bool {
    if isChoosing || key == .control("t") {
      choose(key)
      return true
    }
    if key == .control("e") {
      isLong.toggle()
      editor.isLong = isLong
      return true
    }
    if key == .tab {
      complete()
      return true
    }
    let before = editor.text
    if key == .backTab {
      // What was taken last is given back; what was typed is deleted like anything typed.
      if let last = kept.last {
        taken.removeAll { $0 == last.taken }
        changedAt = changedAt ?? context.now
      }
      return true
    }
    guard editor.press(key) else { return false }
    if editor.text != before { changed() }
    return true
  }

  /// The row of beginnings, and the key that takes one; any other key only closes it.
  private func choose(_ key: Key) {
    guard isChoosing else {
      isChoosing = true
      return
    }
    isChoosing = false
    guard case .character(let letter) = key, let template = NoteTemplate(rawValue: letter) else {
      return
    }
    let before = editor.text.prefix(editor.cursor)
    let isApart = before.isEmpty || before.last?.isWhitespace == true
    _ = editor.press(.paste((isApart ? "" : " ") + template.text))
    changed()
  }

  private func changed() {
    // What is typed now is another note: the offer has been made.
    if !editor.text.isEmpty { offered = nil }
    reread()
    if changedAt == nil { changedAt = context.now }
  }

  /// Reads the line again: the caseload, or the minute, may have changed.
  func reread() {
    parser = parser.at(context.now, focus: child)
    note = parser.parse(editor.text)
    // A timeline is read for a child whom the line has only just named, once.
    let named = Set(note.children.map(\.id)).subtracting(known)
    guard !named.isEmpty else { return }
    known.formUnion(named)
    parser = NoteParser(
      caseload: context.knownChildren(withLastContactOf: known),
      now: context.now,
      zone: context.zone,
      focus: child
    )
    note = parser.parse(editor.text)
  }

  /// Reads the line again in another minute than it was read in: until then, what is on the screen is
  /// kept as it stands there.
  func rereadIfLater() {
    if note.now.milliseconds / 60_000 != context.now.milliseconds / 60_000 { reread() }
  }

  /// Takes what is offered: the draft, a completion, a name near the one that was typed, an offer.
  private func complete() {
    if let offered {
      editor.replace(with: offered.text)
      draftID = offered.id
      restore(offered)
      self.offered = nil
      reread()
      return
    }
    if let completion = completions.first {
      editor.replaceBytes(completion.from..<completion.to, with: completion.text)
      changed()
      return
    }
    for problem in note.problems {
      guard let near = problem.near.first else { continue }
      take(near.knownAs.isEmpty ? near.ref : near.knownAs, for: problem.token, atStart: true)
      return
    }
    guard let offer = nextOffer else { return }
    if let line = note.line(taking: offer) {
      // The next word follows at once.
      editor.replace(with: line.hasSuffix(" ") ? line : line + " ")
      changed()
    } else {
      taken.append(offer.taken)
      changedAt = changedAt ?? context.now
    }
  }

  /// F3: `alone` in the head, or away again; the words that are being typed are not disturbed.
  ///
  /// - Returns: False where it could not count, and nothing was put in.
  func sayAlone() -> Bool {
    guard offered == nil else { return false }
    let parser = parser.at(context.now, focus: child)
    // A number that would be cut off from the head by it is the length.
    if editor.cursor == editor.text.count, let length = completions.first, length.isLength {
      let line = length.applied(to: editor.text)
      guard let change = parser.alone(in: line) else { return false }
      editor.replace(with: change.applied(to: line))
    } else {
      guard let change = parser.alone(in: editor.text) else { return false }
      let after = editor.text.utf8.count - change.to
      let cursor = editor.text.prefix(editor.cursor).utf8.count
      editor.replaceBytes(change.from..<change.to, with: change.text)
      if cursor > change.to || (cursor == change.to && after > 0) {
        editor.moveToByte(cursor + change.text.utf8.count - (change.to - change.from))
      } else if cursor < change.from {
        editor.moveToByte(cursor)
      }
    }
    changed()
    return true
  }

  private func restore(_ draft: Draft) {
    taken = draft.taken ?? []
    restored = taken
  }

  /// What was taken when the draft was sealed, and cannot be kept with the line any more.
  var outlived: [TakenOffer] {
    restored.filter { old in taken.contains(old) && !note.offers.contains { $0.taken == old } }
  }

  /// Puts words in the place of a part of the line, or beside it where it has none.
  private func take(_ words: String, for token: String?, atStart: Bool) {
    if let token, let range = editor.text.range(of: token) {
      editor.replace(range, with: words)
    } else if atStart {
      editor.replace(0..<0, with: words + " ")
    } else {
      editor.replace(editor.text.count..<editor.text.count, with: " " + words)
    }
    _ = editor.press(.end)
    changed()
  }

  /// What Tab takes next.
  ///
  /// Never `alone` or `seen`: that the guardian saw a child alone is typed, not taken by Tab; the
  /// parser says no way of taking them.
  var nextOffer: NoteOffer? {
    note.offers.first { offer in
      switch offer.taking {
      case .typing: note.line(taking: offer) != nil
      case .keeping: !taken.contains(offer.taken)
      case .form, nil: false
      }
    }
  }

  /// What was taken and the line still offers: words that went take it with them.
  var kept: [NoteOffer] {
    note.offers.filter { $0.taking == .keeping && taken.contains($0.taken) }
  }

  /// What Tab would put at the cursor.
  var completions: [NoteCompletion] {
    guard !editor.text.isEmpty else { return [] }
    let cursor = editor.text.prefix(editor.cursor).utf8.count
    return parser.at(context.now, focus: child).completions(editor.text, cursor: cursor)
  }

  /// The act that Enter keeps; nil while something is asked.
  func act(_ writer: any RecordWriter) -> Act? {
    var first = draftID
    let opening =
      note.referral == nil
      ? nil : (child: ChildID(rawValue: writer.newID()), ref: writer.nextRef())
    let act = note.act(opening: opening, taking: kept) {
      defer { first = nil }
      return first ?? EntryID(rawValue: writer.newID())
    }
    guard var act, let consequence, !consequence.alongside.isEmpty else { return act }
    // With the words of another child these entries would go into the wrong record.
    guard let part = act.parts.firstIndex(where: { $0.child == child }) else { return nil }
    act.parts[part].entries += consequence.alongside
    return act
  }

  /// The one child of the caseload whom it is about; nil for none or several.
  var named: ChildID? { note.children.count == 1 ? note.children.first?.id : nil }

  /// Why the note and what it comes from do not go together; nil where they do.
  ///
  /// What it comes from is cut or removed with it: the words must stand somewhere.
  var discord: String? {
    guard let consequence else { return nil }
    if note.referral != nil || note.children.map(\.id) != [child] {
      return "This note comes out of another: about the same child as the bar was opened for."
    }
    guard note.text.contains(consequence.mustHold) else {
      return "The words that come out of the other note must stay; amend them afterwards, with a."
    }
    return nil
  }

  /// True when nothing was typed beyond what the bar began with.
  var isUntouched: Bool { editor.text.trimmed.isEmpty || editor.text == begun }

  /// True of a contact whose line says no time: of a list written later, now is hardly when it was.
  var isUndated: Bool { note.kind != nil && !note.saysWhen && note.referral == nil }

  /// True while a list that is pasted can only be a list: nothing was typed, and nothing comes with it.
  var takesLists: Bool {
    editor.text.trimmed.isEmpty && !isLong && consequence == nil && catchUp == nil
  }

  // MARK: - Drafts

  /// True unless the words, as they stand, could not be sealed.
  var isDraftSafe: Bool { draftProblem == nil }

  /// Enter, and the note is not in the record.
  func keepingFailed(_ refusal: Refusal) {
    // What may have been written the first time may be there still.
    let kind = unsaved?.kind == .perhapsSaved ? .perhapsSaved : refusal.kind
    unsaved = Refusal(refusal.words, kind: kind)
    // What was typed in the last seconds is sealed at once, if the disk still takes it.
    if changedAt == nil, draftID == nil, !isUntouched { changedAt = context.now }
  }

  /// A draft is not on disk: it is tried again in five seconds.
  func sealingFailed(_ why: String) {
    draftProblem = why
    changedAt = context.now
  }

  /// The words are on disk, sealed.
  func draftSaved() { draftProblem = nil }

  /// When what was typed must be on disk: five seconds after its first change.
  var sealBy: Moment? {
    changedAt.map { Moment(milliseconds: $0.milliseconds + 5000, offsetMinutes: $0.offsetMinutes) }
  }

  /// The draft as it stands; nil when nothing changed since it was last sealed.
  func draftToSeal(at moment: Moment) -> Draft? {
    guard changedAt != nil else { return nil }
    changedAt = nil
    // The words stand in the note that they come out of: a draft without that would keep them twice.
    guard consequence == nil else { return nil }
    guard !isUntouched || draftID != nil else { return nil }
    guard let writer = context.access?.writer else { return nil }
    let id = draftID ?? EntryID(rawValue: writer.newID())
    draftID = id
    return Draft(
      id: id,
      child: child,
      form: "quick-entry",
      text: editor.text,
      taken: kept.isEmpty && outlived.isEmpty ? nil : kept.map(\.taken) + outlived,
      savedAt: moment
    )
  }
}
