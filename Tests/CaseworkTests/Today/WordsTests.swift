import Casework
import TestSupport
import Testing

@Suite("How spans and dates are said")
struct WordsTests {
  private let words = Words(now: sundayAfternoon, zone: .london)

  @Test(
    "minutes under 2 h, hours under 72 h, days under 60, then months",
    arguments: [
      (0, "0 min"), (119, "119 min"), (120, "2 h"), (179, "2 h"), (4319, "71 h"),
      (4320, "3 days"), (59 * 1440 + 1439, "59 days"), (60 * 1440, "2 months"), (-5, "0 min"),
    ]
  )
  func spans(_ minutes: Int, _ text: String) {
    #expect(Words.span(minutes: minutes) == text)
  }

  @Test(
    "since a moment: elapsed under 72 h, then days of the calendar, then months",
    arguments: [
      ("2026-11-22 12:06", "119 min"), ("2026-11-22 12:05", "2 h"), ("2026-11-19 14:06", "71 h"),
      ("2026-11-19 14:05", "3 days"), ("2026-11-03 23:59", "19 days"),
      ("2026-09-24 09:00", "59 days"), ("2026-09-23 09:00", "2 months"),
      ("2025-10-11 09:00", "13 months"), ("2026-11-23 09:00", "0 min"),
    ]
  )
  func since(_ from: String, _ text: String) {
    #expect(words.since(moment(from)) == text)
  }

  @Test(
    "a day that is not today, tomorrow or yesterday carries its date",
    arguments: [
      ("2026-11-22", "today"), ("2026-11-23", "tomorrow"), ("2026-11-21", "yesterday"),
      ("2026-11-20", "Fri 20"), ("2026-12-04", "Fri 4 Dec"), ("2027-01-12", "Tue 12 Jan"),
      ("2025-10-11", "11 Oct 2025"), ("2028-01-03", "3 Jan 2028"),
    ]
  )
  func days(_ iso: String, _ text: String) {
    #expect(words.day(day(iso)) == text)
  }

  @Test("a last day always carries its date")
  func limits() {
    #expect(words.limit(day("2026-11-23")) == "tomorrow, Mon 23 Nov")
    #expect(words.limit(day("2026-12-27")) == "Sun 27 Dec")
  }

  @Test("hours are elapsed hours when the clocks change")
  func clocksChange() {
    let words = Words(now: moment("2027-03-28 03:30"), zone: .london)
    #expect(words.since(moment("2027-03-28 00:30")) == "2 h")
  }
}

@Suite("Working days of England and Wales")
struct WorkingDaysTests {
  @Test(
    "the day itself is not counted, weekends and bank holidays neither",
    arguments: [
      ("2026-12-18", 5, "2026-12-29"), ("2026-12-18", 10, "2027-01-06"),
      ("2026-11-20", 1, "2026-11-23"), ("2026-11-24", 10, "2026-12-08"),
    ]
  )
  func after(_ from: String, _ count: Int, _ expected: String) {
    #expect(WorkingDays.after(day(from), count: count) == day(expected))
  }

  @Test(
    "within 3 working days, from a Sunday",
    arguments: [
      ("2026-11-21", false), ("2026-11-22", true), ("2026-11-25", true), ("2026-11-26", false),
    ]
  )
  func within(_ iso: String, _ near: Bool) {
    #expect(WorkingDays.isWithin(day(iso), 3, of: day("2026-11-22")) == near)
  }

  @Test("the weekend after the third working day is no further off than the day before it")
  func weekend() {
    // From Tuesday 24: Wednesday, Thursday, Friday 27; then Saturday and Sunday.
    #expect(WorkingDays.isWithin(day("2026-11-29"), 3, of: day("2026-11-24")))
    #expect(!WorkingDays.isWithin(day("2026-11-30"), 3, of: day("2026-11-24")))
  }

  @Test("every bank holiday of 2025 to 2028 is there, on a weekday, eight a year")
  func bankHolidays() {
    #expect(WorkingDays.bankHolidays.allSatisfy { !$0.isWeekend })
    for year in 2025...2028 {
      #expect(WorkingDays.bankHolidays.count { $0.date.year == year } == 8)
    }
  }
}
