import Casework
import TestSupport
import Testing

@testable import ViewModels

/// The page above an open bar is kept from one key to the next; it must never be an old one.
@Suite("The page above an open bar")
struct UnderBarTests {
  /// The frame as it is shown, and as it is when nothing was kept.
  private func isFresh(_ driver: Driver) -> Bool {
    let shown = driver.frame
    driver.session.underBar = nil
    return shown == driver.frame
  }

  @Test(
    "It is the page of now after every key, whatever is typed over it",
    arguments: ["", "jj", "2", "3", "4", "5thanh\r", "\r", "jt"],
    ["n", ":", "/"]
  )
  func everyKey(place: String, bar: String) {
    let driver = Driver()
    let line =
      "dawit visit 13:00 45m alone \u{1}calm, “I like it” !second-phone >sw: chase fri\u{2}\u{3}\u{4}x"
    for character in place + bar + line {
      switch character {
      case "\r": driver.press(.enter)
      case "\u{1}": driver.clock.now = driver.clock.now.adding(minutes: 61)
      case "\u{2}": driver.press(.tab)
      case "\u{3}": driver.press(.control("e"))
      case "\u{4}": driver.press(.backspace, .left, .home)
      default: driver.press(.character(character))
      }
      #expect(isFresh(driver), "after \(character)")
    }
    for key in [Key.enter, .escape, .character("u"), .character("P"), .escape, .escape] {
      driver.press(key)
      #expect(isFresh(driver), "after \(key)")
    }
  }

  @Test("Beside the list stands the card of the child in the line, and of the row once it is left")
  func card() {
    let driver = Driver()
    func card() -> String {
      driver.lines.lazy.compactMap { $0.split(separator: "│").dropFirst().last }.first.map(
        String.init
      )
        ?? ""
    }
    #expect(card().contains("Thanh"))
    driver.press(.character("n"))
    driver.type("dawit")
    #expect(card().contains("Dawit"))
    driver.type(" call 13:00")
    #expect(card().contains("Dawit"))
    driver.press(.control("u"))
    driver.type("selam call")
    #expect(card().contains("Selam"))
    driver.press(.escape)
    #expect(card().contains("Thanh"))
  }

  @Test(
    "Who is not in sight is counted, and nobody is counted who is",
    arguments: [20, 24, 30, 36]
  )
  func counted(rows: Int) throws {
    let driver = Driver(columns: 90, rows: rows)
    driver.press(.character("n"))
    driver.type("dawit call 13:00 5m !second-phone >sw: chase fri")
    let refs = Set(driver.record.caseload().map(\.ref))
    let list = driver.lines.prefix { !$0.contains("> dawit") }
    let shown = list.joined(separator: " ").split(separator: " ").filter {
      refs.contains(String($0))
    }
    let below = driver.lines.lazy.compactMap { $0.firstMatch(of: /^ (\d+) below/) }.first
    let hidden = below.flatMap { Int($0.1) } ?? 0
    #expect(shown.count + hidden == Driver().record.caseload().count, "\(driver.text)")
  }

  @Test("A heading whose children are all out of sight is not on it", arguments: [60, 90, 120])
  func headings(columns: Int) {
    var cut = 0
    for rows in 14...40 {
      let driver = Driver(columns: columns, rows: rows)
      for bar in [false, true] {
        if bar {
          driver.press(.character("n"))
          driver.type("dawit call 13:00 5m")
        }
        let list = driver.lines.map { $0.prefix { $0 != "│" } }
        guard let below = list.firstIndex(where: { $0.contains(/^ *\d+ below/) }) else { continue }
        cut += 1
        let last = list[..<below].last { !$0.allSatisfy(\.isWhitespace) } ?? ""
        let isHeading = TodayLayout.looks.dropLast().contains {
          last.drop(while: \.isWhitespace).hasPrefix($0.heading)
        }
        #expect(!isHeading, "\(rows): \(last)")
      }
    }
    #expect(cut > 5)
  }

  @Test("What another program keeps is on it at once")
  func otherProgram() throws {
    let driver = Driver()
    driver.press(.character("n"))
    driver.type("dawit call")
    _ = driver.frame
    let dawit = try #require(driver.record.child(ref: "K13"))
    let body = MissingStarted(text: "not at the carers")
    _ = try driver.record.keep(
      Act(child: dawit, entries: [NewEntry(occurredAt: driver.clock.now, body: body)])
    )
    driver.session.recordMayHaveChanged()
    #expect(isFresh(driver))
  }
}
