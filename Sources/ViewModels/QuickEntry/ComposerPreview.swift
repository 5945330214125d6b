import Casework

/// How a line that is being typed, and what it will become, look.
enum ComposerPreview {
  /// What Enter would keep, what is asked, what is offered: the parser's words in the screen's looks.
  ///
  /// - Parameters:
  ///   - note: The line as it was understood.
  ///   - taken: Offers that are kept with it.
  ///   - next: What Tab takes; the key stands before it.
  ///   - context: Whether names show.
  /// - Returns: A part for each row.
  static func parts(
    _ note: ParsedNote,
    taken: [NoteOffer],
    next: NoteOffer?,
    context: Context
  ) -> [Part] {
    let next = next.map(note.words(of:))
    return note.preview(taking: taken).map { row in
      var line = Line()
      for segment in row.segments {
        if segment.meaning == .offer, segment.text == next { line += Line("Tab ", .key) }
        line += Line(
          context.shown(segment.text),
          tone(segment.meaning),
          strong: segment.meaning == .child || segment.meaning == .counted
        )
      }
      return .prose(line, indent: 2, hanging: 2)
    }
  }

  private static func tone(_ meaning: PreviewLine.Meaning) -> Tone {
    switch meaning {
    case .child: .entryChild
    case .kind: .entryKind
    case .when: .entryWhen
    case .counted: .laneSeen
    case .words: .wordsChild
    case .flag: .entryFlag
    case .action: .entryAction
    case .promise: .promise
    case .problem: .entryProblem
    case .taken: .entryAction
    case .offer: .link
    case .doubt: .unverified
    case .hint, .quiet: .quiet
    }
  }

  /// The line as typed, each part in the colour of what it was understood as.
  static func coloured(_ note: ParsedNote, text: String) -> [Line] {
    let bytes = Array(text.utf8)
    var lines = [Line()]
    var at = 0
    func put(_ to: Int, _ tone: Tone) {
      guard to > at, to <= bytes.count else { return }
      let pieces = bytes[at..<to].split(separator: 0x0A, omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        if index > 0 { lines.append(Line()) }
        lines[lines.count - 1] += Line(String(decoding: piece, as: UTF8.self), tone)
      }
      at = to
    }
    guard note.raw == text else {
      put(bytes.count, .input)
      return lines
    }
    for token in note.tokens
    where token.from >= at && token.to <= bytes.count && token.from <= token.to {
      put(token.from, .input)
      put(token.to, tone(token.meaning))
    }
    put(bytes.count, .input)
    return lines
  }

  static func tone(_ meaning: NoteToken.Meaning) -> Tone {
    switch meaning {
    case .child, .name, .role, .referral: .entryChild
    case .kind, .medium, .seen, .unseen, .alone, .party: .entryKind
    case .when, .minutes, .times: .entryWhen
    case .words: .wordsChild
    case .question: .entryWords
    case .opinion: .wordsOpinion
    case .flag: .entryFlag
    case .action, .step: .entryAction
    case .promise: .promise
    case .interpreter, .place, .company, .tag: .entryKind
    case .restricted: .restricted
    case .form, .doubtful: .unverified
    case .problem: .entryProblem
    }
  }
}
