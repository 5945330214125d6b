internal import Crypto
internal import Foundation

// For this package's tests alone: what opens a record a thousand times pays for one derivation.
extension OpenRecord {
  /// What a passphrase is stretched to, as the record's header asks.
  package static func stretched(
    _ passphrase: Passphrase,
    _ places: Places,
    disk: any Disk
  ) throws(VaultError) -> [UInt8] {
    let (found, fault) = Doors.headers(places, disk)
    guard let header = found.first else { throw fault ?? .noRecord }
    guard let stretch = header.stretch else { throw .damagedHeader(reason: "kdf") }
    return try passphrase.withSecret { secret throws(VaultError) in
      Sealing.bytes(of: try stretch.derive(secret, salt: header.salt))
    }
  }

  /// Opens with what the passphrase was stretched to before.
  package static func open(
    _ places: Places,
    stretched: [UInt8],
    options: OpenOptions,
    surroundings: Surroundings
  ) throws(VaultError) -> OpenRecord {
    try open(places, options: options, surroundings: surroundings) { _ in
      SymmetricKey(data: stretched)
    }
  }
}
