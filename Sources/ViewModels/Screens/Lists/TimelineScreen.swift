import Casework

/// Every child's entries, newest first.
final class TimelineScreen: Screen {
  static let name = "timeline"
  static let isPlace = true
  static let commands: [Command] =
    [
      Command(.open, [.enter], "open", "Opens the child of the entry.", needs: .child, footer: 8)
    ] + StoryFilter.commands

  private let context: Context
  private let stories: StoryFilter
  private var files: [ChildID: CaseFile] = [:]
  private var list = Cursor()
  private let scroll = Scroll()

  init(_ context: Context) {
    self.context = context
    stories = StoryFilter(context)
    refresh(returning: false)
  }

  func refresh(returning: Bool) {
    let id = story?.id
    stories.refresh()
    files = Dictionary(
      (context.access?.reader.caseload() ?? []).map { ($0.id, $0) },
      uniquingKeysWith: { a, _ in a }
    )
    list.follow(id, in: stories.shown.map(\.id))
  }

  private var story: Story? {
    stories.shown.indices.contains(list.index) ? stories.shown[list.index] : nil
  }

  var child: ChildID? { list.hasMoved ? pointed : nil }

  var pointed: ChildID? { story?.first.stamp.child }

  func page(size: Size, now: Moment) -> Page {
    var view = StoryView(context, wanted: stories.filter.terms)
    view.showsDay = false
    let shown = stories.shown
    var blocks: [Block] = []
    var day: Day?
    let start = max(0, list.index - 2 * size.rows)
    for index in shown.indices.dropFirst(start).prefix(4 * size.rows) {
      let story = shown[index]
      let its = context.zone.day(of: story.at)
      if its != day {
        let words = DateWords.relative(its, today: context.today)
        let full = DateWords.full(its)
        let heading =
          Line(full, .heading, strong: true)
          + Line(abs(its.days(since: context.today)) <= 1 ? "  \(words)" : "", .quiet)
        blocks.append(Block((day == nil ? [] : [.blank]) + [.heading(heading)]))
        day = its
      }
      let name = story.first.stamp.child.flatMap { files[$0] }.map {
        Line(context.name($0), .text, strong: true) + Line(" \($0.ref)", .quiet)
      }
      // What was looked for may stand further down than the first line.
      let parts = view.parts(story, child: name, brief: !stories.isActive)
      blocks.append(Block(parts, id: "\(index)"))
    }
    if shown.isEmpty {
      let words =
        stories.isActive
        ? stories.nothing
        : Line("Nothing is written yet. ", .quiet) + Line("n", .key)
          + Line(" writes a note.", .quiet)
      blocks = [Block([.prose(words)])]
    }
    let pane = Pane(blocks, selected: shown.isEmpty ? nil : "\(list.index)", scroll: scroll)
    return Page(
      title: Line("Timeline", .text, strong: true) + stories.count,
      body: stories.isActive
        ? .under([.prose(stories.line), .blank], .pane(pane)) : .pane(pane),
      position: stories.position(of: list.index)
        ?? (shown.isEmpty ? "" : "\(list.index + 1) of \(shown.count)")
    )
  }

  func press(_ key: Key) -> [Effect]? {
    if key == .escape, stories.isActive {
      let here = story?.id
      stories.clear()
      show(at: here)
      return []
    }
    return list.press(key, page: max(1, scroll.room / 3)) ? [] : nil
  }

  /// What shows has changed: the cursor goes to an entry, or to the first.
  private func show(at entry: EntryID? = nil) {
    // On another row than the guardian moved to, a note would be about a child nobody chose.
    list.follow(entry, in: stories.shown.map(\.id))
    if !list.hasMoved { list.index = 0 }
    scroll.reset()
  }

  func objection(to command: CommandName) -> String? {
    switch command {
    case "next-match", "previous-match":
      stories.matches.isEmpty ? "nothing was looked for: /" : nil
    default: nil
    }
  }

  func perform(_ command: CommandName) -> [Effect] {
    switch command {
    case .open: return story.flatMap { it in pointed.map { [.open(.entry(it.id, $0))] } } ?? []
    case .filter: return [.ask(stories.question())]
    case "chronology": return filter(stories.isChronology ? "" : "is:significant")
    case "next-match", "previous-match":
      let by = command == "next-match" ? 1 : -1
      list.move(by: (stories.match(by, from: list.index) ?? list.index) - list.index)
    default: break
    }
    return []
  }

  private func filter(_ typed: String) -> [Effect] {
    let problems = stories.set(typed)
    guard problems.isEmpty else { return [.ask(stories.question(typed, problems))] }
    show()
    return []
  }

  func answered(_ question: Question, _ text: String) -> [Effect] { filter(text) }
}
