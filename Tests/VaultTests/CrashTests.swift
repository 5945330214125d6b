internal import Casework
internal import Foundation
internal import Synchronization
internal import Testing

@testable import Vault

/// How much of a test runs: `MAINSTAY_NIGHTLY=1` runs all of it.
enum Amount {
  static let isNightly = ProcessInfo.processInfo.environment["MAINSTAY_NIGHTLY"] == "1"
  static func of(_ ci: Int, nightly: Int) -> Int { isNightly ? nightly : ci }
}

/// A guardian's afternoon on a simulated disk, and what had been acknowledged when.
struct Afternoon {
  let disk: SimulatedDisk
  let fixture: Fixture
  /// After this many operations, this many lines of the export were acknowledged.
  private(set) var acknowledged: [(operations: Int, lines: Int)] = []
  let lines: [String]
  /// Line counts at which an act ends.
  private(set) var ends: Set<Int> = []

  init() throws {
    let disk = SimulatedDisk()
    self.disk = disk
    try disk.makeFolder("/v")
    try disk.syncFolder("/")
    fixture = Fixture(disk: disk, root: "/v")
    let record = try fixture.createFast()
    var marks: [(operations: Int, lines: Int)] = []
    func mark() throws { marks.append((disk.count, try record.exportLines().count)) }
    try mark()
    let first = try record.openChild("K01", note: "First met at the office")
    try mark()
    let second = try record.openChild("K02", note: "Seen with the carer")
    try mark()
    try record.note("A short note", first)
    try mark()
    let both = record.entry(
      "Told both about the hearing " + String(repeating: "again ", count: 300)
    )
    _ = try record.keep(
      Act(parts: [
        ActPart(child: first, by: "guardian", entries: [both]),
        ActPart(child: second, by: "guardian", entries: [both]),
      ])
    )
    try mark()
    try record.note("Said in confidence", second, restricted: .privileged)
    try mark()
    try record.save(
      Draft(
        id: EntryID(rawValue: record.newID()),
        child: first,
        form: "quick-entry",
        text: "being typed",
        savedAt: Fixture.start
      )
    )
    let acts = (1...4).map { Act(child: first, entries: [record.entry("imported \($0)")]) }
    let before = try record.exportLines().count
    _ = try record.keep(batch: acts)
    try mark()
    lines = try record.exportLines()
    acknowledged = marks
    // An act of an import is whole by itself, and its run is written at once: both are ends.
    ends = Set([0] + marks.map(\.lines) + [before])
  }

  /// Lines that had been acknowledged after so many operations.
  func acknowledgedLines(after count: Int) -> Int {
    acknowledged.last { $0.operations <= count }?.lines ?? 0
  }

  func open(_ disk: SimulatedDisk) throws -> OpenRecord {
    let fixture = Fixture(disk: disk, root: "/v")
    return try OpenRecord.open(
      fixture.places,
      options: OpenOptions(),
      surroundings: fixture.surroundings(entropy: Entropy { [UInt8](repeating: 7, count: $0) })
    ) { _ in Fixture.key }
  }
}

@Suite("The power fails")
struct CrashTests {
  @Test("No acknowledged act is lost, none is kept in part, and every record opens for writing")
  func crashStates() throws {
    let afternoon = try Afternoon()
    var random = Seeded(state: 20)
    let states = Amount.of(1_000, nightly: 100_000)
    let whole = afternoon.disk.count
    for number in 0..<states {
      let count = number < whole ? number + 1 : Int.random(in: 1...whole, using: &random)
      let crashed = afternoon.disk.crashed(after: count, random: &random)
      let least = afternoon.acknowledgedLines(after: count)
      guard least > 0 || crashed.isThere("/v/record") else { continue }
      try check(crashed, afternoon, least: least, "state \(number) after \(count)")
      // And again in the middle of the recovery.
      let again = crashed.crashed(
        after: Int.random(in: 0...crashed.count, using: &random),
        random: &random
      )
      try check(again, afternoon, least: least, "recovery \(number) after \(count)")
    }
  }

  private func check(
    _ disk: SimulatedDisk,
    _ afternoon: Afternoon,
    least: Int,
    _ comment: Comment
  ) throws {
    let record: OpenRecord
    do {
      record = try afternoon.open(disk)
    } catch {
      Issue.record("\(comment): \(error)")
      return
    }
    #expect(record.readOnlyReason == nil, comment)
    let lines = try record.exportLines()
    #expect(lines.count >= least, comment)
    #expect(lines == Array(afternoon.lines.prefix(lines.count)), comment)
    #expect(afternoon.ends.contains(lines.count), comment)
    let problems = record.verify().problems
    #expect(problems == [], comment)
  }

  @Test(
    "When an operation fails the note is said to be lost, or it is there after opening again",
    arguments: [(EIO, false), (ENOSPC, true)]
  )
  func faults(code: Int32, isShort: Bool) throws {
    for isPersistent in [false, true] {
      var at = 0
      while true {
        let disk = SimulatedDisk()
        try disk.makeFolder("/v")
        let fixture = Fixture(disk: disk, root: "/v")
        let record = try fixture.createFast()
        let child = try record.openChild("K01", note: "the first")
        var kept = try record.exportLines()
        disk.fail(
          SimulatedDisk.Fault(at: at, code: code, isPersistent: isPersistent, isShort: isShort)
        )
        var attempts: [String] = []
        for text in ["second", "third"] {
          attempts.append(text)
          do {
            try record.note(text, child)
            kept = try record.exportLines()
          } catch let error as VaultError {
            switch error {
            case .notSaved, .readOnly: break
            default: Issue.record("operation \(at): \(error)")
            }
          }
        }
        do { try record.openChild("K02", note: "another") } catch {}
        let hasFailed = disk.state.withLock { $0.hasFailed }
        disk.fail(nil)
        let again = try fixture.openFast()
        let lines = try again.exportLines()
        #expect(Set(lines).isSuperset(of: kept), "operation \(at)")
        #expect(again.readOnlyReason == nil, "operation \(at)")
        #expect(again.verify().problems == [], "operation \(at)")
        try again.note("goes on", child)
        if !hasFailed { break }
        at += 1
      }
      #expect(at > 8)
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
