/// One row of the preview under the entry bar.
public struct PreviewLine: Sendable, Hashable {
  /// What a piece of it means; screens give it its tone.
  public enum Meaning: String, Sendable {
    case child, kind, when, counted, words, flag, action, promise, problem, taken, offer, doubt
    case hint, quiet
  }

  /// A piece of a row.
  public struct Segment: Sendable, Hashable {
    /// The words.
    public var text: String
    /// What they mean.
    public var meaning: Meaning
  }

  /// The pieces in order, the points between them included.
  public var segments: [Segment]

  /// The row without meanings.
  public var plain: String { segments.map(\.text).joined() }

  /// Pieces with ` · ` between them; nil when there are none.
  init?(_ pieces: [[Segment]]) {
    let pieces = pieces.filter { !$0.isEmpty }
    guard !pieces.isEmpty else { return nil }
    segments = Array(pieces.joined(separator: [Segment(text: " · ", meaning: .quiet)]))
  }
}

extension ParsedNote {
  /// What Enter would keep, in words, then what is asked, what may be worth a look, what is offered.
  public var preview: [PreviewLine] { preview(taking: []) }

  /// An offer in words, as a question.
  public func words(of offer: NoteOffer) -> String {
    offerWords(offer, DateWords(now: now, zone: zone))
  }

  /// The same, where some of the offers were taken and are kept with the line.
  public func preview(taking taken: [NoteOffer]) -> [PreviewLine] {
    let words = DateWords(now: now, zone: zone)
    if problems.first?.code == "empty" { return [] }
    var lines: [PreviewLine?] = []
    if let referral {
      lines.append(PreviewLine(pieces(referral)))
    } else {
      lines.append(PreviewLine(headPieces(words)))
      lines.append(PreviewLine(wordPieces()))
      // Who owes what by when: one to a row, nobody's running into another's.
      for act in actPieces(words) { lines.append(PreviewLine([act])) }
    }
    let kept = taken.map { offerWords($0, words).trimmingSuffix("?") }
    lines.append(PreviewLine(kept.map { piece("with it: " + $0, .taken) }))
    for problem in problems {
      var segments = [PreviewLine.Segment(text: problem.message, meaning: .problem)]
      if !problem.near.isEmpty {
        let near = problem.near.map { $0.label + "?" }.joined(separator: "  ")
        segments.append(PreviewLine.Segment(text: "  " + near, meaning: .offer))
      }
      lines.append(PreviewLine([segments]))
    }
    for hint in hints {
      lines.append(PreviewLine([piece(hint.message, hint.isDoubt ? .doubt : .hint)]))
    }
    let open = offers.filter { !taken.contains($0) }
    lines.append(PreviewLine(open.map { piece(offerWords($0, words), .offer) }))
    return lines.compactMap { $0 }
  }

  private func piece(_ text: String, _ meaning: PreviewLine.Meaning) -> [PreviewLine.Segment] {
    text.isEmpty ? [] : [PreviewLine.Segment(text: text, meaning: meaning)]
  }

  private func headPieces(_ words: DateWords) -> [[PreviewLine.Segment]] {
    var pieces = [whom]
    pieces.append(piece(kind?.rawValue ?? "", .kind))
    if isActsOnly { pieces.append(piece("no contact recorded", .quiet)) }
    pieces.append(piece(medium ?? "", .quiet))
    if !asksWhen && (kind != nil || saysWhen) {
      if times.count > 1 {
        let all = times.dropLast().map(words.time).joined(separator: ", ")
        pieces.append(piece(all + ", " + words.when(at, hasTime: true), .when))
      } else {
        pieces.append(piece(words.when(at, hasTime: saysTime || !saysWhen), .when))
      }
    }
    if let count { pieces.append(piece("\(count) times", .quiet)) }
    if let minutes { pieces.append(piece(DateWords.length(minutes), .quiet)) }
    // What it claims of the child is as plain as whom it is about.
    pieces.append(piece(counted, seen == true || heardFrom == true ? .counted : .quiet))
    pieces.append(piece(interpreted, .quiet))
    if !with.isEmpty { pieces.append(piece("also there: " + with.joined(separator: ", "), .quiet)) }
    if place != nil { pieces.append(piece("place kept, masked", .quiet)) }
    return pieces
  }

  /// "with Thanh K12", "about Thanh K12, with the social worker Ms Ali".
  private var whom: [PreviewLine.Segment] {
    guard !children.isEmpty else { return [] }
    let lead = party == .child ? "with " : party == .about || isActsOnly ? "about " : ""
    var segments = lead.isEmpty ? [] : [PreviewLine.Segment(text: lead, meaning: .quiet)]
    let labels = children.map(\.label).joined(separator: " and ")
    segments.append(PreviewLine.Segment(text: labels, meaning: .child))
    if party == .about, partyRole != nil || partyName != nil {
      let role = partyRole == .other ? nil : partyRole?.words
      let who = [role, partyName].compactMap { $0 }.joined(separator: ", ")
      segments.append(PreviewLine.Segment(text: ", with " + who, meaning: .quiet))
    }
    return segments
  }

  private var counted: String {
    let isSpoken = kind == .call || kind == .video
    if alone == true, !isSpoken || heardFrom == true {
      return isSpoken ? "heard from, spoke alone, not seen" : "seen alone"
    }
    if seen == true { return alone == false ? "seen, not alone" : "seen" }
    if seen == false { return "not seen" }
    return heardFrom == true ? "heard from, not seen" : ""
  }

  private var interpreted: String {
    guard let interpreter else { return "" }
    let language = interpreter.language.map { ", " + (Languages.names[$0] ?? $0) } ?? ""
    let mode =
      switch interpreter.mode {
      case .phone: ", by phone"
      case .video: ", by video"
      case .inPerson: ", in person"
      case nil: ""
      }
    let concern = interpreter.concern == nil ? "" : "a concern about the interpreter"
    let who =
      switch interpreter.kind {
      case .independent: "through an interpreter" + language + mode
      case .none: "no interpreter" + language
      case .carer: "the carer interpreted (not independent)" + language
      case .friend: "a friend interpreted (not independent)" + language
      case .app: "by a translation app (not independent)" + language
      case .unknown: ""
      }
    return [who, concern].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
