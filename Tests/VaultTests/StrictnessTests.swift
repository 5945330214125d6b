internal import Casework
internal import Foundation
internal import Synchronization
internal import Testing

@testable import Vault

/// A small record on a simulated disk whose log can be changed before it is opened.
private struct Small {
  let disk = SimulatedDisk()
  let fixture: Fixture
  let log: [UInt8]
  let mark: [UInt8]
  let lines: [String]
  /// Offsets at which acts begin, and the end of the log; with the first seq of each.
  let acts: [(offset: Int, seq: UInt64)]
  let frames: [Range<Int>]
  let codec: FrameCodec
  let markPath: String

  init() throws {
    try disk.makeFolder("/v")
    fixture = Fixture(disk: disk, root: "/v")
    let record = try fixture.createFast()
    let first = try record.openChild("K01", note: "one")
    let second = try record.openChild("K02", note: "two")
    _ = try record.keep(
      Act(parts: [
        ActPart(child: first, by: "guardian", entries: [record.entry("both")]),
        ActPart(child: second, by: "guardian", entries: [record.entry("both")]),
      ])
    )
    try record.note("hidden", first, restricted: .health)
    lines = try record.exportLines()
    log = try disk.read(fixture.places.log)
    markPath = fixture.places.highWater(record.header.vaultID)
    mark = try disk.read(markPath)
    codec = record.codec
    let walk = Small.walk(log, codec: record.codec, seen: 0)
    frames = walk.frames.map(\.range)
    acts =
      walk.frames.filter { $0.head.index == 0 }.map { ($0.range.lowerBound, $0.head.seq) }
      + [(log.count, walk.place.seq + 1)]
  }

  static func walk(
    _ log: [UInt8],
    codec: FrameCodec,
    seen: UInt64,
    signedAfter: UInt64 = 0
  ) -> LogWalk {
    LogWalk(
      log,
      after: LogPlace(seq: 0, head: codec.genesis, size: 0, lastOffset: 0),
      codec: codec,
      seenSeq: seen,
      signedAfter: signedAfter
    )
  }

  func walk(_ log: [UInt8], seen: UInt64 = 0) -> LogWalk {
    Small.walk(log, codec: codec, seen: seen)
  }

  /// The last seq of the acts that are whole before an offset.
  func wholeSeq(before offset: Int) -> UInt64 {
    (acts.last { $0.offset <= offset }?.seq ?? 1) - 1
  }

  var lastSeq: UInt64 { (acts.last?.seq ?? 1) - 1 }

  /// A disk with another log, with or without what this computer had seen.
  func changed(_ log: [UInt8], seen: Bool = true) throws -> Fixture {
    let copy = SimulatedDisk(disk.state.withLock { $0.image })
    try copy.write(fixture.places.log, log)
    if !seen { try copy.remove(markPath) }
    return Fixture(disk: copy, root: "/v")
  }
}

@Suite("A log that was changed is refused")
struct StrictnessTests {
  @Test("Cut anywhere, it reads as exactly the whole acts before the cut")
  func truncation() throws {
    let small = try Small()
    for cut in 0..<small.log.count {
      let log = Array(small.log[..<cut])
      let whole = small.wholeSeq(before: cut)
      let isBoundary = small.acts.contains { $0.offset == cut }
      let unseen = small.walk(log)
      #expect(unseen.place.seq == whole, "cut at \(cut)")
      #expect(unseen.ending == .clean || unseen.ending.isTorn, "cut at \(cut)")
      #expect((unseen.ending == .clean) == isBoundary, "cut at \(cut)")
      let seen = Small.walk(
        log,
        codec: small.codec,
        seen: small.lastSeq,
        signedAfter: small.lastSeq
      )
      #expect(seen.place.seq == whole, "cut at \(cut)")
      #expect(isBoundary ? seen.ending == .clean : seen.ending.isDamage, "cut at \(cut)")
    }
  }

  @Test("Opened after a cut: torn where nothing was seen, an alarm where it was acknowledged")
  func openingTruncated() throws {
    let small = try Small()
    let firstAct = small.acts[1].offset
    for cut in stride(from: 0, to: small.log.count, by: Amount.of(61, nightly: 1)) {
      let log = Array(small.log[..<cut])
      let isBoundary = small.acts.contains { $0.offset == cut }
      // Never seen here: the torn bytes are set aside and the record goes on.
      let unseen = try small.changed(log, seen: false)
      if cut < firstAct {
        #expect(throws: VaultError.self) { try unseen.openFast() }
      } else if (try? unseen.openFast()) == nil {
        // keys no longer fit a log that is older than they are.
        #expect(throws: VaultError.tampered(what: "keys")) { try unseen.openFast() }
      } else {
        let record = try unseen.openFast()
        #expect(record.readOnlyReason == nil)
        #expect(record.state.seq == small.wholeSeq(before: cut))
        let torn = try unseen.disk.names(in: unseen.places.torn)
        #expect(torn.isEmpty == isBoundary)
        if let name = torn.first, let end = small.acts.last(where: { $0.offset <= cut })?.offset {
          #expect(try unseen.disk.read(unseen.places.torn + "/" + name) == Array(log[end...]))
        }
      }
      // Acknowledged here: read-only and the number named, or an older copy.
      let seen = try small.changed(log)
      do {
        let record = try seen.openFast()
        #expect(record.readOnlyReason.map { if case .damage = $0 { true } else { false } } == true)
        #expect(record.state.seq == small.wholeSeq(before: cut))
        #expect(try seen.disk.read(seen.places.log) == log)
      } catch VaultError.olderCopy(let facts) {
        #expect(isBoundary)
        #expect(facts.seenSeq == small.lastSeq)
      } catch VaultError.damaged(let seq, _) {
        #expect(seq == 1)
      }
    }
  }

  @Test("One flipped bit is never accepted, and names the entry it lies in")
  func flippedBits() throws {
    let small = try Small()
    for bit in stride(from: 0, to: small.log.count * 8, by: Amount.of(29, nightly: 1)) {
      var log = small.log
      log[bit / 8] ^= 1 << UInt8(bit % 8)
      let walk = small.walk(log, seen: small.lastSeq)
      let frame = small.frames.firstIndex { $0.contains(bit / 8) } ?? 0
      guard case .damaged(let seq, _) = walk.ending else {
        Issue.record("bit \(bit) accepted")
        continue
      }
      #expect(seq == UInt64(frame + 1), "bit \(bit)")
      #expect(walk.place.seq == small.wholeSeq(before: bit / 8), "bit \(bit)")
    }
  }

  @Test("A flipped bit opens read-only up to the good point, and the log is left as it is")
  func openingFlipped() throws {
    let small = try Small()
    for bit in stride(from: 8 * small.acts[1].offset, to: small.log.count * 8, by: 997) {
      var log = small.log
      log[bit / 8] ^= 1 << UInt8(bit % 8)
      let fixture = try small.changed(log)
      let record = try fixture.openFast()
      let frame = small.frames.firstIndex { $0.contains(bit / 8) } ?? 0
      #expect(record.readOnlyReason == .damage(seq: UInt64(frame + 1)), "bit \(bit)")
      #expect(record.state.seq == small.wholeSeq(before: bit / 8), "bit \(bit)")
      let lines = try record.exportLines()
      #expect(lines == Array(small.lines.prefix(lines.count)))
      #expect(record.verify().problems.first?.seq == UInt64(frame + 1))
      #expect(throws: VaultError.self) {
        try record.keep(Act(child: nil, entries: [record.entry("no")]))
      }
      #expect(try fixture.disk.read(fixture.places.log) == log)
    }
  }

  @Test("A frame that is missing, doubled, moved or another record's is refused")
  func wrongFrames() throws {
    let small = try Small()
    let frames = small.frames.map { Array(small.log[$0]) }
    let other = try Small()
    let foreign = other.frames.map { Array(other.log[$0]) }
    var wrong: [(name: String, frames: [[UInt8]])] = []
    for at in frames.indices {
      var missing = frames
      missing.remove(at: at)
      if at < frames.count - 1 { wrong.append(("without \(at)", missing)) }
      wrong.append(("doubled \(at)", Array(frames[...at]) + Array(frames[at...])))
      var foreigner = frames
      foreigner[at] = foreign[at]
      wrong.append(("foreign \(at)", foreigner))
      for next in frames.indices where next > at {
        var swapped = frames
        swapped.swapAt(at, next)
        wrong.append(("swapped \(at) \(next)", swapped))
      }
    }
    #expect(wrong.count > 30)
    for (name, frames) in wrong {
      let ending = small.walk(frames.flatMap { $0 }, seen: small.lastSeq).ending
      #expect(ending.isDamage, "\(name)")
      // Also where this computer had never seen the record.
      #expect(small.walk(frames.flatMap { $0 }).ending.isDamage, "\(name)")
    }
  }

  @Test("A length field that was changed never passes for a torn tail")
  func changedLength() throws {
    let small = try Small()
    for frame in small.frames.dropFirst() {
      for bit in 0..<32 {
        var log = small.log
        log[frame.lowerBound + 4 + bit / 8] ^= 1 << UInt8(bit % 8)
        #expect(small.walk(log).ending.isDamage)
      }
    }
  }

  @Test("Every bit of the header counts")
  func headerBits() throws {
    let small = try Small()
    let bytes = try small.disk.read(small.fixture.places.header)
    for bit in stride(from: 0, to: bytes.count * 8, by: Amount.of(311, nightly: 1)) {
      var changed = bytes
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(throws: VaultError.self, "bit \(bit)") { try Header(changed) }
    }
    for length in [0, 1, 16_383, 16_385] {
      let wrong = Array((bytes + [0]).prefix(length))
      #expect(throws: VaultError.self) { try Header(wrong) }
    }
  }

  @Test("Every bit of keys counts, and its copy stands in for it")
  func keysBits() throws {
    let small = try Small()
    let bytes = try small.disk.read(small.fixture.places.keys)
    for bit in stride(from: 0, to: bytes.count * 8, by: Amount.of(4_001, nightly: 7)) {
      var changed = bytes
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      let fixture = try small.changed(small.log)
      try fixture.disk.write(fixture.places.keys, changed)
      let record = try fixture.openFast()
      #expect(record.readOnlyReason == nil)
      #expect(try record.exportLines() == small.lines)
      #expect(try fixture.disk.read(fixture.places.keys) == bytes)
      try fixture.disk.write(fixture.places.keys, changed)
      try fixture.disk.write(fixture.places.keys + ".bak", changed)
      #expect(throws: VaultError.tampered(what: "keys")) { try fixture.openFast() }
    }
  }
}
