import Casework
import TestSupport

/// Fourteen made-up children on Sunday 22 November 2026, 14:05, one in each sort of need.
enum MadeUpCaseload {
  static var stories: [TestSupport.Story] {
    [
      thanh, yusuf, ardit, dawit, selam, minh, nour, filmon,
      agreed("K02", "Mirela Hoxha", "2026-11-24 16:00"), agreed("K11", "Đức", "2026-11-25 16:00"),
      agreed("K08", "Saba", "2026-11-24 17:30"), agreed("K10", "Bảo", "2026-11-24 11:00"),
      agreed("K06", "Layla", "2026-11-23 15:00"), agreed("K04", "Jordan", "2026-11-23 17:00"),
    ]
  }

  /// A life with little that needs anything: placed, met, agreed.
  private static func child(
    _ ref: String,
    _ name: String,
    _ knownAs: String,
    birth: String,
    language: String,
    lastSeen: String,
    alone: Bool = true
  ) -> TestSupport.Story {
    var story = TestSupport.Story(ref, name: name)
    story.add(ChildDescribed(field: .knownAs, value: Known(knownAs)), at: "2026-09-01 09:05")
    story.add(Allocated(conflict: Known(false)), at: "2026-09-01 09:30")
    story.add(
      ChildDescribed(field: .birth, value: Known(birth), basis: .ownAccount),
      at: "2026-09-01 10:00"
    )
    story.add(
      ChildDescribed(field: .language, value: Known(language)),
      at: "2026-09-01 10:00"
    )
    story.add(
      Placed(kind: "foster carers", place: "a house", suitable: Known(true), why: .first),
      at: "2026-09-01 12:00"
    )
    story.add(
      SafeContactAgreed(number: "07700 900100", how: "text first", hours: "10 to 21"),
      at: "2026-09-02 12:00"
    )
    story.add(
      PlanMade(kind: .safety, version: 1, reviewBy: day("2026-12-20")),
      at: "2026-09-03 09:00"
    )
    story.add(RhythmAgreed(counter: .seenAlone, everyDays: 7), at: "2026-09-03 09:10")
    for date in ["2026-09-10 16:00", "2026-10-02 16:10", "2026-10-09 15:30", "2026-10-21 16:00"] {
      story.add(visit(alone: true, "Settled, talked about college."), at: date)
    }
    story.add(visit(alone: alone, "Settled, asked about the solicitor."), at: lastSeen)
    return story
  }

  private static func agreed(_ ref: String, _ name: String, _ next: String) -> TestSupport.Story {
    var story = TestSupport.Story.asAgreed(ref, name: name)
    story.add(
      AppointmentSet(what: "visit", at: .at(moment(next)), withChild: true),
      at: "2026-11-20 17:00"
    )
    return story
  }

  private static var thanh: TestSupport.Story {
    var story = child(
      "K12",
      "Nguyễn Thị Thanh",
      "Thanh",
      birth: "2009-05-02",
      language: "Vietnamese",
      lastSeen: "2026-11-20 16:10"
    )
    story.add(
      ChildDescribed(field: .birth, value: Known("2010-03-01"), basis: .assessed),
      at: "2026-10-05 10:00"
    )
    story.add(
      ChildDescribed(field: .wants, value: Known("“to stay at the college”")),
      at: "2026-10-05 10:00"
    )
    story.add(
      ChildDescribed(field: .helps, value: Known("a call before any visit")),
      at: "2026-10-05 10:00"
    )
    story.add(
      ChildDescribed(field: .rings, value: Known("you, then her carer")),
      at: "2026-10-05 10:00"
    )
    story.add(
      ChildDescribed(field: .strength, value: Known("football; a friend, Linh")),
      at: "2026-10-05 10:00"
    )
    story.add(
      DecisionRecorded(what: .rg, outcome: .positive, notice: day("2026-09-04")),
      at: "2026-09-04 10:00"
    )
    var note = visit(
      alone: true,
      "Showed me her drawing of the market. “I like the college. I do not like the car that waits.”"
    )
    note.words = [
      Quote(
        by: "child",
        text: "I like the college. I do not like the car that waits.",
        through: "interpreter"
      )
    ]
    note.minutes = 50
    note.interpreter = Interpreter(language: "vi", mode: .phone)
    note.place = "the college"
    note.raw = "thanh visit 16:40 50m alone int:vi/phone"
    let visit = story.add(note, at: "2026-11-20 16:40", recorded: "2026-11-20 17:02")
    story.add(FlagRaised(topic: "unknown-car", from: visit), at: "2026-11-20 16:40")
    story.add(
      AskedOf(text: "ring her", owedBy: .lawyer, due: .day(day("2026-11-23")), from: visit),
      at: "2026-11-20 16:40"
    )
    story.add(
      PromiseMade(text: "bring the bus pass", due: .day(day("2026-11-27")), from: visit),
      at: "2026-11-20 16:40"
    )
    var amended = note
    amended.text = note.text + " Carer at home."
    story.add(
      Amended(of: visit, why: "left out who was there", body: amended),
      at: "2026-11-20 18:00"
    )
    story.add(MissingStarted(text: "not back from the shop"), at: "2026-11-21 21:40")
    story.add(
      MissingStep(step: .t2, whom: "Sgt Bell", role: .police, reference: "4471"),
      at: "2026-11-21 22:05"
    )
    story.add(
      NextActAgreed(
        what: "strategy meeting",
        owedBy: .role(.la),
        due: .at(moment("2026-11-22 16:00"))
      ),
      at: "2026-11-22 09:00"
    )
    return story
  }

  private static var yusuf: TestSupport.Story {
    var story = child(
      "K09",
      "Yusuf Adam",
      "Yusuf",
      birth: "2009-11-30",
      language: "Arabic, Sudanese",
      lastSeen: "2026-11-17 15:00"
    )
    story.add(ChildDescribed(field: .ownScript, value: Known("يوسف آدم")), at: "2026-09-01 10:00")
    story.add(
      DecisionRecorded(
        what: .asylum,
        outcome: .refused,
        notice: day("2026-11-11"),
        answerBy: day("2026-11-25"),
        owedBy: .lawyer
      ),
      at: "2026-11-12 10:00"
    )
    story.add(
      ReminderSet(text: "ring the solicitor", due: .at(moment("2026-11-23 09:00"))),
      at: "2026-11-20 10:00"
    )
    return story
  }

  private static var ardit: TestSupport.Story {
    var story = child(
      "K07",
      "Ardit Marku",
      "Ardit",
      birth: "2010-01-12",
      language: "Albanian",
      lastSeen: "2026-11-21 12:00",
      alone: false
    )
    story.add(
      Placed(
        kind: "B&B",
        place: "a bed and breakfast",
        suitable: Known(false),
        whyNot: "nobody watches at night",
        why: .move
      ),
      at: "2026-11-21 07:05"
    )
    story.add(
      AskedOf(text: "first visit", owedBy: .la, due: .day(day("2026-11-28"))),
      at: "2026-11-21 12:30"
    )
    return story
  }

  private static var dawit: TestSupport.Story {
    var story = child(
      "K13",
      "Dawit Tesfay",
      "Dawit",
      birth: "2009-07-19",
      language: "Tigrinya",
      lastSeen: "2026-11-18 16:00"
    )
    story.add(
      PromiseMade(text: "bring the bus pass", due: .day(day("2026-11-20"))),
      at: "2026-11-18 16:00"
    )
    return story
  }

  private static var selam: TestSupport.Story {
    var story = child(
      "K03",
      "Selam Haile",
      "Selam",
      birth: "2010-02-02",
      language: "Tigrinya",
      lastSeen: "2026-11-03 16:00"
    )
    story.add(
      FlagRaised(topic: "unknown-car", urgent: true, reviewBy: day("2026-11-18")),
      at: "2026-11-02 18:00"
    )
    return story
  }

  private static var minh: TestSupport.Story {
    var story = child(
      "K01",
      "Trần Văn Minh",
      "Minh",
      birth: "2009-04-04",
      language: "Vietnamese",
      lastSeen: "2026-09-20 10:00"
    )
    story.add(MissingStarted(text: "did not come back"), at: "2025-10-11 19:00")
    story.add(
      MissingStep(step: .t2, role: .police, reference: "2210"),
      at: "2025-10-11 20:00"
    )
    story.add(contact(.strategy, nil, "No new intelligence."), at: "2026-11-03 14:00")
    story.add(
      NextActAgreed(what: "strategy meeting", owedBy: .role(.la), due: .day(day("2026-12-04"))),
      at: "2026-11-03 14:30"
    )
    return story
  }

  private static var nour: TestSupport.Story {
    var story = child(
      "K14",
      "Nour Haddad",
      "Nour",
      birth: "2010-08-08",
      language: "Arabic, Levantine",
      lastSeen: "2026-11-19 11:00"
    )
    let ask = story.add(
      AskedOf(text: "first review", owedBy: .la, due: .day(day("2026-11-16"))),
      at: "2026-10-20 09:00"
    )
    story.add(AskedChased(of: ask, how: "rang"), at: "2026-11-19 15:00")
    story.add(
      AppointmentSet(what: "visit", at: .at(moment("2026-11-25 10:00")), withChild: true),
      at: "2026-11-19 11:30"
    )
    return story
  }

  private static var filmon: TestSupport.Story {
    var story = child(
      "K05",
      "Filmon Gebre",
      "Filmon",
      birth: "2009-06-27",
      language: "Tigrinya",
      lastSeen: "2026-11-19 14:00"
    )
    story.add(
      AppointmentSet(what: "visit", at: .at(moment("2026-11-26 10:00")), withChild: true),
      at: "2026-11-19 14:30"
    )
    return story
  }
}
