/// A key as a screen sees it: never a terminal's code.
public enum Key: Sendable, Hashable {
  /// A character that was typed, whole (combining marks come as characters of their own).
  case character(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// F1 … F12.
  case function(Int)
  /// Control and a lower-case letter.
  case control(Character)
  /// Alt and a character.
  case alt(Character)
  /// A bracketed paste, controls still in it.
  case paste(String)
  /// A sequence that means nothing here; swallowed.
  case unknown
}
