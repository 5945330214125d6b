extension Line {
  /// Broken at spaces into rows of a width; a word longer than a row is broken inside.
  ///
  /// What stands together without a space stays together, whatever its looks.
  ///
  /// - Parameters:
  ///   - columns: The width; 1 is the least.
  ///   - hanging: How far the rows after the first are indented.
  /// - Returns: At least one row.
  public func wrapped(to columns: Int, hanging: Int = 0) -> [Line] {
    let columns = max(1, columns)
    let hanging = hanging < columns ? max(0, hanging) : 0
    if width <= columns && !spans.contains(where: { $0.text.contains("\n") }) { return [self] }
    var filler = RowFiller(columns: columns, hanging: hanging)
    for span in spans {
      for token in Wrapping.tokens(span.text) {
        switch token {
        case .newline:
          filler.endWord()
          filler.breakRow()
        case .space(let text):
          filler.endWord()
          filler.gap.append(Span(text, span.tone, strong: span.isStrong))
        case .word(let text):
          filler.word.append(Span(text, span.tone, strong: span.isStrong))
        }
      }
    }
    filler.endWord()
    return filler.finished
  }
}

/// Fills rows with words from left to right.
private struct RowFiller {
  let columns: Int
  let hanging: Int
  /// The word that is being read; several looks may meet in it.
  var word: [Span] = []
  /// Spaces that show only when a word follows on the same row.
  var gap: [Span] = []
  private var rows: [Line] = []
  private var row: [Span] = []
  private var used = 0
  private var indent = 0

  init(columns: Int, hanging: Int) {
    self.columns = columns
    self.hanging = hanging
  }

  var finished: [Line] {
    var rows = rows
    if used > indent || rows.isEmpty { rows.append(Line(spans: row)) }
    return rows
  }

  mutating func breakRow() {
    rows.append(Line(spans: row))
    row = hanging > 0 ? [Span(String(repeating: " ", count: hanging), .text)] : []
    indent = hanging
    used = hanging
    gap = []
  }

  mutating func endWord() {
    guard !word.isEmpty else { return }
    let wide = word.reduce(0) { $0 + Measure.width($1.text) }
    let apart = gap.reduce(0) { $0 + Measure.width($1.text) }
    if used > indent, used + apart + wide > columns {
      breakRow()
    } else if used + apart <= columns {
      for piece in gap { put(piece.text, like: piece) }
      used += apart
    }
    gap = []
    for span in word { place(span) }
    word = []
  }

  /// Puts a piece of a word; what is longer than a row goes on in the next.
  private mutating func place(_ span: Span) {
    var rest = span.text
    while used + Measure.width(rest) > columns {
      let head = Measure.prefix(rest, columns: columns - used)
      if head.isEmpty, used > indent {
        breakRow()
        continue
      }
      if head.isEmpty {
        // A cluster wider than the whole row: a sign says that something is there.
        put(String(Glyph.more), like: span)
        rest.removeFirst()
      } else {
        put(head, like: span)
        rest.removeFirst(head.count)
      }
      used = columns
      if rest.isEmpty { return }
      breakRow()
    }
    put(rest, like: span)
    used += Measure.width(rest)
  }

  private mutating func put(_ text: String, like span: Span) {
    guard !text.isEmpty else { return }
    if let last = row.last, last.tone == span.tone, last.isStrong == span.isStrong {
      row[row.count - 1].text += text
    } else {
      row.append(Span(text, span.tone, strong: span.isStrong))
    }
  }
}

private enum Wrapping {
  enum Token {
    case word(String)
    case space(String)
    case newline
  }

  static func tokens(_ text: String) -> [Token] {
    var out: [Token] = []
    var word = ""
    var space = ""
    for character in text {
      if character == "\n" {
        if !word.isEmpty { out.append(.word(word)) }
        word = ""
        space = ""
        out.append(.newline)
      } else if character == " " {
        if !word.isEmpty { out.append(.word(word)) }
        word = ""
        space.append(character)
      } else {
        if !space.isEmpty { out.append(.space(space)) }
        space = ""
        word.append(character)
      }
    }
    if !word.isEmpty { out.append(.word(word)) }
    if !space.isEmpty { out.append(.space(space)) }
    return out
  }
}
