internal import Casework
internal import Testing

@testable import Vault

@Suite("A log that was cut")
struct TruncationTests {
  /// Every byte of 20 frames in every run, of 200 at night.
  @Test("Cut anywhere, it reads as exactly the whole acts before the cut, or raises the alarm")
  func everyByte() throws {
    let tally = Tally()
    for frames in Amount.isNightly ? [20, 200] : [20] {
      let sample = try SampleLog(frames: frames)
      try walkEveryCut(sample, tally)
      // Whole openings: torn where nothing was seen, an alarm where it was acknowledged.
      let step = frames == 20 ? Amount.of(97, nightly: 1) : 211
      let cuts = Set(stride(from: 0, to: sample.log.count, by: step))
        .union(sample.frames.flatMap { [$0.range.lowerBound, $0.range.lowerBound + 104] })
        .filter { $0 < sample.log.count }.sorted()
      onAllCores(cuts.count) { open(sample, cut: cuts[$0], tally) }
    }
    tally.close(
      "truncations",
      "\(tally["cuts"].grouped) cuts walked with the mark and without, "
        + "\((tally["seen"] + tally["unseen"]).grouped) records opened whole after one; "
        + "\(tally["lost"]) acknowledged acts lost without alarm, \(tally["wrong"]) read wrongly"
    )
    #expect(tally.failures == [])
  }

  private func walkEveryCut(_ sample: SampleLog, _ tally: Tally) throws {
    onAllCores(sample.log.count) { cut in
      tally.add("cuts")
      let log = Array(sample.log[..<cut])
      let stop = sample.stop(before: cut)
      let isClean = stop.size == UInt64(cut)
      // The frames before the act that was cut are as they were: their chain is walked, their
      // signatures were checked when the sample was made.
      let unseen = sample.walk(log, signedAfter: stop.seq)
      if unseen.place != stop || isClean != (unseen.ending == .clean)
        || (!isClean && unseen.ending != .torn(offset: Int(stop.size)))
      {
        tally.wrong("wrong", "cut at \(cut) unseen: \(unseen.ending)")
      }
      let seen = sample.walk(log, seen: sample.lastSeq, signedAfter: sample.lastSeq)
      if seen.place != stop || isClean != (seen.ending == .clean) || seen.ending.isTorn {
        tally.wrong("lost", "cut at \(cut) seen: \(seen.ending)")
      }
    }
  }

  private func open(_ sample: SampleLog, cut: Int, _ tally: Tally) {
    do {
      try openUnseen(sample, cut, tally)
      try openSeen(sample, cut, tally)
    } catch {
      tally.wrong("wrong", "cut at \(cut): \(error)")
    }
  }

  /// Never seen here: the torn bytes are set aside and the record goes on.
  private func openUnseen(_ sample: SampleLog, _ cut: Int, _ tally: Tally) throws {
    tally.add("unseen")
    let log = Array(sample.log[..<cut])
    let stop = sample.stop(before: cut)
    let fixture = try sample.changed(log: log, seen: false)
    do {
      let record = try fixture.openFast(OpenOptions(index: false))
      let torn = try fixture.disk.names(in: fixture.places.torn)
      let lines = try record.exportLines()
      let isRight =
        record.readOnlyReason == nil && record.state.seq == stop.seq
        && lines == Array(sample.lines.prefix(lines.count))
        && torn.isEmpty == (stop.size == UInt64(cut))
      if !isRight { tally.wrong("wrong", "opened at \(cut): \(record.state)") }
      if let name = torn.first {
        let saved = try fixture.disk.read(fixture.places.torn + "/" + name)
        if saved != Array(log[Int(stop.size)...]) { tally.wrong("wrong", "torn at \(cut)") }
      }
    } catch let error as VaultError {
      // Before the first act's end there is no record; before the act that names the keys that are
      // there, the log is older than they are.
      let isAlarm =
        stop.seq == 0 ? error == .damaged(seq: 1, reason: "header not named") : stop.seq < 4
      if !isAlarm { tally.wrong("wrong", "refused at \(cut): \(error)") }
    }
  }

  /// Acknowledged here: read-only with the number named, or an older copy; never as if nothing were.
  private func openSeen(_ sample: SampleLog, _ cut: Int, _ tally: Tally) throws {
    tally.add("seen")
    let log = Array(sample.log[..<cut])
    let stop = sample.stop(before: cut)
    let fixture = try sample.changed(log: log)
    do {
      let record = try fixture.openFast(OpenOptions(index: false))
      guard case .damage = record.readOnlyReason, record.state.seq == stop.seq else {
        return tally.wrong("lost", "opened at \(cut): \(record.state)")
      }
    } catch VaultError.olderCopy(let facts) {
      if stop.size != UInt64(cut) || facts.seenSeq != sample.lastSeq || facts.seq != stop.seq {
        tally.wrong("wrong", "older copy at \(cut): \(facts)")
      }
    } catch VaultError.damaged(let seq, _) {
      if seq != 1 || stop.seq != 0 { tally.wrong("wrong", "damaged at \(cut): \(seq)") }
    }
    if try fixture.disk.read(fixture.places.log) != log {
      tally.wrong("wrong", "the log was changed at \(cut)")
    }
  }
}
