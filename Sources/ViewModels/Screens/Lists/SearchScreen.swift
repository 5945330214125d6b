import Casework

/// Words in all entries, found as they are typed and shown in the original text.
final class SearchScreen: Screen {
  static let name = "search"
  static let isPlace = true
  static let commands: [Command] = []

  private let context: Context
  private var editor: LineEditor
  private var filter = SearchFilter()
  private var result = SearchResult.nothing
  private var list = Cursor()
  private let scroll = Scroll()

  init(_ context: Context, _ words: String) {
    self.context = context
    editor = LineEditor(words)
    context.access?.reader.prepareSearch()
    search()
  }

  var isTyping: Bool { true }

  private var selected: RecordedEntry? {
    result.hits.indices.contains(list.index) ? result.hits[list.index].entry : nil
  }

  var child: ChildID? { list.hasMoved ? pointed : nil }

  var pointed: ChildID? { selected?.stamp.child }

  func refresh(returning: Bool) { search() }

  private func search() {
    let id = selected?.stamp.id
    filter = context.searchReader.read(editor.text)
    // What is still being typed at the end of the line waits; the rest is looked for.
    let isUnderstood = filter.problems.allSatisfy(\.isAtEnd)
    result =
      isUnderstood
      ? context.access?.reader.search(SearchQuery(filter, limit: 200)) ?? .nothing : .nothing
    list.follow(id, in: result.hits.map(\.entry.stamp.id))
  }

  func page(size: Size, now: Moment) -> Page {
    var blocks = [
      Block([
        .input(
          Input(
            prompt: Line("Search  ", .key),
            text: Line(editor.text, .input),
            cursor: editor.cursorColumns,
            placeholder: "words, word*, “a phrase”, and the filters below"
          )
        ),
        .prose(summary), .blank,
      ])
    ]
    if editor.text.trimmed.isEmpty { blocks.append(Block([.fields(SearchScreen.forms)])) }
    let view = StoryView(context, wanted: filter.terms)
    let files = Dictionary(
      (context.access?.reader.caseload() ?? []).map { ($0.id, $0) },
      uniquingKeysWith: { a, _ in a }
    )
    let start = max(0, list.index - size.rows)
    for index in result.hits.indices.dropFirst(start).prefix(2 * size.rows) {
      // Where it is said to have happened: an amendment stands beside what it amends.
      var hit = result.hits[index].entry
      hit.stamp.occurredAt = result.hits[index].at
      let name = hit.stamp.child.flatMap { files[$0] }.map { file in
        Line(context.name(file), .text, strong: true) + Line(" \(file.ref)", .quiet)
      }
      guard let story = Story.all([hit]).first else { continue }
      let parts = view.parts(story, child: name ?? Line("no child", .quiet))
      blocks.append(Block(Array(parts.prefix(3)), id: "\(index)"))
    }
    var pane = Pane(blocks, selected: list.count == 0 ? nil : "\(list.index)", scroll: scroll)
    pane.isTyping = !list.hasMoved
    return Page(
      title: Line("Search", .text, strong: true),
      body: .pane(pane),
      position: list.count == 0 ? "" : "\(list.index + 1) of \(result.count)",
      hint: Line(
        list.count == 0 ? "" : "Up Down choose · Enter opens it · Esc back",
        .quiet
      ),
      typing: true
    )
  }

  private var summary: Line {
    guard !editor.text.trimmed.isEmpty else {
      return Line("all must hold; a comma means either", .quiet)
    }
    let problems = Line.joined(
      filter.problems.map { Line(context.shown($0.words), .entryProblem) },
      by: Line(" · ", .quiet)
    )
    guard !filter.isEmpty, filter.problems.allSatisfy(\.isAtEnd) else { return problems }
    var words = result.count == 0 ? "nothing found" : "\(result.count) found"
    if !filter.problems.isEmpty { words += " without it" }
    if result.count > result.hits.count { words += ", the newest \(result.hits.count) shown" }
    if result.restrictedCount > 0 {
      words += " · \(result.restrictedCount) more in restricted entries"
    }
    // Words alone say themselves; what a filter was taken for is said.
    let taken = context.shown(filter.words(now: context.now, zone: context.zone))
    return Line.joined(
      [problems, filter.clauses.isEmpty ? Line() : Line(taken, .match), Line(words, .quiet)],
      by: Line(" · ", .quiet)
    )
  }

  /// The filters, for whoever has typed nothing yet, and for Help.
  static let forms = SearchForm.listed.map { Field($0.example, Line($0.words, .quiet)) }

  func press(_ key: Key) -> [Effect]? {
    switch key {
    case .up: list.move(by: -1)
    case .down: list.move(by: 1)
    case .pageUp: list.move(by: -max(1, scroll.room / 3))
    case .pageDown: list.move(by: max(1, scroll.room / 3))
    case .enter:
      guard let hit = selected?.stamp else { return [] }
      return hit.child.map { [.open(.entry(hit.id, $0))] } ?? []
    case .escape:
      if editor.text.isEmpty { return [.back] }
      editor = LineEditor()
      search()
    case .control("x"), .control("l"), .control("p"), .control("f"), .function: return nil
    default:
      guard editor.press(key) else { return nil }
      list = Cursor()
      scroll.reset()
      search()
    }
    return []
  }
}
