internal import Casework
internal import Foundation
internal import Testing

@testable import Vault

/// Both readers are asked; what they must say is written here.
@Suite(
  "What is rightly signed and not of the format is refused by both readers",
  .enabled(if: SecondReader.isThere)
)
struct ForgedRecordTests {
  typealias Piece = ForgedRecord.Piece
  private let forged: ForgedRecord
  private let reader: SecondReader

  init() throws {
    forged = try ForgedRecord()
    reader = try SecondReader()
  }

  private func both(_ name: String) throws -> Answer {
    let mine = forged.ours
    let theirs = try reader.answer(forged.fixture.places.folder, stretched: Fixture.key)
    #expect(theirs == mine, "\(name)")
    return mine
  }

  /// Keeps an act and a good one after it; nil where it is good, else which of its frames is not.
  private func expect(_ name: String, _ act: [Piece], bad: Int?, adds: Int = 1) throws {
    let after = Piece(.child(1), forged.act(forged.entry(1)))
    try forged.put(["log": forged.log(adding: [act, [after]])])
    let answer = try both(name)
    let good = forged.lines.count
    if let bad {
      #expect(answer.answer == "damaged \(forged.place.seq + UInt64(bad) + 1)", "\(name)")
      #expect(answer.lines == good, "\(name)")
    } else {
      #expect(answer.answer == "whole", "\(name)")
      #expect(answer.lines == good + adds + 1, "\(name)")
    }
  }

  // MARK: Texts

  @Test("Sound JSON in any dress is read")
  func goodTexts() throws {
    let plain = forged.act(forged.entry(0))
    let bodies = [
      "{}", "{ \"a\" : [ 1 , 2 ]\t}", "{\"a\":{\"b\":-0.5e+10},\"c\":[]}",
      "{\"a\":\"\\ud83d\\ude42\"}",
      "{\"é\":1,\"e\u{301}\":2}", "{\"K\":1,\"\u{212A}\":2}",
      "{\"a\":1\(String(repeating: "0", count: 5000))}",
      "{\"a\":" + String(repeating: "[", count: 60) + String(repeating: "]", count: 60) + "}",
      "{\"a\":\"\u{7F}\u{FFFF}\u{2028}\"}", "{\"\":null,\" \":true}",
    ]
    for body in bodies {
      let entry = forged.entry(0, ["type": "\"from-later\"", "body": body])
      try expect(body, [Piece(.child(0), forged.act(entry))], bad: nil)
    }
    let dressed = [
      plain.replacing("\"act\"", with: "\"\\u0061ct\""),
      plain.replacing("\"entries\":[", with: "\n \"later\":[{}] ,\r\n\"entr\\u0069es\" :\t[ "),
      plain.replacing("\"type\"", with: "\"more\":null , \"type\""),
      plain.replacing("{\"act\"", with: "{ \"act\""),
      forged.act(forged.entry(0, ["group": "\"g\""])),
    ]
    for text in dressed { try expect(text, [Piece(.child(0), text)], bad: nil) }
    let two = forged.act(forged.entry(0), forged.entry(0, ["id": "\"other\""]))
    try expect("two entries", [Piece(.child(0), two)], bad: nil, adds: 2)
    let named = forged.entry(0, ["type": "\"store-changed\"", "body": "{\"file\":\"keys\"}"])
    try expect(
      "a child's store-changed names nothing",
      [Piece(.child(0), forged.act(named))],
      bad: nil
    )
    let other = "{\"file\":\"later\",\"generation\":1,\"sha256\":\"\"}"
    let later = forged.entry(nil, ["type": "\"store-changed\"", "body": other])
    try expect("a file of a later version", [Piece(.nobody, forged.act(later))], bad: nil)
  }

  @Test("A text that is not sound JSON is refused, wherever the fault stands")
  func unsoundTexts() throws {
    let inBody = [
      "{\"a\":1,\"a\":2}", "{\"a\":1,\"\\u0061\":2}", "{\"b\":{\"a\":[{\"x\":1,\"x\":1}]}}",
      "{\"a\":NaN}", "{\"a\":-Infinity}", "{\"a\":01}", "{\"a\":1.}", "{\"a\":.5}", "{\"a\":+1}",
      "{\"a\":1e}", "{\"a\":-}", "{\"a\":tru}", "{\"a\":True}", "{\"a\":abc}", "{\"a\":}",
      "{\"a\"}", "{a:1}",
      "{'a':1}", "{\"a\":1,}", "{\"a\":[1,]}", "{\"a\":[1 2]}", "{\"a\":\"\u{1}\"}",
      "{\"a\":\"\n\"}",
      "{\"a\":\"\\ud83d\"}", "{\"a\":\"\\ude42\"}", "{\"a\":\"\\ud83d\\u0041\"}", "{\"\\ud83d\":1}",
      "{\"a\":\"\\x41\"}", "{\"a\":\"\\u+041\"}", "{\"a\":\"\\u 041\"}", "{\"a\":\"\\u00 1\"}",
      "{\"a\":1}/**/",
      "{\"a\":" + String(repeating: "[", count: 61) + String(repeating: "]", count: 61) + "}",
      "{\"a\":" + String(repeating: "[", count: 60_000) + String(repeating: "]", count: 60_000)
        + "}",
      "{\"a\":\u{A0}1}", "{\"a\":1\u{0C}}", "[]", "\"\"", "null", "1",
    ]
    for body in inBody {
      let entry = forged.entry(0, ["type": "\"from-later\"", "body": body])
      let name = String(body.prefix(40))
      try expect(name, [Piece(.child(0), forged.act(entry))], bad: 0)
    }
    let plain = forged.act(forged.entry(0))
    for text in [
      "", "{}", " " + plain, plain + "\n", "\u{FEFF}" + plain, plain + plain, "[" + plain + "]",
      plain + "}",
      plain.replacing("{\"act\"", with: "{\"act\":\"x\",\"act\""),
      plain.replacing("\"by\"", with: "\"by\":\"x\",\"by\""),
      plain.replacing("\"act\"", with: "\"later\":\"\\ud800\",\"act\""),
    ] {
      try expect(text, [Piece(.child(0), text)], bad: 0)
    }
    for byte: UInt8 in [0x80, 0xC0, 0xED, 0xFF] {
      for place in [10, plain.utf8.count / 2, plain.utf8.count - 3] {
        var bytes = Array(plain.utf8)
        bytes[place] = byte
        try expect("byte \(byte) at \(place)", [Piece(.child(0), bytes: bytes)], bad: 0)
      }
    }
  }

  @Test("A text with other members than the format says is refused")
  func wrongMembers() throws {
    let changes: [[String: String?]] = [
      ["id": nil], ["id": "1"], ["id": "null"], ["type": nil], ["type": "[]"], ["by": nil],
      ["by": "{}"],
      ["body": nil], ["child": nil], ["child": "null"], ["child": "1"], ["group": "1"],
      ["group": "null"],
      ["child": "\"\(forged.children[1].rawValue)\""], ["occurredAt": nil], ["recordedAt": "1"],
      ["child": "\"\(forged.children[0].rawValue) \""],
    ]
    for change in changes {
      try expect("\(change)", [Piece(.child(0), forged.act(forged.entry(0, change)))], bad: 0)
    }
    for moment in [
      "2026-11-21T14:20:00.000Z", "2026-11-21T14:20:00+00:00", "2026-11-21T14:20+00:00", "",
      "2026-11-21 14:20:00.000+00:00", "2026-02-29T14:20:00.000+00:00",
      "2026-11-21T24:00:00.000+00:00",
      "2026-11-21T14:60:00.000+00:00", "2026-11-21T14:20:60.000+00:00",
      "0000-11-21T14:20:00.000+00:00",
      "2026-11-21T14:20:00.000+24:00", "2026-11-21T14:20:00.000+00:60",
      "2026-11-21T14:20:00,000+00:00",
      "2026-11-21T14:20:00.000 00:00", "2026-13-21T14:20:00.000+00:00",
      "２026-11-21T14:20:00.000+00:0",
    ] {
      let text = forged.act(forged.entry(0, ["occurredAt": "\"\(moment)\""]))
      try expect(moment, [Piece(.child(0), text)], bad: 0)
    }
    let plain = forged.act(forged.entry(0))
    for text in [
      "{\"act\":\"a\"}", "{\"act\":\"a\",\"entries\":[]}", "{\"act\":\"a\",\"entries\":{}}",
      "{\"act\":\"a\",\"entries\":[1]}", "{\"act\":\"a\",\"entries\":\"x\"}",
      "{\"act\":\"a\",\"entries\":null}",
      plain.replacing("\"act\"", with: "\"later\""),
      plain.replacing("\"act\":\"", with: "\"act\":[],\"x\":\""),
      plain.replacing("\"act\"", with: "\"stubs\":[],\"act\""),
      "{\"act\":\"a\",\"entries\":[[]]}",
    ] {
      try expect(text, [Piece(.child(0), text)], bad: 0)
    }
    try expect("a child's entry of no child", [Piece(.nobody, plain)], bad: 0)
    try expect("of no child, a child's", [Piece(.child(0), forged.act(forged.entry(nil)))], bad: 0)
    for body in [
      "{}", "{\"file\":\"keys\",\"generation\":\"2\",\"sha256\":\"\"}",
      "{\"file\":\"keys\",\"generation\":2.0,\"sha256\":\"\"}",
      "{\"file\":\"keys\",\"generation\":-1,\"sha256\":\"\"}",
      "{\"file\":\"keys\",\"generation\":18446744073709551616,\"sha256\":\"\"}",
      "{\"file\":1,\"generation\":2,\"sha256\":\"\"}",
      "{\"file\":\"keys\",\"generation\":2,\"sha256\":1}",
    ] {
      let entry = forged.entry(nil, ["type": "\"store-changed\"", "body": body])
      try expect(body, [Piece(.nobody, forged.act(entry))], bad: 0)
    }
  }

  @Test("Padding that is not zero, or a length that does not fit, is refused")
  func padding() throws {
    let text = Array(forged.act(forged.entry(0)).utf8)
    let whole = Padding.pad(text, to: 256)
    var changed = whole
    changed[changed.count - 1] = 1
    try expect("not zero", [Piece(.child(0), padded: changed)], bad: 0)
    try expect(
      "a block more",
      [Piece(.child(0), padded: whole + [UInt8](repeating: 0, count: 256))],
      bad: nil
    )
    for length: UInt32 in [0, UInt32(text.count - 1), UInt32(whole.count - 3), .max] {
      var wrong: [UInt8] = []
      wrong.append(u32: length)
      try expect("length \(length)", [Piece(.child(0), padded: wrong + whole[4...])], bad: 0)
    }
    let long = [UInt8](repeating: 0, count: 256 + 1 << 20)
    try expect("too long", [Piece(.child(0), padded: long)], bad: 0)
    try expect("no whole block", [Piece(.child(0), padded: Array(whole[..<300]))], bad: 0)
    try expect("no text", [Piece(.child(0), padded: [])], bad: 0)
  }

  @Test("What is restricted is followed by its stubs, and stubs by nothing else")
  func stubs() throws {
    let id = "019a0000-0000-7000-8000-00000000000f"
    let hidden = Piece(.restricted(0), forged.act(forged.entry(0)))
    let good = Piece(.child(0), forged.stubs(id))
    try expect("as it should be", [hidden, good], bad: nil)
    try expect("two of them", [hidden, good, hidden, good], bad: nil, adds: 2)
    try expect("missing", [hidden], bad: 0)
    try expect(
      "missing, then an entry",
      [hidden, Piece(.child(0), forged.act(forged.entry(0)))],
      bad: 0
    )
    try expect(
      "missing, then of no child",
      [hidden, Piece(.nobody, forged.act(forged.entry(nil)))],
      bad: 0
    )
    try expect("missing, then another's", [hidden, Piece(.child(1), forged.stubs(id))], bad: 0)
    try expect("another identity", [hidden, Piece(.child(0), forged.stubs("x"))], bad: 0)
    try expect("one too many", [hidden, Piece(.child(0), forged.stubs(id, id))], bad: 0)
    try expect("twice", [hidden, good, good], bad: 2)
    try expect("alone", [good], bad: 0)
    try expect("before", [good, hidden], bad: 0)
    try expect("restricted themselves", [hidden, Piece(.restricted(0), forged.stubs(id))], bad: 1)
    try expect("of no child", [Piece(.nobody, forged.stubs(id))], bad: 0)
    for list in ["[]", "{}", "[1]", "[{}]", "[{\"id\":1}]", "null"] {
      let text = "{\"act\":\"a\",\"stubs\":\(list)}"
      try expect(list, [hidden, Piece(.child(0), text)], bad: 1)
    }
    let both = forged.act(forged.entry(0)).replacing(
      "\"act\"",
      with: "\"stubs\":[{\"id\":\"\(id)\"}],\"act\""
    )
    try expect("both", [hidden, Piece(.child(0), both)], bad: 1)
  }

  // MARK: Frames

  @Test("A frame that does not fit its place is refused, though its signature holds")
  func frames() throws {
    let entry = forged.act(forged.entry(0))
    let changes: [(String, (inout FrameHead) -> Void)] = [
      ("version", { $0.version = 1 }), ("algorithm", { $0.algorithm = 2 }),
      ("epoch", { $0.epoch = 2 }),
      ("epoch 0", { $0.epoch = 0 }), ("seq", { $0.seq += 1 }), ("seq again", { $0.seq -= 1 }),
      ("seq 0", { $0.seq = 0 }), ("most", { $0.seq = .max }), ("prev", { $0.previous[3] ^= 1 }),
      ("index", { $0.index = 1 }), ("count", { $0.count = 3 }), ("longer", { $0.length += 256 }),
      ("shorter", { $0.length -= 256 }), ("odd", { $0.length += 1 }),
      ("all", { $0.length = 0xFFFF_FFFF }),
    ]
    for (name, change) in changes {
      var piece = Piece(.child(0), entry)
      piece.change = change
      try forged.put(["log": forged.log(adding: [[piece], [Piece(.child(1), entry)]])])
      #expect(try both(name).answer.hasPrefix("damaged"), "\(name)")
      try forged.put(["log": forged.log(adding: [[Piece(.child(0), entry), piece]])])
      _ = try both(name + ", second")
      try forged.put(["log": forged.log(adding: [[piece]])])
      _ = try both(name + ", last")
    }
    let unknown = Piece(.keyID([UInt8](repeating: 7, count: 16)), entry)
    try expect("unknown key", [unknown], bad: 0)
    try expect("unknown key, second", [Piece(.child(0), entry), unknown], bad: 1)
  }

  // MARK: keys

  private func expectKeys(_ name: String, _ file: [UInt8], _ expected: String) throws {
    let naming = forged.naming("keys", file, generation: forged.keyring.generation + 1)
    try forged.put(["log": forged.log(adding: [[naming]]), "keys": file, "keys.bak": file])
    #expect(try both(name).answer == expected, "\(name)")
  }

  @Test("A file keys that is not of the format is refused, though the log names it")
  func keys() throws {
    let (a, g) = try forged.parts()
    let rows = forged.children.compactMap { forged.keyring.child($0) }
    let keyIDs = rows.map { "\($0.keyID)" }
    let hidden = "\(rows[0].restrictedKeyID)"
    let key = rows[0].key.map { Sealing.bytes(of: $0).hex } ?? ""
    try expectKeys("as it is", forged.keysFile(a, g), "whole")
    try expectKeys(
      "more members",
      forged.keysFile(a.replacing("{\"id\"", with: "{\"later\":[],\"id\""), g),
      "whole"
    )
    let wrongA: [(String, String)] = [
      ("twice", a.replacing("{\"children\"", with: "{\"children\":[],\"children\"")),
      ("space", " " + a), ("upper case", a.replacing(keyIDs[0], with: keyIDs[0].uppercased())),
      ("short", a.replacing(keyIDs[0], with: String(keyIDs[0].dropLast(2)))),
      ("same key ID", a.replacing(keyIDs[0], with: keyIDs[1])),
      ("same restricted", a.replacing(hidden, with: keyIDs[1])),
      ("zeros", a.replacing(keyIDs[0], with: String(repeating: "0", count: 32))),
      (
        "no restricted key",
        a.replacing(hidden, with: String(repeating: "a", count: 32))
      ),
      ("another state", a.replacing("\"live\"", with: "\"lost\"")),
      ("erased with keys", a.replacing("\"live\"", with: "\"erased\"")),
      ("live without a key", a.replacing("\"\(key)\"", with: "null")),
      ("bad key", a.replacing(key, with: String(key.dropLast()) + "x")),
      ("number", a.replacing("\"K01\"", with: "1")),
      ("names", a.replacing("\"names\":[", with: "\"names\":[1,")),
      ("no names", a.replacing("\"names\"", with: "\"name\"")), ("list", "[]"), ("empty", "{}"),
      ("none", ""),
    ]
    for (name, text) in wrongA {
      #expect(text != a, "\(name)")
      try expectKeys(name, forged.keysFile(text, g), "keys")
    }
    let wrongG: [(String, String)] = [
      ("empty", "{}"), ("no ways", g.replacing("\"slots\"", with: "\"doors\"")),
      ("bad hex", g.replacing("\"key\":\"", with: "\"key\":\"g")),
      ("no restricted", g.replacing("\"restricted\":[", with: "\"restricted\":[],\"was\":[")),
    ]
    for (name, text) in wrongG {
      #expect(text != g, "\(name)")
      try expectKeys(name, forged.keysFile(a, text), "keys")
    }
    try expectKeys("epoch", forged.keysFile(a, g, epoch: 2), "keys")
    try expectKeys("blocks", forged.keysFile(a, g, block: 256), "keys")
    try expectKeys("padding", forged.keysFile(a, g, padding: 1), "keys")
    try expectKeys("trailing", forged.keysFile(a, g, trailing: [0]), "keys")
    for count in [0, 4, 15, 16, 50, 167, 168, 169] {
      let cut = Array(try forged.keysFile(a, g).prefix(count))
      try expectKeys("\(count) bytes", cut, "keys")
      let signed = Array(cut.dropLast(64))
      let signature = forged.roots.sign(.signKeys, forged.roots.vaultID + signed) ?? []
      try expectKeys("\(count) bytes signed", signed + signature, "keys")
    }
  }

  @Test("An erased child's frames are passed over, and nothing else is")
  func erased() throws {
    let (a, g) = try forged.parts()
    let child = forged.children[0].rawValue
    var hiddenID: String?
    let erased = try changed(a, "children") { row in
      guard row["id"] as? String == child else { return true }
      hiddenID = row["restrictedKeyID"] as? String
      row["key"] = nil
      row["state"] = "erased"
      return true
    }
    let hidden = try changed(g, "restricted") { $0["keyID"] as? String != hiddenID }
    try expectKeys("erased", forged.keysFile(erased, hidden), "whole")
    let kept = forged.lines.filter { !$0.contains(child) }.count
    #expect(try both("erased").lines == kept + 1)
    try expectKeys("one key left", forged.keysFile(erased, g), "keys")
    try expectKeys("the other left", forged.keysFile(a, hidden), "keys")
  }

  /// A part of `keys` with each row of a list changed, or left out.
  private func changed(
    _ part: String,
    _ list: String,
    _ change: (inout [String: Any]) -> Bool
  ) throws -> String {
    let top = try JSONSerialization.jsonObject(with: Data(part.utf8))
    var object = try #require(top as? [String: Any])
    object[list] = try #require(object[list] as? [[String: Any]]).compactMap { row in
      var row = row
      return change(&row) ? row : nil
    }
    return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
  }

  // MARK: header

  private func expectHeader(_ name: String, _ file: [UInt8], _ expected: String) throws {
    let naming = forged.naming("header", file, generation: 2)
    try forged.put(["log": forged.log(adding: [[naming]]), "header": file, "header.bak": file])
    #expect(try both(name).answer == expected, "\(name)")
  }

  @Test("A header that is not of the format is refused before anything is derived from it")
  func header() throws {
    try expectHeader("other fill", forged.headerFile { $0[14_000] ^= 1 }, "whole")
    try expectHeader("minor version", forged.headerFile { $0[10] = 9 }, "whole")
    try expectHeader("a slot of a later kind", forged.headerFile { $0[160 + 1536] = 9 }, "whole")
    try expectHeader("major version", forged.headerFile { $0[8] = 2 }, "newer")
    try expectHeader("flags", forged.headerFile { $0[47] = 1 }, "newer")
    try expectHeader("length", forged.headerFile { $0[12] = 1 }, "header")
    try expectHeader("epoch 0", forged.headerFile { $0[40] = 0 }, "header")
    for logN: UInt8 in [0, 14, 21, 58, 63, 64, 255] {
      try expectHeader("logN \(logN)", forged.headerFile { $0[144] = logN }, "header")
    }
    for at in [145, 146, 147, 148, 149, 151, 152, 159] {
      try expectHeader("kdf byte \(at)", forged.headerFile { $0[at] ^= 1 }, "header")
    }
    try expectHeader("no slot", forged.headerFile { $0[160] = 0 }, "wrong")
    try expectHeader("slot zeros", forged.headerFile { $0[161] = 1 }, "wrong")
    try expectHeader("slot ID", forged.headerFile { $0[168] ^= 1 }, "wrong")
    try expectHeader("commit", forged.headerFile { $0[160 + 56] ^= 1 }, "wrong")
    try expectHeader("payload", forged.headerFile { $0[160 + 88] ^= 1 }, "slot")
    try expectHeader("tag", forged.headerFile { $0[160 + 231] ^= 1 }, "slot")
    try expectHeader("vmk-commit", forged.headerFile { $0[80] ^= 1 }, "header")
    try expectHeader("code", forged.headerFile(code: false) { $0[14_000] ^= 1 }, "header")
    try expectHeader("signature", forged.headerFile(signature: false) { $0[14_000] ^= 1 }, "header")
    try expectHeader("older key", forged.headerFile { $0[12_448] = 9 }, "header")
    let good = try forged.headerFile { $0[14_000] ^= 1 }
    for count in [0, 7, 15, 16, 16_383] {
      try expectHeader("\(count) bytes", Array(good.prefix(count)), "header")
    }
    try expectHeader("a byte more", good + [0], "header")
  }
}
