internal import Crypto

/// The clear head of a frame of the log: 104 bytes with a check of their own.
struct FrameHead {
  static let byteCount = 104
  static let tagBytes = 16
  static let signatureBytes = 64
  /// Everything of a frame but its text.
  static let overhead = 184
  /// The text is padded to a multiple of this.
  static let block = 256
  static let mostText = 1 << 20
  static let mostFramesOfAct = 256
  static let magic = Array("MSR1".utf8)

  var length: Int
  /// Position in its act, from 0.
  var index: Int
  /// How many frames its act has.
  var count: Int
  var epoch: UInt32
  var seq: UInt64
  var maskedKeyID: [UInt8]
  var nonceSeed: [UInt8]
  var previous: [UInt8]
  var version: UInt8 = FormatVersion.frame
  var algorithm: UInt8 = FormatVersion.algorithm

  /// The first frame of its act.
  var firstOfAct: UInt64 { seq &- UInt64(index) }

  /// The head without its check: 96 bytes.
  var unchecked: [UInt8] {
    var out = opening
    out += maskedKeyID + nonceSeed + previous
    return out
  }

  /// The first 24 bytes, which are known before the nonce is chosen.
  var opening: [UInt8] {
    var out = FrameHead.magic
    out.append(u32: UInt32(length))
    out += [version, algorithm, UInt8(index), UInt8(count - 1)]
    out.append(u32: epoch)
    out.append(u64: seq)
    return out
  }

  /// Reads a head whose magic and check hold; nothing else is looked at yet.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count >= FrameHead.byteCount else { return nil }
    let at = bytes.startIndex
    guard bytes[at..<at + 4].elementsEqual(FrameHead.magic) else { return nil }
    let head = bytes[at..<at + 96]
    guard Sealing.hash(.frameHead, Array(head))[..<8] == bytes[at + 96..<at + 104] else {
      return nil
    }
    length = Int(bytes.u32(4))
    version = bytes[at + 8]
    algorithm = bytes[at + 9]
    index = Int(bytes[at + 10])
    count = Int(bytes[at + 11]) + 1
    epoch = bytes.u32(12)
    seq = bytes.u64(16)
    maskedKeyID = Array(bytes[at + 24..<at + 40])
    nonceSeed = Array(bytes[at + 40..<at + 64])
    previous = Array(bytes[at + 64..<at + 96])
  }

  /// A head that is about to be written.
  init(length: Int, index: Int, count: Int, epoch: UInt32, seq: UInt64, previous: [UInt8]) {
    self.length = length
    self.index = index
    self.count = count
    self.epoch = epoch
    self.seq = seq
    self.previous = previous
    maskedKeyID = []
    nonceSeed = []
  }
}

/// Seals, signs and opens frames.
struct FrameCodec {
  let vaultID: [UInt8]
  let verifier: Verifier
  let epochs: [UInt32: EpochKeys]

  /// The `prev` of the first frame.
  var genesis: [UInt8] { Sealing.hash(.genesis, vaultID + verifier.publicKey) }

  /// One text and where it belongs.
  struct Text {
    /// Zeros for entries of no child.
    var keyID: [UInt8]
    /// Nil for entries of no child.
    var key: SymmetricKey?
    var plain: [UInt8]
  }

  static let noKeyID = [UInt8](repeating: 0, count: 16)

  /// Seals the frames of one run, each bound to the one before it.
  ///
  /// - Parameters:
  ///   - texts: One a frame.
  ///   - after: The place of the last frame of the log.
  ///   - epoch: The current one.
  ///   - roots: Whose signature they bear.
  ///   - entropy: One of the things that the nonces are drawn from.
  /// - Returns: The frames, in order.
  /// - Throws: ``VaultError/unacceptable(reason:)`` when a text is too long or there are too many.
  func seal(
    _ texts: [Text],
    after: (seq: UInt64, head: [UInt8]),
    epoch: UInt32,
    roots: Roots,
    entropy: Entropy
  ) throws(VaultError) -> [[UInt8]] {
    guard let keys = epochs[epoch] else { throw .tampered(what: "epoch") }
    guard (1...FrameHead.mostFramesOfAct).contains(texts.count) else {
      throw .unacceptable(reason: "frames")
    }
    var out: [[UInt8]] = []
    var previous = after.head
    for (index, text) in texts.enumerated() {
      let padded = Padding.pad(text.plain, to: FrameHead.block)
      guard padded.count <= FrameHead.mostText else { throw .unacceptable(reason: "length") }
      var head = FrameHead(
        length: padded.count + FrameHead.overhead,
        index: index,
        count: texts.count,
        epoch: epoch,
        seq: after.seq + 1 + UInt64(index),
        previous: previous
      )
      // Hedged: under a restored backup, a second copy or a repeated random number the nonce still
      // differs wherever the text does.
      let seed = entropy.bytes(32) + head.opening + text.keyID + previous + padded
      head.nonceSeed = Array(Sealing.mac(keys.nonce, seed)[..<24])
      head.maskedKeyID = mask(text.keyID, head.nonceSeed, keys)
      var frame = head.unchecked
      frame += Sealing.hash(.frameHead, frame)[..<8]
      let keyAndNonce = recordKey(text.key, head.nonceSeed, keys)
      frame += try Sealing.seal(padded, under: keyAndNonce, with: frame + vaultID)
      guard let signature = roots.sign(.signRecord, vaultID + Sealing.sha256(frame)) else {
        throw .tampered(what: "seed")
      }
      frame += signature
      previous = Sealing.sha256(frame)
      out.append(frame)
    }
    return out
  }

  /// True when the guardian signed the frame.
  func isSigned(_ frame: ArraySlice<UInt8>) -> Bool {
    verifier.isSigned(
      frame.suffix(FrameHead.signatureBytes),
      .signRecord,
      vaultID + Sealing.sha256(frame.dropLast(FrameHead.signatureBytes))
    )
  }

  /// The key ID that a frame was written under; zeros for entries of no child.
  func keyID(of head: FrameHead) -> [UInt8]? {
    epochs[head.epoch].map { mask(head.maskedKeyID, head.nonceSeed, $0) }
  }

  /// The text of a frame; nil when the key is another's or the bytes were changed.
  func open(_ frame: ArraySlice<UInt8>, head: FrameHead, key: SymmetricKey?) -> [UInt8]? {
    guard let keys = epochs[head.epoch] else { return nil }
    let at = frame.startIndex
    let sealed = frame[at + FrameHead.byteCount..<frame.endIndex - FrameHead.signatureBytes]
    let associated = Array(frame[..<(at + FrameHead.byteCount)]) + vaultID
    guard
      let padded = Sealing.open(
        sealed,
        under: recordKey(key, head.nonceSeed, keys),
        with: associated
      )
    else { return nil }
    return Padding.strip(padded)
  }

  private func recordKey(_ key: SymmetricKey?, _ seed: [UInt8], _ keys: EpochKeys) -> SymmetricKey {
    Sealing.derive(key ?? keys.logVault, .record, seed, salt: keys.caseEpoch, count: 44)
  }

  private func mask(_ keyID: [UInt8], _ seed: [UInt8], _ keys: EpochKeys) -> [UInt8] {
    zip(keyID, Sealing.mac(keys.keyID, seed)).map { $0 ^ $1 }
  }
}
