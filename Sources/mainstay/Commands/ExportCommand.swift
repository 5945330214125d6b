import ArgumentParser
import Vault

/// Everything out, always.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the whole record out, in clear.",
    discussion: "jsonl: one JSON object an entry, oldest first, exactly as it was kept. What comes "
      + "out is no longer protected."
  )

  /// The formats.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// One JSON object a line.
    case jsonl
  }

  @Argument(help: "The format: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: Format

  @OptionGroup var options: RecordOptions

  mutating func run() throws {
    let record = try RecordAccess.read(options, for: "export")
    for line in try record.exportLines() { Output.line(line) }
  }
}
