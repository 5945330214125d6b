/// A kind of thing on a page.
///
/// Each case has one drawing file (`Part+Rows.swift` for the small ones) and one way of being read
/// out (`PlainText.swift`); those are the two switches at which the compiler stops.
public indirect enum Part: Sendable {
  /// An empty row.
  case blank
  /// A line across.
  case rule
  /// The words over a group.
  case heading(Line, right: Line = Line())
  /// One row, cut at the edge.
  case line(Line)
  /// One row with something at its right edge, which goes first where both do not fit.
  case sides(Line, Line)
  /// Text wrapped at spaces; rows after the first are indented further.
  case prose(Line, indent: Int = 0, hanging: Int = 0)
  /// Labels in one column, values wrapped in the other.
  case fields([Field])
  /// Rows whose cells stand under each other.
  case table(Table)
  /// Short things in as many columns as fit.
  case names([Line])
  /// A child's life, one lane under the other.
  case lanes(Lanes)
  /// Something to be told, with a word that says what it is.
  case notice(word: String, Line, Tone)
  /// A field being typed into.
  case input(Input)
}

/// A label and its value.
public struct Field: Sendable {
  /// What it is, short; empty goes on under the label before.
  public var label: String
  /// What it says.
  public var value: Line

  /// Makes a field.
  public init(_ label: String, _ value: Line) {
    self.label = label
    self.value = value
  }

  /// Makes a field of plain text.
  public init(_ label: String, _ value: String, _ tone: Tone = .text) {
    self.init(label, Line(value, tone))
  }
}

/// A field being typed into.
public struct Input: Sendable {
  /// What stands before it.
  public var prompt: Line
  /// What was typed so far, with its looks, line by line.
  public var lines: [Line]
  /// The line that the cursor is in.
  public var cursorLine: Int
  /// Columns of that line before the cursor.
  public var cursor: Int
  /// What stands there while nothing was typed.
  public var placeholder: String
  /// Has the cursor.
  public var isFocused: Bool

  /// Makes a field.
  public init(
    prompt: Line,
    text: Line,
    cursor: Int,
    placeholder: String = "",
    isFocused: Bool = true
  ) {
    self.init(
      prompt: prompt,
      lines: [text],
      cursor: (0, cursor),
      placeholder: placeholder,
      isFocused: isFocused
    )
  }

  /// Makes a field of several lines.
  public init(
    prompt: Line,
    lines: [Line],
    cursor: (line: Int, column: Int),
    placeholder: String = "",
    isFocused: Bool = true
  ) {
    self.prompt = prompt
    self.lines = lines
    cursorLine = cursor.line
    self.cursor = cursor.column
    self.placeholder = placeholder
    self.isFocused = isFocused
  }
}
