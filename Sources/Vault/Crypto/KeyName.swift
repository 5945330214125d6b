/// Every use of a derived key, a hash or a signature: the key registry of the format.
///
/// The raw value is part of the format. A name is used for one thing only, so no two uses can ever
/// share a key or a signed message.
enum KeyName: String, CaseIterable {
  // From the vault master key, the vault's ID and the epoch.
  case headerMAC = "header-mac"
  case keyring = "keyring"
  case logVault = "log-vault"
  case keyID = "key-id"
  case nonce = "nonce"
  case caseEpoch = "case-epoch"
  case vmkCommit = "vmk-commit"
  case oldVMK = "old-vmk"
  case guardianEpoch = "guardian-epoch"
  // From the guardian's signing seed.
  case guardianOnly = "guardian-only"
  case guardianHighWater = "guardian-hwm"
  case access = "access"
  // From scrypt's output; `slot` from the agreement that `wrap` leads to.
  case wrap = "wrap"
  case slot = "slot"
  case highWater = "hwm"
  case accessSign = "access-sign"
  // From another key of this registry.
  case record = "rec"
  case keysA = "keys-a"
  case keysG = "keys-g"
  case draft = "draft"
  case document = "document"
  // Hashes.
  case frameHead = "fh"
  case genesis = "genesis"
  case recoveryCheck = "recovery-check"
  // Signed messages.
  case signRecord = "record"
  case signHeader = "header"
  case signKeys = "keys-sig"

  /// `mainstay/v1/NAME` and one zero byte.
  var label: [UInt8] { Array("mainstay/v1/".utf8) + Array(rawValue.utf8) + [0] }
}
