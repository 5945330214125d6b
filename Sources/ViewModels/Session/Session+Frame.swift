import Casework

extension Session {
  /// The least screen that can be worked on.
  static let least = Size(columns: 40, rows: 10)

  /// The screen as it is now.
  public func frame(size: Size) -> Frame {
    guard size.columns > 0, size.rows > 0 else { return Frame(size: size, rows: []) }
    guard ending == nil else { return Session.blank(size) }
    guard size.columns >= Session.least.columns, size.rows >= Session.least.rows else {
      return Session.tooSmall(size)
    }
    if let bare {
      return Frame(size: size, rows: bare.rows(size).map { $0.cut(to: size.columns).spans })
    }
    let banner = banner(size)
    let plan = Plan(
      size,
      overlay: overlay?.rows(size.columns - 2, context) ?? [],
      alarm: overlay?.alarm?.rows(size.columns - 2) ?? [],
      banner: banner.count,
      isTall: overlay?.isTall ?? false
    )
    context.bodyRows = Plan(size, overlay: [], banner: banner.count).body
    context.noted = overlay?.composer?.named
    let laid = laidPage(Size(columns: size.columns, rows: plan.body))
    let (page, body) = (laid.page, laid.body)

    var rows: [Line] = [header(page, size.columns)] + banner
    let rule = Line.run("─", size.columns, .border)
    if plan.isRuled { rows.append(rule) }
    var cursor =
      body.cursor.map { (column: $0.column, row: $0.row + rows.count) } ?? (column: 0, row: 0)
    var isTyping = page.isTyping
    rows += body.rows
    if overlay != nil {
      rows.append(rule)
      for row in plan.overlay {
        if let column = row.cursor {
          cursor = (min(column + 1, size.columns - 1), rows.count)
          isTyping = true
        }
        rows.append(.space(1) + row.line)
      }
    } else if plan.isRuled {
      rows.append(rule)
    }
    let keys =
      overlay.map { .space(1) + Overlay.footer($0.keys(context), size.columns - 2) }
      ?? footer(size.columns)
    if plan.hasStatus {
      rows.append(keys)
      rows.append(status(page, size.columns))
    } else if let message, overlay == nil {
      rows.append(.space(1) + Session.line(message))
    } else {
      rows.append(keys)
    }
    return Frame(
      size: size,
      rows: rows.prefix(size.rows).map { $0.fitted(to: size.columns).spans },
      cursor: (min(cursor.column, size.columns - 1), min(cursor.row, size.rows - 1)),
      isCursorVisible: isTyping
    )
  }

  /// The page, laid out; a key that only changes the bar above which it stands leaves it as it was.
  private func laidPage(_ size: Size) -> LaidPage {
    let now = context.now
    if let known = underBar, known.isStill(size, now, context.noted) { return known }
    let page = top.page(size: size, now: now)
    let laid = LaidPage(
      page: page,
      body: page.body.layout(columns: size.columns, room: size.rows),
      size: size,
      at: now,
      noted: context.noted,
      changesAt: top.nextChange(after: now)
    )
    underBar = overlay == nil ? nil : laid
    return laid
  }

  /// How the rows of a screen are shared out.
  struct Plan {
    /// A line under the header and one over the footer.
    let isRuled: Bool
    /// Footer and status line each have a row; on small screens they share one.
    let hasStatus: Bool
    /// What of the bar shows: its end, where the cursor and the answer are.
    let overlay: [Row]
    /// Rows left for the page.
    let body: Int

    init(
      _ size: Size,
      overlay rows: [Row],
      alarm: [Row] = [],
      banner: Int = 0,
      isTall: Bool = false
    ) {
      isRuled = size.rows >= 26
      hasStatus = size.rows >= 14
      let fixed = 1 + banner + (isRuled ? 2 : 0) + (hasStatus ? 2 : 1)
      guard !rows.isEmpty else {
        overlay = []
        body = size.rows - fixed
        return
      }
      // The list stays in sight: the bar takes at most half of the screen, less where it is small.
      let room = max(2, min(isTall ? size.rows : size.rows / 2, size.rows - fixed - 3))
      // What must not be missed is never scrolled away; the line keeps two rows at least.
      let alarm = alarm.prefix(max(1, room - 2))
      let most = max(alarm.isEmpty ? 2 : 1, room - alarm.count)
      let seat = rows.firstIndex { $0.cursor != nil } ?? 0
      let start = max(0, min(seat - (most - 1), rows.count - most))
      overlay = Array(alarm) + rows[(rows.count <= most ? 0 : max(0, start))...].prefix(most)
      body = size.rows - fixed - overlay.count - (isRuled ? 0 : 1)
    }
  }

  /// Why nothing can be kept although it should be, and what to do: on every page while it holds.
  private func banner(_ size: Size) -> [Line] {
    guard let state = context.access?.reader.state, let why = state.readOnly,
      let advice = state.advice
    else { return [] }
    let mark = Line(" ▲ READ-ONLY ", .error, strong: true)
    let first = (mark + Line("· " + why + " ", .error, strong: true)).fitted(to: size.columns)
    guard size.rows >= 14 else { return [first.selected()] }
    let words = Line(advice, .text, strong: true).wrapped(to: size.columns - 4).prefix(2)
    return [first.selected()] + words.map { (Line.space(3) + $0).fitted(to: size.columns) }
  }

  private func header(_ page: Page, _ columns: Int) -> Line {
    let name = Line(" Mainstay", .quiet) + .space(2)
    var aside = page.aside
    if aside.isEmpty, context.access != nil {
      let day = columns >= 70 ? DateWords.full(context.today) : DateWords.short(context.today)
      aside = Line(day + ", " + DateWords.time(context.now, context.zone), .quiet)
    }
    if context.isPrivate { aside = Line("private  ", .restricted) + aside }
    let left = columns >= 60 ? name + page.title : .space(1) + page.title
    return .sides(left, aside + .space(1), columns: columns)
  }

  private func status(_ page: Page, _ columns: Int) -> Line {
    var left = Line()
    if let access = context.access {
      var words = access.who == access.role ? [access.who] : [access.who, access.role]
      words.removeAll(where: \.isEmpty)
      if let why = context.readOnlyReason { words.append(why) }
      if let lockAt {
        let left = Int((lockAt.milliseconds - context.now.milliseconds + 999) / 1000)
        words.append(
          left <= 30
            ? "locks in \(max(0, left)) s" : "locks \(DateWords.time(lockAt, context.zone))"
        )
      }
      left = Line(words.joined(separator: " · "), .quiet)
    }
    let right = Line(page.position, .quiet)
    let said = message.map(Session.line) ?? page.hint
    guard !said.isEmpty else {
      return .sides(.space(1) + left, right + .space(1), columns: columns)
    }
    // A message is worth more than the name of who is reading it.
    let room = columns - 2 - (right.isEmpty ? 0 : right.width + 2)
    let middle =
      left.width + 3 + said.width <= room
      ? left + .space(3) + said
      : said.width <= room || room < 12 ? said : said.cut(to: room)
    return .sides(.space(1) + middle, right + .space(1), columns: columns)
  }

  static func line(_ message: Message) -> Line {
    let tone: Tone =
      switch message.kind {
      case .error: .error
      case .news: .nowDanger
      case .said: message.words.hasPrefix("Saved") ? .ok : .text
      }
    return Line(message.words, tone)
  }

  /// The live keys, as many as fit; those of least worth leave first.
  func footer(_ columns: Int) -> Line {
    var shown = liveCommands.filter { $0.footer > 0 && objection(to: $0) == nil }
      .sorted { $0.footer < $1.footer }
    func line() -> Line {
      Line.joined(
        shown.map { Line($0.keys.first?.words ?? "", .key) + Line(" " + $0.label, .quiet) },
        by: .space(columns >= 100 ? 3 : 2)
      )
    }
    // Help and go stay to the last: whoever knows them finds everything else.
    while shown.count > 2, line().width > columns - 2 {
      shown.remove(at: max(0, (shown.lastIndex { $0.footer < 19 }) ?? 0))
    }
    return .space(1) + line()
  }

  static func blank(_ size: Size) -> Frame {
    Frame(size: size, rows: Array(repeating: [], count: size.rows))
  }

  static func tooSmall(_ size: Size) -> Frame {
    let words = "\(least.columns)x\(least.rows) needed; this is \(size.columns)x\(size.rows)"
    var rows: [[Span]] = Array(repeating: [], count: size.rows)
    rows[0] = Line(words).cut(to: size.columns).spans
    return Frame(size: size, rows: rows)
  }
}

/// A page with the rows that it came to, and for how long it looks so without a key.
struct LaidPage {
  let page: Page
  let body: (rows: [Line], cursor: (column: Int, row: Int)?)
  let size: Size
  let at: Moment
  let noted: ChildID?
  let changesAt: Moment?

  /// True while it would be laid out the same again: pages count in minutes unless they say otherwise.
  func isStill(_ size: Size, _ now: Moment, _ noted: ChildID?) -> Bool {
    size == self.size && noted == self.noted && now >= at
      && now.milliseconds / 60_000 == at.milliseconds / 60_000
      && changesAt.map { now < $0 } ?? true
  }
}
