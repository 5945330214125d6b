import TerminalUI

/// Why the screen cannot be shown, in words.
enum TerminalWords {
  static func sentence(_ problem: TerminalProblem) -> String {
    switch problem {
    case .notATerminal:
      "The desk needs a terminal. `mainstay today` prints the same page as text."
    case .unknownTerminal(let name):
      "This machine does not know the terminal \(name). "
        + "Install its description (Debian: ncurses-term), or set TERM."
    case .noSecondScreen(let name):
      "The terminal \(name) has no second screen, so names would stay in its history. "
        + "`mainstay today` prints the page as text."
    case .cannotStart: "The terminal could not be set up. Nothing was read or changed."
    }
  }
}
