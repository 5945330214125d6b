import Casework
import TestSupport
import Testing
import ViewModels

@Suite("A guardian at the keys")
struct ScenarioTests {
  // MARK: - Today

  @Test("Every child is on the page at every size, in a row, a name or a count")
  func nobodyIsLost() {
    for (columns, rows) in [(40, 10), (80, 24), (120, 36), (200, 60)] {
      let driver = Driver(columns: columns, rows: rows)
      var seen: Set<String> = []
      for _ in 0..<40 {
        // The folded group of a small screen is names alone.
        for file in driver.record.caseload()
        where driver.shows(file.ref) || driver.shows(file.callName) {
          seen.insert(file.ref)
        }
        driver.press(.down)
      }
      #expect(seen.count == 14, "\(columns)x\(rows): \(seen.sorted())")
      #expect(driver.shows("14 of 14"))
    }
  }

  @Test("Names and numbers line up whatever script they are in")
  func columnsLineUp() {
    let driver = Driver()
    let rows = driver.lines.filter {
      $0.hasPrefix(" ▲ ") || $0.hasPrefix(" ◆ ") || $0.hasPrefix(" ○ ")
    }
    #expect(rows.count == 8)
    let places = Set(
      rows.map { line in
        line.distance(from: line.startIndex, to: line.firstIndex(of: "K") ?? line.startIndex)
      }
    )
    #expect(places == [10])
  }

  @Test("The first key down goes to the child who needs the guardian most")
  func firstMove() {
    let driver = Driver()
    driver.press(.down, .enter)
    #expect(driver.lines[0].contains("Thanh K12"))
  }

  @Test("A filter says whom it hides when they cannot wait")
  func filterCounts() {
    let driver = Driver()
    driver.press(.character("/"))
    driver.type("review")
    driver.press(.enter)
    #expect(driver.shows("2 of 14"))
    let line = driver.line(with: "hidden") ?? ""
    #expect(line.contains("1 missing") && line.contains("1 before a limit"))
    #expect(driver.shows("1 still"))
    driver.press(.escape)
    #expect(driver.shows("14 of 14"))
  }

  @Test("Rows stand still under the cursor; a change is said, and R puts rows where they belong")
  func rowsStandStill() throws {
    let driver = Driver()
    driver.press(.down, .down, .down, .down, .down)
    let before = driver.lines.filter { $0.contains("◆ Dawit") }
    #expect(before.first?.contains("bus pass") == true)
    let dawit = try #require(driver.record.child(ref: "K13"))
    _ = try driver.record.keep(
      Act(child: dawit, entries: [NewEntry(occurredAt: driver.clock.now, body: MissingStarted())])
    )
    driver.session.recordMayHaveChanged()
    #expect(driver.status.contains("Missing: Dawit"))
    let heading = driver.lines.firstIndex { $0.contains("YOU SAID YOU WOULD") }
    let row = driver.lines.firstIndex { $0.contains("◆ Dawit") }
    #expect(row == heading.map { $0 + 1 })
    driver.press(.character("R"))
    #expect(!driver.shows("YOU SAID YOU WOULD"))
  }

  // MARK: - Notes

  @Test("A note is shown before it is kept, and stands in the timeline after")
  func note() {
    let driver = Driver()
    driver.press(.character("n"))
    driver.type("dawit visit 13:00 45m alone \"I am tired\" settled !sleep >>ring on tue")
    #expect(driver.shows("with Dawit K13"))
    #expect(driver.shows("seen alone"))
    #expect(driver.shows("you promise"))
    #expect(driver.record.acts == 0)
    driver.press(.enter)
    #expect(driver.record.acts == 1)
    #expect(driver.status.contains("Saved"))
    #expect(driver.status.contains("u undoes"))
    driver.open("K13")
    #expect(driver.shows("visit · 45 min · seen alone"))
    #expect(driver.shows("flag: sleep"))
  }

  @Test("Fresh on Today a note asks whom it is about; the top row is never taken by itself")
  func neverTheTopRow() {
    let driver = Driver()
    driver.press(.character("n"))
    driver.type("call 13:00 5m all well")
    driver.press(.enter)
    #expect(driver.record.acts == 0)
    #expect(!driver.shows("with Thanh"))
    driver.press(.escape, .down, .character("n"))
    driver.type("call 13:00 5m all well")
    #expect(driver.shows("with Thanh K12"))
  }

  @Test("A name that is nearly right is offered, and Tab takes it")
  func nearName() {
    let driver = Driver()
    driver.press(.character("n"))
    driver.type("dawti call 13:00 5m fine")
    driver.press(.enter)
    #expect(driver.record.acts == 0)
    driver.press(.tab)
    #expect(driver.shows("with Dawit K13"))
  }

  @Test("From whom a text is, is offered and not taken; Tab takes it")
  func offerTaken() {
    let driver = Driver()
    driver.press(.character("n"))
    driver.type("dawit text 13:00 ok")
    #expect(!driver.shows("heard from, not seen"))
    driver.press(.tab)
    #expect(driver.shows("ok from:child"))
    #expect(driver.shows("heard from, not seen"))
    driver.press(.enter)
    #expect(driver.record.acts == 1)
  }

  @Test("A note that could not be kept stays in the bar, and says so")
  func refused() {
    let driver = Driver()
    driver.record.failure = "The disk is full. Nothing was kept."
    driver.press(.character("n"))
    driver.type("dawit call 13:00 5m fine")
    driver.press(.enter)
    #expect(driver.shows("▲ NOT SAVED") && driver.shows("The disk is full. Nothing was kept."))
    #expect(driver.shows("> dawit call"))
    driver.press(.enter)
    #expect(driver.record.acts == 1)
  }

  @Test("Five seconds after the first letter the draft is sealed; kept, it is gone")
  func drafts() {
    let driver = Driver()
    driver.press(.character("n"))
    driver.type("dawit call 13:00")
    #expect(driver.drafts.kept.isEmpty)
    driver.wait(seconds: 6)
    #expect(driver.drafts.kept.map(\.text) == ["dawit call 13:00"])
    driver.type(" fine")
    driver.press(.enter)
    #expect(driver.drafts.kept.isEmpty)
  }

  @Test("A draft that was emptied is gone, and the child's timeline says so at once")
  func draftEmptied() throws {
    let driver = Driver()
    driver.drafts.discarded = { draft in
      let body = DraftDiscarded(
        draft: draft.id,
        form: draft.form,
        savedAt: draft.savedAt,
        reason: .discarded
      )
      let entry = NewEntry(occurredAt: driver.clock.now, body: body)
      _ = try? driver.record.keep(Act(child: draft.child, entries: [entry]))
    }
    driver.press(.character("j"), .enter, .character("n"))
    driver.type("call 13:00 said")
    driver.wait(seconds: 6)
    #expect(driver.drafts.kept.count == 1 && !driver.shows("draft discarded"))
    driver.press(.control("u"), .escape)
    #expect(driver.drafts.kept.isEmpty)
    #expect(driver.shows("draft discarded"), "\(driver.text)")
  }

  @Test("Esc keeps the draft; it is offered in the same place, and nowhere else")
  func draftOffered() {
    let driver = Driver()
    driver.press(.down, .character("n"))
    driver.type("call 13:00 she was at the")
    driver.press(.escape)
    #expect(driver.drafts.kept.count == 1)
    driver.press(.down, .character("n"))
    #expect(!driver.shows("she was at the"))
    driver.press(.escape, .up, .character("n"))
    #expect(driver.shows("draft of today"))
    #expect(driver.shows("she was at the"))
    driver.press(.tab)
    #expect(driver.shows("> call 13:00 she was at the"))
  }

  @Test("A draft never leaks into the next note")
  func draftDoesNotLeak() {
    let driver = Driver()
    driver.press(.down, .character("n"))
    driver.type("call 13:00 words left behind")
    driver.press(.escape, .character("n"))
    driver.type("call 13:30 5m other words")
    driver.press(.enter)
    #expect(driver.record.acts == 1)
    let note = driver.record.all.last { $0.body is ContactMade }?.body as? ContactMade
    #expect(note?.raw == "call 13:30 5m other words")
  }

  @Test("A hang-up seals the draft and shows nothing after")
  func hangUp() {
    let driver = Driver()
    driver.press(.character("n"))
    driver.type("dawit call 13:00 in the middle")
    driver.session.interrupted(.hungUp)
    #expect(driver.drafts.kept.count == 1)
    #expect(driver.session.ending == .quit)
    #expect(!driver.shows("Dawit"))
  }

  @Test("u takes the last note back with a removal that shows; nothing is deleted")
  func undo() {
    let driver = Driver()
    driver.press(.character("n"))
    driver.type("dawit visit 13:00 45m alone settled")
    driver.press(.enter, .character("u"))
    #expect(driver.record.acts == 2)
    #expect(driver.record.all.last?.body is Removed)
    driver.open("K13")
    #expect(driver.shows("removed"))
    #expect(driver.shows("undone at once"))
  }

  @Test("After ten minutes undo asks for a reason instead")
  func undoTooLate() {
    let driver = Driver()
    driver.press(.character("n"))
    driver.type("dawit visit 13:00 45m alone settled")
    driver.press(.enter)
    driver.clock.now = driver.clock.now.adding(minutes: 11)
    driver.press(.character("u"))
    #expect(driver.record.acts == 1)
    #expect(driver.status.contains("More than 10 minutes"))
  }

  @Test("A paste outside a field is refused, in a message")
  func pasteOutside() {
    let driver = Driver()
    driver.press(.paste("n secret words"))
    #expect(driver.status.contains("Not pasted"))
    #expect(driver.record.acts == 0)
  }

  // MARK: - A child

  @Test("A promise is marked kept from the child's page, with a few words")
  func promiseKept() {
    let driver = Driver()
    driver.open("K13")
    #expect(driver.shows("bring the bus pass"))
    driver.press(.character("d"))
    driver.type("gave it to him at college")
    driver.press(.enter)
    #expect(driver.record.all.last?.body is PromiseKept)
    #expect(!(driver.line(with: "you promised") ?? "").contains("not yet done"))
  }

  @Test("What another owes can be chased and answered; a flag is answered; each says so")
  func otherMatters() throws {
    let driver = Driver()
    driver.open("K12")
    driver.press(.down, .character("c"))
    driver.type("rang the office")
    driver.press(.enter)
    #expect(driver.record.all.last?.body is AskedChased)
    driver.press(.character("d"))
    driver.type("will ring today")
    driver.press(.enter)
    #expect(driver.record.all.last?.body is AskedAnswered)
    driver.open("K03")
    driver.press(.character("d"))
    driver.type("told the carer and the police")
    driver.press(.enter)
    let response = try #require(driver.record.all.last?.body as? FlagResponded)
    #expect(response.what == "told the carer and the police")
  }

  @Test("An amendment keeps both versions, each as it was written")
  func amend() {
    let driver = Driver()
    driver.open("K13")
    driver.press(.character("/"))
    driver.type("solicitor")
    driver.press(.enter, .character("a"))
    driver.type(" Carer at home.")
    driver.press(.enter)
    driver.type("left out who was there")
    driver.press(.enter)
    #expect(driver.record.all.last?.body is Amended)
    #expect(driver.shows("Carer at home."))
    #expect(driver.shows("amended once"))
    driver.press(.character("e"))
    #expect(driver.shows("left out who was there"))
    #expect(driver.shows("AS IT WAS WRITTEN"))
  }

  @Test("The lanes move and zoom, and the list follows")
  func lanes() {
    let driver = Driver()
    driver.open("K12")
    let first = driver.status
    for _ in 0..<40 { driver.press(.left) }
    #expect(driver.status != first)
    driver.press(.character("<"), .character("<"))
    #expect(driver.shows("placed"))
    driver.press(.character("L"))
    #expect(!driver.shows("─── "))
  }

  @Test("m starts an episode after two questions, and Enter alone means now")
  func missingStarts() throws {
    let driver = Driver()
    driver.open("K13")
    driver.press(.character("m"))
    #expect(driver.shows("Dawit K13 is missing: since when?"))
    driver.type("13:20")
    driver.press(.enter)
    driver.type("left college at lunch")
    driver.press(.enter)
    let entry = try #require(driver.record.all.last)
    #expect((entry.body as? MissingStarted)?.text == "left college at lunch")
    #expect(entry.stamp.occurredAt == moment("2026-11-22 13:20"))
    #expect(driver.lines[0].contains("missing 45 min"))
  }

  @Test("A child who is back is never kept by Enter alone: who saw, where, and how is asked")
  func returned() throws {
    let driver = Driver()
    driver.open("K12")
    driver.press(.character("n"))
    driver.type("thanh back 13:20 police brought her")
    driver.press(.enter)
    #expect(driver.record.acts == 0)
    #expect(driver.shows("who saw the child?"))
    driver.type("Sgt Bell")
    driver.press(.enter)
    driver.type("the station")
    driver.press(.enter)
    driver.type("cold, no injuries said")
    driver.press(.enter, .enter)
    let body = try #require(driver.record.all.last?.body as? Returned)
    #expect(body.seenBy == "Sgt Bell")
    #expect(driver.record.acts == 1)
  }

  // MARK: - Around

  @Test("Privacy mode shows no name anywhere, and words that hold one show the code")
  func privacy() {
    for (columns, rows) in [(80, 24), (120, 36), (200, 60)] {
      let driver = Driver(columns: columns, rows: rows)
      driver.press(.character("P"))
      let names = ["Thanh", "Nguyễn", "Yusuf", "Ardit", "Dawit", "Selam", "Minh", "Mirela", "يوسف"]
      func check(_ place: String) {
        for name in names { #expect(!driver.shows(name), "\(place) shows \(name)") }
      }
      check("today")
      driver.press(.down, .enter)
      check("child")
      driver.press(.escape, .character("2"))
      check("timeline")
      driver.press(.character("4"))
      check("agenda")
      driver.press(.character("n"))
      driver.type("k12 call 13:00 5m Thanh rang")
      #expect(driver.shows("with K12"))
    }
  }

  @Test("F12 and Ctrl-X blank and lock at once, from everywhere, with the draft sealed")
  func panic() {
    for key in [Key.function(12), .control("x")] {
      for open in [Key.unknown, .character("n"), .character("?"), .character(":"), .character("5")]
      {
        let driver = Driver()
        driver.press(open)
        if open == .character("n") { driver.type("dawit call") }
        driver.press(key)
        #expect(driver.session.ending == .lock)
        #expect(driver.text.allSatisfy { $0 == "\n" })
        #expect(driver.drafts.kept.count == (open == .character("n") ? 1 : 0))
      }
    }
  }

  @Test("It locks five minutes after the last key, and counts seconds only in the last thirty")
  func idleLock() {
    let driver = Driver()
    driver.wait(seconds: 200)
    #expect(driver.status.contains("locks 14:10"))
    driver.press(.down)
    driver.wait(seconds: 269)
    #expect(!driver.status.contains("locks in"))
    #expect(driver.session.ending == nil)
    driver.wait(seconds: 11)
    #expect(driver.status.contains("locks in 20 s"))
    driver.wait(seconds: 20)
    #expect(driver.session.ending == .lock)
  }

  @Test("Between the minutes nothing ticks")
  func nothingTicks() {
    let driver = Driver()
    #expect(driver.session.millisecondsToNextTick() == 60_000)
  }

  @Test("A read-only session can write nothing, and each key says why")
  func readOnly() {
    let driver = Driver(readOnly: true)
    #expect(driver.status.contains("read-only"))
    driver.press(.down)
    for key in ["n", "f", "r", "w", "m", "u", "."] {
      driver.press(.character(Character(key)))
      #expect(driver.status.contains("read-only view"), "\(key)")
    }
    driver.open("K13")
    driver.press(.character("d"))
    #expect(driver.status.contains("read-only view"))
    #expect(driver.record.acts == 0)
  }

  @Test("Who does not fit on the screen is counted, group by group, above and below")
  func hiddenAreCounted() {
    let driver = Driver(columns: 60, rows: 12)
    #expect(driver.shows(" below: "))
    driver.press(.end)
    #expect(driver.shows(" above: ") && !driver.shows(" below: "))
  }

  @Test("At 80x24 a caseload of fourteen is on one screen")
  func oneScreen() {
    let driver = Driver(columns: 80, rows: 24)
    for file in driver.record.caseload() {
      #expect(driver.shows(file.callName), "\(file.ref)")
    }
  }

  @Test("Esc is one step back and never leaves; q leaves at once, the draft sealed")
  func leaving() {
    let driver = Driver()
    driver.press(.down, .enter, .escape, .escape, .escape)
    #expect(driver.session.ending == nil)
    driver.press(.character("q"))
    #expect(driver.session.ending == .quit)
  }

  @Test("Search finds while typing and opens the child")
  func search() {
    let driver = Driver()
    driver.press(.character("5"))
    driver.type("drawing")
    #expect(driver.shows("found"))
    driver.press(.enter)
    #expect(driver.lines[0].contains("Thanh"))
    // The cursor is on what was found, not at the top of the page.
    #expect(driver.shows("drawing"))
    #expect(!driver.status.contains(" 1 of "))
  }

  @Test("Help lists this screen's keys first and is searched by typing")
  func help() {
    let driver = Driver()
    driver.press(.character("?"))
    #expect(driver.lines.first { $0.contains("ON ") }?.contains("ON TODAY") == true)
    driver.type("privacy")
    #expect(driver.shows("Code names instead of"))
    #expect(!driver.shows("re-sort"))
    driver.press(.escape, .escape)
    #expect(driver.lines[0].contains("Today"))
  }

  // MARK: - Unlocking

  @Test("A wrong passphrase says so, shows neither letters nor length, and changes nothing")
  func unlock() {
    let driver = Driver(locked: true)
    driver.type("lantern")
    let short = driver.text
    driver.type("lantern velvet harbour")
    #expect(driver.text == short)
    #expect(!short.contains("lantern"))
    driver.press(.enter)
    #expect(driver.shows("does not open this record"))
    driver.wait(seconds: 1)
    driver.type("lantern velvet harbour copper meadow")
    driver.press(.enter)
    #expect(driver.lines[0].contains("Today"))
  }

  @Test("First run: the passphrase twice, the recovery key typed back, then Today")
  func firstRun() {
    let driver = Driver(locked: true, exists: false)
    driver.press(.enter)
    #expect(driver.shows("lantern velvet harbour copper meadow"))
    driver.type("too short")
    driver.press(.enter)
    #expect(driver.shows("15 characters or more; this has fewer"))
    driver.press(.control("u"))
    driver.type("lantern velvet harbour copper meadow")
    driver.press(.enter)
    driver.type("lantern velvet harbour copper meadow")
    driver.press(.enter)
    #expect(driver.shows("7K2M 9QXR"))
    driver.type("7k2m 9qxr 4tbn wrong")
    driver.press(.enter)
    #expect(driver.shows("not the key above"))
    #expect(driver.opener.made.isEmpty)
    driver.press(.control("u"))
    driver.type("7k2m 9qxr 4tbn 8wvc 3hjd 5pfg os")
    driver.press(.enter)
    #expect(driver.opener.made.count == 1)
    #expect(driver.opener.made.first?.recoveryKey == "7K2M9QXR4TBN8WVC3HJD5PFG0S")
    #expect(driver.opener.made.first?.passphrase == "lantern velvet harbour copper meadow")
    #expect(driver.shows("The record is made"))
    driver.press(.enter)
    #expect(driver.lines[0].contains("Today"))
  }

  /// As far as the recovery key on the screen.
  private func atRecoveryKey() -> Driver {
    let driver = Driver(locked: true, exists: false)
    driver.press(.enter)
    for _ in 1...2 {
      driver.type("lantern velvet harbour copper meadow")
      driver.press(.enter)
    }
    #expect(driver.shows("7K2M 9QXR"))
    return driver
  }

  @Test("Leaving before the recovery key was typed back makes nothing")
  func leavesNothing() {
    let driver = atRecoveryKey()
    driver.type("7k2m 9qxr")
    driver.press(.control("c"))
    #expect(driver.session.ending == .quit)
    #expect(driver.opener.made.isEmpty)
  }

  @Test("A step back from the recovery key chooses another passphrase; the key on paper stays good")
  func stepBack() {
    let driver = atRecoveryKey()
    driver.press(.escape)
    #expect(driver.shows("Choose a passphrase"))
    for _ in 1...2 {
      driver.type("velvet harbour copper meadow ten")
      driver.press(.enter)
    }
    #expect(driver.shows("7K2M 9QXR"))
    driver.type("7K2M9QXR4TBN8WVC3HJD5PFG0S")
    driver.press(.enter)
    #expect(driver.opener.made.map(\.passphrase) == ["velvet harbour copper meadow ten"])
  }

  @Test("A disk that refuses the record says so, and the key can be typed back again")
  func refusedRecord() {
    let driver = atRecoveryKey()
    driver.opener.failure = "The disk is full. Nothing was made."
    driver.type("7K2M9QXR4TBN8WVC3HJD5PFG0S")
    driver.press(.enter)
    #expect(driver.shows("The disk is full. Nothing was made."))
    #expect(driver.shows("7K2M 9QXR"))
    driver.press(.enter)
    #expect(driver.opener.made.count == 1)
    #expect(driver.shows("The record is made"))
  }

  @Test("Shut out by a new passphrase, what is being typed is put away and the screen locks")
  func shutOut() {
    let driver = Driver()
    driver.press(.character("n"))
    driver.type("thanh call half a sen")
    driver.session.receive(.shutOut)
    #expect(driver.session.ending == .lock)
    #expect(driver.drafts.kept.map(\.text) == ["thanh call half a sen"])
    #expect(driver.text.allSatisfy { $0.isWhitespace })
  }

  @Test("The locked screen says why it locked, until something is typed")
  func lockedBecause() {
    let driver = Driver(locked: true, because: "Another program changed the passphrase.")
    #expect(driver.shows("Another program changed the passphrase."))
    #expect(!driver.shows("Error:"))
    driver.type("l")
    #expect(!driver.shows("Another program"))
  }
}
