internal import Casework
internal import Foundation
internal import Synchronization
internal import Testing

@testable import Vault

@Suite("The power fails")
struct CrashTests {
  /// 2,000 states in every run and a million at night, each opened for writing; where opening wrote
  /// something, the next state is a crash in the middle of that.
  @Test("No acknowledged act is lost, none is kept in part, and every record opens for writing")
  func crashStates() throws {
    let afternoon = try Afternoon()
    let tally = Tally()
    let states = Amount.of(2_000, nightly: 1_000_000)
    let pieces = 64
    onAllCores(pieces) { piece in
      var random = Seeded(state: UInt64(20 + piece))
      var number = piece
      while number < states {
        defer { number += pieces }
        // Every boundary first, then anywhere.
        let count =
          number < afternoon.points.operations
          ? number + 1 : Int.random(in: 1...afternoon.points.operations, using: &random)
        let crashed = afternoon.points.state(after: count, random: &random)
        tally.add("states")
        let isThorough = number % Amount.of(32, nightly: 100) == 0
        let words = "state \(number) after \(count)"
        check(crashed, afternoon, count, isThorough, words, tally)
        // And again in the middle of the recovery.
        let recovery = CrashPoints(crashed)
        if recovery.operations == 0 { continue }
        number += pieces
        let again = recovery.state(
          after: Int.random(in: 0...recovery.operations, using: &random),
          random: &random
        )
        tally.add("recoveries")
        check(again, afternoon, count, isThorough, words + " recovering", tally)
      }
    }
    let rate = Int(Double(tally["states"] + tally["recoveries"]) / tally.seconds)
    tally.close(
      "crash states",
      "\((tally["states"] + tally["recoveries"]).grouped) states of an afternoon of "
        + "\(afternoon.points.operations) operations, \(tally["recoveries"].grouped) of them during "
        + "recovery, "
        + "\(tally["thorough"].grouped) read whole, \(rate) a second; "
        + "\(tally["lost"]) acknowledged acts lost, \(tally["drafts"]) drafts lost, "
        + "\(tally["unopenable"]) records unopenable, \(tally["wrong"]) read wrongly"
    )
    #expect(tally.failures == [])
  }

  private func check(
    _ disk: SimulatedDisk,
    _ afternoon: Afternoon,
    _ count: Int,
    _ isThorough: Bool,
    _ words: String,
    _ tally: Tally
  ) {
    let least = afternoon.acknowledged(after: count)
    // Until creation has been acknowledged there is a whole record or none.
    if least == 0, !disk.isThere(afternoon.places.folder) { return }
    let fixture = Fixture(disk: disk, root: "/v", entropy: .constant(7))
    do {
      let record = try fixture.openFast(OpenOptions(index: false))
      guard record.readOnlyReason == nil else {
        return tally.wrong("unopenable", "\(words): \(record.state)")
      }
      let size = record.place.size
      if size < least { return tally.wrong("lost", "\(words): \(size) of \(least)") }
      // The same bytes and the same keys are the same words.
      guard let lines = afternoon.ends[size],
        try disk.read(afternoon.places.log).elementsEqual(afternoon.log.prefix(Int(size)))
      else { return tally.wrong("wrong", "\(words): not the acts that were kept") }
      for (from, row) in afternoon.children where from <= size {
        if record.keyring.child(row.id)?.key != row.key {
          tally.wrong("lost", "\(words): the keys of a child")
        }
      }
      for promise in afternoon.drafts where promise.from <= count && count < promise.to {
        if !record.drafts().contains(where: {
          $0.id == promise.id && promise.texts.contains($0.text)
        }) {
          tally.wrong("drafts", "\(words): draft from \(promise.from)")
        }
      }
      if isThorough { try readWhole(disk, afternoon, lines, words, tally) }
    } catch {
      tally.wrong("unopenable", "\(words): \(error)")
    }
  }

  /// What was recovered is read with an index and verified, and goes on with a new child.
  private func readWhole(
    _ recovered: SimulatedDisk,
    _ afternoon: Afternoon,
    _ count: Int,
    _ words: String,
    _ tally: Tally
  ) throws {
    tally.add("thorough")
    // On a copy: the recovery itself is crashed next.
    let disk = SimulatedDisk(recovered.state.withLock { $0.image })
    let fixture = Fixture(disk: disk, root: "/v", entropy: .seeded(7))
    let record = try fixture.openFast()
    let lines = Array(afternoon.lines.prefix(count))
    let problems = record.verify().problems
    if try record.exportLines() != lines || problems != [] {
      tally.wrong("wrong", "\(words): \(problems)")
    }
    // A new child, so that the keys are replaced once more.
    try record.openChild("K99", note: "goes on")
    let again = try fixture.openFast(OpenOptions(index: false))
    let after = try again.exportLines()
    if after.count < count + 2 || Array(after.prefix(count)) != lines
      || again.verify().problems != []
    {
      tally.wrong("wrong", "\(words): the next note")
    }
  }

  @Test("After a failed sync nothing more is written, and the record says why")
  func poisoned() throws {
    let disk = SimulatedDisk()
    try disk.makeFolder("/v")
    let fixture = Fixture(disk: disk, root: "/v")
    let record = try fixture.createFast()
    let child = try record.openChild("K01", note: "the first")
    // The first operation of a note is the write, the second its sync.
    disk.fail(SimulatedDisk.Fault(at: 1, code: EIO, isPersistent: false, isShort: false))
    #expect(throws: VaultError.notSaved(reason: .sync, errno: EIO)) {
      try record.note("lost", child)
    }
    let count = disk.count
    #expect(throws: VaultError.readOnly(.poisoned)) { try record.note("refused", child) }
    #expect(record.readOnlyReason == .poisoned)
    #expect(disk.count == count)
  }

  @Test("A full disk takes the space that was kept for one last note")
  func spare() throws {
    let disk = SimulatedDisk()
    try disk.makeFolder("/v")
    let fixture = Fixture(disk: disk, root: "/v")
    let record = try fixture.createFast()
    let child = try record.openChild("K01", note: "the first")
    disk.fail(SimulatedDisk.Fault(at: 0, code: ENOSPC, isPersistent: false, isShort: true))
    try record.note("the last", child)
    #expect(try disk.read(fixture.places.spare).isEmpty)
    #expect(record.state.notices.contains { $0.contains("full") })
    disk.fail(nil)
    #expect(try fixture.openFast().entries(of: child).count == 2)
    #expect(try disk.read(fixture.places.spare).count == CreateOptions.spare)
  }
}
