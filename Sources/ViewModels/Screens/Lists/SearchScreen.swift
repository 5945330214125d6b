import Casework

/// Words in all entries, found as they are typed and shown in the original text.
final class SearchScreen: Screen {
  static let name = "search"
  static let isPlace = true
  static let commands: [Command] = []

  private let context: Context
  private var editor: LineEditor
  private var result = SearchResult(hits: [], count: 0, restrictedCount: 0)
  private var list = Cursor()
  private let scroll = Scroll()

  init(_ context: Context, _ words: String) {
    self.context = context
    editor = LineEditor(words)
    search()
  }

  var isTyping: Bool { true }

  private var selected: RecordedEntry? {
    result.hits.indices.contains(list.index) ? result.hits[list.index] : nil
  }

  var child: ChildID? { list.hasMoved ? pointed : nil }

  var pointed: ChildID? { selected?.stamp.child }

  func refresh(returning: Bool) { search() }

  private func search() {
    let id = selected?.stamp.id
    let text = editor.text.trimmed
    guard !Fold.words(text).isEmpty, let reader = context.access?.reader else {
      result = SearchResult(hits: [], count: 0, restrictedCount: 0)
      list.count = 0
      return
    }
    result = reader.search(SearchQuery(text: text, limit: 200))
    list.follow(id, in: result.hits.map(\.stamp.id))
  }

  func page(size: Size, now: Moment) -> Page {
    var blocks = [
      Block([
        .input(
          Input(
            prompt: Line("Search  ", .key),
            text: Line(editor.text, .input),
            cursor: editor.cursorColumns,
            placeholder: "all words must occur; word* begins, “…” is a phrase"
          )
        ),
        .line(summary), .blank,
      ])
    ]
    let view = StoryView(context, wanted: SearchScreen.wanted(editor.text))
    let files = Dictionary(
      (context.access?.reader.caseload() ?? []).map { ($0.id, $0) },
      uniquingKeysWith: { a, _ in a }
    )
    let start = max(0, list.index - size.rows)
    for index in result.hits.indices.dropFirst(start).prefix(2 * size.rows) {
      let hit = result.hits[index]
      let name = hit.stamp.child.flatMap { files[$0] }.map { file in
        Line(context.name(file), .text, strong: true) + Line(" \(file.ref)", .quiet)
      }
      guard let story = Story.all([hit]).first else { continue }
      let parts = view.parts(story, child: name ?? Line("no child", .quiet))
      blocks.append(Block(Array(parts.prefix(3)), id: "\(index)"))
    }
    return Page(
      title: Line("Search", .text, strong: true),
      body: .pane(Pane(blocks, selected: list.count == 0 ? nil : "\(list.index)", scroll: scroll)),
      position: list.count == 0 ? "" : "\(list.index + 1) of \(result.count)",
      hint: Line(
        list.count == 0 ? "" : "Up Down choose · Enter opens it · Esc back",
        .quiet
      ),
      typing: true
    )
  }

  private var summary: Line {
    guard !editor.text.trimmed.isEmpty else { return Line() }
    var words = result.count == 0 ? "nothing found" : "\(result.count) found"
    if result.count > result.hits.count { words += ", the newest \(result.hits.count) shown" }
    if result.restrictedCount > 0 {
      words += " · \(result.restrictedCount) more in restricted entries"
    }
    return Line(words, .quiet)
  }

  /// The folded words of a query; a trailing `*` stays.
  static func wanted(_ query: String) -> [String] {
    query.split(separator: " ").flatMap { piece in
      let words = Fold.words(String(piece))
      guard piece.hasSuffix("*"), let last = words.last else { return words }
      return words.dropLast() + [last + "*"]
    }
  }

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
