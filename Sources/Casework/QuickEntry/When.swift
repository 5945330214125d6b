/// A day and time as typed, resolved.
struct When: Sendable {
  /// Contacts look back, acts look forward.
  enum Direction: Sendable { case back, forward }

  var day: Day
  /// The instant; where no time was said, a time that keeps the day.
  var moment: Moment
  /// A time was typed.
  var hasTime: Bool
  /// The end of a typed range.
  var end: Moment?
}

/// What went wrong with a date or time that was typed.
enum WhenProblem: String, Sendable {
  case noSuchDate = "no-such-date"
  case noSuchTime = "no-such-time"
  case disagrees = "date-disagrees"
}

/// A date or time found among words, before it is resolved.
struct WhenFound {
  enum DateSaid {
    case day(Day)
    /// The last one, the next one, or either by direction.
    case weekday(Int, which: String)
    case weekdayAndDay(Int, Int)
    case monthDay(day: Int, month: Int, year: Int?, weekday: Int?)
    case ago(days: Int, months: Int, workingDays: Int)
    /// "last night", "this am": a day, and the minute to assume.
    case part(Day, minute: Int, isNight: Bool)
  }

  var date: DateSaid?
  /// Minutes after midnight, 0...1440.
  var minute: Int?
  var endMinute: Int?
  /// How many words it takes.
  var count = 0
  var problem: WhenProblem?
  /// Its last word reads as plain English too: sat, sun, may, mar.
  var isDoubtful = false
}

/// Reads and resolves dates and times, with the present passed in.
struct WhenReader: Sendable {
  let now: Moment
  let zone: Zone
  let today: Day
  let nowMinute: Int

  init(now: Moment, zone: Zone) {
    self.now = now
    self.zone = zone
    today = zone.day(of: now)
    nowMinute = zone.minuteOfDay(of: now)
  }

  private static let fillers: Set<String> = ["at", "on", "@", "by", "before"]

  /// A date, a time, or both in either order, beginning at a word; nil when none begins there.
  func read(_ words: [NoteWord], at start: Int) -> WhenFound? {
    var found = WhenFound()
    var at = start
    while at < words.count {
      var next = at
      // "at 3pm", "on mon": the small word belongs to what follows.
      if WhenReader.fillers.contains(words[at].lower), words[at].flowsOn, at + 1 < words.count {
        next += 1
      }
      if at > start, words[at].beginsLine { break }
      if found.date == nil, let date = readDate(words, at: next) {
        found.date = date.date
        found.problem = found.problem ?? date.problem
        if let minute = date.minute { found.minute = minute }
        found.isDoubtful = date.isDoubtful
        at = next + date.count
      } else if found.minute == nil, let time = readTime(words, at: next) {
        found.minute = time.minute
        found.endMinute = time.endMinute
        found.problem = found.problem ?? time.problem
        found.isDoubtful = false
        at = next + time.count
      } else {
        break
      }
      found.count = at - start
      let last = words[at - 1].trail
      if last != 0 && last != UInt8(ascii: ",") { break }
    }
    return found.count > 0 ? found : nil
  }

  /// The instant that was meant, or what is wrong with it.
  ///
  /// - Parameters:
  ///   - found: What was typed.
  ///   - direction: Which way it looks.
  ///   - last: The time before it in a row of times on a day that was named.
  /// - Returns: The instant, or what is wrong.
  func resolve(
    _ found: WhenFound,
    _ direction: When.Direction,
    after last: When? = nil
  ) -> Result<When, WhenFailure> {
    if let problem = found.problem { return .failure(WhenFailure(problem)) }
    guard let date = found.date else {
      guard let last else { return time(found, direction) }
      let same = exactly(last.day, (found.minute ?? 0) % 1440, found)
      if case .success(let when) = same, when.moment < last.moment {
        return exactly(last.day.adding(days: 1), (found.minute ?? 0) % 1440, found)
      }
      return same
    }
    var minute = found.minute
    var day: Day
    switch date {
    case .day(let said): day = said
    case .ago(let days, let months, let workingDays):
      day = adding(workingDays: workingDays, to: today.adding(days: days).adding(months: months))
    case .weekday(let weekday, let which):
      day = self.day(weekday: weekday, which: which, minute: minute, direction)
    case .weekdayAndDay(let weekday, let number):
      guard let agreed = self.day(weekday: weekday, number: number, direction) else {
        return .failure(WhenFailure(.disagrees))
      }
      day = agreed
    case .monthDay(let number, let month, let year, let weekday):
      guard let there = self.day(number, month, year: year, direction) else {
        return .failure(WhenFailure(.noSuchDate))
      }
      if let weekday, there.weekday != weekday { return .failure(WhenFailure(.disagrees)) }
      day = there
    case .part(let said, let assumed, let isNight):
      day = said
      // "last night 00:30" is after midnight: today.
      if isNight, let minute, minute < 12 * 60 { day = said.adding(days: 1) }
      guard minute != nil else {
        let at = zone.moment(day, minuteOfDay: assumed)
        let capped = direction == .back ? min(at, now) : at
        return .success(When(day: day, moment: zone.local(capped), hasTime: false))
      }
    }
    guard (-700_000...2_900_000).contains(day.daysSince1970) else {
      return .failure(WhenFailure(.noSuchDate))
    }
    guard let said = minute else {
      return .success(When(day: day, moment: moment(ofWhole: day), hasTime: false))
    }
    if said == 1440 {
      day = day.adding(days: 1)
      minute = 0
    }
    return exactly(day, minute ?? 0, found)
  }

  /// Where no time was said: now for today, noon otherwise, which no clock change moves off its day.
  private func moment(ofWhole day: Day) -> Moment {
    day == today ? zone.local(now) : zone.moment(day, minuteOfDay: 12 * 60)
  }

  private func time(_ found: WhenFound, _ direction: When.Direction) -> Result<When, WhenFailure> {
    let minute = (found.minute ?? 0) % 1440
    let candidate = zone.moment(today, minuteOfDay: minute)
    switch direction {
    case .back: return exactly(candidate <= now ? today : today.adding(days: -1), minute, found)
    case .forward: return exactly(candidate > now ? today : today.adding(days: 1), minute, found)
    }
  }

  private func exactly(_ day: Day, _ minute: Int, _ found: WhenFound) -> Result<When, WhenFailure> {
    let moment = zone.moment(day, minuteOfDay: minute)
    // The clocks skip an hour in spring: a time in it never was.
    guard zone.minuteOfDay(of: moment) == minute else { return .failure(WhenFailure(.noSuchTime)) }
    var when = When(day: day, moment: moment, hasTime: true)
    if let end = found.endMinute {
      let last = end > minute ? day : day.adding(days: 1)
      let over = zone.moment(last, minuteOfDay: end)
      guard zone.minuteOfDay(of: over) == end else { return .failure(WhenFailure(.noSuchTime)) }
      when.end = over
    }
    return .success(when)
  }
}

/// Why a date or time could not be resolved.
struct WhenFailure: Error {
  var problem: WhenProblem

  init(_ problem: WhenProblem) { self.problem = problem }
}
