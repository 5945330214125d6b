import Casework
import TestSupport
import Testing

@Suite("Today, whatever happened to the children")
struct RandomCaseloadTests {
  private static let forbidden = [
    "risk", "high", "score", "overdue", "failed", "absconded", "safe", "fine", "on course",
  ]

  private func caseload(_ count: Int, seed: UInt64) -> [CaseFile] {
    var dice = Dice(seed: seed)
    return (0..<count).map { number in
      Story.random("K\(number + 10)", now: sundayAfternoon, dice: &dice).file()
    }
  }

  @Test(
    "every child is in exactly one group, none is lost, and the counts add up",
    arguments: [1, 2, 3] as [UInt64]
  )
  func everyChildOnce(_ seed: UInt64) {
    let files = caseload(1500, seed: seed)
    let page = Today.page(caseload: files, now: sundayAfternoon, zone: .london)
    let expected = files.filter { $0.closure == nil || $0.openEpisode != nil }
    #expect(page.rows.map(\.child.rawValue).sorted() == expected.map(\.id.rawValue).sorted())
    #expect(page.counts.children == expected.count && page.counts.shown == expected.count)
    #expect(TodayGroup.allCases.map { page.counts[$0] }.reduce(0, +) == expected.count)
    #expect(page.counts.missing == files.count { $0.openEpisode != nil })
    #expect(page.rows.map(\.group.rank) == page.rows.map(\.group.rank).sorted())
    // The dice reach every group; otherwise this proves little.
    #expect(Set(page.rows.map(\.group)) == Set(TodayGroup.allCases))
  }

  @Test("the group is that of the first reason; only Seen as agreed has none")
  func groupIsFirstReason() {
    for row in Today.page(caseload: caseload(1500, seed: 4), now: sundayAfternoon, zone: .london)
      .rows
    {
      #expect(row.reasons.first?.group ?? .asAgreed == row.group)
      #expect((row.group == .asAgreed) == row.reasons.isEmpty)
      #expect(row.reasons.allSatisfy { $0.group >= row.group })
      let isMissing = row.missingSince != nil
      #expect(
        isMissing == row.reasons.contains { $0.group == .missing || $0.group == .stillMissing }
      )
      if isMissing { #expect(row.group.rank <= 8) }
    }
  }

  @Test("the same children in another order make the same page")
  func orderDoesNotMatter() {
    let files = caseload(300, seed: 5)
    var dice = Dice(seed: 6)
    let page = Today.page(caseload: files, now: sundayAfternoon, zone: .london)
    let again = Today.page(
      caseload: files.shuffled(using: &dice),
      now: sundayAfternoon,
      zone: .london
    )
    #expect(page.rows.map(\.ref) == again.rows.map(\.ref))
    #expect(page.rows.map(\.reasons) == again.rows.map(\.reasons))
  }

  @Test("nationality, site and how a child looks change nothing on the page")
  func noNationality() {
    var dice = Dice(seed: 10)
    for number in 0..<200 {
      var story = Story.random("K\(number + 10)", now: sundayAfternoon, dice: &dice)
      let before = Today.page(caseload: [story.file()], now: sundayAfternoon, zone: .london)
      for field in [ChildField.nationality, .site, .description] {
        story.add(ChildDescribed(field: field, value: Known("anything")), at: "2026-01-01 10:00")
      }
      let after = Today.page(caseload: [story.file()], now: sundayAfternoon, zone: .london)
      #expect(before.rows.map(\.group) == after.rows.map(\.group))
      #expect(before.rows.map(\.reasons) == after.rows.map(\.reasons))
    }
  }

  @Test("no reason ever says a forbidden word")
  func forbiddenWords() {
    for row in Today.page(caseload: caseload(1500, seed: 7), now: sundayAfternoon, zone: .london)
      .rows
    {
      for reason in row.reasons {
        let said = reason.text.lowercased()
        #expect(!said.isEmpty)
        for word in Self.forbidden { #expect(!said.contains(word), "\(reason.text)") }
      }
    }
    for group in TodayGroup.allCases {
      for word in Self.forbidden { #expect(!group.heading.lowercased().contains(word)) }
    }
  }

  @Test("at every hour of a month the page still holds everybody")
  func everyHour() {
    let files = caseload(40, seed: 8)
    for hour in 0..<(24 * 31) {
      let now = sundayAfternoon.adding(hours: hour - 360)
      let page = Today.page(caseload: files, now: now, zone: .london)
      #expect(page.rows.count == files.count { $0.isOnCaseload })
    }
  }

  @Test("Due and Flags hold every open act and every flag of the caseload")
  func dueAndFlags() {
    let files = caseload(500, seed: 9).filter(\.isOnCaseload)
    let flags = Flags.page(caseload: files, now: sundayAfternoon, zone: .london)
    #expect(flags.items.count == files.map(\.flags.count).reduce(0, +))
    let due = Due.page(caseload: files, now: sundayAfternoon, zone: .london)
    let open = files.flatMap(\.asks).count { $0.answer == nil }
    #expect(due.items.count { $0.duty.kind == .asked && $0.duty.isOpen } == open)
    #expect(due.items.allSatisfy { ($0.state == .met) == ($0.duty.metAt != nil) })
  }
}
