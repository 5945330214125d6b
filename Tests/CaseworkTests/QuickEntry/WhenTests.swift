import Testing

@testable import Casework

@Suite("When a contact was, and when an act is due")
struct WhenTests {
  @Test(
    "A contact looks back",
    arguments: [
      ("14:20", "2026-11-24T14:20"), ("1420", "2026-11-24T14:20"), ("14.20", "2026-11-24T14:20"),
      ("2.20pm", "2026-11-24T14:20"), ("2:20pm", "2026-11-24T14:20"), ("10am", "2026-11-24T10:00"),
      ("2 pm", "2026-11-24T14:00"), ("12am", "2026-11-24T00:00"), ("12pm", "2026-11-24T12:00"),
      ("noon", "2026-11-24T12:00"), ("00:30", "2026-11-24T00:30"), ("0030", "2026-11-24T00:30"),
      ("24:00", "2026-11-24T00:00"), ("mon 24:00", "2026-11-24T00:00"),
      ("16:30", "2026-11-24T16:30"), ("16:31", "2026-11-23T16:31"), ("2340", "2026-11-23T23:40"),
      ("last night 23:40", "2026-11-23T23:40"), ("last night 00:30", "2026-11-24T00:30"),
      ("last night", "2026-11-23T21:00"), ("this am", "2026-11-24T09:00"),
      ("this am 08:15", "2026-11-24T08:15"), ("today", "2026-11-24T16:30"),
      ("yesterday", "2026-11-23T12:00"), ("yest 3pm", "2026-11-23T15:00"),
      ("3pm yesterday", "2026-11-23T15:00"), ("at 3pm", "2026-11-24T15:00"),
      ("on mon at 3pm", "2026-11-23T15:00"), ("mon, 3pm", "2026-11-23T15:00"),
      ("mon 3pm", "2026-11-23T15:00"), ("wed", "2026-11-18T12:00"), ("WED", "2026-11-18T12:00"),
      ("tue", "2026-11-24T16:30"), ("tuesday 9am", "2026-11-24T09:00"),
      ("tue 17:00", "2026-11-17T17:00"), ("last tue", "2026-11-17T12:00"),
      ("23/11", "2026-11-23T12:00"), ("23/11/26", "2026-11-23T12:00"),
      ("23/11/2025", "2025-11-23T12:00"), ("23.11.2026", "2026-11-23T12:00"),
      ("23 nov", "2026-11-23T12:00"), ("23rd November 2026", "2026-11-23T12:00"),
      ("nov 23 10am", "2026-11-23T10:00"), ("mon 23", "2026-11-23T12:00"),
      ("mon 23 nov", "2026-11-23T12:00"), ("mon 23/11 10:05", "2026-11-23T10:05"),
      ("thu 26/2/26", "2026-02-26T12:00"), ("2026-11-23", "2026-11-23T12:00"),
      ("2026-11-23T14:20", "2026-11-23T14:20"), ("2026-11-23 14:20", "2026-11-23T14:20"),
      ("-2d", "2026-11-22T12:00"), ("-1w 10am", "2026-11-17T10:00"), ("-1m", "2026-10-24T12:00"),
      ("-3wd", "2026-11-19T12:00"), ("31 dec", "2026-12-31T12:00"), ("1 mar", "2026-03-01T12:00"),
      ("29/2/2024", "2024-02-29T12:00"),
    ]
  )
  func back(_ typed: String, _ meant: String) {
    let note = NoteCaseload.parse("selam letter \(typed)")
    #expect(note.at == NoteCaseload.moment(meant), "\(typed)")
    #expect(note.text.isEmpty && note.saysWhen)
    #expect(note.problems.map(\.code) == (note.at > note.now ? ["future"] : []))
  }

  @Test(
    "An act looks forward",
    arguments: [
      ("fri", "2026-11-27"), ("tue", "2026-12-01"), ("today", "2026-11-24"),
      ("tomorrow", "2026-11-25"), ("tmw", "2026-11-25"), ("by fri", "2026-11-27"),
      ("next fri", "2026-11-27"), ("thu 26", "2026-11-26"), ("12 jan", "2027-01-12"),
      ("23/11", "2027-11-23"), ("24/11", "2026-11-24"), ("29/2/28", "2028-02-29"),
      ("+3d", "2026-11-27"), ("+5wd", "2026-12-01"), ("+1w", "2026-12-01"), ("+1m", "2026-12-24"),
      ("16:00", "2026-11-25T16:00"), ("17:00", "2026-11-24T17:00"),
      ("fri 16:00", "2026-11-27T16:00"), ("4pm fri", "2026-11-27T16:00"),
      ("fri at 4pm", "2026-11-27T16:00"), ("24:00", "2026-11-25T00:00"),
      ("tonight", "2026-11-24"), ("2026-12-01", "2026-12-01"),
    ]
  )
  func forward(_ typed: String, _ meant: String) {
    let note = NoteCaseload.parse("selam visit 10am >ring the solicitor \(typed)")
    let due = Day(iso: meant).map(DueDate.day) ?? .at(NoteCaseload.moment(meant))
    #expect(note.problems.isEmpty && note.actions.count == 1, "\(typed)")
    #expect(note.actions.first?.text == "ring the solicitor")
    #expect(note.actions.first?.due == due, "\(typed)")
  }

  @Test(
    "What does not exist is a problem, not a guess",
    arguments: [
      ("31 feb", "no-such-date"), ("31/2", "no-such-date"), ("29 feb", "no-such-date"),
      ("29/02/2027", "no-such-date"), ("31/11/2026", "no-such-date"), ("12/25", "no-such-date"),
      ("2026-02-30", "no-such-date"), ("25:10", "no-such-time"), ("14:75", "no-such-time"),
      ("13pm", "no-such-time"), ("thu 25", "date-disagrees"), ("fri 23 nov", "date-disagrees"),
      ("tue 31", "date-disagrees"), ("0/0", "no-such-date"),
    ]
  )
  func problems(_ typed: String, _ code: String) {
    let back = NoteCaseload.parse("selam letter \(typed)")
    #expect(back.problems.map(\.code) == [code] && back.problems.first?.token == typed)
    #expect(back.asksWhen)
    let forward = NoteCaseload.parse("selam letter >ring \(typed)")
    #expect(forward.problems.map(\.code) == [code] && forward.actions.first?.due == nil)
  }

  @Test(
    "A number inside a word, or alone, is no time",
    arguments: [
      "PA/1234", "s45", "18", "4", "CR0", "07700", "AB12", "3rd", "45", "room 3", "1/2/3/4",
    ]
  )
  func noTime(_ typed: String) {
    let note = NoteCaseload.parse("selam letter \(typed) filed")
    #expect(!note.saysWhen && note.text == "\(typed) filed" && note.minutes == nil)
  }

  @Test("A range says how long it took; a length beside it must agree")
  func ranges() {
    for typed in ["14:20-15:05", "1420-1505", "2.20pm-3.05pm", "2.20-3.05pm", "14:20–15:05"] {
      let note = NoteCaseload.parse("selam visit \(typed)")
      #expect(note.minutes == 45 && note.at == NoteCaseload.moment("2026-11-24T14:20"), "\(typed)")
    }
    #expect(NoteCaseload.parse("selam visit 11-1pm").minutes == 120)
    #expect(NoteCaseload.parse("selam visit mon 23:30-00:15").minutes == 45)
    let both = NoteCaseload.parse("selam visit 14:20-15:05 50m")
    #expect(both.problems.map(\.code) == ["length-disagrees"])
  }

  @Test(
    "How long",
    arguments: [
      ("45m", 45), ("45min", 45), ("45 mins", 45), ("1h", 60), ("1h30", 90), ("1h30m", 90),
      ("2hrs", 120), ("1 hour", 60), ("90M", 90),
    ]
  )
  func lengths(_ typed: String, _ minutes: Int) {
    #expect(NoteCaseload.parse("selam visit 10am \(typed)").minutes == minutes)
  }

  @Test("Monday on a Monday is today, or the last one when the time has not come")
  func mondays() {
    let monday = "2026-11-23T09:00"
    func at(_ typed: String) -> Moment {
      NoteCaseload.parse("selam letter " + typed, now: monday).at
    }
    #expect(at("monday") == NoteCaseload.moment(monday))
    #expect(at("monday 08:00") == NoteCaseload.moment("2026-11-23T08:00"))
    #expect(at("monday 16:00") == NoteCaseload.moment("2026-11-16T16:00"))
    #expect(at("last monday") == NoteCaseload.moment("2026-11-16T12:00"))
    let note = NoteCaseload.parse("selam letter >ring mon", now: monday)
    #expect(note.actions.first?.due == Day(iso: "2026-11-30").map(DueDate.day))
  }

  @Test("A year ends, a leap day comes")
  func years() {
    func at(_ typed: String, _ now: String) -> Moment {
      NoteCaseload.parse("selam letter " + typed, now: now).at
    }
    #expect(at("31 dec", "2027-01-01T00:30") == NoteCaseload.moment("2026-12-31T12:00"))
    #expect(at("23:50", "2027-01-01T00:30") == NoteCaseload.moment("2026-12-31T23:50"))
    #expect(at("31/12 23:50", "2027-01-01T00:30") == NoteCaseload.moment("2026-12-31T23:50"))
    #expect(at("thu", "2027-01-01T00:30") == NoteCaseload.moment("2026-12-31T12:00"))
    #expect(at("29 feb", "2028-03-01T09:00") == NoteCaseload.moment("2028-02-29T12:00"))
    #expect(at("yesterday", "2028-03-01T09:00") == NoteCaseload.moment("2028-02-29T12:00"))
    #expect(at("-1m", "2027-03-31T09:00") == NoteCaseload.moment("2027-02-28T12:00"))
    let act = NoteCaseload.parse("selam letter >ring 1 jan", now: "2026-12-31T23:59")
    #expect(act.actions.first?.due == Day(iso: "2027-01-01").map(DueDate.day))
  }

  @Test("The hour that the clocks skip never was; the one they repeat is its first")
  func clockChanges() {
    let spring = NoteCaseload.parse("selam call 01:30", now: "2026-03-29T09:00")
    #expect(spring.problems.map(\.code) == ["no-such-time"])
    let before = NoteCaseload.parse("selam call 00:30", now: "2026-03-29T09:00")
    #expect(before.at.isoSeconds == "2026-03-29T00:30:00+00:00")
    let after = NoteCaseload.parse("selam call 02:30 45m", now: "2026-03-29T09:00")
    #expect(after.at.isoSeconds == "2026-03-29T02:30:00+01:00")
    let autumn = NoteCaseload.parse("selam call 01:30", now: "2026-10-25T09:00")
    #expect(autumn.at.isoSeconds == "2026-10-25T01:30:00+01:00")
    let across = NoteCaseload.parse("selam call sat 23:00-03:00", now: "2026-10-25T09:00")
    #expect(across.minutes == 300)
    let day = NoteCaseload.parse("selam call sun", now: "2026-10-27T09:00")
    #expect(day.at.isoSeconds == "2026-10-25T12:00:00+00:00")
  }

  @Test("Another zone has another today")
  func zones() throws {
    let auckland = try #require(Zone("Pacific/Auckland"))
    let parser = NoteParser(
      caseload: NoteCaseload.children,
      now: NoteCaseload.moment(NoteCaseload.tuesday),
      zone: auckland,
      focus: nil
    )
    let note = parser.parse("selam call yesterday 10am")
    #expect(note.at.isoSeconds == "2026-11-24T10:00:00+13:00")
  }
}
