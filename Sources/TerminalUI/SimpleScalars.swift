import ViewModels

/// Letters and signs that are a cluster of their own whatever stands beside them, and take one column
/// here and in the C library: text of nothing else needs no look at its clusters.
///
/// The ranges hold no extending, joining or formatting scalar (Unicode 15.0, GraphemeBreakProperty.txt);
/// a mark that follows is in none of them, so such text is looked at cluster by cluster.
nonisolated final class SimpleScalars {
  private enum Answer: UInt8 {
    case unasked, yes, no
  }

  /// Latin with its extensions, dashes and quotation marks, arrows, lines and shapes.
  static let ranges: [ClosedRange<UInt32>] = [
    0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x1E00...0x1EFF, 0x2010...0x2027, 0x2030...0x205E,
    0x2190...0x21FF, 0x2500...0x25FF,
  ]

  private var answers = [Answer](repeating: .unasked, count: 0x2600)
  private let libraryColumns: (Unicode.Scalar) -> Int

  init(libraryColumns: @escaping (Unicode.Scalar) -> Int) { self.libraryColumns = libraryColumns }

  /// How many columns a text takes; nil where it has something that is not simple.
  func columns(of text: String) -> Int? {
    var count = 0
    for scalar in text.unicodeScalars {
      guard isSimple(scalar) else { return nil }
      count += 1
    }
    return count
  }

  private func isSimple(_ scalar: Unicode.Scalar) -> Bool {
    let value = Int(scalar.value)
    guard value < answers.count else { return false }
    if answers[value] == .unasked {
      let isIn = SimpleScalars.ranges.contains { $0.contains(scalar.value) }
      answers[value] = isIn && Columns.of(scalar) == 1 && libraryColumns(scalar) == 1 ? .yes : .no
    }
    return answers[value] == .yes
  }
}
