internal import Foundation
internal import TestSupport

@testable import Casework
@testable import Vault

/// Words as guardians and children write them, and as a hostile import might: for random records.
enum RandomTexts {
  static let names = [
    "Nguyễn Thị Thanh", "阮氏青", "Trần Văn Đức", "Selam Tesfay", "ሰላም ተስፋይ", "Ardit Gjoni",
    "محمد رضا",
    "Dawit Habtom", "ዳዊት ሃብቶም", "نور الهدى", "Mirela Hoxha", "Yûsif Şêxo", "یوسف", "राम\u{200D}देव",
    "Bảo",
    "Jordan O’Neill", "اِسماعیل", "Фільмон", "สมชาย", "ခင်မောင်", "Åse", "A\u{30A}se", "Ælfrīc \"Al\"",
  ]

  static let notes = [
    "Đức ate well", "قال إنه بخير", "ሰላም ነው", "\"quoted\" \\ back / slash",
    "tab\tline\nend\u{7}\u{0}",
    "她说她很累", "🙂\u{200D}🙂 \u{2028}\u{2029} family 👨‍👩‍👧", "é and e\u{301} are two texts", "", " ",
    "\u{FEFF}mark",
    "\u{7F}\u{85}\u{9F}\u{202E}turned\u{202C}", "</script>&amp;\u{FFFD}\u{FFFF}\u{10FFFF}\u{E000}",
    "a\u{301}\u{302}\u{303}\u{304}\u{305}", "Ş\u{327}", "=cmd|' /C calc'!A0", "{\"act\":1}",
    "\\u0041\\n", "null",
  ]

  static func note(_ dice: inout Dice) -> String {
    let count =
      dice.chance(10) ? Int.random(in: 20...200, using: &dice) : Int.random(in: 1...3, using: &dice)
    return (0..<count).map { _ in dice.pick(notes) ?? "" }.joined(separator: " ")
  }

  /// A text of so many bytes.
  static func long(_ bytes: Int, _ dice: inout Dice) -> String {
    let piece = dice.pick(["long note ", "Đức ", "她说她很累", "🙂", "ሰላም "]) ?? "long "
    let count = bytes / piece.utf8.count
    return String(repeating: piece, count: count)
  }

  /// An entry of a stored type, its free texts random wherever the type lets them be.
  static func entry(_ sample: (type: String, json: String), _ dice: inout Dice) throws -> any Entry
  {
    guard let type = Entries.byType[sample.type] else {
      return UnknownEntry(writtenType: sample.type, json: sample.json)
    }
    let decoder = JSONDecoder()
    var tree = try decoder.decode(JSONValue.self, from: Data(sample.json.utf8))
    if dice.chance(60) { tree = varied(tree, &dice) }
    if let entry = try? decoder.decode(type, from: Data(try tree.text().utf8)) { return entry }
    return try decoder.decode(type, from: Data(sample.json.utf8))
  }

  private static let free: Set<String> = [
    "text", "note", "why", "place", "caller", "name", "knownAs", "ownScript", "observation",
    "topic",
    "opinion", "seenBy", "condition", "reason", "with", "whom", "answer", "carers", "clothing",
  ]

  private static func varied(_ tree: JSONValue, _ dice: inout Dice) -> JSONValue {
    guard case .object(var members) = tree else { return tree }
    for name in members.keys.sorted() {
      if case .string = members[name], free.contains(name), dice.chance(50) {
        members[name] = .string(note(&dice))
      } else if name == "restricted", dice.chance(50) {
        members[name] = nil
      } else if let value = members[name] {
        members[name] = varied(value, &dice)
      }
    }
    return .object(members)
  }

  /// A body of a type that does not exist yet, in JSON that no writer of today would write.
  static func unknown(_ dice: inout Dice) -> UnknownEntry {
    let bodies = [
      "{}", "{ }", "{\"later\": 1.0e2, \"list\": [ 1 , {\"b\":\"\\u00e9\\/\"} ]}",
      "{\"n\":[-0,0.5,1E+3,12345678901234567890123,1e999],\"t\":[true,false,null]}",
      "{\"\\u0061\":1,\"b\":\"\\ud83d\\ude42\",\"é\":1,\"e\u{301}\":2}",
      "{\n\t\"deep\": " + String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
        + "\r\n}",
      "{\"text\":" + JSONSlices.quoted(dice.pick(names) ?? "") + ",\"restricted\":\"police\"}",
    ]
    let type = dice.pick(["from-later", "drawn", "recorded-sound", "ø", ""]) ?? "later"
    return UnknownEntry(writtenType: type, json: dice.pick(bodies) ?? "{}")
  }
}
