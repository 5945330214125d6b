import Casework
import TestSupport
import Testing
import ViewModels

@Suite("A note of many lines")
struct LongFormTests {
  private func driver(_ line: String) -> Driver {
    let driver = Driver()
    driver.press(.character("n"))
    driver.type(line)
    driver.press(.control("e"))
    return driver
  }

  @Test("Ctrl-E shows the line as a page, with what it does not say and how that is typed")
  func notSaid() {
    let driver = driver("dawit visit 13:00 settled")
    #expect(driver.shows("NOT SAID"))
    #expect(driver.line(with: "how long")?.contains("45m") == true)
    // What the line says is not asked again; the child is not missing, so nobody had to be told.
    #expect(
      driver.line(with: "when ") == nil || driver.line(with: "when ")?.contains("yest") != true
    )
    #expect(!driver.shows("told:police"))
    driver.type(" 45m")
    #expect(driver.shows("45 min") || driver.line(with: "how long") != nil)
  }

  @Test("Enter is a line end, Ctrl-S keeps; the lines stay as they were typed")
  func lines() throws {
    let driver = driver("dawit visit 13:00 45m settled")
    driver.press(.enter)
    driver.type("ate well")
    driver.press(.enter, .enter)
    driver.type("asked about the bus")
    #expect(driver.record.acts == 0)
    driver.press(.control("s"))
    #expect(driver.record.acts == 1)
    let contact = try #require(driver.record.all.last?.body as? ContactMade)
    #expect(contact.text == "settled\nate well\n\nasked about the bus")
    #expect(contact.minutes == 45)
  }

  @Test("Up and Down go from line to line, and what is typed goes in there")
  func moving() throws {
    let driver = driver("dawit visit 13:00 one")
    driver.press(.enter)
    driver.type("three")
    driver.press(.up, .end)
    driver.type(" two")
    driver.press(.control("s"))
    let contact = try #require(driver.record.all.last?.body as? ContactMade)
    #expect(contact.text == "one two\nthree")
  }

  @Test("Esc goes back to the line, and only from there leaves a draft")
  func back() {
    let driver = driver("dawit visit 13:00 settled")
    driver.press(.escape)
    #expect(!driver.shows("NOT SAID") && driver.shows("> dawit visit"))
    driver.press(.enter)
    #expect(driver.record.acts == 1)
  }

  @Test("What is pasted into it keeps its lines", arguments: ["a\nb", "a\r\nb"])
  func pasted(text: String) throws {
    let driver = driver("dawit visit 13:00 ")
    driver.press(.paste(text), .control("s"))
    let contact = try #require(driver.record.all.last?.body as? ContactMade)
    #expect(contact.text == "a\nb")
  }

  @Test("A page that is pasted into it is one note, not a list")
  func pastedPage() throws {
    let driver = Driver()
    driver.press(.character("n"), .control("e"), .paste("dawit visit 13:00 ok\n\nselam came too"))
    #expect(!driver.shows("1 of 2"))
    #expect(driver.drafts.drafts().isEmpty)
  }

  @Test("It fits every size", arguments: [(40, 10), (40, 14), (80, 24), (120, 36), (200, 60)])
  func sizes(columns: Int, rows: Int) {
    let driver = Driver(columns: columns, rows: rows)
    driver.press(.character("n"))
    driver.type("dawit visit 13:00 " + String(repeating: "many words ", count: 60))
    driver.press(.control("e"), .enter)
    driver.type("the last line")
    #expect(driver.shows("the last line"))
    #expect(driver.frame.cursor.row < rows && driver.frame.isCursorVisible)
  }
}

@Suite("The evening catch-up in the bar")
struct CatchUpTests {
  private static let list = """
    dawit visit 13:00 45m settled

    selam call 13:30 rang back,
    all well


    somebody visit 10:00 who was it
    """

  private func driver(_ list: String = list) -> Driver {
    let driver = Driver()
    driver.press(.character("n"), .paste(list))
    return driver
  }

  @Test("Each is shown before it is kept, one Enter each; what asks for something becomes a draft")
  func oneByOne() throws {
    let driver = driver()
    #expect(driver.shows("1 of 3 > dawit visit 13:00") && driver.record.acts == 0)
    driver.press(.enter)
    #expect(driver.record.acts == 1)
    #expect(driver.shows("2 of 3 > selam call") && driver.shows("all well"))
    driver.press(.enter)
    let contact = try #require(driver.record.all.last?.body as? ContactMade)
    #expect(contact.text == "rang back,\nall well")
    driver.press(.enter)
    // Nobody is guessed: it stays in sight, and asks.
    #expect(driver.record.acts == 2 && driver.shows("3 of 3"))
    driver.press(.control("n"))
    #expect(driver.status.contains("2 of 3 kept, 1 is a draft"))
    #expect(driver.drafts.drafts().map(\.text) == ["somebody visit 10:00 who was it"])
    // Offered once, in the same place.
    driver.press(.character("n"))
    #expect(driver.shows("draft of") && driver.shows("somebody visit"))
  }

  @Test("Ctrl-Y keeps all that ask for nothing")
  func all() {
    let driver = driver()
    driver.press(.control("y"))
    #expect(driver.record.acts == 2)
    #expect(driver.status.contains("2 of 3 kept, 1 is a draft"))
    #expect(driver.drafts.drafts().count == 1)
  }

  @Test("Ctrl-Y keeps nothing unread that is not certain, and u takes all of it back")
  func certain() {
    let driver = Driver()
    driver.press(
      .character("n"),
      .paste("K13 call 13:00 well\n\nK13 call 13:20 she feels alone\n\nK03 call 13:40 well")
    )
    driver.press(.control("y"))
    #expect(driver.record.acts == 2)
    #expect(driver.drafts.drafts().map(\.text) == ["K13 call 13:20 she feels alone"])
    let before = driver.record.all.count
    driver.press(.character("u"))
    #expect(driver.record.all.dropFirst(before).count { $0.body is Removed } == 2)
  }

  @Test("What a list was written of is not now: without a time it says so, and Ctrl-Y leaves it")
  func undated() {
    let driver = Driver()
    driver.press(.character("n"), .paste("K13 call well\n\nK03 call 13:40 well"))
    #expect(driver.shows("No time is said: kept as 14:05, now."))
    driver.press(.control("y"))
    #expect(driver.record.acts == 1)
    #expect(driver.drafts.drafts().map(\.text) == ["K13 call well"])
  }

  @Test("A child who is back has a form of its own, and the list goes on behind it")
  func form() {
    let driver = driver("thanh back 13:00\n\nselam call 13:30 well")
    driver.press(.enter)
    #expect(driver.shows("who saw the child?"))
    driver.press(.escape)
    #expect(driver.shows("2 of 2 > selam"))
    driver.press(.enter)
    #expect(driver.status.contains("1 of 2 kept"))
    driver.press(.character("n"))
    #expect(driver.shows("thanh back"))
  }

  @Test("What was emptied on purpose is neither kept nor offered")
  func emptied() {
    let driver = driver()
    driver.press(.control("u"), .control("n"))
    #expect(driver.shows("2 of 3"))
    #expect(driver.drafts.drafts().count == 2)
    driver.press(.enter, .control("n"))
    // Nothing is called a draft that is none.
    #expect(driver.status.contains("1 of 3 kept, 1 is a draft"))
  }

  @Test("All of it is sealed before the first is shown")
  func sealedFirst() {
    let driver = driver()
    #expect(driver.drafts.drafts().count == 3)
    driver.session.interrupted(.hungUp)
    #expect(driver.drafts.drafts().count == 3)
  }

  @Test("Esc leaves the rest as drafts, each offered again once")
  func left() {
    let driver = driver()
    driver.press(.enter, .escape)
    #expect(driver.record.acts == 1 && driver.drafts.drafts().count == 2)
    #expect(driver.status.contains("1 of 3 kept, 2 are drafts"))
    driver.press(.character("n"))
    #expect(driver.shows("draft of"))
    driver.press(.escape, .character("n"))
    #expect(driver.shows("draft of"))
    driver.press(.escape, .character("n"))
    #expect(!driver.shows("draft of"))
  }

  @Test("A paragraph can be put right before it is kept")
  func mended() {
    let driver = driver("visit 10:00 settled\n\nselam call 11:00 ok")
    driver.press(.home)
    driver.type("dawit ")
    driver.press(.enter, .enter)
    #expect(driver.record.acts == 2)
    #expect(driver.drafts.drafts().isEmpty)
  }

  @Test("One paragraph is one note, as ever; so is a list pasted behind words")
  func noList() {
    let driver = Driver()
    driver.press(.character("n"), .paste("dawit visit 13:00\nsettled"))
    #expect(!driver.shows("1 of"))
    let other = Driver()
    other.press(.character("n"))
    other.type("dawit visit 13:00 ")
    other.press(.paste(Self.list))
    #expect(!other.shows("1 of"))
  }
}

@Suite("One note on a terminal")
struct NotePromptTests {
  private func session(_ driver: Driver) -> Session {
    Session.prompt(
      access: Access(
        reader: driver.record,
        writer: driver.record,
        drafts: driver.drafts,
        who: "",
        role: "guardian"
      ),
      settings: Session.Settings(),
      clock: { driver.clock.now },
      unsaved: { Refusal("\($0)", kind: .notSaved) }
    )
  }

  @Test("It ends when the note is kept, and says so without a name left behind it")
  func kept() throws {
    let driver = Driver()
    let session = session(driver)
    for character in "dawit visit 13:00 settled" { session.press(.character(character)) }
    #expect(session.ending == nil)
    session.press(.enter)
    let outcome = try #require(session.promptOutcome)
    #expect(outcome.isKept && session.ending == .quit && driver.record.acts == 1)
  }

  @Test("It does not end while something is asked")
  func asked() {
    let driver = Driver()
    let session = session(driver)
    for character in "dawit 13:00 settled" { session.press(.character(character)) }
    session.press(.enter)
    #expect(session.ending == nil && session.promptOutcome == nil)
    session.press(.escape)
    #expect(session.promptOutcome?.isKept == false)
    #expect(driver.drafts.drafts().count == 1)
  }
}
