internal import Casework
internal import Crypto
internal import Foundation

@testable import Vault

/// How far a record reads, in words that both readers have.
struct Answer: Decodable, Equatable, CustomStringConvertible {
  /// `whole`, `torn`, `damaged 12`, or what refused: `wrong`, `none`, `newer`, `header`, `slot`, `keys`.
  var answer: String
  /// How many lines the export has.
  var lines: Int
  /// SHA-256 of the export, in hexadecimal: equal where every byte is.
  var sha256: String

  var description: String { "\(answer), \(lines) lines, \(sha256.prefix(8))" }

  init(_ answer: String, _ lines: [String]) {
    self.answer = answer
    self.lines = lines.count
    sha256 = Sealing.sha256(Answer.export(lines)).hex
  }

  static func export(_ lines: [String]) -> [UInt8] { lines.flatMap { Array($0.utf8) + [10] } }

  /// What this program says of a record that this computer has never seen.
  init(of folder: String, state: String, stretched: SymmetricKey, fixture: Fixture) {
    let places = Places(folder: folder, state: state)
    defer { try? FileManager.default.removeItem(atPath: state) }
    do {
      let record = try OpenRecord.open(
        places,
        options: OpenOptions(forWriting: false),
        surroundings: fixture.surroundings()
      ) { _ in stretched }
      defer { record.close() }
      let lines = try record.exportLines()
      if case .damage(let seq) = record.readOnlyReason {
        self.init("damaged \(seq)", lines)
      } else {
        self.init(try record.log.size() > record.place.size ? "torn" : "whole", lines)
      }
    } catch {
      self.init(Answer.word(for: error), [])
    }
  }

  private static func word(for error: any Error) -> String {
    switch error {
    case VaultError.damaged(let seq, _): "damaged \(seq)"
    case VaultError.wrongPassphrase: "wrong"
    case VaultError.noRecord: "none"
    case VaultError.newerFormat: "newer"
    case VaultError.damagedHeader: "header"
    case VaultError.tampered(let what) where ["slot", "keys"].contains(what): what
    case VaultError.tampered: "header"
    case VaultError.unreadable(let what, _): what
    default: "\(error)"
    }
  }
}

/// The reader in Python, written from the format document alone: one process for many questions.
final class SecondReader {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Reader").standardized.path

  static let isThere: Bool = {
    let found = try? run(["-c", "import cryptography"])
    return found?.status == 0
  }()

  /// Runs Python to its end.
  static func run(_ arguments: [String]) throws -> (status: Int32, out: Data) {
    try run("python3", ["-B"] + arguments)
  }

  /// The built program, which lies beside the tests; nil where it was not built.
  static let program: String? = {
    let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let path = beside.appending(path: "mainstay").path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()

  /// Runs a program to its end, with nobody's settings.
  static func run(_ program: String, _ arguments: [String], home: String? = nil) throws
    -> (status: Int32, out: Data)
  {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      (home.map { ["-i", "HOME=\($0)", "LANG=C.UTF-8"] } ?? []) + [program] + arguments
    let out = Pipe()
    process.standardOutput = out
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = out.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, data)
  }

  /// What a person would run.
  static func read(_ folder: String, passphrase: String, in fixture: Fixture) throws
    -> (status: Int32, out: Data)
  {
    let file = try written(passphrase, in: fixture)
    return try run([SecondReader.folder + "/read_record.py", folder, "--passphrase-file", file])
  }

  static func written(_ passphrase: String, in fixture: Fixture) throws -> String {
    let file = fixture.root + "/passphrase"
    try Data((passphrase + "\n").utf8).write(to: URL(filePath: file))
    return file
  }

  private let process = Process()
  private let questions = Pipe()
  private let answers = Pipe()
  private var pending = Data()

  init() throws {
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-B", SecondReader.folder + "/read_many.py"]
    process.standardInput = questions
    process.standardOutput = answers
    try process.run()
  }

  deinit {
    try? questions.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  struct Silent: Error {}

  func answer(_ folder: String, stretched: SymmetricKey) throws -> Answer {
    let asked = ["folder": folder, "stretched": Sealing.bytes(of: stretched).hex]
    try questions.fileHandleForWriting.write(contentsOf: JSONEncoder().encode(asked) + [10])
    while true {
      if let end = pending.firstIndex(of: 10) {
        defer { pending = Data(pending[(end + 1)...]) }
        return try JSONDecoder().decode(Answer.self, from: Data(pending[..<end]))
      }
      let more = answers.fileHandleForReading.availableData
      guard !more.isEmpty else { throw Silent() }
      pending += more
    }
  }
}
