internal import Casework
internal import Crypto
internal import Foundation

extension OpenRecord {
  /// Makes a new record and opens it.
  ///
  /// Everything is written in a folder beside it, synced, and then given its name: there is a whole
  /// record or none.
  ///
  /// - Parameters:
  ///   - places: The folder must not exist; the folders around it are made.
  ///   - passphrase: Refused when it is weak.
  ///   - options: The zone, the recovery key, the cost of a guess.
  ///   - surroundings: The disk, the clock, random numbers.
  /// - Returns: The open record, with two or three entries about itself.
  /// - Throws: ``VaultError``; nothing is left behind under the record's name.
  public static func create(
    _ places: Places,
    passphrase: Passphrase,
    options: CreateOptions,
    surroundings: Surroundings
  ) throws(VaultError) -> OpenRecord {
    if let fault = passphrase.fault { throw .weakPassphrase(fault) }
    return try passphrase.withSecret { secret throws(VaultError) in
      try create(
        places,
        secret: secret,
        options: options,
        surroundings: surroundings
      ) { stretch, secret, salt throws(VaultError) in
        try stretch.derive(secret, salt: salt)
      }
    }
  }

  /// Creates with whatever derives the keys: a test derives one for many records.
  static func create(
    _ places: Places,
    secret: [UInt8],
    options: CreateOptions,
    surroundings: Surroundings,
    derive: (Stretch, _ secret: [UInt8], _ salt: [UInt8]) throws(VaultError) -> SymmetricKey
  ) throws(VaultError) -> OpenRecord {
    let disk = surroundings.disk
    if disk.isThere(places.folder) { throw .alreadyExists }
    if let name = disk.untrustedFileSystem(places.parent) {
      throw .readOnly(.fileSystem(name: name))
    }
    let entropy = surroundings.entropy
    let logN = options.logN ?? Stretch.calibrated(measure: surroundings.measure)
    guard let stretch = Stretch(logN: logN, r: 8, p: 1) else {
      throw .unacceptable(reason: "kdf")
    }
    let signing = SymmetricKey(data: entropy.bytes(32))
    guard
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: Sealing.bytes(of: signing))
    else { throw .unacceptable(reason: "seed") }
    let roots = Roots(
      vaultID: entropy.bytes(16),
      masterKey: SymmetricKey(data: entropy.bytes(32)),
      seed: signing,
      guardianPublicKey: Array(key.publicKey.rawRepresentation)
    )
    let salt = entropy.bytes(32)
    var ring = Keyring()
    ring.zone = options.zone.identifier
    var slots: [[UInt8]] = []
    var own: SlotKey?
    var secrets: [(Slot.Kind, [UInt8])] = [(.passphrase, secret)]
    if let recovery = options.recoveryKey {
      secrets.append((.recovery, Array(recovery.characters.utf8)))
    }
    let first = EpochKeys(masterKey: roots.masterKey, vaultID: roots.vaultID, epoch: 1)
    let now = options.zone.local(surroundings.clock())
    for (kind, secret) in secrets {
      let key = try SlotKey(
        try derive(stretch, secret, salt),
        vaultID: roots.vaultID,
        slotID: entropy.bytes(16)
      )
      let publicKey = key.publicKey
      ring.ways[key.slotID.hex] = Keyring.Way(
        slotID: key.slotID.hex,
        publicKey: publicKey.hex,
        since: now
      )
      slots.append(
        try Slot.seal(
          roots,
          kind: kind,
          slotID: key.slotID,
          to: publicKey,
          keys: first,
          entropy: entropy
        )
      )
      own = own ?? key
    }
    let headerBytes = try Header.make(
      Header.Content(
        generation: 1,
        epoch: 1,
        stretch: stretch,
        salt: salt,
        slots: slots,
        olderKeys: Header.noOlderKeys
      ),
      roots: roots,
      entropy: entropy
    )
    let header = try Header(headerBytes)
    guard let own else { throw .unacceptable(reason: "no passphrase") }
    let unlocked = try Unlocked(header, roots, own: own)
    let keysBytes = try ring.seal(roots: roots, keys: first, entropy: entropy)
    let frames = try unlocked.codec.seal(
      [try firstText(header, keysBytes, options.zone, surroundings)],
      after: (0, unlocked.codec.genesis),
      epoch: 1,
      roots: roots,
      entropy: entropy
    )
    try lay(
      places,
      [
        ("header", headerBytes), ("header.bak", headerBytes), ("keys", keysBytes),
        ("keys.bak", keysBytes), ("log", frames.flatMap { $0 }), ("lock", []),
        ("spare", [UInt8](repeating: 0, count: options.spareBytes)),
      ],
      surroundings
    )
    return try finishOpening(
      places,
      unlocked: unlocked,
      doors: nil,
      options: OpenOptions(),
      surroundings: surroundings,
      isNew: true
    )
  }

  /// The first act: the files of generation 1 and the zone.
  private static func firstText(
    _ header: Header,
    _ keys: [UInt8],
    _ zone: Zone,
    _ surroundings: Surroundings
  ) throws(VaultError) -> FrameCodec.Text {
    var random = surroundings.entropy
    let now = zone.local(surroundings.clock())
    let bodies: [any Entry] = [
      StoreChanged(file: "header", generation: 1, sha256: header.hash),
      StoreChanged(file: "keys", generation: 1, sha256: Sealing.sha256(keys).hex),
      SettingsChanged(zone: zone.identifier),
    ]
    var lines: [String] = []
    for body in bodies {
      let stamp = Stamp(
        id: EntryID(rawValue: UUIDv7.make(at: now, random: &random)),
        child: nil,
        occurredAt: now,
        recordedAt: now,
        by: "guardian"
      )
      lines.append(
        ActText.line(stamp, type: ActText.type(body), body: try ActText.body(body))
      )
    }
    let text = ActText.entries(lines, act: UUIDv7.make(at: now, random: &random))
    return FrameCodec.Text(keyID: FrameCodec.noKeyID, key: nil, plain: text)
  }

  /// Writes the files in a folder of another name, and gives it its own.
  private static func lay(
    _ places: Places,
    _ files: [(name: String, bytes: [UInt8])],
    _ surroundings: Surroundings
  ) throws(VaultError) {
    let disk = surroundings.disk
    let temporary = places.folder + ".tmp-" + surroundings.entropy.bytes(4).hex
    do throws(DiskError) {
      try makeFolders(places.parent, disk)
      try disk.makeFolder(temporary)
      for folder in ["drafts", "torn", "documents", "access"] {
        try disk.makeFolder(temporary + "/" + folder)
      }
      for (name, bytes) in files { try disk.writeSynced(temporary + "/" + name, bytes) }
      try disk.syncFolder(temporary)
      if disk.isThere(places.folder) { throw DiskError(call: "rename", code: EEXIST) }
      try disk.rename(temporary, to: places.folder)
      try disk.syncFolder(places.parent)
    } catch {
      if error.code == EEXIST { throw .alreadyExists }
      throw .notSaved(reason: error.code == ENOSPC ? .full : .write, errno: error.code)
    }
  }
}
