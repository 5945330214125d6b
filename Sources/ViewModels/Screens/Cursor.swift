/// Where the cursor is in a list.
struct Cursor {
  /// How many there are.
  var count = 0 { didSet { clamp() } }
  /// From 0.
  var index = 0 { didSet { clamp() } }
  /// The guardian moved it: until then nothing is written about the child of its row by default.
  private(set) var hasMoved = false

  private mutating func clamp() {
    let valid = max(0, min(index, count - 1))
    if valid != index { index = valid }
  }

  /// A key that moves; false for every other.
  mutating func press(_ key: Key, page: Int) -> Bool {
    switch key {
    case .up, .character("k"): index -= 1
    case .down, .character("j"): index += 1
    case .pageUp, .control("b"): index -= page
    case .pageDown, .character(" "): index += page
    case .home, .character("g"): index = 0
    case .end, .character("G"): index = count - 1
    default: return false
    }
    hasMoved = count > 0
    return true
  }

  /// So many rows on.
  mutating func move(by rows: Int) {
    index += rows
    hasMoved = count > 0
  }

  /// The list was read again: once moved, it stays on what it was on, wherever that is now.
  ///
  /// A row above it that came or went must not put another child under it.
  mutating func follow<ID: Equatable>(_ id: ID?, in ids: [ID]) {
    count = ids.count
    guard hasMoved else { return }
    if let id, let place = ids.firstIndex(of: id) {
      index = place
    } else {
      hasMoved = false
    }
  }
}

extension Scroll {
  /// A key that scrolls what has no cursor; false for every other.
  func press(_ key: Key) -> Bool {
    switch key {
    case .up, .character("k"): top = max(0, top - 1)
    case .down, .character("j"): top += 1
    case .pageUp: top = max(0, top - room)
    case .pageDown, .character(" "): top += room
    case .home, .character("g"): top = 0
    default: return false
    }
    return true
  }
}
