import Foundation
import ViewModels

/// Which characters the terminal can show, and what stands for those it cannot.
struct GlyphSet {
  /// False: ASCII twins.
  let isUnicode: Bool
  /// Twins the theme wants otherwise.
  let themeTwins: [Character: Character]
  /// Columns the C library gives a scalar, below 0 for one it would not show.
  ///
  /// curses advances by these; where they differ from ``Columns`` a `?` keeps the columns in line.
  let libraryColumns: (Unicode.Scalar) -> Int
  /// What needs no look at clusters.
  private let simple: SimpleScalars

  init(
    isUnicode: Bool,
    themeTwins: [Character: Character],
    libraryColumns: @escaping (Unicode.Scalar) -> Int
  ) {
    self.isUnicode = isUnicode
    self.themeTwins = themeTwins
    self.libraryColumns = libraryColumns
    simple = SimpleScalars(libraryColumns: libraryColumns)
  }

  /// Text that takes exactly the columns that were measured, cut between clusters where it would not fit.
  func safe(_ text: String, columns: Int) -> (text: String, columns: Int) {
    guard columns > 0 else { return ("", 0) }
    if text.utf8.count <= columns, text.isShownASCII {
      return (text, text.utf8.count)
    }
    if isUnicode, let count = simple.columns(of: text), count <= columns {
      return (text, count)
    }
    var safe = ""
    var used = 0
    for cluster in text {
      let width = Columns.of(cluster)
      if used + width > columns { break }
      // A mark without a base would join the cell before, which is somebody else's.
      if width == 0 { continue }
      safe += shown(cluster, width: width)
      used += width
    }
    return (safe, used)
  }

  private func shown(_ cluster: Character, width: Int) -> String {
    let scalars = cluster.unicodeScalars
    if scalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }) {
      return String(repeating: "?", count: width)
    }
    if cluster.isASCII { return String(cluster) }
    guard isUnicode else {
      return themeTwins[cluster].map { String($0) } ?? AsciiTwins.of(cluster)
    }
    let agrees = scalars.allSatisfy { libraryColumns($0) == Columns.of($0) }
    guard agrees else { return String(repeating: "?", count: width) }
    return scalars.count == 1 ? String(cluster) : composed(cluster, width: width)
  }

  /// The same letter in as few code points as it has: `e` and an accent as `é`, Hangul as syllables.
  ///
  /// Terminals differ in what they make of parts, and curses keeps at most four marks on a cell.
  private func composed(_ cluster: Character, width: Int) -> String {
    let composed = String(cluster).precomposedStringWithCanonicalMapping
    return Columns.of(composed) == width ? composed : String(cluster)
  }
}
