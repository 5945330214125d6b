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

  private let opener: any RecordOpener
  private var editor = LineEditor()
  private var notice: Refusal?

  init(_ opener: any RecordOpener) { self.opener = opener }

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
    parts.append(
      .input(
        Input(
          prompt: Line("Passphrase  ", .key),
          text: typed,
          cursor: typed.width,
          placeholder: "nothing shows while you type"
        )
      )
    )
    if let notice {
      parts += [
        .blank,
        .notice(
          word: notice.kind == .wrongPassphrase ? "" : "Error:",
          Line(notice.words),
          .error
        ),
      ]
    }
    return Page(
      title: Line("Locked", .text, strong: true),
      body: .pane(Pane(parts: parts, margin: size.columns >= 60 ? 6 : 1)),
      typing: true
    )
  }

  func press(_ key: Key) -> [Effect]? {
    switch key {
    case .enter: return perform("open-record")
    case .control("c"), .control("d"): return [.quit]
    case .escape:
      editor = LineEditor()
      return []
    case .control("l"), .function: return nil
    default:
      notice = nil
      _ = editor.press(key)
      return []
    }
  }

  func perform(_ command: CommandName) -> [Effect] {
    guard command == "open-record" else { return [.quit] }
    guard !editor.text.isEmpty else { return [] }
    let passphrase = editor.text
    editor = LineEditor()
    return [.unlock(passphrase: passphrase)]
  }

  func refused(_ refusal: Refusal) {
    notice =
      refusal.kind == .wrongPassphrase
      ? Refusal(
        "That passphrase does not open this record. Nothing was changed.",
        kind: .wrongPassphrase
      )
      : refusal
  }
}
