import Casework
import TestSupport
import Testing
import ViewModels

@Suite("What the record knows is offered in the bar, and never taken by itself")
struct OfferTests {
  /// Dawit was visited yesterday, with an interpreter and the carer.
  private func driver() -> Driver {
    let driver = Driver()
    driver.press(.character("n"))
    driver.type("dawit visit yest 16:00 45m int:ti at:\"the house\" with:carer settled")
    driver.press(.enter)
    #expect(driver.record.acts == 1)
    driver.press(.character("n"))
    return driver
  }

  /// What the bar kept, in order.
  private func last(_ driver: Driver) -> [any Entry] {
    let before = Driver().record.all.count
    return driver.record.all.dropFirst(before).map(\.body)
  }

  @Test(
    "Interpreter, place and company of the last contact, one Tab each, in sight before they are"
  )
  func lastContact() throws {
    let driver = driver()
    driver.type("dawit visit 13:00")
    #expect(driver.shows("the place of the last contact?"))
    // Which of them Tab takes stands before it.
    #expect(driver.shows("Tab the interpreter of the last contact, int:ti?"))
    // The place itself is nobody's to read over a shoulder.
    #expect(!driver.shows("the house"))
    driver.press(.tab)
    #expect(driver.line(with: "> ")?.hasSuffix("13:00 int:ti") == true)
    driver.press(.tab)
    #expect(driver.line(with: "> ")?.contains("at:\"the house\"") == true)
    driver.press(.tab)
    #expect(driver.line(with: "> ")?.contains("with:carer") == true)
    driver.press(.enter)
    let contact = try #require(last(driver).last { $0 is ContactMade } as? ContactMade)
    #expect(contact.place == "the house")
    #expect(contact.with == ["carer"])
    #expect(contact.seen == nil || contact.seen == true)
    #expect(contact.alone != true)
  }

  @Test(
    "F3 says alone in front of the words, and again takes it back; the cursor stays in the words"
  )
  func aloneByKey() throws {
    let driver = driver()
    driver.type("dawit visit 13:00 settled, ate")
    #expect(driver.shows("F3 alone") && !driver.shows("seen alone by"))
    driver.press(.function(3))
    driver.type(" twice")
    #expect(driver.line(with: "> ")?.hasSuffix("13:00 alone, settled, ate twice") == true)
    #expect(!driver.shows("F3 alone"))
    driver.press(.function(3))
    #expect(driver.line(with: "> ")?.hasSuffix("13:00 settled, ate twice") == true)
    driver.press(.function(3), .enter)
    let contact = try #require(last(driver).last { $0 is ContactMade } as? ContactMade)
    #expect(contact.alone == true && contact.text == "settled, ate twice")
  }

  @Test("In the evening: a bare number behind the time, F3, and Tab for the interpreter")
  func evening() throws {
    let driver = driver()
    driver.type("da")
    driver.press(.tab)
    driver.type("v 1300 45")
    #expect(driver.shows("Tab 45 min"))
    // F3 alone would do: the head goes on, so the number is a length.
    driver.press(.function(3), .tab)
    #expect(driver.line(with: "> ")?.hasSuffix("dawit v 1300 45m alone, int:ti") == true)
    driver.type("settled")
    driver.press(.enter)
    let contact = try #require(last(driver).last { $0 is ContactMade } as? ContactMade)
    #expect(contact.minutes == 45 && contact.alone == true && contact.interpreter?.language == "ti")
  }

  @Test("Head, F3, words: it is said, and where it cannot be, that is said")
  func aloneBeforeTheWords() throws {
    let driver = driver()
    driver.type("dawit visit 13:00")
    driver.press(.function(3))
    driver.type("calm and fed")
    driver.press(.enter)
    let contact = try #require(last(driver).last { $0 is ContactMade } as? ContactMade)
    #expect(contact.alone == true && contact.text == "calm and fed")
    driver.press(.character("n"))
    driver.type("dawit call 13:30 no answer")
    driver.press(.function(3))
    #expect(driver.shows("“alone” was not put in"))
    #expect(driver.line(with: "> ")?.hasSuffix("13:30 no answer") == true)
  }

  @Test("A number is made a length by F3 only behind a time, and never one that is not all of it")
  func noTimeByItself() {
    for (line, becomes) in [
      ("dawit visit 16", "dawit visit alone, 16"), ("dawit visit 1h30", "dawit visit 1h30 alone,"),
      ("dawit visit 1300: 45", "dawit visit 1300 alone: 45"),
    ] {
      let driver = driver()
      driver.type(line)
      driver.press(.function(3))
      #expect(driver.line(with: "> ")?.hasSuffix(becomes) == true, "\(line)")
    }
  }

  @Test("A language that is whole is not made another by Tab")
  func wholeLanguage() {
    let driver = driver()
    driver.type("dawit visit 13:00 int:ti")
    driver.press(.tab)
    #expect(!driver.shows("int:tig"))
    #expect(driver.shows("through an interpreter, Tigrinya"))
  }

  @Test("A narrow screen loses whole keys, and never the way out", arguments: [40, 60, 80, 100])
  func wholeKeys(columns: Int) {
    let driver = driver()
    driver.size = Size(columns: columns, rows: 24)
    driver.type("dawit visit 13:00")
    let keys = driver.line(with: "Enter keep") ?? ""
    #expect(keys.contains("Esc keep as draft") && !keys.contains("…"), "\(keys)")
  }

  @Test("Nothing of it is in a note that was kept without Tab")
  func nothingByItself() throws {
    let driver = driver()
    driver.type("dawit visit 13:00 settled")
    driver.press(.enter)
    let contact = try #require(last(driver).last { $0 is ContactMade } as? ContactMade)
    #expect(contact.place == nil && contact.interpreter == nil && contact.with?.isEmpty != false)
  }

  @Test("Tab never says seen or alone, however often it is pressed")
  func neverSeen() {
    let driver = driver()
    driver.type("dawit call 13:00 he was alone and i saw him smile on the screen")
    for _ in 0..<6 { driver.press(.tab) }
    #expect(driver.line(with: "> ")?.contains("seen") == false)
    #expect(driver.shows("heard from, not seen"))
  }

  @Test("A child who is named later is known from then on; another's last contact is not offered")
  func namedLater() {
    let driver = driver()
    driver.type("visit 13:00 ")
    #expect(!driver.shows("of the last contact"))
    driver.type("selam ")
    #expect(!driver.shows("the place of the last contact"))
  }

  @Test("A date in the prose is kept with the note once it was taken, and can be given back")
  func date() throws {
    let driver = driver()
    driver.type("dawit call 13:00 5m dentist is on 26 november")
    #expect(driver.shows("a date to keep"))
    driver.press(.tab)
    #expect(driver.shows("with it: ") && driver.shows("Shift-Tab give back"))
    driver.press(.backTab)
    #expect(!driver.shows("with it: "))
    driver.press(.tab)
    // What is typed after it does not lose it.
    driver.type(" at nine")
    #expect(driver.shows("with it: "))
    driver.press(.enter)
    #expect(last(driver).contains { $0 is AppointmentSet })
  }

  @Test("A date whose words were deleted goes with them")
  func deleted() {
    let driver = driver()
    driver.type("dawit call 13:00 5m ok 26 november")
    driver.press(.tab)
    #expect(driver.shows("with it: "))
    for _ in 0..<12 { driver.press(.backspace) }
    #expect(!driver.shows("with it: "))
    driver.press(.enter)
    #expect(!last(driver).contains { $0 is AppointmentSet })
  }

  @Test("In private nothing of the last contact is read out")
  func privately() {
    let driver = driver()
    driver.press(.escape, .character("P"), .character("n"))
    driver.type("K13 visit 13:00")
    #expect(!driver.shows("the house") && !driver.shows("Dawit"))
  }

  @Test("What was taken comes back with the draft after the terminal was killed")
  func comesBack() throws {
    let killed = Driver()
    killed.press(.character("n"))
    killed.type("dawit call 13:00 5m dentist is on 26 november")
    killed.wait(seconds: 6)
    killed.press(.tab)
    #expect(killed.shows("with it: "))
    killed.wait(seconds: 6)

    let driver = Driver(drafts: killed.drafts)
    driver.press(.character("n"), .tab)
    #expect(driver.shows("dentist is on 26 november"))
    #expect(driver.shows("with it: "))
    driver.press(.enter)
    #expect(last(driver).contains { $0 is AppointmentSet })
    #expect(driver.drafts.kept.isEmpty)
  }

  @Test("What was taken and is no longer offered is said, not dropped in silence")
  func outlived() {
    let killed = Driver()
    killed.press(.character("n"))
    killed.type("dawit call 13:00 5m dentist is on 26 november")
    killed.press(.tab)
    killed.wait(seconds: 6)
    let later = killed.clock.now.adding(minutes: 5 * 24 * 60)
    let driver = Driver(now: later, drafts: killed.drafts)
    driver.press(.character("n"), .tab)
    #expect(!driver.shows("with it: "))
    #expect(driver.shows("had been taken to be kept with it, and is not offered now."))
  }

  @Test("Opened again, it says whose notes are still drafts; a key later it is out of the way")
  func saidAtOpening() {
    let killed = Driver()
    killed.press(.character("n"))
    killed.type("half a sentence")
    killed.press(.escape)
    killed.open("K13")
    killed.press(.character("n"))
    killed.type("call 13:00 half a call")
    killed.press(.escape)

    let driver = Driver(drafts: killed.drafts)
    #expect(driver.shows("2 notes are still drafts · n offers it again: Today, K13"))
    driver.press(.character("j"))
    #expect(!driver.shows("still drafts"))
    #expect(!Driver().shows("draft"))
  }
}

@Suite("A note begun by one key")
struct TemplateTests {
  @Test(
    "Ctrl-T and a letter: whom it was with, and the kind; nothing is said of the child",
    arguments: [
      ("v", "visit"), ("c", "call"), ("a", "attempt"), ("r", "review"), ("s", "with the solicitor"),
      ("p", "with the police"), ("m", "with the police"),
    ] as [(Character, String)]
  )
  func begins(key: Character, words: String) {
    let driver = Driver()
    driver.press(.character("n"))
    driver.type("dawit")
    driver.press(.control("t"))
    #expect(driver.shows("v visit   c call   a attempt"))
    driver.press(.character(key))
    driver.type("13:00 it rained")
    #expect(driver.shows(words))
    #expect(!driver.shows("seen alone by") && driver.record.acts == 0)
    driver.press(.enter)
    #expect(driver.record.acts == 1)
    let contact = driver.record.all.last?.body as? ContactMade
    #expect(contact?.alone != true)
    #expect(contact?.raw?.hasPrefix("dawit ") == true)
  }

  @Test("Esc, or another key, closes the row and types nothing; the line stays open")
  func none() {
    let driver = Driver()
    driver.press(.character("n"))
    driver.type("dawit ")
    driver.press(.control("t"), .escape, .control("t"), .character("x"))
    #expect(driver.shows("> dawit"))
    #expect(!driver.shows("> dawit x"))
    driver.type("call 13:00 5m ok")
    driver.press(.enter)
    #expect(driver.record.acts == 1)
  }
}
