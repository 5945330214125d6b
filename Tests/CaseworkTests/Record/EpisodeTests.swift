import Casework
import TestSupport
import Testing

@Suite("Missing episodes")
struct EpisodeTests {
  private var missing: Story {
    var story = Story.asAgreed("K12", name: "Nguyễn Thị Thanh")
    story.add(MissingStarted(lastSeenBy: "carer"), at: "2026-11-21 21:40")
    return story
  }

  @Test("a call is heard from, a sighting is located, neither ends the episode")
  func onlyReturnedEnds() {
    var story = missing
    story.add(contact(.call), at: "2026-11-21 23:00")
    story.add(HeardFrom(through: "Linh", text: "she is well"), at: "2026-11-21 23:10")
    story.add(Located(byWhom: "a driver", certain: true), at: "2026-11-21 23:20")
    story.add(visit(), at: "2026-11-22 01:00")
    story.add(MissingStep(step: .t8), at: "2026-11-22 01:10")
    story.add(EpisodeClosed(why: "paperwork"), at: "2026-11-22 02:00")
    let episode = story.file().openEpisode
    #expect(episode?.news.map(\.what) == [.heardFrom, .heardOf, .located, .seen, .located])
    story.add(
      Returned(seenBy: "police", place: "the placement", condition: "well"),
      at: "2026-11-22 03:20"
    )
    #expect(story.file().openEpisode == nil)
    #expect(story.file().episodes.count == 1)
  }

  @Test("steps and contacts attach to the episode open at the time they happened")
  func attachesByTime() {
    var story = missing
    story.add(Returned(seenBy: "police", place: "home", condition: "well"), at: "2026-11-22 03:20")
    // Written down afterwards, in the wrong order.
    story.add(
      MissingStep(step: .t2, reference: "4471"),
      at: "2026-11-21 22:05",
      recorded: "2026-11-22 10:00"
    )
    story.add(contact(.call), at: "2026-11-22 01:00", recorded: "2026-11-22 10:01")
    story.add(contact(.call), at: "2026-11-22 09:00")
    let episode = story.file().episodes.first
    #expect(episode?.policeTold?.reference == "4471")
    #expect(episode?.news.map(\.at) == [moment("2026-11-22 01:00")])
  }

  @Test("a step of no episode is kept and shown as such")
  func looseStep() {
    var story = Story("K12")
    story.add(MissingStep(step: .t2), at: "2026-11-21 22:05")
    #expect(story.file().looseSteps.count == 1)
    #expect(story.file().episodes.isEmpty)
  }

  @Test("missing said twice is one episode; a second time after a return is another")
  func twice() {
    var story = missing
    story.add(MissingStarted(), at: "2026-11-21 23:00")
    #expect(story.file().episodes.count == 1)
    story.add(Returned(seenBy: "police", place: "home", condition: "well"), at: "2026-11-22 03:20")
    story.add(MissingStarted(), at: "2026-11-22 12:00")
    #expect(story.file().episodes.count == 2)
    #expect(story.file().openEpisode?.since == moment("2026-11-22 12:00"))
  }

  @Test("a return whose beginning nobody wrote still starts the 72 hours and a watch")
  func returnWithoutStart() {
    var story = Story.asAgreed()
    story.add(Returned(seenBy: "carer", place: "home", condition: "well"), at: "2026-11-22 03:20")
    let file = story.file()
    #expect(file.openEpisode == nil)
    #expect(file.episodes.first?.startNotRecorded == true)
    let row = Today.page(caseload: [file], now: sundayAfternoon, zone: .london).rows.first
    #expect(row?.group == .first48Hours)
  }

  @Test("72 hours are elapsed time when the clocks go forward, never wall-clock time")
  func clocksChange() {
    var story = Story.asAgreed()
    story.add(MissingStarted(), at: "2027-03-27 12:00")
    story.add(Returned(seenBy: "carer", place: "home", condition: "well"), at: "2027-03-27 23:30")
    let now = moment("2027-03-28 12:00")
    let interview = story.file().duties(at: now, in: .london).first { $0.kind == .returnInterview }
    #expect(interview?.due == .at(moment("2027-03-31 00:30")))
    #expect(interview?.clock == "mis.rhi" && interview?.owedBy == .role(.la))
  }

  @Test("an interview that was offered is not yet done; done or refused meets the 72 hours")
  func interview() {
    func state(_ states: [InterviewState]) -> Duty.State? {
      var story = missing
      story.add(
        Returned(seenBy: "police", place: "home", condition: "well"),
        at: "2026-11-22 03:20"
      )
      for state in states { story.add(Interview(state: state), at: "2026-11-23 10:00") }
      let now = moment("2026-11-24 10:00")
      return Due.page(caseload: [story.file()], now: now, zone: .london).items
        .first { $0.duty.kind == .returnInterview }?.state
    }
    #expect(state([]) == .due)
    #expect(state([.offered, .attempted]) == .due)
    #expect(state([.offered, .done]) == .met)
    #expect(state([.refused]) == .met)
  }
}
