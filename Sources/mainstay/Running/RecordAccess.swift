import Casework
import Foundation
import Vault
import ViewModels

/// Opens the record that a command's options name.
enum RecordAccess {
  /// What opening found.
  enum Condition {
    case whole, damaged
  }

  /// The condition of the record that this command opened: a page of a damaged record is shown as
  /// far as it stands, and the exit status still says so.
  nonisolated(unsafe) static var opened = Condition.whole  // one command, one thread

  /// What the store is handed: the real disk, the machine's clock, the system's random numbers.
  static func surroundings(
    for command: String,
    clock: @escaping @Sendable () -> Moment = { Live.now() }
  ) -> Surroundings {
    Surroundings(
      disk: RealDisk(trustsEveryFileSystem: trustsFileSystem),
      clock: clock,
      entropy: .system,
      measure: { body in ContinuousClock().measure(body) },
      holder: "mainstay \(command), process \(ProcessInfo.processInfo.processIdentifier)"
    )
  }

  /// True where the guardian said so, once (`--trust-file-system`) or in the settings.
  static var trustsFileSystem: Bool {
    CommandLine.arguments.contains("--trust-file-system") || Settings.current.trustsFileSystem
  }

  /// The record's folder and what this computer remembers of it.
  static func places(_ directory: String) -> Places {
    var folder = directory
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    let state =
      Live.environment("XDG_STATE_HOME") ?? (Live.environment("HOME") ?? ".") + "/.local/state"
    return Places(folder: folder, state: state + "/mainstay")
  }

  /// Asks for the passphrase, three times at most, with a wait after each that was wrong.
  private static func asking(_ open: (Passphrase) throws -> OpenRecord) throws -> OpenRecord {
    try TerminalPrompt.silently { terminal in
      var delay = TryDelay()
      while true {
        do {
          return try open(Passphrase(try terminal.secret("Passphrase: ")))
        } catch VaultError.wrongPassphrase where delay.failures < 2 {
          delay.failed(at: Live.now())
          let seconds = delay.secondsLeft(at: Live.now())
          terminal.say(
            Messages.failure(for: VaultError.wrongPassphrase).message
              + " The next try is in \(seconds) s."
          )
          try terminal.wait(seconds: seconds)
        }
      }
    }
  }

  /// The passphrase: from the file that was named, or asked for on the terminal.
  ///
  /// - Parameters:
  ///   - options: The command's.
  ///   - input: Standard input, whose first line it may be.
  /// - Returns: As given, without the line's end.
  /// - Throws: ``CommandFailure`` when it cannot be had.
  static func passphrase(
    _ options: RecordOptions,
    input: inout StandardInput
  ) throws -> Passphrase {
    guard let file = options.passphraseFile else {
      return Passphrase(try TerminalPrompt.secret("Passphrase: "))
    }
    if file == "-" { return Passphrase(try input.takeLine()) }
    return Passphrase(try firstLine(of: file))
  }

  /// The first line of a file.
  ///
  /// - Parameter path: Where it lies.
  /// - Returns: Without the line's end.
  /// - Throws: ``CommandFailure/file(_:_:)``.
  static func firstLine(of path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure.file(path, "the passphrase file cannot be read")
    }
    guard let text = String(data: data.prefix(65536), encoding: .utf8) else {
      throw CommandFailure.file(path, "the passphrase file is not UTF-8 text")
    }
    let line = text.prefix { $0 != "\n" && $0 != "\r\n" && $0 != "\r" }
    return String(line)
  }

  /// Opens the record and says on stderr what opening found.
  ///
  /// - Parameters:
  ///   - options: The command's.
  ///   - command: Its name, for whoever else waits.
  ///   - input: Standard input.
  ///   - open: With or without an index, for writing or not.
  /// - Returns: The open record.
  /// - Throws: ``VaultError`` or ``CommandFailure``.
  static func open(
    _ options: RecordOptions,
    for command: String,
    input: inout StandardInput,
    open: OpenOptions = OpenOptions()
  ) throws -> OpenRecord {
    let places = places(options.directory)
    // Before anything is asked: a missing record needs no passphrase.
    guard FileManager.default.fileExists(atPath: places.folder) else { throw VaultError.noRecord }
    let attempt = { (passphrase: Passphrase) throws in
      try OpenRecord.open(
        places,
        passphrase: passphrase,
        options: open,
        surroundings: surroundings(for: command)
      )
    }
    let record =
      options.passphraseFile == nil
      ? try asking(attempt) : try attempt(try passphrase(options, input: &input))
    let notices = record.state.notices + [SwapWarning.once(places)].compactMap { $0 }
    for notice in notices { Output.error("mainstay: " + notice) }
    if Live.environment("MAINSTAY_TIMES") != nil {
      // For benchmarks, which name the derivation apart.
      let parts = record.derivation.components
      let microseconds = parts.seconds * 1_000_000 + parts.attoseconds / 1_000_000_000_000
      Output.error("mainstay: derivation \(microseconds) us")
    }
    switch record.readOnlyReason {
    case .damage, .forked, .changed: opened = .damaged
    default: break
    }
    return record
  }

  /// Opens for a command that only reads.
  ///
  /// - Parameters:
  ///   - options: The command's.
  ///   - command: Its name.
  /// - Returns: The open record.
  /// - Throws: ``VaultError`` or ``CommandFailure``.
  static func read(_ options: RecordOptions, for command: String) throws -> OpenRecord {
    var input = StandardInput()
    return try open(options, for: command, input: &input)
  }
}
