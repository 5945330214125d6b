/// How far a pane is scrolled; the screen keeps it, so that rows stay where they are between frames.
public final class Scroll {
  /// The first row that shows.
  var top = 0
  /// Rows that did not fit at the last layout.
  private(set) var above = 0
  private(set) var below = 0
  /// Rows that showed at the last layout.
  private(set) var room = 1

  /// Starts at the top.
  public init() {}

  /// Moves so that the selected rows show, with as little movement as possible.
  func settle(rows: Int, room: Int, selected: Range<Int>?) {
    self.room = max(1, room)
    if let selected {
      // One row of what comes next stays in sight where there is room for it.
      let margin = room > 6 ? 1 : 0
      if selected.upperBound + margin > top + room { top = selected.upperBound + margin - room }
      if selected.lowerBound - margin < top { top = selected.lowerBound - margin }
    }
    top = max(0, min(top, rows - room))
    above = min(top, rows)
    below = max(0, rows - top - room)
  }

  /// Forgets where it was.
  public func reset() { top = 0 }
}

/// Parts that belong together, and whether the cursor can be on them.
public struct Block: Sendable {
  /// What the cursor is on when it is here; nil where the cursor never goes.
  public var id: String?
  /// What is shown.
  public var parts: [Part]
  /// Where the cursor sits when only a stretch of the row is selected, which the parts then show by
  /// themselves; nil: the whole block is selected.
  public var cursorColumn: Int?
  /// What it holds, for counting what is out of sight; the screen gives the numbers their meaning.
  public var holds: [Int]
  /// Its rows where they were worked out before, and for how many columns.
  private var laid: (columns: Int, rows: [Row])?

  /// Makes a block.
  public init(
    _ parts: [Part],
    id: String? = nil,
    cursorColumn: Int? = nil,
    holds: [Int] = []
  ) {
    self.parts = parts
    self.id = id
    self.cursorColumn = cursorColumn
    self.holds = holds
  }

  /// Its parts in rows of at most `columns`.
  func rows(_ columns: Int) -> [Row] {
    if let laid, laid.columns == columns { return laid.rows }
    return parts.flatMap { $0.rows(columns) }
  }

  /// The same with its rows worked out once, for a screen that shows it again and again.
  func laid(_ columns: Int) -> Block {
    var block = self
    block.laid = (columns, rows(columns))
    return block
  }
}

/// A stretch of the screen that scrolls by itself: parts under each other, with or without a cursor.
public struct Pane {
  /// From top to bottom.
  public var blocks: [Block]
  /// The block the cursor is on.
  public var selected: String?
  /// How far it is scrolled.
  public var scroll: Scroll
  /// Columns left empty at both sides.
  public var margin: Int
  /// The hardware cursor sits here.
  public var isFocused: Bool
  /// The cursor stays in the field, whatever is selected below it.
  public var isTyping = false
  /// Says what is out of sight, above and below, in the last row; nil: nothing is said.
  public var saysHidden: ((_ above: [Int], _ below: [Int]) -> Line)?

  /// Makes a pane.
  public init(
    _ blocks: [Block],
    selected: String? = nil,
    scroll: Scroll = Scroll(),
    margin: Int = 1,
    focused: Bool = true
  ) {
    self.blocks = blocks
    self.selected = selected
    self.scroll = scroll
    self.margin = margin
    isFocused = focused
  }

  /// Makes a pane of parts that the cursor does not visit.
  public init(parts: [Part], scroll: Scroll = Scroll(), margin: Int = 1, focused: Bool = false) {
    self.init([Block(parts)], scroll: scroll, margin: margin, focused: focused)
  }

  /// Exactly `room` rows of exactly `columns`, and where the cursor sits.
  func layout(columns: Int, room: Int) -> (rows: [Line], cursor: (column: Int, row: Int)?) {
    guard columns > 0, room > 0 else { return ([], nil) }
    let margin = columns >= 20 ? margin : 0
    let inner = columns - 2 * margin
    var rows: [Row] = []
    var marked: Range<Int>?
    var within: Int?
    var held: [(rows: Range<Int>, holds: [Int])] = []
    var headings: Set<Int> = []
    for block in blocks {
      let start = rows.count
      rows += block.rows(inner)
      if block.holds.isEmpty {
        headings.formUnion(start..<rows.count)
      } else {
        held.append((start..<rows.count, block.holds))
      }
      if let id = block.id, id == selected {
        marked = start..<max(start + 1, rows.count)
        within = block.cursorColumn
      }
    }
    // A field that is typed into pulls the pane to its cursor where nothing is selected.
    let typed = rows.firstIndex { $0.cursor != nil }
    let isCut = saysHidden != nil && rows.count > room && room > 2
    let room = isCut ? room - 1 : room
    scroll.settle(rows: rows.count, room: room, selected: marked ?? typed.map { $0..<$0 + 1 })
    var out: [Line] = []
    var cursor: (column: Int, row: Int)?
    for index in scroll.top..<scroll.top + room {
      guard index < rows.count else {
        out.append(.space(columns))
        continue
      }
      var line = Line.space(margin) + rows[index].line.fitted(to: inner) + .space(margin)
      if let marked, marked.contains(index) {
        if within == nil { line = line.selected() }
        if index == marked.lowerBound, cursor == nil, !isTyping {
          cursor = (within.map { min(margin + $0, columns - 1) } ?? 0, out.count)
        }
      }
      let isTyped = rows[index].cursor != nil && (isTyping || marked == nil)
      if let column = rows[index].cursor, isTyped || marked?.contains(index) == true {
        cursor = (min(margin + column, columns - 1), out.count)
      }
      out.append(line)
    }
    if isCut, let saysHidden {
      // A heading says nothing when all that it is the heading of is out of sight.
      for seat in out.indices.reversed() {
        guard headings.contains(scroll.top + seat) else { break }
        out[seat] = .space(columns)
      }
      let seen = scroll.top..<scroll.top + room
      let above = held.filter { $0.rows.lowerBound < seen.lowerBound }.flatMap(\.holds)
      // Whose first row shows is in sight, though not every word is.
      let below = held.filter { $0.rows.lowerBound >= seen.upperBound }.flatMap(\.holds)
      out.append(
        .space(margin) + saysHidden(above, below).fitted(to: inner) + .space(margin)
      )
    }
    return (out, cursor)
  }
}

extension Pane {
  /// The same pane with its selected block marked, or only the hardware cursor on it.
  func marking(_ marks: Bool) -> Pane {
    guard !marks else { return self }
    var pane = self
    for index in pane.blocks.indices where pane.blocks[index].id == selected {
      pane.blocks[index].cursorColumn = pane.blocks[index].cursorColumn ?? 0
    }
    return pane
  }
}

/// How panes share the screen.
public indirect enum Body {
  /// One pane.
  case pane(Pane)
  /// Two beside each other, a line between them; the right one takes so many columns.
  case beside(Body, Body, rightColumns: Int)
  /// Two under each other, a line between them; the lower one takes at most so many rows.
  case over(Body, Body, lowerRows: Int)
  /// Rows that stay where they are, and what scrolls below them.
  case under([Part], Body)

  func layout(columns: Int, room: Int) -> (rows: [Line], cursor: (column: Int, row: Int)?) {
    switch self {
    case .pane(let pane):
      return pane.layout(columns: columns, room: room)
    case .beside(let left, let right, let wanted):
      let wide = min(wanted, columns / 2)
      guard columns - wide - 1 >= 20, wide >= 12 else {
        return left.layout(columns: columns, room: room)
      }
      let a = left.layout(columns: columns - wide - 1, room: room)
      let b = right.layout(columns: wide, room: room)
      let bar = Line("│", .border)
      let rows = zip(a.rows, b.rows).map { $0 + bar + $1 }
      let other = b.cursor.map { (column: $0.column + columns - wide, row: $0.row) }
      return (rows, right.isFocused ? other ?? a.cursor : a.cursor ?? other)
    case .over(let upper, let lower, let wanted):
      let low = min(wanted, room - 4)
      guard low >= 2 else { return upper.layout(columns: columns, room: room) }
      let a = upper.layout(columns: columns, room: room - low - 1)
      let b = lower.layout(columns: columns, room: low)
      let other = b.cursor.map { (column: $0.column, row: $0.row + room - low) }
      return (
        a.rows + [.run("─", columns, .border)] + b.rows,
        lower.isFocused ? other ?? a.cursor : a.cursor ?? other
      )
    case .under(let parts, let body):
      let margin = columns >= 20 ? 1 : 0
      let head = parts.flatMap { $0.rows(columns - 2 * margin) }
      guard head.count + 3 <= room else { return body.layout(columns: columns, room: room) }
      let rest = body.layout(columns: columns, room: room - head.count)
      return (
        head.map { Line.space(margin) + $0.line.fitted(to: columns - 2 * margin) + .space(margin) }
          + rest.rows,
        rest.cursor.map { (column: $0.column, row: $0.row + head.count) }
      )
    }
  }

  var isFocused: Bool {
    switch self {
    case .pane(let pane): pane.isFocused
    case .beside(let a, let b, _), .over(let a, let b, _): a.isFocused || b.isFocused
    case .under(_, let body): body.isFocused
    }
  }

  /// Every pane, in reading order; rows that stay where they are make one of their own.
  var panes: [Pane] {
    switch self {
    case .pane(let pane): [pane]
    case .beside(let a, let b, _), .over(let a, let b, _): a.panes + b.panes
    case .under(let parts, let body): [Pane(parts: parts)] + body.panes
    }
  }
}
