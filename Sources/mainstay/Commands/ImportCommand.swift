import ArgumentParser
import Casework
import Foundation
import Vault

/// Brings children and notes in from elsewhere; every refused row is named.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring in children and notes; every refused row is named.",
    subcommands: [ImportNotes.self, ImportSSDA903.self]
  )
}

/// Notes as JSON Lines.
struct ImportNotes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: NotesImport.name,
    abstract: "Import notes from JSON Lines: ref, name, at, kind, body; perhaps due, minutes, seen."
  )

  @Argument(help: "The file.")
  var file: String

  @OptionGroup var options: RecordOptions

  mutating func run() throws {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw CommandFailure.file(file, "it cannot be read")
    }
    let name = URL(fileURLWithPath: file).lastPathComponent
    try ImportRun.run(options) { NotesImport.plan(data, file: name, context: $0) }
  }
}

/// A council's SSDA903 return.
struct ImportSSDA903: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: SSDA903Import.name,
    abstract: "Import header.csv, episodes.csv, missing.csv and uasc.csv of an SSDA903 return."
  )

  @Argument(help: "The folder that holds the files.")
  var directory: String

  @Option(help: "Take the first N children that have placements.")
  var children: Int?

  @OptionGroup var options: RecordOptions

  func validate() throws {
    if let children, children < 1 { throw ValidationError("--children takes a number from 1") }
  }

  mutating func run() throws {
    var texts: [String: String] = [:]
    for file in SSDA903Import.files {
      let path = directory + "/" + file.name
      if FileManager.default.fileExists(atPath: path) {
        texts[file.name] = try ImportRun.text(of: path)
      }
    }
    guard texts["header.csv"] != nil, texts["episodes.csv"] != nil else {
      throw CommandFailure.file(directory, "header.csv and episodes.csv must be there")
    }
    let limit = children
    try ImportRun.run(options) {
      do {
        return try SSDA903Import.plan(texts, limit: limit, context: $0)
      } catch ImportProblem.notATable(let file) {
        throw CommandFailure.file(file, "it is not a table of comma-separated values")
      } catch ImportProblem.columnsMissing(let file, let columns) {
        throw CommandFailure.file(file, "it lacks the columns \(columns.joined(separator: ", "))")
      }
    }
  }
}

/// What every import does: read, plan, keep, report.
enum ImportRun {
  /// A file's text.
  ///
  /// - Parameter path: Where it lies.
  /// - Returns: Its text.
  /// - Throws: ``CommandFailure/file(_:_:)`` when it cannot be read or is not UTF-8.
  static func text(of path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure.file(path, "it cannot be read")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw CommandFailure.file(path, "it is not UTF-8 text")
    }
    return text
  }

  /// Plans an import against the open record, keeps it and reports.
  ///
  /// - Parameters:
  ///   - options: The command's.
  ///   - plan: Makes the plan.
  /// - Throws: Whatever stopped it; what was kept before stays kept, and is said.
  static func run(
    _ options: RecordOptions,
    plan: (ImportContext) throws -> ImportPlan
  ) throws {
    let record = try RecordAccess.read(options, for: "import")
    if let why = record.readOnlyReason { throw VaultError.readOnly(why) }
    var next = RefCounter(after: record)
    let plan = try plan(
      ImportContext(
        zone: record.zone,
        now: Live.now(),
        newID: { record.newID() },
        child: { record.child(ref: $0) },
        nextRef: { next.take() }
      )
    )
    var onDisk = 0
    do {
      _ = try record.keep(batch: plan.acts) { onDisk = $0 }
    } catch {
      Output.error(
        "mainstay: \(onDisk) of \(plan.acts.count) acts were kept before it stopped."
      )
      throw error
    }
    Output.hasKept = true
    try report(plan, json: options.json)
  }

  private static func report(_ plan: ImportPlan, json: Bool) throws {
    if json {
      return try Output.json(
        Document(
          read: plan.read,
          kept: plan.kept,
          refused: plan.refused,
          children: plan.children,
          contacts: plan.contacts,
          left: plan.left > 0 ? plan.left : nil
        )
      )
    }
    Output.line("\(plan.read) rows read, \(plan.kept) kept, \(plan.refused.count) refused")
    Output.line("\(plan.children) children, \(plan.contacts) contacts")
    if plan.left > 0 { Output.line("\(plan.left) rows of children that were not asked for") }
    for row in plan.refused { Output.line("refused: \(row.file) row \(row.row): \(row.why)") }
  }

  private struct Document: Encodable {
    var read: Int
    var kept: Int
    var refused: [RefusedRow]
    var children: Int
    var contacts: Int
    var left: Int?
  }
}

/// Hands out refs that nobody has had, for children that are not in the record yet.
struct RefCounter {
  private var number: Int

  /// Starts after the highest `K` number of a record.
  init(after record: any RecordWriter) {
    number = Int(record.nextRef().dropFirst()) ?? 1
  }

  /// The next: `K` and two or more digits.
  mutating func take() -> String {
    defer { number += 1 }
    return "K" + (number < 10 ? "0\(number)" : "\(number)")
  }
}
