public import Casework

/// Days and times as the screens write them: short, and with the date as soon as it is needed.
public enum DateWords {
  static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// `Sun 22 Nov 2026`.
  public static func full(_ day: Day) -> String {
    "\(short(day)) \(day.date.year)"
  }

  /// `Sun 22 Nov`.
  public static func short(_ day: Day) -> String {
    let (_, month, number) = day.date
    return "\(weekdays[day.weekday - 1]) \(number) \(months[month - 1])"
  }

  /// `Fri 20`, `Fri 4 Dec` in another month, `11 Oct 2025` in another year.
  public static func near(_ day: Day, today: Day) -> String {
    // The rules of *Today* have the one way of saying a day; noon is in that day everywhere.
    Words(now: Zone.london.moment(today, minuteOfDay: 720), zone: .london).dated(day)
  }

  /// `today`, `yesterday`, `tomorrow`, else ``near(_:today:)``.
  public static func relative(_ day: Day, today: Day) -> String {
    switch day.days(since: today) {
    case 0: "today"
    case -1: "yesterday"
    case 1: "tomorrow"
    default: near(day, today: today)
    }
  }

  /// `14:05`.
  public static func time(_ moment: Moment, _ zone: Zone) -> String {
    let minute = zone.minuteOfDay(of: moment)
    return two(minute / 60) + ":" + two(minute % 60)
  }

  /// `9 min`, `16 h`, `19 days`, `13 months`.
  public static func span(minutes: Int) -> String { Words.span(minutes: minutes) }

  private static func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
}
