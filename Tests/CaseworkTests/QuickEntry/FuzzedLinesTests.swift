import Foundation
import TestSupport
import Testing

@testable import Casework

@Suite("No line can break the parser")
struct FuzzedLinesTests {
  private static let pieces = [
    "thanh", "K12", "k09", "nour+saba", "nour,saba", "nour, sabba", "Đức", "dư\u{301}c", "يوسف",
    "ዳዊት",
    "visit", "call", "attempt", "x3", "x999", "calls", "sol", "lac", "mtg", "sw", "carer", "HO",
    "seen", "unseen", "alone", "not", "back", "new", "re", "about", "14:20", "25:99", "1420",
    "24:00", "00:30", "10am", "13pm", "31 feb", "31/2", "29/02/2027", "thu 26", "mon 99", "-2d",
    "+999wd", "+999m", "-999w", "2026-13-45", "2026-11-24T14:20", "last night", "this am",
    "14:20-15:05", "10-11am", "45m", "1h30", "999h", "int:vi/phone/ID", "int:", "int!:\"x\"",
    "at:", "at:gym", "with:Ms", "with:Sara,SW,", "to:sw", "from:child", "told:edt", "told:edt,,sw",
    "ref:1", ">", ">>", ">sw:", ">>bring", ">x fri", ">fri", ">>31 feb", ">sw: 24:00", "!flag",
    "!!threat", "!", "#tag", "#", "=priv", "=x", "~a b~", "~", "\"", "\u{201C}", "\u{201D}", "\\",
    "\\\"", "sw:\"x\"", "q:\"y\"", "nour:\"z\"", ",", ";", " ;", ":", "-", "\n", "\r\n", "\t",
    "\u{A0}", "\u{3000}", "\u{202E}", "\u{0}", "\u{1B}[31m", "😀", "👩‍👩‍👧", "e\u{301}\u{301}",
    "she said", "Mr Bright", "Ms", "AB12 CDE", "told edt 10.05", "refuses to engage",
  ]

  @Test("20,000 random lines: no trap, every line kept byte for byte, every place inside it")
  func fuzz() throws {
    var random = Dice(seed: 4)
    let parsers = [
      NoteCaseload.parser(), NoteCaseload.parser(on: "K12"),
      NoteCaseload.parser("2026-03-29T01:30", on: "K09"), NoteCaseload.parser("2024-02-29T00:00"),
    ]
    let encoder = JSONEncoder()
    for round in 0..<20_000 {
      var line = ""
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        if Int.random(in: 0..<12, using: &random) == 0 {
          let value = UInt32.random(in: 0...0x10FFFF, using: &random)
          line.unicodeScalars.append(Unicode.Scalar(value) ?? "x")
        } else {
          line += Self.pieces.randomElement(using: &random) ?? ""
        }
        if Int.random(in: 0..<5, using: &random) > 0 { line += " " }
      }
      let note = parsers[round % parsers.count].parse(line)
      let shown = Comment(rawValue: "seed 4, round \(round): \(line.debugDescription)")
      #expect(Array(note.raw.utf8) == Array(line.utf8), shown)
      var last = 0
      for token in note.tokens {
        #expect(token.from >= last && token.to >= token.from && token.to <= line.utf8.count, shown)
        last = token.from
        let slice = Array(line.utf8)[token.from..<token.to]
        #expect(String(validating: slice, as: UTF8.self) != nil, shown)
      }
      if note.alone == true { #expect(line.lowercased().contains("alone"), shown) }
      if note.seen == true {
        let words = ["seen", "visit", "v", "hv", "f2f", "office"]
        #expect(words.contains { line.lowercased().contains($0) }, shown)
      }
      let act = note.act(newID: { EntryID(rawValue: "x") })
      #expect(act == nil || note.problems.isEmpty, shown)
      if round % 10 == 0 {
        _ = note.preview.map(\.plain)
        _ = try encoder.encode(note.json)
        _ = parsers[0].completions(line, cursor: Int.random(in: -1...60, using: &random))
      }
    }
  }

  @Test(
    "A pasted page is read in one go",
    arguments: [">a ", "!a ", "~a ", "\" ", "told:edt ", "nour+"]
  )
  func long(_ piece: String) {
    let line = "selam visit 10am " + String(repeating: piece, count: 20_000 / piece.utf8.count)
    let note = NoteCaseload.parse(line)
    #expect(note.raw == line && note.kind == .visit)
  }
}
