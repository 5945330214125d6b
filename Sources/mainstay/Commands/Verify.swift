import ArgumentParser
import Casework
import Vault

/// Proves the record: every hash and every signature.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check every hash and signature of the record.",
    discussion: "Prints six words of the last entry's hash, to compare over the telephone. "
      + "Exit status 5 when anything does not hold."
  )

  @OptionGroup var options: RecordOptions

  mutating func run() throws {
    let record = try RecordAccess.read(options, for: "verify")
    let report = record.verify()
    if options.json {
      try Output.json(Document(report))
    } else {
      Output.line("\(report.entries) entries, \(report.checkedSignatures) signatures checked")
      Output.line("head \(report.seq): \(report.words.joined(separator: " "))")
      for problem in report.problems {
        Output.line(
          "entry \(problem.seq.map(String.init) ?? "?"): \(problem.message) (\(problem.code))"
        )
      }
      Output.line(report.ok ? "The record is whole." : "The record does NOT hold. Keep the files.")
    }
    if !report.ok { throw ExitCode(Failure.Status.damaged.rawValue) }
  }

  private struct Document: Encodable {
    struct Problem: Encodable {
      var code: String
      var seq: UInt64?
      var message: String
    }
    var ok: Bool
    var entries: Int
    var seq: UInt64
    var head: String
    var words: [String]
    var checkedSignatures: Int
    var problems: [Problem]

    init(_ report: VerifyReport) {
      ok = report.ok
      entries = report.entries
      seq = report.seq
      head = report.head
      words = report.words
      checkedSignatures = report.checkedSignatures
      problems = report.problems.map {
        Problem(code: $0.code, seq: $0.seq, message: $0.message)
      }
    }
  }
}
