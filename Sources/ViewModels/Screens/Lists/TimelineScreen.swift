import Casework

/// Every child's entries, newest first.
final class TimelineScreen: Screen {
  static let name = "timeline"
  static let isPlace = true
  static let commands: [Command] = [
    Command(.open, [.enter], "open", "Opens the child of the entry.", needs: .child, footer: 8)
  ]

  private let context: Context
  private var stories: [Story] = []
  private var files: [ChildID: CaseFile] = [:]
  private var list = Cursor()
  private let scroll = Scroll()

  init(_ context: Context) {
    self.context = context
    refresh(returning: false)
  }

  func refresh(returning: Bool) {
    let id = selected?.stamp.id
    stories = Story.all(context.access?.reader.entries(of: nil) ?? [])
      .filter { !($0.first.stamp.child == nil) }
    files = Dictionary(
      (context.access?.reader.caseload() ?? []).map { ($0.id, $0) },
      uniquingKeysWith: { a, _ in a }
    )
    list.follow(id, in: stories.map(\.first.stamp.id))
  }

  private var selected: RecordedEntry? {
    stories.indices.contains(list.index) ? stories[list.index].first : nil
  }

  var child: ChildID? { list.hasMoved ? pointed : nil }

  var pointed: ChildID? { selected?.stamp.child }

  func page(size: Size, now: Moment) -> Page {
    var view = StoryView(context)
    view.showsDay = false
    var blocks: [Block] = []
    var day: Day?
    let start = max(0, list.index - 2 * size.rows)
    for index in stories.indices.dropFirst(start).prefix(4 * size.rows) {
      let story = stories[index]
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
      blocks.append(Block(view.parts(story, child: name, brief: true), id: "\(index)"))
    }
    if stories.isEmpty {
      blocks = [
        Block([
          .prose(
            Line("Nothing is written yet. ", .quiet) + Line("n", .key)
              + Line(" writes a note.", .quiet)
          )
        ])
      ]
    }
    return Page(
      title: Line("Timeline", .text, strong: true),
      body: .pane(Pane(blocks, selected: stories.isEmpty ? nil : "\(list.index)", scroll: scroll)),
      position: stories.isEmpty ? "" : "\(list.index + 1) of \(stories.count)"
    )
  }

  func press(_ key: Key) -> [Effect]? { list.press(key, page: max(1, scroll.room / 3)) ? [] : nil }

  func perform(_ command: CommandName) -> [Effect] {
    command == .open ? pointed.map { [.open(.child($0))] } ?? [] : []
  }
}
