public import ViewModels

/// How a tone looks: in 256 colours, in 16 and in none.
public nonisolated struct Look: Sendable, Hashable {
  /// Weight and the like.
  public struct Modifiers: OptionSet, Sendable, Hashable {
    /// One bit each, as `CNcurses` counts them.
    public let rawValue: Int

    /// Makes a set of bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Heavier.
    public static let bold = Modifiers(rawValue: 1)
    /// Fainter.
    public static let dim = Modifiers(rawValue: 2)
    /// Slanted.
    public static let italic = Modifiers(rawValue: 4)
    /// With a line under it.
    public static let underline = Modifiers(rawValue: 8)
    /// Ink and ground exchanged.
    public static let reverse = Modifiers(rawValue: 16)

    /// By the name a theme uses.
    static let named: [String: Modifiers] = [
      "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
    ]
  }

  /// Ink; nil: the page's.
  public var foreground: Colour?
  /// Ground; nil: the page's.
  public var background: Colour?
  /// In 256 colours.
  public var modifiers: Modifiers = []

  /// Ink in 16 colours, 0 to 15; nil: the page's.
  public var ansiForeground: Int?
  /// Ground in 16 colours; nil: the page's.
  public var ansiBackground: Int?
  /// In 16 colours; nil: as in 256.
  public var ansiModifiers: Modifiers?

  /// In no colours; nil: as in 256.
  public var monoModifiers: Modifiers?

  /// A look of the page's own ink on its ground.
  public init() {}

  /// The names of the 16 colours, in their order.
  static let ansiNames = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black",
    "bright-red", "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan",
    "bright-white",
  ]
}

/// What every tone looks like.
public nonisolated struct Theme: Sendable {
  /// Its name, as in `themes/NAME.toml`.
  public var name: String
  /// Looks by a tone's name or the beginning of one: `now` stands for `now.limit` where that has none.
  public var looks: [String: Look]
  /// ASCII twins that the theme wants otherwise than ``AsciiTwins``.
  public var asciiTwins: [Character: Character]

  /// Makes a theme.
  public init(name: String, looks: [String: Look], asciiTwins: [Character: Character] = [:]) {
    self.name = name
    self.looks = looks
    self.asciiTwins = asciiTwins
  }

  /// The look of a tone: its own, else that of the nearest name before a dot, else plain text.
  public func look(_ tone: Tone) -> Look { declared(tone.rawValue) ?? looks["text"] ?? Look() }

  /// The look that the theme itself gives a name or a beginning of it.
  func declared(_ name: String) -> Look? {
    var name = Substring(name)
    while true {
      if let look = looks[String(name)] { return look }
      guard let dot = name.lastIndex(of: ".") else { return nil }
      name = name[..<dot]
    }
  }
}
