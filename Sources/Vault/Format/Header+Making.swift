internal import Crypto

extension Header {
  /// What the next header says; the rest of it follows from the roots.
  struct Content {
    var generation: UInt64
    var epoch: UInt32
    /// Chosen when the record is made and never changed in place: every slot was made with them, and
    /// one derivation tries all.
    var stretch: Stretch
    var salt: [UInt8]
    /// At most eight of 1,536 bytes.
    var slots: [[UInt8]]
    /// 1,024 bytes.
    var olderKeys: [UInt8]
  }

  /// The table of older master keys where there is none.
  static let noOlderKeys = [UInt8](repeating: 0, count: mostOlderKeys * olderKeyBytes)

  /// Seals older master keys under the one of an epoch.
  ///
  /// - Parameters:
  ///   - older: By epoch; at most 16.
  ///   - roots: With the master key that they are sealed under.
  ///   - epoch: Of that master key.
  ///   - entropy: One of the things that the nonces are drawn from.
  /// - Returns: The table, 1,024 bytes.
  /// - Throws: ``VaultError/rotationsUsedUp`` when there is no room.
  static func olderKeys(
    _ older: [UInt32: SymmetricKey],
    under roots: Roots,
    epoch: UInt32,
    entropy: Entropy
  ) throws(VaultError) -> [UInt8] {
    guard older.count <= mostOlderKeys else { throw .rotationsUsedUp }
    let wrap = Sealing.derive(roots.masterKey, .oldVMK, roots.vaultID + little(epoch))
    let hedge = EpochKeys(masterKey: roots.masterKey, vaultID: roots.vaultID, epoch: epoch).nonce
    var out: [UInt8] = []
    for (number, key) in older.sorted(by: { $0.key < $1.key }) {
      let plain = Sealing.bytes(of: key)
      let nonce = Array(Sealing.mac(hedge, entropy.bytes(32) + little(number) + plain)[..<12])
      let keyAndNonce = SymmetricKey(data: Sealing.bytes(of: wrap) + nonce)
      out += little(number) + nonce
      out += try Sealing.seal(plain, under: keyAndNonce, with: roots.vaultID + little(number))
    }
    return out + [UInt8](repeating: 0, count: noOlderKeys.count - out.count)
  }

  /// Writes a header.
  ///
  /// - Throws: ``VaultError/tampered(what:)`` when the roots cannot sign.
  static func make(
    _ content: Content,
    roots: Roots,
    entropy: Entropy
  ) throws(VaultError) -> [UInt8] {
    let keys = EpochKeys(
      masterKey: roots.masterKey,
      vaultID: roots.vaultID,
      epoch: content.epoch
    )
    var out = Array("MAINSTAY".utf8)
    for number in [FormatVersion.major, FormatVersion.minor] {
      out += [UInt8(truncatingIfNeeded: number), UInt8(number >> 8)]
    }
    out.append(u32: UInt32(byteCount))
    out += roots.vaultID
    out.append(u64: content.generation)
    out.append(u32: content.epoch)
    out.append(u32: 0)
    out += roots.guardianPublicKey + keys.commit + content.salt
    out += [content.stretch.logN, 8, 0, 0, 1] + [UInt8](repeating: 0, count: 11)
    for slot in content.slots { out += slot }
    for _ in content.slots.count..<Slot.count { out += Slot.empty(entropy) }
    out += content.olderKeys
    out += entropy.bytes(macAt - fillAt)
    out += Sealing.mac(keys.headerMAC, out)
    guard let signature = roots.sign(.signHeader, out) else { throw .tampered(what: "seed") }
    return out + signature
  }
}
