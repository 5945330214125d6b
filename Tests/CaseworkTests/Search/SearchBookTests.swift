import TestSupport
import Testing

@testable import Casework

/// Which entries of a made-up record a line finds, by what their text says.
@Suite("What the filters find")
struct SearchBookTests {
  /// A child with one of most things, and another child who is never to be mixed up with it.
  static var story: TestSupport.Story {
    var story = Story("K12", name: "Nguyễn Thị Thanh")
    var met = contact(.visit, nil, "met at the library")
    met.seen = true
    met.with = ["Sara Bright", "SW"]
    met.tags = ["bus-pass"]
    let meeting = story.add(met, at: "2026-11-02 10:00")
    story.add(FlagRaised(topic: "second-phone", from: meeting), at: "2026-11-02 10:00")
    story.add(
      AskedOf(text: "chase PEP", owedBy: .sw, name: "Ms Ali", from: meeting),
      at: "2026-11-02 10:00"
    )
    var call = contact(.call, nil, "rang about college")
    call.words = [Quote(by: "carer", text: "he sleeps badly")]
    story.add(call, at: "2026-11-08 23:59")
    story.add(contact(.police, nil, "police rang"), at: "2026-11-09 00:01")
    var secret = contact(.lawyer, nil, "appeal lodged")
    secret.restricted = .privileged
    secret.tags = ["bus-pass"]
    let lawyer = story.add(secret, at: "2026-11-10 10:00")
    let hidden = FlagRaised(topic: "threat", urgent: true, from: meeting, restricted: .police)
    story.add(hidden, at: "2026-11-10 10:00")
    story.add(FlagRaised(topic: "bruise", urgent: true, from: lawyer), at: "2026-11-10 10:01")
    return story
  }

  private func texts(
    _ line: String,
    _ story: TestSupport.Story = SearchBookTests.story,
    asOf: Moment? = nil
  )
    -> [String]
  {
    answer(line, story, asOf: asOf).shown.map { place in
      let body = story.entries[place].body
      return body.searchText.isEmpty
        ? body.timelineTitle : String(body.searchText.prefix { $0 != "\n" })
    }
  }

  private func answer(
    _ line: String,
    _ story: TestSupport.Story = SearchBookTests.story,
    asOf: Moment? = nil
  ) -> SearchBook.Answer {
    let filter = SearchReaderTests.read(line)
    #expect(filter.problems.isEmpty, "\(filter.problems.map(\.words))")
    let places = story.entries.indices.filter { place in
      let words = Fold.words(story.entries[place].body.searchText)
      return filter.terms.allSatisfy { $0.stands(in: words) }
    }
    return SearchBook(story.entries)
      .answer(SearchQuery(filter, asOf: asOf), among: places, zone: .london)
  }

  @Test(
    "Each filter finds what it says, newest first, and all must hold",
    arguments: [
      ("kind:visit", ["met at the library"]),
      ("kind:visit,call", ["rang about college", "met at the library"]),
      ("kind:flag", ["bruise", "second phone"]),
      ("kind:contact since:9/11", ["police rang"]),
      ("on:8/11", ["rang about college"]),
      ("on:9/11", ["police rang"]),
      ("since:8/11 until:9/11", ["police rang", "rang about college"]),
      ("with:sara", ["met at the library"]),
      ("with:\"sara bright\"", ["met at the library"]),
      ("with:\"bright sara\"", []),
      ("with:sar*", ["met at the library"]),
      ("who:sw", ["chase PEP", "met at the library"]),
      ("who:\"social worker\"", ["chase PEP", "met at the library"]),
      ("who:ali,sara", ["chase PEP", "met at the library"]),
      ("who:carer", ["rang about college"]),
      ("who:the", []),
      ("#bus-pass", ["met at the library"]),
      ("#bus_pass", ["met at the library"]),
      ("#bus", []),
      ("#bus*", ["met at the library"]),
      ("!second-phone", ["second phone", "met at the library"]),
      ("!second-phone kind:visit", ["met at the library"]),
      ("!!second-phone", []),
      ("!!bruise", ["bruise"]),
      ("college kind:visit", []),
      ("college kind:call", ["rang about college"]),
    ]
  )
  func finds(line: String, texts: [String]) {
    #expect(self.texts(line) == texts, "\(line)")
  }

  @Test("Restricted entries are only counted, and a restricted flag lends its topic to no note")
  func restricted() {
    #expect(answer("#bus-pass").restricted.count == 1)
    #expect(answer("kind:lawyer").shown.isEmpty)
    #expect(answer("kind:lawyer").restricted.count == 1)
    #expect(answer("appeal").restricted.count == 1)
    let threat = answer("!threat")
    #expect(threat.shown.isEmpty)
    #expect(threat.restricted.count == 1)
    // An open flag that was raised with a restricted note shows; the note is counted.
    let bruise = answer("!bruise")
    #expect(bruise.shown.count == 1 && bruise.restricted.count == 1)
  }

  @Test("An amendment is found in the time of what it amends, beside the older version")
  func amended() {
    var story = Story("K12")
    let first = story.add(contact(.visit, nil, "met at the pond"), at: "2026-11-02 10:00")
    let better = Amended(of: first, why: "wrong", body: contact(.call, nil, "rang from the pond"))
    let second = story.add(better, at: "2026-11-05 09:00")
    story.add(
      Amended(of: second, why: "and late", body: contact(.call, nil, "rang at the pond")),
      at: "2026-11-06 09:00"
    )
    let all = ["rang at the pond", "rang from the pond", "met at the pond"]
    #expect(texts("on:2/11 pond", story) == all)
    #expect(texts("on:5/11", story) == [])
    #expect(texts("kind:call pond", story) == ["rang at the pond", "rang from the pond"])
    #expect(texts("kind:visit", story) == ["met at the pond"])
    #expect(texts("kind:amended", story).count == 2)
    let moved = Amended(
      of: first,
      why: "another day",
      body: contact(.visit, nil, "met at the lake"),
      happenedAt: moment("2026-11-04 10:00")
    )
    story.add(moved, at: "2026-11-07 09:00")
    #expect(texts("on:4/11", story) == ["met at the lake"])
  }

  @Test("What was removed is not found in any version, until the removal is removed")
  func removed() {
    var story = Story("K12")
    let first = story.add(contact(.visit, nil, "met at the pond"), at: "2026-11-02 10:00")
    let better = Amended(of: first, why: "w", body: contact(.visit, nil, "met at the big pond"))
    story.add(better, at: "2026-11-02 11:00")
    let flag = story.add(FlagRaised(topic: "eel", from: first), at: "2026-11-02 10:00")
    #expect(texts("!eel", story).count == 3)
    let gone = story.add(Removed(of: first, why: "wrong child"), at: "2026-11-03 09:00")
    #expect(texts("pond", story) == [])
    #expect(texts("kind:removed on:2/11", story).count == 1)
    #expect(texts("pond", story, asOf: moment("2026-11-02 12:00")).count == 2)
    story.add(Removed(of: gone, why: "was right"), at: "2026-11-03 10:00")
    #expect(texts("pond", story).count == 2)
    // A flag that was removed lends nothing.
    story.add(Removed(of: flag, why: "no eel"), at: "2026-11-03 11:00")
    #expect(texts("!eel", story) == [])
  }

  // MARK: - Chronology

  private func chronology(_ story: TestSupport.Story) -> [String] {
    let book = SearchBook(story.entries)
    return book.significant().map { story.entries[$0].body.timelineTitle }
  }

  @Test("The chronology holds what turns a life, and leaves the days between")
  func significant() {
    var story = Story.asAgreed()
    story.add(contact(.call, nil, "rang"), at: "2026-11-21 10:00")
    var court = contact(.court, nil, "went to court")
    court.tags = ["Significant"]
    story.add(court, at: "2026-11-21 11:00")
    story.add(MissingStarted(), at: "2026-11-21 20:00")
    story.add(MissingStep(step: .t2), at: "2026-11-21 20:10")
    story.add(
      Returned(seenBy: "carer", place: "home", condition: "tired"),
      at: "2026-11-22 02:00"
    )
    story.add(FlagRaised(topic: "quiet"), at: "2026-11-22 09:00")
    let flag = story.add(FlagRaised(topic: "bruise", nature: .injury), at: "2026-11-22 09:00")
    let mild = story.add(FlagRaised(topic: "late", kind: .context), at: "2026-11-22 09:00")
    for id in [flag, mild] {
      story.add(
        FlagReviewed(of: id, stillValid: false, closedBecause: "explained"),
        at: "2026-11-22 10:00"
      )
    }
    story.add(
      ChildDescribed(field: .birth, value: Known("2008-01-01"), basis: .assessed),
      at: "2026-11-22 11:00"
    )
    story.add(LibertyChanged(change: .treatedAsAdult), at: "2026-11-22 12:00")
    #expect(
      chronology(story) == [
        "record opened", "allocated", "placed: foster carers", "safety plan, version 1", "visit",
        "court", "missing", "returned, seen by carer", "flag: bruise", "flag closed",
        "birth", "treated as an adult",
      ]
    )
  }

  @Test(
    "The child first seen, and first seen alone, by when it happened and not when it was written"
  )
  func firsts() {
    var story = Story("K12")
    let late = story.add(visit(alone: true, "alone"), at: "2026-09-09 10:00")
    story.add(visit("second"), at: "2026-09-05 10:00")
    let first = story.add(visit("first"), at: "2026-09-03 10:00")
    story.add(visit(alone: true, "later alone"), at: "2026-10-01 10:00")
    #expect(texts("is:significant", story) == ["alone", "first", "record opened"])
    // Amended to a call, the first was no visit; removed, neither was the first alone.
    story.add(
      Amended(of: first, why: "rang only", body: contact(.call, nil, "rang only")),
      at: "2026-09-10 10:00"
    )
    #expect(texts("is:significant", story) == ["alone", "second", "record opened"])
    story.add(Removed(of: late, why: "wrong child"), at: "2026-09-11 10:00")
    #expect(texts("is:significant", story) == ["later alone", "second", "record opened"])
  }

  @Test("An entry counts by its version in force, and then with every version")
  func versions() {
    var story = Story("K12")
    let flag = story.add(FlagRaised(topic: "mark"), at: "2026-11-02 10:00")
    #expect(chronology(story) == ["record opened"])
    let worse = FlagRaised(topic: "mark", urgent: true)
    let more = story.add(Amended(of: flag, why: "more", body: worse), at: "2026-11-03 10:00")
    #expect(
      chronology(story) == ["record opened", "flag: mark", "amended: urgent flag: mark"]
    )
    story.add(Removed(of: more, why: "no"), at: "2026-11-03 11:00")
    #expect(chronology(story) == ["record opened"])
  }

  @Test("Every rule of the chronology says why it is there")
  func whys() {
    for rule in Significance.all {
      #expect(!rule.what.isEmpty && !rule.why.isEmpty)
      for type in rule.types { #expect(Entries.byType[type] != nil) }
    }
  }
}
