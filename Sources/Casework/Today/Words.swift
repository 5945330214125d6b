/// How spans and dates are said on every page (today.md, "Words of a reason").
public struct Words: Sendable {
  /// The zone of the record's days.
  public var zone: Zone
  /// The moment of the page.
  public var now: Moment

  /// Words as of a moment.
  public init(now: Moment, zone: Zone) {
    self.now = now
    self.zone = zone
  }

  /// The day of the page.
  public var today: Day { zone.day(of: now) }

  /// Elapsed time: minutes under 2 h, hours under 72 h, days under 60, then months.
  public static func span(minutes: Int) -> String {
    let minutes = max(0, minutes)
    if minutes < 120 { return "\(minutes) min" }
    if minutes < 72 * 60 { return "\(minutes / 60) h" }
    return span(days: minutes / 1440)
  }

  /// Whole days: days under 60, then months of the average length.
  public static func span(days: Int) -> String {
    if days < 60 { return days == 1 ? "1 day" : "\(days) days" }
    let months = max(2, Int((Double(days) / 30.436_875).rounded(.down)))
    return "\(months) months"
  }

  /// How long since a moment: elapsed under 72 h, then days of the calendar, then its months.
  public func since(_ moment: Moment) -> String {
    let minutes = max(0, now.minutes(since: moment))
    guard minutes >= 72 * 60 else { return Self.span(minutes: minutes) }
    return since(zone.day(of: moment))
  }

  /// How long since a day, by the calendar.
  public func since(_ day: Day) -> String {
    let days = max(0, today.days(since: day))
    guard days >= 60 else { return Self.span(days: days) }
    let (from, to) = (day.date, today.date)
    let months = (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0)
    return "\(max(2, months)) months"
  }

  /// A day: "today", "tomorrow", "yesterday", "Fri 20", "Fri 4 Dec", "11 Oct 2025".
  public func day(_ day: Day) -> String {
    switch day.days(since: today) {
    case 0: "today"
    case 1: "tomorrow"
    case -1: "yesterday"
    default: dated(day)
    }
  }

  /// A day by its date, whatever day it is: "Fri 20", "Fri 4 Dec", "11 Oct 2025".
  public func dated(_ day: Day) -> String {
    let (date, now) = (day.date, today.date)
    if date.year != now.year, abs(day.days(since: today)) > 60 {
      return "\(date.day) \(Self.months[date.month - 1]) \(date.year)"
    }
    let short = "\(Self.weekdays[day.weekday - 1]) \(date.day)"
    return date.month == now.month ? short : "\(short) \(Self.months[date.month - 1])"
  }

  /// The day of a moment, as ``day(_:)`` says it.
  public func day(of moment: Moment) -> String { day(zone.day(of: moment)) }

  /// A last day, always with its date: "today, Wed 25 Nov", "Wed 25 Nov", "27 Jun 2027".
  public func limit(_ day: Day) -> String {
    let date = day.date
    let month = Self.months[date.month - 1]
    let days = day.days(since: today)
    guard date.year == today.date.year || abs(days) <= 60 else {
      return "\(date.day) \(month) \(date.year)"
    }
    let near = [-1: "yesterday, ", 0: "today, ", 1: "tomorrow, "][days] ?? ""
    return "\(near)\(Self.weekdays[day.weekday - 1]) \(date.day) \(month)"
  }

  /// A moment at which something began: "today 07:05", "Sat 21 Nov 21:40", "11 Oct 2025".
  public func began(_ moment: Moment) -> String {
    let day = zone.day(of: moment)
    if day == today { return "today \(time(moment))" }
    let date = day.date
    let month = Self.months[date.month - 1]
    guard date.year == today.date.year || today.days(since: day) <= 60 else {
      return "\(date.day) \(month) \(date.year)"
    }
    return "\(Self.weekdays[day.weekday - 1]) \(date.day) \(month) \(time(moment))"
  }

  /// A moment: "today 16:00", "Fri 20 09:00"; the time is left out in another year.
  public func moment(_ moment: Moment) -> String {
    let day = zone.day(of: moment)
    let said = self.day(day)
    return abs(day.days(since: today)) > 60 ? said : "\(said) \(time(moment))"
  }

  /// When something is due: a day, or a day and a time.
  public func due(_ due: DueDate) -> String {
    switch due {
    case .day(let day): self.day(day)
    case .at(let moment): self.moment(moment)
    }
  }

  /// The wall-clock time, "09:05".
  public func time(_ moment: Moment) -> String {
    let minute = zone.minuteOfDay(of: moment)
    return "\(two(minute / 60)):\(two(minute % 60))"
  }

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
