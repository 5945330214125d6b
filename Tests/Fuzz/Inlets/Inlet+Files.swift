import Crypto
import Foundation
import TestSupport

@testable import Casework
@testable import Vault

/// The small files beside the log.
extension Inlet {
  /// `keys` as it lies in the folder (first byte 0); any bytes that the guardian's key signed (1);
  /// or two parts of any text, sealed and signed as the format asks (2, parted by 0xFF).
  static let keyring = Inlet(
    "keys",
    longest: 12_000,
    words: [
      "MSK1", "\"children\"", "\"restricted\"", "\"slots\"", "\"state\"", "\"live\"",
      "\"erased\"", "\"keyID\"", "\"key\"", "null", "[]", "{}", "\"names\"", "\"slotID\"",
    ],
    seeds: {
      guard let vault = MadeUpVault.shared else { return [] }
      let row =
        #"{"id":"c","keyID":"\#(String(repeating: "0a", count: 16))","names":["x"],"ref":"K01","#
        + #""restrictedKeyID":"\#(String(repeating: "0b", count: 16))","state":"live","#
        + #""key":"\#(String(repeating: "0c", count: 32))"}"#
      let guardians = Array(#"{"restricted":[],"slots":[]}"#.utf8)
      return [
        [0] + vault.keyring, [1] + vault.keyring.dropLast(64),
        [2] + Array("{\"children\":[\(row)]}".utf8) + [0xFF] + guardians,
        [2] + Array("{\"children\":[\(row),\(row)]}".utf8) + [0xFF] + guardians,
        [2] + Array("{\"children\":[]}".utf8) + [0xFF] + guardians,
      ]
    },
    check: { input in
      guard let vault = MadeUpVault.shared else { return "no made-up vault" }
      let mode = input.first ?? 0
      var bytes = Array(input.dropFirst())
      if mode > 1 {
        let parts = bytes.split(separator: 0xFF, maxSplits: 1, omittingEmptySubsequences: false)
        guard let sealed = sealed(parts.map { Array($0) }, vault) else { return "not sealed" }
        bytes = sealed
      }
      if mode > 0 {
        guard let signature = vault.roots.sign(.signKeys, vault.roots.vaultID + bytes) else {
          return "not signed"
        }
        bytes += signature
      }
      func read(_ bytes: [UInt8]) -> Keyring? {
        try? Keyring(
          bytes,
          roots: vault.roots,
          verifier: vault.codec.verifier,
          epochs: vault.epochs
        )
      }
      guard var ring = read(bytes) else { return nil }
      for child in ring.children { _ = (ring.child(child.id), ring.child(ref: child.ref)) }
      let before = ring
      let entropy = MadeUpVault.entropy(5)
      guard let written = try? ring.seal(roots: vault.roots, keys: vault.keys, entropy: entropy)
      else { return "read and not written" }
      guard let again = read(written) else { return "written and not read" }
      return again.children == before.children && again.ways == before.ways
        && again.generation > before.generation ? nil : "written and read otherwise"
    }
  )

  private static func sealed(_ parts: [[UInt8]], _ vault: MadeUpVault) -> [UInt8]? {
    var out = Array("MSK1".utf8)
    out.append(u64: 3)
    out.append(u32: 1)
    for (index, part) in parts.prefix(2).enumerated() {
      let padded = Padding.pad(part, to: 4096)
      let seed = [UInt8](repeating: UInt8(index), count: 24)
      out += seed
      out.append(u32: UInt32(padded.count))
      let key = index == 0 ? vault.keys.keyring : vault.roots.guardianOnly(vault.keys)
      let keyAndNonce = Sealing.derive(key, index == 0 ? .keysA : .keysG, seed, count: 44)
      guard
        let sealed = try? Sealing.seal(padded, under: keyAndNonce, with: out + vault.roots.vaultID)
      else { return nil }
      out += sealed
    }
    return out
  }

  /// A draft as it lies in the folder (first byte 0), or its text behind the seal.
  static let draft = Inlet(
    "draft",
    longest: 6000,
    words: ["MSD1", "\"id\"", "\"text\"", "\"savedAt\"", "\"form\"", "\"child\"", "null"],
    seeds: {
      guard let vault = MadeUpVault.shared else { return [] }
      let json =
        #"{"id":"a","form":"quick-entry","text":"minh seen","savedAt":"2026-11-22T14:00Z"}"#
      let file = try? DraftFile.seal(Array(json.utf8), vault.roots, vault.keys, surroundings)
      return [[0] + (file ?? []), [1] + Array(json.utf8), [1], [0]]
    },
    check: { input in
      guard let vault = MadeUpVault.shared else { return "no made-up vault" }
      var bytes = Array(input.dropFirst())
      let isText = input.first ?? 0 != 0
      if isText {
        guard let sealed = try? DraftFile.seal(bytes, vault.roots, vault.keys, surroundings) else {
          return "not sealed"
        }
        if DraftFile.open(sealed, vault.roots, vault.epochs)?.json != bytes {
          return "sealed and not opened"
        }
        bytes = sealed
      }
      guard let json = DraftFile.open(bytes, vault.roots, vault.epochs)?.json,
        let draft = try? JSONDecoder().decode(Draft.self, from: Data(json))
      else { return nil }
      guard let again = try? JSONEncoder().encode(draft),
        let same = try? JSONDecoder().decode(Draft.self, from: again)
      else { return "read and not written" }
      return same.text == draft.text && same.id == draft.id ? nil : "written and read otherwise"
    }
  )

  private static let surroundings = Surroundings(
    disk: RealDisk(),
    clock: { Moment(milliseconds: 0) },
    entropy: MadeUpVault.entropy(6),
    measure: { _ in .zero },
    holder: "fuzz"
  )

  /// What this computer remembers of a record, as it lies in the state folder (first byte 0), or with
  /// its code made to fit.
  static let highWater = Inlet(
    "high-water-mark",
    longest: 256,
    seeds: {
      guard let vault = MadeUpVault.shared else { return [] }
      let mark = HighWater(
        epoch: 1,
        place: LogPlace(seq: 3, head: vault.codec.genesis, size: 900, lastOffset: 400),
        headerHash: [UInt8](repeating: 1, count: 32),
        keysHash: [UInt8](repeating: 2, count: 32),
        at: Moment(milliseconds: 1_780_000_000_000)
      )
      let bytes = mark.seal(vaultID: vault.roots.vaultID, key: vault.roots.highWaterKey)
      return [[0] + bytes, [1] + bytes.dropLast(32), [1], [0]]
    },
    check: { input in
      guard let vault = MadeUpVault.shared else { return "no made-up vault" }
      var bytes = Array(input.dropFirst())
      if input.first ?? 0 != 0 { bytes += Sealing.mac(vault.roots.highWaterKey, bytes) }
      let id = vault.roots.vaultID
      guard let mark = HighWater(bytes, vaultID: id, key: vault.roots.highWaterKey) else {
        return nil
      }
      return mark.seal(vaultID: id, key: vault.roots.highWaterKey) == bytes
        ? nil : "read and written otherwise"
    }
  )
}
