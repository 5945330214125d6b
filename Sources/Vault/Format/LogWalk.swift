/// Where a log stands after a frame.
struct LogPlace: Equatable {
  var seq: UInt64
  /// SHA-256 of the last frame; the genesis hash before the first.
  var head: [UInt8]
  /// Offset of the end of that frame in the file.
  var size: UInt64
  /// Offset of its beginning.
  var lastOffset: UInt64
}

/// Reads frames strictly and says exactly where and how they end.
///
/// This is the tail rule: what a crash can have left behind may be cut off, anything else is damage.
struct LogWalk {
  struct Found {
    let head: FrameHead
    /// In the bytes that were walked.
    let range: Range<Int>
  }

  enum Ending: Equatable {
    case clean
    /// An act that was never acknowledged begins at `offset` of the bytes walked.
    case torn(offset: Int)
    /// From this frame on the log is not what was written.
    case damaged(seq: UInt64, reason: String)
  }

  let codec: FrameCodec
  /// Where the bytes that were walked begin.
  let start: LogPlace
  /// What this computer has seen acknowledged.
  let seenSeq: UInt64
  /// Frames up to this one are held only by the chain of hashes, whose end is authenticated.
  var signedAfter: UInt64
  /// The epoch of the frame before: an epoch is never gone back to.
  private var leastEpoch: UInt32

  private(set) var frames: [Found] = []
  private(set) var place: LogPlace
  private(set) var ending = Ending.clean

  /// Walks bytes that begin where `place` ends.
  ///
  /// - Parameters:
  ///   - bytes: From `place.size` to the end of the file.
  ///   - place: Where the frames that are already known end.
  ///   - codec: The vault's keys.
  ///   - seenSeq: What this computer has seen acknowledged; 0 for nothing.
  ///   - signedAfter: Signatures are checked of later frames only.
  ///   - leastEpoch: The epoch that the record had reached before these bytes.
  init(
    _ bytes: [UInt8],
    after place: LogPlace,
    codec: FrameCodec,
    seenSeq: UInt64,
    signedAfter: UInt64,
    leastEpoch: UInt32 = 1
  ) {
    self.codec = codec
    self.seenSeq = seenSeq
    self.signedAfter = signedAfter
    self.leastEpoch = leastEpoch
    self.place = place
    start = place
    // First the chain, then the signatures on all cores; one that fails is looked at in its turn.
    self.signedAfter = .max
    walk(bytes)
    let unsigned = frames.filter { $0.head.seq > signedAfter }
    let allHold = unsigned.parallel { found in
      [found.allSatisfy { codec.isSigned(bytes[$0.range]) }]
    }.allSatisfy { $0 }
    self.signedAfter = signedAfter
    if ending == .clean, allHold { return }
    self.place = place
    self.leastEpoch = leastEpoch
    frames = []
    ending = .clean
    walk(bytes)
  }

  private mutating func walk(_ bytes: [UInt8]) {
    let base = place.size
    var at = 0
    var act: [Found] = []
    var seq = place.seq
    var previous = place.head
    var stop: Ending?
    while at < bytes.count, stop == nil {
      let actStart = act.first?.range.lowerBound ?? at
      let actSeq = act.first?.head.seq ?? seq + 1
      switch look(bytes, at, base: base, seq: seq, previous: previous, act: act) {
      case .frame(let head, let end):
        act.append(Found(head: head, range: at..<end))
        leastEpoch = head.epoch
        previous = Sealing.sha256(bytes[at..<end])
        seq = head.seq
        if act.count == head.count {
          frames += act
          place = LogPlace(
            seq: seq,
            head: previous,
            size: base + UInt64(end),
            lastOffset: base + UInt64(at)
          )
          act = []
        }
        at = end
      case .suspect(let reason):
        // The one act that a crash may have cut, and nothing of a later one behind it.
        let isLast = laterHeads(bytes, after: at).allSatisfy {
          $0.firstOfAct == actSeq && (act.first.map { $0.head.count } ?? $0.count) == $0.count
        }
        stop =
          isLast && seenSeq < actSeq
          ? .torn(offset: actStart) : .damaged(seq: seq + 1, reason: reason)
      case .damage(let reason):
        stop = .damaged(seq: seq + 1, reason: reason)
      }
    }
    if stop == nil, let first = act.first {
      // Whole frames of an act that has no last one.
      stop =
        seenSeq < first.head.seq
        ? .torn(offset: first.range.lowerBound) : .damaged(seq: seq + 1, reason: "act cut short")
    }
    ending = stop ?? .clean
  }

  /// Refuses the text of a frame: its run and all that follows are left out.
  mutating func refuse(_ frame: Int, of bytes: [UInt8], reason: String) {
    let seq = frames[frame].head.seq
    let first = frames[frame].head.firstOfAct
    frames.removeAll { $0.head.seq >= first }
    place =
      frames.last.map { last in
        LogPlace(
          seq: last.head.seq,
          head: Sealing.sha256(bytes[last.range]),
          size: start.size + UInt64(last.range.upperBound),
          lastOffset: start.size + UInt64(last.range.lowerBound)
        )
      } ?? start
    ending = .damaged(seq: seq, reason: reason)
  }

  private enum Look {
    case frame(FrameHead, end: Int)
    /// What a crash can leave.
    case suspect(String)
    case damage(String)
  }

  private func look(
    _ bytes: [UInt8],
    _ at: Int,
    base: UInt64,
    seq: UInt64,
    previous: [UInt8],
    act: [Found]
  ) -> Look {
    let left = bytes.count - at
    if left < FrameHead.byteCount { return .suspect("cut short") }
    guard let head = FrameHead(bytes[at..<at + FrameHead.byteCount]) else {
      if bytes[at...].allSatisfy({ $0 == 0 }) { return .suspect("zeros") }
      return hasZeroSector(bytes, at..<at + FrameHead.byteCount, base: base)
        ? .suspect("head") : .damage("head")
    }
    guard head.version == FormatVersion.frame, head.algorithm == FormatVersion.algorithm else {
      return .damage("version")
    }
    let text = head.length - FrameHead.overhead
    guard text >= FrameHead.block, text <= FrameHead.mostText, text % FrameHead.block == 0 else {
      return .damage("length")
    }
    guard head.seq == seq + 1 else { return .damage("number") }
    guard head.previous == previous else { return .damage("chain") }
    guard head.index == act.count, head.index < head.count,
      act.first.map({ $0.head.count == head.count && $0.head.epoch == head.epoch }) ?? true
    else { return .damage("place in act") }
    guard head.epoch >= leastEpoch, codec.epochs[head.epoch] != nil else {
      return .damage("epoch")
    }
    if head.length > left { return .suspect("cut short") }
    let range = at..<at + head.length
    if head.seq > signedAfter, !codec.isSigned(bytes[range]) {
      return hasZeroSector(bytes, range, base: base) ? .suspect("signature") : .damage("signature")
    }
    return .frame(head, end: range.upperBound)
  }

  /// True when the part of `range` that lies in some sector of the file is all zero: a sector that
  /// never reached the disk.
  private func hasZeroSector(_ bytes: [UInt8], _ range: Range<Int>, base: UInt64) -> Bool {
    let sector = 512
    var from = range.lowerBound
    while from < range.upperBound {
      let to = min(range.upperBound, from + sector - (Int(base % UInt64(sector)) + from) % sector)
      if bytes[from..<to].allSatisfy({ $0 == 0 }) { return true }
      from = to
    }
    return false
  }

  /// Every valid head after an offset, wherever it begins.
  private func laterHeads(_ bytes: [UInt8], after at: Int) -> [FrameHead] {
    var out: [FrameHead] = []
    var from = at + 1
    let first = FrameHead.magic[0]
    while from + FrameHead.byteCount <= bytes.count {
      guard let next = bytes[from...].firstIndex(of: first) else { break }
      if let head = FrameHead(bytes[next...]) { out.append(head) }
      from = next + 1
    }
    return out
  }
}
