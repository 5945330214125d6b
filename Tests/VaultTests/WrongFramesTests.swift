internal import Crypto
internal import Testing

@testable import Vault

@Suite("Frames that are not where they were written")
struct WrongFramesTests {
  private struct Wrong: Sendable {
    let name: String
    let frames: [[UInt8]]
  }

  @Test("A frame that is missing, doubled, moved, another record's or of another epoch is refused")
  func everyFrame() throws {
    let tally = Tally()
    for frames in [Amount.of(10, nightly: 40)] {
      let sample = try SampleLog(frames: frames)
      let other = try SampleLog(frames: frames, seed: 2)
      let own = sample.frames.map { Array(sample.log[$0.range]) }
      let foreign = other.frames.map { Array(other.log[$0.range]) }
      try refuse(wrong(own, foreign, "another record's"), sample, tally)
      try refuse(forked(sample), sample, tally)
    }
    try epochs(tally)
    tally.close(
      "wrong frames",
      "\(tally["tried"].grouped) logs with a frame missing, doubled, moved, of another record, "
        + "history or epoch, \(tally["opened"].grouped) of them opened whole; "
        + "\(tally["accepted"]) accepted"
    )
    #expect(tally.failures == [])
  }

  private func wrong(_ own: [[UInt8]], _ foreign: [[UInt8]], _ whose: String) -> [Wrong] {
    var out: [Wrong] = []
    func add(_ name: String, _ frames: [[UInt8]]) { out.append(Wrong(name: name, frames: frames)) }
    for at in own.indices {
      var missing = own
      missing.remove(at: at)
      if at < own.count - 1 { add("without \(at)", missing) }
      add("doubled \(at)", Array(own[...at]) + Array(own[at...]))
      add("\(at) at the end again", own + [own[at]])
      for from in foreign.indices {
        var foreigner = own
        foreigner[at] = foreign[from]
        if foreigner != own { add("\(whose) \(from) at \(at)", foreigner) }
        add("\(whose) \(from) before \(at)", Array(own[..<at]) + [foreign[from]] + own[at...])
      }
      for next in own.indices where next > at {
        var swapped = own
        swapped.swapAt(at, next)
        add("swapped \(at) and \(next)", swapped)
        var moved = own
        moved.insert(moved.remove(at: at), at: next)
        if moved != swapped { add("\(at) moved to \(next)", moved) }
      }
    }
    return out
  }

  private func refuse(_ wrong: [Wrong], _ sample: SampleLog, _ tally: Tally) throws {
    onAllCores(wrong.count) { at in
      tally.add("tried")
      let log = wrong[at].frames.flatMap { $0 }
      // What precedes the first byte that differs is as it was.
      let same = zip(log, sample.log).prefix { $0 == $1 }.count
      let stop = sample.stop(before: same)
      for seen in [0, sample.lastSeq] {
        let walk = sample.walk(log, from: stop, seen: seen)
        if !walk.ending.isDamage {
          tally.wrong("accepted", "\(wrong[at].name), seen \(seen): \(walk.ending)")
        }
      }
      if at % Amount.of(20, nightly: 10) == 0 { open(log, sample, tally, wrong[at].name) }
    }
  }

  private func open(_ log: [UInt8], _ sample: SampleLog, _ tally: Tally, _ name: String) {
    tally.add("opened")
    for seen in [true, false] {
      do {
        let record = try sample.changed(log: log, seen: seen)
          .openFast(OpenOptions(index: seen))
        guard case .damage = record.readOnlyReason else {
          tally.wrong("accepted", "\(name) opened, seen \(seen)")
          continue
        }
      } catch let error as VaultError {
        switch error {
        case .damaged, .tampered: break
        default: tally.wrong("accepted", "\(name), seen \(seen): \(error)")
        }
      } catch {
        tally.wrong("accepted", "\(name), seen \(seen): \(error)")
      }
    }
  }

  /// The same guardian, the same keys, but a copy that went another way from each act on.
  private func forked(_ sample: SampleLog) throws -> [Wrong] {
    let own = sample.frames.map { Array(sample.log[$0.range]) }
    var out: [Wrong] = []
    for at in own.indices.dropFirst().dropLast() {
      let seq = sample.frames[at].head.seq
      let previous = Sealing.sha256(own[at - 1])
      let text = FrameCodec.Text(keyID: FrameCodec.noKeyID, key: nil, plain: Array("{}".utf8))
      let made = try sample.codec.seal(
        [text],
        after: (seq - 1, previous),
        epoch: 1,
        roots: sample.record.roots,
        entropy: .seeded(UInt64(at))
      )
      var forked = own
      forked[at] = made[0]
      // The first frame of an act of several says that it is alone: refused there already.
      out.append(Wrong(name: "another history's \(at)", frames: forked))
    }
    return out
  }

  /// Four frames of one epoch and four of the next, each put into every place of the other's.
  private func epochs(_ tally: Tally) throws {
    let sample = try SampleLog(frames: 8)
    let vaultID = sample.record.header.vaultID
    let next = SymmetricKey(data: [UInt8](repeating: 77, count: 32))
    let keys = [
      1: EpochKeys(masterKey: sample.record.roots.masterKey, vaultID: vaultID, epoch: 1),
      2: EpochKeys(masterKey: next, vaultID: vaultID, epoch: 2),
    ]
    let both = FrameCodec(
      vaultID: vaultID,
      verifier: sample.codec.verifier,
      epochs: [1: keys[1], 2: keys[2]].compactMapValues { $0 }
    )
    let own = Array(sample.frames.prefix(6).map { Array(sample.log[$0.range]) })
    var frames = own
    for number in 0..<4 {
      let text = FrameCodec.Text(
        keyID: FrameCodec.noKeyID,
        key: nil,
        plain: Array("epoch 2, \(number)".utf8)
      )
      frames += try both.seal(
        [text],
        after: (UInt64(frames.count), Sealing.sha256(frames[frames.count - 1])),
        epoch: 2,
        roots: sample.record.roots,
        entropy: .seeded(3)
      )
    }
    func ending(_ frames: [[UInt8]], _ codec: FrameCodec) -> LogWalk.Ending {
      LogWalk(
        frames.flatMap { $0 },
        after: sample.stops[0],
        codec: codec,
        seenSeq: 0,
        signedAfter: 0
      ).ending
    }
    #expect(ending(frames, both) == .clean)
    // A header that does not lead to the newer epoch, or to the older one.
    #expect(ending(frames, sample.codec) == .damaged(seq: 7, reason: "epoch"))
    let newer = FrameCodec(
      vaultID: vaultID,
      verifier: sample.codec.verifier,
      epochs: [2: keys[2]].compactMapValues { $0 }
    )
    #expect(ending(frames, newer) == .damaged(seq: 1, reason: "epoch"))
    for (old, new) in (0..<6).flatMap({ old in (6..<10).map { (old, $0) } }) {
      for (from, to) in [(old, new), (new, old)] {
        var wrong = frames
        wrong[to] = frames[from]
        tally.add("tried")
        if !ending(wrong, both).isDamage { tally.wrong("accepted", "epoch: \(from) at \(to)") }
      }
    }
    try relabelled(frames, both, tally)
  }

  /// A frame whose head says another epoch, its check made right: anybody can make a headCheck.
  private func relabelled(_ frames: [[UInt8]], _ codec: FrameCodec, _ tally: Tally) throws {
    for at in frames.indices {
      for field in [8, 9, 10, 11, 12, 16, 24, 40, 64] {
        tally.add("tried")
        var frame = frames[at]
        frame[field] ^= field == 12 ? 3 : 1
        frame.replaceSubrange(96..<104, with: Sealing.hash(.frameHead, Array(frame[..<96]))[..<8])
        let head = try #require(FrameHead(frame[..<104]))
        let isOpen =
          codec.isSigned(frame[...]) || codec.open(frame[...], head: head, key: nil) != nil
        if isOpen { tally.wrong("accepted", "field \(field) of \(at) relabelled") }
      }
    }
  }

  @Test("A length field that was changed never passes for a torn tail")
  func changedLength() throws {
    let sample = try SampleLog(frames: 8)
    for frame in sample.frames {
      for bit in 0..<32 {
        var log = sample.log
        log[frame.range.lowerBound + 4 + bit / 8] ^= 1 << UInt8(bit % 8)
        let stop = sample.stop(before: frame.range.lowerBound)
        #expect(sample.walk(log, from: stop).ending.isDamage)
      }
    }
  }
}
