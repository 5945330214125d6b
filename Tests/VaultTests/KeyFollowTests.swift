internal import Casework
internal import Foundation
internal import Synchronization
internal import Testing

@testable import Vault

@Suite("Another program changes the ways in while the record is open")
struct KeyFollowTests {
  static let old = KeyChangeTests.old
  static let new = KeyChangeTests.new

  private struct Two {
    let worded: WordedRecord
    let disk: SimulatedDisk
    let recovery = RecoveryKey(random: .system)
    /// Changes the keys.
    let other: OpenRecord
    /// Was open before, and stays so.
    let open: OpenRecord
    let child: ChildID

    init(index: Bool = true, withRecoveryKey: Bool = false) throws {
      disk = SimulatedDisk()
      worded = try WordedRecord(disk: disk)
      other = try worded.create(KeyFollowTests.old, recovery: recovery)
      child = try other.openChild("K01", note: "one")
      open = try worded.open(
        withRecoveryKey ? recovery.shown : KeyFollowTests.old,
        OpenOptions(index: index)
      )
    }

    /// The epoch of every frame.
    func epochs() throws -> [UInt32] {
      let reader = try worded.open(recovery.shown)
      return LogWalk(
        try worded.read("log"),
        after: LogPlace(seq: 0, head: reader.codec.genesis, size: 0, lastOffset: 0),
        codec: reader.codec,
        seenSeq: 0,
        signedAfter: 0
      ).frames.map(\.head.epoch)
    }
  }

  @Test("A renewed master key is followed, and what was added since is taken in")
  func renewed() throws {
    let two = try Two()
    try two.other.rotate()
    try two.other.note("after", two.child)
    let second = try two.other.openChild("K02", note: "new child")
    #expect(try two.open.refresh())
    #expect(two.open.waysIn.epoch == 2)
    #expect(two.open.entries(of: two.child).count == 2)
    #expect(two.open.caseload().count == 2)
    try two.open.note("from here", second)
    #expect(try two.other.refresh())
    #expect(try two.other.exportLines() == two.open.exportLines())
    #expect(two.open.verify().problems == [])
    #expect(try two.epochs() == [1, 1, 1, 1, 2, 2, 2, 2])
  }

  @Test("Keeping an act follows first: nothing is ever written in an epoch that is over")
  func keeping() throws {
    for index in [true, false] {
      let two = try Two(index: index)
      for number in 1...3 {
        try two.other.rotate()
        try two.other.note("between \(number)", two.child)
      }
      // Two changes whose own names can be read with keys of the epoch between only.
      try two.other.rotate()
      try two.open.note("at last", two.child)
      #expect(two.open.waysIn.epoch == 5)
      #expect(try two.epochs() == [1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5].map { UInt32($0) })
      #expect(try two.worded.open(Self.old).verify().problems == [])
    }
  }

  @Test("A change of the passphrase shuts out who came by it: it adds nothing and says why")
  func shutOut() throws {
    let two = try Two()
    try two.other.changeWords(to: Self.new)
    let log = try two.worded.read("log")
    #expect(throws: VaultError.wayInGone) { try two.open.note("too late", two.child) }
    #expect(two.open.readOnlyReason == .wayInGone)
    #expect(throws: VaultError.readOnly(.wayInGone)) { try two.open.note("again", two.child) }
    #expect(throws: VaultError.readOnly(.wayInGone)) { try two.open.rotate() }
    #expect(throws: VaultError.wayInGone) { try two.open.refresh() }
    #expect(try two.worded.read("log") == log)
    // What it had read it can still show.
    #expect(two.open.entries(of: two.child).count == 1)
    #expect(try two.worded.open(Self.new).verify().problems == [])
  }

  @Test("What was being typed then is put away, and offered to the new passphrase")
  func draftOfShutOut() throws {
    let two = try Two()
    try two.other.changeWords(to: Self.new)
    #expect(throws: VaultError.wayInGone) { try two.open.refresh() }
    let draft = Draft(
      id: EntryID(rawValue: two.open.newID()),
      child: two.child,
      form: "quick-entry",
      text: "half a sentence",
      savedAt: Fixture.start
    )
    try two.open.save(draft)
    #expect(try two.worded.open(Self.new).drafts() == [draft])
  }

  @Test("Who came by the recovery key follows a new passphrase, and is shut out by a new key")
  func byRecoveryKey() throws {
    let two = try Two(withRecoveryKey: true)
    try two.other.changeWords(to: Self.new)
    try two.open.note("still here", two.child)
    #expect(two.open.waysIn.epoch == 2)
    try two.other.changeRecovery(to: RecoveryKey(random: .system))
    #expect(throws: VaultError.wayInGone) { try two.open.note("no more", two.child) }
  }

  @Test("Both change at once: the second sees the first, and no change is lost")
  func bothChange() throws {
    let two = try Two(withRecoveryKey: true)
    try two.other.changeWords(to: Self.new)
    let key = RecoveryKey(random: .system)
    try two.open.changeRecovery(to: key)
    #expect(two.open.waysIn.epoch == 3)
    #expect(two.worded.answer(Self.old) == .wrongPassphrase)
    #expect(two.worded.answer(two.recovery.shown) == .wrongPassphrase)
    #expect(two.worded.answer(Self.new) == nil)
    #expect(two.worded.answer(key.shown) == nil)
  }

  @Test("A change that was cut short is followed from the files it left")
  func cutShort() throws {
    // Every operation after the act: the renames, the folder, the copies.
    for at in 0..<30 {
      let two = try Two()
      let seq = two.other.state.seq
      two.disk.fail(SimulatedDisk.Fault(at: at, code: EIO, isPersistent: true, isShort: false))
      do { try two.other.rotate() } catch {}
      let hasFailed = two.disk.state.withLock { $0.hasFailed }
      two.disk.fail(nil)
      try two.open.note("goes on", two.child)
      let isOver = two.other.state.seq > seq
      if isOver { #expect(two.open.waysIn.epoch == 2, "operation \(at)") }
      try two.open.rotate()
      #expect(try two.worded.open(Self.old).verify().problems == [], "operation \(at)")
      if !hasFailed { return }
    }
    Issue.record("it never came to an end")
  }
}
