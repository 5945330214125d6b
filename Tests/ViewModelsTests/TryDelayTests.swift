import Casework
import TestSupport
import Testing
import ViewModels

@Suite("Waiting after a wrong passphrase")
struct TryDelayTests {
  private static func at(_ milliseconds: Int64) -> Moment { Moment(milliseconds: milliseconds) }

  @Test("1, 2, 4, 8, 16, 30 seconds, then a minute each time")
  func ladder() {
    var delay = TryDelay()
    #expect(delay.secondsLeft(at: Self.at(0)) == 0)
    var waits: [Int] = []
    for _ in 0..<9 {
      delay.failed(at: Self.at(5000))
      waits.append(delay.secondsLeft(at: Self.at(5000)))
    }
    #expect(waits == [1, 2, 4, 8, 16, 30, 60, 60, 60])
  }

  @Test("At most ten tries in any five minutes, however fast the answers come")
  func bound() {
    var delay = TryDelay()
    var now: Int64 = 0
    var tries: [Int64] = []
    for _ in 0..<100 {
      now += delay.millisecondsLeft(at: Self.at(now))
      tries.append(now)
      delay.failed(at: Self.at(now))
    }
    let most = tries.indices.map { first in
      tries[first...].count { $0 < tries[first] + 300_000 }
    }.max()
    #expect(most == 10)
  }

  @Test("A clock that is set back starts the wait again and never lengthens it")
  func clock() {
    var delay = TryDelay()
    delay.failed(at: Self.at(10_000_000))
    delay.failed(at: Self.at(10_000_000))
    #expect(delay.millisecondsLeft(at: Self.at(9_000_000)) == 2000)
    #expect(delay.millisecondsLeft(at: Self.at(9_001_500)) == 500)
    #expect(delay.millisecondsLeft(at: Self.at(9_002_000)) == 0)
  }
}

@Suite("The unlock screen after a wrong passphrase")
struct UnlockDelayTests {
  private let wrong = "twelve birds on a wire that sing"
  private let right = "lantern velvet harbour copper meadow"

  private func driver() -> Driver {
    let driver = Driver(locked: true)
    driver.type(wrong)
    driver.press(.enter)
    return driver
  }

  @Test("The seconds are shown and counted down")
  func counted() {
    let driver = driver()
    driver.type(wrong)
    driver.wait(seconds: 1)
    driver.type(wrong)
    driver.press(.enter)
    #expect(driver.shows("the next try is in 2 s"))
    driver.wait(seconds: 1)
    #expect(driver.shows("the next try is in 1 s"))
    driver.wait(seconds: 1)
    #expect(driver.shows("nothing shows while you type"))
    #expect(driver.shows("does not open this record"))
  }

  @Test("What is typed meanwhile is thrown away; after it the passphrase opens")
  func ignored() {
    let driver = driver()
    driver.type(right)
    driver.press(.enter)
    #expect(driver.shows("the next try is in 1 s"))
    driver.wait(seconds: 1)
    driver.press(.enter)
    #expect(driver.shows("does not open this record"), "nothing was typed: nothing was tried")
    driver.type(right)
    driver.press(.enter)
    #expect(driver.shows("Today"))
  }

  @Test("Leaving is never waited for")
  func leaving() {
    let driver = driver()
    driver.press(.control("c"))
    #expect(driver.session.ending == .quit)
  }

  @Test("Nothing ticks once the wait is over")
  func quiet() {
    let driver = driver()
    #expect(driver.session.millisecondsToNextTick() == 1000)
    driver.wait(seconds: 1)
    #expect(driver.session.millisecondsToNextTick() == nil)
  }

  @Test("Neither the passphrase nor its length shows")
  func hidden() {
    let one = Driver(locked: true)
    one.type("x")
    let many = Driver(locked: true)
    many.type(right)
    #expect(one.text == many.text)
    #expect(!many.text.contains("lantern"))
  }

  @Test("What this computer has to say is said when the record is open, and kept in the messages")
  func notices() {
    let made = MemoryRecord(MadeUpCaseload.stories) { sundayAfternoon }
    let access = Access(reader: made, who: "Rosa Okafor", notices: ["Swap is not encrypted."])
    let session = Session(access: access, clock: { sundayAfternoon })
    let text = PlainText.rows(session.frame(size: Size(columns: 120, rows: 36)))
    #expect(text.contains { $0.contains("Swap is not encrypted.") })
  }
}
