import Casework

/// This screen's keys first, then all others; generated from the commands, searched by typing.
final class HelpScreen: Screen {
  static let name = "help"
  static let commands: [Command] = []

  private let live: [Command]
  private let title: String
  private var editor = LineEditor()
  private let scroll = Scroll()

  init(live: [Command], title: String) {
    self.live = live
    self.title = title
  }

  var isTyping: Bool { true }

  func page(size: Size, now: Moment) -> Page {
    let wanted = Fold.fold(editor.text.trimmed)
    func matches(_ command: Command) -> Bool {
      wanted.isEmpty
        || Fold.fold(
          command.name.rawValue + " " + command.label + " " + command.words + " "
            + command.keys.map(\.words).joined(separator: " ")
        ).contains(wanted)
    }
    let everywhere = Set(Everywhere.commands.map(\.name))
    var parts: [Part] = []
    var seen: Set<CommandName> = []
    func add(_ heading: String, _ commands: [Command]) {
      let shown = commands.filter { matches($0) && seen.insert($0.name).inserted }
      guard !shown.isEmpty else { return }
      if !parts.isEmpty { parts.append(.blank) }
      parts.append(.heading(Line(heading.uppercased(), .heading, strong: true)))
      parts.append(
        .fields(
          shown.map {
            let keys = $0.keys.map(\.words).joined(separator: " ")
            return Field(
              keys.isEmpty ? ":" + $0.name.rawValue : keys,
              Line($0.words) + Line("  :" + $0.name.rawValue, .quiet)
            )
          }
        )
      )
    }
    add("On \(title)", live.filter { !everywhere.contains($0.name) })
    add("Everywhere", live.filter { everywhere.contains($0.name) })
    for (screen, commands) in Commands.byScreen where screen != title {
      add("On \(screen)", commands)
    }
    add("While typing a note", HelpScreen.typing)
    let forms = SearchForm.listed.filter {
      wanted.isEmpty || Fold.fold("search filter \($0.example) \($0.words)").contains(wanted)
    }
    if !forms.isEmpty {
      if !parts.isEmpty { parts.append(.blank) }
      parts.append(.heading(Line("WHILE SEARCHING OR FILTERING", .heading, strong: true)))
      parts.append(.fields(forms.map { Field($0.example, Line($0.words)) }))
    }
    add("Moving", HelpScreen.moving)
    if parts.isEmpty { parts = [.prose(Line("No key or command has these words.", .quiet))] }
    let search: Part = .input(
      Input(
        prompt: Line("Find  ", .key),
        text: Line(editor.text, .input),
        cursor: editor.cursorColumns,
        placeholder: "type a few letters"
      )
    )
    let width = min(size.columns, 100)
    return Page(
      title: Line("Help", .text, strong: true),
      body: .pane(
        Pane(
          [Block([search, .blank])] + [Block(parts.map { HelpScreen.narrowed($0, width) })],
          scroll: scroll
        )
      ),
      hint: Line("Up and Down scroll · Esc goes back", .quiet),
      typing: true
    )
  }

  private static func narrowed(_ part: Part, _ width: Int) -> Part { part }

  static let typing: [Command] = [
    Command("take", [.tab], "take", "Takes what is offered: a name, a place, a date to keep."),
    Command(
      "alone",
      [.function(3)],
      "alone",
      "Says that you saw or spoke to the child alone, in front of your words; again takes it back."
    ),
    Command("give-back", [.backTab], "give back", "Gives back what would be kept with the note."),
    Command(
      "begin",
      [.control("t")],
      "begin",
      "Begins it: v visit, c call, a attempt, r review, s solicitor, p police, m missing."
    ),
    Command(
      "long",
      [.control("e")],
      "long form",
      "The line over many rows, and what it does not say yet; Ctrl-S keeps it from there."
    ),
    Command(
      "list",
      [.control("n"), .control("y")],
      "a pasted list",
      "One note a paragraph: Enter keeps the one shown, Ctrl-N puts it aside as a draft, "
        + "Ctrl-Y keeps all that ask for nothing."
    ),
  ]

  static let moving: [Command] = [
    Command("up", [.up, .character("k")], "up", "One row up; j and Down go down."),
    Command("page-up", [.pageUp, .pageDown], "page", "A screen up or down."),
    Command("first", [.home, .character("g")], "first", "The first row; End and G the last."),
    Command("pane", [.tab], "pane", "The next part of the screen."),
  ]

  func press(_ key: Key) -> [Effect]? {
    switch key {
    case .up: scroll.top -= 1
    case .down: scroll.top += 1
    case .pageUp: scroll.top -= scroll.room
    case .pageDown: scroll.top += scroll.room
    case .escape:
      if editor.text.isEmpty { return [.back] }
      editor = LineEditor()
    case .enter, .function(1): return [.back]
    case .control("x"), .control("l"), .function: return nil
    default:
      if case .character("?") = key, editor.text.isEmpty { return [.back] }
      scroll.reset()
      return editor.press(key) ? [] : nil
    }
    return []
  }
}

/// What the status line has said, newest first.
final class MessagesScreen: Screen {
  static let name = "messages"
  static let commands: [Command] = []
  private let context: Context
  private let messages: [(at: Moment, message: Message)]
  private let scroll = Scroll()

  init(_ context: Context, _ messages: [(at: Moment, message: Message)]) {
    self.context = context
    self.messages = messages
  }

  func page(size: Size, now: Moment) -> Page {
    let parts: [Part] = messages.reversed().map {
      .prose(
        Line(DateWords.time($0.at, context.zone) + "  ", .quiet) + Session.line($0.message),
        hanging: 7
      )
    }
    return Page(
      title: Line("Messages", .text, strong: true),
      body: .pane(
        Pane(
          parts: parts.isEmpty ? [.prose(Line("Nothing was said yet.", .quiet))] : parts,
          scroll: scroll
        )
      )
    )
  }

  func press(_ key: Key) -> [Effect]? {
    switch key {
    case .up, .character("k"): scroll.top -= 1
    case .down, .character("j"): scroll.top += 1
    case .pageUp: scroll.top -= scroll.room
    case .pageDown: scroll.top += scroll.room
    default: return nil
    }
    return []
  }
}
