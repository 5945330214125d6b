import Casework

/// What is open at the bottom of the screen, over the page, which stays in sight.
enum Overlay {
  case composer(Composer)
  case question(QuestionBar)
  case form(Form)
  case palette(Palette)
  case confirm(Confirmation)
  case unsaved(UnsavedAct)

  var composer: Composer? {
    if case .composer(let composer) = self { return composer }
    return nil
  }

  /// That its words are not on disk; shown above its rows whatever their number.
  var alarm: Unsaved? {
    switch self {
    case .composer(let composer): composer.alarm
    case .unsaved(let unsaved): unsaved.alarm
    default: nil
    }
  }

  /// True of a key that changes the line and, whatever it does there, nothing of the page above it.
  func isOnlyTyping(_ key: Key) -> Bool {
    switch (self, key) {
    case (.composer, .character), (.composer, .backspace), (.composer, .left), (.composer, .right),
      (.question, .character), (.question, .backspace), (.palette, .character):
      true
    default: false
    }
  }

  /// It takes all the room there is but a row.
  var isTall: Bool { composer?.isLong ?? false }

  /// Its rows, laid out.
  func rows(_ columns: Int, _ context: Context) -> [Row] {
    let parts =
      switch self {
      case .composer(let composer): composer.parts
      case .question(let bar): bar.parts
      case .form(let form): form.bar.parts
      case .palette(let palette): palette.parts
      case .confirm(let confirmation): confirmation.parts
      case .unsaved(let unsaved): unsaved.parts(context)
      }
    return parts.flatMap { $0.rows(columns) }
  }

  /// What its keys do, for the footer.
  func keys(_ context: Context) -> [Line] {
    switch self {
    case .composer(let composer): composer.keys
    case .question, .form: Overlay.keys([("Enter", "go on"), ("Esc", "leave it")])
    case .palette: Overlay.keys([("Enter", "do it"), ("Tab", "complete"), ("Esc", "close")])
    case .confirm(let confirmation):
      Overlay.keys([("Enter", confirmation.verb), ("Esc", "stay")])
    case .unsaved(let unsaved): unsaved.keys(context)
    }
  }

  static func keys(_ keys: [(String, String)]) -> [Line] {
    keys.map { Line($0, .key) + Line(" " + $1, .quiet) }
  }

  /// As many keys as fit, whole; the first stays, the way out, and F2, which saves words.
  static func footer(_ keys: [Line], _ columns: Int) -> Line {
    var shown = keys
    func line() -> Line { .joined(shown, by: .space(columns >= 100 ? 3 : 2)) }
    while line().width > columns,
      let least = shown.indices.dropFirst().last(where: { index in
        let key = shown[index].spans.first?.text ?? ""
        return key != "F2" && !key.hasSuffix("Esc")
      })
    {
      shown.remove(at: least)
    }
    return line()
  }
}

/// A question whose yes is never the key that asked it.
struct Confirmation {
  var question: String
  var verb: String
  var then: [Effect]

  init(_ question: String, _ verb: String, then: [Effect]) {
    self.question = question
    self.verb = verb
    self.then = then
  }

  var parts: [Part] { [.prose(Line(question, .text, strong: true))] }
}

/// A question that one line answers.
final class QuestionBar {
  let question: Question
  var editor: LineEditor

  init(_ question: Question) {
    self.question = question
    editor = LineEditor(question.text)
  }

  var parts: [Part] {
    [
      .prose(Line(question.prompt, .text, strong: true)),
      .input(
        Input(
          prompt: Line("> ", .key),
          text: Line(editor.text, .input),
          cursor: editor.cursorColumns,
          placeholder: question.placeholder
        )
      ),
    ]
  }
}

/// Questions that are answered one after the other, then kept together or not at all.
final class Form {
  private let questions: [Question]
  private(set) var answers: [String] = []
  private(set) var bar: QuestionBar
  let finish: ([String]) -> [Effect]

  /// Makes a form of one question or more.
  init(_ first: Question, _ more: [Question] = [], finish: @escaping ([String]) -> [Effect]) {
    questions = [first] + more
    bar = QuestionBar(first)
    self.finish = finish
  }

  /// Takes an answer; false while there is another question.
  func answer(_ text: String) -> Bool {
    answers.append(text)
    guard answers.count < questions.count else { return true }
    bar = QuestionBar(questions[answers.count])
    return false
  }
}

extension Session {
  private func pressInForm(_ form: Form, _ key: Key) {
    switch key {
    case .escape:
      overlay = nil
      leaveFormDraft()
      say(Message("Nothing was kept."))
      if let list = formList {
        formList = nil
        list.putAside()
        show(next: list)
      }
    case .enter:
      let text = form.bar.editor.text.trimmed
      if text.isEmpty, !form.bar.question.mayBeEmpty {
        say(Message("A few words are needed; Esc leaves it as it was."))
        return
      }
      guard form.answer(text) else { return }
      overlay = nil
      perform(form.finish(form.answers))
    default: _ = form.bar.editor.press(key)
    }
  }

  func pressInOverlay(_ key: Key) {
    switch overlay {
    case .composer(let composer): pressInComposer(composer, key)
    case .question(let bar): pressInQuestion(bar, key)
    case .form(let form): pressInForm(form, key)
    case .palette(let palette): pressInPalette(palette, key)
    case .confirm(let confirmation):
      if key == .enter {
        overlay = nil
        perform(confirmation.then)
      } else if key == .escape || key == .character("n") || key == .character("q") {
        overlay = nil
      }
    case .unsaved(let unsaved): pressInUnsaved(unsaved, key)
    case nil: break
    }
  }

  private func pressInQuestion(_ bar: QuestionBar, _ key: Key) {
    switch key {
    case .escape: overlay = nil
    case .enter:
      let text = bar.editor.text.trimmed
      if text.isEmpty, !bar.question.mayBeEmpty {
        say(Message("A few words are needed; Esc leaves it as it was."))
        return
      }
      overlay = nil
      perform(top.answered(bar.question, text))
    default: _ = bar.editor.press(key)
    }
  }

  private func pressInPalette(_ palette: Palette, _ key: Key) {
    switch key {
    case .escape: overlay = nil
    case .enter:
      guard let choice = palette.chosen else {
        say(Message("No command or child of that name; ? lists them all."))
        return
      }
      overlay = nil
      switch choice {
      case .command(let command): run(command)
      case .child(let child, _): perform([.open(.child(child))])
      case .search(let words): perform([.open(.search(words))])
      }
    case .backspace where palette.editor.text.isEmpty: overlay = nil
    default: palette.press(key)
    }
  }
}

extension String {
  /// Without spaces at both ends.
  var trimmed: String {
    var view = self[...]
    while view.first?.isWhitespace == true { view.removeFirst() }
    while view.last?.isWhitespace == true { view.removeLast() }
    return String(view)
  }
}
