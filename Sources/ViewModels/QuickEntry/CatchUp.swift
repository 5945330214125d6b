import Casework

/// The evening catch-up in the bar: a pasted list, one note a paragraph, each shown before it is kept.
///
/// All of it is sealed as drafts before the first is shown, so nothing of it can be lost; what is
/// kept leaves its draft, and what asks for something stays one.
final class CatchUp {
  /// Those not shown yet, in order.
  private(set) var rest: [Draft]
  let count: Int
  private var kept = 0
  private var aside = 0

  init(_ drafts: [Draft]) {
    rest = drafts
    count = drafts.count
  }

  /// Which of them is shown, from 1.
  var number: Int { count - rest.count }

  func next() -> Draft? { rest.isEmpty ? nil : rest.removeFirst() }
  func keptOne() { kept += 1 }
  func putAside() { aside += 1 }

  /// Those that are drafts on disk: put aside, or not shown yet.
  private var left: Int { aside + rest.count }

  /// True when none of them is left; what was emptied on purpose is not.
  var isWhole: Bool { left == 0 }

  /// What became of them, in words.
  var summary: String {
    let saved = "\(kept) of \(count) kept"
    return left == 0
      ? saved : saved + ", \(left) \(left == 1 ? "is a draft" : "are drafts"), sealed"
  }
}

extension Session {
  /// Begins a catch-up with what was pasted into an empty bar.
  func catchUp(_ paragraphs: [String], in composer: Composer) {
    guard let writer = context.access?.writer, context.access?.drafts != nil else { return }
    var drafts: [Draft] = []
    for text in paragraphs {
      let draft = Draft(
        id: EntryID(rawValue: writer.newID()),
        child: composer.child,
        form: "quick-entry",
        text: text,
        savedAt: context.now
      )
      if case .refused(let refusal)? = run(.saveDraft(draft)) {
        for draft in drafts { discard(draft.id) }
        say(Message("Not taken, for it could not be sealed: " + refusal.words, .error))
        return
      }
      drafts.append(draft)
    }
    let catchUp = CatchUp(drafts)
    lastList = catchUp
    show(next: catchUp)
  }

  /// The next of the list in the bar; what became of it where there is none.
  func show(next catchUp: CatchUp) {
    guard let draft = catchUp.next() else {
      overlay = nil
      say(Message(catchUp.summary))
      return
    }
    offeredDrafts.insert(draft.id)
    overlay = .composer(Composer(context, taking: draft, of: catchUp))
  }

  /// A key of the catch-up; false where it is one of the bar's own.
  func pressInCatchUp(_ catchUp: CatchUp, _ composer: Composer, _ key: Key) -> Bool {
    switch key {
    case .control("n"): if putAside(composer, catchUp) { show(next: catchUp) }
    case .control("y"): keepRest(catchUp, composer)
    case .escape:
      guard putAside(composer, catchUp) else { return true }
      overlay = nil
      say(Message(catchUp.summary + " · n offers them"))
    default: return false
    }
    return true
  }

  /// Leaves one as a draft, offered again once; false while its words would be nowhere.
  private func putAside(_ composer: Composer, _ catchUp: CatchUp) -> Bool {
    if composer.editor.text.trimmed.isEmpty {
      // Emptied on purpose: there is nothing to offer.
      if let draft = composer.draftID {
        discard(draft)
        recordMayHaveChanged()
      }
      return true
    } else {
      guard seal(composer) else {
        say(
          Message(
            "These words are nowhere else · F2 to copy · Ctrl-U, then Esc, leaves them",
            .error
          )
        )
        return false
      }
      if let draft = composer.draftID { offeredDrafts.remove(draft) }
    }
    catchUp.putAside()
    return true
  }

  /// Keeps this one and all that follow, name their child, say when and ask or point out nothing;
  /// stops where the disk says no.
  ///
  /// The others were never read on the screen: what they say of themselves must be certain.
  private func keepRest(_ catchUp: CatchUp, _ composer: Composer) {
    var current = composer
    var isFirst = true
    while true {
      current.reread()
      let note = current.note
      let isCertain =
        note.isKeepable && note.form == nil && note.namesChild && note.hints.isEmpty
        && !current.isUndated
      if isCertain {
        // u takes all of them back.
        isFollowingUp = !isFirst
        isFirst = false
        keep(current)
        guard overlay?.composer !== current else {
          isFollowingUp = false
          return
        }
      } else {
        guard putAside(current, catchUp) else { return }
        show(next: catchUp)
      }
      guard let next = overlay?.composer, next.catchUp === catchUp else { return }
      current = next
    }
  }
}
