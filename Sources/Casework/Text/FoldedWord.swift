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
    var found: [Range<String.Index>] = []
    var at = 0
    while at < words.count {
      let length = terms.map { $0.length(at: at, in: words) }.max() ?? 0
      if length > 0 {
        found.append(words[at].range.lowerBound..<words[at + length - 1].range.upperBound)
      }
      at += max(1, length)
    }
    return found
  }
}

/// One thing that a search looks for: a word, the beginning of a word, or words in a row.
public struct SearchTerm: Sendable, Hashable {
  /// Folded words that follow each other; never empty.
  public var words: [String]
  /// The last word may go on: `visit*`.
  public var isPrefix: Bool

  /// The terms of a query: whole folded words, `word*` prefixes, `"…"` phrases.
  public static func parse(_ query: String) -> [SearchTerm] {
    var terms: [SearchTerm] = []
    var isQuoted = false
    for piece in query.split(omittingEmptySubsequences: false, whereSeparator: isQuote) {
      defer { isQuoted.toggle() }
      if isQuoted {
        add(String(piece), isPrefix: false, to: &terms)
      } else {
        for word in piece.split(whereSeparator: \.isWhitespace) {
          add(String(word), isPrefix: word.last == "*", to: &terms)
        }
      }
    }
    return terms
  }

  // A word that folds into several ("don't", Han) is looked for as those in a row.
  private static func add(_ text: String, isPrefix: Bool, to terms: inout [SearchTerm]) {
    let words = Fold.words(text)
    if !words.isEmpty { terms.append(SearchTerm(words: words, isPrefix: isPrefix)) }
  }

  private static func isQuote(_ character: Character) -> Bool {
    character == "\"" || character == "\u{201C}" || character == "\u{201D}"
  }

  /// How many words match from `at` on; 0 when the term is not there.
  fileprivate func length(at: Int, in text: [FoldedWord]) -> Int {
    guard at + words.count <= text.count else { return 0 }
    for (offset, word) in words.enumerated() {
      let there = text[at + offset].text
      let matches =
        there == word || (isPrefix && offset == words.count - 1 && there.hasPrefix(word))
      if !matches { return 0 }
    }
    return words.count
  }
}
