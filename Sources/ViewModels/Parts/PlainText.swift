import Casework

/// The same page as lines of text: for `--plain`, screen readers, the command line and tests.
///
/// Nothing is folded away or cut: what a frame scrolls is all here, and what a frame draws beside
/// each other comes one after the other.
public enum PlainText {
  /// A page as lines.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - columns: Where prose is wrapped.
  /// - Returns: Lines without trailing spaces.
  public static func lines(_ page: Page, columns: Int = 80) -> [String] {
    var out = [page.title.text]
    if !page.aside.isEmpty { out.append(page.aside.text) }
    for pane in page.body.panes {
      out.append("")
      for block in pane.blocks {
        for part in block.parts { out += lines(part, columns) }
      }
    }
    return out.map(trimmed)
  }

  /// A frame's rows as text, without looks: what a golden page holds.
  public static func rows(_ frame: Frame) -> [String] {
    frame.rows.map { trimmed($0.map(\.text).joined()) }
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }

  private static func lines(_ part: Part, _ columns: Int) -> [String] {
    switch part {
    case .blank: return [""]
    // A line across says nothing to an ear.
    case .rule: return []
    case .heading(let words, let right): return [Line.joined([words, right], by: Line("  ")).text]
    case .line(let line): return [line.text]
    case .sides(let left, let right): return [Line.joined([left, right], by: Line("  ")).text]
    case .names(let names): return names.map(\.text)
    case .fields(let fields):
      return fields.map {
        $0.label.isEmpty ? "  " + $0.value.text : $0.label + ": " + $0.value.text
      }
    case .lanes(let lanes): return lanes.sentences
    case .table(let table):
      let titled = table.columns.contains { !$0.title.isEmpty }
      return table.cells.map { cells in
        zip(table.columns, cells).filter { !$1.isEmpty }
          .map { titled && !$0.title.isEmpty ? $0.title + ": " + $1.text : $1.text }
          .joined(separator: titled ? "; " : "  ")
      }
    case .prose, .notice, .input:
      return part.rows(columns).map(\.line.text)
    }
  }
}

extension Lanes {
  /// The picture in words, one sentence a lane.
  var sentences: [String] {
    lanes.compactMap { lane in
      var parts: [(Day, String)] = lane.stretches.filter { $0.to >= from && $0.from <= to }.map {
        let words = $0.words.isEmpty ? "" : $0.words + " "
        let last = $0.to == $0.from ? "" : " to \(DateWords.near($0.to, today: today))"
        return ($0.from, words + DateWords.near($0.from, today: today) + last)
      }
      parts += lane.points.filter { $0.day >= from && $0.day <= to }.map {
        ($0.day, ($0.words.isEmpty ? "" : $0.words + " ") + DateWords.near($0.day, today: today))
      }
      guard !parts.isEmpty else { return nil }
      return lane.name + ": " + parts.sorted { $0.0 < $1.0 }.map(\.1).joined(separator: ", ")
    }
  }
}
