internal import Casework
internal import Crypto

@testable import Vault

extension Malformed {
  private static let text = Outcome.damaged(seq: 9, "text")

  /// Texts of frames that are sealed and signed as they should be.
  static let texts: [Malformed] =
    [
      json("that is empty", ""),
      json("that is no JSON", "a note"),
      json("that is an array", "[\(Forge.line)]"),
      json("with something before it", "x" + Forge.line),
      json("with something after it", Forge.line + "x"),
      json("with a second object after it", Forge.line + Forge.line),
      json("cut short", String(Forge.line.dropLast())),
      json("with a mark of byte order", "\u{FEFF}" + Forge.line),
      json("without an act", Forge.line.replacing(#""act":"0190","#, with: "")),
      json("whose act is a number", Forge.line.replacing(#""act":"0190""#, with: #""act":190"#)),
      json("without entries", #"{"act":"0190"}"#),
      json("with no entry", #"{"act":"0190","entries":[]}"#),
      json("whose entries are an object", #"{"act":"0190","entries":{}}"#),
      json("with an entry that is a string", #"{"act":"0190","entries":["a"]}"#),
      json("with entries and stubs", Forge.line.dropLast() + #","stubs":[]}"#),
      json("whose stubs are an object", #"{"act":"0190","stubs":{}}"#),
      json("with a member twice", Forge.line.dropLast() + #","act":"0190"}"#),
      json("with a member twice, escaped", Forge.line.dropLast() + #","\u0061ct":"0190"}"#),
      json("with a comma too many", Forge.line.replacing("]}", with: "],}")),
      json("with an entry too few", Forge.line.replacing("[{", with: "[,{")),
      json("with single quotes", Forge.line.replacing("\"", with: "'")),
      json("with a line break in a string", Forge.line.replacing("guardian", with: "guard\nian")),
      json("with an escape that means nothing", Forge.line.replacing("guardian", with: #"\q"#)),
      json("with half a surrogate", Forge.line.replacing("guardian", with: #"\uD83D"#)),
      json("with a short escape", Forge.line.replacing("guardian", with: #"\u00e"#)),
      json(
        "nested 70 deep",
        Forge.line.replacing(
          #""body":{}"#,
          with: #""body":{"a":"# + String(repeating: "[", count: 70)
            + String(repeating: "]", count: 70) + "}"
        )
      ),
      entry("whose body is a string", #""body":{}"#, #""body":"text""#),
      entry("whose body is null", #""body":{}"#, #""body":null"#),
      entry("whose ID is a number", #""id":"0190""#, #""id":190"#),
      entry("that happened at no moment", "2026-11-22T14:05:00.000+00:00", "yesterday"),
      entry("that happened at a moment without its offset", "00.000+00:00", "00.000"),
      entry("that happened in the 13th month", "2026-11-22", "2026-13-22"),
      entry("of a child in a frame of none", #""by""#, #""child":"c","by""#),
      bytes("that is not UTF-8") { $0[$0.count - 60] = 0xFF },
      bytes("with a zero byte in a string") { $0[$0.count - 60] = 0 },
    ]
    + ["body", "by", "id", "occurredAt", "recordedAt", "type"].map { member in
      entry("without " + member, "\"\(member)\"", "\"other\"")
    }
    + [
      child("of no child under a child's key", restricted: false) { Forge.line },
      child("of another child", restricted: false) { child in
        Forge.line.replacing(#""by""#, with: #""child":"\#(child)x","by""#)
      },
      child("whose child is null", restricted: false) { _ in
        Forge.line.replacing(#""by""#, with: #""child":null,"by""#)
      },
      child("of stubs under the restricted key", restricted: true) { _ in
        #"{"act":"0190","stubs":[]}"#
      },
      Malformed("log that names keys nobody has", .refused(.tampered(what: "keys"))) {
        try $0.append(
          $0.forge.frame(
            $0.storeChanged(file: "keys", generation: 9, sha256: String(repeating: "0a", count: 32))
          ) { _ in }
        )
      },
      Malformed("log that names a header nobody has", .refused(.tampered(what: "header"))) {
        try $0.append(
          $0.forge.frame(
            $0.storeChanged(file: "header", generation: 9, sha256: "no hash at all")
          ) { _ in }
        )
      },
    ]

  private static func json(_ name: String, _ json: some StringProtocol) -> Malformed {
    let json = String(json)
    return Malformed("text " + name, text) { try $0.append($0.forge.frame(json) { _ in }) }
  }

  private static func entry(_ name: String, _ old: String, _ new: String) -> Malformed {
    json("with an entry " + name, Forge.line.replacing(old, with: new))
  }

  private static func bytes(
    _ name: String,
    _ change: @escaping @Sendable (inout [UInt8]) -> Void
  ) -> Malformed {
    Malformed("text " + name, text) {
      var bytes = Array(Forge.line.utf8)
      change(&bytes)
      let padded = Padding.pad(bytes, to: 256)
      try $0.append($0.forge.frame { $0.padded = padded })
    }
  }

  /// A text under the first child's key, or the restricted one.
  private static func child(
    _ name: String,
    restricted: Bool,
    _ json: @escaping @Sendable (String) -> String
  ) -> Malformed {
    Malformed("text " + name, text) { spoiler in
      let row = spoiler.sample.record.keyring.children[0]
      let id = (restricted ? row.restrictedKeyID : row.keyID).bytes
      let key = spoiler.sample.record.keyring.use(of: id)?.key
      try spoiler.append(
        spoiler.forge.frame(json(row.id.rawValue)) {
          $0.keyID = id
          $0.key = key
        }
      )
    }
  }

  private static func child(
    _ name: String,
    restricted: Bool,
    _ json: @escaping @Sendable () -> String
  ) -> Malformed {
    child(name, restricted: restricted) { _ in json() }
  }
}
