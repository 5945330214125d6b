/// Reads a line of the search field: pure, and quick enough for every keystroke.
///
///     settled solic* "my room" in:K12,K09 kind:visit,call since:monday with:sara #college !second-phone
///
/// What is not one of the closed list of filters (``SearchForm/all``) is words: `14:20`, `http://x`.
/// A piece in quotation marks, straight or curly, is always words.
public struct SearchReader: Sendable {
  let children: [KnownChild]
  let now: Moment
  let zone: Zone

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - children: Whom `in:` can name.
  ///   - now: The present, for days.
  ///   - zone: The record's.
  public init(children: [KnownChild], now: Moment, zone: Zone) {
    self.children = children
    self.now = now
    self.zone = zone
  }

  /// What a line asks for.
  public func read(_ line: String) -> SearchFilter {
    var filter = SearchFilter()
    var at = line.startIndex
    while at < line.endIndex {
      if line[at].isWhitespace {
        at = line.index(after: at)
      } else if SearchTerm.isQuote(line[at]) {
        let quoted = Self.quoted(line, at)
        filter.add(SearchTerm(String(quoted.text), isPhrase: true))
        at = quoted.end
      } else {
        var end = Self.runEnd(line, at)
        if let token = SearchToken(line, at, &end) {
          read(token, isAtEnd: end == line.endIndex, into: &filter)
        } else {
          filter.add(SearchTerm(String(line[at..<end]), isPhrase: false))
        }
        at = end
      }
    }
    cross(&filter)
    return filter
  }

  /// Up to white space or a quotation mark.
  static func runEnd(_ line: String, _ start: String.Index) -> String.Index {
    line[start...].firstIndex { $0.isWhitespace || SearchTerm.isQuote($0) } ?? line.endIndex
  }

  /// The text of a quotation, and what comes after it; one that is not closed goes to the end.
  static func quoted(_ line: String, _ open: String.Index) -> (text: Substring, end: String.Index) {
    let from = line.index(after: open)
    guard let close = line[from...].firstIndex(where: SearchTerm.isQuote) else {
      return (line[from...], line.endIndex)
    }
    return (line[from..<close], line.index(after: close))
  }

  // MARK: - Filters

  private func read(_ token: SearchToken, isAtEnd: Bool, into filter: inout SearchFilter) {
    var problems: [SearchProblem] = []
    defer { filter.problems += problems }
    func problem(_ code: String, _ message: String, near: [SearchProblem.Near] = []) {
      problems.append(
        SearchProblem(
          code: code,
          token: token.text,
          message: message,
          near: near,
          isAtEnd: isAtEnd
        )
      )
    }
    guard !token.values.isEmpty else {
      problem("no-value", "\(token.text) \(token.form.needs)")
      return
    }
    switch token.form.clause {
    case .child: readChildren(token, into: &filter, problem)
    case .kind:
      var kinds: [SearchKind] = []
      for value in token.values {
        if let kind = SearchKind.named(value) {
          kinds.append(kind)
        } else {
          problem(
            "no-such-kind",
            "\(token.name(value)) is no kind",
            near: SearchKind.near(value).map { .init(value: $0.name, label: $0.name) }
          )
        }
      }
      if kinds.count == token.values.count { filter.clauses.append(.kinds(kinds)) }
    case .on, .since, .until: readDay(token, into: &filter, problem)
    case .person: filter.clauses.append(.people(token.terms))
    case .tag: filter.clauses.append(.tags(token.terms))
    case .flag: filter.clauses.append(.topics(token.terms, urgentOnly: false))
    case .urgentFlag: filter.clauses.append(.topics(token.terms, urgentOnly: true))
    case .quality:
      guard token.values.allSatisfy({ Fold.fold($0) == "significant" }) else {
        problem(
          "no-such-is",
          "\(token.text) is no filter",
          near: [.init(value: "significant", label: "is:significant")]
        )
        return
      }
      filter.clauses.append(.significant)
    }
  }

  private func readChildren(
    _ token: SearchToken,
    into filter: inout SearchFilter,
    _ problem: (String, String, [SearchProblem.Near]) -> Void
  ) {
    let names = NameIndex(children)
    func near(_ children: [KnownChild]) -> [SearchProblem.Near] {
      children.map { .init(value: $0.ref, label: $0.label) }
    }
    var found: [KnownChild] = []
    for value in token.values {
      // "in:nguyễn thị": every word of it must be the child's.
      let words = value.split(whereSeparator: \.isWhitespace)
      let first = words.first.map { names.matches(String($0)) } ?? []
      let places = words.dropFirst().reduce(first) { left, word in
        let there = names.matches(String(word))
        return left.filter(there.contains)
      }
      switch places.count {
      case 1: found.append(children[places[0]])
      case 0:
        let word = words.first.map(String.init) ?? value
        var known = names.beginning(with: word)
        if known.isEmpty { known = names.near(word) }
        problem(
          "no-such-child",
          "\(token.name(value)) is no child here",
          near(Array(known.prefix(4)))
        )
      default:
        problem(
          "ambiguous-child",
          "\(token.name(value)) could be \(places.count) children",
          near(places.prefix(6).map { children[$0] })
        )
      }
    }
    if found.count == token.values.count { filter.clauses.append(.children(found)) }
  }

  private func readDay(
    _ token: SearchToken,
    into filter: inout SearchFilter,
    _ problem: (String, String, [SearchProblem.Near]) -> Void
  ) {
    guard token.values.count == 1, let value = token.values.first else {
      problem("no-such-day", "\(token.text) names more than one day", [])
      return
    }
    switch SearchDay(now: now, zone: zone).read(value) {
    case .day(let day):
      switch token.form.clause {
      case .since: filter.clauses.append(.days(from: day, to: nil))
      case .until: filter.clauses.append(.days(from: nil, to: day))
      default: filter.clauses.append(.days(from: day, to: day))
      }
    case .noSuchDate: problem("no-such-date", "\(token.name(value)): there is no such date", [])
    case .disagrees:
      problem("no-such-date", "\(token.name(value)): the weekday and the date disagree", [])
    case .unreadable:
      problem("no-such-day", "\(token.name(value)) is no day; \(token.form.needs)", [])
    }
  }

  /// Says when the days asked for leave no day.
  private func cross(_ filter: inout SearchFilter) {
    var (from, to): (Day?, Day?) = (nil, nil)
    for case .days(let first, let last) in filter.clauses {
      if let first { from = max(from ?? first, first) }
      if let last { to = min(to ?? last, last) }
    }
    guard let from, let to, from > to else { return }
    let dates = DateWords(now: now, zone: zone)
    let words = "no day is both from \(dates.date(from)) on and until \(dates.date(to))"
    filter.problems.append(
      SearchProblem(code: "days-crossed", token: "", message: words, near: [], isAtEnd: false)
    )
  }
}

extension SearchFilter {
  /// Each term once, and no more than so many: a pasted page would keep the index busy for minutes.
  static let mostTerms = 64

  fileprivate mutating func add(_ term: SearchTerm?) {
    guard let term, terms.count < Self.mostTerms else { return }
    if !terms.contains(where: { $0.words == term.words && $0.isPrefix == term.isPrefix }) {
      terms.append(term)
    }
  }
}
