import Casework
import TestSupport
import Testing
import ViewModels

@Suite("When saving fails")
struct UnsavedTests {
  private let line = "dawit visit 13:00 45m the words that must not be lost"

  private func refused(_ driver: Driver, _ why: String = "The disk is full.") {
    driver.press(.character("n"))
    driver.type(line)
    driver.record.failure = why
    driver.press(.enter)
  }

  @Test("The note stays, marked NOT SAVED with the reason, until Enter has kept it")
  func stays() {
    let driver = Driver()
    refused(driver)
    #expect(driver.shows("▲ NOT SAVED"))
    #expect(driver.shows("The disk is full."))
    #expect(driver.shows(line))
    #expect(driver.record.acts == 0)
    // The next key, and the one after, do not wipe it away as they do a message.
    driver.type(" and more")
    #expect(driver.shows("▲ NOT SAVED") && driver.shows("and more"))
    driver.press(.enter)
    #expect(driver.record.acts == 1)
    #expect(driver.status.contains("Saved"))
    #expect(!driver.shows("NOT SAVED"))
  }

  @Test("At every size the mark, the reason and the line's end are in sight, however long the line")
  func everySize() {
    for (columns, rows) in [(40, 10), (60, 12), (80, 24), (120, 36), (200, 60)] {
      let driver = Driver(columns: columns, rows: rows)
      driver.press(.character("n"))
      driver.type(
        "dawit visit 13:00 45m " + String(repeating: "and again ", count: 300) + "the end"
      )
      driver.record.failure = "Input/output error."
      driver.press(.enter)
      #expect(driver.shows("▲ NOT SAVED"), "\(columns)x\(rows)")
      #expect(driver.shows("Input/output error."), "\(columns)x\(rows)")
      #expect(driver.shows("end"), "\(columns)x\(rows)")
    }
  }

  @Test("A note that is not in the record is sealed as a draft at once")
  func sealedAtOnce() {
    let driver = Driver()
    refused(driver)
    #expect(driver.drafts.kept.map(\.text) == [line])
    #expect(driver.shows("a draft is sealed"))
    driver.press(.enter)
    #expect(driver.drafts.kept.isEmpty)
  }

  @Test("Esc does not throw away words that are nowhere else")
  func onlyCopy() {
    let driver = Driver()
    driver.drafts.failure = "The disk is full."
    refused(driver)
    #expect(driver.shows("no draft does"))
    driver.press(.escape)
    #expect(driver.shows(line) && driver.shows("▲ NOT SAVED"))
    #expect(driver.status.contains("nowhere else"))
    driver.drafts.failure = nil
    driver.press(.escape)
    #expect(!driver.shows(line))
    #expect(driver.drafts.kept.map(\.text) == [line])
  }

  @Test("A draft that cannot be sealed is said at once and tried again every five seconds")
  func draftFails() {
    let driver = Driver()
    driver.drafts.failure = "The disk is full."
    driver.press(.character("n"))
    driver.type(line)
    driver.wait(seconds: 6)
    #expect(driver.shows("▲ NO DRAFT") && driver.shows("on this screen only"))
    driver.drafts.failure = nil
    driver.wait(seconds: 6)
    #expect(!driver.shows("NO DRAFT"))
    #expect(driver.drafts.kept.map(\.text) == [line])
  }

  @Test("F2 shows the words and nothing else, from the first column on")
  func bare() {
    for key in [Key.function(2), .control("o")] {
      let driver = Driver(columns: 40, rows: 10)
      refused(driver)
      driver.press(key)
      let words = driver.lines.dropLast().joined(separator: " ")
        .split(separator: " ").joined(separator: " ")
      #expect(words == line)
      #expect(driver.lines.dropLast().allSatisfy { !$0.hasPrefix(" ") })
      driver.press(.escape)
      #expect(driver.shows("▲ NOT SAVED"))
    }
  }

  @Test("The words of a question's answer stay too, and are left only by another key than Esc")
  func form() {
    let driver = Driver()
    driver.open("K13")
    driver.press(.character("m"), .enter)
    driver.type("last seen at the corner")
    driver.record.failure = "The disk is full."
    driver.press(.enter)
    #expect(driver.shows("▲ NOT SAVED") && driver.shows("last seen at the corner"))
    driver.press(.escape, .escape)
    #expect(driver.shows("last seen at the corner"))
    driver.press(.enter)
    #expect(driver.record.acts == 1 && !driver.shows("NOT SAVED"))
  }

  @Test("The draft of a line that fills a form stays until the form is kept")
  func formOfALine() {
    let driver = Driver()
    driver.press(.character("n"))
    driver.type("thanh back at the hostel, tired")
    driver.press(.enter)
    for words in ["Linh, keyworker", "the hostel", "tired, no injuries", "yes"] {
      driver.type(words)
      if words == "yes" { driver.record.failure = "The disk is full." }
      driver.press(.enter)
    }
    #expect(driver.shows("▲ NOT SAVED"))
    #expect(driver.drafts.kept.count == 1)
    driver.press(.enter)
    #expect(driver.record.acts == 1)
    #expect(driver.drafts.kept.isEmpty)
  }

  @Test("An undo that is not on disk undoes nothing, says so, and can be tried again")
  func undo() {
    let driver = Driver()
    driver.press(.character("n"))
    driver.type(line)
    driver.press(.enter)
    driver.record.failure = "The disk is full."
    driver.press(.character("u"))
    #expect(driver.status.contains("NOT SAVED"))
    driver.press(.character("u"))
    #expect(driver.record.acts == 2)
    #expect(driver.status.contains("Undone"))
  }

  @Test("Why nothing can be kept, and what to do, stands on every page while it holds")
  func banner() {
    let driver = Driver(columns: 80, rows: 24)
    driver.record.readOnly = "the disk failed while saving"
    driver.record.advice = "Quit, look after the disk, then open it again."
    for key in ["1", "2", "3", "4", "5", "?"] {
      driver.press(.character(key.first ?? "1"))
      #expect(driver.shows("▲ READ-ONLY · the disk failed while saving"), "\(key)")
      #expect(driver.shows("Quit, look after the disk, then open it again."), "\(key)")
    }
    driver.record.advice = nil
    #expect(!driver.shows("READ-ONLY"))
  }

  @Test("What the store has to say later is said when it comes, not at the next opening")
  func notices() {
    let driver = Driver()
    driver.record.notices.append("The disk is full: make room before the next.")
    driver.press(.character("n"))
    driver.type(line)
    driver.press(.enter)
    #expect(driver.status.contains("Saved · The disk is full: make room"))
  }

  @Test("On an empty list the keys that work everywhere still do")
  func emptyList() {
    let driver = Driver([])
    driver.press(.character("3"), .character("q"))
    #expect(driver.session.ending == .quit)
  }
}
