import Casework

/// What is needed to ring: how to reach the child without harm, the code word, and the numbers.
final class RingCardScreen: Screen {
  static let name = "ring-card"
  static let commands: [Command] = []

  private let context: Context
  private let id: ChildID
  private let scroll = Scroll()

  init(_ context: Context, _ id: ChildID) {
    self.context = context
    self.id = id
  }

  var child: ChildID? { id }

  func page(size: Size, now: Moment) -> Page {
    guard let file = context.access?.reader.caseFile(id) else {
      return Page(title: Line("Ring card"), body: .pane(Pane(parts: [])))
    }
    var parts: [Part] = Card(file: file, context: context, now: now).head
    parts.append(.blank)
    if let safe = file.safeContact {
      parts.append(.heading(Line("SAFE CONTACT", .heading, strong: true)))
      var fields: [Field] = []
      func add(_ label: String, _ value: String?, _ tone: Tone = .text) {
        guard let value, !value.isEmpty else { return }
        fields.append(Field(label, context.shown(value), tone))
      }
      add("number", safe.number)
      add("how", safe.how)
      add("hours", safe.hours)
      add("also held by", safe.heldBy)
      add("voicemail", safe.noVoicemail == true ? "leave none" : nil)
      add("if another answers", safe.sayToAnother)
      add("code word", safe.codeWord, .key)
      add("agreed", DateWords.full(context.zone.day(of: safe.at)))
      parts.append(.fields(fields))
    } else {
      parts.append(
        .notice(
          word: "",
          Line("No safe contact is recorded: ask the child, and write it down."),
          .dueUnevidenced
        )
      )
    }
    if let word = file.described[.sayIt]?.last?.words {
      parts.append(.fields([Field("say the name", context.shown(word))]))
    }
    parts += people(file)
    return Page(
      title: Line("Ring card", .text, strong: true) + Line("  \(context.label(file))", .quiet),
      body: .pane(Pane(parts: parts, scroll: scroll)),
      hint: Line("nothing is rung or sent from here", .quiet)
    )
  }

  /// Whoever may be rung; people of concern and unknown adults are never offered.
  private func people(_ file: CaseFile) -> [Part] {
    let shown = file.people.filter { $0.standing != .ofConcern && $0.standing != .unknownAdult }
    guard !shown.isEmpty else {
      return [.blank, .prose(Line("No numbers of others are recorded.", .quiet))]
    }
    let rows = shown.flatMap { person -> [[Line]] in
      let role = Line(person.role?.words ?? person.standing?.words ?? "", .quiet)
      let name =
        context.isPrivate
        ? "" : [person.name, person.organisation].compactMap { $0 }.joined(separator: ", ")
      let safe: Line =
        switch person.safeToContact?.agreed {
        case false?: Line("not safe to contact", .nowDanger)
        default: Line()
        }
      let numbers = person.numbers ?? []
      guard !numbers.isEmpty else { return [[role, Line(name), Line("no number", .quiet), safe]] }
      return numbers.enumerated().map { index, number in
        let checked = number.checked.map { "checked \(DateWords.near($0, today: context.today))" }
        return [
          index == 0 ? role : Line(), index == 0 ? Line(name) : Line(),
          Line(number.number, .text, strong: true),
          Line.joined(
            [Line(number.hours ?? "", .quiet), Line(checked ?? "", .quiet), safe],
            by: Line(" · ", .quiet)
          ),
        ]
      }
    }
    return [
      .blank, .heading(Line("NUMBERS", .heading, strong: true)),
      .table(
        Table(
          [.init(most: 20), .init(most: 30, leaves: 1), .init(most: 18), .init(flexible: true)],
          rows
        )
      ),
    ]
  }

  func press(_ key: Key) -> [Effect]? { scroll.press(key) ? [] : nil }
}
