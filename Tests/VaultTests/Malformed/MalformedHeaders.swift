internal import Crypto

@testable import Vault

extension Malformed {
  /// The header's own fields.
  static let headers: [Malformed] =
    [
      Malformed("header empty", header("magic")) { try $0.header { $0 = [] } },
      Malformed("header of 15 bytes", header("magic")) { try $0.header { $0 = Array($0[..<15]) } },
      Malformed("header with another magic", header("magic")) { try $0.header { $0[7] = 0x5A } },
      Malformed("header one byte short", header("length")) { try $0.header { $0.removeLast() } },
      Malformed("header one byte long", header("length")) { try $0.header { $0.append(0) } },
      Malformed("header that says 16383", header("length")) { try $0.header { $0[12] = 0xFF } },
      Malformed("header of length 0", header("length")) {
        try $0.header { $0.replaceSubrange(12..<16, with: [0, 0, 0, 0]) }
      },
      Malformed("header of the next major", newer(FormatVersion.major + 1)) {
        try $0.header { $0[8] = UInt8(FormatVersion.major + 1) }
      },
      Malformed("header of major 65535", newer(0xFFFF)) {
        try $0.header { $0.replaceSubrange(8..<10, with: [0xFF, 0xFF]) }
      },
      Malformed("header of major 256", newer(0x100 | FormatVersion.major)) {
        try $0.header { $0[9] = 1 }
      },
      Malformed("first critical flag", newer(FormatVersion.major)) { try $0.header { $0[44] = 1 } },
      Malformed("last critical flag", newer(FormatVersion.major)) {
        try $0.header { $0[47] = 0x80 }
      },
      Malformed("header not signed", header("signature")) {
        try $0.header(.nothing) {
          $0.replaceSubrange(16_320..., with: [UInt8](repeating: 0, count: 64))
        }
      },
      Malformed("header signed by somebody else", header("signature")) { spoiler in
        try spoiler.header(by: spoiler.forge.stranger()) { $0[13_500] ^= 1 }
      },
      Malformed("header with the key of somebody who signed it", tampered("guardian's key")) {
        spoiler in
        let stranger = spoiler.forge.stranger()
        try spoiler.header(by: stranger) {
          $0.replaceSubrange(48..<80, with: stranger.guardianPublicKey)
        }
      },
      Malformed("header whose public key is no point", header("signature")) {
        try $0.header { $0.replaceSubrange(48..<80, with: [UInt8](repeating: 0xFF, count: 32)) }
      },
      Malformed("header whose code is wrong", tampered("header code")) {
        try $0.header(.signature) { $0[16_288] ^= 1 }
      },
      Malformed("header whose filler the code does not cover", tampered("header code")) {
        try $0.header(.signature) { $0[14_000] ^= 1 }
      },
      Malformed("header with another commitment", tampered("master key")) {
        try $0.header { $0[80] ^= 1 }
      },
      Malformed("header of epoch 0", anyHeader) { spoiler in
        try spoiler.header { $0.replaceSubrange(40..<44, with: little(0)) }
      },
      Malformed("header that does not lead to the epoch of the log", noEpoch) { spoiler in
        try spoiler.header {
          $0.replaceSubrange(40..<44, with: little(2))
          $0.replaceSubrange(80..<112, with: spoiler.forge.commit(epoch: 2))
        }
      },
      Malformed("header that the log does not name", tampered("header")) {
        try $0.header { $0[13_500] ^= 1 }
      },
      Malformed("header of a newer minor that the log does not name", tampered("header")) {
        try $0.header { $0[10] = 1 }
      },
      Malformed("header of a lower generation", tampered("header")) {
        try $0.header { $0.replaceSubrange(32..<40, with: [UInt8](repeating: 0, count: 8)) }
      },
      Malformed("header of generation 2^64 - 1", tampered("header")) {
        try $0.header { $0.replaceSubrange(32..<40, with: [UInt8](repeating: 0xFF, count: 8)) }
      },
      older("of this epoch", epoch: 1) { $0.older(1, under: 1) },
      older("of a later epoch", epoch: 1) { $0.older(7, under: 1) },
      older("of epoch 2^32 - 1", epoch: 1) { _ in
        little(.max) + [UInt8](repeating: 0, count: 60)
      },
      older("that does not open", epoch: 2) { _ in
        little(1) + [UInt8](repeating: 3, count: 60)
      },
      older("sealed under another epoch's", epoch: 2) { $0.older(1, under: 1) },
      older("twice", epoch: 2) { $0.older(1, under: 2) + $0.older(1, under: 2) },
    ]
    + costs.map { name, at, bytes in
      Malformed("header with " + name, header("kdf")) {
        try $0.header { $0.replaceSubrange(at..<at + bytes.count, with: bytes) }
      }
    }

  /// The bytes of the cost of a guess that are refused.
  private static let costs: [(name: String, at: Int, bytes: [UInt8])] = [
    ("logN 14", 144, [14]), ("logN 21", 144, [21]), ("logN 58", 144, [58]), ("logN 0", 144, [0]),
    ("logN 255", 144, [255]), ("r 0", 145, [0]), ("r 16", 145, [16]), ("r 255", 145, [255]),
    ("p 0", 148, [0]), ("p 2", 148, [2]), ("p 257", 148, [1, 1]),
    ("p 2^24 + 1", 148, [1, 0, 0, 1]),
    ("something between r and p", 146, [1]), ("something after p", 152, [1]),
    ("something at the end of the cost", 159, [1]),
  ]

  private static func newer(_ major: UInt16) -> Outcome {
    .refused(.newerFormat(major: Int(major)))
  }

  private static let noEpoch = Outcome.refused(.damaged(seq: 1, reason: "epoch"))

  /// Which reason is given does not matter.
  private static let anyHeader = Outcome.refused(.damagedHeader(reason: "*"))

  private static func older(
    _ name: String,
    epoch: UInt32,
    _ entries: @escaping @Sendable (Forge) -> [UInt8]
  ) -> Malformed {
    Malformed("older master key " + name, tampered("older master key")) { spoiler in
      let bytes = entries(spoiler.forge)
      try spoiler.header {
        $0.replaceSubrange(40..<44, with: little(epoch))
        $0.replaceSubrange(80..<112, with: spoiler.forge.commit(epoch: epoch))
        $0.replaceSubrange(12_448..<12_448 + bytes.count, with: bytes)
      }
    }
  }

  /// The one slot that the passphrase opens.
  static let slots: [Malformed] = [
    slot("of a kind for share keys") { $0[160] = 3 },
    slot("of kind 255") { $0[160] = 255 },
    slot("emptied") { $0[160] = 0 },
    slot("whose zeros are not") { $0[161] = 1 },
    slot("whose last zero is not") { $0[167] = 1 },
    slot("of another ID") { $0[168] ^= 1 },
    slot("with another nonce") { $0[184] ^= 1 },
    slot("with another commitment") { $0[216] ^= 1 },
    slot("that is all zeros but its kind") {
      $0.replaceSubrange(161..<1696, with: [UInt8](repeating: 0, count: 1535))
    },
    slot("whose body was changed", tampered("slot")) { $0[248] ^= 1 },
    slot("whose tag was changed", tampered("slot")) { $0[391] ^= 1 },
  ]

  private static func slot(
    _ name: String,
    _ outcome: Outcome = .refused(.wrongPassphrase),
    _ change: @escaping @Sendable (inout [UInt8]) -> Void
  ) -> Malformed {
    Malformed("slot " + name, outcome) { try $0.header(.all, change) }
  }
}
