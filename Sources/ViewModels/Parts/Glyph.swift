/// Every sign the screens draw besides letters and box drawing, each one column wide.
///
/// Each has a twin in ``AsciiTwins``: a front end that may not draw the sign puts the twin in its
/// place, cell for cell, and the layout does not move. No sign stands without its word.
public enum Glyph {
  /// A child who is missing, in danger, or before a limit.
  public static let now: Character = "▲"
  /// The first hours, a promise, a child not seen: today's work.
  public static let today: Character = "◆"
  /// Waiting for somebody else, or not known.
  public static let waiting: Character = "○"
  /// Where an entry of a timeline stands.
  public static let dot: Character = "•"
  /// Between two facts.
  public static let middleDot: Character = "·"
  /// What was cut off at the edge.
  public static let more: Character = "…"
  /// A decision still waited for.
  public static let openDiamond: Character = "◇"
  /// A day on which the child was missing.
  public static let cross: Character = "×"
  /// A placement known to suit the child.
  public static let full: Character = "█"
  /// A placement of which that is not known.
  public static let half: Character = "▓"
  /// A placement that does not suit the child.
  public static let light: Character = "░"
  /// The row under the cursor.
  public static let pointer: Character = "▸"
  /// There is more above.
  public static let up: Character = "↑"
  /// There is more below.
  public static let down: Character = "↓"
  /// Done.
  public static let done: Character = "✓"
}
