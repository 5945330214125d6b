internal import Casework
internal import Crypto

@testable import Vault

/// Makes files that are wrong in one place and right in all others, with the guardian's own keys:
/// what a strict reader must refuse although every signature holds.
struct Forge {
  let roots: Roots
  let codec: FrameCodec
  /// Where the log ends.
  let place: LogPlace

  init(_ record: OpenRecord) {
    roots = record.roots
    codec = record.codec
    place = record.place
  }

  // MARK: Header

  /// What of a header is made right again after it was changed.
  enum Seal {
    case nothing, signature, all
  }

  /// A header with a change, its code and its signature made again.
  func header(
    _ bytes: [UInt8],
    _ seal: Seal = .all,
    by signer: Roots? = nil,
    _ change: (inout [UInt8]) -> Void
  ) -> [UInt8] {
    var out = bytes
    change(&out)
    guard out.count == 16_384, seal != .nothing else { return out }
    let keys = EpochKeys(
      masterKey: roots.masterKey,
      vaultID: roots.vaultID,
      epoch: out.u32(40)
    )
    if seal == .all {
      out.replaceSubrange(16_288..<16_320, with: Sealing.mac(keys.headerMAC, out[..<16_288]))
    }
    let signature = (signer ?? roots).sign(.signHeader, Array(out[..<16_320])) ?? []
    out.replaceSubrange(16_320..., with: signature)
    return out
  }

  /// The commitment to this master key as that of another epoch.
  func commit(epoch: UInt32) -> [UInt8] {
    EpochKeys(masterKey: roots.masterKey, vaultID: roots.vaultID, epoch: epoch).commit
  }

  /// An entry of the table of older master keys.
  func older(_ epoch: UInt32, under current: UInt32) -> [UInt8] {
    let wrap = Sealing.derive(roots.masterKey, .oldVMK, roots.vaultID + little(current))
    let nonce = [UInt8](repeating: UInt8(epoch), count: 12)
    let key = SymmetricKey(data: Sealing.bytes(of: wrap) + nonce)
    let plain = [UInt8](repeating: 1, count: 32)
    let sealed = try? Sealing.seal(plain, under: key, with: roots.vaultID + little(epoch))
    return little(epoch) + nonce + (sealed ?? [])
  }

  // MARK: keys

  /// A file `keys` with a change, signed again.
  func keys(_ bytes: [UInt8], _ change: (inout [UInt8]) -> Void) -> [UInt8] {
    var out = Array(bytes.dropLast(64))
    change(&out)
    return out + (roots.sign(.signKeys, roots.vaultID + out) ?? [])
  }

  /// A file `keys` with a change to what is sealed in it, everything else right.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - change: Is given the padded texts of part A and part G.
  /// - Returns: The file, sealed and signed again.
  func keys(_ bytes: [UInt8], parts change: (inout [UInt8], inout [UInt8]) -> Void) -> [UInt8] {
    guard let epoch = codec.epochs[bytes.u32(12)] else { return [] }
    let length = Int(bytes.u32(40))
    let names = [
      (KeyName.keysA, epoch.keyring, 16), (.keysG, roots.guardianOnly(epoch), 60 + length),
    ]
    let texts = names.map { name, key, at in
      let from = at + 28
      let to = from + Int(bytes.u32(at + 24)) + 16
      let both = Sealing.derive(key, name, Array(bytes[at..<at + 24]), count: 44)
      return Sealing.open(bytes[from..<to], under: both, with: bytes[..<from] + roots.vaultID) ?? []
    }
    var (partA, partG) = (texts[0], texts[1])
    change(&partA, &partG)
    var out = Array(bytes[..<16])
    for ((name, key, _), text) in zip(names, [partA, partG]) {
      let seed = [UInt8](repeating: 9, count: 24)
      out += seed + little(UInt32(text.count))
      let both = Sealing.derive(key, name, seed, count: 44)
      out += (try? Sealing.seal(text, under: both, with: out + roots.vaultID)) ?? []
    }
    return out + (roots.sign(.signKeys, roots.vaultID + out) ?? [])
  }

  // MARK: Frames

  /// A frame that is about to be made wrong.
  struct Parts {
    var magic = Array("MSR1".utf8)
    /// Another length than it has.
    var length: UInt32?
    var version: UInt8 = FormatVersion.frame
    var algorithm: UInt8 = 1
    var index: UInt8 = 0
    var count: Int = 1
    var epoch: UInt32 = 1
    var seq: UInt64
    var previous: [UInt8]
    var keyID = FrameCodec.noKeyID
    var key: SymmetricKey?
    var padded: [UInt8]
    var check: (inout [UInt8]) -> Void = { _ in }
    var sealed: (inout [UInt8]) -> Void = { _ in }
    var signature: (inout [UInt8]) -> Void = { _ in }
    var label = KeyName.signRecord
    var vaultID: [UInt8]?
    var signer: Roots?
  }

  /// The parts of the next frame with a text of no child.
  func next(_ json: String) -> Parts {
    Parts(
      seq: place.seq + 1,
      previous: place.head,
      padded: Padding.pad(Array(json.utf8), to: FrameHead.block)
    )
  }

  /// The frame of some parts.
  func frame(_ parts: Parts) -> [UInt8] {
    let keys = EpochKeys(
      masterKey: roots.masterKey,
      vaultID: roots.vaultID,
      epoch: parts.epoch
    )
    let seed = [UInt8](repeating: 5, count: 24)
    var out = parts.magic
    out += little(parts.length ?? UInt32(parts.padded.count + FrameHead.overhead))
    out += [
      parts.version, parts.algorithm, parts.index, UInt8(truncatingIfNeeded: parts.count - 1),
    ]
    out += little(parts.epoch)
    out.append(u64: parts.seq)
    out += zip(parts.keyID, Sealing.mac(keys.keyID, seed)).map { $0 ^ $1 }
    out += seed + parts.previous
    var check = Array(Sealing.hash(.frameHead, out)[..<8])
    parts.check(&check)
    out += check
    let key = Sealing.derive(
      parts.key ?? keys.logVault,
      .record,
      seed,
      salt: keys.caseEpoch,
      count: 44
    )
    var sealed = (try? Sealing.seal(parts.padded, under: key, with: out + roots.vaultID)) ?? []
    parts.sealed(&sealed)
    out += sealed
    var signature =
      (parts.signer ?? roots).sign(
        parts.label,
        (parts.vaultID ?? roots.vaultID) + Sealing.sha256(out)
      )
      ?? []
    parts.signature(&signature)
    return out + signature
  }

  /// The next frame, changed.
  func frame(_ json: String = Forge.line, _ change: (inout Parts) -> Void) -> [UInt8] {
    var parts = next(json)
    change(&parts)
    return frame(parts)
  }

  /// What one entry of no child looks like.
  static let entry =
    #"{"body":{},"by":"guardian","id":"0190","occurredAt":"2026-11-22T14:05:00.000+00:00","#
    + #""recordedAt":"2026-11-22T14:05:00.000+00:00","type":"settings-changed"}"#
  static let line = #"{"act":"0190","entries":["# + entry + "]}"

  /// Somebody else, with keys of their own for the same record.
  func stranger() -> Roots {
    let seed = [UInt8](repeating: 66, count: 32)
    let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed)
    return Roots(
      vaultID: roots.vaultID,
      masterKey: roots.masterKey,
      seed: SymmetricKey(data: seed),
      guardianPublicKey: key.map { Array($0.publicKey.rawRepresentation) } ?? []
    )
  }
}
