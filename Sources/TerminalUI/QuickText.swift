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

  /// A number that differs for most rows that differ.
  var fingerprint: Int { reduce(count) { $0 &* 31 &+ $1.text.utf8.count } }
}

nonisolated extension [[Span]] {
  /// True where two rows that follow each other, not both blank, stood together elsewhere before.
  func haveMoved(since last: [[Span]]) -> Bool {
    let (now, before) = (map(\.fingerprint), last.map(\.fingerprint))
    for row in indices.dropLast() {
      for old in last.indices.dropLast() where old != row {
        guard before[old] == now[row], before[old + 1] == now[row + 1],
          last[old] == self[row], last[old + 1] == self[row + 1]
        else { continue }
        if !self[row].isBlank || !self[row + 1].isBlank { return true }
      }
    }
    return false
  }

  /// The rows that are not as they were, of so many that the screen has.
  func changed(since last: [[Span]]?, rows: Int) -> [Int] {
    guard let last else { return Array<Int>(0..<rows) }
    return (0..<rows).filter { row in
      row >= last.count || last[row] != (row < count ? self[row] : [])
    }
  }
}
