import Crypto

@testable import Vault

/// Who may open the record.
extension Inlet {
  /// The header as it lies in the folder; or, behind the signature, one that the guardian's key
  /// signed however odd it is.
  ///
  /// A first byte of 0: the bytes are the file. Otherwise patches of a header that is in order,
  /// `offset u16 ‖ count u8 ‖ bytes`; then 1: signed; 2: and its code and commitment made to fit.
  static let header = Inlet(
    "header",
    longest: 17_000,
    words: ["MAINSTAY", "\u{0}\u{0}\u{0}\u{0}"],
    seeds: {
      guard let vault = MadeUpVault.shared else { return [] }
      return [
        [0] + vault.header, [0], [1], [2], [1, 144, 0, 1, 58], [2, 144, 0, 1, 20], [2, 8, 0, 1, 1],
        [2, 40, 0, 4, 2, 0, 0, 0], [2, 0xA0, 0x30, 4, 1, 0, 0, 0], [2, 44, 0, 1, 1],
        [2, 32, 0, 8] + [UInt8](repeating: 255, count: 8), [1, 160, 0, 1, 2], [2, 184, 0, 2, 1, 2],
      ]
    },
    check: { input in
      guard let vault = MadeUpVault.shared else { return "no made-up vault" }
      let mode = input.first ?? 0
      var bytes = Array(input.dropFirst())
      if mode != 0 {
        bytes = patched(vault.header, with: bytes)
        if let fault = sign(&bytes, vault, fits: mode > 1) { return fault }
      }
      guard let header = try? Header(bytes) else { return nil }
      if header.bytes != bytes { return "other bytes than were read" }
      guard let stretch = header.stretch, Stretch.accepted.contains(stretch.logN) else {
        return "a cost that was not checked"
      }
      if header.epoch == 0 { return "epoch 0" }
      guard let roots = try? header.unlock(MadeUpVault.stretched).roots else { return nil }
      if roots.guardianPublicKey != header.guardianPublicKey { return "another guardian's key" }
      guard let epochs = try? header.epochs(roots) else { return nil }
      return epochs.count <= 17 && epochs.keys.allSatisfy { (1...header.epoch).contains($0) }
        ? nil : "epochs that cannot be"
    }
  )

  private static func patched(_ bytes: [UInt8], with patches: [UInt8]) -> [UInt8] {
    var out = bytes
    var at = 0
    while at + 3 <= patches.count {
      let offset = Int(patches.u16(at))
      let patch = patches[(at + 3)...].prefix(Int(patches[at + 2]))
      for (index, byte) in patch.enumerated() where offset + index < out.count {
        out[offset + index] = byte
      }
      at += 3 + patch.count
    }
    return out
  }

  private static func sign(_ bytes: inout [UInt8], _ vault: MadeUpVault, fits: Bool) -> String? {
    bytes.replaceSubrange(48..<80, with: vault.roots.guardianPublicKey)
    if fits {
      let vaultID = Array(bytes[16..<32])
      let keys = EpochKeys(
        masterKey: vault.roots.masterKey,
        vaultID: vaultID,
        epoch: bytes.u32(40)
      )
      bytes.replaceSubrange(80..<112, with: keys.commit)
      bytes.replaceSubrange(16_288..<16_320, with: Sealing.mac(keys.headerMAC, bytes[..<16_288]))
    }
    guard let signature = vault.roots.sign(.signHeader, Array(bytes[..<16_320])) else {
      return "not signed"
    }
    bytes.replaceSubrange(16_320..<16_384, with: signature)
    return nil
  }

  /// What somebody who knows the slot's public key can agree on with it.
  private static func agreement(_ vault: MadeUpVault) -> (half: [UInt8], shared: SymmetricKey)? {
    let secret = [UInt8](repeating: 3, count: 32)
    guard let own = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: secret),
      let other = try? Curve25519.KeyAgreement.PublicKey(
        rawRepresentation: vault.slotKey.publicKey
      ), let shared = try? own.sharedSecretFromKeyAgreement(with: other)
    else { return nil }
    return (
      Array(own.publicKey.rawRepresentation), shared.withUnsafeBytes { SymmetricKey(data: $0) }
    )
  }

  /// A slot as it lies in the header (first byte 0), or one whose payload somebody who knows the
  /// passphrase sealed.
  static let slot = Inlet(
    "slot",
    longest: 1600,
    seeds: {
      guard let vault = MadeUpVault.shared else { return [] }
      let payload =
        Sealing.bytes(of: vault.roots.masterKey) + Sealing.bytes(of: vault.roots.seed)
        + vault.roots.guardianPublicKey + (vault.roots.accessPublicKey ?? [])
      return [[0] + vault.header[160..<1696], [1] + payload, [2] + payload, [1]]
    },
    check: { input in
      guard let vault = MadeUpVault.shared else { return "no made-up vault" }
      let mode = input.first ?? 0
      var bytes = Array(input.dropFirst())
      if mode != 0 {
        var head: [UInt8] = [mode] + [UInt8](repeating: 0, count: 7) + vault.slotID
        guard let (half, shared) = agreement(vault) else { return "no agreement" }
        head += half
        let context = vault.roots.vaultID + vault.slotID + half + vault.slotKey.publicKey
        let all = Sealing.bytes(of: Sealing.derive(shared, .slot, context, count: 76))
        head += all[44...]
        guard
          let sealed = try? Sealing.seal(
            bytes,
            under: SymmetricKey(data: all[..<44]),
            with: head
          )
        else { return "not sealed" }
        let rest = [UInt8](repeating: 0, count: Slot.byteCount)
        bytes = Array((head + sealed + rest).prefix(Slot.byteCount))
      }
      switch Slot.open(
        bytes[...],
        with: vault.slotKey,
        vaultID: vault.roots.vaultID
      ) {
      case .closed, .tampered: return nil
      case .open(let roots):
        return roots.accessPublicKey == nil ? "opened without a key for access notes" : nil
      }
    }
  )

  /// The recovery key as somebody types it.
  static let recoveryKey = Inlet(
    text: "recovery-key",
    longest: 256,
    words: ["-", " ", "O", "I", "L", "U"],
    seeds: (0..<4).map { RecoveryKey(random: MadeUpVault.entropy($0)).shown } + ["7ZZZ-ZZZZ", "ı"],
    check: { typed in
      guard let key = RecoveryKey(typed: typed) else { return nil }
      if RecoveryKey(typed: key.shown) != key { return "what is shown reads otherwise" }
      return key.characters.utf8.count == 26 ? nil : "not 26 characters"
    }
  )

  /// A passphrase as somebody types it.
  static let passphrase = Inlet(
    text: "passphrase",
    longest: 1024,
    words: ["\u{301}", "12345", "password", "\u{A0}"],
    seeds: ["plum kettle orbit seven lantern", "đi chợ với bà ngoại", "123456789012345", "aaaaaa"],
    check: { typed in
      let passphrase = Passphrase(typed)
      if passphrase.fault == nil, passphrase.secret.isEmpty { return "an empty secret accepted" }
      return "\(passphrase)" == "[hidden]" ? nil : "it prints itself"
    }
  )
}
