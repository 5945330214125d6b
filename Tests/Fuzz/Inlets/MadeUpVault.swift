import Crypto
import Synchronization
import TestSupport

@testable import Casework
@testable import Vault

/// Keys and files of a vault that is nobody's, the same in every run.
struct MadeUpVault: Sendable {
  /// In place of a derivation.
  static let stretched = SymmetricKey(data: [UInt8](repeating: 42, count: 32))
  static let shared = try? MadeUpVault()

  let roots: Roots
  let keys: EpochKeys
  let codec: FrameCodec
  let header: [UInt8]
  let keyring: [UInt8]
  let log: [UInt8]
  let slotID: [UInt8]
  let slotKey: SlotKey

  var epochs: [UInt32: EpochKeys] { [1: keys] }

  /// Random bytes that are the same in every run.
  static func entropy(_ seed: UInt64) -> Entropy {
    let dice = Mutex(Dice(seed: seed))
    return Entropy { count in
      dice.withLock { dice in (0..<count).map { _ in UInt8.random(in: 0...255, using: &dice) } }
    }
  }

  private init() throws {
    let entropy = MadeUpVault.entropy(1)
    let seed = SymmetricKey(data: [UInt8](repeating: 7, count: 32))
    let signing = try Curve25519.Signing.PrivateKey(rawRepresentation: Sealing.bytes(of: seed))
    roots = Roots(
      vaultID: entropy.bytes(16),
      masterKey: SymmetricKey(data: [UInt8](repeating: 9, count: 32)),
      seed: seed,
      guardianPublicKey: Array(signing.publicKey.rawRepresentation)
    )
    keys = EpochKeys(masterKey: roots.masterKey, vaultID: roots.vaultID, epoch: 1)
    guard let stretch = Stretch(logN: 15, r: 8, p: 1) else {
      throw VaultError.unacceptable(reason: "kdf")
    }
    slotID = entropy.bytes(16)
    slotKey = try SlotKey(MadeUpVault.stretched, vaultID: roots.vaultID, slotID: slotID)
    header = try Header.make(
      Header.Content(
        generation: 1,
        epoch: 1,
        stretch: stretch,
        salt: entropy.bytes(32),
        slots: [
          try Slot.seal(
            roots,
            kind: .passphrase,
            slotID: slotID,
            to: slotKey.publicKey,
            keys: keys,
            entropy: entropy
          )
        ],
        olderKeys: Header.noOlderKeys
      ),
      roots: roots,
      entropy: entropy
    )
    var ring = Keyring()
    ring.ways[slotID.hex] = Keyring.Way(slotID: slotID.hex, publicKey: slotKey.publicKey.hex)
    ring.open(
      ChildID(rawValue: "child"),
      ref: "K01",
      names: ["Minh"],
      entropy: MadeUpVault.entropy(2)
    )
    keyring = try ring.seal(roots: roots, keys: keys, entropy: entropy)
    codec = FrameCodec(
      vaultID: roots.vaultID,
      verifier: try Header(header).verifier,
      epochs: [1: keys]
    )
    log = try MadeUpVault.log(codec, roots)
  }

  /// One act of one frame, then one of two.
  private static func log(_ codec: FrameCodec, _ roots: Roots) throws -> [UInt8] {
    func text(_ note: String) -> FrameCodec.Text {
      let line =
        #"{"body":{"text":"\#(note)"},"by":"guardian","id":"\#(note)","#
        + #""occurredAt":"2026-11-22T14:00Z","recordedAt":"2026-11-22T14:00Z","type":"new"}"#
      return FrameCodec.Text(
        keyID: FrameCodec.noKeyID,
        key: nil,
        plain: ActText.entries([line], act: note)
      )
    }
    let first = try codec.seal(
      [text("one")],
      after: (0, codec.genesis),
      epoch: 1,
      roots: roots,
      entropy: entropy(3)
    )
    let second = try codec.seal(
      [text("two"), text("three")],
      after: (1, Sealing.sha256(first.flatMap { $0 })),
      epoch: 1,
      roots: roots,
      entropy: entropy(4)
    )
    return (first + second).flatMap { $0 }
  }
}
