import CNcurses
import Glibc

/// The one door to curses: nothing else in the program calls it.
///
/// curses keeps its state in globals and is not safe for threads, so everything here is on the main actor.
enum Curses {
  /// Columns and rows of the screen.
  static var columns: Int { Int(mainstay_columns()) }
  static var rows: Int { Int(mainstay_rows()) }

  /// The file that keys come from and what is shown goes to.
  static let input: Int32 = STDIN_FILENO
  static let output: Int32 = STDOUT_FILENO

  /// The look of what is written; `pair` 0 is the terminal's own colours.
  struct Pen: Hashable {
    var modifiers: Look.Modifiers = []
    var pair = 0
    /// The background of the pair; nil for the terminal's own.
    var ground: Int?

    /// True where nobody could tell a space written with this pen from one written with the other.
    func blanksLookLike(_ other: Pen) -> Bool {
      let seen: Look.Modifiers = [.underline, .reverse]
      return modifiers.isDisjoint(with: seen) && other.modifiers.isDisjoint(with: seen)
        && ground == other.ground
    }
  }

  // MARK: - Starting and ending

  /// Finds out from the locale whether it can show Unicode.
  ///
  /// curses itself always works in UTF-8: in another locale it would send other sequences and measure
  /// otherwise, and what it is given there is ASCII, which is the same in both.
  static func showsUnicode(_ glyphs: TerminalOptions.Glyphs) -> Bool {
    setlocale(LC_CTYPE, "")
    let userHasUTF8 = isUTF8
    if !userHasUTF8 { setlocale(LC_CTYPE, "C.UTF-8") }
    return glyphs == .unicode ? isUTF8 : glyphs == .auto && userHasUTF8
  }

  private static var isUTF8: Bool {
    guard let codeset = nl_langinfo(nl_item(CODESET)) else { return false }
    return String(cString: codeset).uppercased() == "UTF-8"
  }

  /// Checks the terminal and saves its modes; nothing is shown yet.
  ///
  /// - Parameter name: What `TERM` says.
  /// - Throws: ``TerminalProblem``.
  static func check(name: String) throws(TerminalProblem) {
    guard isatty(input) == 1, isatty(output) == 1 else { throw .notATerminal }
    guard mainstay_terminal_known() else { throw .unknownTerminal(name) }
    guard mainstay_has("smcup"), mainstay_has("cup") else { throw .noSecondScreen(name) }
    guard mainstay_terminal_save(input) else { throw .cannotStart }
  }

  /// Takes the terminal over: second screen, keys one by one, no echo.
  ///
  /// - Throws: ``TerminalProblem``.
  static func start() throws(TerminalProblem) {
    mainstay_terminal_changed(true)
    guard mainstay_screen_start() else {
      mainstay_terminal_changed(false)
      throw .cannotStart
    }
    cbreak()
    noecho()
    nonl()
    typeahead(-1)  // a frame is finished before keys are looked at
    freeControlKeys()
    _ = mainstay_follow_size()
  }

  /// Gives the terminal back as it was.
  static func end() {
    leaveScreen()
    mainstay_screen_end()
    mainstay_terminal_restore()
    mainstay_terminal_changed(false)
  }

  /// Leaves the second screen for a while, erased, with the terminal's modes as they were.
  static func leaveScreen() {
    guard isOnScreen else { return }
    isOnScreen = false
    wclear(mainstay_screen())
    refreshNow()
    endwin()
    say("\u{1B}[?2004l" + titleEnd)
    mainstay_terminal_restore()
  }

  /// Makes the next frame take the terminal over afresh, after somebody else has had it.
  static func takeOverAgain() {
    if isOnScreen { endwin() }
  }

  /// Marks the terminal as given back, or as taken over again, for the crash handler.
  static func terminalIsChanged(_ changed: Bool) { mainstay_terminal_changed(changed) }

  /// What curses has no word for, after the first frame: bracketed paste, the title.
  static func announce(title: String?) {
    titleEnd = title == nil ? "" : "\u{1B}[23;0t"
    say("\u{1B}[?2004h" + (title.map { "\u{1B}[22;0t\u{1B}]0;\($0)\u{7}" } ?? ""))
  }
  private static var titleEnd = ""

  /// Ctrl-S, Ctrl-Q, Ctrl-V, Ctrl-O and Ctrl-\ are keys like others; Ctrl-C and Ctrl-Z stay signals.
  private static func freeControlKeys() {
    var modes = termios()
    guard tcgetattr(input, &modes) == 0 else { return }
    modes.c_iflag &= ~tcflag_t(IXON)
    modes.c_lflag &= ~tcflag_t(IEXTEN)
    withUnsafeMutableBytes(of: &modes.c_cc) { $0[Int(VQUIT)] = 0 }  // _POSIX_VDISABLE
    tcsetattr(input, TCSADRAIN, &modes)
    def_prog_mode()
  }

  private static func say(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var done = 0
      while done < bytes.count {
        let wrote = write(output, bytes.baseAddress.map { $0 + done }, bytes.count - done)
        if wrote < 0, errno == EINTR { continue }
        guard wrote > 0 else { return }
        done += wrote
      }
    }
  }

  // MARK: - Colours

  /// Turns colours on; answers how many there are, 0 for none.
  static func startColours() -> Int {
    guard has_colors(), start_color() == OK else { return 0 }
    hasDefaultColours = use_default_colors() == OK
    return Int(mainstay_colours())
  }
  private static var hasDefaultColours = false

  /// How many colours the terminal says it has, before they are turned on.
  static var colours: Int { max(0, Int(tigetnum("colors"))) }

  /// Defines a pair, nil being the terminal's own colour; false where curses has no room for it.
  static func define(pair: Int, foreground: Int?, background: Int?) -> Bool {
    guard pair < Int(mainstay_pairs()) else { return false }
    // Without default colours -1 is refused: white on black is what such terminals have.
    let ink = foreground ?? (hasDefaultColours ? -1 : 7)
    let ground = background ?? (hasDefaultColours ? -1 : 0)
    return init_extended_pair(Int32(pair), Int32(ink), Int32(ground)) == OK
  }

  // MARK: - Drawing

  /// What cells are that nothing was written to.
  static func ground(_ pair: Int) { mainstay_ground(Int32(pair)) }

  /// Writes text whose columns are known to fit.
  static func put(_ text: String, row: Int, column: Int, _ pen: Pen) {
    mainstay_look(Int32(pen.modifiers.rawValue), Int32(pen.pair))
    text.put(row: Int32(row), column: Int32(column))
  }

  /// What the terminal shows on a row counts as lost: the row is sent whole.
  static func forget(row: Int) { wredrawln(mainstay_screen(), Int32(row), 1) }

  /// Erases a row from a column on.
  static func eraseRest(row: Int, column: Int) {
    guard column < columns else { return }
    wmove(mainstay_screen(), Int32(row), Int32(column))
    wclrtoeol(mainstay_screen())
  }

  /// Columns that curses will advance for a scalar; below 0: it would show something else.
  static func libraryColumns(_ scalar: Unicode.Scalar) -> Int {
    Int(mainstay_library_columns(scalar.value))
  }

  /// Where the hardware cursor is, seen or not, and everything written so far onto the terminal.
  static func show(cursorColumn: Int, cursorRow: Int, isVisible: Bool) {
    curs_set(isVisible ? 1 : 0)
    wmove(mainstay_screen(), Int32(cursorRow), Int32(cursorColumn))
    isOnScreen = true
    refreshNow()
  }

  /// The next refresh sends every cell.
  static func sendEverything() { clearok(mainstay_screen(), true) }

  private static func refreshNow() { wrefresh(mainstay_screen()) }

  /// False while the shell has the terminal.
  private static var isOnScreen = false

  /// Follows a new size; false where it is unknown.
  static func followSize() -> Bool { mainstay_follow_size() }

  /// What this terminal sends for a key, by its terminfo name.
  static func bytes(ofKey name: String) -> [UInt8]? {
    guard let text = mainstay_key_bytes(name) else { return nil }
    return Array(String(cString: text).utf8)
  }

  // MARK: - Signals

  /// Installs the handlers; the end of the pipe that signals come out of.
  static func installSignals() -> Int32 { mainstay_signals_install() }

  /// Takes them away again.
  static func removeSignals() { mainstay_signals_remove() }

  /// Stops the process until the shell continues it.
  static func stop() { mainstay_stop() }
}

nonisolated extension String {
  // Outside the main actor, on which its caller is: see QuickText.
  fileprivate func put(row: Int32, column: Int32) {
    let bytes = Int32(utf8.count)
    if isShownASCII {
      withCString { mainstay_put_plain(row, column, $0, bytes) }
    } else {
      withCString { mainstay_put(row, column, $0, bytes) }
    }
  }
}
