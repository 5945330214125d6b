internal import Casework
internal import Crypto
internal import Foundation

@testable import Vault

/// A small record whose keys the test holds: it can sign what no writer would write.
///
/// Everything here is written out from the format document, not by the code under test.
final class ForgedRecord {
  /// One frame that is to be forged.
  struct Piece {
    enum Owner {
      case nobody
      case child(Int)
      case restricted(Int)
      case keyID([UInt8])
    }
    var owner: Owner
    var text: [UInt8]
    /// The padded text as it is sealed; made from the text where it is nil.
    var padded: [UInt8]?
    var change: (inout FrameHead) -> Void = { _ in }

    init(_ owner: Owner, _ text: String) {
      self.owner = owner
      self.text = Array(text.utf8)
    }

    init(_ owner: Owner, bytes: [UInt8]) {
      self.owner = owner
      text = bytes
    }

    init(_ owner: Owner, padded: [UInt8]) {
      self.owner = owner
      text = []
      self.padded = padded
    }
  }

  let fixture: Fixture
  let children: [ChildID]
  /// What the export of the record has without anything forged.
  let lines: [String]
  let header: Header
  let roots: Roots
  let keys: EpochKeys
  let keyring: Keyring
  let place: LogPlace
  /// The files without anything forged.
  private let whole: [String: [UInt8]]
  private let disk: any Disk

  init() throws {
    let fixture = Fixture(disk: UnsyncedDisk())
    let record = try fixture.createFast()
    let children = [
      try record.openChild("K01", note: "one"), try record.openChild("K02", note: "two"),
    ]
    try record.note("hidden", children[0], restricted: .police)
    lines = try record.exportLines()
    header = record.header
    roots = record.roots
    keyring = record.keyring
    place = record.place
    guard let keys = record.codec.epochs[record.header.epoch] else {
      throw VaultError.tampered(what: "epoch")
    }
    self.keys = keys
    self.fixture = fixture
    self.children = children
    disk = fixture.disk
    record.close()
    var whole: [String: [UInt8]] = [:]
    for name in ["header", "header.bak", "keys", "keys.bak", "log"] {
      whole[name] = try fixture.disk.read(fixture.places.folder + "/" + name)
    }
    self.whole = whole
  }

  // MARK: Texts

  static let at = "\"2026-11-21T14:20:00.000+00:00\""

  /// An entry of a child whose members can be replaced, or left out with nil; all are JSON.
  func entry(_ child: Int?, _ changes: [String: String?] = [:]) -> String {
    var members: [String: String] = [
      "id": "\"019a0000-0000-7000-8000-00000000000f\"", "type": "\"located\"", "by": "\"guardian\"",
      "occurredAt": ForgedRecord.at, "recordedAt": ForgedRecord.at,
      "body": "{\"byWhom\":\"a driver\"}",
    ]
    if let child { members["child"] = "\"\(children[child].rawValue)\"" }
    for (name, value) in changes { members[name] = value }
    return "{"
      + members.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }
      .joined(separator: ",") + "}"
  }

  func act(_ entries: String...) -> String {
    "{\"act\":\"019a0000-0000-7000-8000-0000000000aa\",\"entries\":[\(entries.joined(separator: ","))]}"
  }

  func stubs(_ identities: String...) -> String {
    let list = identities.map { "{\"id\":\"\($0)\",\"type\":\"located\"}" }.joined(separator: ",")
    return "{\"act\":\"a\",\"stubs\":[\(list)]}"
  }

  /// An act of no child that names a file.
  func naming(_ file: String, _ bytes: [UInt8], generation: UInt64) -> Piece {
    let hash = Sealing.sha256(bytes).hex
    let body = "{\"file\":\"\(file)\",\"generation\":\(generation),\"sha256\":\"\(hash)\"}"
    return Piece(.nobody, act(entry(nil, ["type": "\"store-changed\"", "body": body])))
  }

  // MARK: Frames

  /// The log with more acts, each of some frames.
  func log(adding acts: [[Piece]]) throws -> [UInt8] {
    var out = whole["log"] ?? []
    var seq = place.seq
    var previous = place.head
    for act in acts {
      for (index, piece) in act.enumerated() {
        seq += 1
        let frame = try self.frame(piece, seq, previous, index: index, count: act.count)
        previous = Sealing.sha256(frame)
        out += frame
      }
    }
    return out
  }

  private func frame(_ piece: Piece, _ seq: UInt64, _ previous: [UInt8], index: Int, count: Int)
    throws -> [UInt8]
  {
    var padded = piece.padded ?? []
    if piece.padded == nil {
      padded.append(u32: UInt32(piece.text.count))
      padded += piece.text
      while padded.count % 256 != 0 { padded.append(0) }
    }
    var head = FrameHead(
      length: padded.count + 184,
      index: index,
      count: count,
      epoch: header.epoch,
      seq: seq,
      previous: previous
    )
    piece.change(&head)
    let (keyID, key) = try keys(of: piece.owner)
    head.nonceSeed = Entropy.system.bytes(24)
    head.maskedKeyID = zip(keyID, Sealing.mac(keys.keyID, head.nonceSeed)).map { $0 ^ $1 }
    var frame = head.unchecked
    frame += Sealing.hash(.frameHead, frame)[..<8]
    let own = Sealing.derive(key, .record, head.nonceSeed, salt: keys.caseEpoch, count: 44)
    frame += try Sealing.seal(padded, under: own, with: frame + roots.vaultID)
    return frame + (roots.sign(.signRecord, roots.vaultID + Sealing.sha256(frame)) ?? [])
  }

  private func keys(of owner: Piece.Owner) throws -> ([UInt8], SymmetricKey) {
    func key(_ id: KeyID?) throws -> ([UInt8], SymmetricKey) {
      guard let id = id?.bytes, let key = keyring.use(of: id)?.key
      else { throw VaultError.tampered(what: "test") }
      return (id, key)
    }
    switch owner {
    case .nobody: return (FrameCodec.noKeyID, keys.logVault)
    case .child(let number): return try key(keyring.child(children[number])?.keyID)
    case .restricted(let number): return try key(keyring.child(children[number])?.restrictedKeyID)
    case .keyID(let id): return (id, keys.logVault)
    }
  }

  // MARK: The files beside the log

  /// The JSON of both parts of `keys`, as they are.
  func parts() throws -> (a: String, g: String) {
    let file = whole["keys"] ?? []
    func part(_ at: Int, _ name: KeyName, _ key: SymmetricKey) throws -> (String, Int) {
      let end = at + 28 + Int(file.u32(at + 24)) + 16
      let own = Sealing.derive(key, name, Array(file[at..<at + 24]), count: 44)
      let padded = Sealing.open(
        file[at + 28..<end],
        under: own,
        with: file[..<(at + 28)] + roots.vaultID
      )
      guard let padded, let text = Padding.strip(padded) else {
        throw VaultError.tampered(what: "test")
      }
      return (String(decoding: text, as: UTF8.self), end)
    }
    let (a, end) = try part(16, .keysA, keys.keyring)
    return (a, try part(end, .keysG, guardianOnly).0)
  }

  private var guardianOnly: SymmetricKey { roots.guardianOnly(keys) }

  /// A file `keys` of a later generation with any texts.
  func keysFile(
    _ a: String,
    _ g: String,
    epoch: UInt32 = 1,
    block: Int = 4096,
    trailing: [UInt8] = [],
    padding: UInt8 = 0
  ) throws -> [UInt8] {
    var out = Array("MSK1".utf8)
    out.append(u64: keyring.generation + 1)
    out.append(u32: epoch)
    for (text, name, key) in [(a, KeyName.keysA, keys.keyring), (g, .keysG, guardianOnly)] {
      var padded: [UInt8] = []
      padded.append(u32: UInt32(text.utf8.count))
      padded += Array(text.utf8)
      while padded.count % block != 0 { padded.append(padding) }
      let seed = Entropy.system.bytes(24)
      out += seed
      out.append(u32: UInt32(padded.count))
      let own = Sealing.derive(key, name, seed, count: 44)
      out += try Sealing.seal(padded, under: own, with: out + roots.vaultID)
    }
    out += trailing
    return out + (roots.sign(.signKeys, roots.vaultID + out) ?? [])
  }

  /// The header with some bytes replaced, its code and signature made right again.
  func headerFile(
    code: Bool = true,
    signature: Bool = true,
    _ change: (inout [UInt8]) -> Void
  ) throws -> [UInt8] {
    var out = header.bytes
    change(&out)
    if code {
      out.replaceSubrange(16_288..<16_320, with: Sealing.mac(keys.headerMAC, out[..<16_288]))
    }
    let signed = roots.sign(.signHeader, Array(out[..<16_320])) ?? []
    if signature { out.replaceSubrange(16_320..., with: signed) }
    return out
  }

  /// Puts files into the folder in place of those that belong there.
  func put(_ files: [String: [UInt8]]) throws {
    for (name, bytes) in whole.merging(files, uniquingKeysWith: { $1 }) {
      try disk.write(fixture.places.folder + "/" + name, bytes)
    }
  }

  /// What this program says of the folder, where the record was never seen.
  var ours: Answer {
    Answer(
      of: fixture.places.folder,
      state: fixture.root + "/elsewhere",
      stretched: Fixture.key,
      fixture: fixture
    )
  }
}
