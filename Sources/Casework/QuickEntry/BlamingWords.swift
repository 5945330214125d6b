/// A phrase that blames the child, and what can be written instead.
struct BlamingWords: Sendable {
  /// In lower case, a hyphen parting words.
  var words: [String]
  /// What to write instead.
  var instead: String
  /// Who says so.
  var source: Source

  /// Where a phrase was named.
  enum Source: String, Sendable {
    /// The phrase itself is in the language guide of the Children's Society and NAPAC, or in
    /// Norfolk's summary of it.
    case guide = "Children's Society and NAPAC, language guide (2024), as summarised by Norfolk"
    /// Another form of such a phrase.
    case form = "another form of a phrase of the same guide"
  }

  init(_ phrase: String, _ instead: String, _ source: Source = .guide) {
    words = phrase.split(whereSeparator: { $0 == " " || $0 == "-" }).map(String.init)
    self.instead = instead
    self.source = source
  }

  /// Pointed out once a note, never inside quotation marks, and never in the way of keeping it.
  static let all: [BlamingWords] = [
    BlamingWords("absconded", "went missing, or was not where expected"),
    BlamingWords("absconds", "goes missing, or is not where expected", .form),
    BlamingWords("absconding", "going missing", .form),
    BlamingWords("absconder", "a child who goes missing", .form),
    BlamingWords("abscond", "go missing", .form),
    BlamingWords("prostitute", "is being exploited"),
    BlamingWords("prostitutes", "are being exploited", .form),
    BlamingWords("prostituting", "is being exploited", .form),
    BlamingWords("prostitution", "exploitation", .form),
    BlamingWords("putting themselves at risk", "may be harmed by"),
    BlamingWords("putting herself at risk", "may be harmed by", .form),
    BlamingWords("putting himself at risk", "may be harmed by", .form),
    BlamingWords("puts themselves at risk", "may be harmed by", .form),
    BlamingWords("puts herself at risk", "may be harmed by", .form),
    BlamingWords("puts himself at risk", "may be harmed by", .form),
    BlamingWords("lifestyle choice", "is being exploited"),
    BlamingWords("lifestyle choices", "is being exploited", .form),
    BlamingWords("refuses to engage", "has not yet felt able to"),
    BlamingWords("refused to engage", "had not yet felt able to", .form),
    BlamingWords("refusing to engage", "not yet feeling able to", .form),
    BlamingWords("not engaging", "has not yet felt able to", .form),
    BlamingWords("boyfriend", "the adult who …, where he is older or exploits"),
    BlamingWords("drug runner", "is being exploited"),
    BlamingWords("drug running", "is being exploited", .form),
    BlamingWords("illegal", "without leave, as far as is known"),
    BlamingWords("illegally", "without leave, as far as is known", .form),
    BlamingWords("promiscuous", "is being exploited"),
    BlamingWords("streetwise", "what the child did or said"),
    BlamingWords("street wise", "what the child did or said", .form),
    BlamingWords("non-compliant", "has not yet felt able to"),
    BlamingWords("noncompliant", "has not yet felt able to", .form),
    BlamingWords("non-compliance", "not yet feeling able to", .form),
  ]

  /// By their first word.
  static let byStart = Dictionary(grouping: all.filter { !$0.words.isEmpty }) { $0.words[0] }

  /// A look at the first two letters, for it is asked of every word at every key.
  static func mayBegin(_ word: String) -> Bool {
    var bytes = word.utf8.makeIterator()
    guard let first = bytes.next(), let second = bytes.next() else { return false }
    return beginnings.contains(UInt16(first) << 8 | UInt16(second))
  }

  private static let beginnings = Set(
    byStart.keys.compactMap { word -> UInt16? in
      let bytes = Array(word.utf8.prefix(2))
      return bytes.count == 2 ? UInt16(bytes[0]) << 8 | UInt16(bytes[1]) : nil
    }
  )
}

/// Blaming words in what the guardian writes: prose, opinions and acts, but nobody's words.
extension NoteReading {
  mutating func askAboutWording() {
    var run: [NoteWord] = []
    for item in items[min(head.end, items.count)...] {
      if case .word(let word) = item {
        run.append(word)
      } else {
        hintWording(run)
        run = []
      }
    }
    hintWording(run)
    for case .mark(let mark) in items {
      switch mark.sort {
      case .opinion(let inner): hintWording(words(in: inner))
      case .act(let act): hintWording(words(in: act.text))
      default: continue
      }
    }
  }

  private func words(in range: Range<Int>) -> [NoteWord] {
    var words: [NoteWord] = []
    var at = range.lowerBound
    while true {
      at = line.skipSpace(at).place
      guard at < range.upperBound else { return words }
      let word = line.word(at: at, beginsLine: false, limit: range.upperBound)
      words.append(word)
      at = word.full.upperBound
    }
  }

  private mutating func hintWording(_ words: [NoteWord]) {
    for (at, word) in words.enumerated() where BlamingWords.mayBegin(word.lower) {
      let start = word.lower.prefix { $0 != "-" }
      guard let phrases = BlamingWords.byStart[String(start)] else { continue }
      hintWording(words[at...].prefix(4), phrases)
    }
  }

  private mutating func hintWording(_ words: ArraySlice<NoteWord>, _ phrases: [BlamingWords]) {
    var said: [(word: String, end: Int)] = []
    for word in words {
      let parts = word.lower.split(separator: "-").map(String.init)
      said += parts.map { ($0, word.range.upperBound) }
      // "lifestyle. Choice of college" is no phrase.
      if !word.flowsOn { break }
    }
    guard let first = words.first,
      let found = phrases.filter({ said.map(\.word).starts(with: $0.words) })
        .max(by: { $0.words.count < $1.words.count })
    else { return }
    let phrase = found.words.joined(separator: " ")
    let message = "“\(phrase)”: the child may read this. Rather: \(found.instead)."
    guard !note.hints.contains(where: { $0.code == "wording" && $0.message == message }) else {
      return
    }
    hint(
      "wording",
      message,
      over: first.range.lowerBound..<said[found.words.count - 1].end
    )
  }
}
