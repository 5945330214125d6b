import Casework

/// One child: what is open, then everything that happened, with the child's life in lanes above.
final class ChildScreen: Screen {
  static let name = "child"
  static let commands: [Command] =
    [
      Command(
        .open,
        [.enter],
        "open",
        "Every word of the entry under the cursor, and its versions.",
        footer: 8
      )
    ] + OpenMatter.commands + [] + StoryFilter.commands + [
      Command("lanes", [.character("L")], "lanes", "Shows or hides the child's life in lanes."),
      Command(
        "earlier",
        [.character("h"), .left],
        "earlier",
        "Moves back along the lanes.",
        footer: 14
      ),
      Command("later", [.character("l"), .right], "later", "Moves on along the lanes."),
      Command("closer", [.character(">")], "closer", "A shorter stretch of the lanes.", footer: 15),
      Command("wider", [.character("<")], "wider", "A longer stretch of the lanes."),
      Command(
        "card",
        [.tab],
        "card",
        "The child's card in place of the list, and back.",
        footer: 11
      ),
    ] + ChildScreen.noteCommands + [
      Command(
        "versions",
        [.character("e")],
        "versions",
        "Every version of the entry, as it was typed.",
        footer: 13
      )
    ]

  /// What the cursor can be on.
  enum Place: Equatable {
    case matter(Int)
    case story(Int)
  }

  let context: Context
  let id: ChildID
  private var file: CaseFile?
  private var matters: [OpenMatter] = []
  let stories: StoryFilter
  private var list = Cursor()
  private let scroll = Scroll()
  private let cardScroll = Scroll()
  private var showsCard = false
  private var showsLanes = true
  /// Days of the lanes that show; nil: all that is known.
  private var stretch: Int? = 91
  private var laneDay: Day?
  private var laneCells = 60
  /// The note that is being written anew, divided or moved, and what was said of it so far.
  var changing: (id: EntryID, text: String)?

  /// Makes the page, with the cursor on an entry where one is named.
  init(_ context: Context, _ id: ChildID, at entry: EntryID? = nil) {
    self.context = context
    self.id = id
    stories = StoryFilter(context, child: id)
    refresh(returning: false)
    if let entry, let index = shown.firstIndex(where: { $0.holds(entry) }) {
      list.index = index + matters.count
    }
  }

  var child: ChildID? { id }

  func refresh(returning: Bool) {
    let selected = selectedID
    file = context.access?.reader.caseFile(id)
    matters = file.map { OpenMatter.all($0, zone: context.zone) } ?? []
    stories.refresh()
    list.count = matters.count + shown.count
    // The cursor stays on what it was on, wherever that has moved to.
    if let selected, let index = index(of: selected) { list.index = index }
  }

  private var shown: [Story] { stories.shown }

  private func index(of id: EntryID) -> Int? {
    matters.firstIndex { $0.id == id }
      ?? shown.firstIndex { $0.id == id }.map { $0 + matters.count }
  }

  private var selectedID: EntryID? {
    list.index < matters.count ? matter?.id : story?.id
  }

  private var matter: OpenMatter? {
    matters.indices.contains(list.index) ? matters[list.index] : nil
  }

  /// What the cursor is on, unless it is on something open.
  var story: Story? {
    let index = list.index - matters.count
    return shown.indices.contains(index) ? shown[index] : nil
  }

  // MARK: - The page

  func page(size: Size, now: Moment) -> Page {
    guard let file else {
      return Page(
        title: Line("No such child", .text, strong: true),
        body: .pane(Pane(parts: [.prose(Line("The record holds no child here.", .quiet))]))
      )
    }
    let isWide = size.columns >= 100
    var body: Body = .pane(showsCard && !isWide ? cardPane(file, now) : listPane(size, now))
    if stories.isActive { body = .under([.prose(stories.line)], body) }
    if isWide { body = .beside(body, .pane(cardPane(file, now)), rightColumns: cardColumns(size)) }
    if showsLanes, size.rows >= 15, size.columns >= 50 {
      // Lanes above, the rest below: the picture first, then the words.
      let lanes = lanePane(file, size)
      let count = lanes.layoutRows(size.columns)
      body = .over(.pane(lanes), body, lowerRows: max(4, size.rows - count - 1))
    }
    let title = Line(context.name(file), .text, strong: true) + Line(" \(file.ref)", .quiet)
    return Page(
      title: title + stories.count + flagOfState(file, now),
      body: body,
      position: position
    )
  }

  private func cardColumns(_ size: Size) -> Int { size.columns >= 160 ? 60 : 40 }

  private func flagOfState(_ file: CaseFile, _ now: Moment) -> Line {
    guard let episode = file.openEpisode else { return Line() }
    return Line(
      "  missing \(DateWords.span(minutes: now.minutes(since: episode.since)))",
      .nowMissing
    )
  }

  private var position: String {
    if let match = stories.position(of: list.index - matters.count) { return match }
    return list.count == 0 ? "" : "\(list.index + 1) of \(list.count)"
  }

  private func cardPane(_ file: CaseFile, _ now: Moment) -> Pane {
    let card = Card(file: file, context: context, now: now)
    return Pane(
      parts: card.head + [.blank, .fields(card.fields(withRingCard: true))],
      scroll: cardScroll
    )
  }

  private func lanePane(_ file: CaseFile, _ size: Size) -> Pane {
    let picture = ChildLanes(file: file, zone: context.zone, today: context.today)
    let (from, to) = shownStretch(picture)
    laneCells = max(8, size.columns - 2 - Lanes.label)
    return Pane(parts: [.lanes(picture.lanes(from: from, to: to, cursor: laneDay))])
  }

  private func shownStretch(_ picture: ChildLanes) -> (from: Day, to: Day) {
    let today = context.today
    guard let stretch else { return (min(picture.begins, today.adding(days: -28)), today) }
    // Where the cursor is, with a quarter of the stretch after it.
    let end = laneDay.map { min(today, max($0.adding(days: stretch / 4), $0)) } ?? today
    let last = laneDay.map { today.days(since: $0) < stretch } ?? true ? today : end
    return (last.adding(days: -stretch), last)
  }

  private func listPane(_ size: Size, _ now: Moment) -> Pane {
    let view = StoryView(context, wanted: stories.filter.terms)
    var blocks: [Block] = []
    if !matters.isEmpty {
      blocks.append(
        Block([.heading(Line("OPEN", .quiet) + Line("  \(matters.count)", .quiet))])
      )
      for (index, matter) in matters.enumerated() {
        blocks.append(
          Block(
            [.prose(matter.line(context, today: context.today, now: now), hanging: 14)],
            id: "\(index)"
          )
        )
      }
      blocks.append(Block([.blank]))
    }
    let head =
      stories.isChronology
      ? Line("CHRONOLOGY", .quiet) + Line("  \(shown.count)", .quiet)
      : Line("WHAT HAPPENED", .quiet) + Line("  \(shown.count)", .quiet)
    blocks.append(Block([.heading(head)]))
    if shown.isEmpty {
      let words =
        stories.isActive
        ? stories.nothing
        : Line("Nothing is written yet. ", .quiet) + Line("n", .key)
          + Line(" writes a note.", .quiet)
      blocks.append(Block([.prose(words)]))
    }
    // Only what can be near the screen is laid out: a child of many years has thousands of entries.
    let near = max(0, list.index - matters.count - 2 * size.rows)
    for index in shown.indices.dropFirst(near).prefix(4 * size.rows) {
      blocks.append(Block(view.parts(shown[index]), id: "\(index + matters.count)"))
    }
    return Pane(blocks, selected: list.count == 0 ? nil : "\(list.index)", scroll: scroll)
  }

  // MARK: - Keys

  func press(_ key: Key) -> [Effect]? {
    if key == .escape, stories.isActive {
      let here = selectedID
      stories.clear()
      show(at: here)
      return []
    }
    if showsCard, cardScroll.press(key) { return [] }
    guard list.press(key, page: max(1, scroll.room / 3)) else { return nil }
    if let story { laneDay = context.zone.day(of: story.at) }
    return []
  }

  func objection(to command: CommandName) -> String? {
    switch command {
    case "done", "not-done": return matter == nil ? "move to an open promise, act or flag" : nil
    case "chase":
      if case .ask? = matter?.sort { return nil }
      return "move to something that another owes"
    case .open, "versions": return selectedID == nil ? "nothing is under the cursor" : nil
    case "next-match", "previous-match":
      return stories.matches.isEmpty ? "nothing was looked for: /" : nil
    default: return noteObjection(to: command)
    }
  }

  func perform(_ command: CommandName) -> [Effect] {
    switch command {
    case "done", "not-done", "chase":
      return matter.map { [.ask($0.question(name: command.rawValue))] } ?? []
    case .open, "versions":
      return selectedID.map { [.open(.versions($0, id))] } ?? []
    case .filter: return [.ask(stories.question())]
    case "chronology": return filter(stories.isChronology ? "" : "is:significant")
    case "next-match": step(1)
    case "previous-match": step(-1)
    case "lanes": showsLanes.toggle()
    case "card": showsCard.toggle()
    case "earlier": moveLane(-1)
    case "later": moveLane(1)
    case "closer": zoom(-1)
    case "wider": zoom(1)
    default: return performOnNote(command)
    }
    return []
  }

  func answered(_ question: Question, _ text: String) -> [Effect] {
    if let effects = answeredAboutNote(question, text) { return effects }
    switch question.name {
    case "filter": return filter(text)
    default:
      guard let matter = matters.first(where: { $0.id == question.about }),
        let entry = matter.entry(question.name, text)
      else { return [.say(OpenMatter.isOver(text))] }
      return keep(entry, saying: entry.timelineTitle)
    }
  }

  func keep(_ body: any Entry, saying: String) -> [Effect] {
    let entry = NewEntry(occurredAt: context.zone.local(context.now), body: body)
    return [.keep(Act(child: id, entries: [entry]), saying: saying)]
  }

  // MARK: - Finding

  private func filter(_ typed: String) -> [Effect] {
    let problems = stories.set(typed)
    guard problems.isEmpty else { return [.ask(stories.question(typed, problems))] }
    show(at: stories.isActive ? shown.first?.id : selectedID)
    return []
  }

  /// What shows has changed: the cursor goes to an entry, or to the top.
  private func show(at entry: EntryID?) {
    list.count = matters.count + shown.count
    list.index = entry.flatMap(index(of:)) ?? 0
    // What was looked for comes up to the top; what is open stays above it.
    scroll.top = stories.isActive ? .max / 2 : 0
    if let story { laneDay = context.zone.day(of: story.at) }
  }

  private func step(_ by: Int) {
    guard let next = stories.match(by, from: list.index - matters.count) else { return }
    list.index = next + matters.count
    if let story { laneDay = context.zone.day(of: story.at) }
  }

  // MARK: - Lanes

  private func moveLane(_ by: Int) {
    let days = max(1, (stretch ?? 365) / laneCells)
    let day = (laneDay ?? context.today).adding(days: by * days)
    laneDay = min(context.today, day)
    // The list follows: the newest entry of that day or before.
    guard let laneDay else { return }
    func isReached(_ story: Story) -> Bool { context.zone.day(of: story.at) <= laneDay }
    let index =
      stories.isChronology ? shown.lastIndex(where: isReached) : shown.firstIndex(where: isReached)
    if let index { list.index = index + matters.count }
  }

  private func zoom(_ by: Int) {
    let steps: [Int?] = [28, 91, 182, 365, 1095, nil]
    let at = steps.firstIndex { $0 == stretch } ?? 1
    stretch = steps[max(0, min(steps.count - 1, at + by))]
  }
}

extension Pane {
  /// Rows that its parts take in a width, when none is scrolled away.
  func layoutRows(_ columns: Int) -> Int {
    let inner = columns >= 20 ? columns - 2 * margin : columns
    return blocks.reduce(0) { $0 + $1.parts.reduce(0) { $0 + $1.rows(inner).count } }
  }
}
