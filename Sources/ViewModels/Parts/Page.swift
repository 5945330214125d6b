// Layout lives here, in the view models, and not in the terminal.
//
//   screen ──page(size, now)──> Page ──┬── Frame ──> TerminalUI paints its cells, nothing else
//                                      └── PlainText ──> lines for --plain, screen readers, tests
//
// A golden page in a test therefore *is* the page on the terminal: every decision about what is cut,
// wrapped, folded or scrolled away was made by code that the test ran. What TerminalUI adds is
// colour for tones and a twin for signs that a terminal cannot draw, cell for cell.

/// What a screen shows: its place, its body, and words about where the cursor is.
public struct Page {
  /// What stands at the top, after the program's name.
  public var title: Line
  /// What stands at the top right.
  public var aside: Line
  /// The panes.
  public var body: Body
  /// Where the cursor is, such as `3 of 14`; at the right of the status line.
  public var position: String
  /// What the screen says about itself when no message stands in the status line.
  public var hint: Line
  /// True where a field has the cursor, so that it shows.
  public var isTyping: Bool

  /// Makes a page.
  public init(
    title: Line,
    aside: Line = Line(),
    body: Body,
    position: String = "",
    hint: Line = Line(),
    typing: Bool = false
  ) {
    self.title = title
    self.aside = aside
    self.body = body
    self.position = position
    self.hint = hint
    isTyping = typing
  }
}
