internal import Crypto
internal import Foundation

/// What a passphrase or the recovery key opens its slot with: the private half of an X25519 pair.
///
/// The guardian's part of `keys` holds only the public half: enough to seal the slot again without
/// asking anybody, and nothing to open one with. So whoever once had the guardian's passphrase and
/// all files of that time is shut out by a new one, though another way in stayed the same.
struct SlotKey {
  let slotID: [UInt8]
  fileprivate let secret: Curve25519.KeyAgreement.PrivateKey

  var publicKey: [UInt8] { Array(secret.publicKey.rawRepresentation) }

  init(_ stretched: SymmetricKey, vaultID: [UInt8], slotID: [UInt8]) throws(VaultError) {
    let root = Sealing.derive(stretched, .wrap, vaultID + slotID)
    do {
      secret = try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: Sealing.bytes(of: root))
    } catch {
      throw .tampered(what: "slot")
    }
    self.slotID = slotID
  }
}

/// One way into the record: the roots, sealed to the key of a passphrase or of the recovery key.
enum Slot {
  static let byteCount = 1536
  static let count = 8
  /// Type, zeros, slot ID, ephemeral key, commitment, body.
  static let used = 232

  enum Kind: UInt8 {
    case passphrase = 1
    case recovery = 2
  }

  /// Seals the roots into 1,536 bytes.
  static func seal(
    _ roots: Roots,
    kind: Kind,
    slotID: [UInt8],
    to publicKey: [UInt8],
    keys: EpochKeys,
    entropy: Entropy
  ) throws(VaultError) -> [UInt8] {
    guard let access = roots.accessPublicKey else { throw .tampered(what: "access key") }
    let payload =
      Sealing.bytes(of: roots.masterKey) + Sealing.bytes(of: roots.seed)
      + roots.guardianPublicKey + access
    var out: [UInt8] = [kind.rawValue] + [UInt8](repeating: 0, count: 7) + slotID
    // Hedged like a frame's nonce: a repeated random number alone repeats no key.
    let seed = Sealing.mac(keys.nonce, entropy.bytes(32) + out + publicKey + payload)
    let ephemeral: Curve25519.KeyAgreement.PrivateKey
    let shared: SymmetricKey
    do {
      ephemeral = try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: seed)
      shared = try agree(ephemeral, publicKey)
    } catch {
      throw .tampered(what: "slot")
    }
    let half = Array(ephemeral.publicKey.rawRepresentation)
    let context = roots.vaultID + slotID + half + publicKey
    let (keyAndNonce, commit) = derived(shared, context)
    out += half + commit
    out += try Sealing.seal(payload, under: keyAndNonce, with: out)
    return out + entropy.bytes(byteCount - used)
  }

  /// A slot that nothing opens: type 0, the rest random.
  static func empty(_ entropy: Entropy) -> [UInt8] { [0] + entropy.bytes(byteCount - 1) }

  /// What one try at a slot says.
  enum Answer {
    /// Empty, of a kind this version does not know, or not of this key.
    case closed
    /// The commitment fits and the body does not: somebody changed it.
    case tampered
    case open(Roots)
  }

  /// The ID in a slot's bytes, whatever its kind.
  static func slotID(_ slot: ArraySlice<UInt8>) -> [UInt8] {
    Array(slot[(slot.startIndex + 8)..<(slot.startIndex + 24)])
  }

  /// Tries a slot; the commitment is compared first, in constant time.
  static func open(_ slot: ArraySlice<UInt8>, with key: SlotKey, vaultID: [UInt8]) -> Answer {
    let bytes = Array(slot)
    guard bytes.count == byteCount, Kind(rawValue: bytes[0]) != nil else { return .closed }
    guard bytes[1..<8].allSatisfy({ $0 == 0 }), slotID(slot) == key.slotID else { return .closed }
    let half = Array(bytes[24..<56])
    guard let shared = try? agree(key.secret, half) else { return .closed }
    let context = vaultID + key.slotID + half + key.publicKey
    let (keyAndNonce, commit) = derived(shared, context)
    guard SymmetricKey(data: commit) == SymmetricKey(data: bytes[56..<88]) else { return .closed }
    guard
      let payload = Sealing.open(
        bytes[88..<used],
        under: keyAndNonce,
        with: Array(bytes[..<88])
      ), payload.count == 128
    else { return .tampered }
    let roots = Roots(
      vaultID: vaultID,
      masterKey: SymmetricKey(data: payload[..<32]),
      seed: SymmetricKey(data: payload[32..<64]),
      guardianPublicKey: Array(payload[64..<96])
    )
    guard roots.accessPublicKey == Array(payload[96..<128]) else { return .tampered }
    return .open(roots)
  }

  /// The X25519 agreement of a private half and a public one; throws on a public half of low order.
  private static func agree(
    _ secret: Curve25519.KeyAgreement.PrivateKey,
    _ publicKey: [UInt8]
  ) throws -> SymmetricKey {
    let other = try Curve25519.KeyAgreement.PublicKey(rawRepresentation: publicKey)
    let shared = try secret.sharedSecretFromKeyAgreement(with: other)
    return unsafe shared.withUnsafeBytes { unsafe SymmetricKey(data: $0) }
  }

  private static func derived(
    _ shared: SymmetricKey,
    _ context: [UInt8]
  ) -> (keyAndNonce: SymmetricKey, commit: [UInt8]) {
    let all = Sealing.bytes(of: Sealing.derive(shared, .slot, context, count: 76))
    return (SymmetricKey(data: all[..<44]), Array(all[44...]))
  }
}
