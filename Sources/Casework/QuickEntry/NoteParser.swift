/// Understands a typed line (interface.md §4); pure, and quick enough to run at every key.
///
/// Nothing is taken that the line does not say: what is near, doubtful or only likely is offered
/// or asked.
public struct NoteParser: Sendable {
  let names: NameIndex
  let when: WhenReader
  let focus: KnownChild?

  var zone: Zone { when.zone }

  /// Makes a parser for one moment.
  ///
  /// - Parameters:
  ///   - caseload: Every child whom the guardian may mean.
  ///   - now: The present, which "yesterday" and "fri" count from.
  ///   - zone: The vault's zone.
  ///   - focus: The child whose page is open.
  public init(caseload: [KnownChild], now: Moment, zone: Zone, focus: ChildID?) {
    self.init(names: NameIndex(caseload), now: now, zone: zone, focus: focus)
  }

  private init(names: NameIndex, now: Moment, zone: Zone, focus: ChildID?) {
    self.names = names
    when = WhenReader(now: zone.local(now), zone: zone)
    self.focus = focus.flatMap { id in names.children.first { $0.id == id } }
  }

  /// The same caseload at another moment, on another page.
  public func at(_ now: Moment, focus: ChildID?) -> NoteParser {
    NoteParser(names: names, now: now, zone: when.zone, focus: focus)
  }

  /// What a line says.
  public func parse(_ raw: String) -> ParsedNote {
    var reading = NoteReading(raw, parser: self)
    reading.read()
    return reading.note
  }
}

/// One line on its way to being understood.
struct NoteReading {
  let line: NoteLine
  let parser: NoteParser
  let scanner: NoteScanner
  let items: [NoteItem]
  var head = NoteHead()
  var note: ParsedNote
  /// What `to:` and `from:` say: nil for neither, "child", or a role's or person's word.
  var to: String?
  var from: String?
  /// Set where the line is written out for another child, on a later day.
  var retelling: KnownChild?

  var when: WhenReader { parser.when }

  init(_ raw: String, parser: NoteParser) {
    line = NoteLine(raw)
    self.parser = parser
    let names = parser.names
    scanner = NoteScanner(line: line, when: parser.when) { word in
      HeadWords.roles[word] != nil || word == "child" || !names.matches(word).isEmpty
    }
    items = scanner.scan()
    note = ParsedNote(raw: raw, now: parser.when.now, zone: parser.when.zone)
  }

  mutating func read() {
    guard !items.isEmpty else {
      note.problems.append(NoteProblem(code: "empty", message: "Nothing is typed yet."))
      return
    }
    if readReferral() { return }
    var reader = HeadReader(
      line: line,
      items: items,
      names: parser.names,
      when: when,
      scanner: scanner,
      hasFocus: parser.focus != nil
    )
    head = reader.read()
    note.tokens = head.tokens
    takeChildren()
    takeHead()
    takeWhen()
    takeFields()
    decideParty()
    takeMarks()
    decideWhatCounts()
    note.text = text()
    askAboutProse()
    askAboutWording()
    askAboutChildren()
    offerWhatIsKnown()
    note.tokens.sort { ($0.from, $0.to) < ($1.from, $1.to) }
    markProblems()
  }

  /// Asks; the line is not kept until it is answered.
  mutating func ask(_ code: String, _ message: String, over span: Range<Int>? = nil) {
    note.problems.append(
      NoteProblem(code: code, message: message, token: span.map(line.text), span: span)
    )
  }

  /// Points out; `token` where what is meant is no part of the line.
  mutating func hint(
    _ code: String,
    _ message: String,
    over span: Range<Int>? = nil,
    token: String? = nil
  ) {
    let token = token ?? span.map(line.text)
    note.hints.append(NoteHint(code: code, message: message, token: token, span: span))
  }

  /// Offers; nothing of it is kept unless the guardian takes it.
  mutating func offer(
    _ code: String,
    _ text: String,
    at: DueDate? = nil,
    over span: Range<Int>? = nil,
    taking: NoteTaking? = nil
  ) {
    note.offers.append(
      NoteOffer(
        code: code,
        text: text,
        at: at,
        token: span.map(line.text),
        span: span,
        taking: taking
      )
    )
  }

  /// Where the head says something of this meaning.
  func headSpan(_ meaning: NoteToken.Meaning) -> Range<Int>? {
    head.tokens.first { $0.meaning == meaning }.map { $0.from..<$0.to }
  }

  /// Every problem stands in the token it is about; what was no token becomes one.
  private mutating func markProblems() {
    var loose: [NoteToken] = []
    for problem in note.problems {
      guard let span = problem.span, !span.isEmpty else { continue }
      // Tokens stand in order and never in each other: the first that ends behind the span's start.
      var low = 0
      var high = note.tokens.count
      while low < high {
        let middle = (low + high) / 2
        if note.tokens[middle].to <= span.lowerBound { low = middle + 1 } else { high = middle }
      }
      var isShown = false
      while low < note.tokens.count, note.tokens[low].from < span.upperBound {
        if note.tokens[low].problem == nil { note.tokens[low].problem = problem.code }
        isShown = true
        low += 1
      }
      guard !isShown, loose.last.map({ $0.to <= span.lowerBound }) ?? true else { continue }
      loose.append(
        NoteToken(
          from: span.lowerBound,
          to: span.upperBound,
          meaning: .problem,
          value: problem.code,
          problem: problem.code
        )
      )
    }
    if !loose.isEmpty {
      note.tokens += loose
      note.tokens.sort { ($0.from, $0.to) < ($1.from, $1.to) }
    }
  }

  mutating func token(_ range: Range<Int>, _ meaning: NoteToken.Meaning, _ value: String) {
    note.tokens.append(
      NoteToken(from: range.lowerBound, to: range.upperBound, meaning: meaning, value: value)
    )
  }

  func due(_ when: When) -> DueDate { when.hasTime ? .at(when.moment) : .day(when.day) }
}
