/// The forms in which a time is typed.
extension WhenReader {
  struct TimeRead {
    var minute: Int
    var endMinute: Int?
    var count: Int
    var problem: WhenProblem?
  }

  func readTime(_ words: [NoteWord], at start: Int) -> TimeRead? {
    guard start < words.count else { return nil }
    let word = words[start].lower
    switch word {
    case "noon", "midday": return TimeRead(minute: 720, count: 1)
    case "midnight": return TimeRead(minute: 0, count: 1)
    default: break
    }
    guard let first = word.utf8.first, (48...57).contains(first) else { return nil }
    // "10 am" is two words.
    if words[start].flowsOn, start + 1 < words.count,
      ["am", "pm"].contains(words[start + 1].lower),
      let minute = clock(word + words[start + 1].lower)
    {
      return TimeRead(minute: minute, count: 2)
    }
    if let range = range(word) { return range }
    if let minute = clock(word) { return TimeRead(minute: minute, count: 1) }
    return looksLikeTime(word) ? TimeRead(minute: 0, count: 1, problem: .noSuchTime) : nil
  }

  /// `14:20-15:05`, `1420-1505`, `10-11am`, `2pm–3pm`.
  private func range(_ word: String) -> TimeRead? {
    let parts = word.split(whereSeparator: { $0 == "-" || $0 == "–" })
    guard parts.count == 2, let end = clock(String(parts[1])) else { return nil }
    let first = String(parts[0])
    let half = parts[1].hasSuffix("pm") ? "pm" : parts[1].hasSuffix("am") ? "am" : ""
    if half.isEmpty {
      return clock(first).map { TimeRead(minute: $0 % 1440, endMinute: end % 1440, count: 1) }
    }
    if first.hasSuffix("am") || first.hasSuffix("pm") {
      return clock(first).map { TimeRead(minute: $0, endMinute: end, count: 1) }
    }
    // "11-1pm" begins in the morning.
    guard let same = clock(first + half) else { return nil }
    let other = half == "pm" ? clock(first + "am") ?? same : same
    return TimeRead(minute: same < end ? same : other, endMinute: end, count: 1)
  }

  /// Minutes after midnight (24:00 is 1440) of `14:20`, `14.20`, `1420`, `10am`, `2.20pm`.
  func clock(_ word: String) -> Int? {
    var text = word[...]
    var half: Substring = ""
    if text.hasSuffix("am") || text.hasSuffix("pm") {
      half = text.suffix(2)
      text = text.dropLast(2)
    }
    let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
    var hour: Int
    let minute: Int
    if parts.count == 2, parts[0].utf8.count <= 2, parts[1].utf8.count == 2,
      let h = digits(parts[0]), let m = digits(parts[1])
    {
      (hour, minute) = (h, m)
    } else if parts.count == 1, half.isEmpty, text.utf8.count == 4, let value = digits(text) {
      (hour, minute) = (value / 100, value % 100)
    } else if parts.count == 1, !half.isEmpty, text.utf8.count <= 2, let value = digits(text) {
      (hour, minute) = (value, 0)
    } else {
      return nil
    }
    if !half.isEmpty {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (half == "pm" ? 12 : 0)
    }
    guard minute < 60, hour < 24 || (hour == 24 && minute == 0) else { return nil }
    return hour * 60 + minute
  }

  /// `25:10`, `14:75`, `13pm`: meant as a time, but there is none.
  private func looksLikeTime(_ word: String) -> Bool {
    if word.hasSuffix("pm") || word.hasSuffix("am") {
      return digits(word.dropLast(2)) != nil && word.utf8.count <= 4
    }
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0].utf8.count <= 2 && parts[1].utf8.count == 2
      && digits(parts[0]) != nil && digits(parts[1]) != nil
  }

  /// A number of ASCII digits only; nil for anything else and for nothing.
  func digits(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 9, text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(text)
  }
}
