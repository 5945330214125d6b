import Testing

@testable import Casework

/// Days and times at their edges: what was typed, when, and what it must become.
@Suite("Every clock change, year's end, leap day and midnight is read as it was meant")
struct NoteTimesTableTests {
  /// A contact's time as of a moment; nil where the line must ask, with the problem's code.
  struct Row: Sendable, CustomTestStringConvertible {
    var now: String
    var typed: String
    var meant: String

    init(_ now: String, _ typed: String, _ meant: String) {
      self.now = now
      self.typed = typed
      self.meant = meant
    }

    var testDescription: String { "\(typed) at \(now)" }
  }

  static let spring: [Row] = [
    // The clocks go forward on Sun 29 Mar 2026: 01:00 GMT becomes 02:00 BST.
    Row("2026-03-29T09:00", "00:59", "2026-03-29T00:59:00+00:00"),
    Row("2026-03-29T09:00", "01:00", "no-such-time"),
    Row("2026-03-29T09:00", "1am", "no-such-time"),
    Row("2026-03-29T09:00", "01:59", "no-such-time"),
    Row("2026-03-29T09:00", "0130", "no-such-time"),
    Row("2026-03-29T09:00", "02:00", "2026-03-29T02:00:00+01:00"),
    Row("2026-03-29T09:00", "sun 01:30", "no-such-time"),
    Row("2026-03-29T09:00", "sat 01:30", "2026-03-28T01:30:00+00:00"),
    Row("2026-03-29T09:00", "last night 23:40", "2026-03-28T23:40:00+00:00"),
    Row("2026-03-29T09:00", "last night 01:30", "no-such-time"),
    Row("2026-03-29T09:00", "24:00", "2026-03-29T00:00:00+00:00"),
    Row("2026-03-29T09:00", "sat 24:00", "2026-03-29T00:00:00+00:00"),
    Row("2026-03-29T02:00", "00:30", "2026-03-29T00:30:00+00:00"),
    Row("2026-03-30T09:00", "01:30", "2026-03-30T01:30:00+01:00"),
    Row("2026-03-30T09:00", "sun", "2026-03-29T12:00:00+01:00"),
    Row("2026-03-30T09:00", "-1d 01:30", "no-such-time"),
    Row("2026-03-30T09:00", "29/3 01:30", "no-such-time"),
    Row("2026-03-30T09:00", "29 mar 02:30", "2026-03-29T02:30:00+01:00"),
    Row("2026-03-30T09:00", "2026-03-29T01:30", "no-such-time"),
    Row("2026-03-30T09:00", "-2d", "2026-03-28T12:00:00+00:00"),
    Row("2026-04-01T09:00", "-1w 10am", "2026-03-25T10:00:00+00:00"),
  ]

  static let autumn: [Row] = [
    // The clocks go back on Sun 25 Oct 2026: 02:00 BST becomes 01:00 GMT.
    Row("2026-10-25T09:00", "00:30", "2026-10-25T00:30:00+01:00"),
    Row("2026-10-25T09:00", "01:00", "2026-10-25T01:00:00+01:00"),
    Row("2026-10-25T09:00", "1.30am", "2026-10-25T01:30:00+01:00"),
    Row("2026-10-25T09:00", "01:59", "2026-10-25T01:59:00+01:00"),
    Row("2026-10-25T09:00", "02:00", "2026-10-25T02:00:00+00:00"),
    Row("2026-10-25T09:00", "sun 02:30", "2026-10-25T02:30:00+00:00"),
    Row("2026-10-25T09:00", "last night 23:40", "2026-10-24T23:40:00+01:00"),
    Row("2026-10-25T09:00", "yesterday", "2026-10-24T12:00:00+01:00"),
    Row("2026-10-26T09:00", "sat 23:00", "2026-10-24T23:00:00+01:00"),
    Row("2026-10-26T09:00", "-1d", "2026-10-25T12:00:00+00:00"),
    Row("2026-10-26T09:00", "2026-10-25T01:30", "2026-10-25T01:30:00+01:00"),
    Row("2026-10-26T00:30", "24:00", "2026-10-26T00:00:00+00:00"),
    Row("2026-10-26T00:30", "23:50", "2026-10-25T23:50:00+00:00"),
  ]

  static let years: [Row] = [
    Row("2027-01-01T00:30", "00:30", "2027-01-01T00:30:00+00:00"),
    Row("2027-01-01T00:30", "00:31", "2026-12-31T00:31:00+00:00"),
    Row("2027-01-01T00:30", "24:00", "2027-01-01T00:00:00+00:00"),
    Row("2027-01-01T00:30", "yesterday 23:59", "2026-12-31T23:59:00+00:00"),
    Row("2027-01-01T00:30", "yesterday 24:00", "2027-01-01T00:00:00+00:00"),
    Row("2027-01-01T00:30", "last night", "2026-12-31T21:00:00+00:00"),
    Row("2027-01-01T00:30", "last night 00:10", "2027-01-01T00:10:00+00:00"),
    Row("2027-01-01T00:30", "tonight", "2027-01-01T00:30:00+00:00"),
    Row("2027-01-01T00:30", "-1w", "2026-12-25T12:00:00+00:00"),
    Row("2027-01-01T00:30", "-1m", "2026-12-01T12:00:00+00:00"),
    Row("2027-01-01T09:00", "1 jan", "2027-01-01T09:00:00+00:00"),
    Row("2027-01-01T09:00", "1/1", "2027-01-01T09:00:00+00:00"),
    Row("2027-01-01T09:00", "1/1/26", "2026-01-01T12:00:00+00:00"),
    Row("2027-01-01T09:00", "31/12", "2026-12-31T12:00:00+00:00"),
    Row("2027-01-01T09:00", "thu 31", "2026-12-31T12:00:00+00:00"),
    Row("2027-01-01T09:00", "fri 31", "date-disagrees"),
    Row("2027-01-01T09:00", "fri 1", "2027-01-01T09:00:00+00:00"),
    Row("2027-01-04T09:00", "-1wd", "2026-12-31T12:00:00+00:00"),
    Row("2026-12-31T23:59", "1 jan", "future"),
    Row("2026-12-31T23:59", "24:00", "2026-12-31T00:00:00+00:00"),
    Row("2026-12-31T23:59", "today 24:00", "future"),
    Row("2026-12-31T23:59", "31 dec 24:00", "future"),
    Row("2026-12-29T09:00", "-1wd", "2026-12-24T12:00:00+00:00"),
    Row("2028-12-31T09:00", "30/12", "2028-12-30T12:00:00+00:00"),
  ]

  static let leapDays: [Row] = [
    Row("2028-02-29T09:00", "29 feb", "2028-02-29T09:00:00+00:00"),
    Row("2028-02-29T09:00", "29/2 08:00", "2028-02-29T08:00:00+00:00"),
    Row("2028-02-29T09:00", "-1w", "2028-02-22T12:00:00+00:00"),
    Row("2028-03-01T09:00", "yesterday", "2028-02-29T12:00:00+00:00"),
    Row("2028-03-01T09:00", "29/02", "2028-02-29T12:00:00+00:00"),
    Row("2028-03-01T09:00", "2028-02-29", "2028-02-29T12:00:00+00:00"),
    Row("2028-03-01T09:00", "30 feb", "no-such-date"),
    Row("2028-03-01T09:00", "31 feb", "no-such-date"),
    Row("2028-03-31T09:00", "-1m", "2028-02-29T12:00:00+00:00"),
    Row("2027-03-01T09:00", "29 feb", "no-such-date"),
    Row("2027-03-01T09:00", "yesterday", "2027-02-28T12:00:00+00:00"),
    Row("2027-03-01T09:00", "29/2/2028", "future"),
    Row("2027-03-01T09:00", "2027-02-29", "no-such-date"),
    Row("2027-03-01T09:00", "29 feb 2024", "2024-02-29T12:00:00+00:00"),
    Row("2027-03-29T10:00", "-1m", "2027-02-28T12:00:00+00:00"),
    Row("2026-11-24T16:30", "31 feb", "no-such-date"),
    Row("2026-11-24T16:30", "feb 31", "no-such-date"),
    Row("2026-11-24T16:30", "31 february 2026", "no-such-date"),
    Row("2026-11-24T16:30", "31 apr", "no-such-date"),
    Row("2026-11-24T16:30", "31/6", "no-such-date"),
    Row("2026-11-24T16:30", "32 jan", "unread"),
    Row("2026-11-24T16:30", "2026-02-31", "no-such-date"),
    Row("2026-11-24T16:30", "31.02.2026", "no-such-date"),
  ]

  static let weekdays: [Row] = [
    Row("2026-11-23T09:00", "monday", "2026-11-23T09:00:00+00:00"),
    Row("2026-11-23T09:00", "mon 09:00", "2026-11-23T09:00:00+00:00"),
    Row("2026-11-23T09:00", "mon 09:01", "2026-11-16T09:01:00+00:00"),
    Row("2026-11-23T09:00", "mon 00:30", "2026-11-23T00:30:00+00:00"),
    Row("2026-11-23T09:00", "last mon", "2026-11-16T12:00:00+00:00"),
    Row("2026-11-23T09:00", "next mon", "future"),
    Row("2026-11-23T09:00", "mon 23", "2026-11-23T09:00:00+00:00"),
    Row("2026-11-23T09:00", "mon 16", "2026-11-16T12:00:00+00:00"),
    Row("2026-11-23T09:00", "mon 17", "date-disagrees"),
    Row("2026-11-23T09:00", "mon 30", "future"),
    Row("2026-11-23T00:00", "monday", "2026-11-23T00:00:00+00:00"),
    Row("2026-11-23T23:59", "monday 16:00", "2026-11-23T16:00:00+00:00"),
    Row("2026-11-23T09:00", "sunday", "2026-11-22T12:00:00+00:00"),
    Row("2026-11-23T09:00", "tues 4pm", "2026-11-17T16:00:00+00:00"),
    Row("2026-11-24T16:30", "wednesday 4pm", "2026-11-18T16:00:00+00:00"),
    Row("2026-11-24T16:30", "tue 24", "2026-11-24T16:30:00+00:00"),
    Row("2026-11-24T16:30", "thu 26", "future"),
    Row("2026-11-24T16:30", "thur 19 nov 4.15pm", "2026-11-19T16:15:00+00:00"),
  ]

  static let midnights: [Row] = [
    Row("2026-11-24T00:30", "00:30", "2026-11-24T00:30:00+00:00"),
    Row("2026-11-24T00:30", "0030", "2026-11-24T00:30:00+00:00"),
    Row("2026-11-24T00:30", "12.30am", "2026-11-24T00:30:00+00:00"),
    Row("2026-11-24T00:30", "00:29", "2026-11-24T00:29:00+00:00"),
    Row("2026-11-24T00:30", "00:31", "2026-11-23T00:31:00+00:00"),
    Row("2026-11-24T00:30", "12am", "2026-11-24T00:00:00+00:00"),
    Row("2026-11-24T00:30", "midnight", "2026-11-24T00:00:00+00:00"),
    Row("2026-11-24T00:30", "noon", "2026-11-23T12:00:00+00:00"),
    Row("2026-11-24T00:30", "24:00", "2026-11-24T00:00:00+00:00"),
    Row("2026-11-24T00:30", "2400", "2026-11-24T00:00:00+00:00"),
    Row("2026-11-24T00:30", "mon 24:00", "2026-11-24T00:00:00+00:00"),
    Row("2026-11-24T00:30", "23/11 24:00", "2026-11-24T00:00:00+00:00"),
    Row("2026-11-24T00:30", "24:01", "no-such-time"),
    Row("2026-11-24T00:30", "24:30", "no-such-time"),
    Row("2026-11-24T00:30", "last night 23:40", "2026-11-23T23:40:00+00:00"),
    Row("2026-11-24T00:30", "last night 00:10", "2026-11-24T00:10:00+00:00"),
    Row("2026-11-24T00:30", "this am", "2026-11-24T00:30:00+00:00"),
    Row("2026-11-24T00:30", "yesterday 00:30", "2026-11-23T00:30:00+00:00"),
    Row("2026-11-24T00:00", "00:00", "2026-11-24T00:00:00+00:00"),
    Row("2026-11-24T16:30", "00:30", "2026-11-24T00:30:00+00:00"),
    Row("2026-11-24T16:30", "12:30am", "2026-11-24T00:30:00+00:00"),
    Row("2026-11-24T16:30", "0am", "no-such-time"),
    Row("2026-11-24T16:30", "13pm", "no-such-time"),
    Row("2026-11-24T16:30", "23:60", "no-such-time"),
  ]

  @Test("A contact", arguments: spring + autumn + years + leapDays + weekdays + midnights)
  func contact(_ row: Row) {
    // Once as typed, once in capitals, once before prose.
    for line in [
      "selam letter " + row.typed, ("selam letter " + row.typed).uppercased(),
      "selam letter \(row.typed), filed",
    ] {
      let note = NoteCaseload.parse(line, now: row.now)
      let shown = Comment(rawValue: "\(line) at \(row.now)")
      if row.meant == "unread" {
        #expect(!note.saysWhen && note.problems.isEmpty && !note.text.isEmpty, shown)
      } else if row.meant.first?.isNumber == true {
        #expect(note.at.isoSeconds == row.meant && note.problems.isEmpty && note.saysWhen, shown)
      } else {
        #expect(note.problems.map(\.code) == [row.meant], shown)
        // The problem stands where it was typed, in a token of its own.
        let span = note.problems.first?.span
        #expect(
          note.tokens.contains { $0.problem == row.meant && $0.from == span?.lowerBound },
          shown
        )
      }
    }
  }

  /// What an act is due on, as of Tue 24 Nov 2026 16:30 or another moment.
  static let acts: [Row] = [
    Row("2026-03-28T09:00", "sun 01:30", "no-such-time"),
    Row("2026-03-28T09:00", "sun 02:30", "2026-03-29T02:30:00+01:00"),
    Row("2026-10-24T09:00", "sun 01:30", "2026-10-25T01:30:00+01:00"),
    Row("2026-12-31T09:00", "fri", "2027-01-01"),
    Row("2026-12-31T09:00", "thu", "2027-01-07"),
    Row("2026-12-31T09:00", "+1d", "2027-01-01"), Row("2026-12-31T09:00", "31/12", "2026-12-31"),
    Row("2026-12-31T09:00", "30/12", "2027-12-30"),
    Row("2027-01-31T09:00", "+1m", "2027-02-28"), Row("2028-01-31T09:00", "+1m", "2028-02-29"),
    Row("2028-02-28T09:00", "+1d", "2028-02-29"), Row("2027-02-28T09:00", "+1d", "2027-03-01"),
    Row("2027-02-28T09:00", "29 feb", "no-such-date"),
    Row("2027-02-28T09:00", "31 feb", "no-such-date"),
    Row("2026-11-23T09:00", "mon", "2026-11-30"), Row("2026-11-23T09:00", "monday", "2026-11-30"),
    Row("2026-11-23T09:00", "next mon", "2026-11-30"),
    Row("2026-11-24T16:30", "00:30", "2026-11-25T00:30:00+00:00"),
    Row("2026-11-24T16:30", "24:00", "2026-11-25T00:00:00+00:00"),
    Row("2026-11-24T16:30", "thu 24:00", "2026-11-27T00:00:00+00:00"),
    Row("2026-11-24T00:30", "00:30", "2026-11-25T00:30:00+00:00"),
    Row("2026-11-24T00:30", "00:31", "2026-11-24T00:31:00+00:00"),
    Row("2026-11-24T16:30", "thu 27", "date-disagrees"),
    // Working days of England and Wales, bank holidays left out.
    Row("2026-12-18T09:00", "+5wd", "2026-12-29"), Row("2026-12-18T09:00", "+10wd", "2027-01-06"),
    Row("2026-11-24T16:30", "+10wd", "2026-12-08"), Row("2026-04-02T09:00", "+1wd", "2026-04-07"),
    Row("2026-08-28T09:00", "+1wd", "2026-09-01"), Row("2027-12-24T09:00", "+1wd", "2027-12-29"),
    Row("2028-04-13T09:00", "+2wd", "2028-04-19"),
  ]

  @Test("An act", arguments: acts)
  func act(_ row: Row) {
    for line in [
      "selam letter filed >ring the college \(row.typed)",
      "SELAM LETTER FILED >RING THE COLLEGE \(row.typed.uppercased())",
      "selam letter filed >>ring her,by \(row.typed)",
    ] {
      let note = NoteCaseload.parse(line, now: row.now)
      let shown = Comment(rawValue: "\(line) at \(row.now)")
      if row.meant.first?.isNumber == true {
        #expect(note.actions.first?.due?.isoSeconds == row.meant && note.problems.isEmpty, shown)
      } else {
        #expect(note.problems.map(\.code) == [row.meant], shown)
        #expect(note.actions.first?.due == nil, shown)
      }
    }
  }

  @Test(
    "How long, from when to when",
    arguments: [
      ("23:30-00:15", 45), ("22:00-24:00", 120), ("00:00-00:30", 30), ("11-1pm", 120),
      ("9.30am-11am", 90), ("1420-1505", 45), ("10-10.30am", 30),
    ]
  )
  func ranges(_ typed: String, _ minutes: Int) {
    #expect(NoteCaseload.parse("selam visit mon \(typed)").minutes == minutes)
  }

  @Test(
    "A range that ends before it begins is asked, and so is an end that never was",
    arguments: [
      ("15:05-14:20", "ends-before"), ("14:20-14:20", "ends-before"), ("3pm-2pm", "ends-before"),
      ("14:20-25:00", "unread"),
    ]
  )
  func badRanges(_ typed: String, _ code: String) {
    let note = NoteCaseload.parse("selam visit mon \(typed)")
    if code == "unread" {
      #expect(note.minutes == nil && note.text.hasPrefix(typed))
    } else {
      #expect(note.problems.map(\.code) == [code] && note.minutes == nil)
    }
    let spring = NoteCaseload.parse("selam call 00:30-01:30", now: "2026-03-29T09:00")
    #expect(spring.problems.map(\.code) == ["no-such-time"] && spring.minutes == nil)
  }

  @Test("A range that has not ended yet is pointed out")
  func notOver() {
    let note = NoteCaseload.parse("selam visit 16:00-17:00 calm")
    #expect(note.problems.isEmpty && note.hints.map(\.code) == ["not-over"])
    #expect(NoteCaseload.parse("selam visit 15:00-16:00 calm").hints.isEmpty)
  }

  @Test("Several attempts of one day are of that day")
  func attempts() {
    let note = NoteCaseload.parse("ardit attempt x3 calls mon 10:05 10:40 17:15 no ans")
    #expect(
      note.times == ["10:05", "10:40", "17:15"].map { NoteCaseload.moment("2026-11-23T" + $0) }
    )
    let night = NoteCaseload.parse("ardit attempt calls sun 23:50 00:10 no ans")
    #expect(night.times.last == NoteCaseload.moment("2026-11-23T00:10"))
    #expect(note.medium == "calls" && note.count == 3 && note.problems.isEmpty)
  }
}
