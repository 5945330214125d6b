import Casework

/// Open matters of all children under headings: what *Flags* and *Agenda* share.
final class MatterList {
  struct Row {
    var child: ChildID
    var name: Line
    var matter: OpenMatter
    var heading: String
  }

  let context: Context
  private(set) var rows: [Row] = []
  var list = Cursor()
  let scroll = Scroll()

  init(_ context: Context) { self.context = context }

  var selected: Row? { rows.indices.contains(list.index) ? rows[list.index] : nil }

  /// Other rows than before: the cursor stays on its matter, and names no child once that is gone.
  func show(_ rows: [Row]) {
    let id = selected.map(\.matter.id)
    self.rows = rows
    list.follow(id, in: rows.map(\.matter.id))
  }

  func pane(now: Moment, empty: String) -> Pane {
    var blocks: [Block] = []
    var heading = ""
    let widest = min(18, rows.map(\.name.width).max() ?? 0)
    for (index, row) in rows.enumerated() {
      if row.heading != heading {
        heading = row.heading
        blocks.append(
          Block(
            (index == 0 ? [] : [.blank]) + [
              .heading(Line(heading.uppercased(), .heading, strong: true))
            ]
          )
        )
      }
      let line =
        row.name.fitted(to: widest) + .space(2)
        + row.matter.line(context, today: context.today, now: now)
      blocks.append(Block([.prose(line, hanging: widest + 2)], id: "\(index)"))
    }
    if rows.isEmpty { blocks = [Block([.prose(Line(empty, .quiet))])] }
    return Pane(blocks, selected: rows.isEmpty ? nil : "\(list.index)", scroll: scroll)
  }

  func name(_ file: CaseFile) -> Line {
    Line(context.name(file), .text, strong: true) + Line(" \(file.ref)", .quiet)
  }

  static let commands: [Command] =
    [
      Command(.open, [.enter], "open", "Opens the child.", needs: .child, footer: 8)
    ] + OpenMatter.commands

  func perform(_ command: CommandName) -> [Effect] {
    guard let selected else { return [] }
    if command == .open { return [.open(.child(selected.child))] }
    return [.ask(selected.matter.question(name: command.rawValue))]
  }

  func objection(to command: CommandName) -> String? {
    guard let selected else { return "nothing is under the cursor" }
    if command == "chase" {
      if case .ask = selected.matter.sort { return nil }
      return "move to something that another owes"
    }
    return nil
  }

  func answered(_ question: Question, _ text: String) -> [Effect] {
    // The matter that was asked about, wherever it stands by now.
    guard let row = rows.first(where: { $0.matter.id == question.about }),
      let entry = row.matter.entry(question.name, text)
    else { return [.say(OpenMatter.isOver(text))] }
    let new = NewEntry(occurredAt: context.zone.local(context.now), body: entry)
    return [.keep(Act(child: row.child, entries: [new]), saying: entry.timelineTitle)]
  }

  func position() -> String { rows.isEmpty ? "" : "\(list.index + 1) of \(rows.count)" }
}

/// Open flags of all children: those without a response first.
final class FlagsScreen: Screen {
  static let name = "flags"
  static let isPlace = true
  static let commands = MatterList.commands
  private let matters: MatterList

  init(_ context: Context) {
    matters = MatterList(context)
    refresh(returning: false)
  }

  func refresh(returning: Bool) {
    var rows: [MatterList.Row] = []
    for file in matters.context.access?.reader.caseload() ?? [] {
      for flag in file.openFlags {
        let past = flag.reviewBy.map { $0 < matters.context.today } ?? false
        let heading =
          flag.responses.isEmpty ? "no response recorded" : past ? "review past" : "answered"
        rows.append(
          .init(
            child: file.id,
            name: matters.name(file),
            matter: OpenMatter(sort: .flag(flag)),
            heading: heading
          )
        )
      }
    }
    let order = ["no response recorded", "review past", "answered"]
    func key(_ row: MatterList.Row) -> (Int, Int, Int64) {
      guard case .flag(let flag) = row.matter.sort else { return (9, 9, 0) }
      return (
        order.firstIndex(of: row.heading) ?? 9, flag.urgent == true ? 0 : 1,
        -flag.raised.at.milliseconds
      )
    }
    matters.show(rows.sorted { key($0) < key($1) })
  }

  var child: ChildID? { matters.list.hasMoved ? pointed : nil }

  var pointed: ChildID? { matters.selected?.child }

  func page(size: Size, now: Moment) -> Page {
    Page(
      title: Line("Flags", .text, strong: true),
      body: .pane(
        matters.pane(now: now, empty: "No flag is open. f raises one, from a child's row.")
      ),
      position: matters.position()
    )
  }

  func press(_ key: Key) -> [Effect]? {
    matters.list.press(key, page: matters.scroll.room) ? [] : nil
  }
  func perform(_ command: CommandName) -> [Effect] { matters.perform(command) }
  func objection(to command: CommandName) -> String? { matters.objection(to: command) }
  func answered(_ question: Question, _ text: String) -> [Effect] {
    matters.answered(question, text)
  }
}

/// What is due, by day: promises and the guardian's own acts, and what others owe.
final class AgendaScreen: Screen {
  static let name = "agenda"
  static let isPlace = true
  static let commands = MatterList.commands
  private let matters: MatterList

  init(_ context: Context) {
    matters = MatterList(context)
    refresh(returning: false)
  }

  func refresh(returning: Bool) {
    let context = matters.context
    let (zone, today) = (context.zone, context.today)
    var rows: [(Moment, MatterList.Row)] = []
    for file in context.access?.reader.caseload() ?? [] {
      for matter in OpenMatter.all(file, zone: zone) {
        if case .flag = matter.sort, matter.due == nil { continue }
        let heading: String
        switch matter.due.map({ $0.day(in: zone) }) {
        case nil: heading = "no date"
        case let day? where day < today: heading = "past"
        case let day? where day == today: heading = "today, \(DateWords.short(day))"
        case let day? where day.days(since: today) == 1:
          heading = "tomorrow, \(DateWords.short(day))"
        case let day? where day.days(since: today) < 7: heading = DateWords.short(day)
        default: heading = "later"
        }
        rows.append(
          (
            matter.due?.deadline(in: zone) ?? Moment(milliseconds: .max),
            .init(child: file.id, name: matters.name(file), matter: matter, heading: heading)
          )
        )
      }
    }
    let sorted = rows.enumerated().sorted {
      ($0.element.0, $0.offset) < ($1.element.0, $1.offset)
    }
    matters.show(sorted.map(\.element.1))
  }

  var child: ChildID? { matters.list.hasMoved ? pointed : nil }

  var pointed: ChildID? { matters.selected?.child }

  func page(size: Size, now: Moment) -> Page {
    Page(
      title: Line("Agenda", .text, strong: true),
      body: .pane(matters.pane(now: now, empty: "Nothing is due. r sets a reminder, w a promise.")),
      position: matters.position()
    )
  }

  func press(_ key: Key) -> [Effect]? {
    matters.list.press(key, page: matters.scroll.room) ? [] : nil
  }
  func perform(_ command: CommandName) -> [Effect] { matters.perform(command) }
  func objection(to command: CommandName) -> String? { matters.objection(to: command) }
  func answered(_ question: Question, _ text: String) -> [Effect] {
    matters.answered(question, text)
  }
}
