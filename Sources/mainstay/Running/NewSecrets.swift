import Foundation
import Vault

/// Asks for new secrets on the terminal, before anything is made or changed.
enum NewSecrets {
  /// A new passphrase, typed twice; five random words are offered.
  ///
  /// - Returns: One that may protect a record.
  /// - Throws: ``VaultError/weakPassphrase(_:)``, or ``CommandFailure`` when the two differ.
  static func passphrase() throws -> Passphrase {
    try TerminalPrompt.say(
      "A passphrase of at least 15 characters. Five random words are best, for example:\n    "
        + WordList.passphrase(words: 5, entropy: .system)
    )
    let first = try TerminalPrompt.secret("New passphrase: ")
    if let fault = Passphrase(first).fault { throw VaultError.weakPassphrase(fault) }
    guard try TerminalPrompt.secret("The same again: ") == first else {
      throw CommandFailure.usage("the two passphrases differ")
    }
    return Passphrase(first)
  }

  /// Shows a recovery key and has it typed back from the paper.
  ///
  /// - Throws: ``CommandFailure/usage(_:)`` after three tries.
  static func typeBack(_ key: RecoveryKey) throws {
    try TerminalPrompt.say(
      "The recovery key opens the record when the passphrase is lost. Write it on paper, and keep "
        + "it where your service keeps sealed envelopes:\n    \(key.shown)"
    )
    for _ in 0..<3 {
      let typed = try TerminalPrompt.visible("Type it back from the paper: ")
      if RecoveryKey(typed: typed) == key { return }
      try TerminalPrompt.say("That is not what was shown. Look at the paper again.")
    }
    throw CommandFailure.usage("the recovery key was not typed back")
  }

  /// Writes a recovery key to a new file, on disk before the record depends on it.
  ///
  /// - Throws: ``CommandFailure/file(_:_:)``.
  static func write(_ key: RecoveryKey, to path: String) throws {
    let failure = CommandFailure.file(path, "the recovery key cannot be written to a new file")
    guard !FileManager.default.fileExists(atPath: path),
      FileManager.default.createFile(
        atPath: path,
        contents: nil,
        attributes: [.posixPermissions: 0o600]
      ), let file = FileHandle(forWritingAtPath: path)
    else { throw failure }
    do {
      try file.write(contentsOf: Data((key.shown + "\n").utf8))
      try file.synchronize()
      try file.close()
    } catch {
      throw failure
    }
  }
}
