/// A size or a place on the screen, in columns and rows.
public struct Size: Sendable, Hashable {
  /// Columns.
  public var columns: Int
  /// Rows.
  public var rows: Int

  /// Makes a size.
  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A run of text of one look.
public struct Span: Sendable, Hashable {
  /// Safe to show: it went through ``DisplayText``.
  public var text: String
  /// What it means.
  public var tone: Tone
  /// Lies on the selected row: drawn with the selection's background.
  public var isSelected: Bool
  /// Stands out within its tone.
  public var isStrong: Bool

  /// Makes a span.
  public init(_ text: String, _ tone: Tone = .text, selected: Bool = false, strong: Bool = false) {
    self.text = text
    self.tone = tone
    isSelected = selected
    isStrong = strong
  }
}

/// One whole screen, laid out: what the terminal paints and what plain text prints.
///
/// Layout happens here and nowhere else, so a golden page in a test is the page on the terminal.
public struct Frame: Sendable, Hashable {
  /// Its size; every row is at most `size.columns` wide.
  public var size: Size
  /// `size.rows` rows of spans, each starting at column 0.
  public var rows: [[Span]]
  /// Where the hardware cursor sits: on the focused row or in the field, in every frame.
  public var cursor: (column: Int, row: Int)
  /// False while the cursor only marks a row (it is moved there, but need not be seen).
  public var isCursorVisible: Bool

  /// Makes a frame.
  public init(
    size: Size,
    rows: [[Span]],
    cursor: (column: Int, row: Int) = (0, 0),
    isCursorVisible: Bool = false
  ) {
    self.size = size
    self.rows = rows
    self.cursor = cursor
    self.isCursorVisible = isCursorVisible
  }

  /// Equal when every cell, and the cursor, is.
  public static func == (a: Frame, b: Frame) -> Bool {
    a.size == b.size && a.rows == b.rows && a.cursor == b.cursor
      && a.isCursorVisible == b.isCursorVisible
  }

  /// Hashes the rows.
  public func hash(into hasher: inout Hasher) { hasher.combine(rows) }
}
