import Casework
import TestSupport
import Testing

@Suite("Today: promises, not seen, today, waiting, seen as agreed")
struct OtherGroupsTests {
  @Test("nothing to say: seen as agreed, one quiet line")
  func asAgreed() {
    let row = row(.asAgreed())
    #expect(row?.group == .asAgreed && row?.reasons.isEmpty == true)
    #expect(row?.next?.text == "visit" && row?.nextContact == .at(moment("2026-11-24 16:00")))
    #expect(
      row?.placementKind == "foster carers" && row?.lastSeenAlone == moment("2026-11-20 16:10")
    )
  }

  @Test("a promise is there on its day and after, until kept, explained or released")
  func promise() {
    var story = Story.asAgreed("K13")
    let promise = story.add(
      PromiseMade(text: "bring the bus pass", due: .day(day("2026-11-20"))),
      at: "2026-11-18 16:00"
    )
    #expect(row(story, "2026-11-19 23:59")?.group == .asAgreed)
    #expect(row(story, "2026-11-20 00:00")?.group == .promised)
    #expect(row(story)?.first == "you said you would bring the bus pass, Fri 20 · not yet done")
    let ends: [any Entry] = [
      PromiseKept(of: promise), PromiseNotKept(of: promise, toldWhy: "not issued"),
      PromiseReleased(of: promise),
    ]
    for end in ends {
      var ended = story
      ended.add(end, at: "2026-11-22 10:00")
      #expect(row(ended)?.group == .asAgreed)
    }
  }

  @Test("the rhythm has passed the day after its last day, and a real contact resets it")
  func rhythm() {
    var story = Story.asAgreed("K03")
    #expect(row(story, "2026-11-27 23:59")?.reasons.contains { $0.group == .notSeen } == false)
    #expect(row(story, "2026-11-28 00:00")?.group == .notSeen)
    #expect(row(story, "2026-12-09 10:00")?.first == "not seen alone for 19 days, agreed 7")
    story.add(contact(.attempt), at: "2026-11-28 09:00")
    story.add(contact(.call), at: "2026-11-28 09:30")
    story.add(visit(), at: "2026-11-28 10:00")
    #expect(row(story, "2026-11-28 11:00")?.group == .notSeen, "not alone")
    story.add(visit(alone: true), at: "2026-11-28 12:00")
    #expect(row(story, "2026-11-28 13:00")?.reasons.contains { $0.group == .notSeen } == false)
  }

  @Test("no rhythm agreed is Not seen; a heard-from rhythm alone that passed is Waiting")
  func noRhythm() {
    var story = Story.asAgreed()
    story.add(RhythmAgreed(counter: .seenAlone, everyDays: 0), at: "2026-11-10 10:00")
    #expect(row(story)?.first == "no rhythm agreed" && row(story)?.group == .notSeen)
    story.add(RhythmAgreed(counter: .heardFrom, everyDays: 1), at: "2026-11-10 10:00")
    #expect(row(story)?.group == .waiting)
    #expect(row(story)?.first == "not heard from for 45 h, agreed every 1 day")
  }

  @Test("never met past the service's standard, which is the service's own")
  func neverMet() {
    var story = Story("K20", name: "Ardit", opened: "2026-11-20 09:00")
    story.add(Allocated(), at: "2026-11-20 10:00")
    story.add(RhythmAgreed(counter: .seen, everyDays: 7), at: "2026-11-20 10:00")
    #expect(row(story, "2026-11-22 10:00")?.group != .notSeen)
    #expect(row(story, "2026-11-22 10:01")?.group == .notSeen)
    #expect(
      row(story)?.first == "never met since Fri 20 Nov 10:00, 52 h · the service's standard is 48 h"
    )
    let none = Standards(firstMeetingHours: nil)
    let page = Today.page(
      caseload: [story.file()],
      now: sundayAfternoon,
      zone: .london,
      standards: none
    )
    #expect(page.rows.first?.group != .notSeen)
  }

  @Test("never met first, then most days past with alone before seen, no rhythm last")
  func notSeenOrder() {
    var never = Story("K09", opened: "2026-11-01 09:00")
    never.add(RhythmAgreed(counter: .seen, everyDays: 7), at: "2026-11-20 10:00")
    var seen = Story.asAgreed("K01")
    seen.add(RhythmAgreed(counter: .seenAlone, everyDays: 0), at: "2026-09-04 10:00")
    seen.add(RhythmAgreed(counter: .seen, everyDays: 7), at: "2026-09-04 10:00")
    let alone = Story.asAgreed("K02")
    var longer = Story.asAgreed("K03")
    longer.add(RhythmAgreed(counter: .seenAlone, everyDays: 2), at: "2026-09-04 10:00")
    var none = Story.asAgreed("K00")
    none.add(RhythmAgreed(counter: .seenAlone, everyDays: 0), at: "2026-09-04 10:00")
    let files = [none, seen, alone, longer, never].map { $0.file() }
    let page = Today.page(caseload: files, now: moment("2026-12-01 10:00"), zone: .london)
    #expect(page.rows.map(\.ref) == ["K09", "K03", "K02", "K01", "K00"])
  }

  @Test("the guardian's own act is there on its day; past, it says you said so")
  func ownAct() {
    var story = Story.asAgreed()
    let reminder = story.add(
      ReminderSet(text: "ring the solicitor", due: .at(moment("2026-11-22 16:00"))),
      at: "2026-11-20 10:00"
    )
    #expect(row(story, "2026-11-21 23:59")?.group == .asAgreed)
    #expect(row(story)?.first == "ring the solicitor, today 16:00")
    #expect(
      row(story, "2026-11-23 09:00")?.first
        == "ring the solicitor: you said yesterday 16:00; not yet done"
    )
    story.add(ReminderSnoozed(of: reminder, until: .day(day("2026-11-25"))), at: "2026-11-22 12:00")
    #expect(row(story)?.group == .asAgreed)
    story.add(ReminderDone(of: reminder), at: "2026-11-25 12:00")
    #expect(row(story, "2026-11-26 12:00")?.texts.contains { $0.contains("solicitor") } == false)
  }

  @Test("a visit that was written down keeps its appointment; a call that morning does not")
  func appointment() {
    var story = Story.asAgreed()
    #expect(row(story, "2026-11-24 17:00")?.first == "visit: was today 16:00; not written down")
    story.add(contact(.call), at: "2026-11-24 09:00")
    #expect(row(story, "2026-11-24 17:00")?.group == .today)
    story.add(visit(alone: true), at: "2026-11-24 15:50")
    #expect(row(story, "2026-11-24 17:00")?.texts == ["next contact not set"])
  }

  @Test("a meeting about the child is kept by a contact of its kind that day, or said to be missed")
  func meeting() {
    var story = Story.asAgreed()
    let meeting = story.add(
      AppointmentSet(what: "first review", at: .day(day("2026-11-20")), kind: .review),
      at: "2026-11-02 10:00"
    )
    #expect(row(story)?.first == "first review: was Fri 20; not written down")
    var kept = story
    kept.add(contact(.review), at: "2026-11-20 11:00")
    #expect(row(kept)?.group == .asAgreed)
    story.add(AppointmentMissed(of: meeting, why: "ill"), at: "2026-11-20 11:00")
    #expect(row(story)?.group == .asAgreed)
  }

  @Test("another's duty is Today within 3 working days, Waiting once past, chased or not")
  func othersDuty() {
    var story = Story.asAgreed("K14")
    let ask = story.add(
      AskedOf(text: "first review", owedBy: .la, due: .day(day("2026-11-16"))),
      at: "2026-11-02 10:00"
    )
    #expect(row(story, "2026-11-10 10:00")?.reasons.contains { $0.group == .today } == false)
    #expect(row(story, "2026-11-11 10:00")?.reasons.contains { $0.group == .today } == true)
    #expect(row(story)?.group == .waiting)
    #expect(row(story)?.first == "first review: not evidenced, due Mon 16")
    story.add(AskedChased(of: ask, how: "email"), at: "2026-11-19 10:00")
    #expect(row(story)?.first == "first review: not evidenced, due Mon 16 · chased Thu 19")
    #expect(row(story)?.reasons.first?.owedBy == .role(.la))
    story.add(AskedAnswered(of: ask), at: "2026-11-21 10:00")
    #expect(row(story)?.group == .asAgreed)
  }

  @Test("Waiting: not chased first, then the oldest chase, then what nobody is chased for")
  func waitingOrder() {
    func asked(_ ref: String, chased: String?) -> CaseFile {
      var story = Story.asAgreed(ref)
      let ask = story.add(
        AskedOf(text: "PEP", owedBy: .school, due: .day(day("2026-11-10"))),
        at: "2026-11-02 10:00"
      )
      if let chased { story.add(AskedChased(of: ask), at: chased) }
      return story.file()
    }
    var review = Story.asAgreed("K01")
    review.add(FlagRaised(topic: "car", reviewBy: day("2026-11-01")), at: "2026-10-20 10:00")
    let files = [
      review.file(), asked("K02", chased: "2026-11-20 10:00"),
      asked("K03", chased: "2026-11-12 10:00"), asked("K04", chased: nil),
    ]
    let page = Today.page(caseload: files, now: sundayAfternoon, zone: .london)
    #expect(page.rows.map(\.ref) == ["K04", "K03", "K02", "K01"])
  }

  @Test("a review past is Today for an urgent flag, Waiting for another")
  func reviews() {
    var story = Story.asAgreed()
    let flag = story.add(
      FlagRaised(topic: "unknown-car", urgent: true, reviewBy: day("2026-11-18")),
      at: "2026-11-02 10:00"
    )
    story.add(FlagResponded(of: flag, what: "police told"), at: "2026-11-02 11:00")
    #expect(row(story, "2026-11-18 23:59")?.group == .waiting, "answered, and open")
    #expect(row(story)?.group == .today)
    #expect(row(story)?.first == "unknown car: review was due Wed 18")
    var other = Story.asAgreed()
    other.add(FlagRaised(topic: "unknown-car", reviewBy: day("2026-11-18")), at: "2026-11-02 10:00")
    #expect(row(other)?.group == .waiting)
    #expect(
      row(Story.asAgreed(), "2026-12-21 10:00")?.texts.contains {
        $0.contains("older than its review")
      } == true
    )
  }

  @Test("17½ and 18 within 8 weeks are Waiting until there is a plan")
  func eightWeeks() {
    var story = Story.asAgreed("K05")
    story.add(
      ChildDescribed(field: .birth, value: Known("2009-06-27"), basis: .document),
      at: "2026-09-02 10:00"
    )
    #expect(row(story, "2026-10-31 10:00")?.reasons.contains { $0.text.contains("17½") } == false)
    #expect(row(story, "2026-11-01 10:00")?.reasons.contains { $0.text.contains("17½") } == true)
    #expect(row(story)?.first == "17½ on Sun 27 Dec by document · no plan for 18 recorded")
  }

  @Test("whatever keeps a child out of Seen as agreed is said, and the child is in Waiting")
  func catchAll() {
    func without(_ type: any Entry.Type, where matches: (any Entry) -> Bool = { _ in true })
      -> TodayRow?
    {
      let story = Story.asAgreed()
      let entries = story.entries.filter {
        Swift.type(of: $0.body).type != type.type || !matches($0.body)
      }
      let file = CaseFile.folded(id: story.child, ref: story.ref, entries: entries)
      return Today.page(caseload: [file], now: sundayAfternoon, zone: .london).rows.first
    }
    #expect(without(AppointmentSet.self)?.texts == ["next contact not set"])
    #expect(without(PlanMade.self)?.texts == ["no plan recorded"])
    #expect(without(SafeContactAgreed.self)?.texts == ["how to reach the child not agreed"])
    #expect(without(Placed.self)?.texts == ["accommodation not known"])
    let language = without(ChildDescribed.self) { ($0 as? ChildDescribed)?.field == .language }
    #expect(language?.texts == ["language not known"])
    #expect(language?.group == .waiting)
    var story = Story.asAgreed()
    story.add(Placed(kind: "hostel", suitable: Known(.disputed)), at: "2026-11-01 10:00")
    #expect(row(story)?.texts == ["suitability of the accommodation not known"])
    story.add(Placed(kind: "hostel", suitable: Known(false)), at: "2026-11-02 10:00")
    #expect(row(story)?.texts == ["accommodation unsuitable"])
  }

  @Test("what is not known is not said beside what is urgent")
  func catchAllIsQuiet() {
    var story = Story("K20", opened: "2026-11-22 09:00")
    story.add(FlagRaised(topic: "threat", urgent: true), at: "2026-11-22 10:00")
    #expect(row(story)?.reasons.contains(where: \.isCatchAll) == false)
    #expect(row(story)?.next == nil)
  }
}
