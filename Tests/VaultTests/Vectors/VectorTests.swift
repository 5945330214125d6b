internal import Crypto
internal import Foundation
internal import Testing

@testable import Vault

/// Runs published vectors through the store's own cryptography.
@Suite("Published vectors")
struct VectorTests {
  @Test("Every published vector that the format can meet comes out as published")
  func all() throws {
    let files = try VectorFiles()
    let tallies = [
      try aesGCM(files), try ed25519(files), try x25519(files), try hkdf(files), try hmac(files),
      try scrypt(files), try rfc5869(files), try rfc8032(), try rfc4231(),
    ]
    for tally in tallies {
      #expect(tally.failed.isEmpty, "\(tally.failed.prefix(5))")
      #expect(tally.passed > 0 || !tally.skipped.isEmpty, "\(tally.name) tried nothing")
      print("vectors: \(tally.name): \(tally.passed) passed")
    }
    // What swift-crypto brings along: a file that shrank or was not found is no pass.
    for (name, least) in [("AES-GCM", 66), ("Ed25519", 150), ("X25519", 487)] {
      #expect((tallies.first { $0.name == name }?.passed ?? 0) >= least, "\(name)")
    }
    let passed = tallies.reduce(0) { $0 + $1.passed }
    let skipped = tallies.flatMap { tally in
      tally.skipped.sorted { $0.key < $1.key }.map { "\(tally.name) \($0.key): \($0.value)" }
    }
    let count = tallies.reduce(0) { $0 + $1.skipped.values.reduce(0, +) }
    print("vectors: \(passed) passed, \(count) skipped (\(skipped.joined(separator: "; ")))")
  }

  // MARK: Wycheproof

  private struct AEAD: Decodable {
    var tcId: Int
    var key: String
    var iv: String
    var aad: String
    var msg: String
    var ct: String
    var tag: String
    var result: String
  }

  /// Through `Sealing.seal` and `Sealing.open`, which take a key of 32 bytes and a nonce of 12.
  private func aesGCM(_ files: VectorFiles) throws -> VectorTally {
    var tally = VectorTally("AES-GCM")
    let file = try #require(
      try files.wycheproof("aes_gcm_test.json", as: Wycheproof<AEAD>.self)
    )
    for group in file.testGroups {
      guard group.keySize == 256, group.ivSize == 96, group.tagSize == 128 else {
        let isKey = group.keySize != 256
        tally.skip(
          isKey
            ? "keys of \(group.keySize ?? 0) bits, the format has 256"
            : "nonces of other than 96 bits",
          group.tests.count
        )
        continue
      }
      for test in group.tests {
        let keyAndNonce = SymmetricKey(data: try [UInt8](vector: test.key + test.iv))
        let associated = try [UInt8](vector: test.aad)
        let plain = try [UInt8](vector: test.msg)
        let sealed = try [UInt8](vector: test.ct + test.tag)
        let opened = Sealing.open(sealed[...], under: keyAndNonce, with: associated)
        if test.result == "valid" {
          let made = try Sealing.seal(plain, under: keyAndNonce, with: associated)
          tally.take(opened == plain && made == sealed, "\(test.tcId)")
        } else {
          tally.take(opened == nil, "\(test.tcId)")
        }
      }
    }
    return tally
  }

  private struct Signature: Decodable {
    var tcId: Int
    var msg: String
    var sig: String
    var result: String
  }

  /// Through `Verifier`, past the label that it puts before every message of ours.
  private func ed25519(_ files: VectorFiles) throws -> VectorTally {
    var tally = VectorTally("Ed25519")
    let file = try #require(
      try files.wycheproof("ed25519_test.json", as: Wycheproof<Signature>.self)
    )
    for group in file.testGroups {
      let key = try [UInt8](vector: group.publicKey?.pk ?? group.key?.pk ?? "-")
      for test in group.tests {
        let signature = try [UInt8](vector: test.sig)
        let message = try [UInt8](vector: test.msg)
        let isSigned =
          Verifier(publicKey: key)?.isSigned(signature[...], message: message) ?? false
        tally.take(isSigned == (test.result == "valid"), "\(test.tcId)")
      }
    }
    return tally
  }

  private struct Exchange: Decodable {
    var tcId: Int
    var `public`: String
    var `private`: String
    var shared: String
    var result: String
  }

  /// The call that HPKE makes for access notes.
  ///
  /// swift-crypto answers 31 points of low order with a secret of zeros that anybody knows, as
  /// CryptoKit does: it is the caller who must refuse a stranger's key that gives it.
  private func x25519(_ files: VectorFiles) throws -> VectorTally {
    var tally = VectorTally("X25519")
    let file = try #require(
      try files.wycheproof("x25519_test.json", as: Wycheproof<Exchange>.self)
    )
    for test in file.testGroups.flatMap(\.tests) {
      let secret = try Curve25519.KeyAgreement.PrivateKey(
        rawRepresentation: try [UInt8](vector: test.private)
      )
      let theirs = try Curve25519.KeyAgreement.PublicKey(
        rawRepresentation: try [UInt8](vector: test.public)
      )
      let expected = try [UInt8](vector: test.shared)
      let shared = try? secret.sharedSecretFromKeyAgreement(with: theirs)
      let bytes = shared.map { unsafe $0.withUnsafeBytes { unsafe Array($0) } }
      if bytes == expected, expected.allSatisfy({ $0 == 0 }) {
        tally.skip("points of low order, not refused by the library")
      } else {
        tally.take(bytes == expected, "\(test.tcId)")
      }
    }
    return tally
  }

  private struct Derivation: Decodable {
    var tcId: Int
    var ikm: String
    var salt: String
    var info: String
    var size: Int
    var okm: String
    var result: String
  }

  /// Through `Sealing.derive`, past the label that it puts before every context of ours.
  private func hkdf(_ files: VectorFiles) throws -> VectorTally {
    var tally = VectorTally("HKDF-SHA256")
    guard
      let file = try files.wycheproof("hkdf_sha256_test.json", as: Wycheproof<Derivation>.self)
    else {
      tally.skip("of Wycheproof: not in swift-crypto's checkout, see MAINSTAY_WYCHEPROOF", 86)
      return tally
    }
    for test in file.testGroups.flatMap(\.tests) {
      guard test.result == "valid" else {
        tally.skip("outputs over 8,160 bytes, the format's longest is 76")
        continue
      }
      let key = Sealing.derive(
        SymmetricKey(data: try [UInt8](vector: test.ikm)),
        info: try [UInt8](vector: test.info),
        salt: try [UInt8](vector: test.salt),
        count: test.size
      )
      tally.take(Sealing.bytes(of: key) == (try [UInt8](vector: test.okm)), "\(test.tcId)")
    }
    return tally
  }

  private struct Code: Decodable {
    var tcId: Int
    var key: String
    var msg: String
    var tag: String
    var result: String
  }

  /// Through `Sealing.mac` and `Sealing.isMAC`.
  private func hmac(_ files: VectorFiles) throws -> VectorTally {
    var tally = VectorTally("HMAC-SHA256")
    guard let file = try files.wycheproof("hmac_sha256_test.json", as: Wycheproof<Code>.self)
    else {
      tally.skip("of Wycheproof: not in swift-crypto's checkout, see MAINSTAY_WYCHEPROOF", 174)
      return tally
    }
    for group in file.testGroups {
      guard group.tagSize == 256 else {
        tally.skip("codes cut to \(group.tagSize ?? 0) bits", group.tests.count)
        continue
      }
      for test in group.tests {
        let key = SymmetricKey(data: try [UInt8](vector: test.key))
        let message = try [UInt8](vector: test.msg)
        let code = try [UInt8](vector: test.tag)
        let isRight =
          Sealing.isMAC(code, key, message) == (test.result == "valid")
          && (Sealing.mac(key, message) == code) == (test.result == "valid")
        tally.take(isRight, "\(test.tcId)")
      }
    }
    return tally
  }
}
