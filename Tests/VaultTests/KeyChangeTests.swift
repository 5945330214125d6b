internal import Casework
internal import Crypto
internal import Foundation
internal import Testing

@testable import Vault

@Suite("Changing the ways into a record")
struct KeyChangeTests {
  static let old = "plum kettle orbit seven lantern"
  static let new = "harbour velvet copper meadow ten"

  @Test("The old passphrase opens nothing any more, the new one and the recovery key everything")
  func passphrase() throws {
    let recovery = RecoveryKey(random: .system)
    let worded = try WordedRecord()
    let record = try worded.create(Self.old, recovery: recovery)
    let child = try record.openChild("K01", note: "before")
    try record.note("in confidence", child, restricted: .police)
    try record.changeWords(to: Self.new)
    try record.note("after", child)
    try record.openChild("K02", note: "another child")
    let lines = try record.exportLines()
    #expect(record.verify().problems == [])
    record.close()

    #expect(worded.answer(Self.old) == .wrongPassphrase)
    #expect(worded.answer(Self.old, OpenOptions(index: false)) == .wrongPassphrase)
    for words in [Self.new, recovery.shown] {
      let again = try worded.open(words)
      #expect(try again.exportLines() == lines)
      #expect(again.state.notices == [])
      #expect(again.verify().problems == [])
      #expect(again.waysIn.epoch == 2)
    }
  }

  @Test("A forgotten passphrase is replaced by whoever has the recovery key")
  func forgotten() throws {
    let recovery = RecoveryKey(random: .system)
    let worded = try WordedRecord()
    try worded.create(Self.old, recovery: recovery).openChild("K01", note: "one")
    let record = try worded.open(recovery.shown)
    #expect(record.waysIn.recoveryKey?.isOwn == true)
    try record.changeWords(to: Self.new)
    try record.openChild("K02", note: "two")
    #expect(worded.answer(Self.old) == .wrongPassphrase)
    #expect(try worded.open(Self.new).caseload().count == 2)
    #expect(try worded.open(recovery.shown).caseload().count == 2)
  }

  @Test("A new recovery key takes the place of the old one; a first one shuts nobody out")
  func recoveryKey() throws {
    let worded = try WordedRecord()
    let record = try worded.create(Self.old)
    #expect(record.waysIn.recoveryKey == nil)
    let first = RecoveryKey(random: .system)
    try record.changeRecovery(to: first)
    #expect(record.waysIn.epoch == 1)
    #expect(record.waysIn.recoveryKey?.since != nil)
    let second = RecoveryKey(random: .system)
    try record.changeRecovery(to: second)
    #expect(record.waysIn.epoch == 2)
    try record.openChild("K01", note: "one")
    #expect(worded.answer(first.shown) == .wrongPassphrase)
    #expect(try worded.open(second.shown).caseload().count == 1)
    #expect(try worded.open(Self.old).caseload().count == 1)

    #expect(throws: VaultError.unacceptable(reason: "opened with the recovery key")) {
      try worded.open(second.shown).removeRecoveryKey()
    }
    let last = try worded.open(Self.old)
    try last.removeRecoveryKey()
    #expect(last.waysIn.recoveryKey == nil)
    #expect(last.waysIn.epoch == 3)
    #expect(worded.answer(second.shown) == .wrongPassphrase)
    #expect(throws: VaultError.unacceptable(reason: "no recovery key")) {
      try last.removeRecoveryKey()
    }
  }

  @Test("The passphrase that the record has already, and a weak one, change nothing")
  func refused() throws {
    let worded = try WordedRecord()
    let record = try worded.create(Self.old)
    let before = try ["header", "keys", "log"].map { try worded.read($0) }
    #expect(throws: VaultError.weakPassphrase(.unchanged)) { try record.changeWords(to: Self.old) }
    #expect(throws: VaultError.weakPassphrase(.tooShort)) {
      try record.changePassphrase(to: Passphrase("short"))
    }
    #expect(try ["header", "keys", "log"].map { try worded.read($0) } == before)
    #expect(!worded.fixture.disk.isThere(worded.fixture.places.header + ".new"))
  }

  @Test("Sixteen renewals, each with notes before it; the seventeenth is refused, changing nothing")
  func seventeen() throws {
    let recovery = RecoveryKey(random: .system)
    let worded = try WordedRecord()
    let record = try worded.create(Self.old, recovery: recovery)
    let child = try record.openChild("K01", note: "note of epoch 1")
    for number in 1...16 {
      #expect(record.waysIn.renewalsLeft == 17 - number)
      try record.rotate()
      try record.note("note of epoch \(number + 1)", child)
      try record.note("hidden of epoch \(number + 1)", child, restricted: .health)
    }
    #expect(record.waysIn.epoch == 17)
    let before = try ["header", "keys", "log"].map { try worded.read($0) }
    #expect(throws: VaultError.rotationsUsedUp) { try record.rotate() }
    #expect(throws: VaultError.rotationsUsedUp) { try record.changeWords(to: Self.new) }
    #expect(try ["header", "keys", "log"].map { try worded.read($0) } == before)
    // The passphrase itself can always be changed.
    try record.changeWords(to: Self.new, renewing: false)
    #expect(worded.answer(Self.old) == .wrongPassphrase)
    for words in [Self.new, recovery.shown] {
      let again = try worded.open(words)
      #expect(again.entries(of: child).count == 33)
      #expect(again.verify().problems == [])
      #expect(again.waysIn.epoch == 17)
    }
    let epochs = LogWalk(
      try worded.read("log"),
      after: LogPlace(seq: 0, head: record.codec.genesis, size: 0, lastOffset: 0),
      codec: record.codec,
      seenSeq: 0,
      signedAfter: 0
    ).frames.map(\.head.epoch)
    #expect(epochs == epochs.sorted())
    #expect(Set(epochs) == Set(1...17))
  }

  @Test("The real derivation: the old words are refused, the new ones open, however they are typed")
  func real() throws {
    let fixture = Fixture()
    let recovery = RecoveryKey(random: .system)
    let record = try fixture.create(recovery: recovery)
    try record.openChild("K01", note: "one")
    let header = try fixture.disk.read(fixture.places.header)
    try record.changePassphrase(to: Passphrase("ba con mèo đen ngủ ngon"))
    let changed = try fixture.disk.read(fixture.places.header)
    // Salt and cost never change in place.
    #expect(changed[112..<160] == header[112..<160])
    #expect(throws: VaultError.wrongPassphrase) { try fixture.open() }
    for words in ["ba con mèo đen ngủ ngon".decomposedStringWithCanonicalMapping, recovery.shown] {
      let again = try OpenRecord.open(
        fixture.places,
        passphrase: Passphrase(words),
        surroundings: fixture.surroundings()
      )
      #expect(again.caseload().count == 1)
    }
  }

  @Test("A draft of before is still offered after, and is sealed again under the new key")
  func drafts() throws {
    let worded = try WordedRecord()
    let record = try worded.create(Self.old)
    let child = try record.openChild("K01", note: "one")
    let draft = Draft(
      id: EntryID(rawValue: record.newID()),
      child: child,
      form: "quick-entry",
      text: "being typed",
      savedAt: Fixture.start
    )
    try record.save(draft)
    let oldRoots = record.unlocked
    try record.changeWords(to: Self.new)
    let again = try worded.open(Self.new)
    #expect(again.drafts() == [draft])
    let names = try worded.fixture.disk.names(in: worded.fixture.places.drafts)
    #expect(names.count == 1)
    let bytes = try worded.read("drafts/" + names[0])
    // Whatever epoch somebody with the old keys takes it for.
    for epoch in [UInt32(1), 2] {
      let keys = EpochKeys(
        masterKey: oldRoots.roots.masterKey,
        vaultID: oldRoots.roots.vaultID,
        epoch: epoch
      )
      #expect(DraftFile.open(bytes, oldRoots.roots, [1: keys, 2: keys]) == nil)
    }
  }
}
