import Casework

/// The evening catch-up in the bar: a pasted list, one note a paragraph, each shown before it is kept.
///
/// All of it is sealed as drafts before the first is shown, so nothing of it can be lost; what is
/// kept leaves its draft, and what asks for something stays one.
final class CatchUp {
  /// Those not shown yet, in order.
  private(set) var rest: [Draft]
  let count: Int
  private(set) var kept = 0
  private(set) var aside = 0

  init(_ drafts: [Draft]) {
    rest = drafts
    count = drafts.count
  }

  /// Which of them is shown, from 1.
  var number: Int { count - rest.count }

  func next() -> Draft? { rest.isEmpty ? nil : rest.removeFirst() }
  func keptOne() { kept += 1 }
  func putAside() { aside += 1 }

  /// What became of them, in words.
  var summary: String {
    let left = count - kept
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
        for draft in drafts { _ = run(.discardDraft(draft.id)) }
        say(Message("Not taken, for it could not be sealed: " + refusal.words, .error))
        return
      }
      drafts.append(draft)
    }
    let catchUp = CatchUp(drafts)
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
    case .control("n"):
      guard seal(composer) else { return true }
      catchUp.putAside()
      offeredDrafts.remove(composer.draftID ?? EntryID(rawValue: ""))
      show(next: catchUp)
    case .control("y"): keepRest(catchUp, composer)
    case .escape:
      guard seal(composer) else { return true }
      // They are offered again, each once, from the place where the list was pasted.
      for draft in catchUp.rest
        + [composer.draftID].compactMap({ id in
          context.access?.drafts?.drafts().first { $0.id == id }
        })
      {
        offeredDrafts.remove(draft.id)
      }
      overlay = nil
      say(Message(catchUp.summary + " · n offers them"))
    default: return false
    }
    return true
  }

  /// Keeps this one and all that follow and ask for nothing; stops where the disk says no.
  private func keepRest(_ catchUp: CatchUp, _ composer: Composer) {
    var current = composer
    while true {
      current.reread()
      if current.note.isKeepable, current.note.form == nil {
        keep(current)
        guard overlay?.composer !== current else { return }
      } else {
        guard seal(current) else { return }
        catchUp.putAside()
        if let draft = current.draftID { offeredDrafts.remove(draft) }
        show(next: catchUp)
      }
      guard let next = overlay?.composer, next.catchUp === catchUp else { return }
      current = next
    }
  }
}
