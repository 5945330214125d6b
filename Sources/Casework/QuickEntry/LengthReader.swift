/// How long a contact took: `45m`, `1h30`, `45 min`.
enum LengthReader {
  static let units: [String: Int] = [
    "m": 1, "min": 1, "mins": 1, "minute": 1, "minutes": 1,
    "h": 60, "hr": 60, "hrs": 60, "hour": 60, "hours": 60,
  ]

  /// Minutes and how many words they take; nil for anything else, and for more than a day.
  static func read(_ words: [NoteWord], at start: Int) -> (minutes: Int, count: Int)? {
    let word = words[start].lower
    if let minutes = read(word) { return (minutes, 1) }
    guard words[start].flowsOn, start + 1 < words.count, words[start + 1].lower != "m",
      words[start + 1].lower != "h", let number = number(word[...]),
      let unit = units[words[start + 1].lower], number * unit <= 1440
    else { return nil }
    return (number * unit, 2)
  }

  /// The minutes of one word; nil for anything else.
  static func read(_ word: String) -> Int? {
    let count = word.prefix { $0.isASCII && $0.isNumber }
    guard let first = number(count) else { return nil }
    let rest = word.dropFirst(count.count)
    let name = rest.prefix { $0.isASCII && $0.isLetter }
    guard let unit = units[String(name)] else { return nil }
    var minutes = first * unit
    var tail = rest.dropFirst(name.count)
    if unit == 60, !tail.isEmpty {
      for end in ["mins", "min", "m"] where tail.hasSuffix(end) {
        tail = tail.dropLast(end.count)
        break
      }
      guard let more = number(tail), more < 60 else { return nil }
      minutes += more
    } else if !tail.isEmpty {
      return nil
    }
    return minutes <= 1440 ? minutes : nil
  }

  private static func number(_ text: Substring) -> Int? {
    guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(text)
  }
}
