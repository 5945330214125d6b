/// The rows of words, flags, acts, referrals and offers.
extension ParsedNote {
  func wordPieces() -> [[PreviewLine.Segment]] {
    var pieces: [[PreviewLine.Segment]] = []
    for said in words {
      pieces.append([
        PreviewLine.Segment(text: owner(of: said) + " ", meaning: .quiet),
        PreviewLine.Segment(text: "“\(said.quote.text)”", meaning: .words),
      ])
    }
    for question in questions {
      pieces.append([
        PreviewLine.Segment(text: "you asked ", meaning: .quiet),
        PreviewLine.Segment(text: "“\(question)”", meaning: .words),
      ])
    }
    if let opinion {
      pieces.append([PreviewLine.Segment(text: "your opinion: \(opinion)", meaning: .quiet)])
    }
    for flag in flags {
      let urgent = flag.isUrgent ? "urgent flag: " : "flag: "
      pieces.append([
        PreviewLine.Segment(text: urgent + flag.topic, meaning: .flag),
        PreviewLine.Segment(
          text: scope(flag.children) + " (kept here only: nobody has been told)",
          meaning: .quiet
        ),
      ])
    }
    if !tags.isEmpty {
      let all = tags.map { "#" + $0 }.joined(separator: " ")
      pieces.append([PreviewLine.Segment(text: all, meaning: .quiet)])
    }
    if let restricted {
      let why = restricted.rawValue.spaced
      pieces.append([PreviewLine.Segment(text: "restricted: \(why)", meaning: .quiet)])
    }
    return pieces
  }

  private func owner(of said: NoteQuote) -> String {
    switch said.quote.by {
    case "child": (said.child.map { $0.knownAs + "'s" } ?? "child's") + " words"
    case "unknown": "whose words?"
    default: "words of " + (Role(rawValue: said.quote.by)?.words ?? said.quote.by)
    }
  }

  /// Which of several children it concerns; nothing when all.
  private func scope(_ concerned: [KnownChild]) -> String {
    concerned.count == children.count
      ? "" : " for " + concerned.map(\.knownAs).joined(separator: ", ")
  }

  func actPieces(_ words: DateWords) -> [[PreviewLine.Segment]] {
    var pieces: [[PreviewLine.Segment]] = []
    for action in actions {
      let due = action.due.map { ", by " + words.due($0) } ?? ""
      let who =
        switch action.owedBy {
        case _ where action.isPromise: "you promise"
        case .guardian: "you will do"
        case .role(let role): "asked of \(role.words)"
        }
      let text = who + scope(action.children) + due + ": " + action.text
      pieces.append([
        PreviewLine.Segment(text: text, meaning: action.isPromise ? .promise : .action)
      ])
    }
    for step in steps {
      let name = step.name.map { ", " + $0 } ?? ""
      let reference = step.reference.map { ", ref " + $0 } ?? ""
      let told = "told \(step.whom.words)\(name) \(words.time(step.at))\(reference)"
      pieces.append([PreviewLine.Segment(text: told, meaning: .action)])
    }
    return pieces
  }

  func pieces(_ referral: NoteReferral) -> [[PreviewLine.Segment]] {
    var pieces = [
      [
        PreviewLine.Segment(text: "a new child, ", meaning: .quiet),
        PreviewLine.Segment(text: referral.name, meaning: .child),
      ],
      [PreviewLine.Segment(text: "the text is kept word for word", meaning: .quiet)],
    ]
    if !referral.unknown.isEmpty {
      let fields = referral.unknown.map { NoteReferral.words[$0] ?? $0 }.joined(separator: ", ")
      pieces.append([PreviewLine.Segment(text: "not asked: " + fields, meaning: .quiet)])
    }
    return pieces
  }

  func offerWords(_ offer: NoteOffer, _ words: DateWords) -> String {
    let when = offer.at.map { ", " + words.due($0) } ?? ""
    switch offer.code {
    case "appointment": return "an appointment\(when)?"
    case "date": return "“\(offer.text)”: a date to keep\(when)?"
    case "told":
      let isMissing = children.contains { $0.missingSince != nil }
      return isMissing
        ? "record as telling: \(offer.text)?" : "record as sharing: \(offer.text)?"
    case "met": return "\(offer.text): met, by this entry?"
    // A place is masked wherever it is shown.
    case "same-place": return "the place of the last contact?"
    case "same-interpreter": return "the interpreter of the last contact, \(offer.text)?"
    case "kind-interpreter":
      let kind = kind?.rawValue ?? "contact"
      return "the interpreter of the last \(kind), \(offer.text)?"
    case "language": return "an interpreter for the child’s language, \(offer.text)?"
    case "same-company": return "the company of the last contact, \(offer.text)?"
    case "also": return "this note for \(offer.text) too?"
    case "number-plate": return "keep the number plate \(offer.text) apart?"
    case "interpreter-not-again": return "\(offer.text): not again for this child?"
    case "returned": return "the form for a child who is back\(when)"
    case "same-child": return "the same child as \(offer.text)?"
    case "alone", "seen": return "“\(offer.text)” with a comma?"
    case _ where NoteReading.referralFields.contains(offer.code):
      return "\(NoteReferral.words[offer.code] ?? offer.code) \(offer.text)?"
    default: return offer.text + "?"
    }
  }
}
