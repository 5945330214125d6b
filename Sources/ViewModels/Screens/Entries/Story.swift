import Casework

/// One thing that happened, with everything the record says about it: what a timeline shows as one.
struct Story {
  /// As first written.
  var first: RecordedEntry
  /// Amendments and removals, oldest first, those that were taken back among them; none of them takes
  /// the place of what was written.
  var changes: [RecordedEntry] = []
  /// The amendment that stands: the latest that was not taken back.
  var standing: RecordedEntry?
  /// What took a change back, by the change.
  var takenBack: [EntryID: RecordedEntry] = [:]
  /// Set where it was removed: by whom and why stays visible.
  var removal: RecordedEntry?
  /// Flags, acts and promises that were kept with it.
  var with: [RecordedEntry] = []

  var id: EntryID { first.stamp.id }

  /// True of the entry itself, of its amendments and removal, and of what was kept with it.
  func holds(_ entry: EntryID) -> Bool {
    ([first] + changes + takenBack.values + with)
      .contains { $0.stamp.id == entry }
  }

  var amendments: [RecordedEntry] { changes.filter { $0.body is Amended } }

  private var amended: Amended? { standing?.body as? Amended }

  /// What it says now.
  var body: any Entry { amended?.body ?? first.body }

  /// When it happened, as it stands now.
  var at: Moment { amended?.happenedAt ?? first.stamp.occurredAt }

  var contact: ContactMade? { body as? ContactMade }

  /// Whether the child was seen, alone, heard from, by the rules of what counts.
  var counted: ContactFact? { contact?.counted(first.stamp) }

  /// Everything of one child, newest first.
  ///
  /// A flag, an act or a promise that came with a contact stands under it; what ends a promise or
  /// answers a flag stands by itself, when it happened.
  static func all(_ entries: [RecordedEntry]) -> [Story] {
    let force = EntriesInForce(resolving: entries)
    var stories: [EntryID: Story] = [:]
    var order: [EntryID] = []
    var followers: [RecordedEntry] = []
    // Whose story an amendment or a removal belongs to.
    var subjects: [EntryID: EntryID] = [:]
    for entry in entries {
      let id = entry.stamp.id
      if let amended = entry.body as? Amended, let subject = subjects[amended.of] {
        stories[subject]?.changes.append(entry)
        subjects[id] = subject
      } else if let removed = entry.body as? Removed, let subject = subjects[removed.of] {
        subjects[id] = subject
        if removed.of == subject {
          stories[subject]?.changes.append(entry)
        } else if force.removals[removed.of]?.stamp.id == id {
          stories[subject]?.takenBack[removed.of] = entry
        }
      } else {
        var story = Story(first: entry)
        story.standing = force.amendments[id]
        story.removal = force.removals[id]
        stories[id] = story
        subjects[id] = id
        order.append(id)
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
    let found = order.compactMap { stories[$0] }
    return found.indices.map { (at: found[$0].at, place: $0) }
      .sorted { ($0.at, $0.place) > ($1.at, $1.place) }.map { found[$0.place] }
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
