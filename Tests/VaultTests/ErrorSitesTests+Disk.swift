internal import Casework
internal import Crypto
internal import Foundation
internal import Glibc
internal import Testing

@testable import Vault

extension ErrorSitesTests {
  // MARK: A disk that fails

  @Test("A draft that is not on disk is said to be lost")
  func drafts() throws {
    let record = try fixture.createFast()
    let draft = Draft(
      id: EntryID(rawValue: record.newID()),
      child: nil,
      form: "quick-entry",
      text: "not finished",
      savedAt: Fixture.start
    )
    for (code, reason) in [(ENOSPC, NotSavedReason.full), (EIO, .write)] {
      disk.ail { call, path in call == "write" && path.contains("/drafts/") ? code : nil }
      #expect(throws: VaultError.notSaved(reason: reason, errno: code)) { try record.save(draft) }
    }
    disk.ail(nil)
    try record.save(draft)
    let reader = try fixture.openFast(OpenOptions(forWriting: false))
    #expect(throws: VaultError.readOnly(.asked)) { try reader.save(draft) }
    #expect(try fixture.openFast().drafts().map(\.text) == ["not finished"])
  }

  @Test("A lock that cannot be taken says why")
  func locks() throws {
    let record = try fixture.createFast()
    let act = Act(child: nil, entries: [record.entry("x")])
    let answers: [(Int32, VaultError)] = [
      (EWOULDBLOCK, .inUse(holder: "another, 4711")), (EROFS, .readOnly(.permission)),
      (EACCES, .readOnly(.permission)), (EIO, .unreadable(what: "lock", errno: EIO)),
    ]
    for (code, error) in answers {
      disk.ail { call, _ in call == "flock" ? code : nil }
      #expect(throws: error) { try record.keep(act) }
    }
    disk.ail(nil)
    _ = try record.keep(act)
  }

  @Test("A log that cannot be opened or read says so, and is never taken for an empty one")
  func logs() throws {
    let record = try fixture.createFast()
    let child = try record.openChild("K01", note: "one")
    let unreadable = VaultError.unreadable(what: "log", errno: EIO)
    for wanted in ["open for writing", "fstat", "pread"] {
      disk.ail { call, _ in call == wanted ? EIO : nil }
      #expect(throws: unreadable, "\(wanted)") { try fixture.openFast() }
    }
    disk.ail { call, _ in call == "open" ? EIO : nil }
    #expect(throws: unreadable) { try fixture.openFast(OpenOptions(forWriting: false)) }
    for wanted in ["fstat", "pread"] {
      disk.ail { call, _ in call == wanted ? EIO : nil }
      #expect(throws: unreadable, "\(wanted)") { try record.note("two", child) }
    }
    #expect(throws: unreadable) { try record.exportLines() }
    disk.ail(nil)
    try record.note("two", child)
    #expect(try record.exportLines().count == 6)
  }

  @Test("A torn tail that cannot be set aside stops all writing")
  func tornTail() throws {
    let record = try fixture.createFast()
    try record.openChild("K01", note: "one")
    let log = try disk.read(fixture.places.log)
    try disk.write(fixture.places.log, log + Array("MSR1".utf8))
    disk.ail { call, path in call == "write" && path.contains("/torn/") ? ENOSPC : nil }
    #expect(throws: VaultError.notSaved(reason: .poisoned, errno: ENOSPC)) {
      try fixture.openFast()
    }
    disk.ail(nil)
    #expect(try disk.read(fixture.places.log) == log + Array("MSR1".utf8))
    #expect(try fixture.openFast().readOnlyReason == nil)
  }

  @Test("The real disk's own refusals carry the system's number")
  func realDisk() throws {
    let folder = NSTemporaryDirectory() + "errors-" + UUID().uuidString
    let real = RealDisk()
    try real.makeFolder(folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func code(_ body: () throws -> Void) -> Int32? {
      do {
        try body()
        return nil
      } catch { return (error as? DiskError)?.code }
    }
    let file = folder + "/file"
    try real.write(file, [1, 2, 3])
    #expect(code { _ = try real.names(in: folder + "/none") } == ENOENT)
    #expect(code { try real.makeFolder(folder) } == EEXIST)
    #expect(code { try real.rename(folder + "/none", to: file) } == ENOENT)
    #expect(code { try real.remove(folder + "/none") } == ENOENT)
    #expect(code { _ = try real.openLog(folder + "/none", forWriting: true) } == ENOENT)
    // Devices take no sync, and /proc none of its folders.
    #expect(code { try real.writeSynced("/dev/null", [1]) } == EINVAL)
    #expect(code { try real.syncFolder("/proc") } == EINVAL)
    #expect(code { try real.openLog("/dev/null", forWriting: true).sync() } == EINVAL)
    let log = try real.openLog(file, forWriting: false)
    #expect(code { _ = try log.read(from: 2, count: 2) } == EIO)
    #expect(code { try log.append([4]) } == EBADF)
    #expect(code { try log.truncate(to: 0) } == EINVAL)
    log.close()
    #expect(code { _ = try log.size() } == EBADF)
  }

  // MARK: Files that do not fit each other

  private func fresh(_ plain: String, keyID: [UInt8] = FrameCodec.noKeyID) -> FrameCodec.Text {
    FrameCodec.Text(keyID: keyID, key: nil, plain: Array(plain.utf8))
  }

  @Test("A signed frame under a key that nobody has, or with a text that is none, is damage")
  func strangeFrames() throws {
    for (text, reason) in [
      (fresh("{}", keyID: [UInt8](repeating: 3, count: 16)), "key"), (fresh("{}"), "text"),
    ] {
      let disk = AilingDisk()
      try disk.base.makeFolder("/v")
      let other = Fixture(disk: disk, root: "/v")
      let record = try other.createFast()
      let frames = try record.codec.seal(
        [text],
        after: (record.place.seq, record.place.head),
        epoch: 1,
        roots: record.roots,
        entropy: .system
      )
      let log = try disk.read(other.places.log)
      try disk.write(other.places.log, log + frames.flatMap { $0 })
      let opened = try other.openFast()
      #expect(opened.readOnlyReason == .damage(seq: record.place.seq + 1))
      #expect(opened.verify().problems.contains { $0.message == reason })
    }
  }

  @Test("A log that names no header, or another one, opens nothing")
  func headerNames() throws {
    let record = try fixture.createFast()
    let keys = try disk.read(fixture.places.keys)
    let hash = Sealing.sha256(keys).hex
    let body = #"{"file":"keys","generation":1,"sha256":"\#(hash)"}"#
    let stamp = Stamp(
      id: EntryID(rawValue: record.newID()),
      child: nil,
      occurredAt: Fixture.start,
      recordedAt: Fixture.start,
      by: "guardian"
    )
    let line = ActText.line(stamp, type: StoreChanged.type, body: body)
    let text = fresh(String(decoding: ActText.entries([line], act: "a"), as: UTF8.self))
    let frames = try record.codec.seal(
      [text],
      after: (0, record.codec.genesis),
      epoch: 1,
      roots: record.roots,
      entropy: .system
    )
    let log = try disk.read(fixture.places.log)
    let mark = fixture.places.highWater(record.header.vaultID)
    let seen = try disk.read(mark)
    try disk.remove(mark)
    try disk.write(fixture.places.log, frames.flatMap { $0 })
    #expect(throws: VaultError.damaged(seq: 1, reason: "header not named")) {
      try fixture.openFast()
    }
    // A header that the guardian did sign, but that the log does not name.
    try disk.write(fixture.places.log, log)
    try disk.write(mark, seen)
    let named = NamedFiles(
      header: NamedFiles.Name(generation: 1, hash: String(repeating: "0", count: 64)),
      keys: record.named.keys
    )
    #expect(throws: VaultError.tampered(what: "header")) { try record.mend(named) }
  }

  @Test(
    "What another program does to the log while it is open is said, and nothing more is written"
  )
  func underneath() throws {
    let record = try fixture.createFast()
    let child = try record.openChild("K01", note: "one")
    let log = try disk.read(fixture.places.log)
    // Something after the end that no crash can have left.
    let junk = [UInt8](repeating: 7, count: 600)
    try disk.write(fixture.places.log, log + junk)
    #expect(throws: VaultError.damaged(seq: record.place.seq + 1, reason: "head")) {
      try record.note("two", child)
    }
    #expect(record.readOnlyReason == .damage(seq: record.place.seq + 1))
    #expect(try disk.read(fixture.places.log) == log + junk)
    // `mainstay note` reads only what is new, and falls back to reading all of it.
    try disk.write(fixture.places.log, log + junk)
    let quick = try fixture.openFast(OpenOptions(index: false))
    #expect(quick.readOnlyReason == .damage(seq: record.place.seq + 1))
    try disk.write(fixture.places.log, Array(log.prefix(10)))
    #expect(throws: VaultError.self) { try fixture.openFast(OpenOptions(index: false)) }
    // A byte of the first frame, within what was read already: the second no longer follows it.
    var changed = log
    changed[700] ^= 1
    try disk.write(fixture.places.log, changed)
    #expect(throws: VaultError.damaged(seq: 2, reason: "chain")) { try record.exportLines() }
  }

  @Test("An older copy that may not be written cannot be taken as restored")
  func restored() throws {
    let record = try fixture.createFast()
    let child = try record.openChild("K01", note: "one")
    let older = try disk.read(fixture.places.log)
    try record.note("two", child)
    try disk.write(fixture.places.log, older)
    #expect(throws: VaultError.readOnly(.asked)) {
      try fixture.openFast(OpenOptions(forWriting: false, olderCopy: .accept))
    }
    #expect(try disk.read(fixture.places.log) == older)
  }
}
