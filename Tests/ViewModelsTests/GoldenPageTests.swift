import TestSupport
import Testing
import ViewModels

@Suite("Pages as somebody found them good")
struct GoldenPageTests {
  static let sizes = [(40, 10), (80, 24), (120, 36), (200, 60)]

  private func page(_ name: String, _ size: (Int, Int), _ go: (Driver) -> Void) {
    let driver = Driver(columns: size.0, rows: size.1)
    go(driver)
    Golden.expect(driver.frame, "\(name)-\(size.0)x\(size.1)")
  }

  @Test("Today", arguments: sizes)
  func today(size: (Int, Int)) { page("today", size) { _ in } }

  @Test("Today with the cursor on the third row", arguments: sizes)
  func todayMoved(size: (Int, Int)) {
    page("today-moved", size) { $0.press(.down, .down, .down) }
  }

  @Test("A child", arguments: sizes)
  func child(size: (Int, Int)) { page("child", size) { $0.open("K12") } }

  @Test("A note being typed over Today", arguments: sizes)
  func note(size: (Int, Int)) {
    page("note", size) {
      $0.press(.character("n"))
      $0.type(
        "thanh call 13:50 10m int:vi \"I am at the station\" voice flat !station"
          + " >>tell her what police said 16:00"
      )
    }
  }

  @Test("The ring card", arguments: sizes)
  func ringCard(size: (Int, Int)) { page("ring-card", size) { $0.press(.down, .character("t")) } }

  @Test("Search", arguments: sizes)
  func search(size: (Int, Int)) {
    page("search", size) {
      $0.press(.character("5"))
      $0.type("college")
    }
  }

  @Test("Search, before anything is typed", arguments: sizes)
  func searchEmpty(size: (Int, Int)) { page("search-empty", size) { $0.press(.character("5")) } }

  @Test("A timeline under a filter", arguments: sizes)
  func filtered(size: (Int, Int)) {
    page("timeline-filtered", size) {
      $0.press(.character("2"), .character("/"))
      $0.type("kind:visit since:2/11 settled")
      $0.press(.enter)
    }
  }

  @Test("A child's chronology", arguments: sizes)
  func chronology(size: (Int, Int)) {
    page("chronology", size) {
      $0.open("K12")
      $0.press(.character("s"))
    }
  }

  @Test("Help", arguments: sizes)
  func help(size: (Int, Int)) { page("help", size) { $0.press(.character("?")) } }

  @Test("The palette", arguments: sizes)
  func palette(size: (Int, Int)) {
    page("palette", size) {
      $0.press(.character(":"))
      $0.type("mi")
    }
  }

  @Test("Agenda, Flags and Timeline", arguments: ["agenda", "flags", "timeline"])
  func lists(name: String) {
    page(name, (80, 24)) {
      $0.press(.character(":"))
      $0.type(name)
      $0.press(.enter)
    }
  }

  @Test("Unlock", arguments: [(40, 10), (80, 24), (120, 36)])
  func unlock(size: (Int, Int)) {
    let driver = Driver(locked: true, columns: size.0, rows: size.1)
    driver.type("not it")
    driver.press(.enter)
    Golden.expect(driver.frame, "unlock-\(size.0)x\(size.1)")
  }

  @Test("First run", arguments: [(40, 10), (80, 24)])
  func firstRun(size: (Int, Int)) {
    let driver = Driver(locked: true, exists: false, columns: size.0, rows: size.1)
    Golden.expect(driver.frame, "first-run-\(size.0)x\(size.1)")
    driver.press(.enter)
    Golden.expect(driver.frame, "first-run-passphrase-\(size.0)x\(size.1)")
    for _ in 1...2 {
      driver.type("lantern velvet harbour copper meadow")
      driver.press(.enter)
    }
    Golden.expect(driver.frame, "first-run-recovery-\(size.0)x\(size.1)")
  }

  @Test("The same pages read as text, whole and in order")
  func plain() throws {
    let driver = Driver()
    let access = Access(reader: driver.record, who: "Rosa Okafor")
    let today = PlainText.lines(Pages.today(access, now: sundayAfternoon))
    for ref in MadeUpCaseload.stories.map(\.ref) {
      #expect(today.contains { $0.contains(ref) }, "\(ref) is not read out")
    }
    let child = try #require(driver.record.child(ref: "K12"))
    let lines = PlainText.lines(Pages.child(child, access, now: sundayAfternoon))
    #expect(lines.contains { $0.hasPrefix("placed: foster carers") })
    #expect(lines.contains { $0.hasPrefix("CONTACT: text first") })
    #expect(!lines.contains { $0.contains("█") })
    Golden.expect(today + lines, "plain-today-and-child")
  }
}
