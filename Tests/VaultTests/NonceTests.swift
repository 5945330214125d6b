internal import Casework
internal import Crypto
internal import Foundation
internal import Synchronization
internal import Testing

@testable import Vault

/// What was sealed under which key and nonce: a pair that comes twice must have sealed the same.
private struct Seen {
  private var texts: [SIMD2<UInt64>: SIMD2<UInt64>] = [:]
  private(set) var repeated = 0
  private(set) var same = 0

  /// - Parameters:
  ///   - keyAndNonce: The 44 bytes, or what alone makes them.
  ///   - text: Everything that was sealed.
  mutating func add(_ keyAndNonce: [UInt8], _ text: [UInt8]) {
    func short(_ bytes: [UInt8]) -> SIMD2<UInt64> {
      let hash = Sealing.sha256(bytes)
      return SIMD2(hash.u64(0), hash.u64(8))
    }
    let text = short(text)
    if let before = texts.updateValue(text, forKey: short(keyAndNonce)) {
      if before == text { same += 1 } else { repeated += 1 }
    }
  }

  var count: Int { texts.count }
}

@Suite("Random numbers that repeat")
struct NonceTests {
  /// Two copies of a record with the same random numbers go different ways: 20,000 frames in every
  /// run, a million at night, half with a seed that is the same in both, half with a generator that
  /// gives the same byte for ever.
  @Test("Two copies that go different ways never seal two texts under one key and nonce")
  func diverging() throws {
    let sample = try SampleLog(frames: 8)
    let tally = Tally()
    let seals = Amount.of(20_000, nightly: 1_000_000)
    let row = sample.record.keyring.children[0]
    let keyID = row.keyID.bytes
    let key = sample.record.keyring.use(of: keyID)?.key
    let keys = try #require(sample.codec.epochs[1])
    let all = Mutex(Seen())
    let pieces = 40
    onAllCores(pieces) { piece in
      let isConstant = piece % 2 == 0
      // Both copies draw the same numbers, from the beginning.
      let copies = (0..<2).map { _ in
        isConstant ? Entropy.constant(7) : Entropy.seeded(UInt64(piece))
      }
      do {
        for number in 0..<seals / pieces {
          let copy = number % 2
          let isOfChild = number % 3 != 0
          let text = FrameCodec.Text(
            keyID: isOfChild ? keyID : FrameCodec.noKeyID,
            key: isOfChild ? key : nil,
            plain: Array("piece \(piece), copy \(copy), note \(number / 2 % 7)".utf8)
          )
          // Copies are at the same place of the log, as after a restored backup.
          let frame = try sample.codec.seal(
            [text],
            after: (UInt64(8 + number / 2 % 5), sample.record.place.head),
            epoch: 1,
            roots: sample.record.roots,
            entropy: copies[copy]
          )[0]
          let sealed = Sealing.derive(
            text.key ?? keys.logVault,
            .record,
            Array(frame[40..<64]),
            salt: keys.caseEpoch,
            count: 44
          )
          // The associated data counts as text: GCM's key is lost with two tags of one nonce, too.
          let what = Array(frame[..<104]) + text.plain
          all.withLock { $0.add(Sealing.bytes(of: sealed), what) }
          tally.add("seals")
        }
      } catch {
        tally.wrong("failed", "\(error)")
      }
    }
    let (keysUsed, same, repeated) = all.withLock { ($0.count, $0.same, $0.repeated) }
    // A constant generator seals the same text at the same place the same way: that is no leak.
    #expect(same > 0)
    tally.close(
      "nonces",
      "\(tally["seals"].grouped) frames sealed with repeating random numbers under "
        + "\(keysUsed.grouped) keys and nonces; \(repeated) repeated with another text"
    )
    #expect(repeated == 0)
    #expect(tally.failures == [])
  }

  @Test("Nor do two keyrings or two drafts, whatever the generator gives")
  func otherFiles() throws {
    var seen = Seen()
    for seed in 0..<Amount.of(30, nightly: 300) {
      // Each copy starts from the same record and the same numbers.
      let sample = try SampleLog(frames: 8)
      let fixture = Fixture(disk: sample.disk, root: "/v", entropy: .seeded(9))
      let record = try fixture.openFast(OpenOptions(index: false))
      try record.openChild("K\(100 + seed)", note: "another \(seed)")
      let keys = try sample.disk.read(fixture.places.keys)
      let length = Int(keys.u32(40))
      seen.add(Array("A".utf8) + keys[16..<40], Array(keys[..<(44 + length + 16)]))
      seen.add(Array("G".utf8) + keys[(60 + length)..<(84 + length)], Array(keys.dropLast(64)))
      try record.save(
        Draft(
          id: EntryID(rawValue: "0190"),
          child: nil,
          form: "quick-entry",
          text: "typed \(seed)",
          savedAt: Fixture.start
        )
      )
      let name = try #require(try sample.disk.names(in: fixture.places.drafts).first)
      let draft = try sample.disk.read(fixture.places.drafts + "/" + name)
      seen.add(Array("D".utf8) + draft[..<28], draft)
    }
    #expect(seen.repeated == 0)
  }

  @Test("A generator that repeats costs an act, never a record: no two keys are given one ID")
  func keyIDs() throws {
    let sample = try SampleLog(frames: 8)
    let fixture = Fixture(disk: sample.disk, root: "/v", entropy: .constant(9))
    let record = try fixture.openFast()
    #expect(throws: VaultError.unacceptable(reason: "keys")) {
      try record.openChild("K50", note: "one")
    }
    try record.note("goes on", sample.first)
    #expect(try fixture.openFast().verify().problems == [])
  }

  @Test("Two whole copies with a constant generator: every frame has a nonce seed of its own")
  func hedged() throws {
    let disk = SimulatedDisk()
    try disk.makeFolder("/v")
    let record = try Fixture(disk: disk, root: "/v").createFast()
    let child = try record.openChild("K01", note: "one")
    let image = disk.state.withLock { $0.image }
    var seeds: Set<[UInt8]> = []
    var masks: Set<[UInt8]> = []
    for text in ["first text", "another text", "a third text"] {
      let fixture = Fixture(disk: SimulatedDisk(image), root: "/v")
      let repeated = Entropy { [UInt8](repeating: 9, count: $0) }
      let copy = try OpenRecord.open(
        fixture.places,
        options: OpenOptions(),
        surroundings: fixture.surroundings(entropy: repeated)
      ) { _ in Fixture.key }
      for _ in 0..<4 {
        var entry = copy.entry(text)
        entry.id = EntryID(rawValue: UUID().uuidString.lowercased())
        _ = try copy.keep(Act(child: child, entries: [entry]))
      }
      let log = try fixture.disk.read(fixture.places.log)
      let walk = LogWalk(
        log,
        after: LogPlace(seq: 0, head: copy.codec.genesis, size: 0, lastOffset: 0),
        codec: copy.codec,
        seenSeq: 0,
        signedAfter: 0
      )
      for frame in walk.frames.suffix(4) {
        seeds.insert(frame.head.nonceSeed)
        masks.insert(frame.head.maskedKeyID)
      }
    }
    #expect(seeds.count == 12)
    // One child's frames do not look alike from outside.
    #expect(masks.count == 12)
  }
}
