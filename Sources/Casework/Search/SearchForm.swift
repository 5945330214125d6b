/// The closed list of filters: what the search field, the Help screen and the command's help name.
public struct SearchForm: Sendable {
  enum Clause: Sendable {
    case child, kind, on, since, until, person, tag, flag, urgentFlag, quality
  }

  let clause: Clause
  /// How it begins, `kind:` or `#`.
  public let name: String
  /// Written out as one would.
  public let example: String
  /// What it finds, in a line.
  public let words: String
  /// Said where its value is missing or is not understood.
  let needs: String

  /// `#` and `!`: the value follows the sign itself.
  var sign: String { name.last == ":" ? "" : name }
  var isOfDays: Bool { clause == .on || clause == .since || clause == .until }
  var takesQuotes: Bool { sign.isEmpty }

  private static let needsDay = "write monday, 23/11, 2026-11-23 or -2w right after it"
  private static let needsChild = "needs a ref or a name right after it, such as K12"
  private static let needsPerson = "needs a name or a role right after it, such as sw"

  /// Every filter, in the order in which Help shows them.
  public static let all: [SearchForm] = [
    SearchForm(
      clause: .child,
      name: "in:",
      example: "in:K12",
      words: "of this child: a ref, another system's number, a name only one child has; or child:",
      needs: needsChild
    ),
    SearchForm(
      clause: .child,
      name: "child:",
      example: "child:K12",
      words: "",
      needs: needsChild
    ),
    SearchForm(
      clause: .kind,
      name: "kind:",
      example: "kind:visit,call",
      words:
        "visit, call, text, attempt …, flag, promise, asked, missing, placed, decision, amended",
      needs: "needs a kind right after it: \(SearchKind.common.joined(separator: ", ")) …"
    ),
    SearchForm(
      clause: .on,
      name: "on:",
      example: "on:23/11",
      words: "happened on that day; days look back: monday, yesterday, 23/11, 2026-11-23, -2w",
      needs: needsDay
    ),
    SearchForm(
      clause: .since,
      name: "since:",
      example: "since:monday",
      words: "on that day or after it",
      needs: needsDay
    ),
    SearchForm(
      clause: .until,
      name: "until:",
      example: "until:-2w",
      words: "on that day or before it",
      needs: needsDay
    ),
    SearchForm(
      clause: .person,
      name: "with:",
      example: "with:sara",
      words: "that person was there, said it, owes it or was told; a name or a role; or who:",
      needs: needsPerson
    ),
    SearchForm(
      clause: .person,
      name: "who:",
      example: "who:\"Sara Bright\"",
      words: "",
      needs: needsPerson
    ),
    SearchForm(
      clause: .tag,
      name: "#",
      example: "#college",
      words: "notes tagged so",
      needs: ""
    ),
    SearchForm(
      clause: .urgentFlag,
      name: "!!",
      example: "!!second-phone",
      words: "",
      needs: ""
    ),
    SearchForm(
      clause: .flag,
      name: "!",
      example: "!second-phone",
      words: "flags of that topic, and the notes they were raised with; !! only urgent ones",
      needs: ""
    ),
    SearchForm(
      clause: .quality,
      name: "is:",
      example: "is:significant",
      words:
        "the chronology: placements, missing, decisions, harm, and what you tagged #significant",
      needs: "needs significant right after it"
    ),
  ]

  /// Those that Help lists; the others are other words for them.
  public static var listed: [SearchForm] { all.filter { !$0.words.isEmpty } }

  /// The filter that a run of letters begins with, and what follows its name.
  static func of(_ run: Substring) -> (form: SearchForm, rest: Substring)? {
    for form in all {
      let head = run.prefix(form.name.count)
      guard head.lowercased() == form.name else { continue }
      let rest = run.dropFirst(form.name.count)
      // As in a note: a sign counts only directly before a letter (`room #3`, `no!`).
      if !form.sign.isEmpty, rest.first?.isLetter != true { continue }
      return (form, rest)
    }
    return nil
  }
}
