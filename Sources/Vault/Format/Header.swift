internal import Crypto

/// The header: who may open the record, and whose signature everything else bears.
///
/// Exactly 16,384 bytes at fixed offsets; `header.bak` holds the same.
struct Header {
  static let byteCount = 16_384
  private static let slotsAt = 160
  private static let olderKeysAt = 12_448
  static let olderKeyBytes = 64
  static let mostOlderKeys = 16
  static let fillAt = 13_472
  static let macAt = 16_288
  private static let signatureAt = 16_320

  /// The bytes as they stand in the file.
  let bytes: [UInt8]
  let vaultID: [UInt8]
  let generation: UInt64
  let epoch: UInt32
  let guardianPublicKey: [UInt8]
  let verifier: Verifier

  var salt: [UInt8] { Array(bytes[112..<144]) }
  var hash: String { Sealing.sha256(bytes).hex }
  /// The parameters of the derivation; nil when they are out of bounds.
  var stretch: Stretch? {
    guard bytes[146] == 0, bytes[147] == 0, bytes[149..<160].allSatisfy({ $0 == 0 }) else {
      return nil
    }
    return Stretch(logN: bytes[144], r: bytes[145], p: bytes[148])
  }

  /// Reads and checks everything that needs no secret.
  ///
  /// - Throws: ``VaultError/newerFormat(major:)`` or ``VaultError/damagedHeader(reason:)``.
  init(_ bytes: [UInt8]) throws(VaultError) {
    guard bytes.count >= 16, Array(bytes[..<8]) == Array("MAINSTAY".utf8) else {
      throw .damagedHeader(reason: "magic")
    }
    guard bytes.count == Header.byteCount, bytes.u32(12) == UInt32(Header.byteCount) else {
      throw .damagedHeader(reason: "length")
    }
    guard let verifier = Verifier(publicKey: Array(bytes[48..<80])),
      verifier.isSigned(
        bytes[Header.signatureAt...],
        .signHeader,
        Array(bytes[..<Header.signatureAt])
      )
    else { throw .damagedHeader(reason: "signature") }
    guard bytes.u16(8) == FormatVersion.major else {
      throw .newerFormat(major: Int(bytes.u16(8)))
    }
    guard bytes.u32(44) == 0 else { throw .newerFormat(major: Int(bytes.u16(8))) }
    self.bytes = bytes
    self.verifier = verifier
    vaultID = Array(bytes[16..<32])
    generation = bytes.u64(32)
    epoch = bytes.u32(40)
    guardianPublicKey = Array(bytes[48..<80])
    guard epoch > 0, epoch <= UInt32(Header.mostOlderKeys) + 1 else {
      throw .damagedHeader(reason: "epoch")
    }
    guard stretch != nil else { throw .damagedHeader(reason: "kdf") }
  }

  // MARK: Slots

  /// The bytes of a slot.
  func slot(_ index: Int) -> ArraySlice<UInt8> {
    let at = Header.slotsAt + index * Slot.byteCount
    return bytes[at..<at + Slot.byteCount]
  }

  /// What kind of way in a slot is; nil for an empty one and for kinds of a later version.
  func kind(_ index: Int) -> Slot.Kind? {
    slot(index).first.flatMap { Slot.Kind(rawValue: $0) }
  }

  /// Tries every slot with what scrypt gave, then checks what only the keys can check.
  ///
  /// - Throws: ``VaultError/wrongPassphrase`` or ``VaultError/tampered(what:)``.
  func unlock(_ stretched: SymmetricKey) throws(VaultError) -> (roots: Roots, own: SlotKey) {
    for index in 0..<Slot.count where kind(index) != nil {
      let key = try SlotKey(stretched, vaultID: vaultID, slotID: Slot.slotID(slot(index)))
      if let roots = try open(index, with: key) { return (roots, key) }
    }
    throw .wrongPassphrase
  }

  /// Opens the slot of a key that opened it in an earlier header.
  ///
  /// - Throws: ``VaultError/wrongPassphrase`` when it is there no more.
  func unlock(with key: SlotKey) throws(VaultError) -> Roots {
    for index in 0..<Slot.count where Slot.slotID(slot(index)) == key.slotID {
      if let roots = try open(index, with: key) { return roots }
    }
    throw .wrongPassphrase
  }

  private func open(_ index: Int, with key: SlotKey) throws(VaultError) -> Roots? {
    switch Slot.open(slot(index), with: key, vaultID: vaultID) {
    case .closed: return nil
    case .tampered: throw .tampered(what: "slot")
    case .open(let roots):
      try check(roots)
      return roots
    }
  }

  /// Holds a header against the roots of a slot that was opened.
  func check(_ roots: Roots) throws(VaultError) {
    guard roots.guardianPublicKey == guardianPublicKey else {
      throw .tampered(what: "guardian's key")
    }
    guard roots.signingKey.map({ Array($0.publicKey.rawRepresentation) }) == guardianPublicKey
    else { throw .tampered(what: "signing key") }
    let keys = EpochKeys(masterKey: roots.masterKey, vaultID: vaultID, epoch: epoch)
    guard SymmetricKey(data: keys.commit) == SymmetricKey(data: bytes[80..<112]) else {
      throw .tampered(what: "master key")
    }
    let code = bytes[Header.macAt..<Header.signatureAt]
    guard Sealing.isMAC(code, keys.headerMAC, bytes[..<Header.macAt])
    else { throw .tampered(what: "header code") }
  }

  // MARK: Epochs

  /// The keys of every epoch that the header leads to, by number.
  ///
  /// - Throws: ``VaultError/tampered(what:)`` when an older master key does not open.
  func epochs(_ roots: Roots) throws(VaultError) -> [UInt32: EpochKeys] {
    var out: [UInt32: EpochKeys] = [:]
    for (number, key) in try masterKeys(roots) {
      out[number] = EpochKeys(masterKey: key, vaultID: vaultID, epoch: number)
    }
    return out
  }

  /// The master keys of this epoch and of every older one, by number.
  ///
  /// - Throws: ``VaultError/tampered(what:)`` when an older one does not open.
  func masterKeys(_ roots: Roots) throws(VaultError) -> [UInt32: SymmetricKey] {
    var out = [epoch: roots.masterKey]
    let wrap = Sealing.derive(roots.masterKey, .oldVMK, vaultID + little(epoch))
    for index in 0..<Header.mostOlderKeys {
      let at = Header.olderKeysAt + index * Header.olderKeyBytes
      let older = bytes.u32(at)
      if older == 0 { continue }
      let keyAndNonce = SymmetricKey(data: Sealing.bytes(of: wrap) + bytes[at + 4..<at + 16])
      guard older < epoch, out[older] == nil,
        let key = Sealing.open(
          bytes[at + 16..<at + Header.olderKeyBytes],
          under: keyAndNonce,
          with: vaultID + little(older)
        )
      else { throw .tampered(what: "older master key") }
      out[older] = SymmetricKey(data: key)
    }
    return out
  }

  /// How many more epochs the table of older master keys has room for.
  var epochsLeft: Int { Header.mostOlderKeys - Int(epoch - 1) }

  /// The table of older master keys as it stands.
  var olderKeys: ArraySlice<UInt8> { bytes[Header.olderKeysAt..<Header.fillAt] }
}
