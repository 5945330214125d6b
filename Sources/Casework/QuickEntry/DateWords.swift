/// Days and times in words, as a person says them: "Sat 21 Nov 14:20, yesterday".
public struct DateWords: Sendable {
  private let now: Moment
  private let zone: Zone
  private let today: Day

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Words as seen from a moment, in a zone.
  public init(now: Moment, zone: Zone) {
    self.now = now
    self.zone = zone
    today = zone.day(of: now)
  }

  /// `Sat 21 Nov`; with the year where it is another.
  public func date(_ day: Day) -> String {
    let (year, month, number) = day.date
    let short = "\(DateWords.weekdays[day.weekday - 1]) \(number) \(DateWords.months[month - 1])"
    return year == today.date.year ? short : short + " \(year)"
  }

  /// `14:20`.
  public func time(_ moment: Moment) -> String {
    let minute = zone.minuteOfDay(of: moment)
    return two(minute / 60) + ":" + two(minute % 60)
  }

  /// `today 14:20, minutes ago` · `Sat 21 Nov 14:20, yesterday` · `Mon 9 Nov, 13 days ago`.
  public func when(_ moment: Moment, hasTime: Bool) -> String {
    let day = zone.day(of: moment)
    let time = hasTime ? " " + time(moment) : ""
    let ago = today.days(since: day)
    let minutes = now.minutes(since: moment)
    switch ago {
    case 0:
      if !hasTime { return "today" }
      let near =
        minutes == 0 ? ", now" : (1..<60).contains(minutes) ? ", minutes ago" : ""
      return "today" + time + near
    case 1: return date(day) + time + ", yesterday"
    case -1: return date(day) + time + ", tomorrow"
    default:
      return date(day) + time + (ago > 0 ? ", \(ago) days ago" : ", in \(-ago) days")
    }
  }

  /// `today 16:00` · `Fri 27 Nov`.
  public func due(_ due: DueDate) -> String {
    let day = due.day(in: zone)
    let time = due.moment.map { " " + self.time($0) } ?? ""
    return (day == today ? "today" : date(day)) + time
  }

  /// `45 min` · `1 h 30 min`.
  public static func length(_ minutes: Int) -> String {
    if minutes < 60 { return "\(minutes) min" }
    let rest = minutes % 60
    return "\(minutes / 60) h" + (rest > 0 ? " \(rest) min" : "")
  }
}
