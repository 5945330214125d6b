import ArgumentParser
import Casework
import Vault
import ViewModels

/// Finds words in the record.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find words in the record.",
    discussion: "The words are read from standard input, or asked for. Whole words, word* for a "
      + "beginning, \"…\" for a phrase; marks and case do not matter; all must match. Restricted "
      + "entries are only counted."
  )

  @Option(
    help: "The words, here. Shells keep what is typed on a command line: prefer standard input."
  )
  var words: String?

  @Option(name: .customLong("in"), help: "Only this child's entries, by ref.")
  var ref: String?

  @OptionGroup var options: RecordOptions

  mutating func run() throws {
    var input = StandardInput()
    let record = try RecordAccess.open(options, for: "search", input: &input)
    let asked = try asked(&input)
    guard !Fold.words(asked).isEmpty else { throw CommandFailure.usage("no words to look for") }
    let child = try ref.map { try Lookup.child($0, in: record) }
    let query = SearchQuery(text: asked, child: child, limit: .max)
    let result = record.search(query)
    let refs = Dictionary(uniqueKeysWithValues: record.caseload().map { ($0.id, $0.ref) })
    if options.json {
      try Output.json(
        Document(
          query: asked,
          count: result.count,
          children: named(asked, in: record),
          restricted: result.restrictedCount > 0 ? result.restrictedCount : nil,
          hits: result.hits.map { Document.Hit($0, query: asked, refs: refs, zone: record.zone) }
        )
      )
      return
    }
    for child in named(asked, in: record) {
      Output.line(DisplayText("child: \(child.name) \(child.ref)").line)
    }
    let spoken = Words(now: Live.now(), zone: record.zone)
    for hit in result.hits {
      let kind = (hit.body as? ContactMade)?.kind.rawValue ?? hit.type
      let ref = hit.stamp.child.flatMap { refs[$0] } ?? "-"
      let head = "\(spoken.moment(hit.stamp.occurredAt)) · \(ref) · \(kind)"
      Output.line(DisplayText(head).line)
      Output.line("    " + DisplayText(Snippet.of(hit.body.searchText, query: asked)).line)
    }
    Output.line("\(result.count) found, \(result.restrictedCount) more in restricted entries")
  }

  private func asked(_ input: inout StandardInput) throws -> String {
    if let words { return words }
    if options.passphraseFile != nil || !Live.isTerminal(0) {
      return try input.takeRest().split(separator: "\n").joined(separator: " ")
    }
    return try TerminalPrompt.visible("Words to look for: ")
  }

  /// Children whose own names hold all the words: they are found beside the entries, not counted.
  private func named(_ asked: String, in record: OpenRecord) -> [Document.Child] {
    let words = Fold.words(asked)
    return record.caseload().filter { file in
      let names = Set((file.allNames + file.otherNumbers).flatMap(Fold.words))
      return words.allSatisfy(names.contains)
    }
    .map { Document.Child(ref: $0.ref, name: $0.callName) }
  }

  private struct Document: Encodable {
    struct Child: Encodable {
      var ref: String
      var name: String
    }
    struct Hit: Encodable {
      var ref: String?
      var id: String
      var at: String
      var kind: String
      var snippet: String

      init(_ entry: RecordedEntry, query: String, refs: [ChildID: String], zone: Zone) {
        ref = entry.stamp.child.flatMap { refs[$0] }
        id = entry.stamp.id.rawValue
        at = zone.local(entry.stamp.occurredAt).isoSeconds
        kind = (entry.body as? ContactMade)?.kind.rawValue ?? entry.type
        snippet = Snippet.of(entry.body.searchText, query: query)
      }
    }
    var query: String
    var count: Int
    var children: [Child]
    var restricted: Int?
    var hits: [Hit]
  }
}

/// The words around a hit, from the original text.
enum Snippet {
  /// Characters shown either side of the first hit.
  static let around = 60

  /// About two lines around the first word that matches; the beginning where none stands in it.
  static func of(_ text: String, query: String) -> String {
    let flat = text.split(separator: "\n").joined(separator: " ")
    let hit = Fold.ranges(of: SearchTerm.parse(query), in: flat).first
    let middle = hit?.lowerBound ?? flat.startIndex
    let from = flat.index(middle, offsetBy: -around, limitedBy: flat.startIndex) ?? flat.startIndex
    let to = flat.index(middle, offsetBy: around * 2, limitedBy: flat.endIndex) ?? flat.endIndex
    return (from > flat.startIndex ? "…" : "") + flat[from..<to] + (to < flat.endIndex ? "…" : "")
  }
}
