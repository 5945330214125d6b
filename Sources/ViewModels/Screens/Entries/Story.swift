import Casework

/// One thing that happened, with everything the record says about it: what a timeline shows as one.
struct Story {
  /// As first written.
  var first: RecordedEntry
  /// Amendments, oldest first; none of them takes the place of what was written.
  var amendments: [RecordedEntry] = []
  /// Set where it was removed: by whom and why stays visible.
  var removal: RecordedEntry?
  /// Flags, acts and promises that were kept with it.
  var with: [RecordedEntry] = []

  /// Whether the child was seen, alone, heard from, by the rules of what counts.
  var counted: ContactFact?

  var id: EntryID { first.stamp.id }

  /// True of the entry itself, of its amendments and removal, and of what was kept with it.
  func holds(_ entry: EntryID) -> Bool {
    ([first] + amendments + [removal].compactMap { $0 } + with).contains { $0.stamp.id == entry }
  }

  /// What it says now.
  var body: any Entry { (amendments.last?.body as? Amended)?.body ?? first.body }

  /// When it happened, as it stands now.
  var at: Moment {
    amendments.reversed().lazy.compactMap { ($0.body as? Amended)?.happenedAt }.first
      ?? first.stamp.occurredAt
  }

  var contact: ContactMade? { body as? ContactMade }

  /// Everything of one child, newest first.
  ///
  /// A flag, an act or a promise that came with a contact stands under it; what ends a promise or
  /// answers a flag stands by itself, when it happened.
  static func all(_ entries: [RecordedEntry]) -> [Story] {
    var stories: [EntryID: Story] = [:]
    var order: [EntryID] = []
    var followers: [RecordedEntry] = []
    // A removal that is itself removed no longer removes.
    var removes: [EntryID: EntryID] = [:]
    for entry in entries {
      if let amended = entry.body as? Amended, stories[amended.of] != nil {
        stories[amended.of]?.amendments.append(entry)
      } else if let removed = entry.body as? Removed, stories[removed.of] != nil {
        stories[removed.of]?.removal = entry
        removes[entry.stamp.id] = removed.of
      } else if let removed = entry.body as? Removed, let target = removes[removed.of] {
        stories[target]?.removal = nil
      } else {
        stories[entry.stamp.id] = Story(first: entry)
        order.append(entry.stamp.id)
        if source(entry.body) != nil { followers.append(entry) }
      }
    }
    for follower in followers {
      guard let source = source(follower.body), stories[source] != nil,
        let story = stories[follower.stamp.id], story.removal == nil, story.amendments.isEmpty
      else { continue }
      stories[source]?.with.append(follower)
      stories[follower.stamp.id] = nil
    }
    for item in Timeline(entries).items {
      guard let fact = item.counted else { continue }
      // An amendment counts in the place of what it amends; the latest comes last.
      let subject = item.amends ?? item.id
      guard item.amendedBy == nil else { continue }
      stories[subject]?.counted = fact
    }
    return order.compactMap { stories[$0] }.enumerated()
      .sorted { ($0.element.at, $0.offset) > ($1.element.at, $1.offset) }.map(\.element)
  }

  /// The contact that an entry came with.
  private static func source(_ body: any Entry) -> EntryID? {
    switch body {
    case let flag as FlagRaised: flag.from
    case let promise as PromiseMade: promise.from
    case let ask as AskedOf: ask.from
    case let reminder as ReminderSet: reminder.from
    default: nil
    }
  }

  /// Minutes between the event and the writing, where that is worth saying.
  ///
  /// More than a day; what was imported says where from instead and is never late.
  var minutesLate: Int? {
    guard !first.stamp.by.hasPrefix("import") else { return nil }
    let minutes = first.stamp.recordedAt.minutes(since: first.stamp.occurredAt)
    return minutes > 1440 ? minutes : nil
  }
}
