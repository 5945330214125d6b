internal import Casework
internal import Crypto
internal import Foundation
internal import Synchronization
internal import Testing

@testable import Vault

@Suite("What is kept, and for whose eyes")
struct KeepingTests {
  @Test("A restricted act is the guardian's to read, counted in searches, and its stub has no text")
  func restricted() throws {
    let fixture = Fixture()
    let record = try fixture.createFast()
    let child = try record.openChild("K01", note: "an open note")
    let kept = try record.note("the secret hearing", child, restricted: .privileged)
    #expect(kept.entries.count == 1)
    // Body first, stub last.
    #expect(record.state.seq == 5)
    let found = try fixture.openFast().search(SearchQuery(text: "hearing"))
    #expect(found.count == 0 && found.hits.isEmpty && found.restrictedCount == 1)
    #expect(try fixture.openFast().entries(of: child).count == 2)

    // With every key but the guardian's own, the stub is all there is.
    let log = try fixture.disk.read(fixture.places.log)
    let walk = LogWalk(
      log,
      after: LogPlace(seq: 0, head: record.codec.genesis, size: 0, lastOffset: 0),
      codec: record.codec,
      seenSeq: 0,
      signedAfter: 0
    )
    let key = try #require(record.keyring.child(child)?.key)
    let texts = walk.frames.map { record.codec.open(log[$0.range], head: $0.head, key: key) }
    #expect(texts[3] == nil)
    let stub = String(decoding: try #require(texts[4]), as: UTF8.self)
    #expect(
      stub.contains("\"restrictedKind\":\"privileged\"") && stub.contains("\"kind\":\"visit\"")
    )
    #expect(!stub.contains("secret"))
  }

  @Test("A note about two children is one act with one group, a frame under each child's key")
  func group() throws {
    let fixture = Fixture()
    let record = try fixture.createFast()
    let first = try record.openChild("K01", note: "one")
    let second = try record.openChild("K02", note: "two")
    let kept = try record.keep(
      Act(parts: [
        ActPart(child: first, by: "guardian", entries: [record.entry("both")]),
        ActPart(child: second, by: "guardian", entries: [record.entry("both")]),
      ])
    )
    #expect(kept.entries.map(\.seq) == [6, 7])
    #expect(kept.entries[0].stamp.group != nil)
    #expect(Set(kept.entries.map(\.stamp.group)).count == 1)
    #expect(Set(kept.entries.map(\.stamp.id)).count == 2)
  }

  @Test("A type that this version does not know is kept byte for byte")
  func unknownType() throws {
    let fixture = Fixture()
    let record = try fixture.createFast()
    let child = try record.openChild("K01", note: "one")
    let json = "{\"z\":1.50,\"a\":[\"\\u00e9/\",{\"b\":null}]}"
    let body = UnknownEntry(writtenType: "from-later", json: json)
    _ = try record.keep(
      Act(child: child, entries: [NewEntry(occurredAt: Fixture.start, body: body)])
    )
    let again = try fixture.openFast().entries(of: child).last
    #expect(again?.type == "from-later")
    #expect((again?.body as? UnknownEntry)?.json == json)
    #expect(try record.exportLines().last?.contains("{\"body\":" + json + ",\"by\":") == true)
  }

  @Test("Refs are of their form, used once, and never again in another case")
  func refs() throws {
    let fixture = Fixture()
    let record = try fixture.createFast()
    try record.openChild("K01", note: "one")
    for ref in ["K01", "k01", "K1", "12", "ABCDE12", "K 01", ""] {
      #expect(throws: VaultError.self, "\(ref)") { try record.openChild(ref, note: "again") }
    }
    try record.openChild("AB-1234", note: "two")
    #expect(record.nextRef() == "K02")
    #expect(record.caseload().map(\.ref) == ["K01", "AB-1234"])
    #expect(try fixture.openFast().state.notices == [])
  }

  @Test("An identity is kept once")
  func identity() throws {
    let fixture = Fixture()
    let record = try fixture.createFast()
    let child = try record.openChild("K01", note: "one")
    let id = EntryID(rawValue: record.newID())
    var entry = record.entry("two")
    entry.id = id
    _ = try record.keep(Act(child: child, entries: [entry]))
    #expect(throws: VaultError.unacceptable(reason: "identity in use")) {
      try record.keep(Act(child: child, entries: [entry]))
    }
  }

  @Test("An import of many acts and children keeps them in order with few syncs of the disk")
  func batch() throws {
    let disk = SimulatedDisk()
    try disk.makeFolder("/v")
    let fixture = Fixture(disk: disk, root: "/v")
    let record = try fixture.createFast()
    let children = (1...20).map { _ in ChildID(rawValue: record.newID()) }
    var acts = children.enumerated().map { at, child in
      Act(parts: [
        ActPart(
          child: child,
          openingRef: "U-\(1000 + at)",
          by: "import",
          entries: [record.entry("opened")]
        )
      ])
    }
    for number in 0..<700 {
      acts.append(
        Act(child: children[number % 20], by: "import", entries: [record.entry("note \(number)")])
      )
    }
    let before = disk.count
    var progress: [Int] = []
    let kept = try record.keep(batch: acts) { progress.append($0) }
    #expect(kept.entries.count == 720)
    #expect(progress.last == 720 && progress.count == 3)
    let syncs = disk.state.withLock { state in
      state.operations.dropFirst(before).filter { if case .sync = $0 { true } else { false } }.count
    }
    #expect(syncs <= 6)
    let again = try fixture.openFast()
    #expect(again.caseload().count == 20)
    #expect(again.entries(of: nil).filter { $0.stamp.by == "import" }.count == 720)
    #expect(again.verify().ok)
    #expect(again.search(SearchQuery(text: "note 699")).count == 1)
  }

  @Test("Without an index a note is kept, names come from keys, and the log is not read")
  func noIndex() throws {
    let fixture = Fixture()
    let record = try fixture.createFast()
    let child = try record.openChild("K01", note: "one")
    let quick = try fixture.openFast(OpenOptions(index: false))
    #expect(quick.childNames().map(\.ref) == ["K01"])
    #expect(quick.child(ref: "k01") == child)
    try quick.note("from the command line", child)
    #expect(quick.entries(of: child).isEmpty)
    #expect(try record.refresh())
    #expect(record.entries(of: child).count == 2)
    #expect(record.verify().ok)
  }

  @Test("Two programs take turns: each sees the other's acts and none is lost")
  func twoPrograms() throws {
    let fixture = Fixture()
    let first = try fixture.createFast()
    let child = try first.openChild("K01", note: "one")
    let second = try fixture.openFast()
    for number in 1...5 {
      try first.note("first \(number)", child)
      try second.note("second \(number)", child)
    }
    try second.openChild("K02", note: "a child of the second")
    try first.note("after the new child", child)
    #expect(first.caseload().map(\.ref) == ["K01", "K02"])
    #expect(first.state.seq == 16)
    #expect(try fixture.openFast().entries(of: child).count == 12)
    #expect(first.verify().ok)
  }

  @Test("Ten programs writing at once: every act is kept exactly once, whole")
  func manyPrograms() throws {
    let fixture = Fixture()
    let record = try fixture.createFast()
    let child = try record.openChild("K01", note: "one")
    let failures = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 10) { writer in
      do {
        let own = try fixture.openFast(OpenOptions(index: writer % 2 == 0))
        for number in 0..<8 {
          let entries = [own.entry("\(writer)-\(number) a"), own.entry("\(writer)-\(number) b")]
          _ = try own.keep(Act(child: child, entries: entries))
        }
      } catch {
        failures.withLock { $0.append("\(error)") }
      }
    }
    #expect(failures.withLock { $0 } == [])
    try record.refresh()
    let texts = record.entries(of: child).compactMap { ($0.body as? ContactMade)?.text }.dropFirst()
    #expect(texts.count == 160)
    #expect(Set(texts).count == 160)
    for pair in stride(from: texts.startIndex, to: texts.endIndex, by: 2) {
      #expect(texts[pair].dropLast() == texts[pair + 1].dropLast())
    }
    #expect(record.verify().ok)
  }

  @Test("A child opened while the keys could not be replaced is safe from the next one")
  func keysNotReplaced() throws {
    for at in 0..<16 {
      let disk = SimulatedDisk()
      try disk.makeFolder("/v")
      let fixture = Fixture(disk: disk, root: "/v")
      let record = try fixture.createFast()
      // keys.new is made, written and synced, its name synced, the act written and synced; then the
      // rename fails.
      disk.fail(SimulatedDisk.Fault(at: 6, code: EIO, isPersistent: false, isShort: false))
      let first = try record.openChild("K01", note: "one")
      #expect(record.state.notices.contains { $0.contains("could not be replaced") })
      // A second child's keys.new would be written over the only copy of the first's.
      disk.fail(SimulatedDisk.Fault(at: at, code: EIO, isPersistent: true, isShort: false))
      _ = try? record.openChild("K02", note: "two")
      disk.fail(nil)
      let again = try fixture.openFast()
      #expect(again.entries(of: first).count == 1)
      #expect(again.verify().ok)
    }
  }

  @Test("A change by another program makes the descriptor readable")
  func watched() throws {
    let fixture = Fixture()
    let record = try fixture.createFast()
    let child = try record.openChild("K01", note: "one")
    let descriptor = record.changeDescriptor
    #expect(descriptor >= 0)
    #expect(try !record.refresh())
    try fixture.openFast(OpenOptions(index: false)).note("elsewhere", child)
    #expect(isReadable(descriptor))
    #expect(try record.refresh())
    #expect(!isReadable(descriptor))
  }

  private func isReadable(_ descriptor: Int32) -> Bool {
    var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&wanted, 1, 0) == 1
  }

  @Test("A log that another program shortened or replaced stops the record")
  func changedUnderneath() throws {
    let fixture = Fixture()
    let record = try fixture.createFast()
    let child = try record.openChild("K01", note: "one")
    let log = try fixture.disk.read(fixture.places.log)
    try fixture.disk.write(fixture.places.log, Array(log.dropLast(600)))
    #expect(throws: VaultError.changedUnderneath(what: "log was cut short")) {
      try record.note("two", child)
    }
    #expect(record.readOnlyReason != nil)
  }

  @Test("While another program holds the record, keeping says who it is")
  func inUse() throws {
    let fixture = Fixture()
    let record = try fixture.createFast()
    let held = try fixture.disk.lock(fixture.places.lock, holder: "mainstay note, 4711")
    #expect(throws: VaultError.inUse(holder: "mainstay note, 4711")) {
      try record.openChild("K01", note: "one")
    }
    held.release()
    try record.openChild("K01", note: "one")
  }

  @Test("No word of a note, a draft, a name or the passphrase stands in any file")
  func canary() throws {
    let fixture = Fixture()
    let record = try fixture.create()
    let child = try record.openChild("K77", note: "canaryword stands here")
    try record.note("canaryword in secret", child, restricted: .police)
    try record.save(draft(record, child, "canaryword half typed"))
    var files = 0
    let folder = try #require(FileManager.default.enumerator(atPath: fixture.root))
    for case let name as String in folder {
      guard let bytes = FileManager.default.contents(atPath: fixture.root + "/" + name) else {
        continue
      }
      files += 1
      for word in ["canaryword", "K77", "lantern", child.rawValue, "contact-made"] {
        #expect(bytes.range(of: Data(word.utf8)) == nil, "\(name)")
        #expect(!name.contains(word))
      }
    }
    #expect(files >= 9)
  }

  @Test("SQLite keeps what it sorts in memory")
  func temporaryStore() throws {
    #expect(try RecordIndex().temporaryStore() == 2)
  }

  private func draft(_ record: OpenRecord, _ child: ChildID?, _ text: String) -> Draft {
    Draft(
      id: EntryID(rawValue: record.newID()),
      child: child,
      form: "quick-entry",
      text: text,
      savedAt: Fixture.start
    )
  }

  @Test("A draft is offered again after a crash, and gone once its note is kept")
  func drafts() throws {
    let fixture = Fixture()
    let record = try fixture.createFast()
    let child = try record.openChild("K01", note: "one")
    var typed = draft(record, child, "2h visit seen al")
    try record.save(typed)
    typed.text = "2h visit seen alone"
    try record.save(typed)
    let again = try fixture.openFast()
    #expect(again.drafts() == [typed])
    var entry = again.entry("seen alone")
    entry.id = typed.id
    _ = try again.keep(Act(child: child, entries: [entry]))
    #expect(again.drafts().isEmpty)
    #expect(try fixture.disk.names(in: fixture.places.drafts).isEmpty)
    #expect(try fixture.openFast().drafts().isEmpty)
  }

  @Test("A draft that is thrown away, or lies for seven days, is noted without its text")
  func discardedDrafts() throws {
    let fixture = Fixture()
    let record = try fixture.createFast()
    let child = try record.openChild("K01", note: "one")
    let first = draft(record, child, "thrown away")
    try record.save(first)
    record.discard(first.id)
    let second = draft(record, nil, "forgotten")
    try record.save(second)
    let later = Moment(milliseconds: Fixture.start.milliseconds + 8 * 86_400_000)
    let again = try OpenRecord.open(
      fixture.places,
      options: OpenOptions(),
      surroundings: fixture.surroundings(at: later)
    ) { _ in Fixture.key }
    #expect(again.drafts().isEmpty)
    let noted = again.entries(of: nil).compactMap { $0.body as? DraftDiscarded }
    #expect(noted.map(\.reason) == [.discarded, .expired])
    #expect(noted.map(\.draft) == [first.id, second.id])
    #expect(try !again.exportLines().joined().contains("thrown away"))
    #expect(again.state.notices.contains { $0.contains("seven days") })
  }
}

@Suite("Corrections count in what is read")
struct CorrectionTests {
  @Test("A removed entry leaves the search and the case file, and comes back when that is undone")
  func removed() throws {
    let fixture = Fixture()
    let record = try fixture.createFast()
    let child = try record.openChild("K01", note: "first")
    let kept = try record.note("heron by the river", child)
    let id = try #require(kept.entries.first).stamp.id
    #expect(record.caseFile(child)?.contacts.count == 2)
    let removal = try record.keep(
      Act(
        child: child,
        entries: [
          NewEntry(occurredAt: Fixture.start, body: Removed(of: id, why: "the wrong child"))
        ]
      )
    )
    #expect(record.search(SearchQuery(text: "heron")).count == 0)
    #expect(record.caseFile(child)?.contacts.count == 1)
    #expect(record.entries(of: child).count == 3)
    let again = try fixture.openFast()
    #expect(again.search(SearchQuery(text: "heron")).count == 0)
    let undo = Removed(of: try #require(removal.entries.first).stamp.id, why: "it was right")
    _ = try again.keep(
      Act(child: child, entries: [NewEntry(occurredAt: Fixture.start, body: undo)])
    )
    #expect(again.search(SearchQuery(text: "heron")).count == 1)
    #expect(again.caseFile(child)?.contacts.count == 2)
    #expect(try fixture.openFast().caseload().first?.contacts.count == 2)
  }

  @Test("An amended entry counts as its latest version, in the open record and after opening again")
  func amended() throws {
    let fixture = Fixture()
    let record = try fixture.createFast()
    let child = try record.openChild("K01", note: "first")
    let kept = try record.note("seen at school", child)
    let id = try #require(kept.entries.first).stamp.id
    let better = ContactMade(kind: .call, party: .child, text: "rang from school")
    _ = try record.keep(
      Act(
        child: child,
        entries: [
          NewEntry(occurredAt: Fixture.start, body: Amended(of: id, why: "a call", body: better))
        ]
      )
    )
    let facts = record.caseFile(child)?.contacts.map(\.kind)
    #expect(facts == [.visit, .call])
    #expect(try fixture.openFast().caseFile(child)?.contacts.map(\.kind) == facts)
  }

  @Test("A child is found by a name in any script, without its marks, and by another system's ref")
  func names() throws {
    let fixture = Fixture()
    let record = try fixture.createFast()
    let child = ChildID(rawValue: record.newID())
    let opened = ChildOpened(name: "Trần Văn Mẫu", knownAs: "Mẫu")
    _ = try record.keep(
      Act(parts: [
        ActPart(
          child: child,
          openingRef: "K01",
          by: "guardian",
          entries: [NewEntry(occurredAt: Fixture.start, body: opened)]
        )
      ])
    )
    let quick = try fixture.openFast(OpenOptions(index: false))
    #expect(quick.child(ref: "mau") == child)
    #expect(quick.childNames().first?.names == ["Trần Văn Mẫu", "Mẫu"])
    #expect(record.child(ref: "tran van mau") == child)
    #expect(record.child(ref: "nobody") == nil)
    #expect(record.caseload().first?.name?.value == "Trần Văn Mẫu")
  }
}
