import Casework
import Testing

@testable import ViewModels

@Suite("Parts of a page")
struct PartsTests {
  private let long =
    Line("Bảo said ") + Line("“I want to stay at the college”", .wordsChild)
    + Line(" and asked about 王小明, then about football and the bus home.")

  @Test("No row of any part is wider than its room", arguments: [1, 2, 3, 7, 12, 19, 40, 79])
  func neverWider(columns: Int) throws {
    let day = try #require(Day(iso: "2026-11-22"))
    let lanes = Lanes(
      from: day.adding(days: -90),
      to: day,
      today: day,
      cursor: day.adding(days: -10),
      lanes: [
        .init(
          "placed",
          stretches: [
            .init(
              from: day.adding(days: -80),
              to: day,
              sign: Glyph.full,
              tone: .lanePlacementSafe,
              words: "foster carers"
            )
          ]
        ),
        .init("decisions", points: [.init(day.adding(days: -3), Glyph.now, .laneDecision, "RG")]),
      ]
    )
    let parts: [Part] = [
      .blank, .rule, .heading(long, right: Line("right")), .line(long), .sides(long, long),
      .prose(long, indent: 4, hanging: 2), .fields([Field("safe contact", long)]),
      .table(Table([.init("when"), .init("what", flexible: true)], [[long, long]])),
      .names([long, Line("Thanh"), Line("Đức")]), .lanes(lanes),
      .notice(word: "Error:", long, .error),
      .input(Input(prompt: Line("> "), text: long, cursor: 12)),
    ]
    for part in parts {
      for row in part.rows(columns) {
        #expect(row.line.width <= columns, "\(part)")
        if let cursor = row.cursor { #expect((0..<columns).contains(cursor)) }
      }
    }
  }

  @Test("Wrapped prose loses no word")
  func wrapping() {
    for columns in [9, 14, 25, 60] {
      let words = long.wrapped(to: columns).map(\.text).joined(separator: " ")
      let kept = words.filter { $0 != " " }
      #expect(kept == long.text.filter { $0 != " " })
    }
  }

  @Test("A comma never begins a row, even where the look changes before it")
  func punctuationStays() {
    let line = Line("asked at once to make a call", .flagRisk) + Line(", Mon 9")
    #expect(line.wrapped(to: 28).map(\.text) == ["asked at once to make a", "call, Mon 9"])
  }

  @Test("What was typed into a name cannot act on the terminal")
  func nastyText() {
    let line = Line("evil\u{1B}[2J\u{202E}name\u{7}")
    #expect(!line.text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    #expect(line.text.contains("<U+202E>"))
  }

  @Test("Cells of a table stand under each other")
  func table() {
    let table = Table(
      [.init(), .init(), .init(flexible: true)],
      [
        [Line("Thanh"), Line("K12"), Line("missing")], [Line("Đức"), Line("K1"), Line("waiting")],
      ]
    )
    #expect(
      table.rows(40).map(\.line.text) == [
        "Thanh  K12  missing", "Đức    K1   waiting",
      ]
    )
  }

  @Test("A long text that is typed is wrapped, and the cursor shows where the next letter comes")
  func inputWraps() {
    let text = String(repeating: "abcde", count: 5)
    let rows = Part.input(Input(prompt: Line("> "), text: Line(text), cursor: 25)).rows(12)
    #expect(rows.count == 3)
    #expect(rows[2].cursor == 7)
    #expect(rows[0].line.text == "> abcdeabcde")
  }
}
