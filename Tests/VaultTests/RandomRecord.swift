internal import Casework
internal import Crypto
internal import Foundation
internal import Synchronization
internal import TestSupport

@testable import Vault

/// A record in a real folder that dice made up, with everything the format can hold; the same for the
/// same seed.
final class RandomRecord {
  /// How much is in it.
  enum Size { case few, many }

  let fixture: Fixture
  /// Nil where the record has none.
  var recovery: RecoveryKey?
  let size: Size
  /// What was put into it, for a person who looks for what made two readers differ.
  private(set) var features: [String] = []
  var dice: Dice
  var children: [ChildID] = []
  var kept: [EntryID] = []
  let entropy: Entropy

  /// The passphrases, the one that opens it last.
  var secrets: [[UInt8]]
  /// The files as they were when the record was new.
  private(set) var earlier: [String: [UInt8]] = [:]

  var places: Places { fixture.places }
  var disk: any Disk { fixture.disk }

  init(seed: UInt64, size: Size) throws {
    fixture = Fixture(disk: UnsyncedDisk())
    self.size = size
    dice = Dice(seed: seed)
    let source = Mutex(Dice(seed: seed ^ 0x5EED))
    entropy = Entropy { count in
      source.withLock { dice in (0..<count).map { _ in UInt8.random(in: 0...255, using: &dice) } }
    }
    recovery = dice.chance(80) ? RecoveryKey(random: entropy) : nil
    secrets = [Array("first passphrase".utf8)]
    try make()
  }

  // MARK: Opening

  /// Stands for scrypt where a derivation for every record would cost minutes.
  static func stretched(_ secret: [UInt8]) -> SymmetricKey {
    SymmetricKey(data: Sealing.sha256(Array("stretched ".utf8) + secret))
  }

  var ownKey: SymmetricKey { RandomRecord.stretched(secrets.last ?? []) }
  var recoveryKey: SymmetricKey? {
    recovery.map { RandomRecord.stretched(Array($0.characters.utf8)) }
  }

  func surroundings() -> Surroundings { fixture.surroundings(entropy: entropy) }

  func open(_ options: OpenOptions = OpenOptions()) throws -> OpenRecord {
    let key = ownKey
    return try OpenRecord.open(places, options: options, surroundings: surroundings()) { _ in key }
  }

  func did(_ feature: String) { features.append(feature) }

  // MARK: Making

  private func make() throws {
    let zone = dice.pick(["Europe/London", "Asia/Ho_Chi_Minh", "America/St_Johns"]).flatMap {
      Zone($0)
    }
    var record = try OpenRecord.create(
      places,
      secret: secrets[0],
      options: CreateOptions(
        zone: zone ?? .london,
        recoveryKey: recovery,
        logN: 15,
        spareBytes: 512
      ),
      surroundings: surroundings()
    ) { _, secret, _ in RandomRecord.stretched(secret) }
    for name in DamagedCopy.names where disk.isThere(places.folder + "/" + name) {
      earlier[name] = try disk.read(places.folder + "/" + name)
    }
    try openChildren(record)
    for step in steps() {
      did(step.name)
      if let changed = try step.take(record) {
        record = changed
      } else if dice.chance(15) {
        record.close()
        record = try open(OpenOptions(index: dice.chance(70)))
        did(record.options.index ? "opened again" : "opened without an index")
      }
    }
    record.close()
    switch Int.random(in: 0..<3, using: &dice) {
    case 0: try leaveTorn()
    case 1: try leaveReplacing()
    default: break
    }
    if dice.chance(30) {
      try disk.empty(places.spare)
      did("spare used up")
    }
  }

  /// A step gives a record where it closed the one it was given.
  struct Step {
    var name: String
    var take: (OpenRecord) throws -> OpenRecord?

    init(_ name: String, _ take: @escaping (OpenRecord) throws -> OpenRecord?) {
      self.name = name
      self.take = take
    }

    static func keeping(_ name: String, _ keep: @escaping (OpenRecord) throws -> Void) -> Step {
      Step(name) { record in
        try keep(record)
        return nil
      }
    }
  }

  /// Each step with how often it is taken, of a hundred: what is long or wide is rare in a small one.
  private func steps() -> [Step] {
    let few = size == .few
    let all: [(percent: Int, step: Step)] = [
      (few ? 20 : 90, .keeping("every type", everyType)), (100, .keeping("note", oneNote)),
      (90, .keeping("group", group)), (100, .keeping("restricted", restricted)),
      (50, .keeping("restricted group", restrictedGroup)),
      (few ? 0 : 25, .keeping("long note", longNote)),
      (few ? 0 : 35, .keeping("many frames", manyFrames)), (60, .keeping("names", moreNames)),
      (60, .keeping("more children", openChildren)), (60, .keeping("put right", putRight)),
      (40, .keeping("draft", draft)), (few ? 10 : 30, .keeping("import", importBatch)),
      (50, .keeping("zone", zone)), (60, .keeping("from later", fromLater)),
      (40, Step("torn, gone on", tornAndGoneOn)),
      (40, Step("replaced, gone on", replacedAndGoneOn)),
      (30, Step("restored", restored)), (40, .keeping("passphrase", newPassphrase)),
      (30, .keeping("recovery key", newRecoveryKey)), (30, .keeping("new epoch", newEpoch)),
    ]
    return all.filter { dice.chance($0.percent) }.map(\.step).shuffled(using: &dice)
  }
}
