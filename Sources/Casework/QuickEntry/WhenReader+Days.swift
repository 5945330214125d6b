/// Which day is meant: contacts look back, acts look forward.
extension WhenReader {
  func day(weekday: Int, which: String, minute: Int?, _ direction: When.Direction) -> Day {
    let back = (today.weekday - weekday + 7) % 7
    switch (which, direction) {
    case ("last", _): return today.adding(days: back == 0 ? -7 : -back)
    case ("next", _), (_, .forward): return today.adding(days: back == 0 ? 7 : 7 - back)
    default:
      // "monday 16:00" typed on a Monday at 9 is the last one.
      if back == 0, let minute, zone.moment(today, minuteOfDay: minute) > now {
        return today.adding(days: -7)
      }
      return today.adding(days: -back)
    }
  }

  /// `thu 26`: the month nearest by direction in which both agree; nil when none does.
  func day(weekday: Int, number: Int, _ direction: When.Direction) -> Day? {
    let months = direction == .back ? [0, -1, 1] : [0, 1]
    let (year, month, _) = today.date
    let candidates = months.compactMap { offset -> Day? in
      let count = year * 12 + month - 1 + offset
      return Day(year: count / 12, month: count % 12 + 1, day: number)
    }.filter { $0.weekday == weekday }
    switch direction {
    case .back: return candidates.first { $0 <= today } ?? candidates.first
    case .forward: return candidates.first { $0 >= today } ?? candidates.first
    }
  }

  /// A day and a month; nil when the year that is meant does not have it.
  ///
  /// A contact's date is the last one, unless the next is within 92 days: then it may be an
  /// appointment, which is asked and never kept as a contact.
  func day(_ number: Int, _ month: Int, year: Int?, _ direction: When.Direction) -> Day? {
    if let year { return Day(year: year, month: month, day: number) }
    let (thisYear, thisMonth, thisDay) = today.date
    let isPast = (month, number) < (thisMonth, thisDay)
    let isToday = (month, number) == (thisMonth, thisDay)
    let next = Day(year: isPast ? thisYear + 1 : thisYear, month: month, day: number)
    let last = Day(year: isPast || isToday ? thisYear : thisYear - 1, month: month, day: number)
    switch direction {
    case .forward: return next
    case .back:
      if let next, next.days(since: today) <= 92, last.map({ today.days(since: $0) > 92 }) ?? true {
        return next
      }
      return last
    }
  }

  /// Working days of England and Wales, on or back.
  func adding(workingDays: Int, to day: Day) -> Day {
    var at = day
    var left = workingDays
    while left != 0 {
      at = at.adding(days: left > 0 ? 1 : -1)
      if WorkingDays.isWorking(at) { left += left > 0 ? -1 : 1 }
    }
    return at
  }
}
