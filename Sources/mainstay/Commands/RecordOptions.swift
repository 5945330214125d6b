import ArgumentParser
import Casework

/// Which record, and how its passphrase is given: the same for every command.
struct RecordOptions: ParsableArguments {
  @Option(help: "The record's folder. Default: MAINSTAY_VAULT, else the user's data folder.")
  var vault: String?

  @Option(
    name: .customLong("passphrase-file"),
    help: "Read the passphrase from FILE's first line; '-' is standard input's first line."
  )
  var passphraseFile: String?

  @ArgumentParser.Flag(
    name: .customLong("trust-file-system"),
    help: "Write to a record on NFS, SMB or FUSE, whose locks and confirmed writes may not hold."
  )
  var trustsFileSystem = false

  @ArgumentParser.Flag(help: "Print one JSON document instead of text.")
  var json = false

  /// The record's folder: `--vault`, else `MAINSTAY_VAULT`, else the settings', else the data
  /// folder of the XDG Base Directory Specification.
  var directory: String {
    if let vault { return vault }
    if let named = Live.environment("MAINSTAY_VAULT") { return named }
    if let named = Settings.current.vault { return named }
    if let data = Live.environment("XDG_DATA_HOME") { return data + "/mainstay/vault" }
    return (Live.environment("HOME") ?? ".") + "/.local/share/mainstay/vault"
  }
}

/// `--as-of`: sets *now* for a page that keeps nothing.
struct AsOfOption: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: "Show the page as of a time in the record's zone, such as 2026-11-22T14:00."
  )
  var asOf: String?

  /// The moment that counts as now.
  ///
  /// - Parameter zone: The record's zone, for a time without an offset.
  /// - Returns: Nil where the option was not given.
  /// - Throws: ``CommandFailure/usage(_:)`` when the time cannot be read.
  func moment(in zone: Zone) throws -> Moment? {
    guard let asOf else { return nil }
    guard let moment = Moment(typed: asOf, zone: zone) else {
      throw CommandFailure.usage("--as-of takes a time such as 2026-11-22T14:00")
    }
    return moment
  }
}
