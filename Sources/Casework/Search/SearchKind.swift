/// A kind of entry as `kind:` takes it: how a contact was made, or what sort of thing happened.
public struct SearchKind: Sendable, Hashable {
  /// The word for it.
  public let name: String
  /// Other words for it: short forms of the quick-entry line, plurals that are not regular.
  let synonyms: [String]
  /// Stored types that are of it.
  let types: Set<String>
  /// Contacts of this kind are of it.
  let contact: ContactKind?

  private init(
    _ name: String,
    _ types: [String],
    also synonyms: [String] = [],
    contact: ContactKind? = nil
  ) {
    self.name = name
    self.synonyms = synonyms
    self.types = Set(types)
    self.contact = contact
  }

  /// True of an entry.
  func holds(_ row: SearchBook.Row) -> Bool {
    if let contact, row.contact == contact { return true }
    return types.contains(row.type) || row.said.map(types.contains) ?? false
  }

  /// Every kind: of contacts first, then groups of types, then each stored type by its own name.
  public static let all: [SearchKind] = {
    let own = contacts + groups
    let taken = Set(own.map(\.name))
    let rest = Entries.all.map { $0.type }.filter { !taken.contains($0) }
    return own + rest.map { SearchKind($0, [$0]) }
  }()

  /// The kinds that a hint names first.
  public static let common = [
    "visit", "call", "text", "attempt", "flag", "promise", "asked", "missing", "placed", "decision",
  ]

  private static let byWord: [String: SearchKind] = {
    var words: [String: SearchKind] = [:]
    for kind in all {
      for word in [kind.name] + kind.synonyms where words[word] == nil { words[word] = kind }
    }
    return words
  }()

  private static var contacts: [SearchKind] {
    ContactKind.allCases.map { kind in
      let short = HeadWords.kinds.filter { $0.value == kind && $0.key != kind.rawValue }.keys
      return SearchKind(
        kind.rawValue,
        besides[kind] ?? [],
        also: short.sorted(),
        contact: kind
      )
    }
  }

  /// What else a word that is also a kind of contact stands for.
  private static let besides: [ContactKind: [String]] = [
    .missing: [
      MissingStarted.type, MissingStep.type, NextActAgreed.type, HeardFrom.type, Located.type,
      Returned.type, EpisodeClosed.type,
    ],
    .interview: [Interview.type],
  ]

  private static let groups = [
    SearchKind("contact", [ContactMade.type], also: ["note"]),
    SearchKind("flag", [FlagRaised.type]),
    SearchKind("response", [FlagResponded.type]),
    SearchKind(
      "promise",
      [PromiseMade.type, PromiseKept.type, PromiseNotKept.type, PromiseReleased.type],
      also: ["promised"]
    ),
    SearchKind("asked", [AskedOf.type, AskedChased.type, AskedAnswered.type], also: ["ask"]),
    SearchKind(
      "reminder",
      [ReminderSet.type, ReminderDone.type, ReminderSnoozed.type, ReminderCancelled.type]
    ),
    SearchKind(
      "appointment",
      [AppointmentSet.type, AppointmentKept.type, AppointmentMissed.type],
      also: ["appt"]
    ),
    SearchKind("placed", [Placed.type, PlacementEnded.type], also: ["placement"]),
    SearchKind("decision", [DecisionRecorded.type, DecisionAnswered.type]),
    SearchKind("liberty", [LibertyChanged.type]),
    SearchKind("watch", [WatchSet.type, WatchEnded.type]),
    SearchKind("plan", [PlanMade.type]),
    SearchKind("person", [PersonAdded.type], also: ["people"]),
    SearchKind("described", [ChildDescribed.type]),
    SearchKind("amended", [Amended.type], also: ["amendment"]),
    SearchKind("removed", [Removed.type], also: ["removal"]),
  ]

  /// The kind that a word names; case, marks and a plural's `s` do not matter.
  public static func named(_ word: String) -> SearchKind? {
    let key = Fold.words(word).joined(separator: "-")
    return byWord[key] ?? (key.hasSuffix("s") ? byWord[String(key.dropLast())] : nil)
  }

  /// Kinds whose word begins so or is written much like it, nearest first, at most four.
  static func near(_ word: String) -> [SearchKind] {
    let key = Array(Fold.words(word).joined(separator: "-").utf8)
    guard !key.isEmpty else { return [] }
    var best: [String: Int] = [:]
    for (name, kind) in byWord {
      let other = Array(name.utf8)
      let distance: Int
      if other.starts(with: key) {
        distance = 0
      } else if key.count >= 3, abs(other.count - key.count) <= 2 {
        distance = NameIndex.distance(key, other)
      } else {
        continue
      }
      if distance <= (key.count > 4 ? 2 : 1) {
        best[kind.name] = min(best[kind.name] ?? .max, distance)
      }
    }
    return all.filter { best[$0.name] != nil }.enumerated()
      .sorted { (best[$0.element.name] ?? 9, $0.offset) < (best[$1.element.name] ?? 9, $1.offset) }
      .prefix(4).map(\.element)
  }
}
