/// The forms in which a date is typed.
extension WhenReader {
  private static let weekdays: [String: Int] = [
    "mon": 1, "monday": 1, "tue": 2, "tues": 2, "tuesday": 2, "wed": 3, "weds": 3, "wednesday": 3,
    "thu": 4, "thur": 4, "thurs": 4, "thursday": 4, "fri": 5, "friday": 5, "sat": 6, "saturday": 6,
    "sun": 7, "sunday": 7,
  ]

  private static let months: [String: Int] = [
    "jan": 1, "january": 1, "feb": 2, "february": 2, "mar": 3, "march": 3, "apr": 4, "april": 4,
    "may": 5, "jun": 6, "june": 6, "jul": 7, "july": 7, "aug": 8, "august": 8, "sep": 9, "sept": 9,
    "september": 9, "oct": 10, "october": 10, "nov": 11, "november": 11, "dec": 12, "december": 12,
  ]

  struct DateRead {
    var date: WhenFound.DateSaid
    var count: Int
    var minute: Int?
    var problem: WhenProblem?
    var isDoubtful = false
  }

  func readDate(_ words: [NoteWord], at start: Int) -> DateRead? {
    guard start < words.count else { return nil }
    let word = words[start].lower
    let next = start + 1 < words.count && words[start].flowsOn ? words[start + 1].lower : ""
    switch word {
    case "today": return DateRead(date: .day(today), count: 1)
    case "yesterday", "yest", "yday": return DateRead(date: .day(today.adding(days: -1)), count: 1)
    case "tomorrow", "tmw", "tmrw", "tomo":
      return DateRead(date: .day(today.adding(days: 1)), count: 1)
    case "tonight": return DateRead(date: .part(today, minute: 21 * 60, isNight: false), count: 1)
    case "last" where next == "night":
      let evening = today.adding(days: -1)
      return DateRead(date: .part(evening, minute: 21 * 60, isNight: true), count: 2)
    case "last", "next":
      guard let weekday = WhenReader.weekdays[next] else { return nil }
      return DateRead(date: .weekday(weekday, which: word), count: 2)
    case "this":
      let assumed = ["am": 9, "morning": 9, "pm": 14, "afternoon": 14, "evening": 19]
      guard let hour = assumed[next] else { return nil }
      return DateRead(date: .part(today, minute: hour * 60, isNight: false), count: 2)
    default: break
    }
    if let weekday = WhenReader.weekdays[word] { return weekdayRead(weekday, words, at: start) }
    if let read = monthDay(words, at: start, weekday: nil) { return read }
    return numeric(word)
  }

  private func weekdayRead(_ weekday: Int, _ words: [NoteWord], at start: Int) -> DateRead {
    let isDoubtful = ["sat", "sun"].contains(words[start].lower)
    let plain = DateRead(
      date: .weekday(weekday, which: ""),
      count: 1,
      isDoubtful: isDoubtful
    )
    let trail = words[start].trail
    guard trail == 0 || trail == UInt8(ascii: ","), start + 1 < words.count else { return plain }
    if let exact = monthDay(words, at: start + 1, weekday: weekday)
      ?? slashed(words[start + 1].lower)
    {
      guard case .monthDay(let day, let month, let year, _) = exact.date else { return plain }
      return DateRead(
        date: .monthDay(day: day, month: month, year: year, weekday: weekday),
        count: exact.count + 1,
        problem: exact.problem,
        isDoubtful: exact.isDoubtful
      )
    }
    if trail == 0, let number = dayNumber(words[start + 1].lower), !isCounted(words, start + 1) {
      return DateRead(date: .weekdayAndDay(weekday, number), count: 2)
    }
    return plain
  }

  /// `sat 2 pm` and `fri 45 min` hold no day of the month.
  private func isCounted(_ words: [NoteWord], _ at: Int) -> Bool {
    guard words[at].flowsOn, at + 1 < words.count else { return false }
    let next = words[at + 1].lower
    return next == "am" || next == "pm" || LengthReader.units[next] != nil
  }

  /// `23 nov`, `23rd november 2026`, `nov 23`.
  private func monthDay(_ words: [NoteWord], at start: Int, weekday: Int?) -> DateRead? {
    guard start + 1 < words.count, words[start].flowsOn else { return nil }
    let (a, b) = (words[start].lower, words[start + 1].lower)
    let day: Int
    let month: Int
    if let number = dayNumber(a), let named = WhenReader.months[b] {
      (day, month) = (number, named)
    } else if let named = WhenReader.months[a], let number = dayNumber(b),
      !isCounted(words, start + 1)
    {
      (day, month) = (number, named)
    } else {
      return nil
    }
    var count = 2
    var year: Int?
    if start + 2 < words.count, words[start + 1].trail != UInt8(ascii: "."),
      words[start + 2].lower.utf8.count == 4, let said = Int(words[start + 2].lower),
      abs(said - today.date.year) <= 5
    {
      (year, count) = (said, 3)
    }
    return DateRead(
      date: .monthDay(day: day, month: month, year: year, weekday: weekday),
      count: count,
      isDoubtful: count == 2 && (b == "may" || b == "mar")
    )
  }

  /// `2026-11-23`, `2026-11-23T14:20`, `23/11`, `23/11/26`, `-2d`, `+5wd`.
  private func numeric(_ word: String) -> DateRead? {
    if let read = slashed(word) ?? counted(word) { return read }
    let parts = word.split(separator: "t", omittingEmptySubsequences: false)
    guard let first = parts.first, first.utf8.count == 10, parts.count <= 2 else { return nil }
    let numbers = first.split(separator: "-", omittingEmptySubsequences: false)
    guard numbers.count == 3, numbers.allSatisfy({ digits($0) != nil }) else { return nil }
    var minute: Int?
    if parts.count == 2 {
      guard let time = clock(String(parts[1])) else { return nil }
      minute = time
    }
    guard let day = Day(iso: String(first)) else {
      return DateRead(date: .day(today), count: 1, problem: .noSuchDate)
    }
    return DateRead(date: .day(day), count: 1, minute: minute)
  }

  private func slashed(_ word: String) -> DateRead? {
    let separator: Character = word.contains("/") ? "/" : "."
    let parts = word.split(separator: separator, omittingEmptySubsequences: false)
    // With points, only all three parts: 14.20 is a time.
    guard parts.count == 3 || (parts.count == 2 && separator == "/"),
      parts[0].utf8.count <= 2, parts[1].utf8.count <= 2,
      let day = digits(parts[0]), let month = digits(parts[1])
    else { return nil }
    var year: Int?
    if parts.count == 3 {
      guard let said = digits(parts[2]), [2, 4].contains(parts[2].utf8.count) else { return nil }
      year = said < 100 ? 2000 + said : said
    }
    return DateRead(
      date: .monthDay(day: day, month: month, year: year, weekday: nil),
      count: 1,
      problem: month > 12 || month < 1 || day < 1 || day > 31 ? .noSuchDate : nil
    )
  }

  private func counted(_ word: String) -> DateRead? {
    guard let sign = word.first, sign == "+" || sign == "-" else { return nil }
    let rest = word.dropFirst()
    let number = rest.prefix { $0.isASCII && $0.isNumber }
    guard (1...3).contains(number.count), let value = Int(number) else { return nil }
    let count = sign == "-" ? -value : value
    switch rest.dropFirst(number.count) {
    case "d": return DateRead(date: .ago(days: count, months: 0, workingDays: 0), count: 1)
    case "w": return DateRead(date: .ago(days: 7 * count, months: 0, workingDays: 0), count: 1)
    case "m": return DateRead(date: .ago(days: 0, months: count, workingDays: 0), count: 1)
    case "wd": return DateRead(date: .ago(days: 0, months: 0, workingDays: count), count: 1)
    default: return nil
    }
  }

  /// `26`, `26th`: 1...31.
  private func dayNumber(_ word: String) -> Int? {
    let number = word.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(number.count), let value = Int(number), (1...31).contains(value),
      ["", "st", "nd", "rd", "th"].contains(word.dropFirst(number.count))
    else { return nil }
    return value
  }
}
