/// How many terminal columns text takes: the one place that measures.
///
/// Widths are those of Unicode 15.0 (``WidthTable``), never the C library's, and a cluster is as wide as
/// its scalars together, because that is how terminals and curses advance: a family emoji joined
/// by ZWJ takes the columns of its members. Nothing here splits a cluster.
public enum Columns {
  /// Columns of a text on one line.
  public static func of(_ text: some StringProtocol) -> Int {
    if isPlainASCII(text) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// Columns of one cluster.
  public static func of(_ character: Character) -> Int {
    character.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// Columns of one scalar: 0, 1 or 2.
  ///
  /// A control counts 1: none gets through ``DisplayText``, and a painter that meets one puts a `?`.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    if contains(value, WidthTable.zero) { return 0 }
    return value >= 0x1100 && contains(value, WidthTable.wide) ? 2 : 1
  }

  /// The text, cut to at most so many columns, its last one an ellipsis where anything was cut.
  public static func truncated(_ text: String, to columns: Int, ellipsis: String = "…") -> String {
    guard columns > 0 else { return "" }
    guard of(text) > columns else { return text }
    let room = columns - of(ellipsis)
    guard room >= 0 else { return String(prefix(text, columns: columns)) }
    return prefix(text, columns: room) + ellipsis
  }

  /// The longest beginning of whole clusters that fits.
  public static func prefix(_ text: String, columns: Int) -> Substring {
    var used = 0
    var index = text.startIndex
    while index < text.endIndex {
      let width = of(text[index])
      if used + width > columns { break }
      used += width
      index = text.index(after: index)
    }
    return text[..<index]
  }

  /// The longest end of whole clusters that fits: what a field shows while its end is edited.
  public static func suffix(_ text: String, columns: Int) -> Substring {
    var used = 0
    var index = text.endIndex
    while index > text.startIndex {
      let before = text.index(before: index)
      let width = of(text[before])
      if used + width > columns { break }
      used += width
      index = before
    }
    return text[index...]
  }

  /// Where text stands in a wider cell.
  public enum Alignment: Sendable {
    case left, right, center
  }

  /// The text with spaces up to so many columns; longer text comes back as it is.
  public static func padded(_ text: String, to columns: Int, _ alignment: Alignment = .left)
    -> String
  {
    let missing = columns - of(text)
    guard missing > 0 else { return text }
    switch alignment {
    case .left: return text + spaces(missing)
    case .right: return spaces(missing) + text
    case .center: return spaces(missing / 2) + text + spaces(missing - missing / 2)
    }
  }

  /// Exactly so many columns: truncated or padded.
  public static func fitted(_ text: String, to columns: Int, _ alignment: Alignment = .left)
    -> String
  {
    padded(truncated(text, to: columns), to: max(0, columns), alignment)
  }

  /// So many spaces; none for a negative number.
  public static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  /// True where text is only printable ASCII, whose columns are its bytes.
  private static func isPlainASCII(_ text: some StringProtocol) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }

  /// Whether a value lies in one of the runs of a flat, ordered list of firsts and lasts.
  private static func contains(_ value: UInt32, _ runs: [UInt32]) -> Bool {
    var low = 0
    var high = runs.count / 2 - 1
    while low <= high {
      let middle = (low + high) / 2
      if value < runs[middle * 2] {
        high = middle - 1
      } else if value > runs[middle * 2 + 1] {
        low = middle + 1
      } else {
        return true
      }
    }
    return false
  }
}
