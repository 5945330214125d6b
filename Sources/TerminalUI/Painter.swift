import ViewModels

/// Paints frames: only the rows that changed since the last one.
///
/// curses compares what is left with what the terminal shows and sends the difference; nothing is ever cleared
/// first, which would send nine times as much for a moved cursor.
final class Painter {
  private let palette: Palette
  private let glyphs: GlyphSet
  private var last: Frame?

  init(palette: Palette, glyphs: GlyphSet) {
    self.palette = palette
    self.glyphs = glyphs
    Curses.ground(palette.ground)
  }

  /// The terminal no longer shows what was painted: the next frame is sent whole.
  func forget() {
    last = nil
    Curses.sendEverything()
  }

  func paint(_ frame: Frame) {
    let columns = min(frame.size.columns, Curses.columns)
    let before = last?.size == frame.size ? last?.rows : nil
    let changed = frame.rows.changed(since: before, rows: Curses.rows)
    for row in changed {
      let spans = frame.rows.spans(at: row)
      paint(spans, from: spans.same(as: before?.spans(at: row) ?? []), row: row, columns: columns)
    }
    // Where rows have moved, curses scrolls a region of the terminal, which not every emulator can
    // (pyte has no SU) and which no option of curses forbids. Rows whose old content counts as lost
    // are written instead. A rule that went down with the bar moves nothing: there are two of them.
    if let last, frame.rows.haveMoved(since: last.rows, among: changed) {
      for row in changed { Curses.forget(row: row) }
    }
    last = frame
    Curses.show(
      cursorColumn: max(0, min(frame.cursor.column, Curses.columns - 1)),
      cursorRow: max(0, min(frame.cursor.row, Curses.rows - 1)),
      isVisible: frame.isCursorVisible
    )
  }

  /// Paints a row from one of its spans on; those before it are there already.
  private func paint(_ spans: [Span], from first: Int, row: Int, columns: Int) {
    var column = 0
    var last: Curses.Pen?
    for (number, span) in spans.enumerated() {
      let (text, width) = glyphs.safe(span.text, columns: columns - column)
      guard width > 0 else { continue }
      var pen = palette.pen(span.tone, selected: span.isSelected, strong: span.isStrong)
      // Spaces look alike in every ink: going on in the last one saves the bytes of two changes.
      if let last, last.blanksLookLike(pen), text.isBlank {
        pen = last
      }
      last = pen
      if number >= first { Curses.put(text, row: row, column: column, pen) }
      column += width
    }
    Curses.eraseRest(row: row, column: column)
  }
}
