import Casework

/// The first screen: every child of the caseload, the one who needs the guardian first.
///
/// The groups and their reasons are ``Today``'s; here is only what moves: the cursor, the order that
/// stands still under it, and the filter.
final class TodayScreen: Screen {
  static let name = "today"
  static let isPlace = true
  static let commands: [Command] = [
    Command(.open, [.enter], "open", "Opens the child's record.", footer: 8),
    Command(
      .filter,
      [.character("/")],
      "filter",
      "Shows only some rows; who is missing, in danger or before a limit stays counted.",
      footer: 9
    ),
    Command(
      "sort",
      [.character("R")],
      "re-sort",
      "Puts every row where it belongs now.",
      footer: 12
    ),
    Command("card", [.tab], "card", "Shows or hides the child's card.", footer: 10),
  ]

  let context: Context
  private let scroll = Scroll()
  private let cardScroll = Scroll()
  private var selected: ChildID?
  /// The guardian moved to the selected row; until then nothing is written about it by default.
  private var hasMoved = false
  private var order: [(child: ChildID, rank: Int)] = []
  private var rows: [ChildID: TodayRow] = [:]
  /// The page that the rows are of.
  private var page: Today?
  /// The rows in words, of the moment at which they were read.
  private var items: [ChildID: TodayItem] = [:]
  /// The moment and the zone of their words; nil in private.
  var itemsOf: (moment: Moment, zone: Zone)?
  /// The list as it was last laid out.
  var laid: LaidToday?
  /// The rows were read again since.
  private var isLaidStale = false
  private var laidStrip: (counts: TodayCounts, columns: Int, line: Line)?
  /// The cards beside it.
  var cards = LaidCards()
  private var counts: TodayCounts?
  private var readAt: Moment?
  private var filter = ""
  private var showsCard = false
  private var across = 1

  init(_ context: Context) {
    self.context = context
    sort()
  }

  var child: ChildID? { hasMoved ? selected : nil }

  var pointed: ChildID? { selected ?? shown.first?.child }

  func refresh(returning: Bool) {
    readAt = nil
    if returning { sort() } else { read() }
  }

  // MARK: - Order

  private func sort() {
    page = nil
    let page = today()
    order = page.rows.map { ($0.child, $0.group.rank) }
    take(page)
  }

  /// Who came up into ranks 1 to 3 since the rows were last put in order by themselves.
  private var arrived: [TodayRow] = []

  /// The facts of now in the order of then.
  private func read() {
    let page = today()
    if !hasMoved {
      // The rows are in their places at once; that somebody came up is said all the same.
      let before = Dictionary(order.map { ($0.child, $0.rank) }, uniquingKeysWith: { a, _ in a })
      arrived =
        before.isEmpty
        ? [] : page.rows.filter { $0.group.rank <= 3 && before[$0.child] != $0.group.rank }
      order = page.rows.map { ($0.child, $0.group.rank) }
    } else {
      let known = Set(order.map(\.child))
      let present = Set(page.rows.map(\.child))
      order.removeAll { !present.contains($0.child) }
      for row in page.rows where !known.contains(row.child) {
        let place = order.lastIndex { $0.rank <= row.group.rank }.map { $0 + 1 } ?? 0
        order.insert((row.child, row.group.rank), at: place)
      }
    }
    take(page)
  }

  private func take(_ page: Today) {
    self.page = page
    let (known, before) = (items, rows)
    rows = Dictionary(page.rows.map { ($0.child, $0) }, uniquingKeysWith: { a, _ in a })
    counts = page.counts
    readAt = page.asOf
    // The rows' moment, not the clock's, which may have come to the next minute meanwhile.
    let words = Words(now: page.asOf, zone: context.zone)
    // Rows count in minutes; privacy masks the names of all children, who may have become more.
    let isSame =
      itemsOf.map { page.isOfMinute(of: $0.moment) && $0.zone == context.zone } ?? false
      && !context.isPrivate
    itemsOf = context.isPrivate ? nil : (page.asOf, context.zone)
    items = [:]
    isLaidStale = true
    for (child, rank) in order {
      guard let row = rows[child] else { continue }
      if isSame, let item = known[child], item.rank == rank, before[child]?.edition === row.edition
      {
        items[child] = item
      } else {
        items[child] = TodayItem(row, rank: rank, context: context, words: words)
      }
    }
    if let selected, rows[selected] == nil { self.selected = nil }
  }

  private func today() -> Today {
    Today.page(
      caseload: context.access?.reader.caseload() ?? [],
      now: context.now,
      zone: context.zone,
      reusing: page
    )
  }

  /// What changed among those who cannot wait while the rows stood still; nil for nothing.
  func news() -> String? {
    let stood = order.compactMap { entry -> TodayRow? in
      guard let row = rows[entry.child], row.group.rank != entry.rank, row.group.rank <= 3 else {
        return nil
      }
      return row
    }
    let moved = arrived + stood
    arrived = []
    guard let first = moved.first else { return nil }
    let name = context.isPrivate ? first.ref : first.name
    let more = moved.count > 1 ? " and \(moved.count - 1) more" : ""
    return "\(first.group.heading): \(name)\(more) · R re-sorts"
  }

  private var changed: Int {
    order.count { entry in rows[entry.child].map { $0.group.rank != entry.rank } ?? false }
  }

  private var shown: [(child: ChildID, rank: Int)] {
    guard !filter.isEmpty else { return order }
    let words = Fold.words(filter)
    return order.filter { entry in
      guard let row = rows[entry.child] else { return false }
      let have = Fold.words(
        ([row.name, row.ref, row.nameBeside ?? "", row.group.heading, row.placementKind ?? ""]
          + row.reasons.map(\.text)).joined(separator: " ")
      )
      return words.allSatisfy { word in have.contains { $0.hasPrefix(word) } }
    }
  }

  // MARK: - The page

  func page(size: Size, now: Moment) -> Page {
    if readAt.map({ now.milliseconds / 60_000 != $0.milliseconds / 60_000 }) ?? true { read() }
    let isWide = size.columns >= 100
    let cardColumns = size.columns >= 160 ? 64 : 37
    let listColumns = isWide ? size.columns - cardColumns - 1 : size.columns
    let shown = shown
    var body = list(shown, columns: listColumns, rows: size.rows)
    // While a note is written the card is that of the child in the line, not of the row left behind.
    let carded = isWide ? context.noted ?? pointed : pointed
    if let carded, let file = context.access?.reader.caseFile(carded), isWide != showsCard {
      let card = cards.card(
        of: file,
        like: LaidCards.Likeness(
          columns: (isWide ? cardColumns : size.columns) - 2,
          stories: !isWide ? 0 : size.columns >= 160 ? 8 : 4,
          minute: now.milliseconds / 60_000,
          zone: context.zone
        ),
        // The reasons stand in the row already; what the row had no room for stands here.
        reasons: Array((rows[file.id]?.reasons ?? []).dropFirst().map(\.text)),
        context: context,
        now: now
      )
      let pane = Pane([card], scroll: cardScroll, focused: false)
      body =
        isWide
        ? .beside(body, .pane(pane), rightColumns: cardColumns)
        : .over(body, .pane(pane), lowerRows: size.rows / 2)
    }
    let at = shown.firstIndex { $0.child == selected }
    return Page(
      title: Line("Today", .text, strong: true)
        + Line("  \(shown.count) of \(order.count)", filter.isEmpty ? .quiet : .match),
      body: body,
      position: at.map { "\($0 + 1) of \(shown.count)" } ?? "",
      hint: changed > 0
        ? Line(
          "\(changed) \(changed == 1 ? "row belongs" : "rows belong") elsewhere now · ",
          .quiet
        )
          + Line("R", .key) + Line(" re-sorts", .quiet)
        : Line()
    )
  }

  private func list(_ shown: [(child: ChildID, rank: Int)], columns: Int, rows: Int) -> Body {
    let inner = columns >= 20 ? columns - 2 : columns
    let items = shown.compactMap { self.items[$0.child] }
    var top: [Part] = [strip(inner)]
    if !filter.isEmpty { top.append(.prose(filterLine(shown))) }
    if items.isEmpty { return .under(top, .pane(Pane(parts: [.blank] + empty, scroll: scroll))) }
    // A bar at the bottom takes rows away; it does not lay the list out anew.
    let room = max(rows, context.bodyRows) - top.count
    // Only the folded names show by themselves which of them is selected.
    let marked = hasMoved ? items.first { $0.child == selected && $0.rank == 10 }?.child : nil
    let list: LaidToday
    if let laid, !isLaidStale, laid.isOf(marked, columns: inner, room: room, filter: filter) {
      list = laid
    } else {
      list = LaidToday(
        items,
        marked: marked,
        columns: inner,
        room: room,
        filter: filter,
        reusing: laid
      )
      laid = list
      isLaidStale = false
    }
    across = list.across
    if list.height < room { top.append(.blank) }
    var pane = Pane(list.blocks, selected: pointed?.rawValue, scroll: scroll)
    pane.saysHidden = { TodayLayout.hidden(above: $0, below: $1) }
    return .under(top, .pane(pane.marking(hasMoved)))
  }

  private var empty: [Part] {
    filter.isEmpty
      ? [
        .prose(Line("No child is in this record yet.", .text, strong: true)),
        .prose(
          Line("n", .key) + Line(" then ") + Line("new NAME …", .entryChild)
            + Line(" takes a referral down in one line.")
        ),
      ] : [.prose(Line("No row has these words. Esc shows all.", .quiet))]
  }

  /// `2 missing  1 limit  …`: how many need what.
  private func strip(_ columns: Int) -> Part {
    guard let counts else { return .blank }
    if let laidStrip, laidStrip.counts == counts, laidStrip.columns == columns {
      return .line(laidStrip.line)
    }
    let words: [(Int, String, Tone)] = [
      (counts.missing, "missing", .nowMissing),
      (counts[.danger], "danger", .nowDanger),
      (counts[.cannotBeUndone], "limit", .nowLimit),
      (counts[.first48Hours], "first 48 h", .nowFirstHours),
      (counts[.promised], "promised", .promise),
      (counts[.notSeen], "not seen", .dueSoon),
      (counts[.today], "today", .dueToday),
      (counts[.waiting], "waiting", .dueUnevidenced),
      (counts[.asAgreed], "as agreed", .quiet),
    ]
    var pieces = words.filter { $0.0 > 0 }.map {
      Line("\($0.0)", $0.2, strong: true) + Line(" " + $0.1, .quiet)
    }
    while pieces.count > 1, Line.joined(pieces, by: .space(2)).width > columns {
      pieces.removeLast()
    }
    let line = Line.joined(pieces, by: .space(2))
    laidStrip = (counts, columns, line)
    return .line(line)
  }

  /// The filter with what it hides: nobody who cannot wait disappears without a count.
  private func filterLine(_ shown: [(child: ChildID, rank: Int)]) -> Line {
    let visible = Set(shown.map(\.child))
    let hidden = order.filter { !visible.contains($0.child) }
    var line =
      Line("filter ", .quiet) + Line("“\(filter)”", .match)
      + Line(" · \(shown.count) shown, \(hidden.count) hidden", .quiet)
    let names = [1: "missing", 2: "in danger", 3: "before a limit", 8: "still missing"]
    for rank in [1, 2, 3, 8] {
      let count = hidden.count { $0.rank == rank }
      if count > 0 {
        line += Line(" · \(count) \(names[rank] ?? "")", TodayLayout.look(rank).tone, strong: true)
      }
    }
    return line + Line(" · Esc shows all", .quiet)
  }

  // MARK: - Keys

  func press(_ key: Key) -> [Effect]? {
    let shown = shown
    let at = shown.firstIndex { $0.child == selected }
    func move(to index: Int) -> [Effect] {
      guard !shown.isEmpty else { return [] }
      selected = shown[max(0, min(shown.count - 1, index))].child
      hasMoved = true
      cardScroll.reset()
      return []
    }
    // The first move says where the cursor is; it does not skip the child who needs the most.
    let here = at ?? -1
    let isFolded = at.map { shown[$0].rank == 10 } ?? false
    let row = isFolded ? across : 1
    switch key {
    case .escape:
      guard !filter.isEmpty else { return nil }
      filter = ""
      return []
    case .up, .character("k"):
      let up = here - row
      // From the first row of names, up leads to the last row above them.
      if isFolded, up >= 0, shown[up].rank != 10 {
        return move(to: shown.lastIndex { $0.rank != 10 } ?? up)
      }
      return move(to: isFolded && up < 0 ? (shown.lastIndex { $0.rank != 10 } ?? 0) : up)
    case .down, .character("j"):
      return move(to: isFolded ? min(here + row, shown.count - 1) : here + 1)
    case .left, .character("h"): return move(to: here - 1)
    case .right, .character("l"): return move(to: here + 1)
    case .pageUp: return move(to: here - max(1, scroll.room / 3))
    case .pageDown, .character(" "): return move(to: here + max(1, scroll.room / 3))
    case .home, .character("g"): return move(to: 0)
    case .end, .character("G"): return move(to: shown.count - 1)
    default: return nil
    }
  }

  func objection(to command: CommandName) -> String? {
    switch command {
    case .open, "card": pointed == nil ? "no child is in this list" : nil
    default: nil
    }
  }

  func perform(_ command: CommandName) -> [Effect] {
    switch command {
    case .open:
      guard let pointed else { return [] }
      selected = pointed
      hasMoved = true
      return [.open(.child(pointed))]
    case .filter:
      return [
        .ask(
          Question(
            name: "filter",
            prompt: "Show only rows with these words",
            placeholder: "a name, hostel, solicitor, chased; Enter alone shows all",
            mayBeEmpty: true,
            text: filter
          )
        )
      ]
    case "sort":
      sort()
      return [.say(Message("Sorted as of now"))]
    case "card": showsCard.toggle()
    default: break
    }
    return []
  }

  func answered(_ question: Question, _ text: String) -> [Effect] {
    filter = text
    if let selected, !shown.contains(where: { $0.child == selected }) {
      self.selected = shown.first?.child
    }
    return []
  }
}
