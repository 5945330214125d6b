import Casework
import TestSupport
import Testing

@testable import ViewModels

@Suite("What stands of an entry that was changed, and changed back")
struct VersionsTests {
  /// A note for Dawit, with the cursor on it.
  private func driver(at place: String = "") -> Driver {
    let driver = Driver()
    driver.press(.character("n"))
    driver.type("dawit visit 13:00 \(place) settled and calm")
    driver.press(.enter)
    driver.open("K13")
    find(driver)
    return driver
  }

  private func find(_ driver: Driver) {
    driver.press(.character("/"))
    driver.type("settled and calm")
    driver.press(.enter)
  }

  private func amend(_ driver: Driver, adding words: String) {
    driver.press(.character("a"))
    driver.type(words)
    driver.press(.enter)
    driver.type("left out")
    driver.press(.enter)
  }

  @Test("An amendment that was undone says nothing any more, and stays to be read")
  func amendmentUndone() {
    let driver = driver()
    amend(driver, adding: ", then afraid")
    #expect(driver.shows("settled and calm, then afraid"))
    driver.press(.character("u"))
    #expect(!driver.shows("then afraid"))
    #expect(driver.shows("amended once, taken back"))
    // Whoever writes it anew begins with what stands.
    driver.press(.character("a"))
    #expect(driver.line(with: "> ")?.contains("then afraid") == false)
    driver.press(.escape, .character("e"))
    #expect(driver.shows("settled and calm, then afraid"))
    #expect(driver.shows("taken back"))
    #expect(driver.shows("undone at once") && !driver.shows("shows all versions"))
    // The visit happened when it did, whenever its words were changed.
    let happened = driver.lines.filter { $0.contains("happened") }
    #expect(happened.count == 2 && happened.allSatisfy { $0.contains("Sun 22 Nov 2026 13:00") })
    // Everything that is said stands in one column.
    let labels = ["first ", "happened ", "amended 1 ", "because ", "taken back "]
    let rows = driver.lines.filter { row in labels.contains { row.hasPrefix(" " + $0) } }
    #expect(
      rows.count == 7 && rows.allSatisfy { $0.dropFirst(11).hasPrefix("  ") },
      "\(driver.text)"
    )
  }

  @Test("Of two amendments the latest stands; undone, the one before it")
  func secondUndone() {
    let driver = driver()
    amend(driver, adding: ", then afraid")
    amend(driver, adding: ", then gone")
    #expect(driver.shows("settled and calm, then afraid, then gone"))
    #expect(driver.shows("amended 2 times"))
    driver.press(.character("u"))
    #expect(driver.shows("settled and calm, then afraid"))
    #expect(!driver.shows("then gone"))
  }

  @Test("A removal that was undone removes nothing, and both stay to be read")
  func removalUndone() {
    let driver = driver()
    driver.press(.character("x"))
    driver.type("kept twice")
    driver.press(.enter)
    driver.press(.escape)
    #expect(driver.shows("kept twice"))
    driver.press(.character("u"))
    #expect(!driver.shows("kept twice"))
    find(driver)
    driver.press(.character("e"))
    #expect(driver.shows("kept twice"))
    #expect(driver.shows("taken back"))
  }

  @Test(
    "What was amended and then removed is removed in every version, and nothing of it is offered"
  )
  func removedAfterAmendment() {
    let driver = driver(at: "at:shelter")
    amend(driver, adding: ", then afraid")
    driver.press(.character("x"))
    driver.type("another child")
    driver.press(.enter)
    let items = Timeline(driver.record.entries(of: driver.record.child(ref: "K13"))).items
    let versions = items.filter { $0.place == "shelter" }
    #expect(versions.count == 2)
    #expect(versions.allSatisfy { $0.removed && $0.removedBecause == "another child" })
    driver.press(.escape, .character("n"))
    driver.type("visit 14:00")
    #expect(!driver.shows("the place of the last contact"))
  }

  /// The screens and the documents must say the same of every entry, whatever was done to it.
  @Test("A page says of every entry what the record counts", arguments: 0..<200)
  func agreement(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let child = ChildID(rawValue: "c")
    var entries: [RecordedEntry] = []
    var changes: [EntryID] = []
    func write(_ body: any Entry, at minute: Int = 0) -> EntryID {
      let id = EntryID(rawValue: "e\(entries.count)")
      let at = sundayAfternoon.adding(minutes: -minute)
      let stamp = Stamp(id: id, child: child, occurredAt: at, recordedAt: sundayAfternoon, by: "g")
      entries.append(RecordedEntry(stamp: stamp, body: body, seq: UInt64(entries.count + 1)))
      return id
    }
    func contact() -> ContactMade {
      let kind: ContactKind = dice.chance(50) ? .visit : .call
      var made = ContactMade(kind: kind, party: .child, text: "number \(entries.count)")
      made.alone = dice.chance(50)
      return made
    }
    for minute in 0..<4 { changes.append(write(contact(), at: minute)) }
    for _ in 0..<12 {
      guard let of = dice.pick(changes) else { break }
      let isRemoval = entries.contains { $0.stamp.id == of && $0.body is Removed }
      if !isRemoval, dice.chance(50) {
        let moved = dice.chance(50) ? sundayAfternoon.adding(minutes: -90) : nil
        changes.append(write(Amended(of: of, why: "w", body: contact(), happenedAt: moved)))
      } else {
        changes.append(write(Removed(of: of, why: "w")))
      }
    }
    let counted = Timeline(entries).items.filter {
      $0.counted != nil && $0.amends == nil
    }
    let file = CaseFile.folded(id: child, ref: "K01", entries: entries)
    let stories = Story.all(entries).filter { $0.first.body is ContactMade }
    #expect(stories.count == counted.count)
    for story in stories {
      let item = try #require(counted.first { $0.id == story.id })
      #expect((story.removal != nil) == item.removed)
      guard story.removal == nil else { continue }
      let now =
        item.amendedBy.flatMap { by in Timeline(entries).items.first { $0.id == by } } ?? item
      #expect(story.contact?.text == entries.first { $0.stamp.id == now.id }?.body.contactText)
      #expect(story.at == now.at)
      #expect(story.counted?.seenAlone == now.counted?.seenAlone)
      let fact = try #require(file.contacts.first { $0.id == story.id })
      #expect(fact.seenAlone == story.counted?.seenAlone && fact.at == story.at)
    }
    let standing = Set(stories.filter { $0.removal == nil }.map(\.id))
    #expect(Set(file.contacts.map(\.id)) == standing)
  }
}

extension Entry {
  fileprivate var contactText: String? {
    ((self as? Amended)?.body as? ContactMade ?? self as? ContactMade)?.text
  }
}
