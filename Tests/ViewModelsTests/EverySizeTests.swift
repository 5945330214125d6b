import Casework
import TestSupport
import Testing
import ViewModels

@Suite("Every key at every size")
struct EverySizeTests {
  /// What a frame must be, whatever happened before.
  private func check(_ frame: Frame, _ size: Size, _ what: @autoclosure () -> String) {
    #expect(frame.rows.count == size.rows, "\(what())")
    for row in frame.rows {
      let width = row.reduce(0) { $0 + Columns.of($1.text) }
      #expect(width <= size.columns, "\(what()): \(width) columns")
    }
    #expect((0..<size.columns).contains(frame.cursor.column), "\(what())")
    #expect((0..<size.rows).contains(frame.cursor.row), "\(what())")
  }

  @Test("Ten thousand random keys, pastes and resizes: no trap, no line too wide, cursor inside")
  func random() {
    var dice = Dice(seed: 20_261_122)
    let keys: [Key] = [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .enter, .enter, .escape, .tab,
      .backTab, .backspace, .delete, .insert, .function(1), .control("a"), .control("e"),
      .control("u"), .control("w"), .control("l"), .control("p"), .control("_"), .alt("b"),
      .unknown, .paste("pasted\u{1B}[2J\u{202E}\r\nwörds 王小明"),
    ]
    let letters = Array(
      "nthmfrwPRuxadDceL<>[]/:?1234567.-qjkhlgG Thanh K12 visit 14:20 \"é\u{301}王ب!>"
    )
    var driver = Driver()
    for step in 0..<10_000 {
      if driver.session.ending != nil { driver = Driver() }
      if dice.chance(4) {
        driver.size = Size(
          columns: Int.random(in: 1...250, using: &dice),
          rows: Int.random(in: 1...80, using: &dice)
        )
      }
      if dice.chance(2) { driver.wait(seconds: Int.random(in: 1...20, using: &dice)) }
      let key =
        dice.chance(50)
        ? dice.pick(keys) ?? .down : .character(dice.pick(letters) ?? "n")
      driver.press(key)
      // Every frame is laid out; drawing only some would hide a trap that the next key mends.
      if step % 2 == 0 { check(driver.frame, driver.size, "step \(step) \(key) at \(driver.size)") }
    }
  }

  @Test(
    "Every screen at every width, and every height",
    arguments: ["", "K12", "help", "5", "n", "t"]
  )
  func sizes(place: String) {
    let driver = Driver()
    switch place {
    case "": break
    case "help": driver.press(.character("?"))
    case "t": driver.press(.down, .character("t"))
    case "n":
      driver.press(.character("n"))
      driver.type(
        "thanh call 13:50 10m int:vi \"I am at the station\" voice flat !x >>tell her mon"
      )
    case "5":
      driver.press(.character("5"))
      driver.type("college")
    default: driver.open(place)
    }
    for columns in 1...130 {
      let size = Size(columns: columns, rows: 1 + columns % 50)
      check(driver.session.frame(size: size), size, "\(place) \(size)")
    }
    for rows in 1...80 {
      let size = Size(columns: 81 + rows % 120, rows: rows)
      check(driver.session.frame(size: size), size, "\(place) \(size)")
    }
  }

  @Test("A screen that is too small says how large it must be, in one line")
  func tooSmall() {
    let driver = Driver(columns: 39, rows: 10)
    #expect(driver.lines.filter { !$0.isEmpty } == ["40x10 needed; this is 39x10"])
  }

  @Test("Names made of escape sequences and long words do no harm at any size")
  func nasty() {
    var story = TestSupport.Story(
      "K66",
      name: "Evil\u{1B}[2J\u{202E}" + String(repeating: "z", count: 300)
    )
    story.add(
      visit(alone: true, String(repeating: "e\u{301}\u{302}", count: 500)),
      at: "2026-11-20 10:00"
    )
    let driver = Driver([story])
    for (columns, rows) in [(40, 10), (80, 24), (120, 36), (200, 60)] {
      driver.size = Size(columns: columns, rows: rows)
      check(driver.frame, driver.size, "today")
      driver.press(.down, .enter)
      check(driver.frame, driver.size, "child")
      driver.press(.escape)
      #expect(!driver.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }
  }

  @Test("An empty record says which key fills it")
  func empty() {
    let driver = Driver([])
    #expect(driver.shows("No child is in this record yet"))
    #expect(driver.shows("new NAME"))
    driver.press(.character("n"))
    driver.type("new Ardit? 16/17 albanian")
    driver.press(.enter)
    #expect(driver.record.acts == 1)
    #expect(driver.shows("1 of 1"))
  }
}
