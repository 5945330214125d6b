import Casework
import TestSupport
import Testing

@testable import ViewModels

/// Rows and cards are taken over from one page to the next; none of them may be an old one.
@Suite("Today's rows and cards, taken over from the page before")
struct TakenOverRowsTests {
  /// The frame as it is shown, and as it is when nothing of the page before was at hand.
  private func isFresh(_ driver: Driver) throws -> Bool {
    let shown = driver.frame
    let today = try #require(driver.session.stack.first as? TodayScreen)
    driver.session.underBar = nil
    today.laid = nil
    today.cards = LaidCards()
    today.itemsOf = nil
    today.refresh(returning: false)
    return shown == driver.frame
  }

  private let notes = [
    "thanh call 13:50 5m", "dawit visit 13:30 20m alone calm", "selam text ok",
    "selam upd police rang back", "thanh visit 12:00 30m !car new phone >me: ring fri",
    "new Marta Alvarez, 15, Spanish, from Lisbon", "dawit visit 13:00 40m alone with interp es",
    "thanh +promise ring tomorrow", "selam visit 11:00 seen =priv what she said",
  ]

  @Test(
    "After every note they are those of now",
    arguments: [(80, 24), (120, 36), (200, 60), (90, 18), (60, 40), (120, 14)]
  )
  func everyNote(columns: Int, rows: Int) throws {
    let driver = Driver(columns: columns, rows: rows)
    var kept = 0
    for round in 0..<3 {
      for note in notes {
        _ = driver.frame
        driver.press(.character("n"))
        driver.type(note)
        #expect(try isFresh(driver), "while typing \(note)")
        let acts = driver.record.acts
        driver.press(.enter)
        if driver.record.acts > acts { kept += 1 } else { driver.press(.control("u"), .escape) }
        #expect(try isFresh(driver), "after \(note)")
        // Within the minute, and beyond it.
        driver.wait(seconds: round == 0 ? 5 : 61)
        #expect(try isFresh(driver), "a little after \(note)")
      }
      driver.press(.character(["j", "G", "P"][round]))
      #expect(try isFresh(driver), "round \(round)")
    }
    #expect(kept >= 18)
  }

  @Test(
    "Read while one minute becomes the next, they are of the next minute as soon as it is drawn"
  )
  func betweenMinutes() {
    var story = TestSupport.Story("K01", name: "Minh Lê")
    story.add(MissingStarted(), at: "2026-11-22 13:50")
    // Later with every look at it, and past the minute at one of them.
    for steps in 1...12 {
      var now = moment("2026-11-22 14:05")
      now.milliseconds -= Int64(steps) * 10
      let clock = {
        now.milliseconds += 10
        return now
      }
      let access = Access(reader: MemoryRecord([story], clock: clock), who: "Rosa")
      let context = Context(access: access, clock: clock)
      let screen = TodayScreen(context)
      screen.refresh(returning: false)
      now = moment("2026-11-22 14:05")
      let page = screen.page(size: Size(columns: 90, rows: 30), now: now)
      let rows = page.body.layout(columns: 90, room: 30).rows
      let drawn = rows.map { $0.text }.joined(separator: "\n")
      #expect(drawn.contains("15 min"), "\(steps): \(drawn)")
    }
  }

  @Test("In private, a child whose record was just opened is masked on every card")
  func maskedAtOnce() throws {
    let driver = Driver(columns: 200, rows: 60)
    driver.press(.character("n"))
    driver.type("thanh call 13:50 5m asked after Wilhelmina")
    driver.press(.enter, .character("j"), .character("k"), .character("P"))
    #expect(driver.text.contains("Wilhelmina"))
    _ = try driver.record.keep(
      Act(parts: [
        ActPart(
          child: ChildID(rawValue: "wilhelmina"),
          openingRef: "K77",
          by: "guardian",
          entries: [
            NewEntry(
              occurredAt: driver.clock.now,
              body: ChildOpened(name: "Wilhelmina Orr", source: "caller")
            )
          ]
        )
      ])
    )
    driver.session.recordMayHaveChanged()
    #expect(!driver.text.contains("Wilhelmina"))
    #expect(try isFresh(driver))
  }
}
