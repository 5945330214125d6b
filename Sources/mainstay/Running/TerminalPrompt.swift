import CHardening
import Casework
import Glibc

/// Questions asked on the terminal itself, so that pipes stay clean (age's rule for prompts).
enum TerminalPrompt {
  /// Asks for a passphrase: nothing is echoed, not even how long it is.
  ///
  /// - Parameter question: Shown before the cursor, such as `Passphrase: `.
  /// - Returns: The line without its end.
  /// - Throws: ``CommandFailure`` when there is no terminal to ask on.
  static func secret(_ question: String) throws -> String {
    try silently { try $0.secret(question) }
  }

  /// Runs its argument while the terminal echoes nothing: also what is typed too early stays unseen.
  ///
  /// - Parameter body: Asks as often as it needs to.
  /// - Returns: What it returns.
  /// - Throws: ``CommandFailure`` when there is no terminal to ask on, and what it throws.
  static func silently<T>(_ body: (Silence) throws -> T) throws -> T {
    do {
      return try onTerminal { terminal in
        var saved = termios()
        guard unsafe tcgetattr(terminal, &saved) == 0 else { throw CommandFailure.noTerminal }
        var silent = saved
        // Keys come one by one, Ctrl-C among them: as a signal it would end the program with the echo
        // still off.
        silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG | IEXTEN)
        unsafe withUnsafeMutableBytes(of: &silent.c_cc) {
          unsafe $0[Int(VMIN)] = 1
          unsafe $0[Int(VTIME)] = 0
        }
        unsafe tcsetattr(terminal, TCSAFLUSH, &silent)
        defer { unsafe tcsetattr(terminal, TCSAFLUSH, &saved) }
        return try body(Silence(terminal: terminal))
      }
    } catch is Stopped {
      // As if the key had been the signal that it is everywhere else.
      raise(SIGINT)
      throw CommandFailure.noTerminal
    }
  }

  /// Asks for a line that may be seen.
  ///
  /// - Parameter question: Shown before the cursor.
  /// - Returns: The line without its end.
  /// - Throws: ``CommandFailure`` when there is no terminal to ask on.
  static func visible(_ question: String) throws -> String {
    try onTerminal { terminal in
      write(question, to: terminal)
      return try line(from: terminal)
    }
  }

  /// Says something on the terminal without ending up in a pipe.
  ///
  /// - Parameter text: Whole lines.
  /// - Throws: ``CommandFailure`` when there is no terminal.
  static func say(_ text: String) throws {
    try onTerminal { write(text + "\n", to: $0) }
  }

  private static func onTerminal<T>(_ body: (Int32) throws -> T) throws -> T {
    let terminal = unsafe open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { throw CommandFailure.noTerminal }
    defer { close(terminal) }
    return try body(terminal)
  }

  fileprivate static func write(_ text: String, to terminal: Int32) {
    let bytes = Array(text.utf8)
    unsafe bytes.withUnsafeBytes { _ = unsafe Glibc.write(terminal, $0.baseAddress, $0.count) }
  }

  private static func line(from terminal: Int32) throws -> String {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while unsafe read(terminal, &byte, 1) == 1, byte != UInt8(ascii: "\n") {
      bytes.append(byte)
      // A line discipline gives at most 4,095 bytes; anything longer is not typed by a person.
      guard bytes.count <= 4096 else { throw CommandFailure.usage("the line is too long") }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Ctrl-C, where it is no signal.
private struct Stopped: Error {}

/// A terminal that echoes nothing.
struct Silence {
  fileprivate let terminal: Int32

  private static let interrupt = UInt8(3)

  /// Asks; what was typed before is thrown away.
  ///
  /// - Parameter question: Shown before the cursor.
  /// - Returns: The line without its end.
  /// - Throws: ``CommandFailure`` when the terminal is gone.
  func secret(_ question: String) throws -> String {
    tcflush(terminal, TCIFLUSH)
    TerminalPrompt.write(question, to: terminal)
    defer { TerminalPrompt.write("\n", to: terminal) }
    return try unseenLine()
  }

  /// Says a line.
  func say(_ text: String) { TerminalPrompt.write(text + "\n", to: terminal) }

  /// Lets time go by; Ctrl-C still ends the program, other keys are thrown away.
  ///
  /// - Parameter seconds: How many.
  /// - Throws: When Ctrl-C came or the terminal is gone.
  func wait(seconds: Int) throws {
    var left = Int64(seconds) * 1000
    let end = Live.now().milliseconds + left
    while left > 0 {
      var file = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      var byte: UInt8 = 0
      if unsafe poll(&file, 1, Int32(clamping: left)) > 0 {
        guard unsafe read(terminal, &byte, 1) == 1, byte != Self.interrupt else { throw Stopped() }
      }
      // A clock that is set back never lengthens the wait.
      left = min(left, end - Live.now().milliseconds)
    }
  }

  /// A line kept in locked memory; only what a person needs to correct it works.
  private func unseenLine() throws -> String {
    mainstay_secret_begin()
    defer { mainstay_secret_end() }
    var bytes: [UInt8] = []
    // Once, so that nothing of it is left in a smaller place.
    bytes.reserveCapacity(900)
    var byte: UInt8 = 0
    while unsafe read(terminal, &byte, 1) == 1 {
      switch byte {
      case Self.interrupt: throw Stopped()
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), 4:
        return String(decoding: bytes, as: UTF8.self)
      case 8, 127:
        while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
      case 21, 23: bytes.removeAll(keepingCapacity: true)
      case 0..<32: continue
      default: bytes.append(byte)
      }
      guard bytes.count <= 4096 else { throw CommandFailure.usage("the line is too long") }
    }
    throw CommandFailure.noTerminal
  }
}
