/// What the record knows beside the line: offered or pointed out, never taken.
extension NoteReading {
  mutating func offerWhatIsKnown() {
    // A form is filled elsewhere, and several children have no last contact together.
    guard note.children.count == 1, let child = note.children.first, note.form == nil else {
      return
    }
    warnOfInterpreter(child)
    warnOfCompany(child)
    offerEvidence(child)
    pointOutAge(child)
    if note.party == .child, note.kind != .attempt { offerLast(child) }
  }

  /// An interpreter who is not to come again for this child.
  private mutating func warnOfInterpreter(_ child: KnownChild) {
    guard let id = note.interpreter?.id, child.isNotAgain(id) else { return }
    hint(
      "interpreter-not-again",
      "\(id) is marked “not again” for \(child.knownAs.isEmpty ? child.ref : child.knownAs).",
      over: span(of: .interpreter)
    )
  }

  private mutating func warnOfCompany(_ child: KnownChild) {
    for name in note.with where known(name)?.isOfConcern == true {
      hint("of-concern", "\(name) is in the record as of concern.", over: span(of: .company))
    }
  }

  /// Interpreter, place and company of the last contact; never seen, alone or people of concern.
  private mutating func offerLast(_ child: KnownChild) {
    guard let kind = note.kind else { return }
    if note.interpreter == nil { offerInterpreter(child, kind) }
    guard let last = child.context.last else { return }
    if note.place == nil, !kind.isRemote, let place = last.place, let typed = value(place) {
      offer("same-place", "at:" + typed, taking: .typing("at:" + typed, at: nil))
    }
    let company = last.company.filter { known($0)?.isOfConcern != true }
    if note.with.isEmpty, note.alone != true, !head.saysAlone, !company.isEmpty, !kind.isRemote,
      let typed = value(company.joined(separator: ","))
    {
      offer("same-company", "with:" + typed, taking: .typing("with:" + typed, at: nil))
    }
  }

  /// Who interpreted last, or at the last contact of this kind; before the first, the child's language.
  private mutating func offerInterpreter(_ child: KnownChild, _ kind: ContactKind) {
    if let language = child.context.firstLanguage {
      let typed = "int:" + language
      offer("language", typed, taking: .typing(typed, at: nil))
      return
    }
    let last = child.context.last?.interpreter
    guard let interpreter = last ?? child.context.interpreters[kind], interpreter.kind != .unknown,
      interpreter.concern == nil, !(interpreter.id.map(child.isNotAgain) ?? false)
    else { return }
    let typed = "int:" + Languages.typed(interpreter)
    let code = last == nil ? "kind-interpreter" : "same-interpreter"
    offer(code, typed, taking: .typing(typed, at: nil))
  }

  /// A value as a field takes it; nil where no quotation marks can hold it.
  private func value(_ text: String) -> String? {
    let isPlain = text.utf8.allSatisfy {
      Fold.isASCIIWord($0) || $0 >= 0x80 || [0x2C, 0x2D, 0x2F].contains($0)
    }
    if isPlain, text.utf8.last != 0x2C, !text.unicodeScalars.contains(where: \.isQuoteOrSpace) {
      return text
    }
    return text.unicodeScalars.contains(where: \.isQuote) || text.contains(where: \.isNewline)
      ? nil : "\"\(text)\""
  }

  /// "appeal lodged" while an appeal is waited for: met, with this entry as its evidence.
  private mutating func offerEvidence(_ child: KnownChild) {
    guard !child.context.waiting.isEmpty else { return }
    let words = proseWords(limit: 400)
    for duty in child.context.waiting {
      guard let evidence = Evidence.byClock[duty.clock] else { continue }
      for (at, word) in words.enumerated() where evidence.what.contains(word.lower) {
        let near = words[at...].prefix(5)
        let end = near.firstIndex { !$0.flowsOn } ?? near.endIndex - 1
        guard let done = words[at...end].first(where: { evidence.done.contains($0.lower) }),
          !words[at...end].contains(where: { Evidence.denied.contains($0.lower) }),
          !(at > 0 && Evidence.denied.contains(words[at - 1].lower) && words[at - 1].flowsOn)
        else { continue }
        let span = word.range.lowerBound..<done.range.upperBound
        note.offers.append(
          NoteOffer(
            code: "met",
            text: duty.title,
            token: line.text(span),
            span: span,
            taking: .keeping,
            of: duty.of
          )
        )
        break
      }
    }
  }

  /// Consent to stay in the NRM as an adult opens on the 18th birthday, and a leaflet is none.
  private mutating func pointOutAge(_ child: KnownChild) {
    guard !child.context.births.isEmpty else { return }
    let words = proseWords(limit: 400)
    guard let consent = words.first(where: { $0.lower == "consent" || $0.lower == "consents" }),
      words.contains(where: { $0.lower == "nrm" })
    else { return }
    let birthdays = child.context.births.map { $0.adding(months: 216) }
    guard let next = birthdays.filter({ $0 > when.today }).max() else { return }
    let day = DateWords(now: note.now, zone: note.zone).date(next)
    hint(
      "not-yet",
      "Consent to stay in the NRM opens on the 18th birthday, \(day): none is recorded by this.",
      over: consent.range
    )
  }

  private func span(of meaning: NoteToken.Meaning) -> Range<Int>? {
    note.tokens.first { $0.meaning == meaning }.map { $0.from..<$0.to }
  }
}

/// Words of a note that say a clock was met: offered as its evidence, never taken.
enum Evidence {
  /// What, and the words that say it was done.
  static let byClock: [String: (what: Set<String>, done: Set<String>)] = [
    "asy.appeal": (["appeal"], lodged), "asy.ut": (["appeal", "permission"], lodged),
    "asy.sef": (["sef"], lodged), "nrm.reconsider": (["reconsideration"], lodged + ["requested"]),
    "nrm.refer": (["nrm", "referral"], ["made", "sent", "done", "submitted"]),
    "health.iha": (["iha"], ["done", "held", "attended", "completed"]),
    "edu.pep": (["pep"], ["done", "held", "completed", "agreed"]),
    "mis.rhi": (["rhi"], ["done", "held", "completed"]),
    "lac.review.1": (["review"], ["held"]), "pw.needs": (["assessment"], ["done", "completed"]),
  ].mapValues { (Set($0.0), Set($0.1)) }

  private static let lodged = ["lodged", "filed", "submitted", "sent", "received", "in"]

  static let denied: Set<String> = [
    "not", "no", "never", "to", "be", "will", "if", "when", "isn't",
  ]
}

extension KnownChild {
  /// Whether an interpreter is not to come again for this child; marks and case do not matter.
  func isNotAgain(_ interpreter: String) -> Bool {
    let key = NameIndex.key(interpreter)
    return !key.isEmpty && context.interpretersNotAgain.contains { NameIndex.key($0) == key }
  }
}

extension Unicode.Scalar {
  var isQuote: Bool { ["\"", "\u{201C}", "\u{201D}", "\u{201E}"].contains(self) }
  fileprivate var isQuoteOrSpace: Bool { isQuote || properties.isWhitespace }
}
