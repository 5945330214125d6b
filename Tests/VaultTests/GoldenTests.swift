internal import Casework
internal import Foundation
internal import Synchronization
internal import TestSupport
internal import Testing

@testable import Vault

/// Records of every version of the format, kept for ever under `Golden/`, and how one is made.
///
/// `.ci/golden` makes the one of the version that is written now, where there is none.
enum Golden {
  static let passphrase = "plum kettle orbit seven lantern"
  static let recoveryKey = RecoveryKey(random: .seeded(1900))

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden").path

  static func folder(_ major: UInt16) -> String { folder + "/v\(major)" }

  /// The versions that are kept.
  static func versions() throws -> [UInt16] {
    try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasPrefix("v") }.compactMap { UInt16($0.dropFirst()) }.sorted()
  }

  /// A copy that may be opened for writing.
  static func copy(_ major: UInt16) throws -> Fixture {
    let fixture = Fixture()
    let manager = FileManager.default
    try manager.copyItem(atPath: folder(major) + "/record", toPath: fixture.places.folder)
    try manager.createDirectory(
      atPath: fixture.root + "/state",
      withIntermediateDirectories: true
    )
    try manager.copyItem(atPath: folder(major) + "/state", toPath: fixture.places.state)
    return fixture
  }

  /// What a record of this version reads as, line by line.
  static func lines(_ major: UInt16) throws -> [String] {
    try String(contentsOfFile: folder(major) + "/expected.jsonl", encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }

  /// The drafts, the caseload and the numbers of a record, as kept beside it.
  static func facts(_ record: OpenRecord) -> String {
    let drafts = record.drafts().map { "draft \($0.form): \($0.text)" }
    let children = record.childNames().map {
      "child \($0.ref): \(record.entries(of: $0.id).count) entries"
    }
    let state = record.state
    return
      (children + drafts + [
        "entries \(state.entries), frames \(state.seq), epoch \(record.header.epoch)",
        "head \(state.head)", "words \(record.headWords.joined(separator: " "))",
        "zone \(record.zone.identifier)",
      ]).joined(separator: "\n") + "\n"
  }
}

@Suite("Records of every version of the format")
struct GoldenTests {
  @Test("Each opens with its passphrase and its recovery key and reads as it did when it was made")
  func opens() throws {
    for major in try Golden.versions() {
      // Version 0 was never given to anybody: it is refused, not read.
      if major == 0, FormatVersion.major > 0 {
        #expect(throws: VaultError.newerFormat(major: 0)) { try Golden.copy(0).open() }
        continue
      }
      let fixture = try Golden.copy(major)
      let facts = try String(contentsOfFile: Golden.folder(major) + "/facts.txt", encoding: .utf8)
      let record = try fixture.open(OpenOptions(forWriting: false))
      #expect(try record.exportLines() == Golden.lines(major))
      #expect(record.verify().problems == [])
      #expect(record.state.notices == [])
      // Drafts are offered where the record may be written.
      let written = try fixture.open()
      #expect(Golden.facts(written) == facts)
      #expect(written.readOnlyReason == nil)
      #expect(try written.exportLines() == Golden.lines(major))
      let other = try OpenRecord.open(
        fixture.places,
        passphrase: Passphrase(Golden.recoveryKey.shown),
        surroundings: fixture.surroundings()
      )
      #expect(try other.exportLines() == Golden.lines(major))
      // And it goes on.
      let child = try #require(other.child(ref: "K01"))
      try other.note("goes on", child)
      try other.openChild("K90", note: "a new child")
      #expect(try fixture.open().exportLines().starts(with: Golden.lines(major)))
    }
    // From version 1 on there is always one of the version that is written.
    let isKept = try Golden.versions().contains(FormatVersion.major)
    #expect(isKept == (FormatVersion.major > 0))
  }

  @Test("One that is made holds an entry of every type, restricted ones, and acts about several")
  func complete() throws {
    let record = try GoldenStory.told().open(OpenOptions(forWriting: false))
    let lines = try record.exportLines()
    for sample in Samples.all {
      #expect(lines.contains { $0.hasSuffix("\"type\":\"\(sample.type)\"}") }, "\(sample.type)")
    }
    #expect(lines.contains { $0.contains("\"group\":") })
    for kind in Restriction.allCases {
      #expect(lines.contains { $0.contains("\"restricted\":\"\(kind.rawValue)\"") })
    }
    #expect(record.verify().problems == [])
    #expect(record.state.notices == [])
    #expect(try Golden.versions().allSatisfy { try !Golden.lines($0).isEmpty })
  }

  /// `MAINSTAY_MAKE_GOLDEN=1`, by `.ci/golden`; refused where there is one.
  @Test(
    "Makes the record of the version that is written now",
    .enabled(if: ProcessInfo.processInfo.environment["MAINSTAY_MAKE_GOLDEN"] == "1")
  )
  func make() throws {
    let target = Golden.folder(FormatVersion.major)
    try #require(
      !FileManager.default.fileExists(atPath: target),
      "there is a golden record of version \(FormatVersion.major): it is kept for ever"
    )
    let fixture = try GoldenStory.told()
    let record = try fixture.open()
    let facts = Golden.facts(record)
    let lines = try record.exportLines()
    try #require(record.verify().problems == [] && record.state.notices == [])
    record.close()
    let manager = FileManager.default
    try manager.createDirectory(atPath: target, withIntermediateDirectories: true)
    try manager.copyItem(atPath: fixture.places.folder, toPath: target + "/record")
    try manager.copyItem(atPath: fixture.places.state, toPath: target + "/state")
    // Git keeps no empty folder, and no reader needs one.
    for name in try manager.contentsOfDirectory(atPath: target + "/record") {
      let path = target + "/record/" + name
      if (try? manager.contentsOfDirectory(atPath: path))?.isEmpty == true {
        try manager.removeItem(atPath: path)
      }
    }
    try Data(lines.map { $0 + "\n" }.joined().utf8)
      .write(to: URL(filePath: target + "/expected.jsonl"))
    try Data(facts.utf8).write(to: URL(filePath: target + "/facts.txt"))
    try Data((Golden.passphrase + "\n" + Golden.recoveryKey.shown + "\n").utf8)
      .write(to: URL(filePath: target + "/passphrase.txt"))
    print(
      "closing: golden: version \(FormatVersion.major), \(lines.count) entries, kept in \(target)"
    )
  }

  @Test("A frame of another version stops a record from being written, whoever signed it")
  func downgrade() throws {
    let sample = try SampleLog(frames: 8)
    let spoiler = Spoiler(sample)
    try spoiler.append(spoiler.forge.frame { $0.version = FormatVersion.frame + 1 })
    let fixture = Fixture(disk: spoiler.disk, root: "/v")
    let log = try spoiler.disk.read(fixture.places.log)
    let record = try fixture.openFast()
    #expect(throws: VaultError.readOnly(.damage(seq: 9))) { try record.note("no", sample.first) }
    // An open record, too, that had not seen it yet.
    let open = try Fixture(disk: SimulatedDisk(sample.disk.state.withLock { $0.image }), root: "/v")
      .openFast()
    try (open.disk as? SimulatedDisk)?.write(fixture.places.log, log)
    #expect(throws: VaultError.self) { try open.note("no", sample.first) }
    #expect(try open.disk.read(fixture.places.log) == log)
  }
}
