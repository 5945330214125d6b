internal import Casework
internal import Testing

@testable import Vault

/// Every bit of what a record lies in, one at a time.
///
/// CI: every bit of an 8-frame log; of the header every bit that means something and one bit of
/// every fourth byte of filler; every bit of the mark; of keys and drafts one bit of every 16th
/// byte. At night: every bit of everything, and a log of 20 frames. Bits are tried at the parser of
/// the file, and a sample by opening the whole record.
@Suite("One flipped bit", .serialized)
struct FlippedBitsTests {
  private func flipped(_ bytes: [UInt8], _ bit: Int) -> [UInt8] {
    var out = bytes
    out[bit / 8] ^= 1 << UInt8(bit % 8)
    return out
  }

  @Test("In the log it is never accepted, and names the frame it lies in")
  func log() throws {
    let sample = try SampleLog(frames: Amount.of(8, nightly: 20))
    let tally = Tally()
    onAllCores(sample.log.count) { at in
      for bit in 0..<8 {
        tally.add("bits")
        let log = flipped(sample.log, at * 8 + bit)
        let stop = sample.stop(before: at)
        // From the act that was changed on, where this computer had never seen the record: what is
        // damage there is damage where it had, too.
        let walk = sample.walk(log, from: stop)
        guard case .damaged(sample.seq(at: at), _) = walk.ending, walk.place == stop else {
          tally.wrong("accepted", "bit \(bit) of \(at): \(walk.ending)")
          continue
        }
      }
    }
    open(sample, tally)
    tally.close(
      "flipped bits of the log",
      "\(tally["bits"].grouped) bits of \(sample.frames.count) frames, "
        + "\(tally["opened"].grouped) records opened whole; \(tally["accepted"]) accepted"
    )
    #expect(tally.failures == [])
  }

  /// Whole openings: read-only up to the good point, and the log left as it is.
  private func open(_ sample: SampleLog, _ tally: Tally) {
    let bits = Array(stride(from: 0, to: sample.log.count * 8, by: Amount.of(397, nightly: 23)))
    onAllCores(bits.count) { at in
      tally.add("opened")
      let bit = bits[at]
      let stop = sample.stop(before: bit / 8)
      let seq = sample.seq(at: bit / 8)
      do {
        let log = flipped(sample.log, bit)
        let fixture = try sample.changed(log: log, seen: at % 2 == 0)
        do {
          // Without an index, what this computer has seen is not read again.
          let record = try fixture.openFast(OpenOptions(index: at % 2 == 0))
          let lines = try record.exportLines()
          let isRight =
            record.readOnlyReason == .damage(seq: seq) && record.state.seq == stop.seq
            && lines == Array(sample.lines.prefix(lines.count))
            && record.verify().problems.first?.seq == seq
          if !isRight { tally.wrong("accepted", "bit \(bit): \(record.state)") }
          do {
            try record.note("no", sample.first)
            tally.wrong("accepted", "bit \(bit): written after damage")
          } catch {}
        } catch VaultError.damaged(let found, _) {
          if stop.seq > 0 || found != 1 { tally.wrong("accepted", "bit \(bit): seq \(found)") }
        }
        if try fixture.disk.read(fixture.places.log) != log {
          tally.wrong("accepted", "bit \(bit): the log was changed")
        }
      } catch {
        tally.wrong("accepted", "bit \(bit): \(error)")
      }
    }
  }

  @Test("In the header it is never accepted, and the error says what of it does not hold")
  func header() throws {
    let sample = try SampleLog(frames: 8)
    let bytes = try sample.disk.read(sample.fixture.places.header)
    let tally = Tally()
    onAllCores(bytes.count) { at in
      // What is random filler is covered by the signature alone: at night every bit of it.
      let isFiller =
        (232..<1536).contains((at - 160) % 1536) && (160..<12_448).contains(at)
        || (13_472..<16_288).contains(at)
      let isEmptySlot = (160 + 1536..<12_448).contains(at)
      let isSampled = isFiller || isEmptySlot
      let bits = Amount.isNightly || !isSampled ? Array(0..<8) : at % 4 == 0 ? [at / 4 % 8] : []
      for bit in bits {
        tally.add("bits")
        let reason = at < 8 ? "magic" : (12..<16).contains(at) ? "length" : "signature"
        do {
          _ = try Header(flipped(bytes, at * 8 + bit))
          tally.wrong("accepted", "bit \(bit) of \(at)")
        } catch {
          if error as? VaultError != .damagedHeader(reason: reason) {
            tally.wrong("accepted", "bit \(bit) of \(at): \(error)")
          }
        }
      }
    }
    // Opened whole: the copy stands in; with both changed there is no record.
    for bit in stride(from: 0, to: bytes.count * 8, by: Amount.of(4_099, nightly: 37)) {
      tally.add("opened")
      let changed = flipped(bytes, bit)
      let path = sample.fixture.places.header
      let one = try sample.changed([path: changed])
      #expect(try one.openFast().exportLines() == sample.lines, "bit \(bit)")
      #expect(try one.disk.read(path) == bytes, "bit \(bit)")
      let both = try sample.changed([path: changed, path + ".bak": changed])
      #expect(throws: VaultError.self, "bit \(bit)") { try both.openFast() }
    }
    tally.close(
      "flipped bits of the header",
      "\(tally["bits"].grouped) of \((bytes.count * 8).grouped) bits, "
        + "\(tally["opened"]) records opened whole; \(tally["accepted"]) accepted"
    )
    #expect(tally.failures == [])
  }

  @Test("In keys it is never accepted, and the copy stands in")
  func keys() throws {
    let sample = try SampleLog(frames: 8)
    let path = sample.fixture.places.keys
    let bytes = try sample.disk.read(path)
    let tally = Tally()
    let step = Amount.of(16, nightly: 1)
    onAllCores(bytes.count / step) { number in
      let at = number * step
      for bit in Amount.isNightly ? Array(0..<8) : [number % 8] {
        tally.add("bits")
        do {
          _ = try Keyring(
            flipped(bytes, at * 8 + bit),
            roots: sample.record.roots,
            verifier: sample.codec.verifier,
            epochs: sample.codec.epochs
          )
          tally.wrong("accepted", "bit \(bit) of \(at)")
        } catch {
          if error as? VaultError != .tampered(what: "keys") {
            tally.wrong("accepted", "bit \(bit) of \(at): \(error)")
          }
        }
      }
    }
    for bit in stride(from: 0, to: bytes.count * 8, by: Amount.of(4_001, nightly: 101)) {
      tally.add("opened")
      let changed = flipped(bytes, bit)
      let one = try sample.changed([path: changed])
      #expect(try one.openFast().exportLines() == sample.lines, "bit \(bit)")
      #expect(try one.disk.read(path) == bytes, "bit \(bit)")
      let both = try sample.changed([path: changed, path + ".bak": changed])
      #expect(throws: VaultError.tampered(what: "keys"), "bit \(bit)") { try both.openFast() }
    }
    tally.close(
      "flipped bits of keys",
      "\(tally["bits"].grouped) of \((bytes.count * 8).grouped) bits, "
        + "\(tally["opened"]) records opened whole; \(tally["accepted"]) accepted"
    )
    #expect(tally.failures == [])
  }

  @Test("In the mark of this computer it makes the mark count for nothing")
  func mark() throws {
    let sample = try SampleLog(frames: 8)
    let tally = Tally()
    let key = sample.record.roots.highWaterKey
    let vaultID = sample.record.header.vaultID
    #expect(HighWater(sample.mark, vaultID: vaultID, key: key) != nil)
    for bit in 0..<sample.mark.count * 8 {
      tally.add("bits")
      if HighWater(flipped(sample.mark, bit), vaultID: vaultID, key: key) != nil {
        tally.wrong("accepted", "bit \(bit)")
      }
    }
    for bit in stride(from: 0, to: sample.mark.count * 8, by: Amount.of(199, nightly: 3)) {
      tally.add("opened")
      let fixture = try sample.changed([sample.markPath: flipped(sample.mark, bit)])
      let record = try fixture.openFast(OpenOptions(index: false))
      #expect(record.state.notices.contains { $0.contains("has not seen this record") })
      #expect(try record.exportLines() == sample.lines, "bit \(bit)")
    }
    tally.close(
      "flipped bits of the mark",
      "\(tally["bits"].grouped) bits, \(tally["opened"]) records opened whole; "
        + "\(tally["accepted"]) accepted"
    )
    #expect(tally.failures == [])
  }

  @Test("In a draft it is never accepted; the file is left where it is and the guardian told")
  func drafts() throws {
    let sample = try SampleLog(frames: 8)
    try sample.record.save(
      Draft(
        id: EntryID(rawValue: sample.record.newID()),
        child: sample.first,
        form: "quick-entry",
        text: "half typed",
        savedAt: Fixture.start
      )
    )
    let folder = sample.fixture.places.drafts
    let name = try #require(try sample.disk.names(in: folder).first)
    let bytes = try sample.disk.read(folder + "/" + name)
    let tally = Tally()
    // Each by reading the drafts again, which is all that opening does with them.
    let record = try sample.changed([:]).openFast(OpenOptions(index: false))
    #expect(record.drafts().map(\.text) == ["half typed"])
    let disk = try #require(record.disk as? SimulatedDisk)
    for at in stride(from: 0, to: bytes.count, by: Amount.of(16, nightly: 1)) {
      for bit in Amount.isNightly ? Array(0..<8) : [at / 16 % 8] {
        tally.add("bits")
        record.keptDrafts = [:]
        record.draftFiles = [:]
        record.notices = []
        try disk.write(folder + "/" + name, flipped(bytes, at * 8 + bit))
        record.loadDrafts()
        if !record.drafts().isEmpty || record.notices.count != 1 {
          tally.wrong("accepted", "bit \(bit) of \(at)")
        }
      }
    }
    #expect(try disk.names(in: folder) == [name])
    tally.close(
      "flipped bits of a draft",
      "\(tally["bits"].grouped) of \((bytes.count * 8).grouped) bits; \(tally["accepted"]) accepted"
    )
    #expect(tally.failures == [])
  }
}
