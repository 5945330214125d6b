public import Casework

/// A child's life, one lane under the other, over the same stretch of days.
public struct Lanes: Sendable {
  /// Something that lasted.
  public struct Stretch: Sendable {
    /// The first day.
    public var from: Day
    /// The last day.
    public var to: Day
    /// What it is drawn with.
    public var sign: Character
    /// What it means.
    public var tone: Tone
    /// What it is called; written inside where it fits.
    public var words: String

    /// Makes a stretch.
    public init(from: Day, to: Day, sign: Character, tone: Tone, words: String) {
      self.from = from
      self.to = max(from, to)
      self.sign = sign
      self.tone = tone
      self.words = words
    }
  }

  /// Something that happened on a day.
  public struct Point: Sendable {
    /// The day.
    public var day: Day
    /// What it is drawn with.
    public var sign: Character
    /// What it means.
    public var tone: Tone
    /// What it is called; written after it where it fits.
    public var words: String

    /// Makes a point.
    public init(_ day: Day, _ sign: Character, _ tone: Tone, _ words: String = "") {
      self.day = day
      self.sign = sign
      self.tone = tone
      self.words = words
    }
  }

  /// One lane.
  public struct Lane: Sendable {
    /// What it is called, at the left.
    public var name: String
    /// What lasted.
    public var stretches: [Stretch]
    /// What happened.
    public var points: [Point]

    /// Makes a lane.
    public init(_ name: String, stretches: [Stretch] = [], points: [Point] = []) {
      self.name = name
      self.stretches = stretches
      self.points = points
    }
  }

  /// The first day drawn.
  public var from: Day
  /// The last day drawn.
  public var to: Day
  /// Today, where it is drawn.
  public var today: Day
  /// The day the cursor is on, where it is in the lanes.
  public var cursor: Day?
  /// From top to bottom.
  public var lanes: [Lane]

  /// Makes a picture.
  public init(from: Day, to: Day, today: Day, cursor: Day? = nil, lanes: [Lane]) {
    self.from = from
    self.to = max(to, from.adding(days: 1))
    self.today = today
    self.cursor = cursor
    self.lanes = lanes
  }

  static let label = 12

  /// The cell of a day, from 0; nil outside.
  func cell(_ day: Day, _ room: Int) -> Int? {
    guard day >= from, day <= to else { return nil }
    let span = to.days(since: from) + 1
    return min(room - 1, day.days(since: from) * room / span)
  }

  func rows(_ columns: Int) -> [Row] {
    let label = columns >= 60 ? Lanes.label : min(7, columns / 4)
    let room = columns - label
    guard room >= 8 else { return [] }
    var rows = [Row(Line.space(label) + ruler(room))]
    for lane in lanes {
      let name = Line(lane.name, .quiet).fitted(to: label - 1) + Line.space(1)
      let cells = draw(lane, room)
      var cursorColumn: Int?
      if let cursor, let at = cell(cursor, room) { cursorColumn = label + at }
      rows.append(Row(name + cells, cursor: rows.count == 1 ? cursorColumn : nil))
    }
    return rows
  }

  /// The months, each at the cell of its first day; years where months do not fit.
  private func ruler(_ room: Int) -> Line {
    var cells = Cells(room)
    let (year, month, _) = from.date
    var at = Day(year: year, month: month, day: 1) ?? from
    var next = 0
    let span = to.days(since: from) + 1
    let byYear = room * 30 / span < 4
    while at <= to {
      let (year, month, _) = at.date
      if let cell = cell(max(at, from), room), cell >= next, !byYear || month == 1 || next == 0 {
        let words = byYear ? String(year) : DateWords.months[month - 1]
        let named =
          !byYear && (month == 1 || next == 0) && room * 30 / span >= 9
          ? words + " " + String(year) : words
        if cell + named.count <= room {
          cells.write(named, at: cell, .quiet)
          next = cell + named.count + 1
        }
      }
      at = at.adding(months: 1)
    }
    if let now = cell(today, room), cells.isFree(now) { cells.write("│", at: now, .border) }
    return cells.line
  }

  private func draw(_ lane: Lane, _ room: Int) -> Line {
    var cells = Cells(room)
    for stretch in lane.stretches {
      guard stretch.to >= from, stretch.from <= to,
        let start = cell(max(stretch.from, from), room), let end = cell(min(stretch.to, to), room)
      else { continue }
      for at in start...end { cells.put(stretch.sign, at: at, stretch.tone) }
      // Where one stretch meets the next, a bar shows the change.
      if stretch.from > from, lane.stretches.contains(where: { $0.to == stretch.from }) {
        cells.put("│", at: start, .border)
      }
      let words = " " + stretch.words + " "
      let wide = Measure.width(words)
      if !stretch.words.isEmpty, end - start + 1 >= wide + 2 {
        cells.write(words, at: start + (end - start + 1 - wide) / 2, stretch.tone)
      } else if stretch.words.count > 1, end - start + 1 >= 3, stretch.sign != Glyph.cross {
        cells.write(
          Measure.prefix(stretch.words, columns: end - start - 1),
          at: start + 1,
          stretch.tone
        )
      }
    }
    for point in lane.points {
      guard let at = cell(point.day, room) else { continue }
      cells.put(point.sign, at: at, point.tone)
    }
    // Words go only where no sign stands, latest first: what is recent is worth most.
    for point in lane.points.sorted(by: { $0.day > $1.day }) where !point.words.isEmpty {
      guard let at = cell(point.day, room) else { continue }
      let words = " " + point.words
      let wide = Measure.width(words)
      if at + wide < room, (at + 1...at + wide).allSatisfy(cells.isFree),
        at + wide + 1 >= room || cells.isFree(at + wide + 1)
      {
        cells.write(words, at: at + 1, point.tone)
      }
    }
    if let cursor, let at = cell(cursor, room), cells.isFree(at) {
      cells.put("│", at: at, .selection)
    }
    return cells.line
  }
}

/// A row of cells that is written into by place.
struct Cells {
  /// nil: the second half of a wide character.
  private var signs: [Character?]
  private var tones: [Tone]

  init(_ room: Int) {
    signs = Array(repeating: " ", count: room)
    tones = Array(repeating: .text, count: room)
  }

  func isFree(_ at: Int) -> Bool { signs.indices.contains(at) && signs[at] == " " }

  mutating func put(_ sign: Character, at: Int, _ tone: Tone) {
    guard signs.indices.contains(at) else { return }
    signs[at] = sign
    tones[at] = tone
  }

  mutating func write(_ words: String, at: Int, _ tone: Tone) {
    var column = at
    for character in Measure.safe(words) {
      let wide = Measure.width(String(character))
      if wide == 0 {
        if column > at, signs.indices.contains(column - 1), let before = signs[column - 1] {
          signs[column - 1] = Character(String(before) + String(character))
        }
        continue
      }
      guard column >= 0, column + wide <= signs.count else { return }
      put(character, at: column, tone)
      for extra in 1..<max(2, wide) where wide > 1 { signs[column + extra] = nil }
      column += wide
    }
  }

  var line: Line {
    var spans: [Span] = []
    for (sign, tone) in zip(signs, tones) {
      guard let sign else { continue }
      if let last = spans.last, last.tone == tone {
        spans[spans.count - 1].text.append(sign)
      } else {
        spans.append(Span(String(sign), tone))
      }
    }
    return Line(spans: spans)
  }
}
