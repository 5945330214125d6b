internal import Crypto
internal import Foundation

@testable import Vault

extension Malformed {
  private static let wrong = tampered("keys")

  /// `keys`, signed by the guardian and named by the log.
  static let keys: [Malformed] =
    [
      Malformed("keys empty", wrong) { try $0.keys { _, _ in [] } },
      Malformed("keys of 100 bytes", wrong) { try $0.keys { Array($1[..<100]) } },
      changed("with another magic") { $0[0] = 0 },
      changed("of an epoch that the header does not lead to") { $0[12] = 9 },
      changed("whose first length is no multiple of 4096") { $0[40] ^= 1 },
      changed("whose first length is past the end") {
        $0.replaceSubrange(40..<44, with: little(1 << 20))
      },
      changed("whose first length is 2^32 - 4096") {
        $0.replaceSubrange(40..<44, with: little(UInt32.max - 4095))
      },
      changed("whose first length is 0") { $0.replaceSubrange(40..<44, with: little(0)) },
      changed("whose second length is past the end") { $0[4224 + 2] = 1 },
      changed("with bytes after the end") { $0 += [0] },
      changed("with 4096 bytes after the end") { $0 += [UInt8](repeating: 0, count: 4096) },
      changed("whose first tag is wrong") { $0[44 + 4096] ^= 1 },
      changed("whose second tag is wrong") { $0[$0.count - 1] ^= 1 },
      changed("of another generation than was sealed") { $0[4] ^= 8 },
      changed("whose first nonce was changed") { $0[16] ^= 1 },
      Malformed("keys signed by somebody else", wrong) {
        try $0.keys { forge, bytes in
          bytes.dropLast(64)
            + (forge.stranger().sign(.signKeys, forge.roots.vaultID + bytes.dropLast(64)) ?? [])
        }
      },
      Malformed("keys signed for another record", wrong) {
        try $0.keys { forge, bytes in
          let other = [UInt8](repeating: 1, count: 16)
          return bytes.dropLast(64)
            + (forge.roots.sign(.signKeys, other + bytes.dropLast(64)) ?? [])
        }
      },
      Malformed("keys signed as a header is", wrong) {
        try $0.keys { forge, bytes in
          bytes.dropLast(64)
            + (forge.roots.sign(.signHeader, forge.roots.vaultID + bytes.dropLast(64)) ?? [])
        }
      },
      Malformed("keys that the log does not name", wrong) { spoiler in
        let bytes = try spoiler.disk.read(spoiler.places.keys)
        let changed = spoiler.forge.keys(bytes) { $0[16] ^= 1 }
        for name in ["", ".bak"] { try spoiler.disk.write(spoiler.places.keys + name, changed) }
      },
      part("whose part is no JSON") { _, _ in "no JSON" },
      part("whose part is an array") { _, _ in "[]" },
      part("whose part has no children") { _, _ in "{}" },
      part("whose children lack their state") { json, _ in
        json.replacing(#","state":"live""#, with: "")
      },
      part("whose children have a state of their own") { json, _ in
        json.replacing("live", with: "gone")
      },
      part("whose child's key is short") { $0.replacing(text($1.key), with: hex(31)) },
      part("whose child's key is long") { $0.replacing(text($1.key), with: hex(33)) },
      part("whose child's key is no number") { $0.replacing(text($1.key), with: "zz" + hex(31)) },
      part("whose child's key is upper case") { $0.replacing(text($1.key), with: "AB" + hex(31)) },
      part("whose live child has no key") { $0.replacing(#""key":"\#(text($1.key))","#, with: "") },
      part("whose erased child has a key") { json, _ in json.replacing("live", with: "erased") },
      part("whose key ID is short") { $0.replacing("\($1.keyID)", with: hex(15)) },
      part("whose key ID is all zeros") { json, row in
        json.replacing("\(row.keyID)", with: String(repeating: "0", count: 32))
      },
      part("whose two key IDs are one") {
        $0.replacing("\($1.keyID)", with: "\($1.restrictedKeyID)")
      },
      part("whose restricted key ID is no number") {
        $0.replacing("\($1.restrictedKeyID)", with: "no")
      },
      part("whose restricted key ID the guardian has no key for") {
        $0.replacing("\($1.restrictedKeyID)", with: hex(16))
      },
      padded("whose padding is not zero") { $0[$0.count - 1] = 1 },
      padded("whose text is longer than the part") {
        $0.replaceSubrange(0..<4, with: little(9999))
      },
      padded("whose text has length 2^32 - 1") { $0.replaceSubrange(0..<4, with: little(.max)) },
      guardians("is no JSON") { _ in "{" },
      guardians("has no restricted keys") { _ in "{}" },
      guardians("has a short key") { $0.replacing(#"","keyID""#, with: #"0","keyID""#) },
    ]

  private static func changed(
    _ name: String,
    _ change: @escaping @Sendable (inout [UInt8]) -> Void
  ) -> Malformed {
    Malformed("keys " + name, wrong) { try $0.keys { $0.keys($1, change) } }
  }

  private static func text(_ key: SymmetricKey?) -> String {
    key.map { Sealing.bytes(of: $0).hex } ?? ""
  }

  private static func hex(_ bytes: Int) -> String { String(repeating: "1a", count: bytes) }

  /// Part A with a change to its JSON, given the first child's row.
  private static func part(
    _ name: String,
    _ change: @escaping @Sendable (String, Keyring.Child) -> String
  ) -> Malformed {
    Malformed("keys " + name, wrong) { spoiler in
      let row = spoiler.sample.record.keyring.children[0]
      try spoiler.keys { forge, bytes in
        forge.keys(bytes) { a, _ in a = json(a) { change($0, row) } }
      }
    }
  }

  /// Part G with a change to its JSON.
  private static func guardians(
    _ name: String,
    _ change: @escaping @Sendable (String) -> String
  ) -> Malformed {
    Malformed("keys whose guardian's part " + name, wrong) {
      try $0.keys { forge, bytes in forge.keys(bytes) { _, g in g = json(g, change) } }
    }
  }

  private static func json(_ padded: [UInt8], _ change: (String) -> String) -> [UInt8] {
    let text = String(decoding: Padding.strip(padded) ?? [], as: UTF8.self)
    return Padding.pad(Array(change(text).utf8), to: 4096)
  }

  private static func padded(
    _ name: String,
    _ change: @escaping @Sendable (inout [UInt8]) -> Void
  ) -> Malformed {
    Malformed("keys " + name, wrong) {
      try $0.keys { forge, bytes in forge.keys(bytes) { a, _ in change(&a) } }
    }
  }
}
