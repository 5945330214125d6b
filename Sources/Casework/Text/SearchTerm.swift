/// One thing that a search looks for: a word, the beginning of a word, or words in a row.
public struct SearchTerm: Sendable, Hashable {
  /// Folded words that follow each other; never empty.
  public var words: [String]
  /// The last word may go on: `visit*`.
  public var isPrefix: Bool
  /// As it was typed, without quotation marks.
  public var typed: String

  /// The most words of one phrase.
  static let mostWords = 64

  /// Makes a term; nil where the text holds no word.
  ///
  /// A word that folds into several ("don't", Han) is looked for as those in a row.
  ///
  /// - Parameters:
  ///   - text: As typed, without quotation marks.
  ///   - isPhrase: It stood in quotation marks, where `*` is no sign.
  public init?(_ text: String, isPhrase: Bool) {
    let words = Array(Fold.words(text).prefix(Self.mostWords))
    guard !words.isEmpty else { return nil }
    self.words = words
    isPrefix = !isPhrase && text.last == "*"
    typed = text
  }

  /// The terms of a query: whole folded words, `word*` prefixes, `"…"` phrases; no filters.
  public static func parse(_ query: String) -> [SearchTerm] {
    var terms: [SearchTerm] = []
    var isQuoted = false
    for piece in query.split(omittingEmptySubsequences: false, whereSeparator: isQuote) {
      defer { isQuoted.toggle() }
      let texts =
        isQuoted ? [String(piece)] : piece.split(whereSeparator: \.isWhitespace).map(String.init)
      terms += texts.compactMap { SearchTerm($0, isPhrase: isQuoted) }
    }
    return Array(terms.prefix(SearchFilter.mostTerms))
  }

  /// Double quotation marks, straight and curly, as for the quick-entry line.
  static func isQuote(_ character: Character) -> Bool {
    ["\"", "\u{201C}", "\u{201D}", "\u{201E}"].contains(character)
  }

  /// Whether its words stand in a row among folded words.
  public func stands(in text: [String]) -> Bool {
    text.indices.contains { length(at: $0, in: text) > 0 }
  }

  /// Whether it is the whole of some folded words, or their beginning: what tags and topics need.
  func isWhole(of text: [String]) -> Bool {
    let (mine, theirs) = (words.joined(separator: " "), text.joined(separator: " "))
    return isPrefix ? theirs.hasPrefix(mine) : theirs == mine
  }

  /// How many words match from `at` on; 0 when the term is not there.
  func length(at: Int, in text: [String]) -> Int {
    guard at + words.count <= text.count else { return 0 }
    for (offset, word) in words.enumerated() {
      let there = text[at + offset]
      let matches =
        there == word || (isPrefix && offset == words.count - 1 && there.hasPrefix(word))
      if !matches { return 0 }
    }
    return words.count
  }
}
