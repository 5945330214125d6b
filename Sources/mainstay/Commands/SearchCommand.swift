import ArgumentParser
import Casework
import Vault
import ViewModels

/// Finds words in the record.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find words in the record.",
    discussion: """
      The words are read from standard input, or asked for. Whole words, word* for a beginning, \
      "…" for a phrase; marks and case do not matter; all must match. Restricted entries are only \
      counted. The same line takes filters, which must all hold; a comma means either:

      \(SearchForm.listed.map { "  \($0.example)\n      \($0.words)" }.joined(separator: "\n"))
      """
  )

  @Option(
    help: "The words, here. Shells keep what is typed on a command line: prefer standard input."
  )
  var words: String?

  @Option(name: .customLong("in"), help: "Only this child's entries, by ref.")
  var ref: String?

  @Flag(help: "Each line of standard input is a search of its own: one JSON document a line.")
  var each = false

  @OptionGroup var options: RecordOptions

  mutating func run() throws {
    guard !each || (options.json && words == nil) else {
      throw CommandFailure.usage("--each reads standard input and needs --json")
    }
    var input = StandardInput()
    let record = try RecordAccess.open(options, for: "search", input: &input)
    let lines =
      each
      ? try input.takeRest().split(whereSeparator: \.isNewline).map(String.init)
      : [try asked(&input)]
    let answers = Answers(record, now: Live.now())
    let child = try ref.map { try Lookup.child($0, in: record) }
    var isUnderstood = true
    for line in lines {
      let filter = answers.reader.read(line)
      if !filter.problems.isEmpty {
        isUnderstood = false
        try refuse(filter, line)
      } else if filter.isEmpty, !each {
        throw CommandFailure.usage("no words to look for")
      } else {
        let query = SearchQuery(filter, child: child, limit: .max)
        try answers.say(record.search(query), line, filter, json: options.json)
      }
    }
    if !isUnderstood {
      Output.error(
        "mainstay: A filter was not understood (\(options.json ? "problems" : "above")), so nothing "
          + "was searched. Filters: \(SearchForm.listed.map(\.name).joined(separator: " ")). Words "
          + "that look like one go in quotation marks."
      )
      throw ExitCode(Failure.Status.usage.rawValue)
    }
  }

  /// Says what could not be understood; nothing is searched then.
  private func refuse(_ filter: SearchFilter, _ asked: String) throws {
    guard options.json else {
      // On stderr no name may stand; what was typed and what is near goes here.
      for problem in filter.problems { Output.line(DisplayText(problem.words).line) }
      return
    }
    try Output.json(
      Document(
        query: asked,
        count: 0,
        children: [],
        problems: filter.problems.map(Document.Problem.init),
        hits: [],
        error: Document.Failed()
      )
    )
  }

  private func asked(_ input: inout StandardInput) throws -> String {
    if let words { return words }
    if options.passphraseFile != nil || !Live.isTerminal(0) {
      return try input.takeRest().split(separator: "\n").joined(separator: " ")
    }
    return try TerminalPrompt.visible("Words to look for: ")
  }

  /// What the answers are made with.
  private struct Answers {
    let caseload: [CaseFile]
    let refs: [ChildID: String]
    let reader: SearchReader
    let now: Moment
    let zone: Zone

    init(_ record: OpenRecord, now: Moment) {
      caseload = record.caseload()
      refs = Dictionary(uniqueKeysWithValues: caseload.map { ($0.id, $0.ref) })
      zone = record.zone
      self.now = now
      let children = caseload.map { KnownChild(named: $0) }
      reader = SearchReader(children: children, now: now, zone: zone)
    }

    func say(_ result: SearchResult, _ asked: String, _ filter: SearchFilter, json: Bool) throws {
      let named = named(filter)
      if json {
        return try Output.json(
          Document(
            query: asked,
            count: result.count,
            children: named,
            restricted: result.restrictedCount > 0 ? result.restrictedCount : nil,
            hits: result.hits.map { Document.Hit($0, filter.terms, refs: refs, zone: zone) }
          )
        )
      }
      for child in named {
        Output.line(DisplayText("child: \(child.name) \(child.ref)").line)
      }
      let spoken = Words(now: now, zone: zone)
      for hit in result.hits {
        let ref = hit.entry.stamp.child.flatMap { refs[$0] } ?? "-"
        Output.line(DisplayText("\(spoken.moment(hit.at)) · \(ref) · \(hit.kind)").line)
        Output.line("    " + DisplayText(Snippet.of(hit.text, filter.terms)).line)
      }
      Output.line("\(result.count) found, \(result.restrictedCount) more in restricted entries")
    }

    /// Children whose own names hold all the words: they are found beside the entries, not counted.
    private func named(_ filter: SearchFilter) -> [Document.Child] {
      guard !filter.terms.isEmpty, filter.clauses.isEmpty else { return [] }
      return caseload.filter { file in
        let names = (file.allNames + file.otherNumbers).map(Fold.words)
        return filter.terms.allSatisfy { term in names.contains { term.stands(in: $0) } }
      }
      .map { Document.Child(ref: $0.ref, name: $0.callName) }
    }
  }

  private struct Document: Encodable {
    struct Child: Encodable {
      var ref: String
      var name: String
    }
    struct Problem: Encodable {
      var code: String
      var message: String
      var token: String
      var near: [String]?

      init(_ problem: SearchProblem) {
        code = problem.code
        message = problem.words
        token = problem.token
        near = problem.near.isEmpty ? nil : problem.near.map(\.value)
      }
    }
    struct Failed: Encodable {
      var code = "filter"
      var message = "a filter was not understood; nothing was searched"
      var kept = false
    }
    struct Hit: Encodable {
      var ref: String?
      var id: String
      var at: String
      var kind: String
      var snippet: String

      init(_ hit: SearchResult.Hit, _ terms: [SearchTerm], refs: [ChildID: String], zone: Zone) {
        ref = hit.entry.stamp.child.flatMap { refs[$0] }
        id = hit.entry.stamp.id.rawValue
        at = zone.local(hit.at).isoSeconds
        kind = hit.kind
        snippet = Snippet.of(hit.text, terms)
      }
    }
    var query: String
    var count: Int
    var children: [Child]
    var restricted: Int?
    var problems: [Problem]?
    var hits: [Hit]
    var error: Failed?
  }
}

extension SearchResult.Hit {
  /// A contact's kind, or the stored type.
  fileprivate var kind: String { (entry.body as? ContactMade)?.kind.rawValue ?? entry.type }

  /// The words it is found by; its title where it has none.
  fileprivate var text: String {
    entry.body.searchText.isEmpty ? entry.body.timelineTitle : entry.body.searchText
  }
}

/// The words around a hit, from the original text.
enum Snippet {
  /// Characters shown either side of the first hit.
  static let around = 60

  /// About two lines around the first word that matches; the beginning where none stands in it.
  static func of(_ text: String, _ terms: [SearchTerm]) -> String {
    let flat = text.split(separator: "\n").joined(separator: " ")
    let hit = Fold.ranges(of: terms, in: flat).first
    let middle = hit?.lowerBound ?? flat.startIndex
    let from = flat.index(middle, offsetBy: -around, limitedBy: flat.startIndex) ?? flat.startIndex
    let to = flat.index(middle, offsetBy: around * 2, limitedBy: flat.endIndex) ?? flat.endIndex
    return (from > flat.startIndex ? "…" : "") + flat[from..<to] + (to < flat.endIndex ? "…" : "")
  }
}
