internal import Crypto
internal import Foundation

/// The cryptography of the format in its own words; everything else is built from these.
enum Sealing {
  /// HKDF-SHA256 with a name of the registry and a context as its info.
  static func derive(
    _ secret: SymmetricKey,
    _ name: KeyName,
    _ context: [UInt8],
    salt: [UInt8] = [],
    count: Int = 32
  ) -> SymmetricKey {
    derive(secret, info: name.label + context, salt: salt, count: count)
  }

  /// HKDF-SHA256 as RFC 5869 has it: what published vectors are tried on.
  static func derive(
    _ secret: SymmetricKey,
    info: [UInt8],
    salt: [UInt8],
    count: Int
  ) -> SymmetricKey {
    LockedMemory.hold {
      HKDF<SHA256>.deriveKey(
        inputKeyMaterial: secret,
        salt: salt,
        info: info,
        outputByteCount: count
      )
    }
  }

  /// SHA-256 of a label and what follows.
  static func hash(_ name: KeyName, _ parts: [UInt8]) -> [UInt8] {
    Array(SHA256.hash(data: name.label + parts))
  }

  /// SHA-256.
  static func sha256(_ bytes: some DataProtocol) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

  /// HMAC-SHA256.
  static func mac(_ key: SymmetricKey, _ bytes: some DataProtocol) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: bytes, using: key))
  }

  /// Constant-time check of an HMAC.
  static func isMAC(
    _ code: some ContiguousBytes,
    _ key: SymmetricKey,
    _ bytes: some DataProtocol
  ) -> Bool {
    HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: bytes, using: key)
  }

  /// AES-256-GCM under 44 derived bytes: 32 of key, then 12 of nonce.
  ///
  /// - Returns: Ciphertext and the 16 bytes of the tag.
  static func seal(
    _ plain: [UInt8],
    under keyAndNonce: SymmetricKey,
    with associated: [UInt8]
  ) throws(VaultError) -> [UInt8] {
    let (key, nonce) = split(keyAndNonce)
    do {
      let box = try AES.GCM.seal(
        plain,
        using: key,
        nonce: try AES.GCM.Nonce(data: nonce),
        authenticating: associated
      )
      return Array(box.ciphertext) + Array(box.tag)
    } catch {
      throw .tampered(what: "seal")
    }
  }

  /// Opens what ``seal(_:under:with:)`` made; nil when it is not that.
  static func open(
    _ sealed: ArraySlice<UInt8>,
    under keyAndNonce: SymmetricKey,
    with associated: [UInt8]
  ) -> [UInt8]? {
    guard sealed.count >= 16 else { return nil }
    let (key, nonce) = split(keyAndNonce)
    guard let nonce = try? AES.GCM.Nonce(data: nonce),
      let box = try? AES.GCM.SealedBox(
        nonce: nonce,
        ciphertext: sealed.dropLast(16),
        tag: sealed.suffix(16)
      ),
      let plain = try? AES.GCM.open(box, using: key, authenticating: associated)
    else { return nil }
    return Array(plain)
  }

  /// The bytes of a key.
  static func bytes(of key: SymmetricKey) -> [UInt8] {
    unsafe key.withUnsafeBytes { unsafe Array($0) }
  }

  private static func split(_ keyAndNonce: SymmetricKey) -> (SymmetricKey, [UInt8]) {
    LockedMemory.hold {
      let all = bytes(of: keyAndNonce)
      return (SymmetricKey(data: all[..<32]), Array(all[32..<44]))
    }
  }
}
