internal import Casework
internal import Foundation
internal import Synchronization
internal import Testing

@testable import Vault

@Suite("An older copy is noticed")
struct OlderCopyTests {
  private struct Rolled {
    let fixture: Fixture
    let old: SimulatedDisk.Image
    let child: ChildID
    let markPath: String

    init() throws {
      let disk = SimulatedDisk()
      try disk.makeFolder("/v")
      fixture = Fixture(disk: disk, root: "/v")
      let record = try fixture.createFast()
      child = try record.openChild("K01", note: "one")
      old = disk.state.withLock { $0.image }
      try record.note("two", child)
      try record.note("three", child)
      markPath = fixture.places.highWater(record.header.vaultID)
    }

    /// The folder as it was, with what this computer has seen since.
    func restored() throws -> Fixture {
      let copy = SimulatedDisk(old)
      try copy.write(markPath, try fixture.disk.read(markPath))
      return Fixture(disk: copy, root: "/v")
    }
  }

  @Test("It is refused, and the facts say how much is missing")
  func refused() throws {
    let rolled = try Rolled()
    let fixture = try rolled.restored()
    #expect(
      refusal { try fixture.openFast() }
        == VaultError.olderCopy(OlderCopy(seq: 3, seenSeq: 5, isFork: false))
    )
  }

  @Test("The facts say when this copy ends, and when this computer last saw the record")
  func times() throws {
    let rolled = try Rolled()
    let fixture = try rolled.restored()
    let error = #expect(throws: VaultError.self) { try fixture.openFast() }
    guard case .olderCopy(let older) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    let copy = try fixture.openFast(OpenOptions(olderCopy: .readOnly))
    let last = copy.entries(of: rolled.child).map(\.stamp.recordedAt).max()
    #expect(older.endedAt == last)
    let (ended, seen) = (try #require(older.endedAt), try #require(older.seenAt))
    #expect(ended < seen)
    #expect(ended > Fixture.start && seen < Fixture.start.adding(minutes: 60))
  }

  @Test("It may be read without being changed")
  func readOnly() throws {
    let rolled = try Rolled()
    let fixture = try rolled.restored()
    let log = try fixture.disk.read(fixture.places.log)
    let record = try fixture.openFast(OpenOptions(olderCopy: .readOnly))
    #expect(record.readOnlyReason == .olderCopy)
    #expect(record.entries(of: rolled.child).count == 1)
    #expect(throws: VaultError.readOnly(.olderCopy)) { try record.note("no", rolled.child) }
    #expect(try fixture.disk.read(fixture.places.log) == log)
  }

  @Test("Taken as a restored backup, the record says so with both heads")
  func accepted() throws {
    let rolled = try Rolled()
    let fixture = try rolled.restored()
    let record = try fixture.openFast(OpenOptions(olderCopy: .accept))
    let said = record.entries(of: nil).compactMap { $0.body as? RestoredFrom }
    #expect(said.map(\.seq) == [3])
    #expect(said.map(\.seenSeq) == [5])
    try record.note("goes on", rolled.child)
    #expect(try fixture.openFast().readOnlyReason == nil)
  }

  @Test("A copy in another folder that has gone further keeps its mark, whoever writes next")
  func furtherCopy() throws {
    let fixture = Fixture(disk: SimulatedDisk(), root: "/v")
    try fixture.disk.makeFolder("/v")
    let record = try fixture.createFast()
    let child = try record.openChild("K01", note: "one")
    let copy = Places(folder: "/v/copy", state: fixture.places.state)
    try fixture.disk.makeFolder(copy.folder)
    for name in try fixture.disk.names(in: fixture.places.folder) {
      guard let bytes = try? fixture.disk.read(fixture.places.folder + "/" + name) else { continue }
      try fixture.disk.write(copy.folder + "/" + name, bytes)
    }
    let other = try OpenRecord.open(
      copy,
      options: OpenOptions(),
      surroundings: fixture.surroundings()
    ) { _ in Fixture.key }
    try record.note("two", child)
    for number in 1...3 {
      try other.note("in the copy, \(number)", child)
      let seen = other.readHighWater()?.mark.place
      try record.note("here, \(number)", child)
      let now = try #require(record.readHighWater()?.mark.place)
      #expect(now.seq >= (seen?.seq ?? 0) && now.seq >= record.state.seq, "\(number)")
    }
    for number in 4...9 {
      try other.note("in the copy, \(number)", child)
    }
    let furthest = try #require(other.readHighWater()?.mark.place)
    #expect(furthest.seq == other.state.seq && furthest.seq > record.state.seq + 3)
    try record.note("behind", child)
    try record.note("still behind", child)
    #expect(record.readHighWater()?.mark.place == furthest)
  }

  @Test("Another history of the same length is not taken for this one")
  func fork() throws {
    let rolled = try Rolled()
    let other = SimulatedDisk(rolled.old)
    let fixture = Fixture(disk: other, root: "/v")
    let record = try fixture.openFast()
    for number in 1...3 { try record.note("elsewhere \(number)", rolled.child) }
    try other.write(rolled.markPath, try rolled.fixture.disk.read(rolled.markPath))
    #expect(
      refusal { try fixture.openFast() }
        == VaultError.olderCopy(OlderCopy(seq: 6, seenSeq: 5, isFork: true))
    )
    #expect(
      refusal { try fixture.openFast(OpenOptions(index: false)) }
        == VaultError.olderCopy(OlderCopy(seq: 6, seenSeq: 5, isFork: true))
    )
  }

  @Test("An old keys file put back is tampering")
  func oldKeys() throws {
    let rolled = try Rolled()
    let fixture = rolled.fixture
    let old = try fixture.disk.read(fixture.places.keys)
    let record = try fixture.openFast()
    try record.openChild("K02", note: "another child")
    for name in ["", ".bak"] { try fixture.disk.write(fixture.places.keys + name, old) }
    #expect(throws: VaultError.tampered(what: "keys")) { try fixture.openFast() }
    #expect(throws: VaultError.tampered(what: "keys")) {
      try fixture.openFast(OpenOptions(index: false))
    }
  }

  @Test("A computer that has not seen the record says so, with six words")
  func unseen() throws {
    let rolled = try Rolled()
    try rolled.fixture.disk.remove(rolled.markPath)
    let record = try rolled.fixture.openFast()
    let words = record.headWords.joined(separator: " ")
    #expect(record.headWords.count == 6)
    #expect(record.state.notices.contains { $0.contains(words) })
    #expect(try rolled.fixture.openFast().state.notices == [])
  }

  @Test("A mark that another hand wrote counts for nothing")
  func forgedMark() throws {
    let rolled = try Rolled()
    var mark = try rolled.fixture.disk.read(rolled.markPath)
    mark[21] ^= 1
    try rolled.fixture.disk.write(rolled.markPath, mark)
    #expect(try rolled.fixture.openFast().readOnlyReason == nil)
  }
}
