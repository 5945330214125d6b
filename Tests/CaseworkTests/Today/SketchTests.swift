import Casework
import TestSupport
import Testing

/// The page that the design draws for Sunday 22 November 2026, 14:05, told as fourteen records.
@Suite("Today, as it is drawn")
struct SketchTests {
  private let page = Today.page(
    caseload: SketchTests.caseload(),
    now: sundayAfternoon,
    zone: .london
  )

  @Test("the children stand in the order of the drawing")
  func order() {
    #expect(
      page.rows.map { "\($0.ref) \($0.group.rawValue)" } == [
        "K12 missing", "K09 cannot-be-undone", "K07 first-48-hours", "K13 promised",
        "K03 not-seen", "K01 still-missing", "K14 waiting", "K05 waiting",
        "K06 as-agreed", "K04 as-agreed", "K02 as-agreed", "K08 as-agreed", "K10 as-agreed",
        "K11 as-agreed",
      ]
    )
    #expect(page.counts.children == 14 && page.counts.missing == 2)
  }

  @Test("each row says why, in the words of the drawing")
  func words() {
    func said(_ ref: String) -> [String] {
      page.rows.first { $0.ref == ref }?.reasons.map(\.text) ?? []
    }
    #expect(
      said("K12").first == "missing since Sat 21 Nov 21:40, 16 h · police told yesterday 22:05"
    )
    #expect(said("K09").first?.hasPrefix("asylum appeal: last day Wed 25 Nov") == true)
    #expect(said("K07").first == "B&B since Sat 21 Nov 07:05, 31 h · unsuitable · met once")
    #expect(said("K13") == ["you said you would bring the bus pass, Fri 20 · not yet done"])
    #expect(
      said("K03") == ["not seen alone for 19 days, agreed 7", "unknown car: review was due Wed 18"]
    )
    #expect(
      said("K01") == ["missing since 11 Oct 2025, 13 months · no meeting for 19 days"]
    )
    #expect(said("K14").first == "first review: not evidenced, due Mon 16 · chased Thu 19")
    #expect(said("K05").first?.hasPrefix("17½ on Sun 27 Dec") == true)
  }

  @Test("each row says what comes next, and who owes it")
  func next() {
    func next(_ ref: String) -> NextAct? { page.rows.first { $0.ref == ref }?.next }
    #expect(next("K12")?.text == "strategy meeting" && next("K12")?.owedBy == .role(.la))
    #expect(next("K12")?.at == .at(moment("2026-11-22 16:00")))
    #expect(next("K09")?.text == "ring the solicitor")
    #expect(next("K07")?.text == "first visit" && next("K07")?.at == .day(day("2026-11-28")))
    #expect(next("K03") == nil)
    #expect(next("K01")?.at == .day(day("2026-12-04")))
  }

  private static func caseload() -> [CaseFile] {
    let others = ["K02": "24", "K04": "23", "K06": "23", "K08": "24", "K10": "24", "K11": "25"]
    return [missing(), limit(), watched(), promised(), notSeen(), stillMissing()]
      + waiting()
      + others.sorted { $0.key < $1.key }.map { ref, next in
        var story = Story.asAgreed(ref, appointment: false)
        let hour = ref == "K06" ? "10" : "16"
        story.add(
          AppointmentSet(
            what: "visit",
            at: .at(moment("2026-11-\(next) \(hour):00")),
            withChild: true
          ),
          at: "2026-11-20 17:00"
        )
        return story.file()
      }
  }

  private static func missing() -> CaseFile {
    var story = Story.asAgreed("K12", name: "Nguyễn Thị Thanh")
    story.add(MissingStarted(lastSeenBy: "carer"), at: "2026-11-21 21:40")
    story.add(MissingStep(step: .t2, role: .police, reference: "4471"), at: "2026-11-21 22:05")
    story.add(
      NextActAgreed(
        what: "strategy meeting",
        owedBy: .role(.la),
        due: .at(moment("2026-11-22 16:00"))
      ),
      at: "2026-11-22 10:00"
    )
    return story.file()
  }

  private static func limit() -> CaseFile {
    var story = Story.asAgreed("K09", name: "Yusuf")
    story.add(
      DecisionRecorded(
        what: .asylum,
        outcome: .refused,
        received: day("2026-11-13"),
        answerBy: day("2026-11-25")
      ),
      at: "2026-11-13 10:00"
    )
    story.add(
      ReminderSet(text: "ring the solicitor", due: .at(moment("2026-11-23 09:00"))),
      at: "2026-11-20 10:00"
    )
    return story.file()
  }

  private static func watched() -> CaseFile {
    var story = Story.asAgreed("K07", name: "Ardit", appointment: false)
    story.add(Placed(kind: "B&B", suitable: Known(false), why: .move), at: "2026-11-21 07:05")
    story.add(visit(), at: "2026-11-21 11:00")
    story.add(
      AskedOf(text: "first visit", owedBy: .la, due: .day(day("2026-11-28"))),
      at: "2026-11-21 12:00"
    )
    return story.file()
  }

  private static func promised() -> CaseFile {
    var story = Story.asAgreed("K13", name: "Dawit")
    story.add(
      PromiseMade(text: "bring the bus pass", due: .day(day("2026-11-20"))),
      at: "2026-11-18 16:00"
    )
    return story.file()
  }

  private static func notSeen() -> CaseFile {
    var story = Story.asAgreed("K03", name: "Selam", visited: false, appointment: false)
    story.add(visit(alone: true), at: "2026-11-03 16:00")
    story.add(
      FlagRaised(topic: "unknown-car", kind: .risk, reviewBy: day("2026-11-18")),
      at: "2026-11-03 16:00"
    )
    return story.file()
  }

  private static func stillMissing() -> CaseFile {
    var story = Story("K01", name: "Minh", opened: "2025-05-01 09:00")
    story.add(MissingStarted(), at: "2025-10-11 20:00")
    story.add(MissingStep(step: .t2), at: "2025-10-11 21:00")
    story.add(contact(.strategy), at: "2026-11-03 14:00")
    story.add(
      NextActAgreed(what: "strategy meeting", owedBy: .role(.la), due: .day(day("2026-12-04"))),
      at: "2026-11-03 14:30"
    )
    return story.file()
  }

  private static func waiting() -> [CaseFile] {
    var review = Story.asAgreed("K14", name: "Nour")
    let ask = review.add(
      AskedOf(text: "first review", owedBy: .la, due: .day(day("2026-11-16"))),
      at: "2026-10-19 10:00"
    )
    review.add(AskedChased(of: ask, how: "email"), at: "2026-11-19 10:00")
    var age = Story.asAgreed("K05", name: "Filmon")
    age.add(
      ChildDescribed(field: .birth, value: Known("2009-06-27"), basis: .document),
      at: "2026-09-02 10:00"
    )
    return [review.file(), age.file()]
  }
}
