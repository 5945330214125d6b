internal import Casework
internal import Foundation
internal import Testing

@testable import Vault

/// The reader in Python, written from the format document alone.
private enum SecondReader {
  static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Reader/read_record.py").standardized.path

  static let isThere: Bool = {
    let found = try? run("python3", ["-c", "import cryptography"])
    return found?.status == 0
  }()

  static func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, out: Data) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let out = Pipe()
    process.standardOutput = out
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = out.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, data)
  }

  static func read(_ fixture: Fixture, passphrase: String) throws -> (status: Int32, out: Data) {
    let file = fixture.root + "/passphrase"
    try Data((passphrase + "\n").utf8).write(to: URL(filePath: file))
    return try run("python3", [script, fixture.places.folder, "--passphrase-file", file])
  }
}

@Suite("A second reader, written from the format document", .enabled(if: SecondReader.isThere))
struct SecondReaderTests {
  static let words = "plum kettle orbit seven lantern"

  private func filled(_ seed: UInt64, recovery: RecoveryKey? = nil) throws -> (Fixture, [String]) {
    var random = Seeded(state: seed)
    let fixture = Fixture()
    let record = try fixture.create(recovery: recovery)
    let texts = [
      "Đức ate well", "قال إنه بخير", "ሰላም", "\"quoted\" \\ back / slash", "tab\tline\nend\u{7}",
      "她说她很累", "🙂 \u{200D} \u{2028}", String(repeating: "long ", count: 400), "",
    ]
    var children: [ChildID] = []
    for number in 0..<3 {
      children.append(try record.openChild("K0\(number + 1)", note: "opened \(number)"))
    }
    for _ in 0..<12 {
      let text = texts[Int.random(in: 0..<texts.count, using: &random)]
      let child = children[Int.random(in: 0..<3, using: &random)]
      switch Int.random(in: 0..<4, using: &random) {
      case 0: try record.note(text, child, restricted: .police)
      case 1:
        _ = try record.keep(
          Act(
            parts: children.map {
              ActPart(child: $0, by: "guardian", entries: [record.entry(text)])
            }
          )
        )
      case 2:
        let json = "{\"later\": 1.0e2, \"list\": [ 1 , {\"b\":\"\\u00e9\\/\"} ]}"
        let body = UnknownEntry(writtenType: "from-later", json: json)
        _ = try record.keep(
          Act(child: child, entries: [NewEntry(occurredAt: Fixture.start, body: body)])
        )
      default: try record.note(text, child)
      }
    }
    let lines = try record.exportLines()
    record.close()
    return (fixture, lines)
  }

  private func bytes(_ lines: [String]) -> Data {
    Data(lines.map { $0 + "\n" }.joined().utf8)
  }

  @Test("It prints the same bytes", arguments: 1...UInt64(Amount.of(3, nightly: 50)))
  func same(seed: UInt64) throws {
    let (fixture, lines) = try filled(seed)
    let found = try SecondReader.read(fixture, passphrase: SecondReaderTests.words)
    #expect(found.status == 0)
    #expect(found.out == bytes(lines))
    #expect(lines.count > 15)
  }

  @Test("It opens with the recovery key, and refuses a wrong passphrase")
  func secrets() throws {
    let key = RecoveryKey(random: .system)
    let (fixture, lines) = try filled(9, recovery: key)
    #expect(try SecondReader.read(fixture, passphrase: key.shown.lowercased()).out == bytes(lines))
    let wrong = try SecondReader.read(fixture, passphrase: "plum kettle orbit seven lanterns")
    #expect(wrong.status == 3)
    #expect(wrong.out.isEmpty)
  }

  @Test("It refuses what this program refuses, and prints what was good before it")
  func refuses() throws {
    let (fixture, lines) = try filled(4)
    let log = try fixture.disk.read(fixture.places.log)
    let header = try fixture.disk.read(fixture.places.header)
    let mark = try #require(try fixture.disk.names(in: fixture.places.state).first)
    try fixture.disk.remove(fixture.places.state + "/" + mark)
    for at in stride(from: 1_500, to: log.count, by: log.count / 5) {
      for change in ["flip", "cut", "zeros"] {
        var changed = log
        switch change {
        case "flip": changed[at] ^= 4
        case "cut": changed = Array(log[..<at])
        default: for zero in at..<min(at + 700, log.count) { changed[zero] = 0 }
        }
        try fixture.disk.write(fixture.places.log, changed)
        let theirs = try SecondReader.read(fixture, passphrase: SecondReaderTests.words)
        let ours = try? fixture.open(OpenOptions(forWriting: false))
        let printed = try ours?.exportLines() ?? []
        #expect(theirs.out == bytes(printed), "\(change) at \(at)")
        #expect(printed == Array(lines.prefix(printed.count)))
        var isDamaged = ours == nil
        if case .damage = ours?.readOnlyReason { isDamaged = true }
        #expect(theirs.status == (isDamaged ? 5 : 0), "\(change) at \(at)")
        if let name = try? fixture.disk.names(in: fixture.places.state).first {
          try fixture.disk.remove(fixture.places.state + "/" + name)
        }
      }
    }
    try fixture.disk.write(fixture.places.log, log)
    for at in [8, 40, 60, 144, 170, 300, 12_500, 16_000, 16_300, 16_383] {
      var changed = header
      changed[at] ^= 1
      for name in ["", ".bak"] {
        try fixture.disk.write(fixture.places.header + name, changed)
      }
      let theirs = try SecondReader.read(fixture, passphrase: SecondReaderTests.words)
      #expect(theirs.status == 5 && theirs.out.isEmpty, "header at \(at)")
      #expect(throws: VaultError.self) { try fixture.open() }
    }
  }
}
