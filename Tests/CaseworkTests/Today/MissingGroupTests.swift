import Casework
import TestSupport
import Testing

@Suite("Today: missing, and still missing")
struct MissingGroupTests {
  private func missing(_ ref: String = "K12", since: String = "2026-11-21 21:40") -> Story {
    var story = Story.asAgreed(ref, visited: false)
    story.add(MissingStarted(), at: since)
    return story
  }

  @Test("an episode of 7 days or less is Missing, a minute more is Still missing")
  func firstWeek() {
    var story = missing(since: "2026-11-14 14:05")
    #expect(row(story, "2026-11-21 14:05")?.group == .missing)
    #expect(row(story, "2026-11-21 14:06")?.group == .stillMissing)
    story.add(MissingStep(step: .t6), at: "2026-11-20 22:00")
    #expect(row(story, "2026-11-21 14:06")?.group == .stillMissing, "an update is not news")
  }

  @Test("the row says since when, how long, and whether the police were told")
  func words() {
    var story = missing()
    #expect(
      row(story)?.first
        == "missing since Sat 21 Nov 21:40, 16 h · police: nobody recorded as told"
    )
    story.add(MissingStep(step: .t2, reference: "4471"), at: "2026-11-21 22:05")
    #expect(
      row(story)?.first
        == "missing since Sat 21 Nov 21:40, 16 h · police told yesterday 22:05"
    )
    #expect(row(story)?.missingSince == moment("2026-11-21 21:40"))
    #expect(
      row(missing(since: "2026-11-22 12:30"))?.first.hasPrefix("missing since today 12:30, 95 min")
        == true
    )
  }

  @Test("anything heard, seen or learned in the last 72 h brings a child back to Missing")
  func news() {
    let news: [any Entry] = [
      contact(.call), visit(), HeardFrom(through: "Linh", text: "well"),
      Located(byWhom: "a driver"), MissingStep(step: .t8),
    ]
    for body in news {
      var story = missing(since: "2026-10-01 09:00")
      story.add(MissingStep(step: .t2), at: "2026-10-01 10:00")
      story.add(body, at: "2026-11-19 14:05")
      #expect(row(story)?.group == .missing, "\(type(of: body).type)")
      #expect(row(story, "2026-11-22 14:06")?.group == .stillMissing, "\(type(of: body).type)")
    }
  }

  @Test("the rhythm of a missing child rests; who was missing is never Not seen")
  func rhythmRests() {
    let story = missing(since: "2026-10-01 09:00")
    #expect(row(story, "2026-10-20 09:00")?.texts.contains { $0.contains("seen alone") } == false)
  }

  @Test("a meeting, a letter and an attempt are not news of the child")
  func notNews() {
    var story = missing(since: "2026-10-01 09:00")
    story.add(contact(.strategy), at: "2026-11-21 10:00")
    story.add(contact(.attempt), at: "2026-11-21 11:00")
    #expect(row(story)?.group == .stillMissing)
  }

  @Test("a step past the time that was agreed brings a child back, until something comes")
  func stepPast() {
    var story = missing(since: "2026-11-01 09:00")
    story.add(
      MissingStep(step: .t3, role: .edt, nextDue: .at(moment("2026-11-21 23:30"))),
      at: "2026-11-21 22:30"
    )
    #expect(row(story, "2026-11-21 23:30")?.group == .stillMissing)
    #expect(row(story, "2026-11-21 23:31")?.group == .missing)
    story.add(MissingStep(step: .t3, role: .edt), at: "2026-11-21 23:20")
    #expect(row(story, "2026-11-21 23:31")?.group == .stillMissing)
  }

  @Test("from the day after the agreed next act until something is recorded")
  func agreedAct() {
    var story = missing(since: "2026-10-01 09:00")
    story.add(
      NextActAgreed(what: "strategy meeting", owedBy: .role(.la), due: .day(day("2026-11-20"))),
      at: "2026-11-10 10:00"
    )
    story.add(contact(.call, .about), at: "2026-11-15 10:00")
    #expect(row(story, "2026-11-20 23:59")?.group == .stillMissing)
    #expect(row(story, "2026-11-21 00:00")?.group == .missing)
    #expect(
      row(story, "2026-11-21 00:00")?.first.contains(
        "agreed next act was due yesterday: strategy meeting"
      ) == true
    )
    story.add(contact(.strategy), at: "2026-11-20 15:00", recorded: "2026-11-21 09:00")
    #expect(row(story, "2026-11-21 10:00")?.group == .stillMissing)
  }

  @Test("with no next act set, from 28 days after the last step, meeting or contact about")
  func noActAgreed() {
    var story = missing(since: "2026-09-20 09:00")
    story.add(contact(.strategy), at: "2026-10-25 10:00")
    #expect(row(story, "2026-11-21 23:59")?.group == .stillMissing)
    #expect(row(story, "2026-11-22 00:00")?.group == .missing)
    #expect(row(story, "2026-11-22 00:00")?.first.contains("nothing recorded for 28 days") == true)
  }

  @Test("Missing: police not recorded as told, then newest information, then latest start")
  func order() {
    var told = missing("K01", since: "2026-11-22 10:00")
    told.add(MissingStep(step: .t2), at: "2026-11-22 10:10")
    var toldWithNews = missing("K02", since: "2026-11-20 10:00")
    toldWithNews.add(MissingStep(step: .t2), at: "2026-11-20 10:10")
    toldWithNews.add(contact(.call), at: "2026-11-22 13:00")
    let notTold = missing("K03", since: "2026-11-19 10:00")
    let files = [told, toldWithNews, notTold].map { $0.file() }
    let page = Today.page(caseload: files, now: sundayAfternoon, zone: .london)
    #expect(page.rows.map(\.ref) == ["K03", "K02", "K01"])
  }

  @Test("Still missing: longest since anybody did anything comes first")
  func stillMissingOrder() {
    var first = missing("K05", since: "2026-10-20 09:00")
    first.add(contact(.strategy), at: "2026-11-02 10:00")
    var second = missing("K04", since: "2025-10-11 09:00")
    second.add(contact(.strategy), at: "2026-11-03 10:00")
    let files = [second, first].map { $0.file() }
    let page = Today.page(caseload: files, now: sundayAfternoon, zone: .london)
    #expect(page.rows.map(\.group) == [.stillMissing, .stillMissing])
    #expect(page.rows.map(\.ref) == ["K05", "K04"])
    #expect(
      page.rows[1].first
        == "missing since 11 Oct 2025, 13 months · no meeting for 19 days"
        + " · police: nobody recorded as told"
    )
  }

  @Test("an adult who is still missing stays: adult since, by which date of birth")
  func adult() {
    var story = missing(since: "2025-11-01 09:00")
    story.add(contact(.strategy), at: "2026-11-10 10:00")
    story.add(
      ChildDescribed(field: .birth, value: Known("2008-10-03"), basis: .document),
      at: "2026-09-02 10:00"
    )
    #expect(row(story)?.group == .stillMissing)
    #expect(row(story)?.first.contains("adult since Sat 3 Oct") == true)
    story.add(
      ChildDescribed(field: .birth, value: Known("2010-10-03"), basis: .ownAccount),
      at: "2026-09-02 10:00"
    )
    #expect(row(story)?.first.contains("adult since Sat 3 Oct by document") == true)
  }

  @Test("a closed child who is still missing does not leave the screen; another does")
  func closed() {
    var story = missing(since: "2026-10-01 09:00")
    story.add(contact(.strategy), at: "2026-11-10 10:00")
    story.add(Closed(why: "moved abroad"), at: "2026-11-15 10:00")
    #expect(row(story)?.group == .stillMissing)
    story.add(Returned(seenBy: "police", place: "home", condition: "well"), at: "2026-11-16 10:00")
    #expect(row(story) == nil)
    story.add(Reopened(), at: "2026-11-17 10:00")
    #expect(row(story) != nil)
  }

  @Test("every open episode is counted, in whatever group the child is")
  func counted() {
    var promised = missing("K01", since: "2026-10-01 09:00")
    promised.add(contact(.strategy), at: "2026-11-10 10:00")
    promised.add(
      PromiseMade(text: "keep the bed", due: .day(day("2026-11-22"))),
      at: "2026-11-10 10:00"
    )
    let files = [promised, missing("K02")].map { $0.file() }
    let page = Today.page(caseload: files, now: sundayAfternoon, zone: .london)
    #expect(page.rows.map(\.group) == [.missing, .promised])
    #expect(page.counts.missing == 2)
  }
}
