import Casework
import TestSupport
import Testing

@testable import ViewModels

@Suite("From any screen a note is about the child whom the guardian chose, and no other")
struct NoteFromAnywhereTests {
  @Test("Fresh on a list a note asks whom it is about", arguments: ["2", "3", "4"])
  func neverTheTopRow(_ screen: Character) {
    let driver = Driver()
    driver.press(.character(screen), .character("n"))
    #expect(driver.shows("whom, how, when, what"))
    driver.type("visit 13:00 calm")
    driver.press(.enter)
    #expect(driver.record.acts == 0)
  }

  @Test(
    "On a row that the guardian moved to it is that child, whoever keeps a note meanwhile",
    arguments: ["2", "3", "4"]
  )
  func rowStaysTheChilds(_ screen: Character) throws {
    let driver = Driver()
    driver.press(.character(screen), .down)
    let child = try #require(driver.session.top.child)
    // Notes of others come in above it, with flags and acts that are lists' rows as well.
    for ref in ["K02", "K09", "K13"] {
      driver.press(.character("n"))
      driver.type("\(ref) call 13:00 5m ok !second-phone >ring the college today")
      driver.press(.enter)
      #expect(driver.session.top.child == child)
    }
    #expect(driver.record.acts == 3)
    driver.press(.character("n"))
    driver.type("call 13:10 5m and now hers")
    driver.press(.enter)
    #expect(driver.record.all.last?.stamp.child == child)
  }

  @Test("The same kind again: the kind only, never the child of the note before")
  func again() {
    let driver = Driver()
    driver.press(.character("n"))
    driver.type("dawit call 13:00 5m ok")
    driver.press(.enter, .character("."))
    #expect(driver.shows("> call"))
    driver.type("13:05 5m ok")
    driver.press(.enter)
    #expect(driver.record.acts == 1, "it asks for the child")
    driver.press(.control("u"), .escape, .down, .character("."))
    let child = driver.session.top.child
    driver.type("13:05 5m ok")
    driver.press(.enter)
    #expect(driver.record.acts == 2 && child != nil)
    #expect(driver.record.all.last?.stamp.child == child)
  }
}
