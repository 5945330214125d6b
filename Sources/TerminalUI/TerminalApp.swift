public import ViewModels

/// The front end on a terminal.
public enum TerminalApp {
  /// Shows the stage until it ends, and gives the terminal back as it was.
  ///
  /// - Parameters:
  ///   - stage: What is shown and what keys go to.
  ///   - options: Theme, colours and signs.
  ///   - recordDescriptor: Asked before each wait: a file that becomes readable when the record may
  ///     have changed, such as inotify's; what can be read from it is thrown away. Nil or -1 while no
  ///     record is open.
  /// - Returns: How the stage ended; after ``Ending/lock`` nothing is left on the screen, and the caller starts a
  ///   fresh process image.
  /// - Throws: ``TerminalProblem`` where there is no terminal that can show it; nothing was shown then.
  public static func run(
    stage: any Stage,
    options: TerminalOptions,
    recordDescriptor: @escaping () -> Int32? = { nil }
  ) throws -> Ending {
    let name = options.environment["TERM"] ?? ""
    let isUnicode = Curses.showsUnicode(options.glyphs)
    try Curses.check(name: name)
    let signals = Curses.installSignals()
    guard signals >= 0 else { throw TerminalProblem.cannotStart }
    defer { Curses.removeSignals() }
    try Curses.start()
    defer { Curses.end() }

    let depth = ColourDepth(
      options.colour,
      environment: options.environment,
      available: Curses.colours
    )
    if depth != .none { _ = Curses.startColours() }
    let painter = Painter(
      palette: Palette(theme: options.theme, depth: depth),
      glyphs: GlyphSet(
        isUnicode: isUnicode,
        themeTwins: options.theme.asciiTwins,
        libraryColumns: Curses.libraryColumns
      )
    )
    let loop = Loop(
      stage: stage,
      painter: painter,
      keys: KeyReader(input: Curses.input, named: namedKeys()),
      sources: Sources(terminal: Curses.input, signals: signals, record: recordDescriptor),
      title: Self.hasTitle(name) ? "Mainstay" : nil
    )
    return loop.run()
  }

  /// True where a terminal of this name can show the stage.
  ///
  /// - Parameter name: What `TERM` says.
  /// - Returns: False also where input or output is no terminal.
  public static func canShow(_ name: String) -> Bool {
    do {
      try Curses.check(name: name)
      return true
    } catch {
      return false
    }
  }

  /// True where this locale shows every script; false: the stage may say that names are shown in ASCII.
  ///
  /// - Parameter glyphs: What was asked for.
  /// - Returns: What will be used.
  public static func showsUnicode(_ glyphs: TerminalOptions.Glyphs = .auto) -> Bool {
    Curses.showsUnicode(glyphs)
  }

  private static func namedKeys() -> NamedKeys {
    var bytes: [String: [UInt8]] = [:]
    for name in NamedKeys.terminfo.keys { bytes[name] = Curses.bytes(ofKey: name) }
    return NamedKeys(terminal: bytes)
  }

  /// Terminals that have a title and understand how it is set; others would print it.
  private static func hasTitle(_ terminal: String) -> Bool {
    let families = [
      "xterm", "tmux", "screen", "rxvt", "alacritty", "foot", "kitty", "vte", "gnome", "konsole",
      "st", "putty", "wezterm", "contour", "ghostty", "mintty", "mlterm", "iterm",
    ]
    return families.contains { terminal == $0 || terminal.hasPrefix($0 + "-") }
  }
}
