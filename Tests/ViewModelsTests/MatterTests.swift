import Casework
import TestSupport
import Testing
import ViewModels

@Suite("An answer belongs to the matter that was asked about")
struct MatterTests {
  /// Another program keeps something while a question is open.
  private func meanwhile(_ driver: Driver, _ ref: String, _ body: any Entry) throws {
    let child = try #require(driver.record.child(ref: ref))
    _ = try driver.record.keep(
      Act(child: child, entries: [NewEntry(occurredAt: driver.clock.now, body: body)])
    )
    driver.session.recordMayHaveChanged()
  }

  private func promise(of driver: Driver, _ ref: String) throws -> EntryID {
    let child = try #require(driver.record.child(ref: ref))
    let file = try #require(driver.record.caseFile(child))
    return try #require(file.promises.first { $0.end == nil }?.id)
  }

  /// Asks how the promise was kept: on the child's page, or on the agenda of all.
  private func ask(_ driver: Driver, onAgenda: Bool) {
    if onAgenda { driver.press(.character("4")) } else { driver.open("K13") }
    driver.press(.character("g"), .character("d"))
    for _ in 0..<20 where !driver.shows("Kept: bring the bus pass") {
      driver.press(.escape, .character("j"), .character("d"))
    }
    #expect(driver.shows("Kept: bring the bus pass"))
    driver.type("gave it to him")
  }

  @Test("It stays with its promise when another one arrives above it", arguments: [true, false])
  func arrives(onAgenda: Bool) throws {
    let driver = Driver()
    let promise = try promise(of: driver, "K13")
    ask(driver, onAgenda: onAgenda)
    let earlier = DueDate.day(try #require(Day(year: 2026, month: 1, day: 2)))
    try meanwhile(driver, "K13", PromiseMade(text: "ring the aunt", due: earlier))
    driver.press(.enter)
    let kept = try #require(driver.record.all.last?.body as? PromiseKept)
    #expect(kept.of == promise && kept.note == "gave it to him")
  }

  @Test(
    "Where the promise is over by then nothing is kept, and the words are not lost",
    arguments: [true, false]
  )
  func over(onAgenda: Bool) throws {
    let driver = Driver()
    let promise = try promise(of: driver, "K13")
    ask(driver, onAgenda: onAgenda)
    try meanwhile(driver, "K13", PromiseKept(of: promise, note: "handed over by the carers"))
    driver.press(.enter)
    #expect((driver.record.all.last?.body as? PromiseKept)?.note == "handed over by the carers")
    #expect(driver.shows("not open any more: nothing was kept of “gave it to him”"))
  }
}
