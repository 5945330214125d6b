internal import Crypto
internal import CryptoExtras
internal import Foundation

/// The cost of one guess at a passphrase: scrypt with r = 8 and p = 1.
///
/// The numbers of a file are checked here before the library sees them: it traps on some and has no
/// limit on memory.
struct Stretch: Equatable {
  /// What a reader accepts; the largest asks for 1 GiB.
  static let accepted: ClosedRange<UInt8> = 15...20
  /// What a new record is given; 2^17 is the least that OWASP's password storage sheet allows.
  static let offered: ClosedRange<UInt8> = 17...20

  let logN: UInt8

  /// Checks the parameters of a header; nil when they are out of bounds.
  init?(logN: UInt8, r: UInt8, p: UInt8) {
    guard Stretch.accepted.contains(logN), r == 8, p == 1 else { return nil }
    self.logN = logN
  }

  /// 32 bytes from a secret.
  ///
  /// - Throws: ``VaultError/damagedHeader(reason:)`` when the library refuses.
  func derive(_ secret: [UInt8], salt: [UInt8]) throws(VaultError) -> SymmetricKey {
    do {
      return try Stretch.scrypt(secret, salt: salt, n: 1 << Int(logN), r: 8, p: 1, count: 32)
    } catch {
      throw .damagedHeader(reason: "kdf")
    }
  }

  /// scrypt as RFC 7914 has it, unchecked: what published vectors are tried on.
  static func scrypt(
    _ secret: [UInt8],
    salt: [UInt8],
    n: Int,
    r: Int,
    p: Int,
    count: Int
  ) throws -> SymmetricKey {
    try KDF.Scrypt.deriveKey(
      from: secret,
      salt: salt,
      outputByteCount: count,
      rounds: n,
      blockSize: r,
      parallelism: p
    )
  }

  /// The `logN` whose derivation takes about a second here: 17…20.
  ///
  /// One derivation at the smallest is timed; each step doubles it. It is taken as long as the
  /// doubled time stays within 1.2 s.
  ///
  /// - Parameter measure: Runs its argument and says how long that took.
  /// - Returns: 17…20.
  static func calibrated(measure: (() -> Void) -> Duration) -> UInt8 {
    let least = offered.lowerBound
    guard let trial = Stretch(logN: least, r: 8, p: 1) else { return least }
    var took = measure { _ = try? trial.derive([0], salt: [0]) }
    var logN = least
    while logN < offered.upperBound, took * 2 <= .milliseconds(1200) {
      logN += 1
      took = took * 2
    }
    return logN
  }
}
