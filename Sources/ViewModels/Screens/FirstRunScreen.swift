import Casework

/// Makes a record in three steps: a passphrase, the recovery key written down, and five keys to know.
///
/// Nothing is made before the recovery key was typed back: whoever leaves earlier leaves nothing.
final class FirstRunScreen: Screen {
  static let name = "first-run"
  static let commands: [Command] = [
    Command("next", [.enter], "next", "Goes on to the next step.", footer: 1),
    Command("step-back", [.escape], "step back", "Goes back a step.", footer: 2),
    Command("other-words", [.tab], "other words", "Offers five other words.", footer: 3),
    Command(
      "sample",
      [.control("o")],
      "sample caseload",
      "Opens a made-up caseload, apart from any record; nothing of it stays.",
      footer: 4
    ),
    Command("leave", [.control("c")], "leave", "Leaves; nothing was made.", footer: 5),
  ]

  enum Step: Equatable {
    case welcome
    case passphrase
    case again(String)
    case recovery(passphrase: String, key: String)
    case keys
  }

  private let opener: any RecordOpener
  private(set) var step = Step.welcome
  private var editor = LineEditor()
  private var offered: String
  private var objection = ""
  private var access: Access?
  /// The same for the whole sitting: it may stand on paper already.
  private lazy var recoveryKey = opener.newRecoveryKey()

  init(_ opener: any RecordOpener) {
    self.opener = opener
    offered = opener.offeredWords()
  }

  var isTyping: Bool {
    switch step {
    case .welcome, .keys: false
    case .passphrase, .again, .recovery: true
    }
  }

  func page(size: Size, now: Moment) -> Page {
    var parts: [Part] = size.rows >= 18 ? [.blank] : []
    parts += body
    if !objection.isEmpty {
      // Over the field, so that the smallest screen shows both.
      parts.insert(.notice(word: "", Line(objection), .error), at: max(0, parts.count - 1))
    }
    return Page(
      title: Line("A new record", .text, strong: true),
      aside: Line(number, .quiet),
      body: .pane(Pane(parts: parts, margin: size.columns >= 60 ? 6 : 1)),
      typing: isTyping
    )
  }

  private var number: String {
    switch step {
    case .welcome: ""
    case .passphrase, .again: "step 1 of 3"
    case .recovery: "step 2 of 3"
    case .keys: "step 3 of 3"
    }
  }

  private var body: [Part] {
    switch step {
    case .welcome:
      return [
        .prose(Line("The working desk of one guardian", .heading, strong: true)),
        .blank,
        .prose(
          Line(
            "Mainstay keeps your caseload in an encrypted record on this computer. It opens no "
              + "network connection and sends nothing to anybody."
          )
        ),
        .blank,
        .fields([
          Field("Record", opener.place),
          Field("Enter", "make it, with a passphrase of yours"),
          Field("Ctrl-O", "first look at a made-up caseload of 14 children"),
        ]),
      ]
    case .passphrase:
      return [
        .prose(Line("Choose a passphrase", .heading, strong: true)),
        .prose(
          Line("15 characters or more. Five random words are long enough and can be remembered:")
        ),
        .blank,
        .prose(Line(offered, .key, strong: true)),
        .blank,
        .input(field("Passphrase  ", "these words or your own; it does not show")),
      ]
    case .again:
      return [
        .prose(Line("Type it once more", .heading, strong: true)),
        .prose(Line("Whoever has this passphrase reads the record. Nobody can reset it.")),
        .blank,
        .input(field("Again       ", "the same passphrase")),
      ]
    case .recovery(_, let key):
      return [
        .prose(Line("Write this down, on paper, now", .heading, strong: true)),
        .prose(
          Line(
            "The recovery key opens the record when the passphrase is lost. It is shown this once. "
              + "Put it in a sealed envelope where your organisation keeps such things."
          )
        ),
        .blank,
        .prose(Line(FirstRunScreen.grouped(key), .key, strong: true)),
        .blank,
        .input(
          Input(
            prompt: Line("Typed back  ", .key),
            text: Line(editor.text, .input),
            cursor: editor.cursorColumns,
            placeholder: "from the paper; spaces do not matter"
          )
        ),
      ]
    case .keys:
      return [
        .prose(Line("The record is made", .ok, strong: true)),
        .blank,
        .fields([
          Field("n", "a note in one line: new NAME … makes the first child"),
          Field("Enter", "opens the child under the cursor; Esc steps back"),
          Field("/", "filters a list, searches a child"),
          Field("?", "every key of the screen you are on"),
          Field("F12", "blanks the screen and locks, at once"),
        ]),
        .blank,
        .prose(Line("Enter opens Today.", .quiet)),
      ]
    }
  }

  private func field(_ prompt: String, _ placeholder: String) -> Input {
    let typed = editor.text.isEmpty ? Line() : Line("typed", .quiet)
    return Input(
      prompt: Line(prompt, .key),
      text: typed,
      cursor: typed.width,
      placeholder: placeholder
    )
  }

  func press(_ key: Key) -> [Effect]? {
    switch key {
    case .enter: return perform("next")
    case .escape: return perform("step-back")
    case .control("c"): return perform("leave")
    case .control("o"): return perform("sample")
    case .tab where step == .passphrase: return perform("other-words")
    default:
      objection = ""
      return editor.press(key) ? [] : nil
    }
  }

  func objection(to command: CommandName) -> String? {
    switch (command, step) {
    case ("other-words", .passphrase), ("next", _), ("sample", .welcome), ("leave", _): nil
    case ("step-back", .passphrase), ("step-back", .again), ("step-back", .recovery): nil
    default: "not at this step"
    }
  }

  func perform(_ command: CommandName) -> [Effect] {
    switch command {
    case "next": return next()
    case "step-back":
      editor = LineEditor()
      objection = ""
      switch step {
      case .again, .recovery: step = .passphrase
      case .passphrase: step = .welcome
      case .welcome, .keys: break
      }
      return []
    case "other-words":
      offered = opener.offeredWords()
      return []
    case "sample": return step == .welcome ? [.openSample] : []
    default: return [.quit]
    }
  }

  private func next() -> [Effect] {
    let typed = editor.text
    objection = ""
    switch step {
    case .welcome: step = .passphrase
    case .passphrase:
      if let why = opener.objection(toPassphrase: typed) {
        objection = why
        return []
      }
      step = .again(typed)
    case .again(let first):
      editor = LineEditor()
      guard typed == first else {
        objection = "The two differ. Nothing was made; choose it again."
        step = .passphrase
        return []
      }
      step = .recovery(passphrase: first, key: recoveryKey)
    case .recovery(let passphrase, let key):
      guard FirstRunScreen.bare(typed) == FirstRunScreen.bare(key) else {
        objection = "That is not the key above; compare it letter by letter."
        return []
      }
      return [.create(passphrase: passphrase, recoveryKey: key)]
    case .keys:
      if let access { return [.enter(access)] }
      return []
    }
    editor = LineEditor()
    return []
  }

  func created(_ access: Access) {
    self.access = access
    editor = LineEditor()
    step = .keys
  }

  func refused(_ refusal: Refusal) { objection = refusal.words }

  static func grouped(_ key: String) -> String {
    let bare = Array(bare(key))
    return stride(from: 0, to: bare.count, by: 4)
      .map { String(bare[$0..<min($0 + 4, bare.count)]) }.joined(separator: " ")
  }

  /// Crockford's alphabet reads O as 0, I and L as 1.
  static func bare(_ key: String) -> String {
    String(
      key.uppercased().compactMap { character -> Character? in
        switch character {
        case "O": "0"
        case "I", "L": "1"
        case let other where other.isLetter || other.isNumber: other
        default: nil
        }
      }
    )
  }
}
