/// Days and times told from the day on which the demo is shown.
///
/// A life is written as "19 days ago"; what offices do is moved off weekends and bank holidays, so
/// that it reads naturally on whatever day somebody looks.
struct DemoClock: Sendable {
  let now: Moment
  let zone: Zone
  let today: Day

  init(now: Moment, zone: Zone) {
    self.now = zone.local(now)
    self.zone = zone
    today = zone.day(of: now)
  }

  /// So many days ago, whatever day of the week that is.
  func day(_ ago: Int) -> Day { today.adding(days: -ago) }

  /// The last working day that is at least so many days ago.
  func workday(_ ago: Int) -> Day {
    var day = day(ago)
    while !WorkingDays.isWorking(day) { day = day.adding(days: -1) }
    return day
  }

  /// The first working day that is at least so many days ahead.
  func workday(in days: Int) -> Day {
    var day = today.adding(days: days)
    while !WorkingDays.isWorking(day) { day = day.adding(days: 1) }
    return day
  }

  /// A time of a day, such as `"16:10"`; midnight where it cannot be read.
  func at(_ day: Day, _ time: String) -> Moment {
    zone.moment(day, minuteOfDay: Self.minutes(time) ?? 0)
  }

  /// A time so many days ago.
  func at(_ ago: Int, _ time: String) -> Moment { at(day(ago), time) }

  /// A time of the last working day that is at least so many days ago.
  func office(_ ago: Int, _ time: String) -> Moment { at(workday(ago), time) }

  /// So many minutes ago, to the five minutes at which people look at clocks.
  func ago(minutes: Int) -> Moment {
    let past = now.adding(minutes: -minutes)
    return past.adding(minutes: -(zone.minuteOfDay(of: past) % 5)).toTheMinute
  }

  /// The moment itself, or the last quarter to ten in the evening where it is night.
  func byDay(before moment: Moment) -> Moment {
    let minute = zone.minuteOfDay(of: moment)
    let day = zone.day(of: moment)
    if minute < 8 * 60 { return at(day.adding(days: -1), "21:45") }
    return minute > 21 * 60 + 45 ? at(day, "21:45") : moment
  }

  /// The moment itself, or ten past nine in the morning that follows where it is night.
  func byDay(after moment: Moment) -> Moment {
    let minute = zone.minuteOfDay(of: moment)
    let day = zone.day(of: moment)
    if minute < 9 * 60 { return at(day, "09:10") }
    return minute > 20 * 60 ? at(day.adding(days: 1), "09:10") : moment
  }

  /// A date of birth that makes the child so old today, a few days past the full month.
  func born(years: Int, months: Int, days: Int = 11) -> Day {
    today.adding(days: -days).adding(months: -(years * 12 + months))
  }

  /// Minutes after midnight of `"16:10"`.
  static func minutes(_ time: some StringProtocol) -> Int? {
    let parts = time.split(separator: ":")
    guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
      (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }
}

extension Moment {
  /// Without seconds.
  fileprivate var toTheMinute: Moment {
    Moment(milliseconds: milliseconds - milliseconds % 60_000, offsetMinutes: offsetMinutes)
  }
}
