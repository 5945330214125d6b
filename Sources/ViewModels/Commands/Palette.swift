import Casework

/// The `:` line: any command or child by a part of its name.
final class Palette {
  /// What can be chosen.
  enum Choice {
    case command(Command)
    case child(ChildID, words: Line)
    case search(String)
  }

  private(set) var editor = LineEditor()
  private var index = 0
  private let commands: [(command: Command, objection: String?)]
  private let children: [(id: ChildID, folded: String, words: Line)]

  init(_ session: Session) {
    commands = session.liveCommands.filter { $0.name != .go }
      .map { ($0, session.objection(to: $0)) }
    let context = session.context
    children = (context.access?.reader.caseload() ?? []).map { file in
      (
        file.id, Fold.fold(context.name(file) + " " + file.ref),
        Line(context.name(file), .text, strong: true) + Line(" " + file.ref, .quiet)
      )
    }
  }

  func press(_ key: Key) {
    switch key {
    case .up: index = max(0, index - 1)
    case .down: index = min(max(0, choices.count - 1), index + 1)
    case .tab:
      switch chosen {
      case .command(let command): editor.replace(with: command.name.rawValue)
      case .child(_, let words): editor.replace(with: words.text)
      case .search, nil: break
      }
      index = 0
    default:
      if editor.press(key) { index = 0 }
    }
  }

  var chosen: Choice? { choices.indices.contains(index) ? choices[index] : nil }

  /// Best first: names that begin with what was typed, then those that hold it, then the words.
  var choices: [Choice] {
    let typed = editor.text.trimmed
    if typed.isEmpty { return commands.map { .command($0.command) } }
    let wanted = Fold.fold(typed)
    if wanted.hasPrefix("search ") { return [.search(String(typed.dropFirst(7)).trimmed)] }
    func rank(_ command: Command) -> Int? {
      let (name, label) = (command.name.rawValue, Fold.fold(command.label))
      if name == wanted || label == wanted { return 0 }
      if name.hasPrefix(wanted) || label.hasPrefix(wanted) { return 1 }
      if name.contains(wanted) || label.contains(wanted) { return 3 }
      return Fold.fold(command.words).contains(wanted) ? 4 : nil
    }
    var ranked: [(Int, Choice)] = commands.compactMap { entry in
      rank(entry.command).map {
        // What does nothing just now comes after what does.
        (entry.objection == nil ? $0 : $0 + 3, .command(entry.command))
      }
    }
    for child in children where child.folded.contains(wanted) {
      let begins = child.folded.split(separator: " ").contains { $0.hasPrefix(wanted) }
      ranked.append((begins ? 2 : 3, .child(child.id, words: child.words)))
    }
    return ranked.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
      .map(\.element.1)
  }

  var parts: [Part] {
    let choices = choices
    let window = 7
    let start = max(0, min(index - window / 2, choices.count - window))
    var parts: [Part] = [
      .input(
        Input(
          prompt: Line(": ", .key),
          text: Line(editor.text, .input),
          cursor: editor.cursorColumns,
          placeholder: "a command, or a child by name"
        )
      )
    ]
    for (offset, choice) in choices.enumerated().dropFirst(start).prefix(window) {
      let marker = Line(offset == index ? "▸ " : "  ", .key)
      switch choice {
      case .command(let command):
        let why = commands.first { $0.command.name == command.name }?.objection
        let key = command.keys.first.map { Line($0.words, .key) } ?? Line()
        let name = Line(command.name.rawValue, why == nil ? .text : .quiet, strong: offset == index)
        let words = Line(why.map { "not now: " + $0 } ?? command.words, .quiet)
        parts.append(
          .line(marker + name.fitted(to: 12) + .space(1) + key.fitted(to: 7) + .space(1) + words)
        )
      case .child(_, let words):
        parts.append(.line(marker + Line("child ", .quiet).fitted(to: 13) + words))
      case .search(let words):
        parts.append(.line(marker + Line("search ", .quiet).fitted(to: 13) + Line(words)))
      }
    }
    return parts
  }
}
