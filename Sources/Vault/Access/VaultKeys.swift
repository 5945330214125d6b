internal import Crypto
internal import Foundation

/// What an opened slot gives: the roots that every other key comes from.
struct Roots {
  let vaultID: [UInt8]
  /// Of the present epoch.
  var masterKey: SymmetricKey
  /// The seed of the guardian's signing key.
  let seed: SymmetricKey
  let guardianPublicKey: [UInt8]
  /// The guardian's signing key, made once; nil when the seed is none.
  let signingKey: Curve25519.Signing.PrivateKey?

  init(vaultID: [UInt8], masterKey: SymmetricKey, seed: SymmetricKey, guardianPublicKey: [UInt8]) {
    self.vaultID = vaultID
    self.masterKey = masterKey
    self.seed = seed
    self.guardianPublicKey = guardianPublicKey
    signingKey = LockedMemory.hold {
      try? Curve25519.Signing.PrivateKey(rawRepresentation: Sealing.bytes(of: seed))
    }
  }

  /// The public half of the key that access notes are sealed to.
  var accessPublicKey: [UInt8]? {
    let secret = Sealing.derive(seed, .access, vaultID)
    let key = try? Curve25519.KeyAgreement.PrivateKey(
      rawRepresentation: Sealing.bytes(of: secret)
    )
    return key.map { Array($0.publicKey.rawRepresentation) }
  }

  /// The key of the guardian's own things in an epoch.
  ///
  /// It takes both the seed, which no other reader has, and the epoch's master key, which whoever
  /// was shut out by a new epoch has not.
  func guardianOnly(_ keys: EpochKeys) -> SymmetricKey {
    Sealing.derive(seed, .guardianOnly, vaultID, salt: keys.guardianEpoch)
  }

  /// The key of the guardian's high-water mark.
  var highWaterKey: SymmetricKey { Sealing.derive(seed, .guardianHighWater, vaultID) }

  /// Signs a message of the registry; nil when the seed is none.
  func sign(_ name: KeyName, _ parts: [UInt8]) -> [UInt8]? {
    guard let signature = try? signingKey?.signature(for: name.label + parts) else { return nil }
    return Array(signature)
  }
}

/// Checks the guardian's signatures.
struct Verifier {
  let publicKey: [UInt8]
  private let key: Curve25519.Signing.PublicKey

  init?(publicKey: [UInt8]) {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
      return nil
    }
    self.publicKey = publicKey
    self.key = key
  }

  func isSigned(_ signature: ArraySlice<UInt8>, _ name: KeyName, _ parts: [UInt8]) -> Bool {
    isSigned(signature, message: name.label + parts)
  }

  /// Ed25519 as RFC 8032 has it: what published vectors are tried on.
  func isSigned(_ signature: ArraySlice<UInt8>, message: [UInt8]) -> Bool {
    key.isValidSignature(signature, for: message)
  }
}

/// The keys of one epoch, each derived once.
struct EpochKeys {
  let epoch: UInt32
  let headerMAC: SymmetricKey
  let keyring: SymmetricKey
  let logVault: SymmetricKey
  let keyID: SymmetricKey
  let nonce: SymmetricKey
  let caseEpoch: [UInt8]
  let commit: [UInt8]
  let guardianEpoch: [UInt8]

  init(masterKey: SymmetricKey, vaultID: [UInt8], epoch: UInt32) {
    func key(_ name: KeyName) -> SymmetricKey {
      Sealing.derive(masterKey, name, vaultID + little(epoch))
    }
    self.epoch = epoch
    headerMAC = key(.headerMAC)
    keyring = key(.keyring)
    logVault = key(.logVault)
    keyID = key(.keyID)
    nonce = key(.nonce)
    caseEpoch = Sealing.bytes(of: key(.caseEpoch))
    commit = Sealing.bytes(of: key(.vmkCommit))
    guardianEpoch = Sealing.bytes(of: key(.guardianEpoch))
  }
}
