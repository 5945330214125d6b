import Casework
import Glibc
import TerminalUI

/// The machine's own clock: the only place that reads it.
enum Live {
  /// Now, in UTC.
  static func now() -> Moment {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Moment(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// The machine's environment variable, if it is set and not empty.
  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// The same, and it is gone for whoever asks next.
  static func takeEnvironment(_ name: String) -> String? {
    let value = environment(name)
    unsafe unsetenv(name)
    return value
  }

  /// Leaves a variable for the program that this process becomes.
  static func leaveEnvironment(_ name: String, _ value: String) {
    unsafe setenv(name, value, 1)
  }

  /// True where the reader of the terminal asked for lines of text (interface.md §2), or it shows no
  /// more than that.
  static var wantsPlainText: Bool {
    if environment("ACCESSIBLE") == "1" { return true }
    let terminal = environment("TERM") ?? ""
    // The front end runs on the main actor, which is this thread.
    return !MainActor.assumeIsolated { TerminalApp.canShow(terminal) }
  }

  /// True when a descriptor is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }
}
