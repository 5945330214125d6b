import Casework

/// A timeline's entries and the filter over them: the words and filters of the search field.
///
/// The record answers what is found, so that a timeline and *Search* agree. After Esc everything
/// shows again and what was found is still known, for `]` and `[`.
final class StoryFilter {
  /// The commands of every screen that has one.
  static let commands: [Command] = [
    Command(
      .filter,
      [.character("/")],
      "filter",
      "Shows only entries with these words, kind:visit, since:monday, with:sara, #tag, !flag.",
      footer: 9
    ),
    Command(
      "chronology",
      [.character("s")],
      "chronology",
      "Shows only significant events, oldest first: placements, missing, decisions, harm, your tags.",
      footer: 10
    ),
    Command("next-match", [.character("]")], "next match", "The next entry that was looked for."),
    Command("previous-match", [.character("[")], "previous", "The entry before it."),
  ]

  private let context: Context
  private let child: ChildID?
  /// Every entry, newest first.
  private(set) var all: [Story] = []
  /// What shows: all, or what the filter leaves; a chronology is oldest first.
  private(set) var shown: [Story] = []
  /// As typed; empty while everything shows.
  private(set) var text = ""
  /// What is looked for, also when everything shows again.
  private(set) var filter = SearchFilter()
  private var lookedFor = ""
  private var found: Set<EntryID> = []
  /// Matches that only count, because their text is restricted.
  private var restricted = 0
  /// Open episodes and critical flags that do not show.
  private var hidden: (missing: Int, flags: Int) = (0, 0)

  /// Makes one over a child's entries, or everybody's.
  init(_ context: Context, child: ChildID? = nil) {
    self.context = context
    self.child = child
  }

  /// True while it hides anything.
  var isActive: Bool { !text.isEmpty }

  /// True while only significant events show.
  var isChronology: Bool { isActive && filter.clauses.contains(.significant) }

  /// Reads the record again; the filter stays.
  func refresh() {
    all = context.stories(of: child)
    if child == nil { all.removeAll { $0.first.stamp.child == nil } }
    look()
  }

  /// Filters by what was typed; nothing shows everything.
  ///
  /// - Returns: What could not be understood; the filter is then as it was.
  func set(_ typed: String) -> [SearchProblem] {
    let read = context.searchReader.read(typed)
    guard read.problems.isEmpty else { return read.problems }
    filter = read
    text = read.isEmpty ? "" : typed
    lookedFor = text
    look()
    return []
  }

  /// Shows everything again; what was found stays known.
  func clear() {
    text = ""
    show()
  }

  private func look() {
    guard !lookedFor.isEmpty, let reader = context.access?.reader else {
      found = []
      restricted = 0
      show()
      return
    }
    // Days and names are read anew: the record and the day may have changed.
    let read = context.searchReader.read(lookedFor)
    if read.problems.isEmpty { filter = read }
    var query = SearchQuery(filter, child: child)
    query.identities = true
    let result = reader.search(query)
    found = result.identities
    restricted = all.count { story in
      story.holds(anyOf: result.restrictedIdentities)
        ? !isFound(story) : story.isRestricted && story.holds(anyOf: found)
    }
    show()
  }

  private func isFound(_ story: Story) -> Bool { !story.isRestricted && story.holds(anyOf: found) }

  private func show() {
    shown = isActive ? all.filter(isFound) : all
    if isChronology { shown.reverse() }
    hidden = (0, 0)
    guard isActive else { return }
    let seen = Set(shown.flatMap(\.identities))
    for file in context.access?.reader.caseload() ?? [] where child == nil || file.id == child {
      // A child's own page says at its top that the child is missing.
      if child == nil, let episode = file.openEpisode, !seen.contains(episode.id) {
        hidden.missing += 1
      }
      hidden.flags += file.openFlags.count { $0.isCritical && !seen.contains($0.id) }
    }
  }

  // MARK: - What shows

  /// `7 of 212`, for the title; empty while everything shows.
  var count: Line {
    isActive ? .space(2) + Line("\(shown.count) of \(all.count)", .match) : Line()
  }

  /// The filter with what it leaves and what it hides; nobody who cannot wait goes without a word.
  var line: Line {
    let words = context.shown(filter.words(now: context.now, zone: context.zone))
    var line = Line("filter ", .quiet) + Line(words, .match)
    line += Line(" · \(shown.count) of \(all.count)", .quiet)
    if isChronology { line += Line(" · oldest first", .quiet) }
    if restricted > 0 { line += Line(" · restricted \(restricted)", .restricted) }
    if hidden.missing > 0 {
      line += Line(" · ", .quiet) + Line("\(hidden.missing) missing", .nowMissing, strong: true)
    }
    if hidden.flags > 0 {
      let words = "\(hidden.flags) critical \(hidden.flags == 1 ? "flag" : "flags")"
      line += Line(" · ", .quiet) + Line(words, .flagUrgent, strong: true)
    }
    // What is open on a child's own page stands above what happened, perhaps scrolled away.
    if hidden.missing + hidden.flags > 0 {
      line += Line(child == nil ? " not shown here" : " above", .quiet)
    }
    return line + Line(" · Esc shows all", .quiet)
  }

  /// What stands where nothing is left.
  var nothing: Line {
    let more = restricted > 0 ? " that may be shown" : ""
    return Line("No entry\(more) is like this. Esc shows all.", .quiet)
  }

  /// The question that `/` asks; again with what is wrong where something was not understood.
  func question(_ typed: String? = nil, _ problems: [SearchProblem] = []) -> Question {
    Question(
      name: "filter",
      prompt: problems.isEmpty
        ? "Show only entries with these words"
        : context.shown(problems.map(\.words).joined(separator: " · ")),
      placeholder: "college, kind:visit, since:monday, with:sara, #tag, !flag; Enter shows all",
      mayBeEmpty: true,
      text: typed ?? text
    )
  }

  // MARK: - Matches

  /// Which of those that show were looked for.
  var matches: [Int] {
    lookedFor.isEmpty ? [] : shown.indices.filter { isFound(shown[$0]) }
  }

  /// The match after a place, or before it; round the end.
  func match(_ by: Int, from place: Int) -> Int? {
    let matches = matches
    return by > 0
      ? matches.first { $0 > place } ?? matches.first
      : matches.last { $0 < place } ?? matches.last
  }

  /// `match 2 of 7`, once everything shows again and the cursor is on one.
  func position(of place: Int) -> String? {
    guard !isActive, let at = matches.firstIndex(of: place) else { return nil }
    return "match \(at + 1) of \(matches.count)"
  }
}

extension Context {
  /// Reads what is typed to search or to filter.
  var searchReader: SearchReader {
    let children = access?.reader.caseload() ?? []
    return SearchReader(
      children: children.map { KnownChild(named: $0, isPrivate: isPrivate) },
      now: now,
      zone: zone
    )
  }
}

extension RaisedFlag {
  /// Urgent, or of harm: never hidden without a word.
  fileprivate var isCritical: Bool { raised.urgent == true || raised.kind == .harm }
}

extension Story {
  /// The entry's, its amendments', its removal's, and those of what was kept with it.
  fileprivate var identities: [EntryID] {
    ([first] + amendments + [removal].compactMap { $0 } + with).map(\.stamp.id)
  }

  fileprivate func holds(anyOf identities: Set<EntryID>) -> Bool {
    !identities.isEmpty && self.identities.contains(where: identities.contains)
  }

  /// Its own text is the guardian's alone, in any version.
  fileprivate var isRestricted: Bool {
    ([first] + amendments).contains { $0.body is WithheldEntry || $0.body.restriction != nil }
  }
}
