internal import Casework
internal import Foundation
internal import Glibc
internal import Testing

@testable import Vault

@Suite("Something else changes the files")
struct ChangesTests {
  /// A record with one note, and a second computer's copy of it with its own memory.
  private func twoComputers() throws -> (Fixture, OpenRecord, ChildID, other: Fixture) {
    let fixture = Fixture()
    let record = try fixture.createFast()
    let child = try record.openChild("K01", note: "one")
    let other = Fixture()
    try FileManager.default.removeItem(atPath: other.root)
    try FileManager.default.copyItem(atPath: fixture.root, toPath: other.root)
    return (fixture, record, child, other)
  }

  private func replace(_ fixture: Fixture, with bytes: [UInt8], _ name: String = "log") throws {
    let path = fixture.places.folder + "/" + name
    try fixture.disk.write(path + "~", bytes)
    try fixture.disk.rename(path + "~", to: path)
  }

  /// Nothing more is written, and the reason stays.
  private func isStopped(
    _ fixture: Fixture,
    _ record: OpenRecord,
    _ child: ChildID,
    _ reason: ReadOnlyReason
  ) throws {
    #expect(record.readOnlyReason == reason)
    #expect(record.state.advice != nil)
    let before = try? fixture.disk.read(fixture.places.log)
    #expect(throws: VaultError.readOnly(reason)) { try record.note("more", child) }
    #expect((try? fixture.disk.read(fixture.places.log)) == before)
    #expect(record.entries(of: child).count == 1, "what was read can still be read")
  }

  @Test("A log replaced by the same one is said; the old file is not written on")
  func replaced() throws {
    let (fixture, record, child, _) = try twoComputers()
    try replace(fixture, with: try fixture.disk.read(fixture.places.log))
    #expect(throws: VaultError.changedUnderneath(what: "log was replaced")) {
      try record.refresh()
    }
    try isStopped(fixture, record, child, .changed(what: "log was replaced"))
    // Opened again, it is a record like any other.
    try fixture.openFast().note("two", child)
  }

  @Test("Two different frames of one number are a fork, with the number, and are never merged")
  func forked() throws {
    for inPlace in [false, true] {
      let (fixture, record, child, other) = try twoComputers()
      let first = record.state.seq + 1
      try record.note("two", child)
      let elsewhere = try other.openFast()
      try elsewhere.note("deux", child)
      try elsewhere.note("trois", child)
      let theirs = try other.disk.read(other.places.log)
      if inPlace {
        try fixture.disk.write(fixture.places.log, theirs)
      } else {
        try replace(fixture, with: theirs)
      }
      #expect(throws: VaultError.forked(seq: first)) { try record.refresh() }
      #expect(record.readOnlyReason == .forked(seq: first))
      #expect(throws: VaultError.readOnly(.forked(seq: first))) { try record.note("more", child) }
      #expect(try fixture.disk.read(fixture.places.log) == theirs)
      #expect(record.entries(of: child).count == 2)
      // The next opening knows too: this computer saw another frame of that number.
      #expect(
        refusal { try fixture.openFast() }
          == .olderCopy(OlderCopy(seq: first + 1, seenSeq: first, isFork: true))
      )
    }
  }

  @Test("A log that was cut, overwritten, grown by foreign bytes or removed stops the record")
  func damaged() throws {
    let cases: [(String, ([UInt8]) -> [UInt8]?, ReadOnlyReason)] = [
      ("cut", { Array($0.dropLast(300)) }, .changed(what: "log was cut short")),
      (
        "foreign", { _ in [UInt8](repeating: 7, count: 9000) },
        .changed(what: "log was overwritten")
      ),
      ("removed", { _ in nil }, .changed(what: "log was removed")),
      ("grown", { $0 + [UInt8](repeating: 0x5A, count: 3000) }, .damage(seq: 4)),
    ]
    for (name, change, reason) in cases {
      let (fixture, record, child, _) = try twoComputers()
      let log = try fixture.disk.read(fixture.places.log)
      if let changed = change(log) {
        try fixture.disk.write(fixture.places.log, changed)
      } else {
        try fixture.disk.remove(fixture.places.log)
      }
      #expect(throws: VaultError.self, "\(name)") { try record.refresh() }
      try isStopped(fixture, record, child, reason)
    }
  }

  @Test("Half of what another program is writing is waited for, not taken for damage")
  func halfWritten() throws {
    let (fixture, record, child, other) = try twoComputers()
    try other.openFast().note("two", child)
    let whole = try other.disk.read(other.places.log)
    let known = try fixture.disk.read(fixture.places.log).count
    for count in [known + 1, known + 104, known + 400, whole.count - 1] {
      try fixture.disk.write(fixture.places.log, Array(whole[..<count]))
      #expect(try !record.refresh())
    }
    try fixture.disk.write(fixture.places.log, whole)
    #expect(try record.refresh())
    #expect(record.entries(of: child).count == 2 && record.readOnlyReason == nil)
  }

  @Test("A conflicted copy with another history stops the record, open or opened anew")
  func conflictedCopy() throws {
    let (fixture, record, child, other) = try twoComputers()
    let first = record.state.seq + 1
    try record.note("two", child)
    try other.openFast().note("deux", child)
    let copy = fixture.places.folder + "/log (conflicted copy 2026-11-22)"
    try fixture.disk.write(copy, try other.disk.read(other.places.log))
    #expect(throws: VaultError.forked(seq: first)) { try record.refresh() }
    let again = try fixture.openFast()
    #expect(again.readOnlyReason == .forked(seq: first))
    #expect(again.entries(of: child).count == 2)
    try fixture.disk.remove(copy)
    try fixture.openFast().note("three", child)
  }

  @Test("A copy that goes on where the record ends is another history as well")
  func longerCopy() throws {
    let (fixture, record, child, other) = try twoComputers()
    try other.openFast().note("deux", child)
    let copy = fixture.places.folder + "/log.sync-conflict-20261122-140500-ABCDEFG"
    try fixture.disk.write(copy, try other.disk.read(other.places.log))
    #expect(throws: VaultError.forked(seq: 4)) { try record.refresh() }
    try isStopped(fixture, record, child, .forked(seq: 4))
  }

  @Test("A copy with nothing new in it, and a file that is no log, are named and not used")
  func harmlessCopies() throws {
    let (fixture, record, child, _) = try twoComputers()
    let old = try fixture.disk.read(fixture.places.log)
    try record.note("two", child)
    try fixture.disk.write(fixture.places.folder + "/log~", old)
    try fixture.disk.write(fixture.places.folder + "/log (1)", Array("hello".utf8))
    try fixture.disk.write(fixture.places.folder + "/keys-LAPTOP", Array("hello".utf8))
    #expect(try record.refresh())
    #expect(record.readOnlyReason == nil)
    for name in ["log~", "log (1)", "keys-LAPTOP"] {
      #expect(record.state.notices.contains { $0.contains("“\(name)”") && $0.contains("not used") })
    }
    let said = record.state.notices.count
    try record.note("three", child)
    try record.refresh()
    #expect(record.state.notices.count == said, "it is said once")
  }

  @Test(
    "A header or keys file that was replaced is said; without a whole copy nothing more is written"
  )
  func files() throws {
    for name in ["header", "keys"] {
      let (fixture, record, child, _) = try twoComputers()
      try replace(fixture, with: Array("something else".utf8), name)
      #expect(try record.refresh())
      #expect(record.readOnlyReason == nil)
      #expect(
        record.state.notices.contains { $0.contains("The file \(name) was changed by something") }
      )
      try replace(fixture, with: Array("something else".utf8), name + ".bak")
      #expect(throws: VaultError.tampered(what: name)) { try record.refresh() }
      try isStopped(fixture, record, child, .changed(what: name + " was replaced"))
    }
  }

  @Test("Another program's new keys are no tampering")
  func newKeys() throws {
    let (fixture, record, _, _) = try twoComputers()
    let second = try fixture.openFast()
    for number in 2...6 {
      try second.openChild("K0\(number)", note: "one")
      try record.refresh()
    }
    #expect(record.readOnlyReason == nil && record.state.notices.isEmpty)
    #expect(record.childNames().count == 6)
  }

  @Test("What is replaced beside the log makes the descriptor readable")
  func heard() throws {
    let (fixture, record, _, _) = try twoComputers()
    let descriptor = record.changeDescriptor
    let changes: [() throws -> Void] = [
      { try self.replace(fixture, with: Array("x".utf8), "keys") },
      { try fixture.disk.write(fixture.places.folder + "/log (2)", []) },
      { try self.replace(fixture, with: try fixture.disk.read(fixture.places.log)) },
    ]
    for change in changes {
      fixture.disk.drain(descriptor)
      #expect(!isReadable(descriptor))
      try change()
      #expect(isReadable(descriptor))
    }
  }

  private func isReadable(_ descriptor: Int32) -> Bool {
    var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&wanted, 1, 0) == 1
  }

  // MARK: The high-water mark

  @Test("Opening never raises the mark to what another program may still take back")
  func markLags() throws {
    let (fixture, record, child, _) = try twoComputers()
    let state = fixture.places.state
    let marks = try fixture.disk.names(in: state).map { state + "/" + $0 }
    let before = try marks.map { try fixture.disk.read($0) }
    try record.note("two", child)
    // As if its writer had not got so far.
    for (path, bytes) in zip(marks, before) { try fixture.disk.write(path, bytes) }
    let held = try fixture.disk.lock(fixture.places.lock, holder: "another")
    let opened = try fixture.openFast()
    #expect(opened.entries(of: child).count == 2)
    #expect(try marks.map { try fixture.disk.read($0) } == before)
    held.release()
    _ = try fixture.openFast()
    #expect(try marks.map { try fixture.disk.read($0) } != before)
  }
}

@Suite("A full disk")
struct FullDiskTests {
  @Test("The space for one last note serves a note, a draft and a new child, and comes back")
  func spare() throws {
    for what in ["note", "draft", "child"] {
      let disk = SimulatedDisk()
      try disk.makeFolder("/v")
      let fixture = Fixture(disk: disk, root: "/v")
      let record = try fixture.createFast()
      let child = try record.openChild("K01", note: "one")
      // A draft's and a child's file is made first, and written next.
      let at = what == "note" ? 0 : 1
      disk.fail(SimulatedDisk.Fault(at: at, code: ENOSPC, isPersistent: false, isShort: true))
      switch what {
      case "note": try record.note("two", child)
      case "draft":
        try record.save(
          Draft(
            id: EntryID(rawValue: record.newID()),
            child: child,
            form: "quick-entry",
            text: "half typed",
            savedAt: Fixture.start
          )
        )
      default: try record.openChild("K02", note: "two")
      }
      #expect(record.state.notices.contains { $0.contains("has been used") }, "\(what)")
      // A child is two steps, and room for the spare was found after the second.
      #expect(record.isSpareUsed == (what != "child"), "\(what)")
      disk.fail(nil)
      try record.note("three", child)
      #expect(try disk.size(of: fixture.places.spare) == UInt64(CreateOptions.spare), "\(what)")
      let again = try fixture.openFast()
      #expect(again.verify().ok)
      #expect(again.drafts().count == (what == "draft" ? 1 : 0))
    }
  }

  @Test("An act that never said Saved is not shown as kept, though its bytes are in the file")
  func notShown() throws {
    let disk = SimulatedDisk()
    try disk.makeFolder("/v")
    let fixture = Fixture(disk: disk, root: "/v")
    let record = try fixture.createFast()
    let child = try record.openChild("K01", note: "one")
    disk.fail(SimulatedDisk.Fault(at: 1, code: EIO, isPersistent: false, isShort: false))
    #expect(throws: VaultError.self) { try record.note("two", child) }
    #expect(try !record.refresh())
    #expect(record.entries(of: child).count == 1)
    disk.fail(nil)
    #expect(try fixture.openFast().entries(of: child).count == 2)
  }

  @Test("Where nothing more may be written, a draft is not deleted either")
  func poisonedDraft() throws {
    let disk = SimulatedDisk()
    try disk.makeFolder("/v")
    let fixture = Fixture(disk: disk, root: "/v")
    let record = try fixture.createFast()
    let child = try record.openChild("K01", note: "one")
    let draft = Draft(
      id: EntryID(rawValue: record.newID()),
      child: child,
      form: "quick-entry",
      text: "half typed",
      savedAt: Fixture.start
    )
    try record.save(draft)
    disk.fail(SimulatedDisk.Fault(at: 1, code: EIO, isPersistent: false, isShort: false))
    #expect(throws: VaultError.notSaved(reason: .sync, errno: EIO)) {
      try record.note("two", child)
    }
    let before = disk.count
    record.discard(draft.id)
    #expect(throws: VaultError.self) { try record.save(draft) }
    #expect(disk.count == before, "nothing more reaches the disk")
    disk.fail(nil)
    #expect(try fixture.openFast().drafts().map(\.id) == [draft.id])
  }
}
