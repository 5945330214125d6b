internal import Synchronization

@testable import Vault

/// A record that breaks one rule of the format, and what must come of opening it.
struct Malformed: Sendable {
  enum Outcome: Sendable {
    /// It does not open.
    case refused(VaultError)
    /// It opens for reading, up to before the number that is named; verifying says why.
    case damaged(seq: UInt64, String)
    /// It opens for writing and reads as it did, with a notice.
    case ignored(notice: String)
    /// It opens for writing and reads as it did.
    case mended
  }

  let name: String
  let outcome: Outcome
  /// Changes the files.
  let make: @Sendable (Spoiler) throws -> Void

  init(
    _ name: String,
    _ outcome: Outcome,
    _ make: @escaping @Sendable (Spoiler) throws -> Void
  ) {
    self.name = name
    self.outcome = outcome
    self.make = make
  }

  static func tampered(_ what: String) -> Outcome { .refused(.tampered(what: what)) }
  static func header(_ reason: String) -> Outcome { .refused(.damagedHeader(reason: reason)) }

  static let all: [Malformed] = headers + slots + keys + frames + texts + files
}

/// A copy of a sound record whose files are about to be made wrong.
struct Spoiler: Sendable {
  let sample: SampleLog
  let disk: SimulatedDisk
  let forge: Forge

  init(_ sample: SampleLog) {
    self.sample = sample
    disk = SimulatedDisk(sample.disk.state.withLock { $0.image })
    forge = Forge(sample.record)
  }

  var places: Places { sample.fixture.places }

  /// Both headers become another.
  func header(
    _ seal: Forge.Seal = .all,
    by signer: Roots? = nil,
    _ change: (inout [UInt8]) -> Void
  ) throws {
    let bytes = try disk.read(places.header)
    let changed = forge.header(bytes, seal, by: signer, change)
    for name in ["", ".bak"] { try disk.write(places.header + name, changed) }
  }

  /// Both keyrings become another, and the log names it.
  func keys(_ make: (Forge, [UInt8]) -> [UInt8]) throws {
    let changed = make(forge, try disk.read(places.keys))
    for name in ["", ".bak"] { try disk.write(places.keys + name, changed) }
    try append(
      forge.frame(
        storeChanged(file: "keys", generation: 9, sha256: Sealing.sha256(changed).hex)
      ) { _ in }
    )
  }

  func storeChanged(file: String, generation: Int, sha256: String) -> String {
    Forge.line.replacing(
      #""body":{}"#,
      with: #""body":{"file":"\#(file)","generation":\#(generation),"sha256":"\#(sha256)"}"#
    )
    .replacing("settings-changed", with: "store-changed")
  }

  /// Frames follow the sound ones.
  func append(_ frames: [UInt8]...) throws {
    try disk.write(places.log, try disk.read(places.log) + frames.flatMap { $0 })
  }
}
