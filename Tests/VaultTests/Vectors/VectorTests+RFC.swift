internal import Crypto
internal import Foundation
internal import Testing

@testable import Vault

/// The vectors that the RFCs themselves print.
extension VectorTests {
  /// RFC 7914 §12, through the call that `Stretch` makes: the format itself has only r = 8, p = 1 and
  /// N from 2^15 to 2^20, of which the RFC prints one, and that takes 1 GiB.
  func scrypt(_ files: VectorFiles) throws -> VectorTally {
    var tally = VectorTally("RFC 7914 scrypt")
    for block in try files.blocks("CryptoExtrasVectors/rfc-7914-scrypt.txt") {
      func number(_ name: String) throws -> Int {
        try #require(block[name].flatMap { Int($0) }, "\(name)")
      }
      let secret = try [UInt8](vector: block["P"] ?? "")
      let salt = try [UInt8](vector: block["S"] ?? "")
      let expected = try [UInt8](vector: block["DK"] ?? "")
      let n = try number("N")
      if n >= 1 << 20, !Amount.isNightly {
        tally.skip("N = 2^20: 1 GiB, at night (MAINSTAY_NIGHTLY=1)")
        continue
      }
      let key = try Stretch.scrypt(
        secret,
        salt: salt,
        n: n,
        r: try number("r"),
        p: try number("p"),
        count: try number("dkLen")
      )
      tally.take(Sealing.bytes(of: key) == expected, "N=\(n)")
      if n == 1 << 20, let stretch = Stretch(logN: 20, r: 8, p: 1) {
        // PBKDF2's last step gives a shorter output as the beginning of a longer one.
        let own = try stretch.derive(secret, salt: salt)
        tally.take(Sealing.bytes(of: own) == Array(expected[..<32]), "N=2^20, by Stretch")
      }
    }
    return tally
  }

  /// RFC 5869 appendix A.1 to A.3, through `Sealing.derive` past its label.
  func rfc5869(_ files: VectorFiles) throws -> VectorTally {
    var tally = VectorTally("RFC 5869 HKDF-SHA256")
    for block in try files.blocks("Test Vectors/rfc-5869-HKDF-SHA256.txt") {
      let expected = try [UInt8](vector: block["OKM"] ?? "")
      let key = Sealing.derive(
        SymmetricKey(data: try [UInt8](vector: block["IKM"] ?? "")),
        info: try [UInt8](vector: block["info"] ?? ""),
        salt: try [UInt8](vector: block["salt"] ?? ""),
        count: expected.count
      )
      tally.take(Sealing.bytes(of: key) == expected, block["COUNT"] ?? "")
    }
    return tally
  }

  /// RFC 8032 §7.1, tests 1 to 3: the key, the signature and its check.
  func rfc8032() throws -> VectorTally {
    var tally = VectorTally("RFC 8032 Ed25519")
    let vectors = [
      (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701"
          + "cf9b46bd25bf5f0595bbe24655141438e7a100b"
      ),
      (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d"
          + "0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
      ),
      (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f7609"
          + "84dc6594a7c15e9716ed28dc027beceea1ec40a"
      ),
    ]
    for (number, (secret, publicKey, message, signature)) in vectors.enumerated() {
      let key = try Curve25519.Signing.PrivateKey(
        rawRepresentation: try [UInt8](vector: secret)
      )
      let text = try [UInt8](vector: message)
      let expected = try [UInt8](vector: signature)
      let verifier = try #require(Verifier(publicKey: try [UInt8](vector: publicKey)))
      let made = Array(try key.signature(for: text))
      let isRight =
        Array(key.publicKey.rawRepresentation) == verifier.publicKey && made == expected
        && verifier.isSigned(expected[...], message: text)
      tally.take(isRight, "\(number + 1)")
    }
    return tally
  }

  /// RFC 4231 §4, the SHA-256 cases; the fifth prints a code cut to 128 bits.
  func rfc4231() throws -> VectorTally {
    var tally = VectorTally("RFC 4231 HMAC-SHA256")
    func times(_ count: Int, _ byte: UInt8) -> [UInt8] { [UInt8](repeating: byte, count: count) }
    let long =
      "This is a test using a larger than block-size key and a larger than block-size data. "
    let cases: [(key: [UInt8], text: [UInt8], code: String)] = [
      (
        times(20, 0x0B), Array("Hi There".utf8),
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
      ),
      (
        Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
      ),
      (
        times(20, 0xAA), times(50, 0xDD),
        "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
      ),
      (
        Array(1...25), times(50, 0xCD),
        "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
      ),
      (
        times(20, 0x0C), Array("Test With Truncation".utf8), "a3b6167473100ee06e0c796c2955552b"
      ),
      (
        times(131, 0xAA), Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
      ),
      (
        times(131, 0xAA),
        Array((long + "The key needs to be hashed before being used by the HMAC algorithm.").utf8),
        "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
      ),
    ]
    for (number, (key, text, code)) in cases.enumerated() {
      let made = Sealing.mac(SymmetricKey(data: key), text)
      tally.take(made.hex.hasPrefix(code), "\(number + 1)")
    }
    return tally
  }
}
