/// Text being typed, mostly in one line, and where the cursor is in it.
public struct LineEditor: Sendable, Hashable {
  /// The text.
  public private(set) var text: String
  /// Clusters before the cursor.
  public private(set) var cursor: Int
  private var past: [Snapshot] = []
  private var isTyping = false
  /// Enter, and line ends in what is pasted, part lines.
  public var isLong = false

  private struct Snapshot: Sendable, Hashable {
    var text: String
    var cursor: Int
  }

  /// Starts with a text, the cursor behind it.
  public init(_ text: String = "") {
    self.text = text
    cursor = text.count
  }

  /// Columns before the cursor, in its line.
  public var cursorColumns: Int { Columns.of(String(lineBefore)) }

  /// The line that the cursor is in, from 0.
  public var cursorLine: Int { text.prefix(cursor).count(where: \.isNewline) }

  private var lineBefore: Substring {
    let before = text.prefix(cursor)
    guard let end = before.lastIndex(where: \.isNewline) else { return before }
    return before[before.index(after: end)...]
  }

  /// Puts another text in, as one step that can be undone; the cursor goes behind it.
  public mutating func replace(with text: String) {
    remember()
    self.text = text
    cursor = text.count
  }

  /// Puts a text in the place of a stretch of clusters, as one step that can be undone.
  public mutating func replace(_ range: Range<Int>, with words: String) {
    remember()
    let lower = max(0, min(range.lowerBound, text.count))
    let upper = max(lower, min(range.upperBound, text.count))
    let before = String(text.prefix(lower)) + words
    text = before + String(text.dropFirst(upper))
    cursor = before.count
  }

  /// Puts the cursor before a cluster.
  mutating func move(to cluster: Int) { cursor = max(0, min(cluster, text.count)) }

  /// A key; false when it means nothing in a line of text.
  public mutating func press(_ key: Key) -> Bool {
    switch key {
    case .character(let character):
      if !isTyping || character == " " { remember() }
      isTyping = true
      insert(String(character))
      return true
    case .enter where isLong:
      remember()
      insert("\n")
    case .up where isLong: moveLine(-1)
    case .down where isLong: moveLine(1)
    case .paste(let pasted):
      remember()
      insert(
        isLong
          ? pasted.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { LineEditor.stripped(String($0)) }.joined(separator: "\n")
          : LineEditor.stripped(pasted)
      )
    case .backspace, .control("h"): deleteBackwards(to: max(0, cursor - 1))
    case .delete, .control("d"):
      guard cursor < text.count else { return true }
      remember()
      text = String(text.prefix(cursor)) + String(text.dropFirst(cursor + 1))
    case .control("w"), .alt("\u{7F}"): deleteBackwards(to: wordBefore)
    case .control("u"): deleteBackwards(to: 0)
    case .control("k"):
      remember()
      text = String(text.prefix(cursor))
    case .control("_"): undo()
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(text.count, cursor + 1)
    case .home where isLong: cursor -= lineBefore.count
    case .end where isLong:
      cursor += text.dropFirst(cursor).prefix { !$0.isNewline }.count
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = text.count
    case .alt("b"): cursor = wordBefore
    case .alt("f"): cursor = wordAfter
    default: return false
    }
    isTyping = false
    return true
  }

  /// Pasted text without controls; line ends and tabs become a space.
  public static func stripped(_ pasted: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in pasted.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: if out.last != " " { out.append(" ") }
      case 0x00...0x1F, 0x7F...0x9F: continue
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// The same column of the line above or below, as near as it has one.
  private mutating func moveLine(_ by: Int) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let (line, column) = (cursorLine, lineBefore.count)
    guard lines.indices.contains(line + by) else { return }
    let before = lines[..<(line + by)].reduce(0) { $0 + $1.count + 1 }
    cursor = before + min(column, lines[line + by].count)
  }

  private mutating func insert(_ words: String) {
    // A combining mark joins the cluster before it, so the cursor is counted anew.
    let before = String(text.prefix(cursor)) + words
    text = before + String(text.dropFirst(cursor))
    cursor = min(before.count, text.count)
  }

  private mutating func deleteBackwards(to start: Int) {
    guard start < cursor else { return }
    remember()
    text = String(text.prefix(start)) + String(text.dropFirst(cursor))
    cursor = start
  }

  private mutating func remember() {
    if past.last?.text != text { past.append(Snapshot(text: text, cursor: cursor)) }
    if past.count > 100 { past.removeFirst() }
  }

  private mutating func undo() {
    while let last = past.popLast() {
      guard last.text != text else { continue }
      (text, cursor) = (last.text, last.cursor)
      return
    }
  }

  private var wordBefore: Int {
    let clusters = Array(text.prefix(cursor))
    var at = clusters.count
    while at > 0, clusters[at - 1] == " " { at -= 1 }
    while at > 0, clusters[at - 1] != " " { at -= 1 }
    return at
  }

  private var wordAfter: Int {
    let clusters = Array(text)
    var at = cursor
    while at < clusters.count, clusters[at] == " " { at += 1 }
    while at < clusters.count, clusters[at] != " " { at += 1 }
    return at
  }
}
