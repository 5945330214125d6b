/// The commands that work on every screen of an open record; the session performs them.
enum Everywhere {
  static let commands: [Command] = [
    Command(
      .note,
      [.character("n")],
      "note",
      "Write a note in one line, at the bottom of the screen; what it will become is shown first.",
      needs: .writer,
      footer: 1
    ),
    Command(
      .again,
      [.character(".")],
      "same again",
      "Write another note of the kind and about the child of the last one.",
      needs: .writer
    ),
    Command(
      .ringCard,
      [.character("t")],
      "ring card",
      "Safe contact, code word and numbers of the child.",
      needs: .child,
      footer: 2
    ),
    Command(
      .missing,
      [.character("m")],
      "missing",
      "Note about a missing child: a start, a step, news. Nothing is kept before Enter.",
      needs: .writerAndChild,
      footer: 4
    ),
    Command(
      .flag,
      [.character("f")],
      "flag",
      "Note something that worries you, or that protects.",
      needs: .writerAndChild,
      footer: 5
    ),
    Command(
      .reminder,
      [.character("r")],
      "reminder",
      "Remind yourself of something about the child.",
      needs: .writerAndChild,
      footer: 6
    ),
    Command(
      .promise,
      [.character("w")],
      "promise",
      "Write down what you told the child you would do.",
      needs: .writerAndChild,
      footer: 7
    ),
    Command(
      .undo,
      [.character("u")],
      "undo",
      "Take the last kept note back: a visible removal, never a deletion; within 10 minutes.",
      needs: .writer
    ),
    Command(
      .privacy,
      [.character("P")],
      "privacy",
      "Code names instead of the children's names, everywhere; other people's names in notes stay.",
      needs: .record
    ),
    Command(
      .lock,
      [.function(12), .control("x")],
      "lock",
      "Blank the screen and lock, at once."
    ),
    Command(.redraw, [.control("l")], "redraw", "Draw the screen again."),
    Command(
      .go,
      [.character(":"), .control("p")],
      "go",
      "Any command or child by name; Tab completes.",
      footer: 20
    ),
    Command(
      .help,
      [.character("?"), .function(1)],
      "help",
      "The keys of this screen, then all others; type to search.",
      footer: 19
    ),
    Command(
      .back,
      [.escape, .character("-")],
      "back",
      "One step back, everywhere; never out of the program."
    ),
    Command(.quit, [.character("q")], "quit", "Leave; a note being typed is kept as a draft."),
    Command(
      .showToday,
      [.character("1")],
      "Today",
      "Who needs you first.",
      needs: .record
    ),
    Command(
      .showTimeline,
      [.character("2")],
      "Timeline",
      "Every child's entries, newest first.",
      needs: .record
    ),
    Command(
      .showFlags,
      [.character("3")],
      "Flags",
      "Open flags of all children.",
      needs: .record
    ),
    Command(
      .showAgenda,
      [.character("4")],
      "Agenda",
      "What is due, whose it is, and from when.",
      needs: .record
    ),
    Command(
      .showSearch,
      [.character("5"), .control("f")],
      "Search",
      "Words in all entries, with filters: in: kind: since: until: on: with: #tag !flag.",
      needs: .record
    ),
    Command(.showMessages, [], "messages", "What the status line has said.", needs: .nothing),
  ]
}

extension CommandName {
  static let note: CommandName = "note"
  static let again: CommandName = "again"
  static let ringCard: CommandName = "ring-card"
  static let missing: CommandName = "missing"
  static let flag: CommandName = "flag"
  static let reminder: CommandName = "reminder"
  static let promise: CommandName = "promise"
  static let undo: CommandName = "undo"
  static let privacy: CommandName = "privacy"
  static let lock: CommandName = "lock"
  static let redraw: CommandName = "redraw"
  static let go: CommandName = "go"
  static let help: CommandName = "help"
  static let back: CommandName = "back"
  static let quit: CommandName = "quit"
  static let showToday: CommandName = "today"
  static let showTimeline: CommandName = "timeline"
  static let showFlags: CommandName = "flags"
  static let showAgenda: CommandName = "agenda"
  static let showSearch: CommandName = "search"
  static let showMessages: CommandName = "messages"
  static let filter: CommandName = "filter"
  static let open: CommandName = "open"
}
