/// A folded word and where it stands in the text as written.
public struct FoldedWord: Sendable, Hashable {
  /// The folded form.
  public var text: String
  /// The word in the original text, its marks included.
  public var range: Range<String.Index>
}

extension Fold {
  /// The folded words of a text with their places; the texts are those of ``words(_:)``.
  public static func located(_ text: String) -> [FoldedWord] {
    var found: [FoldedWord] = []
    var word = ""
    var start = text.startIndex
    var end = text.startIndex
    func close() {
      if !word.isEmpty { found.append(FoldedWord(text: word, range: start..<end)) }
      word = ""
    }
    let scalars = text.unicodeScalars
    var at = scalars.startIndex
    var wasAlone = false
    while at < scalars.endIndex {
      let scalar = scalars[at]
      let next = scalars.index(after: at)
      let part = fold(String(Character(scalar)))
      if part.isEmpty {
        if FoldedScalar.of(scalar) != .nothing {
          close()
        } else if !word.isEmpty {
          end = next
        }
      } else {
        let isAlone = FoldedScalar.standsAlone(scalar)
        if isAlone || wasAlone { close() }
        if word.isEmpty { start = at }
        word += part
        end = next
        wasAlone = isAlone
      }
      at = next
    }
    close()
    return found
  }

  /// Where the terms of a search stand in a text, in order and without overlaps: what to highlight.
  public static func ranges(of terms: [SearchTerm], in text: String) -> [Range<String.Index>] {
    let words = located(text)
    let folded = words.map(\.text)
    var found: [Range<String.Index>] = []
    var at = 0
    while at < words.count {
      let length = terms.map { $0.length(at: at, in: folded) }.max() ?? 0
      if length > 0 {
        found.append(words[at].range.lowerBound..<words[at + length - 1].range.upperBound)
      }
      at += max(1, length)
    }
    return found
  }
}
