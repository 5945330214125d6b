import Casework
import TestSupport
import Testing
import ViewModels

@Suite("A note that is divided, or put where it belongs")
struct NoteChangeTests {
  private static let line =
    "dawit visit yest 16:00 45m alone int:ti \"I like it\" settled !second-phone >sw: chase PEP fri "
    + ">>bring the pass thu"

  /// A note for Dawit, kept yesterday evening as it were; the cursor is on it today.
  private func driver(_ line: String = line, later minutes: Int = 26 * 60) -> Driver {
    let driver = Driver()
    driver.press(.character("n"))
    driver.type(line)
    driver.press(.enter)
    #expect(driver.record.acts == 1, "\(driver.status)")
    driver.clock.now = driver.clock.now.adding(minutes: minutes)
    driver.open("K13")
    driver.press(.character("/"))
    driver.type("settled")
    driver.press(.enter)
    return driver
  }

  private func kept(_ driver: Driver, after: Int) -> [RecordedEntry] {
    Array(driver.record.all.dropFirst(after))
  }

  @Test(
    "A note on the wrong child: a whole one for the right child, a removal here, both to be seen"
  )
  func move() throws {
    let driver = driver()
    let before = driver.record.all.count
    let old = try #require(driver.record.all.last { $0.body is ContactMade })
    driver.press(.character("M"))
    driver.type("selam")
    driver.press(.enter, .enter)
    // What will be kept, and what it does here, before Enter.
    #expect(
      driver.line(with: "> ")?.contains("K03 visit 2026-11-21T16:00 45m alone int:ti") == true
    )
    #expect(driver.shows("with it: then removed from K13, with the reason, and 3 more"))
    driver.press(.enter)
    #expect(driver.record.acts == 3)
    let new = kept(driver, after: before)
    let contact = try #require(new.first { $0.body is ContactMade })
    let (was, now) = (
      try #require(old.body as? ContactMade), try #require(contact.body as? ContactMade)
    )
    #expect(contact.stamp.child == driver.record.child(ref: "K03"))
    #expect(contact.stamp.occurredAt == old.stamp.occurredAt)
    #expect(now.alone == true && now.minutes == 45 && now.interpreter == was.interpreter)
    #expect(now.words == was.words && now.text == was.text)
    #expect(now.raw?.contains("dawit") == false)
    let due = { (entries: [RecordedEntry]) in entries.compactMap { ($0.body as? PromiseMade)?.due }
    }
    #expect(due(new) == due(driver.record.all.dropLast(new.count)).suffix(1))
    #expect(new.contains { ($0.body as? FlagRaised)?.topic == "second-phone" })
    #expect(new.contains { $0.body is AskedOf })
    // Here: four removals with the reason, none of which names the other child.
    let removed = new.compactMap { $0.body as? Removed }
    #expect(removed.count == 4 && removed.allSatisfy { $0.why == "kept under the wrong child" })
    #expect(removed.contains { $0.of == old.stamp.id })
    let here = new.filter { $0.stamp.child == driver.record.child(ref: "K13") }
    #expect(here.count == 4)
    #expect(
      Set(here.compactMap(\.stamp.group)).isDisjoint(with: contact.stamp.group.map { [$0] } ?? [])
    )
    #expect(driver.status.contains("Saved") && driver.status.contains("moved"))
  }

  @Test("u takes a move back, both halves of it")
  func undo() throws {
    let driver = driver("dawit visit yest 16:00 settled")
    let before = driver.record.all.count
    driver.press(.character("M"))
    driver.type("K03")
    driver.press(.enter, .enter, .enter)
    #expect(driver.record.acts == 3)
    driver.press(.character("u"))
    let undone = kept(driver, after: before + 2).compactMap { $0.body as? Removed }
    #expect(undone.count == 2 && undone.allSatisfy { $0.why == "undone at once" })
  }

  @Test("A note that was written anew moves with the words it has now")
  func moveAmended() throws {
    let driver = driver()
    driver.press(.character("a"))
    driver.type(" and tired")
    driver.press(.enter)
    driver.type("left out")
    driver.press(.enter, .character("M"))
    driver.type("K03")
    driver.press(.enter, .enter, .enter)
    let contact = try #require(
      driver.record.all.last { $0.body is ContactMade }?.body as? ContactMade
    )
    #expect(contact.text.contains("and tired") && contact.words?.first?.text == "I like it")
    #expect(contact.interpreter?.language == "ti")
    #expect(
      driver.record.all.last { $0.body is FlagRaised }?.stamp.child
        == driver.record.child(ref: "K03")
    )
  }

  @Test("A note whose line said no time moves to when it was kept, not to now")
  func moveWithoutTime() throws {
    let driver = driver("dawit call settled")
    let old = try #require(driver.record.all.last { $0.body is ContactMade })
    driver.press(.character("M"))
    driver.type("K03")
    driver.press(.enter, .enter, .enter)
    let new = try #require(driver.record.all.last { $0.body is ContactMade })
    #expect(
      new.stamp.occurredAt.milliseconds / 60_000 == old.stamp.occurredAt.milliseconds / 60_000
    )
    #expect(new.stamp.id != old.stamp.id)
  }

  @Test("A note that no line was typed for moves whole: interpreter, place, promise, words")
  func moveUntyped() throws {
    let driver = Driver()
    let dawit = try #require(driver.record.child(ref: "K13"))
    var contact = ContactMade(kind: .visit, party: .child, text: "sorted out his shoes")
    (contact.minutes, contact.alone, contact.seen) = (45, true, true)
    contact.interpreter = Interpreter(language: "ti", mode: .phone)
    contact.place = "the house, back room"
    contact.words = [Quote(by: "child", text: "I run"), Quote(by: "carer", text: "he sleeps")]
    let id = EntryID(rawValue: "0190a000-0000-7000-8000-00000000abcd")
    let at = driver.clock.now.adding(minutes: -300)
    let due = DueDate.day(driver.record.zone.day(of: driver.clock.now).adding(days: 3))
    _ = try driver.record.keep(
      Act(
        child: dawit,
        entries: [
          NewEntry(id: id, occurredAt: at, body: contact),
          NewEntry(occurredAt: at, body: PromiseMade(text: "bring laces", due: due, from: id)),
          NewEntry(occurredAt: at, body: FlagRaised(topic: "new-shoes", from: id)),
          NewEntry(
            occurredAt: at,
            body: AskedOf(text: "ask the club", owedBy: .carer, due: nil, from: id)
          ),
        ]
      )
    )
    driver.session.recordMayHaveChanged()
    driver.open("K13")
    driver.press(.character("/"))
    driver.type("shoes")
    driver.press(.enter, .character("M"))
    driver.type("K03")
    driver.press(.enter, .enter)
    #expect(driver.shows("and 3 more that came with it"))
    let before = driver.record.all.count
    driver.press(.enter)
    let new = kept(driver, after: before)
    let moved = try #require(new.compactMap { $0.body as? ContactMade }.first)
    #expect(moved.alone == true && moved.minutes == 45 && moved.place == contact.place)
    #expect(moved.interpreter == contact.interpreter)
    #expect(moved.text.contains("sorted out his shoes"))
    #expect(moved.words?.map(\.by) == ["child", "carer"])
    #expect(new.compactMap { $0.body as? PromiseMade }.first?.due == due)
    #expect(new.compactMap { $0.body as? FlagRaised }.first?.topic == "new-shoes")
    #expect(new.compactMap { $0.body as? AskedOf }.first?.text == "ask the club")
    #expect(new.compactMap { $0.body as? Removed }.count == 4)
    #expect(new.first { $0.body is ContactMade }?.stamp.occurredAt.milliseconds == at.milliseconds)
  }

  @Test("Nothing is removed before the note stands where it belongs")
  func moveLeft() {
    let driver = driver()
    let acts = driver.record.acts
    driver.press(.character("M"))
    driver.type("nobody")
    driver.press(.enter)
    #expect(driver.status.contains("No child"))
    driver.press(.character("M"))
    driver.type("K03")
    driver.press(.enter, .enter, .escape)
    #expect(driver.record.acts == acts)
    #expect(driver.drafts.drafts().isEmpty)
  }

  @Test(
    "Two contacts in one note: the words taken out become a second, the first keeps both versions"
  )
  func split() throws {
    let driver = driver("dawit visit yest 16:00 45m settled and calm. Later rang: bus was late")
    let before = driver.record.all.count
    driver.press(.character("S"))
    for _ in 0..<" Later rang: bus was late".count { driver.press(.backspace) }
    driver.press(.enter, .enter)
    #expect(
      driver.line(with: "> ")?.contains("K13 visit 2026-11-21T16:00 - Later rang: bus was late")
        == true
    )
    #expect(driver.shows("with it: these words go out of the first note"))
    // It was a call, later.
    driver.press(.control("u"))
    driver.type("K13 call 2026-11-21T18:10 - Later rang: bus was late")
    driver.press(.enter)
    let new = kept(driver, after: before)
    #expect(new.count == 2)
    let second = try #require(new.first { $0.body is ContactMade })
    let amended = try #require(new.compactMap { $0.body as? Amended }.first)
    #expect((second.body as? ContactMade)?.kind == .call)
    #expect((amended.body as? ContactMade)?.text == "settled and calm.")
    #expect((amended.body as? ContactMade)?.minutes == 45)
    #expect(amended.why == "two contacts in one note")
  }

  @Test("A second half about another child is not kept with the first")
  func splitDiscord() {
    let driver = driver("dawit visit yest 16:00 settled. Later rang")
    let acts = driver.record.acts
    driver.press(.character("S"))
    for _ in 0..<" Later rang".count { driver.press(.backspace) }
    driver.press(.enter, .enter, .control("u"))
    driver.type("selam call 2026-11-21T18:10 - Later rang")
    driver.press(.enter)
    #expect(driver.record.acts == acts)
    #expect(driver.status.contains("about the same child"))
  }

  @Test(
    "What is moved must be in the note that is kept: nothing is removed for other words",
    arguments: ["thanh call 10m hello", "K03 call 10m hello", "new Somebody 16 here"]
  )
  func moveOtherWords(line: String) {
    let driver = driver()
    let acts = driver.record.acts
    driver.press(.character("M"))
    driver.type("K03")
    driver.press(.enter, .enter, .control("u"))
    driver.type(line)
    driver.press(.enter)
    #expect(driver.record.acts == acts, "\(driver.status)")
  }

  @Test("A move or a split that is left leaves no draft that could keep its words twice")
  func noDraft() {
    let driver = driver()
    driver.press(.character("M"))
    driver.type("K03")
    driver.press(.enter, .enter)
    driver.type(" and more")
    driver.wait(seconds: 6)
    driver.session.interrupted(.hungUp)
    #expect(driver.drafts.drafts().isEmpty)
  }

  @Test("The second half says no more of the child than the whole did")
  func splitUnseen() throws {
    let driver = driver("dawit visit yest 16:00 unseen =third settled. Neighbour rang")
    // Restricted entries are only counted under a filter; without one it is the newest.
    driver.press(.escape, .home, .down)
    driver.press(.character("S"))
    for _ in 0..<" Neighbour rang".count { driver.press(.backspace) }
    driver.press(.enter, .enter)
    let line = driver.line(with: "> ") ?? ""
    #expect(line.contains("unseen") && line.contains("=third"))
    driver.press(.enter)
    let second = try #require(driver.record.all.compactMap { $0.body as? ContactMade }.last)
    #expect(second.seen != true && second.restricted == .thirdParty)
  }

  @Test("Somebody else's words stay theirs in the second half")
  func splitQuote() throws {
    let driver = driver("dawit call sw yest 16:00 settled. \"he is late\"")
    driver.press(.character("S"))
    for _ in 0..<" \"he is late\"".count { driver.press(.backspace) }
    driver.press(.enter, .enter)
    driver.press(.enter)
    let contacts = driver.record.all.compactMap { $0.body as? ContactMade }
    let second = try #require(contacts.last)
    // Either the line says so, or there is no line and nothing was kept.
    #expect(second.words?.contains { $0.by == "child" } != true && second.party == .about)
  }

  @Test("A promise that was kept meanwhile is not made again for the other child")
  func movePromiseOver() throws {
    let driver = driver("dawit visit yest 16:00 settled >>bring the pass thu")
    let promise = try #require(driver.record.all.last { $0.body is PromiseMade })
    let dawit = try #require(driver.record.child(ref: "K13"))
    _ = try driver.record.keep(
      Act(
        child: dawit,
        entries: [NewEntry(occurredAt: driver.clock.now, body: PromiseKept(of: promise.stamp.id))]
      )
    )
    driver.session.recordMayHaveChanged()
    let before = driver.record.all.count
    driver.press(.character("M"))
    driver.type("K03")
    driver.press(.enter, .enter)
    #expect(driver.shows("1 that came with it stays here"))
    driver.press(.enter)
    #expect(!kept(driver, after: before).contains { $0.body is PromiseMade })
    #expect(kept(driver, after: before).compactMap { $0.body as? Removed }.count == 1)
  }

  @Test("A note of two children moves with its own child's acts only")
  func moveShared() throws {
    let driver = driver("dawit+thanh visit yest 16:00 settled >>thanh: bus pass thu")
    let before = driver.record.all.count
    driver.press(.character("M"))
    driver.type("K03")
    driver.press(.enter, .enter, .enter)
    #expect(!kept(driver, after: before).contains { $0.body is PromiseMade })
  }

  @Test("Imported text with quotation marks never becomes the child's words by a move")
  func moveImportedQuote() throws {
    let driver = Driver()
    let dawit = try #require(driver.record.child(ref: "K13"))
    let contact = ContactMade(
      kind: .visit,
      party: .child,
      text: "settled; carer said \"he is fine\""
    )
    let at = driver.clock.now.adding(minutes: -300)
    _ = try driver.record.keep(
      Act(child: dawit, entries: [NewEntry(occurredAt: at, body: contact)])
    )
    driver.session.recordMayHaveChanged()
    driver.open("K13")
    driver.press(.character("/"))
    driver.type("settled")
    driver.press(.enter, .character("M"))
    driver.type("K03")
    driver.press(.enter, .enter)
    #expect(driver.record.acts == 1 && driver.status.contains("No line says"))
  }

  @Test("Words that were put in are no split")
  func noSplit() {
    let driver = driver("dawit visit yest 16:00 settled. Later rang")
    driver.press(.character("S"))
    driver.type(" again")
    driver.press(.enter)
    #expect(driver.status.contains("Not split"))
  }

  @Test("A quotation that is no longer among the words is nobody's words")
  func quoteGone() throws {
    let driver = driver("dawit visit yest 16:00 settled \"I like it\"")
    driver.press(.character("a"), .control("u"))
    driver.type("settled")
    driver.press(.enter)
    driver.type("misheard")
    driver.press(.enter)
    let amended = try #require(driver.record.all.last?.body as? Amended)
    #expect((amended.body as? ContactMade)?.words == nil)
  }
}
