import Casework

/// One child as the list of *Today* shows them.
struct TodayItem: Equatable {
  var child: ChildID
  /// Of the group that the row stands in until the list is sorted again.
  var rank: Int
  var name: String
  var ref: String
  /// The reasons in words, the group's own first.
  var reasons: [String]
  /// The next act, or that there is none; nil where the group says it.
  var next: String?
  /// Who owes it, where it is not the guardian.
  var nextOwed: String?
  /// When the guardian last saw the child alone, or saw the child.
  var last: String
}

extension TodayItem {
  /// Words for a row; names and free text as privacy mode wants them.
  init(_ row: TodayRow, rank: Int, context: Context, words: Words) {
    child = row.child
    self.rank = rank
    name = context.isPrivate ? row.ref : row.name
    // A child without a name yet is called by the ref, which is not said twice.
    ref = context.isPrivate || row.name == row.ref ? "" : row.ref
    reasons = row.reasons.map { reason in
      let text = context.shown(reason.text)
      guard let owed = TodayItem.owed(reason.owedBy), text.first(owed) == nil else { return text }
      // Among what waits, everything is owed by somebody: the word alone says whom.
      return text + (rank == 9 ? " · \(owed)" : " · owed: \(owed)")
    }
    if row.group == .asAgreed {
      next = row.nextContact.map { words.day($0.day(in: context.zone)) }
    } else if let act = row.next {
      let due = act.at.map { " " + words.due($0) } ?? ""
      next = context.shown(act.text) + due
      nextOwed = TodayItem.owed(act.owedBy)
      // What the reason says already is not said twice.
      if row.reasons.first?.text.first(act.text) != nil { next = nil }
    } else {
      next = [.promised, .today, .waiting].contains(row.group) ? nil : "none recorded"
    }
    if let alone = row.lastSeenAlone {
      last = "alone " + words.day(of: alone)
    } else if let seen = row.lastSeen {
      last = "seen " + words.day(of: seen)
    } else {
      last = "not met"
    }
  }

  /// `council`, `solicitor`; nil where it is the guardian's own.
  static func owed(_ owner: Owner?) -> String? {
    guard case .role(let role)? = owner else { return nil }
    return role.words.hasPrefix("the ") ? String(role.words.dropFirst(4)) : role.words
  }
}

/// How the groups of *Today* look.
struct TodayLayout {
  /// A group's heading, sign and meaning.
  struct Look {
    var heading: String
    var sign: Character
    var tone: Tone
  }

  static let looks: [Look] = [
    Look(heading: "MISSING", sign: Glyph.now, tone: .nowMissing),
    Look(heading: "DANGER SAID TODAY", sign: Glyph.now, tone: .nowDanger),
    Look(heading: "CANNOT BE UNDONE", sign: Glyph.now, tone: .nowLimit),
    Look(heading: "FIRST 48 HOURS", sign: Glyph.today, tone: .nowFirstHours),
    Look(heading: "YOU SAID YOU WOULD", sign: Glyph.today, tone: .promise),
    Look(heading: "NOT SEEN", sign: Glyph.today, tone: .dueSoon),
    Look(heading: "TODAY", sign: Glyph.today, tone: .dueToday),
    Look(heading: "STILL MISSING", sign: Glyph.now, tone: .nowMissing),
    Look(heading: "WAITING, OR NOT KNOWN", sign: Glyph.waiting, tone: .dueUnevidenced),
    Look(heading: "SEEN AS AGREED", sign: " ", tone: .quiet),
  ]

  /// What a group is called in a count.
  static let short = [
    "missing", "danger", "limit", "first 48 h", "promised", "not seen", "today", "still missing",
    "waiting", "as agreed",
  ]

  /// What is out of sight, so that no child is off the screen without a word.
  static func hidden(above: [Int], below: [Int]) -> Line {
    func said(_ ranks: [Int], _ where: String) -> Line? {
      guard !ranks.isEmpty else { return nil }
      let groups = Dictionary(grouping: ranks, by: { $0 }).sorted { $0.key < $1.key }
      let words = groups.map { "\($0.value.count) \(short[max(1, min($0.key, 10)) - 1])" }
      return Line("\(ranks.count) \(`where`)", .key)
        + Line(": " + words.joined(separator: ", "), .quiet)
    }
    return .joined([said(above, "above"), said(below, "below")].compactMap { $0 }, by: .space(3))
  }

  static func look(_ rank: Int) -> Look { looks[max(1, min(rank, looks.count)) - 1] }

  let rows: [TodayItem]
  let selected: ChildID?
  /// Columns between the margins.
  let columns: Int
  private let nameColumns: Int
  private let refColumns: Int

  init(rows: [TodayItem], selected: ChildID?, columns: Int) {
    self.rows = rows
    folded = rows.filter { $0.rank == 10 }
    self.selected = selected
    self.columns = columns
    nameColumns = min(columns >= 70 ? 12 : 8, rows.map { Columns.of($0.name) }.max() ?? 0)
    refColumns = min(8, rows.map { Columns.of($0.ref) }.max() ?? 0)
  }

  private var isNarrow: Bool { columns < 60 }

  /// Sign, name and ref take this much before the reason begins.
  private var lead: Int { isNarrow ? 2 : 2 + nameColumns + 1 + refColumns + 2 }

  /// Names of the folded group beside each other: how many.
  func across(_ density: Density) -> Int {
    density == .tight
      ? max(1, packed(folded).first?.count ?? 1)
      : max(1, (columns + 2) / (foldedColumns(density) + 2))
  }

  /// Who is in the last group.
  let folded: [TodayItem]

  private func foldedColumns(_ density: Density) -> Int {
    let widest = folded.map { foldedName($0, density).width }.max()
    return min(columns, max(widest ?? 0, 12))
  }

  /// How much room a row may take.
  enum Density {
    /// A blank row before each group but the first.
    case airy
    /// Groups directly under each other.
    case dense
    /// Reasons below rank 3 cut to one row; what waits for others without what comes next.
    case compact
    /// One row a child: a small screen shows every child rather than every word.
    case tight
  }

  /// The list: groups under headings, all but the last one.
  ///
  /// - Parameters:
  ///   - density: How much room a row may take.
  ///   - whole: On a tight list, so many rows at the top still say all of their reason.
  ///   - block: Lays out one child's row.
  /// - Returns: The blocks, from top to bottom.
  func blocks(
    _ density: Density,
    whole: Int = 0,
    row block: (TodayItem, Density) -> Block
  ) -> [Block] {
    let airy = density == .airy
    var blocks: [Block] = []
    var rank = 0
    for (number, row) in rows.enumerated() where row.rank < 10 {
      let density = number < whole ? .compact : density
      if row.rank != rank {
        rank = row.rank
        blocks.append(Block(heading(rank, first: blocks.isEmpty, airy: airy)).laid(columns))
      }
      blocks.append(block(row, density))
    }
    return blocks
  }

  /// The last group, folded to names under its heading.
  ///
  /// - Parameters:
  ///   - density: How much room it may take.
  ///   - isFirst: No other group stands above it.
  /// - Returns: The blocks, from top to bottom; none where nobody is in it.
  func foldedBlocks(_ density: Density, isFirst: Bool) -> [Block] {
    guard !folded.isEmpty else { return [] }
    if density == .tight { return run(of: folded) }
    var blocks = [Block(heading(10, first: isFirst, airy: density == .airy))]
    let foldedColumns = foldedColumns(density)
    let across = across(density)
    for start in stride(from: 0, to: folded.count, by: across) {
      let names = folded[start..<min(start + across, folded.count)]
      var line = Line()
      var id: String?
      var at: Int?
      for (index, row) in names.enumerated() {
        var name = foldedName(row, density).fitted(to: foldedColumns)
        if row.child == selected {
          id = row.child.rawValue
          at = index * (foldedColumns + 2)
          name = name.selected()
        }
        line += (index == 0 ? Line() : .space(2)) + name
      }
      blocks.append(Block([.line(line)], id: id, cursorColumn: at, holds: names.map(\.rank)))
    }
    return blocks
  }

  /// One child's row.
  func block(_ row: TodayItem, _ density: Density) -> Block {
    Block(parts(row, density), id: row.child.rawValue, holds: [row.rank])
  }

  /// True where rows stand in the same columns.
  func hasColumns(of other: TodayLayout) -> Bool {
    columns == other.columns && nameColumns == other.nameColumns && refColumns == other.refColumns
  }

  /// The folded group as a run of words behind its heading, on as few rows as they need.
  private func run(of folded: [TodayItem]) -> [Block] {
    packed(folded).enumerated().map { number, items in
      var line = number == 0 ? runHeading : .space(2)
      var id: String?
      var at: Int?
      for row in items {
        let isHere = row.child == selected
        if isHere {
          id = row.child.rawValue
          at = line.width
        }
        line += (isHere ? runName(row).selected() : runName(row)) + .space(2)
      }
      return Block(
        [.line(line.cut(to: columns))],
        id: id,
        cursorColumn: at,
        holds: items.map(\.rank)
      )
    }
  }

  private var runHeading: Line { Line(TodayLayout.look(10).heading, .quiet) + .space(2) }

  private func runName(_ row: TodayItem) -> Line {
    Line(row.name).cut(to: 12) + Line(row.next.map { " " + $0 } ?? "", .quiet)
  }

  /// Which names stand on which row of the run.
  private func packed(_ folded: [TodayItem]) -> [[TodayItem]] {
    var rows: [[TodayItem]] = []
    var used = runHeading.width
    for item in folded {
      let width = runName(item).width
      if rows.isEmpty || used + width > columns {
        if !rows.isEmpty { used = 2 }
        rows.append([])
      }
      rows[rows.count - 1].append(item)
      used += width + 2
    }
    return rows
  }

  private func heading(_ rank: Int, first: Bool, airy: Bool) -> [Part] {
    // Headings give the rhythm and stay quiet: what the eye is to meet is the child under them.
    let count = rows.count { $0.rank == rank }
    let words =
      Line(TodayLayout.look(rank).heading, .quiet)
      + (rank >= 8 || count > 3 ? Line("  \(count)", .quiet) : Line())
      + (rank == 10 ? Line(" · and when you next see them", .quiet) : Line())
    return (airy && !first ? [.blank] : []) + [.line(words)]
  }

  private func foldedName(_ row: TodayItem, _ density: Density) -> Line {
    let name = Line.space(2) + Line(row.name).fitted(to: nameColumns) + .space(1)
    let ref = Line(row.ref, .quiet).fitted(to: refColumns) + .space(2)
    return name + ref + Line(row.next ?? "", .quiet)
  }

  private func parts(_ row: TodayItem, _ density: Density) -> [Part] {
    let look = TodayLayout.look(row.rank)
    let name =
      Line(String(look.sign) + " ", look.tone, strong: true)
      + Line(row.name, row.rank <= 3 || row.rank == 8 ? look.tone : .text, strong: true)
      .fitted(to: nameColumns) + .space(1)
      + Line(row.ref, .quiet).fitted(to: refColumns)
    var last = Line(row.last, .quiet)
    if density == .tight {
      let words = reason(row.reasons.first ?? "", look)
      if isNarrow { return [.line((name + .space(1) + words).cut(to: columns))] }
      let more = row.reasons.count > 1 ? Line("+\(row.reasons.count - 1)", .key) : Line()
      let room = columns - lead - (more.isEmpty ? 0 : more.width + 2)
      return [.sides(name + .space(2) + words.cut(to: room), more)]
    }
    if isNarrow {
      var parts: [Part] = [.sides(name, last)]
      if let first = row.reasons.first { parts.append(.prose(reason(first, look), indent: 2)) }
      let second = second(row, room: 2 * columns)
      if !second.isEmpty { parts.append(.prose(second, indent: 2)) }
      return parts
    }
    let room = columns - lead
    let isCompact = density == .compact && row.rank > 3
    let first = reason(row.reasons.first ?? "", look)
    var lines = isCompact ? [first.cut(to: room)] : first.wrapped(to: room)
    // What waits for others says what comes next only where there is room to spare.
    let isBrief = density != .airy && row.rank >= 7 && row.rank != 8
    let withNext = !isBrief && !(isCompact && row.next == "none recorded")
    if withNext {
      // The right edge belongs to when the child was last seen.
      let second = second(row, room: max(room / 2, room - last.width - 2))
      if !second.isEmpty { lines.append(second) }
    } else if row.reasons.count > 1 {
      // That there is more is never left out.
      last = Line("+\(row.reasons.count - 1)", .key) + .space(2) + last
    }
    let place = lines.lastIndex { $0.width + 2 + last.width <= room }
    return lines.enumerated().map { index, line in
      let start = index == 0 ? name + .space(2) : .space(lead)
      return .sides(start + line, index == place ? last : Line())
    }
  }

  /// The first words in the group's colour where they cannot wait, the rest plain.
  private func reason(_ words: String, _ look: Look) -> Line {
    guard look.tone == .nowMissing || look.tone == .nowDanger || look.tone == .nowLimit else {
      return Line(words)
    }
    guard let end = words.first(" · ") else { return Line(words, look.tone) }
    return Line(String(words[..<end]), look.tone) + Line(String(words[end...]))
  }

  /// What comes next, how many more reasons there are, and as much of the second as has room.
  private func second(_ row: TodayItem, room: Int) -> Line {
    let more = row.reasons.count - 1
    let count = more > 0 ? Line("+\(more)", .key) : Line()
    var line = Line()
    if let next = row.next {
      let left = more > 0 ? room - count.width - 3 : room
      let act = Line("next: ", .quiet) + Line(next)
      let owed = row.nextOwed.map { Line(" · owed: \($0)") } ?? Line()
      // Who owes it is on the card; half of the word says nothing.
      line = (act + owed).width <= left ? act + owed : act.cut(to: left)
    }
    guard more > 0 else { return line }
    if !line.isEmpty { line += .space(3) }
    line += count
    let rest = room - line.width - 1
    let reason = Line(row.reasons[1], .quiet)
    // A stump of a word says less than the number alone; the card has all reasons.
    return rest >= min(reason.width, 16) ? line + .space(1) + reason.cut(to: rest) : line
  }
}

extension String {
  /// Where other words, byte for byte, begin in these: the library's search, by clusters, was a tenth
  /// of what the page took.
  fileprivate func first(_ words: String) -> String.Index? {
    let (here, sought) = (utf8, words.utf8)
    guard let initial = sought.first else { return startIndex }
    var from = here.startIndex
    while let at = here[from...].firstIndex(of: initial) {
      if here[at...].starts(with: sought) { return at }
      from = here.index(after: at)
    }
    return nil
  }
}
