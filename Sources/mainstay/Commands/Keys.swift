import ArgumentParser
import Casework
import Foundation
import Vault

/// The ways into the record: its passphrase and its recovery key.
struct Keys: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "List and change the ways into the record.",
    discussion: """
      Changing the passphrase or the recovery key also renews the record's master key, so that the \
      old one, even with an old copy of the files, leads to nothing that is written afterwards. What \
      somebody could read before, they may have kept.
      """,
    subcommands: [
      KeysList.self, KeysPassphrase.self, KeysRecovery.self, KeysRotate.self,
    ],
    defaultSubcommand: KeysList.self
  )

  /// What a change leaves, as a document: the same for every subcommand.
  struct Document: Encodable {
    struct Way: Encodable {
      var present: Bool
      var since: String?
    }
    struct Cost: Encodable {
      var function: String
      var logN: Int
      var mebibytes: Int
    }
    var passphrase: Way
    var recoveryKey: Way
    var epoch: Int
    var renewalsLeft: Int
    var cost: Cost

    init(_ ways: WaysIn) {
      passphrase = Way(present: ways.passphrase != nil, since: ways.passphrase?.since?.isoSeconds)
      recoveryKey = Way(
        present: ways.recoveryKey != nil,
        since: ways.recoveryKey?.since?.isoSeconds
      )
      epoch = ways.epoch
      renewalsLeft = ways.renewalsLeft
      cost = Cost(function: "scrypt", logN: ways.logN, mebibytes: (1 << ways.logN) / 1024)
    }
  }

  /// Opens the record for a change: no names and no notes are needed for it.
  static func open(
    _ options: RecordOptions,
    _ command: String,
    input: inout StandardInput
  ) throws -> OpenRecord {
    let record = try RecordAccess.open(
      options,
      for: command,
      input: &input,
      open: OpenOptions(index: false)
    )
    // Before anything new is asked for or shown.
    if let why = record.readOnlyReason { throw VaultError.readOnly(why) }
    return record
  }

  /// Changes something, and says what a disk that refuses means for the old and the new secret.
  static func change(_ record: OpenRecord, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as VaultError {
      guard case .notSaved = error else { throw error }
      if record.readOnlyReason == .poisoned {
        throw CommandFailure.notKept(
          code: "not-confirmed",
          "the disk did not confirm the change. Either the old way in or the new one opens the "
            + "record: keep both until one did, and copy the record to another disk."
        )
      }
      throw CommandFailure.notKept(
        code: "not-saved",
        "the disk refused the change. The record is as it was, and opens as it did."
      )
    }
  }

  /// Says what was done and how the record stands.
  static func report(_ done: String, _ record: OpenRecord, json: Bool) throws {
    for notice in record.state.notices where notice.contains("could not be replaced") {
      Output.error("mainstay: " + notice)
    }
    if json { return try Output.json(Document(record.waysIn)) }
    Output.line(done)
  }
}

/// `mainstay keys`: what there is.
struct KeysList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the ways into the record (the default)."
  )

  @OptionGroup var options: RecordOptions

  mutating func run() throws {
    var input = StandardInput()
    let record = try RecordAccess.open(
      options,
      for: "keys",
      input: &input,
      open: OpenOptions(index: false)
    )
    let ways = record.waysIn
    if options.json { return try Output.json(Keys.Document(ways)) }
    Output.line("passphrase    " + Self.words(ways.passphrase, record.zone))
    Output.line("recovery key  " + Self.words(ways.recoveryKey, record.zone))
    let left = ways.renewalsLeft
    Output.line(
      "master key    number \(ways.epoch); it can be renewed \(left) more time\(left == 1 ? "" : "s")"
    )
    Output.line(
      "one guess     scrypt, 2^\(ways.logN) rounds, \((1 << ways.logN) / 1024) MiB of memory"
    )
    if ways.recoveryKey == nil {
      Output.line(
        "A forgotten passphrase cannot be replaced; `mainstay keys recovery` makes a recovery key."
      )
    }
  }

  private static func words(_ way: WaysIn.Way?, _ zone: Zone) -> String {
    guard let way else { return "none" }
    return way.since.map { "since \(zone.day(of: $0).iso)" } ?? "present"
  }
}

/// `--keep-master-key`, for a record whose master key cannot be renewed any more.
struct RenewalOption: ParsableArguments {
  @ArgumentParser.Flag(
    name: .customLong("keep-master-key"),
    help: ArgumentHelp(
      "Do not renew the master key.",
      discussion: "Whoever knew the old one and has an old copy of the files can then read what is "
        + "written afterwards, too. Only for a record that was renewed 16 times."
    )
  )
  var keepsMasterKey = false
}

/// `mainstay keys passphrase`.
struct KeysPassphrase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "passphrase",
    abstract: "Change the passphrase.",
    discussion:
      "Asks for the present passphrase (or the recovery key), then twice for the new one. "
      + "The recovery key stays as it is."
  )

  @Option(
    name: .customLong("new-passphrase-file"),
    help: "Read the new passphrase from FILE's first line; '-' is standard input's next line."
  )
  var newPassphraseFile: String?

  @OptionGroup var renewal: RenewalOption
  @OptionGroup var options: RecordOptions

  mutating func run() throws {
    var input = StandardInput()
    let record = try Keys.open(options, "keys passphrase", input: &input)
    let passphrase = try newPassphrase(&input)
    try Keys.change(record) {
      try record.changePassphrase(to: passphrase, renewing: !renewal.keepsMasterKey)
    }
    try Keys.report(
      "The passphrase was changed. The old one opens nothing here any more.",
      record,
      json: options.json
    )
  }

  private func newPassphrase(_ input: inout StandardInput) throws -> Passphrase {
    guard let file = newPassphraseFile else {
      guard options.passphraseFile == nil else {
        throw CommandFailure.usage("--passphrase-file goes with --new-passphrase-file")
      }
      return try NewSecrets.passphrase()
    }
    let line = file == "-" ? try input.takeLine() : try RecordAccess.firstLine(of: file)
    if let fault = Passphrase(line).fault { throw VaultError.weakPassphrase(fault) }
    return Passphrase(line)
  }
}

/// `mainstay keys recovery`.
struct KeysRecovery: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recovery",
    abstract: "Make a new recovery key, in the place of the old one where there is one.",
    discussion: "It is shown once and typed back from the paper before anything is changed."
  )

  @Option(
    name: .customLong("recovery-key-to"),
    help: "Write the key to this new file instead of showing it."
  )
  var recoveryKeyTo: String?

  @ArgumentParser.Flag(help: "Make none: take the recovery key away.")
  var remove = false

  @OptionGroup var renewal: RenewalOption
  @OptionGroup var options: RecordOptions

  func validate() throws {
    if remove, recoveryKeyTo != nil {
      throw ValidationError("--remove makes no key: leave out --recovery-key-to")
    }
  }

  mutating func run() throws {
    var input = StandardInput()
    guard remove || recoveryKeyTo != nil || options.passphraseFile == nil else {
      throw CommandFailure.usage("--passphrase-file goes with --recovery-key-to or --remove")
    }
    let record = try Keys.open(options, "keys recovery", input: &input)
    if remove {
      try Keys.change(record) {
        try record.removeRecoveryKey(renewing: !renewal.keepsMasterKey)
      }
      return try Keys.report(
        "The record has no recovery key any more: a forgotten passphrase cannot be replaced.",
        record,
        json: options.json
      )
    }
    let hadOne = record.waysIn.recoveryKey != nil
    let key = RecoveryKey(random: Entropy.system)
    if let path = recoveryKeyTo {
      try NewSecrets.write(key, to: path)
    } else {
      try NewSecrets.typeBack(key)
    }
    do {
      try Keys.change(record) {
        try record.replaceRecoveryKey(with: key, renewing: !renewal.keepsMasterKey)
      }
    } catch {
      // A key that opens nothing must not lie about; where the disk left it open, it stays.
      if let path = recoveryKeyTo, record.readOnlyReason != .poisoned {
        do { try FileManager.default.removeItem(atPath: path) } catch {
          Output.error("mainstay: the key in \(path) opens nothing; remove it.")
        }
      }
      throw error
    }
    try Keys.report(
      hadOne
        ? "The recovery key was changed. Destroy the old paper: it opens nothing here any more."
        : "The record has a recovery key now.",
      record,
      json: options.json
    )
  }
}

/// `mainstay keys rotate`.
struct KeysRotate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate",
    abstract: "Renew the master key; passphrase and recovery key stay as they are.",
    discussion: "What is written afterwards is sealed under a new key. It can be done 16 times."
  )

  @OptionGroup var options: RecordOptions

  mutating func run() throws {
    var input = StandardInput()
    let record = try Keys.open(options, "keys rotate", input: &input)
    try Keys.change(record) { try record.rotate() }
    try Keys.report(
      "The master key was renewed. Passphrase and recovery key stay as they are.",
      record,
      json: options.json
    )
  }
}
