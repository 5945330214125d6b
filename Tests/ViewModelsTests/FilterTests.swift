import Casework
import TestSupport
import Testing
import ViewModels

@Suite("Reading back: searching, filtering, the chronology")
struct FilterTests {
  private func typed(_ words: String, _ driver: Driver = Driver()) -> Driver {
    driver.press(.character("5"))
    driver.type(words)
    return driver
  }

  private func filtered(_ words: String, on screen: String, _ driver: Driver = Driver()) -> Driver {
    if screen == "timeline" { driver.press(.character("2")) } else { driver.open(screen) }
    driver.press(.character("/"))
    driver.type(words)
    driver.press(.enter)
    return driver
  }

  // MARK: - Search

  @Test("Before anything is typed the search lists its filters, and Help has them too")
  func listed() {
    let driver = Driver()
    driver.press(.character("5"))
    for form in SearchForm.listed { #expect(driver.shows(form.example), "\(form.example)") }
    driver.press(.escape, .character("?"))
    driver.type("since:monday")
    #expect(driver.shows("WHILE SEARCHING OR FILTERING"))
  }

  @Test("Each key finds anew, and what a filter was taken for is said in words")
  func asTyped() {
    let driver = typed("settled kind:visit in:sel")
    #expect(driver.shows("in:sel is no child here; near: Selam K03"))
    #expect(driver.shows("found without it"))
    driver.type("am since:1/11")
    #expect(driver.shows("visit of Selam K03 since Sun 1 Nov “settled” · 1 found"))
    #expect(driver.shows("3 Nov 16:00"))
    for _ in 1...40 { driver.press(.backspace) }
    #expect(driver.shows("all must hold"))
  }

  @Test("Filters alone find, and what no filter can be read from finds nothing and says why")
  func problems() {
    #expect(typed("kind:decision in:k12").shows("1 found"))
    let wrong = typed("kind:vist settled")
    #expect(wrong.shows("kind:vist is no kind; near: visit"))
    #expect(!wrong.shows("found"))
    #expect(typed("on:31/2 settled").shows("on:31/2: there is no such date"))
  }

  @Test("A phrase is shown as found, through whatever looks it runs")
  func phrase() {
    let market = typed("“market i like”")
    let marked = market.frame.rows.flatMap { $0 }.filter { $0.tone == .match }.map(\.text)
    #expect(marked.joined() == "market. “I likemarket. “I like")
  }

  @Test("In privacy mode neither the words of a filter nor what is near it say a name")
  func privacy() {
    let driver = Driver()
    driver.press(.character("P"))
    _ = typed("in:selam settled", driver)
    #expect(driver.shows("of K03 “settled”"))
    #expect(!driver.text.replacing("in:selam", with: "").contains("Selam"))
  }

  // MARK: - A timeline under a filter

  @Test("The same words filter a timeline: what is asked, how many are left, and what it hides")
  func timeline() {
    let driver = filtered("kind:visit since:2/11 settled", on: "timeline")
    let line = driver.line(with: "filter ") ?? ""
    #expect(line.contains("visit since Mon 2 Nov “settled” · "))
    #expect(driver.lines[0].contains(" of "))
    // Thanh and Minh are missing, and Selam's flag is urgent.
    #expect(driver.shows("2 missing · 1 critical flag not shown here"))
    #expect(driver.shows("Esc shows all"))
    driver.press(.escape)
    #expect(!driver.shows("filter visit"))
    #expect(driver.lines[0].hasPrefix(" Mainstay  Timeline  ") && !driver.lines[0].contains(" of "))
  }

  @Test("A filter that shows the open episode says nothing of hiding it")
  func nothingHidden() {
    let driver = filtered("kind:missing,flag", on: "timeline")
    #expect(driver.shows("filter missing or flag"))
    #expect(!driver.shows("not shown here"))
  }

  @Test("A child's own page says which critical flag stands above what the filter leaves")
  func above() {
    #expect(filtered("kind:visit", on: "K03").shows("1 critical flag above"))
    #expect(!filtered("!unknown-car", on: "K03").shows("critical flag"))
    #expect(!filtered("kind:visit", on: "K12").shows("critical flag"))
  }

  @Test("Restricted entries that match are counted and not shown")
  func restricted() {
    var story = Story.asAgreed()
    var secret = contact(.lawyer, nil, "appeal about the heron")
    secret.restricted = .privileged
    let lawyer = story.add(secret, at: "2026-11-20 10:00")
    story.add(FlagRaised(topic: "heron", from: lawyer), at: "2026-11-20 10:00")
    story.add(contact(.call, nil, "a heron at the pond"), at: "2026-11-21 10:00")
    let driver = filtered("heron", on: "K02", Driver([story]))
    #expect(driver.shows("filter “heron” · 1 of ") && driver.shows("restricted 1"))
    #expect(driver.shows("a heron at the pond") && !driver.shows("appeal"))
    let search = typed("heron kind:lawyer,call", Driver([story]))
    #expect(search.shows("1 found · 1 more in restricted entries"))
    #expect(!search.shows("appeal"))
  }

  @Test("What cannot be understood is said where it was typed, with the words still there")
  func asksAgain() {
    let driver = filtered("kind:vist", on: "K12")
    #expect(driver.shows("kind:vist is no kind; near: visit"))
    #expect(driver.shows("> kind:vist"))
    driver.press(.backspace, .backspace, .backspace)
    driver.type("isit")
    driver.press(.enter)
    #expect(driver.shows("filter visit · 6 of "))
  }

  @Test(
    "After Esc everything shows with the cursor where it was, and ] and [ go from match to match"
  )
  func matches() {
    let driver = filtered("college", on: "K12")
    #expect(driver.shows("filter “college” · 6 of ") && driver.shows("WHAT HAPPENED  6"))
    driver.press(.down, .escape)
    #expect(!driver.shows("filter “college”"))
    #expect(driver.status.contains("match 2 of 6"))
    driver.press(.character("]"))
    #expect(driver.status.contains("match 3 of 6"))
    driver.press(.character("["), .character("["), .character("["))
    #expect(driver.status.contains("match 6 of 6"))
    driver.press(.escape)
    #expect(driver.lines[0].contains("Today"))
  }

  @Test("An empty line shows everything, and nothing was looked for then")
  func empty() {
    let driver = filtered("zebra", on: "K12")
    #expect(driver.shows("No entry is like this. Esc shows all."))
    #expect(driver.shows("OPEN"))
    driver.press(.character("/"))
    #expect(driver.shows("> zebra"))
    driver.press(.control("u"), .enter)
    #expect(!driver.shows("filter “"))
    driver.press(.character("]"))
    #expect(driver.status.contains("nothing was looked for"))
  }

  @Test("A note that is kept under a filter is there when the filter goes")
  func keptUnderFilter() {
    let driver = filtered("kind:decision", on: "K12")
    #expect(driver.shows("1 of "))
    driver.press(.character("n"))
    driver.type("call 13:00 a heron at the pond")
    driver.press(.enter)
    #expect(driver.status.contains("Saved") && !driver.shows("heron"))
    driver.press(.escape, .home)
    #expect(driver.shows("heron"))
  }

  // MARK: - Chronology

  @Test("One key leaves the significant events, oldest first; the same key brings all back")
  func chronology() {
    let driver = Driver()
    driver.open("K12")
    driver.press(.character("s"))
    #expect(driver.shows("filter significant events · 8 of ") && driver.shows("oldest first"))
    let order = ["record opened", "placed: foster carers", "RG: yes"].map { words in
      driver.lines.firstIndex { $0.contains(words) } ?? .max
    }
    #expect(order == order.sorted() && order.last != .max)
    driver.press(.end)
    #expect(driver.shows("missing"))
    driver.press(.character("s"))
    #expect(!driver.shows("filter significant"))
    driver.press(.character(":"))
    driver.type("chronology")
    driver.press(.enter)
    #expect(driver.shows("filter significant events"))
  }

  @Test("A contact that the guardian tags #significant joins the chronology, and shows its tag")
  func tagged() {
    let driver = Driver()
    driver.open("K12")
    driver.press(.character("n"))
    driver.type("call 13:00 said who drove the car #significant")
    driver.press(.enter, .character("s"), .end)
    #expect(driver.shows("said who drove the car"))
    #expect(driver.shows("#significant"))
  }
}
