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

  /// How many spans it begins with that another row begins with too.
  func same(as other: [Span]) -> Int { zip(self, other).prefix { $0 == $1 }.count }

  /// What stands on the row, without its looks, as a number: other words have another one.
  var wordsHash: Int {
    var hasher = Hasher()
    for span in self {
      var text = span.text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
    return hasher.finalize()
  }
}

nonisolated extension [[Span]] {
  /// True where a row of words that stood once on the screen stands once on it, elsewhere.
  ///
  /// Only from such rows does curses (hashmap.c) begin to find out what has moved.
  ///
  /// - Parameters:
  ///   - last: The rows of before.
  ///   - changed: The rows that are not as they were; words that moved left one and came to one.
  /// - Returns: Whether there is such a row.
  func haveMoved(since last: [[Span]], among changed: [Int]) -> Bool {
    var left: [Int: Int] = [:]
    for row in changed where !last.spans(at: row).isBlank {
      left[last.spans(at: row).wordsHash] = row
    }
    return changed.contains { row in
      let words = spans(at: row).wordsHash
      guard let old = left[words], old != row else { return false }
      return count { $0.wordsHash == words } == 1 && last.count { $0.wordsHash == words } == 1
    }
  }

  /// A row; one that is not there is empty.
  func spans(at row: Int) -> [Span] { row < count ? self[row] : [] }

  /// The rows that are not as they were, of so many that the screen has.
  func changed(since last: [[Span]]?, rows: Int) -> [Int] {
    guard let last else { return Array<Int>(0..<rows) }
    return (0..<rows).filter { row in
      row >= last.count || last[row] != spans(at: row)
    }
  }
}
