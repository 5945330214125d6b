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
    let changed = (0..<Curses.rows).filter { row in
      guard let last, last.size == frame.size, row < last.rows.count else { return true }
      return last.rows[row] != (row < frame.rows.count ? frame.rows[row] : [])
    }
    for row in changed {
      paint(row < frame.rows.count ? frame.rows[row] : [], row: row, columns: columns)
    }
    // Where rows have moved, curses scrolls a region of the terminal, which not every emulator can
    // (pyte has no SU) and which no option of curses forbids. Rows whose old content counts as lost
    // are written instead.
    if let last, changed.contains(where: { Self.hasMoved(frame, $0, since: last) }) {
      for row in changed { Curses.forget(row: row) }
    }
    last = frame
    Curses.show(
      cursorColumn: max(0, min(frame.cursor.column, Curses.columns - 1)),
      cursorRow: max(0, min(frame.cursor.row, Curses.rows - 1)),
      isVisible: frame.isCursorVisible
    )
  }

  /// True where a row that is not blank stood on another row before.
  private static func hasMoved(_ frame: Frame, _ row: Int, since last: Frame) -> Bool {
    guard row < frame.rows.count else { return false }
    let spans = frame.rows[row]
    guard spans.contains(where: { $0.text.utf8.contains { $0 != 0x20 } }) else { return false }
    return last.rows.indices.contains { $0 != row && last.rows[$0] == spans }
  }

  private func paint(_ spans: [Span], row: Int, columns: Int) {
    var column = 0
    var last: Curses.Pen?
    for span in spans {
      let (text, width) = glyphs.safe(span.text, columns: columns - column)
      guard width > 0 else { continue }
      var pen = palette.pen(span.tone, selected: span.isSelected, strong: span.isStrong)
      // Spaces look alike in every ink: going on in the last one saves the bytes of two changes.
      if let last, palette.blanksLookAlike(last, pen), text.utf8.allSatisfy({ $0 == 0x20 }) {
        pen = last
      }
      last = pen
      Curses.put(text, row: row, column: column, pen)
      column += width
    }
    Curses.eraseRest(row: row, column: column)
  }
}
