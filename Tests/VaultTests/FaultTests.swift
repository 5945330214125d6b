internal import Casework
internal import Foundation
internal import Synchronization
internal import Testing

@testable import Vault

/// What can go wrong with one operation of the disk.
private struct Trouble: Sendable {
  let name: String
  let code: Int32
  var isShort = false

  static let all = [
    Trouble(name: "EIO", code: EIO), Trouble(name: "ENOSPC", code: ENOSPC),
    Trouble(name: "a short write", code: ENOSPC, isShort: true),
    Trouble(name: "EINTR", code: EINTR), Trouble(name: "EROFS", code: EROFS),
  ]
}

@Suite("The disk says no")
struct FaultTests {
  /// Every operation of two sittings fails in every way, once and from then on: an ordinary one, and
  /// one that begins with mending what a power cut left.
  @Test("What was said to be kept is there, after opening again and after a power cut")
  func everyOperation() throws {
    let tally = Tally()
    let sittings = [try Sitting(isMended: false), try Sitting(isMended: true)]
    onAllCores(Trouble.all.count * 4) { number in
      let trouble = Trouble.all[number % Trouble.all.count]
      let half = number / Trouble.all.count
      // In every run EIO at every operation and a short write once at every one, the others at every
      // third in turn.
      let isWhole = trouble.name == "EIO" || (trouble.isShort && half % 2 == 0)
      let step = Amount.isNightly || isWhole ? 1 : 3
      var at = number % step
      while run(sittings[half / 2], trouble, at, half % 2 == 1, tally) { at += step }
      tally.add("operations", at)
    }
    tally.close(
      "faults",
      "\(tally["faults"].grouped) faults at \(tally["operations"].grouped) operations (EIO, ENOSPC, short write, EINTR, EROFS; "
        + "once and for good; \(tally["syncs"]) of them a failed sync); \(tally["lost"]) acts lost "
        + "that were said to be kept, \(tally["unopenable"]) records that did not open again, "
        + "\(tally["written"]) writes after a failed sync, \(tally["wrong"]) other errors"
    )
    #expect(tally.failures == [])
    #expect(tally["operations"] > 400)
  }

  /// - Returns: False when the sitting has fewer operations.
  private func run(
    _ sitting: Sitting,
    _ trouble: Trouble,
    _ at: Int,
    _ isPersistent: Bool,
    _ tally: Tally
  ) -> Bool {
    let words = "\(trouble.name) at \(at), \(isPersistent ? "for good" : "once")"
    let disk = SimulatedDisk(sitting.image)
    let fixture = Fixture(disk: disk, root: "/v", entropy: .seeded(UInt64(at)))
    disk.fail(
      SimulatedDisk.Fault(
        at: at,
        code: trouble.code,
        isPersistent: isPersistent,
        isShort: trouble.isShort
      )
    )
    var kept = sitting.log
    sitting.sit(fixture, kept: &kept) { tally.wrong("wrong", "\(words): \($0)") }
    let (hasFailed, failedSync, operations) = disk.state.withLock {
      ($0.hasFailed, $0.failedSync, $0.operations)
    }
    if let failedSync, !sitting.isOfSpare(operations[failedSync], disk) {
      tally.add("syncs")
      for operation in operations[failedSync...] where sitting.changesRecord(operation, disk) {
        tally.wrong(
          "written",
          "\(words): \(operation.short) after \(operations[failedSync].short)"
        )
      }
    }
    disk.fail(nil)
    let crashed = CrashPoints(disk)
    var random = Seeded(state: UInt64(at))
    let after = crashed.state(after: crashed.operations, random: &random)
    check(kept, disk, at % 16 == 0, "\(words), opened again", tally)
    check(kept, after, at % 16 == 8, "\(words), after a power cut", tally)
    if hasFailed { tally.add("faults") }
    return hasFailed
  }

  private func check(
    _ kept: [UInt8],
    _ disk: SimulatedDisk,
    _ isThorough: Bool,
    _ words: String,
    _ tally: Tally
  ) {
    let fixture = Fixture(disk: disk, root: "/v", entropy: .seeded(9))
    do {
      let again = try fixture.openFast(OpenOptions(index: false))
      guard again.readOnlyReason == nil else {
        return tally.wrong("unopenable", "\(words): \(again.state)")
      }
      let log = try disk.read(fixture.places.log)
      if again.place.size < UInt64(kept.count) || !log.starts(with: kept) {
        tally.wrong("lost", words)
      }
      guard isThorough else { return }
      try again.openChild("K98", note: "goes on")
      let problems = again.verify().problems
      if problems != [] { tally.wrong("wrong", "\(words): \(problems)") }
    } catch {
      tally.wrong("unopenable", "\(words): \(error)")
    }
  }
}

/// A record, and what a guardian does with it while the disk fails.
private struct Sitting: Sendable {
  let image: SimulatedDisk.Image
  /// What had been acknowledged before.
  let log: [UInt8]
  private let places: Places
  private let child: ChildID
  private let draft: EntryID

  /// Mended means: as a power cut left it, with keys that were not yet replaced, half of a note, and
  /// the space for a last note used up.
  init(isMended: Bool) throws {
    let disk = SimulatedDisk()
    try disk.makeFolder("/v")
    let fixture = Fixture(disk: disk, root: "/v", entropy: .seeded(4))
    places = fixture.places
    let record = try fixture.createFast()
    child = try record.openChild("K01", note: "the first")
    draft = EntryID(rawValue: record.newID())
    try record.save(
      Draft(id: draft, child: child, form: "quick-entry", text: "ty", savedAt: Fixture.start)
    )
    if isMended {
      let keys = try disk.read(places.keys)
      try record.openChild("K09", note: "its keys are in keys.new")
      try disk.write(places.keys + ".new", try disk.read(places.keys))
      for name in ["", ".bak"] { try disk.write(places.keys + name, keys) }
      try disk.empty(places.spare)
    }
    let size = record.place.size
    if isMended {
      try record.note("cut short", child)
      let mark = places.highWater(record.header.vaultID)
      try disk.remove(mark)
      try disk.openLog(places.log, forWriting: true).truncate(to: size + 300)
    }
    log = Array(try disk.read(places.log).prefix(Int(size)))
    image = disk.state.withLock { $0.image }
  }

  /// A note, two new children, a restricted one, one about both, the draft's, an import, a new
  /// master key.
  ///
  /// - Parameters:
  ///   - fixture: Whose disk is about to fail.
  ///   - kept: Becomes the log as it was said to be kept.
  ///   - odd: Told of an error that says neither that the act is lost nor that nothing is written.
  func sit(_ fixture: Fixture, kept: inout [UInt8], odd: (String) -> Void) {
    func attempt(_ name: String, _ body: () throws -> OpenRecord) {
      do {
        let record = try body()
        kept = Array(try fixture.disk.read(places.log).prefix(Int(record.place.size)))
      } catch let error as VaultError {
        switch error {
        case .notSaved, .readOnly: break
        default: odd("\(name): \(error)")
        }
      } catch {
        odd("\(name): \(error)")
      }
    }
    var opened: OpenRecord?
    attempt("open") {
      let record = try fixture.openFast(OpenOptions(index: false))
      opened = record
      return record
    }
    guard let record = opened else { return }
    var other = child
    func act(_ name: String, _ body: () throws -> Void) {
      attempt(name) {
        try body()
        return record
      }
    }
    act("second") { try record.note("second", child) }
    act("new child") { other = try record.openChild("K02", note: "another") }
    act("both") {
      let parts = (other == child ? [child] : [child, other]).map {
        ActPart(child: $0, by: "guardian", entries: [record.entry("both")])
      }
      _ = try record.keep(Act(parts: parts))
    }
    act("restricted") { try record.note("hidden", child, restricted: .health) }
    act("draft") {
      try record.save(
        Draft(id: draft, child: child, form: "quick-entry", text: "typ", savedAt: Fixture.start)
      )
    }
    act("typed") {
      var entry = record.entry("typed")
      entry.id = draft
      _ = try record.keep(Act(child: child, entries: [entry]))
    }
    act("import") {
      let acts = (0..<3).map { Act(child: child, entries: [record.entry("imported \($0)")]) }
      _ = try record.keep(batch: acts)
    }
    act("rotate") { try record.rotate() }
    act("third child") { try record.openChild("K03", note: "a third") }
  }

  /// True for a sync of the space kept for a last note: it holds nothing.
  func isOfSpare(_ operation: SimulatedDisk.Operation, _ disk: SimulatedDisk) -> Bool {
    guard case .lost(let node) = operation else { return false }
    return disk.state.withLock { $0.find(places.spare) } == node
  }

  /// True when an operation changes the log, or the names of the files that the log names.
  func changesRecord(_ operation: SimulatedDisk.Operation, _ disk: SimulatedDisk) -> Bool {
    let (folder, log) = disk.state.withLock {
      ($0.find(places.folder), $0.find(places.log))
    }
    return switch operation {
    case .write(let node, _, _), .truncate(let node, _), .sync(let node): node == log
    case .link(let parent, _, _, _), .unlink(let parent, _), .rename(let parent, _, _, _):
      parent == folder
    case .syncFolder(let node): node == folder
    case .lost, .lostFolder: false
    }
  }
}
