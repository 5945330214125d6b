/// How the terminal is to be used; what is not said is found out.
public nonisolated struct TerminalOptions: Sendable {
  /// How many colours.
  public enum Colour: String, Sendable, CaseIterable {
    /// What the terminal has, or none where `NO_COLOR` is set.
    case auto
    /// Weight, underline and reverse only.
    case none
    /// The sixteen that are the user's own.
    case sixteen = "16"
    /// The 240 that look the same everywhere.
    case full = "256"
  }

  /// Which signs.
  public enum Glyphs: String, Sendable, CaseIterable {
    /// Unicode in a UTF-8 locale, else ASCII.
    case auto
    /// Line drawing and every script.
    case unicode
    /// ASCII twins.
    case ascii
  }

  /// The look of every tone.
  public var theme: Theme
  /// How many colours.
  public var colour: Colour
  /// Which signs.
  public var glyphs: Glyphs
  /// The process's environment: `NO_COLOR`, `TERM`.
  public var environment: [String: String]

  /// Makes options.
  public init(
    theme: Theme,
    colour: Colour = .auto,
    glyphs: Glyphs = .auto,
    environment: [String: String]
  ) {
    self.theme = theme
    self.colour = colour
    self.glyphs = glyphs
    self.environment = environment
  }
}

/// Why the terminal cannot be used.
public nonisolated enum TerminalProblem: Error, Sendable, Hashable {
  /// Standard input or output is a file or a pipe.
  case notATerminal
  /// `TERM` names nothing that terminfo knows.
  case unknownTerminal(String)
  /// The terminal has no second screen, so what was shown would stay in its history.
  case noSecondScreen(String)
  /// curses, or a system call it needs, refused.
  case cannotStart
}
