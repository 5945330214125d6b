internal import Crypto

/// The header: who may open the record, and whose signature everything else bears.
///
/// Exactly 16,384 bytes at fixed offsets; `header.bak` holds the same.
struct Header {
  static let byteCount = 16_384
  private static let slotsAt = 160
  private static let oldKeysAt = 12_448
  private static let fillAt = 13_472
  private static let macAt = 16_288
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
    guard epoch > 0, stretch != nil else { throw .damagedHeader(reason: "kdf") }
  }

  /// Tries every slot with one derivation, then checks what only the keys can check.
  ///
  /// - Throws: ``VaultError/wrongPassphrase`` or ``VaultError/tampered(what:)``.
  func unlock(_ stretched: SymmetricKey) throws(VaultError) -> Roots {
    for index in 0..<Slot.count {
      let at = Header.slotsAt + index * Slot.byteCount
      switch Slot.open(bytes[at..<at + Slot.byteCount], stretched: stretched, vaultID: vaultID) {
      case .closed: continue
      case .tampered: throw .tampered(what: "slot")
      case .open(let roots, _, _):
        try check(roots)
        return roots
      }
    }
    throw .wrongPassphrase
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

  /// The keys of every epoch that the header leads to, by number.
  ///
  /// - Throws: ``VaultError/tampered(what:)`` when an older master key does not open.
  func epochs(_ roots: Roots) throws(VaultError) -> [UInt32: EpochKeys] {
    var out = [
      epoch: EpochKeys(masterKey: roots.masterKey, vaultID: vaultID, epoch: epoch)
    ]
    let wrap = Sealing.derive(roots.masterKey, .oldVMK, vaultID + little(epoch))
    for index in 0..<16 {
      let at = Header.oldKeysAt + index * 64
      let older = bytes.u32(at)
      if older == 0 { continue }
      let keyAndNonce = SymmetricKey(data: Sealing.bytes(of: wrap) + bytes[at + 4..<at + 16])
      guard older < epoch, out[older] == nil,
        let key = Sealing.open(
          bytes[at + 16..<at + 64],
          under: keyAndNonce,
          with: vaultID + little(older)
        )
      else { throw .tampered(what: "older master key") }
      out[older] = EpochKeys(
        masterKey: SymmetricKey(data: key),
        vaultID: vaultID,
        epoch: older
      )
    }
    return out
  }

  /// Writes a header of the first epoch.
  static func make(
    roots: Roots,
    generation: UInt64,
    stretch: Stretch,
    salt: [UInt8],
    slots: [[UInt8]],
    entropy: Entropy
  ) throws(VaultError) -> [UInt8] {
    let keys = EpochKeys(masterKey: roots.masterKey, vaultID: roots.vaultID, epoch: 1)
    var out = Array("MAINSTAY".utf8)
    for number in [FormatVersion.major, FormatVersion.minor] {
      out += [UInt8(truncatingIfNeeded: number), UInt8(number >> 8)]
    }
    out.append(u32: UInt32(byteCount))
    out += roots.vaultID
    out.append(u64: generation)
    out.append(u32: 1)
    out.append(u32: 0)
    out += roots.guardianPublicKey + keys.commit + salt
    out += [stretch.logN, 8, 0, 0, 1] + [UInt8](repeating: 0, count: 11)
    for slot in slots { out += slot }
    for _ in slots.count..<Slot.count {
      // An empty slot: type 0, the rest random.
      out += [0] + entropy.bytes(Slot.byteCount - 1)
    }
    out += [UInt8](repeating: 0, count: fillAt - oldKeysAt)
    out += entropy.bytes(macAt - fillAt)
    out += Sealing.mac(keys.headerMAC, out)
    guard let signature = roots.sign(.signHeader, out) else { throw .tampered(what: "seed") }
    return out + signature
  }
}
