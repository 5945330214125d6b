internal import Crypto

@testable import Vault

extension Malformed {
  /// Frames after the sound ones, signed by the guardian unless said otherwise.
  static let frames: [Malformed] =
    [
      frame("with another magic", "head") { $0.magic = Array("MSR2".utf8) },
      frame("whose head has another check", "head") { $0.check = { $0[7] ^= 1 } },
      frame("of the next version", "version") { $0.version = FormatVersion.frame + 1 },
      frame("of version 255", "version") { $0.version = 255 },
      frame("of algorithm 0", "version") { $0.algorithm = 0 },
      frame("of algorithm 2", "version") { $0.algorithm = 2 },
      frame("that says it is one byte longer", "length") {
        $0.length = UInt32($0.padded.count + 185)
      },
      frame("of length 0", "length") { $0.length = 0 },
      frame("of length 184", "length") {
        $0.length = 184
        $0.padded = []
      },
      frame("that says it is longer than any", "length") { $0.length = (1 << 20) + 184 + 256 },
      frame("that says it has 2^32 - 1 bytes", "length") { $0.length = .max },
      frame("that is longer than any", "length") {
        $0.padded = Padding.pad([UInt8](repeating: 32, count: 1 << 20), to: 256)
      },
      frame("with a text that is no multiple of 256", "length") { $0.padded += [0] },
      frame("whose number was there before", "number") { $0.seq -= 1 },
      frame("that leaves a number out", "number") { $0.seq += 1 },
      frame("of number 0", "number") { $0.seq = 0 },
      frame("of number 2^64 - 1", "number") { $0.seq = .max },
      frame("that follows another", "chain") { $0.previous[0] ^= 1 },
      frame("that follows nothing", "chain") { $0.previous = [UInt8](repeating: 0, count: 32) },
      frame("that is the second of its act and has no first", "place in act") {
        $0.index = 1
        $0.count = 2
      },
      frame("whose place is behind its act's end", "place in act") { $0.index = 1 },
      frame("whose place is 255 of 2", "place in act") {
        $0.index = 255
        $0.count = 2
      },
      frame("of epoch 0", "epoch") { $0.epoch = 0 },
      frame("of an epoch to come", "epoch") { $0.epoch = 2 },
      frame("of epoch 2^32 - 1", "epoch") { $0.epoch = .max },
      frame("not signed", "signature") {
        $0.signature = { $0 = [UInt8](repeating: 1, count: 64) }
      },
      frame("whose signature was changed", "signature") { $0.signature = { $0[63] ^= 1 } },
      frame("signed for another record", "signature") {
        $0.vaultID = [UInt8](repeating: 1, count: 16)
      },
      frame("signed as a header is", "signature") { $0.label = .signHeader },
      frame("signed as keys are", "signature") { $0.label = .signKeys },
      Malformed("frame signed by somebody else", .damaged(seq: 9, "signature")) { spoiler in
        try spoiler.append(spoiler.forge.frame { $0.signer = spoiler.forge.stranger() })
      },
      frame("whose text does not open", "text") { $0.sealed = { $0[0] ^= 1 } },
      frame("whose tag is wrong", "text") { $0.sealed = { $0[$0.count - 1] ^= 1 } },
      frame("with a key ID that nobody has", "key") {
        $0.keyID = [UInt8](repeating: 1, count: 16)
      },
      frame("of no child under a child's key", "text") {
        $0.key = SymmetricKey(data: [UInt8](repeating: 1, count: 32))
      },
      frame("whose padding is not zero", "text") { $0.padded[$0.padded.count - 1] = 1 },
      frame("whose text is longer than the frame", "text") {
        $0.padded.replaceSubrange(0..<4, with: little(UInt32($0.padded.count - 3)))
      },
      frame("whose text has length 2^32 - 1", "text") {
        $0.padded.replaceSubrange(0..<4, with: little(.max))
      },
      run("whose second has another count", "place in act") { $0.count = 3 },
      run("whose second is a first", "place in act") { $0.index = 0 },
      run("whose second comes twice", "place in act") {
        $0.index = 2
        $0.count = 3
      },
      run("whose second is of another epoch", "place in act") { $0.epoch = 2 },
      Malformed("act without its end, and an act after it", .damaged(seq: 10, "place in act")) {
        spoiler in
        let first = spoiler.forge.frame { $0.count = 2 }
        try spoiler.append(
          first,
          spoiler.forge.frame {
            $0.seq += 1
            $0.previous = Sealing.sha256(first)
          }
        )
      },
      Malformed("bytes between two frames", .damaged(seq: 9, "head")) { spoiler in
        try spoiler.append([1], spoiler.forge.frame { _ in })
      },
      Malformed("zeros between two frames", .damaged(seq: 9, "head")) { spoiler in
        try spoiler.append([UInt8](repeating: 0, count: 1024), spoiler.forge.frame { $0.seq += 1 })
      },
      Malformed("half a frame, and a later one", .damaged(seq: 9, "signature")) { spoiler in
        let lost = spoiler.forge.frame { _ in }
        try spoiler.append(
          Array(lost[..<200]),
          [UInt8](repeating: 0, count: lost.count - 200),
          spoiler.forge.frame {
            $0.seq += 1
            $0.previous = Sealing.sha256(lost)
          }
        )
      },
      Malformed("104 bytes that are nothing", .damaged(seq: 9, "head")) {
        try $0.append([UInt8](repeating: 0x4D, count: 104))
      },
    ]

  private static func frame(
    _ name: String,
    _ reason: String,
    _ change: @escaping @Sendable (inout Forge.Parts) -> Void
  ) -> Malformed {
    Malformed("frame " + name, .damaged(seq: 9, reason)) { spoiler in
      try spoiler.append(spoiler.forge.frame(Forge.line, change))
    }
  }

  /// An act of two frames whose second is wrong.
  private static func run(
    _ name: String,
    _ reason: String,
    _ change: @escaping @Sendable (inout Forge.Parts) -> Void
  ) -> Malformed {
    Malformed("act " + name, .damaged(seq: 10, reason)) { spoiler in
      let first = spoiler.forge.frame { $0.count = 2 }
      try spoiler.append(
        first,
        spoiler.forge.frame {
          $0.seq += 1
          $0.previous = Sealing.sha256(first)
          $0.index = 1
          $0.count = 2
          change(&$0)
        }
      )
    }
  }
}
