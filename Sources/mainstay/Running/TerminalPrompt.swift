import Glibc

/// Questions asked on the terminal itself, so that pipes stay clean (age's rule for prompts).
enum TerminalPrompt {
  /// Asks for a passphrase: nothing is echoed, not even how long it is.
  ///
  /// - Parameter question: Shown before the cursor, such as `Passphrase: `.
  /// - Returns: The line without its end.
  /// - Throws: ``CommandFailure`` when there is no terminal to ask on.
  static func secret(_ question: String) throws -> String {
    try onTerminal { terminal in
      var saved = termios()
      guard unsafe tcgetattr(terminal, &saved) == 0 else { throw CommandFailure.noTerminal }
      var silent = saved
      silent.c_lflag &= ~tcflag_t(ECHO)
      unsafe tcsetattr(terminal, TCSAFLUSH, &silent)
      defer {
        unsafe tcsetattr(terminal, TCSAFLUSH, &saved)
        write("\n", to: terminal)
      }
      write(question, to: terminal)
      return try line(from: terminal)
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

  private static func write(_ text: String, to terminal: Int32) {
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
