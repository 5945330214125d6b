/// One laid-out row, and where the cursor sits when it is in it.
struct Row: Sendable {
  var line: Line
  var cursor: Int?

  init(_ line: Line, cursor: Int? = nil) {
    self.line = line
    self.cursor = cursor
  }
}

extension Part {
  /// The part laid out in rows of at most `columns`.
  func rows(_ columns: Int) -> [Row] {
    guard columns > 0 else { return [] }
    switch self {
    case .blank:
      return [Row(Line())]
    case .rule:
      return [Row(.run("─", columns, .border))]
    case .heading(let words, let right):
      return [Row(.sides(words, right, columns: columns))]
    case .line(let line):
      return [Row(line.cut(to: columns))]
    case .sides(let left, let right):
      return [Row(.sides(left, right, columns: columns))]
    case .prose(let line, let indent, let hanging):
      let indent = indent < columns ? indent : 0
      return line.wrapped(to: columns - indent, hanging: hanging)
        .map { Row(Line.space(indent) + $0) }
    case .fields(let fields):
      return Field.rows(fields, columns)
    case .table(let table):
      return table.rows(columns)
    case .names(let names):
      return Part.inColumns(names, columns).map { Row($0) }
    case .lanes(let lanes):
      return lanes.rows(columns)
    case .notice(let word, let line, let tone):
      let text = (word.isEmpty ? Line() : Line(word + " ", tone, strong: true)) + line
      return text.wrapped(to: columns, hanging: 2).map { Row($0) }
    case .input(let input):
      return input.rows(columns)
    }
  }

  /// Names beside each other, every column as wide as its widest name needs.
  static func inColumns(_ names: [Line], _ columns: Int) -> [Line] {
    guard let widest = names.map(\.width).max() else { return [] }
    let cell = min(columns, widest + 3)
    let across = max(1, (columns + 3) / max(1, cell))
    var rows: [Line] = []
    for start in stride(from: 0, to: names.count, by: across) {
      var row = Line()
      for name in names[start..<min(start + across, names.count)] {
        row += name.fitted(to: min(cell, max(0, columns - row.width)))
      }
      rows.append(row.cut(to: columns))
    }
    return rows
  }
}

extension Field {
  static func rows(_ fields: [Field], _ columns: Int) -> [Row] {
    let widest = fields.map { Measure.width($0.label) }.max() ?? 0
    // A label column wider than a third leaves nothing for what it labels: then one under the other.
    guard widest + 2 <= max(12, columns / 3), columns > widest + 8 else {
      let indent = columns > 20 ? 1 : 0
      return fields.flatMap { field in
        (field.label.isEmpty ? [] : [Row(Line(field.label, .quiet).cut(to: columns))])
          + field.value.wrapped(to: columns - indent).map { Row(Line.space(indent) + $0) }
      }
    }
    let indent = widest + 2
    return fields.flatMap { field in
      field.value.wrapped(to: columns - indent).enumerated().map { index, line in
        let label = index == 0 ? Line(field.label, .quiet) : Line()
        return Row(label.fitted(to: indent) + line)
      }
    }
  }
}

extension Input {
  /// Wrapped by column, not at spaces, so that the cursor never jumps while a word grows.
  func rows(_ columns: Int) -> [Row] {
    let lead = prompt.width < columns ? prompt.width : 0
    let room = max(1, columns - lead)
    guard lines.contains(where: { !$0.isEmpty }) || lines.count > 1 else {
      let row = prompt + Line(placeholder, .quiet)
      return [Row(row.cut(to: columns), cursor: isFocused ? min(lead, columns - 1) : nil)]
    }
    var rows: [Row] = []
    for (index, line) in lines.enumerated() {
      let isSeat = isFocused && index == cursorLine
      for (row, seat) in wrapped(line, room, seat: isSeat ? cursor : nil) {
        let start = rows.isEmpty && lead > 0 ? prompt : Line.space(lead)
        rows.append(Row(start + row, cursor: seat.map { min(lead + $0, columns - 1) }))
      }
    }
    return rows
  }

  /// One line in rows of at most `room` columns, and where in one of them the cursor sits.
  private func wrapped(_ text: Line, _ room: Int, seat cursor: Int?) -> [(Line, seat: Int?)] {
    var rows: [Line] = []
    var row = Line()
    var used = 0
    var passed = 0
    var seat: (row: Int, column: Int)?
    for span in text.spans {
      var piece = ""
      for character in span.text {
        let wide = max(0, Measure.width(String(character)))
        if used + wide > room, used > 0 {
          row += Line(spans: [Span(piece, span.tone, strong: span.isStrong)])
          rows.append(row)
          (row, used, piece) = (Line(), 0, "")
        }
        if let cursor, passed >= cursor, seat == nil { seat = (rows.count, used) }
        // A cluster wider than the room there is: a sign stands for it.
        piece += wide > room ? String(Glyph.more) : String(character)
        used += min(wide, room)
        passed += wide
      }
      row += Line(spans: [Span(piece, span.tone, strong: span.isStrong)])
    }
    rows.append(row)
    guard cursor != nil else { return rows.map { ($0, nil) } }
    if seat == nil, used >= room {
      rows.append(Line())
      seat = (rows.count - 1, 0)
    }
    let place = seat ?? (rows.count - 1, used)
    return rows.enumerated().map { ($1, $0 == place.row ? place.column : nil) }
  }
}
