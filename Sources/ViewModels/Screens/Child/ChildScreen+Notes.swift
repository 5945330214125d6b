import Casework

/// A note under the cursor that is written anew, divided, moved to another child or removed.
extension ChildScreen {
  static let noteCommands: [Command] = [
    Command(
      "amend",
      [.character("a")],
      "amend",
      "Writes the entry's words anew; what was written stays.",
      needs: .writer
    ),
    Command(
      "split",
      [.character("S")],
      "split",
      "Takes words out of a note into a second one; both versions of the first stay.",
      needs: .writer
    ),
    Command(
      "move",
      [.character("M")],
      "move",
      "Keeps a note for the child it is about, then removes it here, with a reason.",
      needs: .writer
    ),
    Command(
      "remove",
      [.character("x")],
      "remove",
      "Takes an entry out of force, with a reason that stays.",
      needs: .writer
    ),
  ]

  private var change: NoteChange? { story.flatMap { NoteChange($0, context) } }

  /// The note that the questions are about, wherever the cursor is by now.
  private var changed: NoteChange? {
    stories.all.first { $0.id == changing?.id }.flatMap { NoteChange($0, context) }
  }

  func noteObjection(to command: CommandName) -> String? {
    switch command {
    case "amend", "split", "move":
      return change == nil ? "move to a note: only notes are \(NoteQuestion.done(command))" : nil
    case "remove":
      guard let story else { return "move to an entry" }
      return story.removal == nil ? nil : "it is removed already"
    default: return nil
    }
  }

  func performOnNote(_ command: CommandName) -> [Effect] {
    if command == "remove" {
      guard let story else { return [] }
      changing = (story.id, "")
      return [.ask(NoteQuestion.remove)]
    }
    guard let change else { return [] }
    changing = (change.story.id, "")
    switch command {
    case "amend": return [.ask(NoteQuestion.amend(change.contact.text))]
    case "split": return [.ask(NoteQuestion.split(change.contact.text))]
    case "move": return [.ask(NoteQuestion.move)]
    default: return []
    }
  }

  /// What follows an answer; nil where it was no question about a note.
  func answeredAboutNote(_ question: Question, _ text: String) -> [Effect]? {
    switch question.name {
    case "remove":
      // The entry that was asked about, wherever it stands by now.
      guard let story = stories.all.first(where: { $0.id == changing?.id }), story.removal == nil
      else { return [.say(Message("The entry is gone, or removed already. Nothing was kept."))] }
      return keep(Removed(of: story.id, why: text), saying: "removed, with the reason")
    case "amend":
      guard let changed, text != changed.contact.text else {
        return [.say(Message("Nothing was changed."))]
      }
      changing?.text = text
      return [.ask(NoteQuestion.whyAmend)]
    case "why-amend":
      guard let changed, let changing else { return [] }
      return keep(
        changed.amendment(changing.text, because: text),
        saying: "amended, both versions stay"
      )
    case "split":
      guard changed?.takenOut(leaving: text) != nil else {
        return [
          .say(
            Message("Not split: delete the words of the second note, in one piece. S asks again.")
          )
        ]
      }
      changing?.text = text
      return [.ask(NoteQuestion.whySplit)]
    case "why-split":
      guard let changing, let second = changed?.split(leaving: changing.text, because: text) else {
        return [.say(Message(NoteQuestion.noLine))]
      }
      return [.compose(second)]
    case "move":
      guard let other = context.child(named: text) else {
        return [
          .say(Message("No child of the caseload, or more than one, is called that. M asks again."))
        ]
      }
      guard other.id != id else { return [.say(Message("It is this child's note already."))] }
      changing?.text = other.ref
      return [.ask(NoteQuestion.whyMove)]
    case "why-move":
      guard let changing, let other = context.child(named: changing.text),
        let composition = changed?.move(to: other, because: text)
      else { return [.say(Message(NoteQuestion.noLine))] }
      return [.compose(composition)]
    default: return nil
    }
  }
}

/// What is asked before a note is changed.
private enum NoteQuestion {
  static let noLine =
    "No line says all that this note says. Write the other with n, then x removes or a amends it."

  static func done(_ command: CommandName) -> String {
    switch command {
    case "split": "divided"
    case "move": "moved"
    default: "written anew"
    }
  }

  static func amend(_ text: String) -> Question {
    Question(name: "amend", prompt: "The note's words, written anew:", text: text)
  }

  static let whyAmend = Question(
    name: "why-amend",
    prompt: "Why is it written anew?",
    placeholder: "left out who was there"
  )

  static func split(_ text: String) -> Question {
    Question(
      name: "split",
      prompt: "Delete the words of the second note; these stay in the first:",
      mayBeEmpty: true,
      text: text
    )
  }

  static let whySplit = Question(
    name: "why-split",
    prompt: "Why is it divided? The second note comes next.",
    text: "two contacts in one note"
  )

  static let move = Question(
    name: "move",
    prompt: "Whose note is it?",
    placeholder: "code or name"
  )

  static let whyMove = Question(
    name: "why-move",
    prompt: "Why is it removed here? It stays in this child's record: no other child's name.",
    text: "kept under the wrong child"
  )

  static let remove = Question(
    name: "remove",
    prompt: "Why is it removed? Both stay in the record."
  )
}

extension Context {
  /// The one child of the caseload whom a code or a name means; nil for none or several.
  func child(named text: String) -> KnownChild? {
    let parser = NoteParser(caseload: knownChildren, now: now, zone: zone, focus: nil)
    let note = parser.parse(text.trimmed + " letter")
    guard note.namesChild, note.children.count == 1,
      !note.problems.contains(where: { $0.code.contains("child") })
    else { return nil }
    return note.children.first
  }
}
