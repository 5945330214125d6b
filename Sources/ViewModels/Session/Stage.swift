/// What a front end talks to: it shows frames and passes keys on, nothing else.
///
/// The session implements it; the terminal's loop, and tests, drive it from one thread.
public protocol Stage: AnyObject {
  /// The screen as it is now.
  func frame(size: Size) -> Frame

  /// A key was pressed.
  func press(_ key: Key)

  /// Milliseconds until something must happen without a key (idle lock, draft, minute); nil: never.
  func millisecondsToNextTick() -> Int?

  /// The time that was asked for has come.
  func tick()

  /// The record changed under us (another program kept a note), or an answer came.
  func recordMayHaveChanged()

  /// The terminal is going away or to the background: seal the draft; nothing may be shown after.
  func interrupted(_ reason: Interruption)

  /// Set once the front end should end, and how.
  var ending: Ending? { get }
}

/// Why the front end stops showing frames.
public enum Interruption: Sendable {
  /// Ctrl-Z.
  case suspended
  /// The terminal hung up.
  case hungUp
  /// SIGTERM or SIGINT.
  case terminated
}

/// How the front end should end.
public enum Ending: Sendable, Equatable {
  /// Restore the terminal and exit.
  case quit
  /// Erase the screen and start over, locked, in a fresh process image.
  case lock
}
