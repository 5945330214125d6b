internal import Casework
internal import Crypto
internal import Foundation
internal import Glibc
internal import Testing

@testable import Vault

/// Every place that refuses, made to refuse (`.ci/nightly/coverage` names those that nothing does).
@Suite("Whatever cannot be done is said, each with its own reason")
struct ErrorSitesTests {
  let disk = AilingDisk()
  let fixture: Fixture

  init() throws {
    try disk.base.makeFolder("/v")
    fixture = Fixture(disk: disk, root: "/v")
  }

  // MARK: Acts

  @Test("An act that breaks a rule is refused by the rule's name, and the record is as it was")
  func acts() throws {
    let record = try fixture.createFast()
    let child = try record.openChild("K01", note: "one")
    let stranger = ChildID(rawValue: record.newID())
    let log = try disk.read(fixture.places.log)
    func part(_ child: ChildID?, _ ref: String? = nil, _ entries: [NewEntry]? = nil) -> ActPart {
      ActPart(
        child: child,
        openingRef: ref,
        by: "guardian",
        entries: entries ?? [record.entry("x")]
      )
    }
    func body(_ body: any Entry) -> [NewEntry] {
      [NewEntry(occurredAt: Fixture.start, body: body)]
    }
    let hidden = [record.entry("x", restricted: .health)]
    let long = [record.entry(String(repeating: "x", count: FrameHead.mostText))]
    let crowd = (0..<256).map { part(ChildID(rawValue: "c\($0)"), "U-\(1000 + $0)") }
    let wrong: [(reason: String, parts: [ActPart])] = [
      ("ref without a child", [part(nil, "K02")]), ("child known", [part(child, "K02")]),
      ("child unknown", [part(stranger)]), ("empty act", []), ("empty act", [part(child, nil, [])]),
      ("restricted", [part(nil, nil, hidden)]), ("length", [part(child, nil, long)]),
      ("frames", (0..<257).map { _ in part(child) }),
      // One frame more than fits: the act that names the new keys goes with it.
      ("frames", crowd),
      ("body", [part(child, nil, body(UnknownEntry(writtenType: "later", json: "{\"a\":}")))]),
      ("body", [part(child, nil, body(Unwritable()))]),
    ]
    for (reason, parts) in wrong {
      #expect(throws: VaultError.unacceptable(reason: reason)) {
        try record.keep(Act(parts: parts))
      }
      #expect(try disk.read(fixture.places.log) == log, "\(reason)")
    }
    #expect(record.readOnlyReason == nil)
    #expect(try fixture.openFast().caseload().map(\.ref) == ["K01"])
    try record.note("still kept", child)
  }

  // MARK: Keys that do not fit

  @Test("The guardian's part of keys with a key that is none is refused")
  func wrongKeys() throws {
    let record = try fixture.createFast()
    for part in [
      #"{"restricted":[{"keyID":"0a","key":"short"}],"slots":[]}"#,
      #"{"restricted":[],"slots":[{"slotID":"0a","publicKey":"ABCD","kind":1}]}"#,
    ] {
      #expect(throws: VaultError.tampered(what: "keys")) {
        try keys(record, #"{"children":[]}"#, part)
      }
    }
    #expect(try keys(record, #"{"children":[]}"#, Self.emptyG).children.isEmpty)
  }

  @Test("A header is only its own guardian's, and a seed that is none signs nothing")
  func roots() throws {
    let record = try fixture.createFast()
    let own = record.roots
    func roots(seed: Int, publicKey: [UInt8]) -> Roots {
      Roots(
        vaultID: own.vaultID,
        masterKey: own.masterKey,
        seed: SymmetricKey(data: [UInt8](repeating: 5, count: seed)),
        guardianPublicKey: publicKey
      )
    }
    #expect(throws: VaultError.tampered(what: "guardian's key")) {
      try record.header.check(roots(seed: 32, publicKey: [UInt8](repeating: 5, count: 32)))
    }
    let seedless = roots(seed: 31, publicKey: own.guardianPublicKey)
    #expect(throws: VaultError.tampered(what: "signing key")) {
      try record.header.check(roots(seed: 32, publicKey: own.guardianPublicKey))
    }
    let keys = try #require(record.codec.epochs[1])
    var ring = Keyring()
    #expect(throws: VaultError.tampered(what: "seed")) {
      try ring.seal(roots: seedless, keys: keys, entropy: .system)
    }
    let stretch = try #require(Stretch(logN: 15, r: 8, p: 1))
    #expect(throws: VaultError.tampered(what: "seed")) {
      try Header.make(
        Header.Content(
          generation: 1,
          epoch: 1,
          stretch: stretch,
          salt: [UInt8](repeating: 0, count: 32),
          slots: [],
          olderKeys: Header.noOlderKeys
        ),
        roots: seedless,
        entropy: .system
      )
    }
    let text = FrameCodec.Text(keyID: FrameCodec.noKeyID, key: nil, plain: [1])
    func seal(_ texts: [FrameCodec.Text], epoch: UInt32 = 1, _ roots: Roots) throws {
      _ = try record.codec.seal(
        texts,
        after: (0, record.codec.genesis),
        epoch: epoch,
        roots: roots,
        entropy: .system
      )
    }
    #expect(throws: VaultError.tampered(what: "seed")) { try seal([text], seedless) }
    #expect(throws: VaultError.tampered(what: "epoch")) { try seal([text], epoch: 9, own) }
    #expect(throws: VaultError.unacceptable(reason: "frames")) { try seal([], own) }
    var long = text
    long.plain = [UInt8](repeating: 1, count: FrameHead.mostText)
    #expect(throws: VaultError.unacceptable(reason: "length")) { try seal([long], own) }
  }

  // MARK: Making a record

  @Test("A record that cannot be made leaves nothing under its name")
  func making() throws {
    func create(logN: UInt8 = 15, entropy: Entropy = .system) throws {
      _ = try OpenRecord.create(
        fixture.places,
        secret: [],
        options: CreateOptions(zone: .london, logN: logN, spareBytes: 16),
        surroundings: fixture.surroundings(entropy: entropy)
      ) { _, _, _ in Fixture.key }
    }
    #expect(throws: VaultError.unacceptable(reason: "kdf")) { try create(logN: 14) }
    #expect(throws: VaultError.unacceptable(reason: "seed")) {
      try create(entropy: Entropy { count in [UInt8](repeating: 1, count: count / 2) })
    }
    for (code, reason) in [(ENOSPC, NotSavedReason.full), (EIO, .write)] {
      disk.ail { call, path in call == "write" && path.hasSuffix("/keys") ? code : nil }
      #expect(throws: VaultError.notSaved(reason: reason, errno: code)) { try create() }
    }
    disk.ail { call, _ in call == "rename" ? EEXIST : nil }
    #expect(throws: VaultError.alreadyExists) { try create() }
    disk.ail(nil)
    #expect(!disk.isThere(fixture.places.folder))
    // Another program made one meanwhile.
    disk.letAppear(fixture.places.folder)
    #expect(throws: VaultError.alreadyExists) { try create() }
  }

  static let emptyG = #"{"restricted":[],"slots":[]}"#

  /// A keys file with any text in its two parts, sealed and signed as the format asks, and opened.
  private func keys(_ record: OpenRecord, _ a: String, _ g: String) throws -> Keyring {
    let epoch = try #require(record.codec.epochs[1])
    var out = Array("MSK1".utf8)
    out.append(u64: 2)
    out.append(u32: 1)
    for (text, name, key) in [
      (a, KeyName.keysA, epoch.keyring), (g, .keysG, record.roots.guardianOnly(epoch)),
    ] {
      let padded = Padding.pad(Array(text.utf8), to: 4096)
      let seed = [UInt8](repeating: 1, count: 24)
      out += seed
      out.append(u32: UInt32(padded.count))
      let keyAndNonce = Sealing.derive(key, name, seed, count: 44)
      out += try Sealing.seal(padded, under: keyAndNonce, with: out + record.roots.vaultID)
    }
    let signature = record.roots.sign(.signKeys, record.roots.vaultID + out)
    return try Keyring(
      out + (try #require(signature)),
      roots: record.roots,
      verifier: record.codec.verifier,
      epochs: record.codec.epochs
    )
  }
}

/// An entry that JSON has no form for.
private struct Unwritable: Entry {
  static let type = "unwritable"
  var number = Double.infinity
}
