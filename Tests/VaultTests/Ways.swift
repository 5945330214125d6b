internal import Casework
internal import Crypto
internal import Foundation

@testable import Vault

/// A record whose secrets are words, without the cost of a derivation.
struct WordedRecord {
  let fixture: Fixture

  init(disk: any Disk = SimulatedDisk()) throws {
    if !disk.isThere("/v") { try disk.makeFolder("/v") }
    fixture = Fixture(disk: disk, root: "/v")
  }

  static func key(_ secret: [UInt8]) -> SymmetricKey {
    SymmetricKey(data: Sealing.sha256(secret))
  }

  static func secret(_ words: String) -> [UInt8] { Array(words.utf8) }

  func create(_ passphrase: String, recovery: RecoveryKey? = nil) throws -> OpenRecord {
    try OpenRecord.create(
      fixture.places,
      secret: WordedRecord.secret(passphrase),
      options: CreateOptions(zone: .london, recoveryKey: recovery, logN: 15, spareBytes: 4096),
      surroundings: fixture.surroundings()
    ) { _, secret, _ in WordedRecord.key(secret) }
  }

  func open(
    _ words: String,
    _ options: OpenOptions = OpenOptions(),
    entropy: Entropy = .system
  ) throws -> OpenRecord {
    try OpenRecord.open(
      fixture.places,
      options: options,
      surroundings: fixture.surroundings(entropy: entropy)
    ) { _ in WordedRecord.key(Passphrase(words).secret) }
  }

  /// What opening with some words comes to.
  func answer(_ words: String, _ options: OpenOptions = OpenOptions()) -> VaultError? {
    refusal { try open(words, options) }
  }

  func read(_ name: String) throws -> [UInt8] {
    try fixture.disk.read(fixture.places.folder + "/" + name)
  }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    try fixture.disk.write(fixture.places.folder + "/" + name, bytes)
  }
}

extension OpenRecord {
  func changeWords(to words: String, renewing: Bool = true) throws {
    try changePassphrase(to: WordedRecord.secret(words), renewing: renewing) { _, secret, _ in
      WordedRecord.key(secret)
    }
  }

  func changeRecovery(to key: RecoveryKey, renewing: Bool = true) throws {
    try replaceRecoveryKey(with: Array(key.characters.utf8), renewing: renewing) { _, secret, _ in
      WordedRecord.key(secret)
    }
  }
}

/// Why something was refused, without the times that an older copy is told with; nil when it was not.
func refusal<Result>(_ body: () throws -> Result) -> VaultError? {
  do {
    _ = try body()
    return nil
  } catch {
    return (error as? VaultError)?.withoutTimes
  }
}

extension VaultError {
  var withoutTimes: VaultError {
    guard case .olderCopy(let copy) = self else { return self }
    return .olderCopy(OlderCopy(seq: copy.seq, seenSeq: copy.seenSeq, isFork: copy.isFork))
  }
}
