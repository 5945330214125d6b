/// The name of a command, as `:` takes it: an imperative, kebab-case.
public struct CommandName: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
  /// As typed after `:`.
  public var rawValue: String

  /// Wraps a name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Wraps a name.
  public init(stringLiteral: String) { rawValue = stringLiteral }
}

/// A key as data: what it is called, what it does in words, and what it needs.
///
/// The footer, the Help screen, the `:` palette and the manual's table all come from these.
public struct Command: Sendable {
  /// What must be there before a command can do anything.
  public enum Need: Sendable {
    /// Nothing.
    case nothing
    /// An open record.
    case record
    /// A record that may be written to.
    case writer
    /// A child: the page's, or the row the guardian moved to.
    case child
    /// A child, and a record that may be written to.
    case writerAndChild
  }

  /// As `:` takes it.
  public var name: CommandName
  /// Its keys, the one that the footer shows first; empty: only by name.
  public var keys: [Key]
  /// What it does, in two or three words: `note`, `ring card`.
  public var label: String
  /// What it does, in a sentence for Help.
  public var words: String
  /// What it needs.
  public var needs: Need
  /// Where it stands in the footer, 1 first; those with the highest number leave first when the
  /// screen is narrow; 0 never stands there.
  public var footer: Int

  /// Makes a command.
  public init(
    _ name: CommandName,
    _ keys: [Key],
    _ label: String,
    _ words: String,
    needs: Need = .nothing,
    footer: Int = 0
  ) {
    self.name = name
    self.keys = keys
    self.label = label
    self.words = words
    self.needs = needs
    self.footer = footer
  }
}

extension Key {
  /// As Help and the footer write it.
  public var words: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let number): "F\(number)"
    case .control(let letter): "Ctrl-\(letter.uppercased())"
    case .alt(let letter): "Alt-\(letter)"
    case .paste: "a paste"
    case .unknown: ""
    }
  }
}
