internal import Casework
internal import Crypto
internal import Foundation
internal import Synchronization

@testable import Vault

/// Made-up children and a record of theirs in a folder of its own.
final class Fixture: Sendable {
  static let passphrase = Passphrase("plum kettle orbit seven lantern")
  static let start = Moment(milliseconds: 1_795_000_000_000)

  let root: String
  let places: Places
  let disk: any Disk
  let isReal: Bool
  let ticks = Mutex<Int64>(0)
  let entropy: Entropy

  init(disk: any Disk = RealDisk(), root: String? = nil, entropy: Entropy = .system) {
    self.disk = disk
    self.entropy = entropy
    self.root = root ?? NSTemporaryDirectory() + "vault-" + UUID().uuidString.lowercased()
    isReal = root == nil
    if isReal {
      try? FileManager.default.createDirectory(
        atPath: self.root,
        withIntermediateDirectories: true
      )
    }
    places = Places(folder: self.root + "/record", state: self.root + "/state/mainstay")
  }

  deinit { if isReal { try? FileManager.default.removeItem(atPath: root) } }

  func surroundings(at start: Moment = Fixture.start, entropy: Entropy? = nil) -> Surroundings {
    Surroundings(
      disk: disk,
      clock: { [self] in
        ticks.withLock {
          $0 += 1
          return Moment(milliseconds: start.milliseconds + $0 * 1000)
        }
      },
      entropy: entropy ?? self.entropy,
      measure: { body in
        body()
        return .zero
      },
      holder: "test"
    )
  }

  func create(recovery: RecoveryKey? = nil) throws -> OpenRecord {
    try OpenRecord.create(
      places,
      passphrase: Fixture.passphrase,
      options: CreateOptions(zone: .london, recoveryKey: recovery, logN: 15, spareBytes: 4096),
      surroundings: surroundings()
    )
  }

  /// A key instead of a derivation, for tests that open thousands of records.
  static let key = SymmetricKey(data: [UInt8](repeating: 42, count: 32))

  func createFast() throws -> OpenRecord {
    try OpenRecord.create(
      places,
      secret: [],
      options: CreateOptions(zone: .london, logN: 15, spareBytes: 4096),
      surroundings: surroundings()
    ) { _, _, _ in Fixture.key }
  }

  func openFast(_ options: OpenOptions = OpenOptions()) throws -> OpenRecord {
    try OpenRecord.open(places, options: options, surroundings: surroundings()) { _ in
      Fixture.key
    }
  }

  func open(_ options: OpenOptions = OpenOptions()) throws -> OpenRecord {
    try OpenRecord.open(
      places,
      passphrase: Fixture.passphrase,
      options: options,
      surroundings: surroundings()
    )
  }
}

extension OpenRecord {
  /// Opens a made-up child's record with one note.
  @discardableResult
  func openChild(_ ref: String, note: String) throws -> ChildID {
    let child = ChildID(rawValue: newID())
    _ = try keep(
      Act(parts: [
        ActPart(child: child, openingRef: ref, by: "guardian", entries: [entry(note)])
      ])
    )
    return child
  }

  func entry(_ text: String, restricted: Restriction? = nil) -> NewEntry {
    var contact = ContactMade(kind: .visit, party: .child, text: text)
    contact.restricted = restricted
    return NewEntry(occurredAt: Fixture.start, body: contact)
  }

  @discardableResult
  func note(_ text: String, _ child: ChildID, restricted: Restriction? = nil) throws -> Kept {
    try keep(Act(child: child, entries: [entry(text, restricted: restricted)]))
  }
}
