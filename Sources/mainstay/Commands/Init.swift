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
      asks ? try NewSecrets.passphrase() : try RecordAccess.passphrase(options, input: &input)
    if let fault = passphrase.fault { throw VaultError.weakPassphrase(fault) }
    let recovery =
      asks || recoveryKeyTo != nil ? RecoveryKey(random: Entropy.system) : nil
    if let recovery, let path = recoveryKeyTo {
      try NewSecrets.write(recovery, to: path)
    } else if let recovery {
      try NewSecrets.typeBack(recovery)
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
}
