/// A calendar day (proleptic Gregorian), without a time and without a zone.
///
/// Stored and shown in JSON as `YYYY-MM-DD`.
public struct Day: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01; negative before it.
  public var daysSince1970: Int

  /// Makes a day from its number.
  public init(daysSince1970: Int) { self.daysSince1970 = daysSince1970 }

  /// Makes a day from its date; nil when there is no such date (31 February).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, year: year),
      (1...9999).contains(year)
    else { return nil }
    // Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    daysSince1970 = era * 146_097 + dayOfEra - 719_468
  }

  /// Reads `YYYY-MM-DD`; nil for anything else and for dates that do not exist.
  public init?(iso: String) {
    let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// True when `a` is earlier.
  public static func < (a: Day, b: Day) -> Bool { a.daysSince1970 < b.daysSince1970 }

  /// Year, month 1...12 and day 1...31.
  public var date: (year: Int, month: Int, day: Int) {
    let z = daysSince1970 + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1
    )
  }

  /// The day of the week: 1 Monday … 7 Sunday, as ISO 8601 counts.
  public var weekday: Int { ((daysSince1970 + 3) % 7 + 7) % 7 + 1 }

  /// True on Saturday and Sunday.
  public var isWeekend: Bool { weekday >= 6 }

  /// The day `days` later; earlier when negative.
  public func adding(days: Int) -> Day { Day(daysSince1970: daysSince1970 + days) }

  /// The same date `months` later; the last day of the month where that date does not exist.
  public func adding(months: Int) -> Day {
    let (year, month, day) = date
    let count = year * 12 + month - 1 + months
    let (y, m) = (count / 12, count % 12 + 1)
    return Day(year: y, month: m, day: min(day, Day.length(ofMonth: m, year: y))) ?? self
  }

  /// Whole days from `earlier` to here; negative when `earlier` is later.
  public func days(since earlier: Day) -> Int { daysSince1970 - earlier.daysSince1970 }

  /// Days in a month.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day: Codable, CustomStringConvertible {
  /// `YYYY-MM-DD`.
  public var iso: String {
    let (year, month, day) = date
    return String(String(10_000 + year).dropFirst()) + "-" + two(month) + "-" + two(day)
  }

  /// The same as ``iso``.
  public var description: String { iso }

  /// Reads `YYYY-MM-DD`.
  ///
  /// - Throws: `DecodingError` when it is not a date.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let day = Day(iso: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day")
    }
    self = day
  }

  /// Writes `YYYY-MM-DD`.
  ///
  /// - Throws: Whatever the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}
