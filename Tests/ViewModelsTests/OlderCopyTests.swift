import Casework
import TestSupport
import Testing
import ViewModels

@Suite("A record older than this computer has seen")
struct OlderCopyTests {
  static let passphrase = "lantern velvet harbour copper meadow"
  static let older = OlderRecord(
    number: 1180,
    endedAt: sundayAfternoon.adding(hours: -19 * 24),
    seenNumber: 1192,
    seenAt: sundayAfternoon.adding(hours: -13 * 24),
    isFork: false
  )

  static func driver(_ older: OlderRecord = older, columns: Int = 80, rows: Int = 24) -> Driver {
    let driver = Driver(locked: true, columns: columns, rows: rows)
    driver.opener.older = older
    driver.type(passphrase)
    driver.press(.enter)
    return driver
  }

  @Test("It says where the copy ends, what was seen, and how much is missing; no child is named")
  func facts() {
    let driver = Self.driver()
    #expect(driver.shows("This copy is older than what this computer last saw."))
    #expect(driver.shows("to no. 1180 · last entry Tue 3 Nov 2026 14:05"))
    #expect(driver.shows("to no. 1192 · last seen Mon 9 Nov 2026 14:05"))
    #expect(driver.shows("no. 1181 to 1192"))
    #expect(
      driver.record.caseload().allSatisfy { !driver.shows($0.ref) && !driver.shows($0.callName) }
    )
  }

  @Test("Enter, Esc or a stray key open nothing", arguments: [Key.enter, .escape])
  func stop(key: Key) {
    let driver = Self.driver()
    for stray in "nqx?!:" { driver.press(.character(stray)) }
    #expect(driver.shows("An older copy"))
    driver.press(key)
    #expect(driver.shows("The record is locked."))
    #expect(driver.opener.choices == [.stop])
    // What was typed before is not kept: nothing is opened without the passphrase again.
    driver.press(.enter)
    #expect(driver.opener.choices == [.stop])
  }

  @Test("r shows it; the passphrase is not asked for twice")
  func look() {
    let driver = Self.driver()
    driver.press(.character("r"))
    #expect(driver.opener.choices == [.stop, .look])
    #expect(driver.shows("Today"))
  }

  @Test("It goes on as restored only when the word was typed")
  func accept() {
    let driver = Self.driver()
    driver.press(.character("a"))
    #expect(driver.shows("Type restored and Enter"))
    driver.press(.enter)
    driver.type("yes")
    driver.press(.enter)
    #expect(driver.shows("Not the word"))
    #expect(driver.opener.choices == [.stop])
    driver.press(.control("u"))
    driver.type("restored")
    driver.press(.enter)
    #expect(driver.opener.choices == [.stop, .accept])
    #expect(driver.shows("Today"))
  }

  @Test("Esc goes back to the choice before it goes back to the lock")
  func back() {
    let driver = Self.driver()
    driver.press(.character("a"), .escape)
    #expect(driver.shows("look at this copy"))
    driver.press(.escape)
    #expect(driver.shows("The record is locked."))
  }

  @Test("Another history is called that; how much is missing is not guessed")
  func fork() {
    var fork = Self.older
    (fork.isFork, fork.number) = (true, 1195)
    let driver = Self.driver(fork)
    #expect(driver.shows("This copy is not what this computer last saw."))
    #expect(driver.shows("some of what was seen here is not in this copy"))
  }

  @Test("At every size the three choices are in sight", arguments: [(40, 14), (80, 24), (120, 36)])
  func sizes(size: (Int, Int)) {
    let driver = Self.driver(columns: size.0, rows: size.1)
    for key in ["Enter stop", "r read-only", "a accept"] {
      #expect(driver.shows(key), "\(size) \(key)")
    }
    Golden.expect(driver.frame, "older-copy-\(size.0)x\(size.1)")
  }
}
