import Casework

/// That words are not on disk, why, and what the guardian can do: rows that nothing scrolls away.
struct Unsaved {
  /// What is certain of the words.
  enum Standing {
    /// They are nowhere but on the screen.
    case nowhere
    /// A draft of them is sealed.
    case draft
    /// The disk failed while they were written: perhaps the record holds them.
    case unknown
    /// They are being typed, and cannot be sealed.
    case noDraft
  }

  let standing: Standing
  let why: String

  init(_ standing: Standing, _ why: String) {
    self.standing = standing
    self.why = why
  }

  /// One row that cannot be missed, then the reason in at most two.
  func rows(_ columns: Int) -> [Row] {
    let what =
      switch standing {
      case .nowhere: "the record does not hold this note, and no draft does"
      case .draft: "the record does not hold this note; a draft is sealed"
      case .unknown: "whether the record holds it shows when it is opened again"
      case .noDraft: "these words are on this screen only"
      }
    let word = standing == .noDraft ? "NO DRAFT" : "NOT SAVED"
    let mark = Line("▲ " + word + " ", .error, strong: true)
    let long = mark + Line("· " + what, .error, strong: true)
    let first = long.width <= columns ? long : mark
    let reason = Line(why, .text, strong: true).wrapped(to: columns - 2).prefix(2)
    return [Row(first.fitted(to: columns).selected())] + reason.map { Row(.space(2) + $0) }
  }
}

/// An act of a form or a question that is not on disk: its words stay until it is, or is left.
final class UnsavedAct {
  let act: Act
  let saying: String
  private(set) var refusal: Refusal
  private(set) var isLeaving = false

  init(_ act: Act, saying: String, refusal: Refusal) {
    self.act = act
    self.saying = saying
    self.refusal = refusal
  }

  /// Tried again, and not on disk.
  func failedAgain(_ refusal: Refusal) {
    // What may have been written the first time may be there still.
    let kind = self.refusal.kind == .perhapsSaved ? .perhapsSaved : refusal.kind
    self.refusal = Refusal(refusal.words, kind: kind)
    isLeaving = false
  }

  /// Esc asks first; another key answers.
  func askToLeave() { isLeaving = true }
  func stay() { isLeaving = false }

  /// The words as they were typed, one line an entry.
  var words: String {
    let lines = act.parts.flatMap(\.entries).map(\.body.searchText)
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  var alarm: Unsaved {
    Unsaved(refusal.kind == .perhapsSaved ? .unknown : .nowhere, refusal.words)
  }

  func parts(_ context: Context) -> [Part] {
    var parts: [Part] = []
    if !saying.isEmpty { parts.append(.prose(Line(context.shown(saying), .text, strong: true))) }
    if !words.isEmpty { parts.append(.prose(Line(context.shown(words), .input))) }
    if isLeaving {
      parts.append(
        .prose(Line("Leave it? These words are nowhere else. y leaves, Esc stays.", .error))
      )
    }
    return parts
  }

  func keys(_ context: Context) -> [Line] {
    if isLeaving { return Overlay.keys([("y", "leave it"), ("Esc", "stay")]) }
    let again = context.readOnlyReason == nil ? [("Enter", "try again")] : []
    return Overlay.keys(again + [("F2", "copy the words"), ("Esc", "leave")])
  }
}

/// The words of a note alone on the screen, from the first column on, so that the terminal's own
/// selection copies them and nothing else.
final class BareText {
  let text: String
  private var top = 0
  private var room = 1
  private var count = 0

  init(_ text: String) { self.text = text }

  /// False for a key that ends it.
  func press(_ key: Key) -> Bool {
    switch key {
    case .up: top -= 1
    case .down: top += 1
    case .pageUp: top -= room
    case .pageDown: top += room
    default: return false
    }
    top = max(0, min(top, count - room))
    return true
  }

  func rows(_ size: Size) -> [Line] {
    let lines = Line(text).wrapped(to: size.columns)
    room = max(1, size.rows - 2)
    count = lines.count
    top = max(0, min(top, count - room))
    var rows = Array(lines.dropFirst(top).prefix(room))
    while rows.count < size.rows - 1 { rows.append(Line()) }
    let more = count > room ? "Up, Down: more · " : ""
    rows.append(
      Line(more + "Select the words and copy them as this terminal does · Esc: back", .quiet)
    )
    return rows
  }
}

extension Session {
  /// Something is not on disk: its words stay on the screen, marked, until they are.
  func notSaved(_ refusal: Refusal) {
    if let composer = sealing {
      composer.sealingFailed(refusal.words)
      log(Message("NO DRAFT: " + refusal.words, .error))
      return
    }
    log(Message("NOT SAVED: " + refusal.words, .error))
    if let composer = pendingComposer {
      pendingComposer = nil
      composer.keepingFailed(refusal)
      seal(composer)
    } else if let act = pendingAct {
      if case .unsaved(let unsaved) = overlay {
        unsaved.failedAgain(refusal)
      } else {
        overlay = .unsaved(UnsavedAct(act, saying: saying, refusal: refusal))
      }
    } else {
      say(Message("NOT SAVED: " + refusal.words, .error))
    }
    pendingAct = nil
    saying = ""
  }

  func pressInUnsaved(_ unsaved: UnsavedAct, _ key: Key) {
    if unsaved.isLeaving {
      switch key {
      case .character("y"), .character("Y"):
        overlay = nil
        leaveFormDraft()
        formList = nil
        say(Message("Left; nothing was kept."))
      default: unsaved.stay()
      }
      return
    }
    switch key {
    case .enter: perform([.keep(unsaved.act, saying: unsaved.saying)])
    case .escape: unsaved.askToLeave()
    default: break
    }
  }

  /// F2 where words are being written: them alone.
  var bareWords: String? {
    switch overlay {
    case .composer(let composer): composer.editor.text
    case .unsaved(let unsaved): unsaved.words
    case .question(let bar): bar.editor.text
    case .form(let form): (form.answers + [form.bar.editor.text]).joined(separator: "\n")
    default: nil
    }
  }
}
