internal import Casework
internal import Crypto
internal import Foundation
internal import Testing

@testable import Vault

@Suite("What an old passphrase and old files are worth after a change")
struct KeyAttackTests {
  static let old = KeyChangeTests.old
  static let new = KeyChangeTests.new

  /// A record whose passphrase was changed, and all that somebody copied before.
  private struct Changed {
    let worded: WordedRecord
    let recovery = RecoveryKey(random: .system)
    let child: ChildID
    /// As the old passphrase opened it.
    let then: Unlocked
    let thenRing: Keyring
    let oldFiles: [String: [UInt8]]
    let record: OpenRecord

    init(renewing: Bool = true) throws {
      let worded = try WordedRecord()
      self.worded = worded
      record = try worded.create(KeyAttackTests.old, recovery: recovery)
      child = try record.openChild("K01", note: "one")
      then = record.unlocked
      thenRing = record.keyring
      oldFiles = Dictionary(
        uniqueKeysWithValues: try ["header", "keys", "log"].map { ($0, try worded.read($0)) }
      )
      try record.changeWords(to: KeyAttackTests.new, renewing: renewing)
      try record.note("after", child)
      try record.note("in confidence, after", child, restricted: .police)
    }

    var now: Header { record.header }

    func put(_ name: String, _ places: [String]) throws {
      for place in places { try worded.write(place, oldFiles[name] ?? []) }
    }

    func forgetMark() throws {
      try worded.fixture.disk.remove(worded.fixture.places.highWater(now.vaultID))
    }
  }

  /// The guardian's part of a keys file, in clear.
  private func guardiansPart(
    _ bytes: [UInt8],
    _ unlocked: Unlocked,
    _ epochs: [UInt32: EpochKeys]
  ) throws -> String? {
    let keys = try #require(epochs[bytes.u32(12)])
    let from = 16 + 28 + Int(bytes.u32(40)) + 16
    let length = Int(bytes.u32(from + 24))
    let own = unlocked.roots.guardianOnly(keys)
    let keyAndNonce = Sealing.derive(own, .keysG, Array(bytes[from..<from + 24]), count: 44)
    let text = Sealing.open(
      bytes[(from + 28)..<(from + 28 + length + 16)],
      under: keyAndNonce,
      with: bytes[..<(from + 28)] + unlocked.header.vaultID
    )
    return text.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("The old way in and all files of then lead to nothing that was written later")
  func nothingNew() throws {
    let changed = try Changed()
    let now = changed.now
    #expect(throws: VaultError.wrongPassphrase) {
      try now.unlock(WordedRecord.key(WordedRecord.secret(Self.old)))
    }
    // The slot that stayed is sealed to a key of which the old files hold the public half only.
    let oldKeys = try #require(changed.oldFiles["keys"])
    let part = try #require(
      try guardiansPart(oldKeys, changed.then, changed.then.codec.epochs)
    )
    let stretched = WordedRecord.key(Array(changed.recovery.characters.utf8))
    let (_, way) = try now.unlock(stretched)
    let secret = Sealing.derive(stretched, .wrap, now.vaultID + way.slotID)
    #expect(part.contains(way.publicKey.hex))
    #expect(!part.contains(Sealing.bytes(of: secret).hex))
    for publicKey in changed.thenRing.ways.values.map(\.publicKey) {
      let guess = SymmetricKey(data: [UInt8](hex: publicKey, count: 32) ?? [])
      #expect(throws: VaultError.wrongPassphrase) { try now.unlock(guess) }
    }
    // The new keys, with the old roots, as of any epoch.
    let keys = try changed.worded.read("keys")
    for epoch in [UInt32(1), 2] {
      let epochs = [
        UInt32(2): EpochKeys(
          masterKey: changed.then.roots.masterKey,
          vaultID: now.vaultID,
          epoch: epoch
        )
      ]
      #expect(throws: VaultError.tampered(what: "keys")) {
        try Keyring(keys, roots: changed.then.roots, verifier: now.verifier, epochs: epochs)
      }
      #expect(try guardiansPart(keys, changed.then, epochs) == nil)
      // The new frames, with the child's own key in hand.
      let codec = FrameCodec(vaultID: now.vaultID, verifier: now.verifier, epochs: epochs)
      let log = try changed.worded.read("log")
      let frames = LogWalk(
        log,
        after: LogPlace(seq: 0, head: codec.genesis, size: 0, lastOffset: 0),
        codec: changed.record.codec,
        seenSeq: 0,
        signedAfter: 0
      ).frames.filter { $0.head.epoch == 2 }
      #expect(frames.count == 3)
      let own = try #require(changed.thenRing.child(changed.child)?.key)
      for frame in frames {
        for key in [own, nil] {
          #expect(codec.open(log[frame.range], head: frame.head, key: key) == nil)
        }
      }
    }
  }

  @Test("Kept master key: the old way in opens no slot, but an old header leads to later entries")
  func keptMasterKey() throws {
    // What the command's help warns of, so that nobody is told more than is so.
    let changed = try Changed(renewing: false)
    #expect(changed.worded.answer(Self.old) == .wrongPassphrase)
    let log = try changed.worded.read("log")
    let last = try #require(
      LogWalk(
        log,
        after: LogPlace(seq: 0, head: changed.then.codec.genesis, size: 0, lastOffset: 0),
        codec: changed.then.codec,
        seenSeq: 0,
        signedAfter: 0
      ).frames.last
    )
    #expect(last.head.epoch == 1)
  }

  @Test("An old header put back in every place is tampering, whichever way is tried")
  func oldHeader() throws {
    let changed = try Changed()
    try changed.put("header", ["header", "header.bak"])
    for options in [OpenOptions(), OpenOptions(index: false), OpenOptions(forWriting: false)] {
      #expect(changed.worded.answer(Self.old, options) == .tampered(what: "header"))
      #expect(changed.worded.answer(changed.recovery.shown, options) == .tampered(what: "header"))
      // No slot opens, but this computer has seen a later header.
      #expect(changed.worded.answer(Self.new, options) == .olderHeader)
    }
    try changed.forgetMark()
    #expect(changed.worded.answer(Self.old) == .tampered(what: "header"))
    #expect(changed.worded.answer(Self.new) == .wrongPassphrase)
  }

  @Test("An old header and the old keys put back together are tampering")
  func oldHeaderAndKeys() throws {
    let changed = try Changed()
    try changed.put("header", ["header", "header.bak"])
    try changed.put("keys", ["keys", "keys.bak"])
    #expect(changed.worded.answer(Self.old) == .tampered(what: "header"))
    #expect(changed.worded.answer(changed.recovery.shown) == .tampered(what: "header"))
  }

  @Test("Old keys put back in every place are tampering")
  func oldKeys() throws {
    let changed = try Changed()
    try changed.put("keys", ["keys", "keys.bak"])
    for options in [OpenOptions(), OpenOptions(index: false), OpenOptions(forWriting: false)] {
      #expect(changed.worded.answer(Self.new, options) == .tampered(what: "keys"))
    }
  }

  @Test(
    "An old file put back in one place is mended from its copy, and what was found is kept",
    arguments: ["header", "keys"]
  )
  func mended(name: String) throws {
    let changed = try Changed()
    try changed.put(name, [name])
    #expect(changed.worded.answer(Self.old) == .wrongPassphrase)
    let record = try changed.worded.open(Self.new)
    #expect(record.state.notices.contains { $0.contains("The file \(name) was not") })
    #expect(record.verify().problems == [])
    let torn = try changed.worded.fixture.disk.names(in: changed.worded.fixture.places.torn)
    let kept = try #require(torn.first { $0.hasPrefix(name) })
    #expect(try changed.worded.read("torn/" + kept) == changed.oldFiles[name])
    // And an old copy is replaced without a word: the file itself is right.
    try changed.put(name, [name + ".bak"])
    #expect(try changed.worded.open(Self.new).verify().problems == [])
  }

  @Test("An old header whose place is before damage is not taken for the present one")
  func oldHeaderBeforeDamage() throws {
    let changed = try Changed()
    var log = try changed.worded.read("log")
    log[log.count - 20] ^= 1
    try changed.worded.write("log", log)
    try changed.put("header", ["header", "header.bak"])
    #expect(changed.worded.answer(Self.old) == .tampered(what: "header"))
  }

  @Test("Whoever has the old signing key cannot add under the old master key: the epoch is over")
  func oldEpochAgain() throws {
    for notesAfter in [true, false] {
      let worded = try WordedRecord()
      let record = try worded.create(Self.old)
      let child = try record.openChild("K01", note: "one")
      let then = record.unlocked
      try record.changeWords(to: Self.new)
      if notesAfter { try record.note("after", child) }
      let row = try #require(record.keyring.child(child))
      let forged = try then.codec.seal(
        [
          FrameCodec.Text(
            keyID: row.keyID.bytes,
            key: row.key,
            plain: Array(
              try #require(
                try record.exportLines().last.map { "{\"act\":\"forged\",\"entries\":[\($0)]}" }
              ).utf8
            )
          )
        ],
        after: (record.place.seq, record.place.head),
        epoch: 1,
        roots: then.roots,
        entropy: .system
      )
      let seq = record.place.seq + 1
      try worded.write("log", try worded.read("log") + forged.flatMap { $0 })
      // Open for reading up to there, or not at all: never with it.
      let found = try? worded.open(Self.new)
      let isRefused =
        found?.readOnlyReason == .damage(seq: seq)
        || worded.answer(Self.new) == .damaged(seq: seq, reason: "epoch")
      #expect(isRefused, "notes after: \(notesAfter)")
      // The program that is open does not take it in either.
      #expect(throws: VaultError.self) { try record.note("here", child) }
    }
  }

  @Test("A header of somebody else's beside ours costs no second derivation and changes nothing")
  func strangersHeader() throws {
    let changed = try Changed()
    let stranger = try WordedRecord()
    let theirs = try stranger.create("violin basket summer pencil forty")
    for _ in 0..<4 { try theirs.rotate() }
    let header = try stranger.read("header")
    for place in ["header.new", "header.bak"] {
      try changed.worded.write(place, header)
      var derivations = 0
      let record = try OpenRecord.open(
        changed.worded.fixture.places,
        options: OpenOptions(forWriting: false),
        surroundings: changed.worded.fixture.surroundings()
      ) { _ in
        derivations += 1
        return WordedRecord.key(WordedRecord.secret(Self.new))
      }
      #expect(derivations == 1)
      #expect(record.entries(of: changed.child).count == 3)
    }
    #expect(try changed.worded.open(Self.new).verify().problems == [])
  }

  @Test("A log of before the change, with the files of after it, is an older copy, and goes on")
  func olderLog() throws {
    let changed = try Changed()
    try changed.put("log", ["log"])
    #expect(
      changed.worded.answer(Self.new)
        == .olderCopy(OlderCopy(seq: 3, seenSeq: 7, isFork: false))
    )
    let record = try changed.worded.open(Self.new, OpenOptions(olderCopy: .accept))
    try record.note("goes on", changed.child)
    let again = try changed.worded.open(Self.new)
    #expect(again.readOnlyReason == nil)
    #expect(again.entries(of: changed.child).count == 2)
    #expect(again.verify().problems == [])
  }
}
