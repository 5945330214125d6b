internal import Crypto

/// One way into the record: the roots, sealed under a passphrase or the recovery key.
struct Slot {
  static let byteCount = 1536
  static let count = 8
  /// Type, zeros, slot ID, nonce seed, commitment, body.
  static let used = 232

  enum Kind: UInt8 {
    case passphrase = 1
    case recovery = 2
  }

  /// What a passphrase or recovery key opens a slot with; the guardian's part of `keys` holds it, so
  /// that slots can be sealed again without asking anybody.
  static func wrapRoot(_ stretched: SymmetricKey, vaultID: [UInt8], slotID: [UInt8]) -> SymmetricKey
  {
    Sealing.derive(stretched, .wrap, vaultID + slotID)
  }

  /// Seals the roots into 1,536 bytes.
  static func seal(
    _ roots: Roots,
    kind: Kind,
    slotID: [UInt8],
    under wrapRoot: SymmetricKey,
    entropy: Entropy
  ) throws(VaultError) -> [UInt8] {
    guard let access = roots.accessPublicKey else { throw .tampered(what: "access key") }
    let seed = entropy.bytes(32)
    let (keyAndNonce, commit) = keys(wrapRoot, vaultID: roots.vaultID, slotID: slotID, seed: seed)
    var out: [UInt8] = [kind.rawValue] + [UInt8](repeating: 0, count: 7)
    out += slotID + seed + commit
    let payload =
      Sealing.bytes(of: roots.masterKey) + Sealing.bytes(of: roots.seed)
      + roots.guardianPublicKey + access
    out += try Sealing.seal(payload, under: keyAndNonce, with: out)
    return out + entropy.bytes(byteCount - used)
  }

  /// What one try at a slot says.
  enum Answer {
    /// Empty, of a kind this version does not know, or not of this passphrase.
    case closed
    /// The commitment fits and the body does not: somebody changed it.
    case tampered
    case open(Roots, wrapRoot: SymmetricKey, slotID: [UInt8])
  }

  /// Tries a slot; the commitment is compared first, in constant time.
  static func open(
    _ slot: ArraySlice<UInt8>,
    stretched: SymmetricKey,
    vaultID: [UInt8]
  ) -> Answer {
    let bytes = Array(slot)
    guard bytes.count == byteCount, Kind(rawValue: bytes[0]) != nil else { return .closed }
    guard bytes[1..<8].allSatisfy({ $0 == 0 }) else { return .closed }
    let slotID = Array(bytes[8..<24])
    let wrapRoot = wrapRoot(stretched, vaultID: vaultID, slotID: slotID)
    let (keyAndNonce, commit) = keys(
      wrapRoot,
      vaultID: vaultID,
      slotID: slotID,
      seed: Array(bytes[24..<56])
    )
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
    return .open(roots, wrapRoot: wrapRoot, slotID: slotID)
  }

  private static func keys(
    _ wrapRoot: SymmetricKey,
    vaultID: [UInt8],
    slotID: [UInt8],
    seed: [UInt8]
  ) -> (keyAndNonce: SymmetricKey, commit: [UInt8]) {
    let all = Sealing.bytes(
      of: Sealing.derive(wrapRoot, .slot, vaultID + slotID + seed, count: 76)
    )
    return (SymmetricKey(data: all[..<44]), Array(all[44...]))
  }
}
