import Casework

/// The passphrase, without an echo and without its length; nothing of any child.
final class UnlockScreen: Screen {
  static let name = "unlock"
  static let commands: [Command] = [
    Command("open-record", [.enter], "open", "Opens the record with the passphrase.", footer: 1),
    Command(
      "leave",
      [.control("c"), .control("d")],
      "leave",
      "Leaves; nothing was opened.",
      footer: 2
    ),
  ]

  private let context: Context
  private let opener: any RecordOpener
  private var editor = LineEditor()
  private var notice: Refusal?
  private var delay = TryDelay()
  /// What was last tried, until the answer is there.
  private var tried = ""

  init(_ context: Context, _ opener: any RecordOpener) {
    self.context = context
    self.opener = opener
    notice = opener.lockedBecause.map { Refusal($0, kind: .shutOut) }
  }

  var isTyping: Bool { true }

  func page(size: Size, now: Moment) -> Page {
    var parts: [Part] = Array(repeating: .blank, count: max(0, (size.rows - 9) / 3))
    parts += [
      .line(Line("Mainstay", .heading, strong: true)),
      .prose(Line("The record is locked.", .text)),
      .prose(Line(opener.place, .quiet)),
      .blank,
    ]
    // One sign for "something was typed": neither the letters nor how many.
    let typed = editor.text.isEmpty ? Line() : Line("typed", .quiet)
    let wait = delay.secondsLeft(at: now)
    parts.append(
      .input(
        Input(
          prompt: Line("Passphrase  ", .key),
          text: typed,
          cursor: typed.width,
          placeholder: wait > 0 ? "the next try is in \(wait) s" : "nothing shows while you type"
        )
      )
    )
    if let notice {
      parts += [
        .blank,
        .notice(
          word: notice.kind == .other ? "Error:" : "",
          Line(notice.words),
          .error
        ),
      ]
    }
    return Page(
      title: Line("Locked", .text, strong: true),
      body: .pane(Pane(parts: parts, margin: size.columns >= 60 ? 6 : 1)),
      typing: wait == 0
    )
  }

  /// The seconds that are left are counted down.
  func nextChange(after now: Moment) -> Moment? {
    let left = delay.millisecondsLeft(at: now)
    guard left > 0 else { return nil }
    return Moment(milliseconds: now.milliseconds + (left % 1000 == 0 ? 1000 : left % 1000))
  }

  private var isWaiting: Bool { delay.millisecondsLeft(at: context.now) > 0 }

  func objection(to command: CommandName) -> String? {
    command == "open-record" && isWaiting ? "the next try is not yet" : nil
  }

  func press(_ key: Key) -> [Effect]? {
    switch key {
    case .control("c"), .control("d"): return [.quit]
    case .control("l"): return nil
    case _ where isWaiting: return []
    case .enter: return perform("open-record")
    case .escape:
      editor = LineEditor()
      return []
    case .function: return nil
    default:
      notice = nil
      _ = editor.press(key)
      return []
    }
  }

  func perform(_ command: CommandName) -> [Effect] {
    guard command == "open-record" else { return [.quit] }
    guard !editor.text.isEmpty, !isWaiting else { return [] }
    let passphrase = editor.text
    editor = LineEditor()
    tried = passphrase
    return [.unlock(passphrase: passphrase)]
  }

  /// The passphrase that opened an older copy: it need not be typed again for what is chosen.
  func takeTried() -> String {
    defer { tried = "" }
    return tried
  }

  func refused(_ refusal: Refusal) {
    tried = ""
    if refusal.kind == .wrongPassphrase { delay.failed(at: context.now) }
    notice =
      refusal.kind == .wrongPassphrase
      ? Refusal(
        "That passphrase does not open this record. Nothing was changed.",
        kind: .wrongPassphrase
      )
      : refusal
  }
}
