import ArgumentParser
import Casework
import Foundation
import Vault

/// Makes a record.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a record.",
    discussion: "Asks for a passphrase twice and shows a recovery key that is typed back. With "
      + "--passphrase-file it asks nothing, and makes no recovery slot unless --recovery-key-to "
      + "says where the key goes."
  )

  @Option(help: "The IANA zone of the record's days, such as Europe/London.")
  var zone = "Europe/London"

  @Option(name: .customLong("recovery-key-to"), help: "Write the recovery key to this new file.")
  var recoveryKeyTo: String?

  @OptionGroup var options: RecordOptions

  mutating func run() throws {
    guard let zone = Zone(zone) else { throw CommandFailure.usage("\(zone) is not an IANA zone") }
    let places = RecordAccess.places(options.directory)
    guard !FileManager.default.fileExists(atPath: places.folder) else {
      throw VaultError.alreadyExists
    }
    var input = StandardInput()
    let asks = options.passphraseFile == nil
    let passphrase =
      asks ? try askTwice() : try RecordAccess.passphrase(options, input: &input)
    if let fault = passphrase.fault { throw VaultError.weakPassphrase(fault) }
    let recovery =
      asks || recoveryKeyTo != nil ? RecoveryKey(random: Entropy.system) : nil
    if let recovery, let path = recoveryKeyTo {
      try write(recovery, to: path)
    } else if let recovery {
      try typeBack(recovery)
    }
    let record = try RecordMaking.make(
      places,
      passphrase: passphrase,
      zone: zone,
      recovery: recovery
    )
    Output.hasKept = true
    if let warning = SwapWarning.once(places) { Output.error("mainstay: " + warning) }
    if options.json {
      try Output.json(Document(made: places.folder, zone: zone.identifier, words: record.headWords))
    } else {
      Output.line("A record was made in \(places.folder).")
      Output.line(
        "Its first words, to compare by telephone: "
          + record.headWords.joined(separator: " ")
      )
      if recovery == nil {
        Output.line("It has no recovery key: a forgotten passphrase cannot be replaced.")
      }
    }
  }

  private struct Document: Encodable {
    var made: String
    var zone: String
    var words: [String]
  }

  private func askTwice() throws -> Passphrase {
    try TerminalPrompt.say(
      "A passphrase of at least 15 characters. Five random words are best, for example:\n    "
        + WordList.passphrase(words: 5, entropy: .system)
    )
    let first = try TerminalPrompt.secret("Passphrase: ")
    if let fault = Passphrase(first).fault { throw VaultError.weakPassphrase(fault) }
    guard try TerminalPrompt.secret("The same again: ") == first else {
      throw CommandFailure.usage("the two passphrases differ")
    }
    return Passphrase(first)
  }

  private func typeBack(_ key: RecoveryKey) throws {
    try TerminalPrompt.say(
      "The recovery key opens the record when the passphrase is lost. Write it on paper, and keep "
        + "it where your service keeps sealed envelopes:\n    \(key.shown)"
    )
    for _ in 0..<3 {
      let typed = try TerminalPrompt.visible("Type it back from the paper: ")
      if RecoveryKey(typed: typed) == key { return }
      try TerminalPrompt.say("That is not what was shown. Look at the paper again.")
    }
    throw CommandFailure.usage("the recovery key was not typed back; nothing was made")
  }

  private func write(_ key: RecoveryKey, to path: String) throws {
    guard !FileManager.default.fileExists(atPath: path),
      FileManager.default.createFile(
        atPath: path,
        contents: Data((key.shown + "\n").utf8),
        attributes: [.posixPermissions: 0o600]
      )
    else { throw CommandFailure.file(path, "the recovery key cannot be written to a new file") }
  }
}
