import Casework
import TestSupport
import Testing

@Suite("Today: danger, what cannot be undone, the first 48 hours")
struct UrgentGroupsTests {
  @Test(
    "urgent, self-harm and a person of concern stay until a response or a reason, never by time"
  )
  func danger() {
    let flags = [
      FlagRaised(topic: "threat", urgent: true), FlagRaised(topic: "cuts", nature: .selfHarm),
      FlagRaised(topic: "grey-car", nature: .personOfConcern),
    ]
    for raised in flags {
      var story = Story.asAgreed()
      let flag = story.add(raised, at: "2026-05-22 13:00")
      #expect(row(story)?.group == .danger)
      #expect(row(story)?.first.contains("kept here only: nobody has been told") == true)
      var shared = story
      shared.add(Shared(what: "it", role: .sw, of: flag), at: "2026-11-22 13:05")
      #expect(row(shared)?.group == .danger, "telling is not yet a response")
      #expect(row(shared)?.first.contains("kept here only") == false)
      var answered = story
      answered.add(FlagResponded(of: flag, what: "moved rooms"), at: "2026-11-22 13:30")
      #expect(row(answered)?.group == (raised.urgent == true ? .waiting : .asAgreed))
      var stillValid = story
      stillValid.add(FlagReviewed(of: flag, stillValid: true), at: "2026-11-22 13:30")
      #expect(row(stillValid)?.group == .danger)
      story.add(
        FlagReviewed(of: flag, stillValid: false, closedBecause: "a teacher"),
        at: "2026-11-22 13:30"
      )
      #expect(row(story)?.group == .asAgreed)
    }
  }

  @Test("an injury or a topic that is not urgent is not danger said today")
  func notDanger() {
    var story = Story.asAgreed()
    story.add(FlagRaised(topic: "second-phone", nature: .other), at: "2026-11-22 13:00")
    #expect(row(story)?.group == .asAgreed)
    #expect(row(story)?.openFlags == 1)
  }

  @Test("a limit counts from the third working day before it; the day itself is not counted")
  func limit() {
    var story = Story.asAgreed()
    let decision = story.add(
      DecisionRecorded(what: .leave, outcome: .granted, answerBy: day("2026-11-25")),
      at: "2026-11-10 10:00"
    )
    // Sunday 22: Monday, Tuesday, Wednesday. Thursday 19: Friday, Monday, Tuesday, Wednesday.
    #expect(row(story, "2026-11-19 10:00")?.group == .asAgreed)
    #expect(row(story, "2026-11-20 00:00")?.group == .cannotBeUndone)
    #expect(row(story)?.first == "leave to remain: last day Wed 25 Nov")
    #expect(row(story)?.reasons.first?.owedBy == .role(.lawyer))
    #expect(row(story, "2026-11-26 10:00")?.group == .cannotBeUndone, "past and not met")
    story.add(DecisionAnswered(of: decision, what: "extension asked for"), at: "2026-11-22 13:00")
    #expect(row(story)?.group == .asAgreed)
  }

  @Test("bank holidays are not working days")
  func bankHolidays() {
    var story = Story.asAgreed()
    story.add(
      DecisionRecorded(what: .leave, outcome: .granted, answerBy: day("2026-12-30")),
      at: "2026-11-10 10:00"
    )
    // After Wed 23 Dec: Thu 24, Tue 29, Wed 30 (Christmas Day, and Boxing Day on Monday 28).
    #expect(
      row(story, "2026-12-22 10:00")?.reasons.contains { $0.group == .cannotBeUndone } == false
    )
    #expect(row(story, "2026-12-23 10:00")?.group == .cannotBeUndone)
  }

  @Test("a refusal, or a negative RG or CG, stays until the lawyer's answer is recorded")
  func refusal() {
    for (what, outcome) in [
      (DecisionKind.asylum, DecisionOutcome.refused), (.rg, .negative), (.cg, .negative),
    ] {
      var story = Story.asAgreed()
      let decision = story.add(
        DecisionRecorded(what: what, outcome: outcome, received: day("2026-09-18")),
        at: "2026-09-18 10:00"
      )
      #expect(row(story)?.group == .cannotBeUndone)
      #expect(row(story)?.first.contains("last day not recorded") == true, "no period is invented")
      story.add(DecisionAnswered(of: decision, what: "appeal lodged"), at: "2026-11-20 10:00")
      #expect(row(story)?.group == .asAgreed)
    }
  }

  @Test("a limit comes from the document; the row says its last day and who owes the answer")
  func limitWords() {
    var story = Story.asAgreed()
    story.add(
      DecisionRecorded(
        what: .asylum,
        outcome: .refused,
        received: day("2026-11-13"),
        answerBy: day("2026-11-25")
      ),
      at: "2026-11-13 10:00"
    )
    #expect(
      row(story)?.first
        == "asylum appeal: last day Wed 25 Nov · asylum refused Fri 13, answer not recorded"
    )
  }

  @Test("earliest limit first, what has no recorded limit after them")
  func limitOrder() {
    func refused(_ ref: String, _ answerBy: Day?) -> CaseFile {
      var story = Story.asAgreed(ref)
      story.add(
        DecisionRecorded(what: .asylum, outcome: .refused, answerBy: answerBy),
        at: "2026-11-13 10:00"
      )
      return story.file()
    }
    let files = [
      refused("K01", nil), refused("K02", day("2026-12-08")), refused("K03", day("2026-11-24")),
    ]
    let page = Today.page(caseload: files, now: sundayAfternoon, zone: .london)
    #expect(page.rows.map(\.ref) == ["K03", "K02", "K01"])
  }

  @Test("18 and 17½ cannot be undone within 3 working days, by either date of birth")
  func birthday() {
    for (born, text) in [("2008-11-25", "18 on Wed 25 Nov"), ("2009-05-25", "17½ on Wed 25 Nov")] {
      var story = Story.asAgreed()
      story.add(
        ChildDescribed(field: .birth, value: Known(born), basis: .ownAccount),
        at: "2026-09-02 10:00"
      )
      #expect(row(story)?.group == .cannotBeUndone)
      #expect(row(story)?.first.hasPrefix(text) == true)
      #expect(row(story)?.first.contains("by own account") == true)
      #expect(row(story, "2026-11-19 10:00")?.group == .waiting, "within 8 weeks")
      #expect(row(story, "2026-11-25 10:00")?.first.contains("today, Wed 25 Nov by own") == true)
      story.add(PlanMade(kind: .transition), at: "2026-11-01 10:00")
      #expect(row(story)?.group == .asAgreed)
    }
  }

  @Test("custody stays until it has ended; with a response, for 7 days after the change")
  func liberty() {
    for change in [LibertyChange.detained, .custody, .removalNotice, .treatedAsAdult] {
      var story = Story.asAgreed()
      let custody = story.add(LibertyChanged(change: change), at: "2026-11-10 14:05")
      #expect(row(story)?.group == .cannotBeUndone)
      var answered = story
      answered.add(FlagResponded(of: custody, what: "solicitor told"), at: "2026-11-10 16:00")
      #expect(row(answered, "2026-11-17 14:04")?.group == .cannotBeUndone)
      #expect(row(answered, "2026-11-17 14:05")?.group == .waiting)
      #expect(row(answered)?.first.hasPrefix(change.words) == true)
      var changedAgain = answered
      changedAgain.add(LibertyChanged(change: change, place: "elsewhere"), at: "2026-11-21 10:00")
      #expect(row(changedAgain)?.group == .cannotBeUndone, "the new change has no response")
      story.add(LibertyChanged(change: change, ended: true), at: "2026-11-11 10:00")
      #expect(row(story)?.group == .asAgreed)
    }
  }

  @Test("a release ends custody and starts a watch")
  func release() {
    var story = Story.asAgreed()
    story.add(LibertyChanged(change: .custody), at: "2026-11-20 10:00")
    story.add(LibertyChanged(change: .released), at: "2026-11-22 10:00")
    #expect(row(story)?.group == .first48Hours)
    #expect(row(story)?.first.hasPrefix("released today 10:00, 4 h") == true)
  }

  @Test("the watch is 48 h from the placement; at 48:00 it says 48 h passed, and until when")
  func first48Hours() {
    var story = Story.asAgreed("K07")
    story.add(Placed(kind: "B&B", suitable: Known(false)), at: "2026-11-21 07:05")
    story.add(visit(alone: true), at: "2026-11-21 10:00")
    #expect(row(story)?.group == .first48Hours)
    #expect(row(story)?.first == "B&B since Sat 21 Nov 07:05, 31 h · unsuitable · met once")
    #expect(row(story, "2026-11-23 07:04")?.group == .first48Hours)
    let after = row(story, "2026-11-23 07:05")
    #expect(after?.group == .today)
    #expect(after?.first == "B&B since Sat 21 Nov 07:05 · 48 h passed; first week until Sat 28")
    #expect(
      row(story, "2026-11-28 07:04")?.reasons.contains { $0.text.contains("first week") } == true
    )
    #expect(
      row(story, "2026-11-28 07:05")?.reasons.contains { $0.text.contains("first week") } == false
    )
  }

  @Test("48 h are elapsed time when the clocks go back")
  func clocksGoBack() {
    var story = Story.asAgreed()
    story.add(Placed(kind: "hostel", suitable: Known(true)), at: "2026-10-24 12:00")
    #expect(row(story, "2026-10-26 10:59")?.group == .first48Hours)
    #expect(row(story, "2026-10-26 11:00")?.group == .today)
  }

  @Test("a watch set by hand lasts as long as was said, and ends with a reason")
  func byHand() {
    var story = Story.asAgreed()
    story.add(
      WatchSet(why: "a car waits", until: moment("2026-11-25 10:00")),
      at: "2026-11-20 10:00"
    )
    #expect(row(story)?.first.hasPrefix("watch set Fri 20 Nov 10:00: a car waits, 52 h") == true)
    #expect(row(story, "2026-11-25 09:59")?.group == .first48Hours)
    story.add(WatchEnded(why: "calm"), at: "2026-11-22 13:00")
    #expect(row(story)?.group == .asAgreed)
  }

  @Test("not yet met first; then unsuitable or not known; then latest start")
  func watchOrder() {
    func placed(_ ref: String, _ at: String, met: Bool, suitable: Bool?) -> CaseFile {
      var story = Story.asAgreed(ref)
      story.add(Placed(kind: "hostel", suitable: suitable.map { Known($0) }), at: at)
      if met { story.add(visit(alone: true), at: "2026-11-22 13:00") }
      return story.file()
    }
    let files = [
      placed("K01", "2026-11-21 15:00", met: true, suitable: true),
      placed("K02", "2026-11-22 08:00", met: true, suitable: true),
      placed("K03", "2026-11-21 15:00", met: true, suitable: nil),
      placed("K04", "2026-11-21 15:00", met: false, suitable: true),
    ]
    let page = Today.page(caseload: files, now: sundayAfternoon, zone: .london)
    #expect(page.rows.map(\.ref) == ["K04", "K03", "K02", "K01"])
  }
}
