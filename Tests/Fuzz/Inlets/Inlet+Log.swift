import Crypto

@testable import Vault

extension Inlet {
  /// The log as it lies in the folder; or with some frames mended by somebody who holds every key.
  ///
  /// The first byte says how many bytes follow that say, frame by frame, what is mended: 1 number,
  /// 2 chain, 4 check of the head, 8 text sealed anew, 16 signature, 32 place in the act.
  static let log = Inlet(
    "log",
    longest: 8192,
    words: ["MSR1", "\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}"],
    seeds: {
      guard let vault = MadeUpVault.shared else { return [] }
      let whole = vault.log
      return [
        [0] + whole, [1, 63] + whole, [2, 31, 23] + whole, [1, 31] + whole + whole,
        [0] + whole.dropLast(), [0] + whole + [UInt8](repeating: 0, count: 600), [0],
        [0] + whole.dropLast(700), [3, 63, 5, 23] + whole,
      ]
    },
    check: { input in
      guard let vault = MadeUpVault.shared else { return "no made-up vault" }
      let count = Int(input.first ?? 0)
      let mends = Array(input.dropFirst().prefix(count))
      let log = mended(Array(input.dropFirst(1 + mends.count)), mends, vault)
      let codec = vault.codec
      let start = LogPlace(seq: 0, head: codec.genesis, size: 0, lastOffset: 0)
      func walk(_ bytes: [UInt8], seen: UInt64 = 0, signedAfter: UInt64 = 0) -> LogWalk {
        LogWalk(bytes, after: start, codec: codec, seenSeq: seen, signedAfter: signedAfter)
      }
      let found = walk(log)
      if let fault = faults(of: found, in: log, vault) { return fault }
      // What holds, holds by itself, and nothing after it is lost by walking on from there.
      let whole = walk(Array(log.prefix(Int(found.place.size))))
      if whole.ending != .clean || whole.place != found.place { return "not clean by itself" }
      let rest = LogWalk(
        Array(log.dropFirst(Int(found.place.size))),
        after: found.place,
        codec: codec,
        seenSeq: 0,
        signedAfter: found.place.seq
      )
      if !rest.frames.isEmpty { return "more frames after the end" }
      // Acknowledged acts are never called torn, and trusting the chain adds no frame to the seen.
      let seen = walk(log, seen: found.place.seq + 1)
      if seen.place != found.place || seen.ending.isTorn { return "an acknowledged act is torn" }
      for frame in found.frames where codec.keyID(of: frame.head) == FrameCodec.noKeyID {
        guard let text = codec.open(log[frame.range], head: frame.head, key: nil) else { continue }
        _ = ActText.read(text, seq: frame.head.seq, child: nil, isRestricted: false)
      }
      return nil
    }
  )

  private static func faults(of walk: LogWalk, in log: [UInt8], _ vault: MadeUpVault) -> String? {
    let expected = wholeFrames(log, vault)
    if walk.frames.count != expected { return "\(walk.frames.count) frames, \(expected) are valid" }
    var at = 0
    for (index, frame) in walk.frames.enumerated() {
      if frame.range.lowerBound != at || frame.head.seq != UInt64(index + 1) { return "a gap" }
      at = frame.range.upperBound
    }
    if walk.place.size != UInt64(at) || walk.place.seq != UInt64(walk.frames.count) {
      return "a place that does not fit the frames"
    }
    switch walk.ending {
    case .clean: return at == log.count ? nil : "clean before the end"
    case .torn(let offset): return offset == at && at < log.count ? nil : "torn elsewhere"
    case .damaged(let seq, _): return seq > walk.place.seq ? nil : "damage before the good point"
    }
  }

  /// Counts, in other words than the walk's, the frames of whole acts that the format allows.
  private static func wholeFrames(_ log: [UInt8], _ vault: MadeUpVault) -> Int {
    var whole = 0
    var inAct = 0
    var at = 0
    var previous = vault.codec.genesis
    var actCount: UInt8 = 0
    while at + 104 + 256 + 80 <= log.count {
      let length = Int(log.u32(at + 4))
      guard log[at..<at + 4].elementsEqual("MSR1".utf8), log[at + 8] == 0, log[at + 9] == 1,
        (256...1 << 20).contains(length - 184), (length - 184) % 256 == 0, at + length <= log.count,
        log[at + 10] == UInt8(inAct), log[at + 10] <= log[at + 11],
        inAct == 0 || log[at + 11] == actCount, log.u32(at + 12) == 1,
        log.u64(at + 16) == UInt64(whole + inAct + 1),
        log[at + 64..<at + 96].elementsEqual(previous)
      else { break }
      let label = Array("mainstay/v1/fh\u{0}".utf8)
      let check = SHA256.hash(data: label + log[at..<at + 96]).prefix(8)
      guard log[at + 96..<at + 104].elementsEqual(check),
        vault.codec.isSigned(log[at..<at + length])
      else { break }
      previous = Array(SHA256.hash(data: log[at..<at + length]))
      actCount = log[at + 11]
      inAct += 1
      if inAct == Int(actCount) + 1 {
        whole += inAct
        inAct = 0
      }
      at += length
    }
    return whole
  }

  private static func mended(_ log: [UInt8], _ mends: [UInt8], _ vault: MadeUpVault) -> [UInt8] {
    guard !mends.isEmpty else { return log }
    var out = log
    var previous = vault.codec.genesis
    var seq: UInt64 = 0
    var place: (index: UInt8, last: UInt8) = (0, 0)
    var at = 0
    while at + FrameHead.byteCount <= out.count, seq < 64 {
      guard out[at..<at + 4].elementsEqual("MSR1".utf8) else {
        at += 1
        continue
      }
      let mend = mends[Int(seq) % mends.count]
      seq += 1
      if mend & 1 != 0 { out.replaceSubrange(at + 16..<at + 24, with: number(seq)) }
      if mend & 2 != 0 { out.replaceSubrange(at + 64..<at + 96, with: previous) }
      if mend & 32 != 0 {
        if place.index == 0 { place.last = out[at + 11] % 3 }
        (out[at + 10], out[at + 11]) = (place.index, place.last)
        place.index = place.index == place.last ? 0 : place.index + 1
      }
      if mend & 4 != 0 {
        let check = Sealing.hash(.frameHead, Array(out[at..<at + 96])).prefix(8)
        out.replaceSubrange(at + 96..<at + 104, with: check)
      }
      let length = Int(out.u32(at + 4))
      guard length >= FrameHead.overhead, at + length <= out.count else {
        at += 4
        continue
      }
      reseal(&out, at..<at + length, mend, vault)
      previous = Sealing.sha256(out[at..<at + length])
      at += length
    }
    return out
  }

  private static func reseal(
    _ log: inout [UInt8],
    _ range: Range<Int>,
    _ mend: UInt8,
    _ vault: MadeUpVault
  ) {
    let text = range.lowerBound + FrameHead.byteCount..<range.upperBound - 80
    if mend & 8 != 0 {
      let seed = Array(log[range.lowerBound + 40..<range.lowerBound + 64])
      let mask = Sealing.mac(vault.keys.keyID, seed).prefix(16)
      log.replaceSubrange(range.lowerBound + 24..<range.lowerBound + 40, with: mask)
      let check = Sealing.hash(
        .frameHead,
        Array(log[range.lowerBound..<range.lowerBound + 96])
      ).prefix(8)
      log.replaceSubrange(range.lowerBound + 96..<range.lowerBound + 104, with: check)
      let keyAndNonce = Sealing.derive(
        vault.keys.logVault,
        .record,
        seed,
        salt: vault.keys.caseEpoch,
        count: 44
      )
      let associated = log[range.lowerBound..<text.lowerBound] + vault.roots.vaultID
      if let sealed = try? Sealing.seal(
        Array(log[text]),
        under: keyAndNonce,
        with: Array(associated)
      ) {
        log.replaceSubrange(text.lowerBound..<range.upperBound - 64, with: sealed)
      }
    }
    if mend & 16 != 0 {
      let signed = vault.roots.vaultID + Sealing.sha256(log[range.dropLast(64)])
      if let signature = vault.roots.sign(.signRecord, signed) {
        log.replaceSubrange(range.upperBound - 64..<range.upperBound, with: signature)
      }
    }
  }

  private static func number(_ value: UInt64) -> [UInt8] {
    var out: [UInt8] = []
    out.append(u64: value)
    return out
  }
}
