import ViewModels

// What is asked of every span of every frame. Outside the main actor: in it, Swift asks at every call of
// a closure which actor it is on, and these call theirs once a byte.

nonisolated extension String {
  /// Nothing but spaces.
  var isBlank: Bool { utf8.allSatisfy { $0 == 0x20 } }

  /// Characters of ASCII that show, and nothing else.
  var isShownASCII: Bool { utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }
}

nonisolated extension [Span] {
  /// Nothing shows on the row.
  var isBlank: Bool { allSatisfy(\.text.isBlank) }

  /// What stands on the row, without its looks.
  var words: String { reduce(into: "") { $0 += $1.text } }
}

nonisolated extension [[Span]] {
  /// True where a row of words that stood once on the screen stands once on it, elsewhere.
  ///
  /// Only from such rows does curses (hashmap.c) begin to find out what has moved.
  func haveMoved(since last: [[Span]]) -> Bool {
    let (before, now) = (last.places, places)
    return now.contains { words, row in
      guard let row, let old = before[words], let old else { return false }
      return old != row
    }
  }

  /// Where each row of words stands; nil for words that stand on several rows.
  private var places: [String: Int?] {
    var places: [String: Int?] = [:]
    for (row, spans) in enumerated() where !spans.isBlank {
      let words = spans.words
      places[words] = places[words] == nil ? .some(row) : .some(nil)
    }
    return places
  }

  /// The rows that are not as they were, of so many that the screen has.
  func changed(since last: [[Span]]?, rows: Int) -> [Int] {
    guard let last else { return Array<Int>(0..<rows) }
    return (0..<rows).filter { row in
      row >= last.count || last[row] != (row < count ? self[row] : [])
    }
  }
}
