/// Working days of England and Wales: Monday to Friday, bank holidays left out.
public enum WorkingDays {
  /// Where the bank holidays come from; nobody has compared them with the page yet.
  public static let source = "gov.uk, bank holidays, England and Wales (unverified)"

  /// The bank holidays of 2025 to 2028; in other years only weekends are known.
  public static let bankHolidays: Set<Day> = Set(
    [
      "2025-01-01", "2025-04-18", "2025-04-21", "2025-05-05", "2025-05-26", "2025-08-25",
      "2025-12-25", "2025-12-26",
      "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31",
      "2026-12-25", "2026-12-28",
      "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30",
      "2027-12-27", "2027-12-28",
      "2028-01-03", "2028-04-14", "2028-04-17", "2028-05-01", "2028-05-29", "2028-08-28",
      "2028-12-25", "2028-12-26",
    ].compactMap(Day.init(iso:))
  )

  /// True of a day on which offices work.
  public static func isWorking(_ day: Day) -> Bool {
    !day.isWeekend && !bankHolidays.contains(day)
  }

  /// The working day that is `count` working days after a day, which is not counted itself.
  public static func after(_ day: Day, count: Int) -> Day {
    var (day, left) = (day, count)
    while left > 0 {
      day = day.adding(days: 1)
      if isWorking(day) { left -= 1 }
    }
    return day
  }

  /// True when fewer than `count` + 1 working days lie between: `today` is not counted.
  ///
  /// - Parameters:
  ///   - day: The day that comes nearer.
  ///   - count: How many working days count as near.
  ///   - today: The day it is; a `day` before it is not near, it is past.
  /// - Returns: Whether `day` is today or near.
  public static func isWithin(_ day: Day, _ count: Int, of today: Day) -> Bool {
    guard day >= today else { return false }
    // The day after the last near working day is not near, the weekend before it is.
    return day < after(today, count: count + 1)
  }
}
