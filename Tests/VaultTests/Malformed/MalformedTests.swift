internal import Casework
internal import Crypto
internal import Foundation
internal import Synchronization
internal import Testing

@testable import Vault

@Suite("A record that breaks a rule of the format")
struct MalformedTests {
  private static let sample = Result { try SampleLog(frames: 8) }

  @Test("Each is refused for what it is, and nothing of it is changed", arguments: Malformed.all)
  func rule(_ malformed: Malformed) throws {
    let sample = try MalformedTests.sample.get()
    let spoiler = Spoiler(sample)
    try malformed.make(spoiler)
    let disk = spoiler.disk
    let log = try? disk.read(sample.fixture.places.log)
    let fixture = Fixture(disk: disk, root: "/v", entropy: .seeded(8))
    func open() throws -> OpenRecord { try fixture.openFast() }
    switch malformed.outcome {
    case .refused(let expected):
      do {
        let record = try open()
        Issue.record("opened: \(record.state)")
      } catch let error as VaultError {
        if case .damagedHeader(reason: "*") = expected, case .damagedHeader = error { break }
        #expect(error.withoutTimes == expected)
      }
      // Nor without an index, as `mainstay note` opens it.
      #expect(throws: VaultError.self) { try fixture.openFast(OpenOptions(index: false)) }
    case .damaged(let seq, let reason):
      let record = try open()
      #expect(record.readOnlyReason == .damage(seq: seq))
      #expect(record.state.seq == 8)
      #expect(try record.exportLines() == sample.lines)
      let problem = record.verify().problems.first
      #expect(problem?.seq == seq && problem?.message == reason, "\(String(describing: problem))")
      #expect(throws: VaultError.self) { try record.note("no", sample.first) }
    case .ignored(let notice):
      let record = try open()
      #expect(record.readOnlyReason == nil)
      #expect(record.state.notices.contains { $0.contains(notice) }, "\(record.state.notices)")
      #expect(try record.exportLines() == sample.lines)
    case .mended:
      let record = try open()
      #expect(record.readOnlyReason == nil)
      #expect(try record.exportLines() == sample.lines)
      #expect(record.verify().problems == [])
      try record.openChild("K97", note: "goes on")
      #expect(try open().readOnlyReason == nil)
      return
    }
    #expect((try? disk.read(sample.fixture.places.log)) == log)
  }

  @Test("There are many, each of its own name")
  func corpus() {
    let names = Malformed.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.count >= 60)
    print("closing: malformed records: \(names.count) named, each refused for what it is")
  }

  @Test("What the forge makes without a change is sound")
  func control() throws {
    let sample = try MalformedTests.sample.get()
    let bytes = try sample.disk.read(sample.fixture.places.header)
    let spoiler = Spoiler(sample)
    #expect(spoiler.forge.header(bytes) { _ in } == bytes)
    try spoiler.keys { forge, bytes in forge.keys(bytes) { _, _ in } }
    let place = sample.record.place
    try spoiler.append(
      spoiler.forge.frame {
        $0.seq = place.seq + 2
        $0.previous = Sealing.sha256(
          (try? spoiler.disk.read(spoiler.places.log))?.suffix(696) ?? []
        )
      }
    )
    let fixture = Fixture(disk: spoiler.disk, root: "/v", entropy: .seeded(8))
    let record = try fixture.openFast()
    #expect(record.readOnlyReason == nil)
    #expect(record.state.seq == place.seq + 2)
    #expect(record.verify().problems == [])
  }

  @Test("A newer minor version is read as if it were ours; a major or a flag of another is not")
  func versions() throws {
    let sample = try MalformedTests.sample.get()
    let forge = Forge(sample.record)
    let bytes = try sample.disk.read(sample.fixture.places.header)
    for minor in [1, 255] as [UInt8] {
      let header = try Header(forge.header(bytes) { $0[10] = minor })
      #expect(try header.unlock(Fixture.key).roots.vaultID == sample.record.header.vaultID)
    }
    for major in UInt16.min...UInt16(600) where major != FormatVersion.major {
      let changed = forge.header(bytes) {
        $0[8] = UInt8(truncatingIfNeeded: major)
        $0[9] = UInt8(major >> 8)
      }
      #expect(throws: VaultError.newerFormat(major: Int(major))) { try Header(changed) }
    }
    for flag in 0..<32 {
      let changed = forge.header(bytes) { $0[44 + flag / 8] = 1 << UInt8(flag % 8) }
      #expect(throws: VaultError.newerFormat(major: Int(FormatVersion.major))) {
        try Header(changed)
      }
    }
  }

  /// All 256 costs with many block sizes and lanes, each in a header that the guardian signed.
  @Test("A cost that a hostile header asks for is refused before anything is computed")
  func hostileCosts() throws {
    let sample = try MalformedTests.sample.get()
    let forge = Forge(sample.record)
    let bytes = try sample.disk.read(sample.fixture.places.header)
    let tally = Tally()
    let pairs: [(UInt8, UInt8)] =
      [(8, 1), (0, 0), (8, 0), (8, 2), (8, 255), (1, 1), (7, 1), (9, 1), (32, 1), (255, 255)]
    onAllCores(256) { logN in
      for (r, p) in pairs {
        let changed = forge.header(bytes) {
          $0.replaceSubrange(144...148, with: [UInt8(logN), r, 0, 0, p])
        }
        tally.add("tried")
        let isAccepted = (15...20).contains(logN) && r == 8 && p == 1
        let copy = Spoiler(sample)
        let derivations = Mutex(0)
        do {
          for name in ["", ".bak"] { try copy.disk.write(copy.places.header + name, changed) }
          _ = try OpenRecord.open(
            copy.places,
            options: OpenOptions(index: false),
            surroundings: Fixture(disk: copy.disk, root: "/v").surroundings()
          ) { _ in
            derivations.withLock { $0 += 1 }
            return Fixture.key
          }
          tally.add("opened")
        } catch let error as VaultError {
          if error != (isAccepted ? .tampered(what: "header") : .damagedHeader(reason: "kdf")) {
            tally.wrong("wrong", "\(logN) \(r) \(p): \(error)")
          }
        } catch {
          tally.wrong("wrong", "\(logN) \(r) \(p): \(error)")
        }
        if derivations.withLock({ $0 }) != (isAccepted ? 1 : 0) {
          tally.wrong("computed", "\(logN) \(r) \(p)")
        }
      }
    }
    #expect(tally["opened"] == 1)
    tally.close(
      "hostile costs",
      "\(tally["tried"].grouped) of logN 0…255 with ten pairs of r and p; "
        + "\(tally["computed"]) computed that should not be, \(tally["wrong"]) refused otherwise"
    )
    #expect(tally.failures == [])
  }
}
