import Casework

/// The record ends before, or differs from, what this computer last saw.
///
/// What that means, and the three things that can be done. Nothing of any child.
final class OlderCopyScreen: Screen {
  static let name = "older-copy"
  static let commands: [Command] = [
    Command(
      "stop",
      [.enter, .escape],
      "stop",
      "Opens nothing and changes nothing; back to the locked screen.",
      footer: 1
    ),
    Command(
      "look",
      [.character("r")],
      "read-only",
      "Shows this copy; nothing is written.",
      footer: 2
    ),
    Command(
      "restore",
      [.character("a")],
      "accept",
      "Goes on with this copy; the record says for ever where it was put back. A word is asked.",
      footer: 3
    ),
  ]

  /// What is typed before a record goes on from an older place: a key alone is pressed too easily.
  static let word = "restored"

  private let context: Context
  private let facts: OlderRecord
  private var passphrase: String
  /// What was typed of the word; nil before it was asked for.
  private var editor: LineEditor?
  private var objection = ""

  init(_ context: Context, _ facts: OlderRecord, passphrase: String) {
    self.context = context
    self.facts = facts
    self.passphrase = passphrase
  }

  var isTyping: Bool { true }

  func page(size: Size, now: Moment) -> Page {
    var parts: [Part] = []
    if size.rows >= 20 { parts += [.blank] }
    parts.append(
      .prose(
        Line(
          facts.isFork
            ? "This copy is not what this computer last saw."
            : "This copy is older than what this computer last saw.",
          .error,
          strong: true
        )
      )
    )
    parts += [
      .blank,
      .fields([
        Field("This copy", place(facts.number, facts.endedAt, "last entry")),
        Field("Seen here", place(facts.seenNumber, facts.seenAt, "last seen")),
        Field("Missing", missing),
      ]),
      .blank,
    ]
    if let editor {
      parts += [
        .prose(
          Line(
            "What is missing stays missing unless you have it elsewhere. The record will say for "
              + "ever that it was put back here, and when.",
            .text
          )
        ),
        .blank,
      ]
      if !objection.isEmpty { parts.append(.notice(word: "", Line(objection), .error)) }
      parts.append(
        .input(
          Input(
            prompt: Line("Type \(OlderCopyScreen.word) and Enter  ", .key),
            text: Line(editor.text, .input),
            cursor: editor.cursorColumns
          )
        )
      )
    } else {
      parts += [
        choice("Enter", "stop, and look for the newer copy first. Nothing is changed."),
        choice("r", "look at this copy, read-only. Nothing is changed."),
        choice("a", "go on with it as a restored backup. The record will say so for ever."),
        .blank,
        // Last: a small screen keeps the choices.
        .prose(
          Line(
            "A backup was put back, or a folder that syncs went back, or somebody put an old copy "
              + "in its place so that what was written since cannot be read.",
            .quiet
          )
        ),
      ]
    }
    return Page(
      title: Line(facts.isFork ? "Another history" : "An older copy", .text, strong: true),
      body: .pane(Pane(parts: parts, margin: size.columns >= 60 ? 6 : 1)),
      typing: editor != nil
    )
  }

  private func choice(_ key: String, _ words: String) -> Part {
    .prose(Line(Columns.padded(key, to: 7), .key) + Line(words, .text), hanging: 7)
  }

  private func place(_ number: UInt64, _ moment: Moment?, _ word: String) -> Line {
    let when = moment.map {
      " · \(word) \(DateWords.full(context.zone.day(of: $0))) "
        + DateWords.time($0, context.zone)
    }
    return Line("to no. \(number)" + (when ?? ""), .text)
  }

  private var missing: Line {
    if facts.isFork {
      return Line("some of what was seen here is not in this copy, or stands otherwise", .text)
    }
    let count = facts.seenNumber - facts.number
    return Line(
      count == 1 ? "no. \(facts.seenNumber)" : "no. \(facts.number + 1) to \(facts.seenNumber)",
      .text
    )
  }

  func press(_ key: Key) -> [Effect]? {
    if case .control("c") = key { return [.quit] }
    if case .control("l") = key { return nil }
    guard var line = editor else {
      switch key {
      case .enter, .escape: return perform("stop")
      case .character("r"): return perform("look")
      case .character("a"): return perform("restore")
      default: return []
      }
    }
    switch key {
    case .escape:
      editor = nil
      objection = ""
    case .enter:
      guard line.text.trimmed.lowercased() == OlderCopyScreen.word else {
        objection = "Not the word; nothing was done. Esc goes back to the choice."
        return []
      }
      return open(.accept)
    default:
      objection = ""
      _ = line.press(key)
      editor = line
    }
    return []
  }

  func perform(_ command: CommandName) -> [Effect] {
    switch command {
    case "look": return open(.look)
    case "restore":
      editor = LineEditor()
      return []
    default:
      passphrase = ""
      return [.back]
    }
  }

  private func open(_ choice: OlderChoice) -> [Effect] {
    defer { passphrase = "" }
    return [.unlock(passphrase: passphrase, older: choice)]
  }
}
