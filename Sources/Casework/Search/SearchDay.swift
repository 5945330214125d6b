/// A day as the filters take it: the words of the quick-entry line, looking back.
struct SearchDay {
  enum Read: Equatable {
    case day(Day)
    case noSuchDate
    /// `"tue 23 nov"` where the 23rd is a Monday.
    case disagrees
    case unreadable
  }

  let now: Moment
  let zone: Zone

  /// Reads a day.
  ///
  /// A date without a year is the last one there was: a search looks at what has been. A time of day
  /// is no day.
  func read(_ value: String) -> Read {
    let reader = WhenReader(now: now, zone: zone)
    let line = NoteLine(value)
    var words: [NoteWord] = []
    var at = line.skipSpace(0).place
    while at < line.count, words.count < 8 {
      let word = line.word(at: at, beginsLine: false)
      words.append(word)
      at = line.skipSpace(word.full.upperBound).place
    }
    guard at >= line.count, let found = reader.read(words, at: 0), found.count == words.count,
      found.minute == nil, let date = found.date
    else { return .unreadable }
    if found.problem != nil { return .noSuchDate }
    if case .monthDay(let day, let month, nil, let weekday) = date {
      return last(day, month, weekday: weekday, today: reader.today)
    }
    switch reader.resolve(found, .back) {
    case .success(let when): return .day(when.day)
    case .failure(let failure): return failure.problem == .disagrees ? .disagrees : .noSuchDate
    }
  }

  private func last(_ number: Int, _ month: Int, weekday: Int?, today: Day) -> Read {
    let (year, thisMonth, thisDay) = today.date
    let isYetToCome = (month, number) > (thisMonth, thisDay)
    guard let day = Day(year: isYetToCome ? year - 1 : year, month: month, day: number) else {
      return .noSuchDate
    }
    if let weekday, day.weekday != weekday { return .disagrees }
    return .day(day)
  }
}
