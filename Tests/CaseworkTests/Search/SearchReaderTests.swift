import TestSupport
import Testing

@testable import Casework

@Suite("A line of the search field")
struct SearchReaderTests {
  static let children: [KnownChild] = [
    KnownChild(
      id: ChildID(rawValue: "1"),
      ref: "K12",
      names: ["Nguyễn Thị Thanh", "Thanh", "SW-4471"],
      knownAs: "Thanh"
    ),
    KnownChild(id: ChildID(rawValue: "2"), ref: "K11", names: ["Trần Văn Đức"], knownAs: "Đức"),
    KnownChild(id: ChildID(rawValue: "3"), ref: "K01", names: ["Trần Văn Minh"], knownAs: "Minh"),
    KnownChild(
      id: ChildID(rawValue: "4"),
      ref: "K21",
      names: ["يوسف آدم", "Yusuf"],
      knownAs: "Yusuf"
    ),
    KnownChild(id: ChildID(rawValue: "5"), ref: "K22", names: ["王小明"], knownAs: "Wang"),
  ]

  /// Sunday 22 November 2026, 14:05.
  static func read(_ line: String, now: Moment = sundayAfternoon) -> SearchFilter {
    SearchReader(children: children, now: now, zone: .london).read(line)
  }

  private func words(_ line: String) -> String {
    Self.read(line).words(now: sundayAfternoon, zone: .london)
  }

  @Test(
    "Words, beginnings and phrases, whatever quotation marks the keyboard has",
    arguments: [
      ("settled", [["settled"]]),
      ("  settled   Market ", [["settled"], ["market"]]),
      ("solic*", [["solic", "*"]]),
      ("\"my room\"", [["my", "room"]]),
      ("“my room”", [["my", "room"]]),
      ("„my room“", [["my", "room"]]),
      ("\"my room", [["my", "room"]]),
      ("college\"my room\"bus", [["college"], ["my", "room"], ["bus"]]),
      ("\"room*\"", [["room"]]),
      ("Đức duc DUC", [["duc"]]),
      ("don't", [["don", "t"]]),
      ("他在", [["他", "在"]]),
      ("-- !! # :", []),
    ]
  )
  func words(line: String, terms: [[String]]) {
    let filter = Self.read(line)
    #expect(filter.terms.map { $0.words + ($0.isPrefix ? ["*"] : []) } == terms)
    #expect(filter.clauses.isEmpty && filter.problems.isEmpty)
  }

  @Test(
    "What is not one of the closed list is words, and a piece in quotation marks always is",
    arguments: [
      "14:20", "http://x", "at:college", "\"kind:visit\"", "“in:K12”", "\"#college\"", "room #3",
      "+44", "say:hello", "kinds:visit", "no!", "a#b", "kind :visit", "C#", "! #",
    ]
  )
  func notFilters(line: String) {
    let filter = Self.read(line)
    #expect(filter.clauses.isEmpty && filter.problems.isEmpty)
    #expect(filter.terms.isEmpty == (line == "! #"))
  }

  @Test(
    "A filter reads as one would say it",
    arguments: [
      ("kind:visit", "visit"),
      ("KIND:V", "visit"),
      ("kind:tc,hv", "call or visit"),
      ("kind:visits", "visit"),
      ("kind:promise", "promise"),
      ("kind:flag-reviewed", "flag-reviewed"),
      ("in:k12", "of Thanh K12"),
      ("in:duc", "of Đức K11"),
      ("child:K12,K01", "of Thanh K12 or Minh K01"),
      ("in:sw-4471", "of Thanh K12"),
      ("in:\"nguyen thi\"", "of Thanh K12"),
      ("in:يوسف", "of Yusuf K21"),
      ("in:王小明", "of Wang K22"),
      ("on:today", "on Sun 22 Nov"),
      ("on:23/10", "on Fri 23 Oct"),
      ("on:1/12", "on Mon 1 Dec 2025"),
      ("on:22/11", "on Sun 22 Nov"),
      ("on:23/11", "on Sun 23 Nov 2025"),
      ("since:2026-11-01", "since Sun 1 Nov"),
      ("since:monday", "since Mon 16 Nov"),
      ("since:sunday", "since Sun 22 Nov"),
      ("until:-2w", "until Sun 8 Nov"),
      ("since:\"2 nov\"", "since Mon 2 Nov"),
      ("until:yesterday", "until Sat 21 Nov"),
      ("with:sara", "with sara"),
      ("who:\"Sara Bright\"", "with Sara Bright"),
      ("who:\"Sara Bright\",sw", "with Sara Bright or sw"),
      ("who:sw,\"Sara Bright\"", "with sw or Sara Bright"),
      ("#college", "#college"),
      ("#college,bus-pass", "#college or #bus-pass"),
      ("!second-phone", "flag second phone"),
      ("!!second-phone", "urgent flag second phone"),
      ("is:significant", "significant events"),
      (
        "kind:visit since:2/11 with:sara #college \"my room\" settled*",
        "visit since Mon 2 Nov with sara #college “my room” “settled*”"
      ),
    ]
  )
  func says(line: String, says: String) {
    #expect(Self.read(line).problems.isEmpty)
    #expect(words(line) == says)
  }

  @Test(
    "What cannot be understood is said in words, with what was perhaps meant",
    arguments: [
      ("kind:vist", "kind:vist is no kind; near: visit"),
      ("kind:visit,vist", "kind:vist is no kind; near: visit"),
      ("kind:zzzz", "kind:zzzz is no kind"),
      ("in:minhh", "in:minhh is no child here; near: Minh K01"),
      ("in:tran", "in:tran could be 2 children; near: Đức K11, Minh K01"),
      ("in:nobody", "in:nobody is no child here"),
      ("on:31/2", "on:31/2: there is no such date"),
      ("on:29/2", "on:29/2: there is no such date"),
      ("on:2026-13-01", "on:2026-13-01: there is no such date"),
      (
        "since:soon",
        "since:soon is no day; write monday, 23/11, 2026-11-23 or -2w right after it"
      ),
      ("on:14:20", "on:14:20 is no day; write monday, 23/11, 2026-11-23 or -2w right after it"),
      ("on:\"tue 23 nov\"", "on:\"tue 23 nov\": the weekday and the date disagree"),
      ("on:mon,tue", "on:mon,tue names more than one day"),
      ("until:", "until: write monday, 23/11, 2026-11-23 or -2w right after it"),
      ("with:", "with: needs a name or a role right after it, such as sw"),
      ("in: K12", "in: needs a ref or a name right after it, such as K12"),
      ("is:important", "is:important is no filter; near: is:significant"),
      (
        "since:2026-11-10 until:2026-11-01",
        "no day is both from Tue 10 Nov on and until Sun 1 Nov"
      ),
    ]
  )
  func problems(line: String, says: String) {
    let filter = Self.read(line)
    #expect(filter.problems.map(\.words) == [says])
  }

  @Test("What is still being typed at the end of the line is told from what is wrong before it")
  func atEnd() {
    #expect(Self.read("settled kind:vi").problems.map(\.isAtEnd) == [true])
    #expect(Self.read("settled kind:vi").problems.first?.near.map(\.value) == ["visit", "video"])
    #expect(Self.read("kind:vi settled").problems.map(\.isAtEnd) == [false])
    #expect(Self.read("kind:vi ").problems.map(\.isAtEnd) == [false])
  }

  @Test("On a leap day, at midnight and at the turn of the year a day is the one that was")
  func turns() {
    func says(_ line: String, _ now: String) -> String {
      let now = moment(now)
      return Self.read(line, now: now).words(now: now, zone: .london)
    }
    #expect(says("on:29/2", "2028-03-01 09:00") == "on Tue 29 Feb")
    #expect(says("on:yesterday", "2027-01-01 00:01") == "on Thu 31 Dec 2026")
    #expect(says("on:31/12", "2027-01-01 00:01") == "on Thu 31 Dec 2026")
    #expect(says("since:monday", "2026-11-23 00:00") == "since Mon 23 Nov")
  }

  @Test("Every stored type and every word of the note line can be asked for")
  func everyKind() {
    for type in Entries.byType.keys { #expect(SearchKind.named(type) != nil, "\(type)") }
    for word in HeadWords.kinds.keys { #expect(SearchKind.named(word) != nil, "\(word)") }
    for word in SearchKind.common { #expect(SearchKind.named(word)?.name == word) }
    #expect(Set(SearchKind.all.map(\.name)).count == SearchKind.all.count)
  }

  @Test("A pasted page asks for no more than so many words")
  func pasted() {
    let page = (0..<5_000).map { "word\($0)" }.joined(separator: " ")
    #expect(Self.read(page).terms.count == 64)
    #expect(Self.read("who:" + page.replacing(" ", with: ",")).clauses.count == 1)
    #expect(Self.read("\"" + page).terms.first?.words.count == 64)
  }

  @Test("The list that Help shows has an example of every filter that reads without a problem")
  func listed() {
    for form in SearchForm.listed {
      let filter = Self.read(form.example)
      #expect(filter.problems.isEmpty && filter.clauses.count == 1, "\(form.example)")
    }
  }
}
