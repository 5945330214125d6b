import Casework
import TestSupport
import Testing

@Suite("Due and Flags")
struct DueFlagsTests {
  @Test("due before, not evidenced after, chased, met")
  func states() {
    var story = Story.asAgreed()
    let ask = story.add(
      AskedOf(text: "PEP", owedBy: .school, due: .day(day("2026-11-20"))),
      at: "2026-11-10 10:00"
    )
    func state(_ now: String) -> Duty.State? {
      Due.page(caseload: [story.file()], now: moment(now), zone: .london).items
        .first { $0.duty.id == ask }?.state
    }
    #expect(state("2026-11-20 23:59") == .due)
    #expect(state("2026-11-21 00:00") == .notEvidenced)
    story.add(AskedChased(of: ask), at: "2026-11-21 10:00")
    #expect(state("2026-11-22 10:00") == .chased)
    story.add(AskedAnswered(of: ask), at: "2026-11-22 11:00")
    #expect(state("2026-11-22 12:00") == .met)
    #expect(state("2026-12-05 12:00") == nil, "met long ago")
  }

  @Test("a promise, a limit of a document and a birthday are due too, with who owes them")
  func kinds() {
    var story = Story.asAgreed()
    story.add(PromiseMade(text: "ring", due: .day(day("2026-11-27"))), at: "2026-11-20 10:00")
    story.add(
      DecisionRecorded(what: .asylum, outcome: .refused, answerBy: day("2026-12-01")),
      at: "2026-11-20 10:00"
    )
    story.add(
      ChildDescribed(field: .birth, value: Known("2008-12-20"), basis: .document),
      at: "2026-11-20 10:00"
    )
    let items = Due.page(caseload: [story.file()], now: sundayAfternoon, zone: .london).items
    #expect(items.map(\.duty.kind) == [.appointment, .promise, .limit, .age, .review])
    #expect(
      items.map { $0.duty.owedBy?.rawValue } == [
        "guardian", "guardian", "lawyer", "la", "guardian",
      ]
    )
    #expect(items.map(\.isPromise) == [false, true, false, false, false])
    #expect(items[2].duty.title == "asylum appeal" && items[2].duty.source == "the document itself")
  }

  @Test("a flag is open, answered, past its review, or closed with a reason")
  func flags() {
    var story = Story.asAgreed()
    let flag = story.add(
      FlagRaised(topic: "car", kind: .risk, reviewBy: day("2026-11-30")),
      at: "2026-11-10 10:00"
    )
    func state(_ now: String) -> Flags.State? {
      Flags.page(caseload: [story.file()], now: moment(now), zone: .london).items.first?.state
    }
    #expect(state("2026-11-22 10:00") == .open)
    #expect(state("2026-12-01 00:00") == .reviewPast)
    story.add(FlagResponded(of: flag, what: "police told"), at: "2026-11-22 11:00")
    #expect(state("2026-11-22 12:00") == .answered)
    story.add(
      FlagReviewed(of: flag, stillValid: true, reviewBy: day("2026-12-10")),
      at: "2026-11-23 11:00"
    )
    #expect(state("2026-12-01 00:00") == .answered)
    story.add(
      FlagReviewed(of: flag, stillValid: false, closedBecause: "a teacher"),
      at: "2026-11-24 11:00"
    )
    #expect(state("2026-12-01 00:00") == .closed)
    #expect(story.file().flags.first?.closed?.closedBecause == "a teacher")
  }
}
