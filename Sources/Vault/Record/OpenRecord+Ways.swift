internal import Casework
internal import Crypto
internal import Foundation

/// Changing the ways into a record.
///
/// Whoever knew a passphrase and has a header of that time has the master key of that time. So taking
/// a way in away also renews the master key: what is written afterwards is sealed under keys that
/// the old way never led to.
extension OpenRecord {
  /// Puts another passphrase in the place of the present one.
  ///
  /// The recovery key goes on opening the record. Costs one key derivation.
  ///
  /// - Parameters:
  ///   - passphrase: Refused when it is weak, or when it is the present one.
  ///   - renewing: False keeps the master key: the old passphrase and an old copy of the header then
  ///     still lead to what is written later. Only for a record that cannot renew it any more.
  /// - Throws: ``VaultError``; the record is then as it was, unless it says that it is poisoned.
  public func changePassphrase(
    to passphrase: Passphrase,
    renewing: Bool = true
  ) throws(VaultError) {
    if let fault = passphrase.fault { throw .weakPassphrase(fault) }
    try changePassphrase(to: passphrase.secret, renewing: renewing) {
      stretch,
      secret,
      salt throws(VaultError) in try stretch.derive(secret, salt: salt)
    }
  }

  /// Changes it with whatever derives the key: a test derives without the cost.
  func changePassphrase(
    to secret: [UInt8],
    renewing: Bool = true,
    derive: (Stretch, _ secret: [UInt8], _ salt: [UInt8]) throws(VaultError) -> SymmetricKey
  ) throws(VaultError) {
    try replaceWay(.passphrase, with: secret, renewing: renewing, derive: derive)
  }

  /// Puts another recovery key in the place of the present one, or gives the record its first.
  ///
  /// The passphrase goes on opening the record. Costs one key derivation.
  ///
  /// - Parameters:
  ///   - key: The guardian has typed it back by now.
  ///   - renewing: As for the passphrase; a first recovery key shuts nobody out and renews nothing.
  /// - Throws: ``VaultError``; the record is then as it was, unless it says that it is poisoned.
  public func replaceRecoveryKey(
    with key: RecoveryKey,
    renewing: Bool = true
  ) throws(VaultError) {
    try replaceRecoveryKey(with: Array(key.characters.utf8), renewing: renewing) {
      stretch,
      secret,
      salt throws(VaultError) in try stretch.derive(secret, salt: salt)
    }
  }

  /// Replaces it with whatever derives the key.
  func replaceRecoveryKey(
    with secret: [UInt8],
    renewing: Bool = true,
    derive: (Stretch, _ secret: [UInt8], _ salt: [UInt8]) throws(VaultError) -> SymmetricKey
  ) throws(VaultError) {
    try replaceWay(.recovery, with: secret, renewing: renewing, derive: derive)
  }

  /// Takes the recovery key away: a forgotten passphrase cannot be replaced afterwards.
  ///
  /// - Parameter renewing: As for the passphrase.
  /// - Throws: ``VaultError/unacceptable(reason:)`` when there is none, or when it is the way in by
  ///   which the record is open.
  public func removeRecoveryKey(renewing: Bool = true) throws(VaultError) {
    try change { () throws(VaultError) in
      guard let way = waysIn.recoveryKey else { throw .unacceptable(reason: "no recovery key") }
      guard !way.isOwn else { throw .unacceptable(reason: "opened with the recovery key") }
      return try planned(.replace(.recovery, with: nil), renewing: renewing)
    }
  }

  /// Renews the master key, which begins a new epoch.
  ///
  /// Every way in stays, and nobody is asked for anything.
  /// What was written before stays readable, under its older keys.
  ///
  /// - Throws: ``VaultError/rotationsUsedUp`` after sixteen times.
  public func rotate() throws(VaultError) {
    try change { () throws(VaultError) in try planned(.keepAll, renewing: true) }
  }

  // MARK: Planning

  private enum Edit {
    case keepAll
    /// All slots of a kind go; nil puts none in their place.
    case replace(Slot.Kind, with: SlotKey?)
  }

  private func replaceWay(
    _ kind: Slot.Kind,
    with secret: [UInt8],
    renewing: Bool,
    derive: (Stretch, [UInt8], [UInt8]) throws(VaultError) -> SymmetricKey
  ) throws(VaultError) {
    guard let stretch = header.stretch else { throw .damagedHeader(reason: "kdf") }
    // Before the lock: it takes a second, in which others may write. Salt and cost never change.
    let stretched = try derive(stretch, secret, header.salt)
    try change { () throws(VaultError) in
      for index in 0..<Slot.count where header.kind(index) != nil {
        let slotID = Slot.slotID(header.slot(index))
        let same = try SlotKey(stretched, vaultID: header.vaultID, slotID: slotID)
        if keyring.ways[slotID.hex]?.publicKey == same.publicKey.hex {
          throw .weakPassphrase(.unchanged)
        }
      }
      let key = try SlotKey(
        stretched,
        vaultID: header.vaultID,
        slotID: surroundings.entropy.bytes(16)
      )
      let shutsOut = (0..<Slot.count).contains { header.kind($0) == kind }
      return try planned(.replace(kind, with: key), renewing: renewing && shutsOut)
    }
  }

  /// The header and the keys as they are to become.
  private func planned(
    _ edit: Edit,
    renewing: Bool
  ) throws(VaultError) -> (files: NewFiles, header: [UInt8], keys: [UInt8]) {
    guard !renewing || header.epochsLeft > 0 else { throw .rotationsUsedUp }
    guard let stretch = header.stretch else { throw .damagedHeader(reason: "kdf") }
    let entropy = surroundings.entropy
    let epoch = header.epoch + (renewing ? 1 : 0)
    var next = roots
    if renewing { next.masterKey = SymmetricKey(data: entropy.bytes(32)) }
    let epochKeys = EpochKeys(masterKey: next.masterKey, vaultID: next.vaultID, epoch: epoch)
    var ring = keyring
    var own = unlocked.own
    var slots = (0..<Slot.count).map { Array(header.slot($0)) }
    var fresh: Int?
    if case .replace(let kind, let key) = edit {
      let gone = slots.indices.filter { header.kind($0) == kind }
      for index in gone {
        let slotID = Slot.slotID(slots[index][...])
        ring.ways[slotID.hex] = nil
        slots[index] = Slot.empty(entropy)
        if slotID == own.slotID, let key { own = key }
      }
      if let key {
        guard let free = slots.firstIndex(where: { $0[0] == 0 }) else {
          throw .unacceptable(reason: "no free slot")
        }
        fresh = free
        slots[free][0] = kind.rawValue
        slots[free].replaceSubrange(8..<24, with: key.slotID)
        ring.ways[key.slotID.hex] = Keyring.Way(
          slotID: key.slotID.hex,
          publicKey: key.publicKey.hex,
          since: recordZone.local(surroundings.clock())
        )
      }
    }
    for index in 0..<Slot.count where slots[index][0] != 0 && (renewing || index == fresh) {
      slots[index] = try sealedAgain(slots[index], next, ring, epochKeys)
    }
    let bytes = try Header.make(
      Header.Content(
        generation: header.generation + 1,
        epoch: epoch,
        stretch: stretch,
        salt: header.salt,
        slots: slots,
        olderKeys: renewing
          ? try Header.olderKeys(
            try header.masterKeys(roots),
            under: next,
            epoch: epoch,
            entropy: entropy
          ) : Array(header.olderKeys)
      ),
      roots: next,
      entropy: entropy
    )
    // Read back as a stranger would: what cannot be opened must never be named by the log.
    let made = try Header(bytes)
    let opened = try Unlocked(made, try made.unlock(with: own), own: own)
    let keys = try ring.seal(roots: next, keys: epochKeys, entropy: entropy)
    _ = try Keyring(
      keys,
      roots: opened.roots,
      verifier: made.verifier,
      epochs: opened.codec.epochs
    )
    return (NewFiles(unlocked: opened, keyring: ring), bytes, keys)
  }

  /// One slot under new roots, from the public half that the guardian's part of `keys` has of it.
  private func sealedAgain(
    _ slot: [UInt8],
    _ roots: Roots,
    _ ring: Keyring,
    _ keys: EpochKeys
  ) throws(VaultError) -> [UInt8] {
    // A way in of a later version would be lost: better that version does it.
    guard let kind = Slot.Kind(rawValue: slot[0]) else {
      throw .newerFormat(major: Int(FormatVersion.major))
    }
    let slotID = Slot.slotID(slot[...])
    guard let way = ring.ways[slotID.hex], let publicKey = [UInt8](hex: way.publicKey, count: 32)
    else { throw .tampered(what: "slot") }
    return try Slot.seal(
      roots,
      kind: kind,
      slotID: slotID,
      to: publicKey,
      keys: keys,
      entropy: surroundings.entropy
    )
  }

  // MARK: Doing

  /// Replaces header and keys under the lock; the act that names them is of the old epoch.
  private func change(
    _ plan: () throws(VaultError) -> (files: NewFiles, header: [UInt8], keys: [UInt8])
  ) throws(VaultError) {
    try turn { () throws(VaultError) in
      if let readOnly { throw .readOnly(readOnly) }
      let held = try lock()
      defer { held.release() }
      try catchUp(underLock: true)
      // What is named now must be in its place: `X.new` may be its only copy.
      if needsMending(named) { try mend(named) }
      let (files, header, keys) = try plan()
      var acts = ActPlan(keyring: keyring, surroundings: surroundings, zone: recordZone)
      let now = surroundings.clock()
      try acts.add(
        Act(child: nil, entries: files.named.map { NewEntry(occurredAt: now, body: $0) })
      )
      try writeNew([(places.header, header), (places.keys, keys)])
      let first = place.seq + 1
      do throws(VaultError) {
        try write(acts.acts.flatMap(\.texts))
      } catch {
        withdraw(files)
        throw error
      }
      replace(files)
      raiseHighWater()
      try addOwn(acts.acts, from: first)
    }
  }
}
