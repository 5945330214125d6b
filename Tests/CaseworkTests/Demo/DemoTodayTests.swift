import Testing

@testable import Casework

@Suite("The demo caseload on Today")
struct DemoTodayTests {
  static let expected: [String: TodayGroup] = [
    "K12": .missing, "K10": .danger, "K09": .cannotBeUndone, "K07": .first48Hours,
    "K13": .promised, "K03": .notSeen, "K08": .today, "K01": .stillMissing, "K14": .waiting,
    "K05": .waiting, "K02": .asAgreed, "K11": .asAgreed, "K06": .asAgreed, "K04": .asAgreed,
  ]

  // A week of ordinary days, then days on which counting goes wrong.
  static let days = [
    "2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21",
    "2026-11-22",
    "2026-12-24", "2026-12-25", "2026-12-29", "2027-01-01", "2027-03-26", "2027-03-27",
    "2027-03-28", "2027-03-29", "2027-03-31", "2027-10-31", "2027-11-01", "2028-02-28",
    "2028-02-29", "2028-03-01", "2027-08-31", "2027-05-31", "2026-12-31",
  ]
  static let hours = ["00:30", "05:10", "09:00", "14:05", "15:45", "23:50"]

  @Test("Whenever somebody looks, every group has its child and none is lost", arguments: days)
  func everyGroup(_ day: String) {
    for hour in Self.hours {
      let play = DemoPlay("\(day)T\(hour)")
      #expect(play.groups == Self.expected, "\(day) \(hour)")
      #expect(Set(play.groups.values) == Set(TodayGroup.allCases))
    }
  }

  @Test("The children who are seen as agreed have no reason at all", arguments: days)
  func asAgreed(_ day: String) {
    let rows = DemoPlay("\(day)T11:00").today.rows.filter { $0.group == .asAgreed }
    #expect(rows.count == 4)
    for row in rows { #expect(row.reasons.isEmpty, "\(row.ref)") }
  }

  @Test("The first screen says why in the words of the sketch")
  func words() {
    let play = DemoPlay("2026-11-22T14:05")
    func row(_ ref: String) -> TodayRow? { play.today.rows.first { $0.ref == ref } }
    func reason(_ ref: String) -> String { row(ref)?.reasons.first?.text ?? "" }
    #expect(
      reason("K12") == "missing since Sat 21 Nov 21:40, 16 h · police told yesterday 22:05"
    )
    #expect(row("K12")?.next?.text == "strategy meeting")
    #expect(reason("K09").hasPrefix("asylum appeal: last day Wed 25"))
    #expect(row("K09")?.next?.text == "ring solicitor")
    #expect(reason("K07") == "B&B since Sat 21 Nov 07:05, 31 h · unsuitable · met once")
    #expect(row("K07")?.next?.text == "first visit")
    #expect(reason("K13") == "you said you would bring the bus pass, Fri 20 · not yet done")
    #expect(reason("K03") == "not seen alone for 19 days, agreed 7")
    #expect(row("K03")?.next == nil)
    #expect(reason("K01").contains("13 months"))
    #expect(reason("K14") == "first review: not evidenced, due Mon 16 · chased Thu 19")
    #expect(reason("K05").hasPrefix("17½ on Sun 27 Dec"))
    #expect(reason("K10").contains("nobody has been told"))
    #expect(reason("K08") == "ring the college about the earlier bus, today")
  }

  @Test(
    "A larger caseload has as many children and notes as were asked for",
    arguments: [1, 14, 60]
  )
  func generated(_ children: Int) {
    let now = Moment(typed: "2026-11-22T14:05", zone: .london) ?? Moment(milliseconds: 0)
    let acts = DemoCaseload.generated(
      children: children,
      notes: 900,
      seed: 7,
      now: now,
      zone: .london
    )
    let play = DemoPlay(now: now, acts: acts)
    #expect(play.caseload.count == children)
    #expect(Set(play.caseload.map(\.ref)).count == children)
    #expect(play.contacts.count == 900)
    #expect(play.today.rows.count == children)
    #expect(acts.allSatisfy { $0.recordedAt <= now })
    #expect(zip(acts, acts.dropFirst()).allSatisfy { $0.recordedAt <= $1.recordedAt })
  }
}
