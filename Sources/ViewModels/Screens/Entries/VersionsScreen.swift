import Casework

/// Every version of an entry, oldest first, each as it was typed; nothing is ever written over.
final class VersionsScreen: Screen {
  static let name = "versions"
  static let commands: [Command] = []

  private let context: Context
  private let entry: EntryID
  private let id: ChildID
  private let scroll = Scroll()

  init(_ context: Context, _ entry: EntryID, _ child: ChildID) {
    self.context = context
    self.entry = entry
    id = child
  }

  var child: ChildID? { id }

  func page(size: Size, now: Moment) -> Page {
    let entries = context.access?.reader.entries(of: id) ?? []
    // A flag or a promise that came with a note stands under it in the timeline, but is opened alone.
    var ids: Set<EntryID> = [entry]
    let own = entries.filter {
      let of = ($0.body as? Amended)?.of ?? ($0.body as? Removed)?.of
      guard ids.contains($0.stamp.id) || of.map(ids.contains) == true else { return false }
      ids.insert($0.stamp.id)
      return true
    }
    let whole = Story.all(entries).first { $0.id == entry } ?? Story.all(own).first
    guard let story = whole else {
      return Page(title: Line("No such entry"), body: .pane(Pane(parts: [])))
    }
    var view = StoryView(context)
    view.offersVersions = false
    var parts: [Part] = view.parts(story)
    parts += [.blank, .heading(Line("AS IT WAS WRITTEN", .heading, strong: true))]
    parts += version("first", story.first, story.first.body, at: story.first.stamp.occurredAt)
    var number = 0
    for change in story.changes {
      parts.append(.blank)
      if let amended = change.body as? Amended {
        number += 1
        // An amendment was made when it was written; what it is about happened when it did.
        let at = amended.happenedAt ?? story.first.stamp.occurredAt
        parts += version("amended \(number)", change, amended.body, at: at)
        parts.append(.fields([labelled("because", context.shown(amended.why), .late)]))
      } else {
        parts += removed("removed", change)
      }
      if let back = story.takenBack[change.stamp.id] { parts += removed("taken back", back) }
    }
    return Page(
      title: Line("Versions", .text, strong: true) + Line("  entry \(entry.short)", .quiet),
      body: .pane(Pane(parts: parts, scroll: scroll))
    )
  }

  /// All labels of the page stand in one column, though its parts are laid out one by one.
  private func labelled(_ label: String, _ value: String, _ tone: Tone = .text) -> Field {
    let gap = max(0, "taken back".count - label.count)
    return Field(label + String(repeating: " ", count: gap), value, tone)
  }

  private func version(
    _ label: String,
    _ entry: RecordedEntry,
    _ body: any Entry,
    at moment: Moment
  ) -> [Part] {
    var fields = [
      labelled(
        label,
        "written \(when(entry.stamp.recordedAt)) by \(entry.stamp.by) · number \(entry.seq)",
        .quiet
      ),
      labelled("happened", when(moment), .quiet),
    ]
    if let contact = body as? ContactMade {
      if let raw = contact.raw { fields.append(labelled("typed", context.shown(raw))) }
      fields.append(labelled("words", context.shown(contact.text)))
    } else {
      fields.append(labelled("what", context.shown(body.timelineTitle)))
      if !body.timelineText.isEmpty {
        fields.append(Field("", context.shown(body.timelineText.replacing("\n", with: " · "))))
      }
    }
    return [.fields(fields)]
  }

  private func removed(_ label: String, _ removal: RecordedEntry) -> [Part] {
    guard let body = removal.body as? Removed else { return [] }
    return [
      .fields([
        labelled(label, when(removal.stamp.recordedAt), .removed),
        labelled("because", context.shown(body.why), .removed),
      ])
    ]
  }

  private func when(_ moment: Moment) -> String {
    "\(DateWords.full(context.zone.day(of: moment))) \(DateWords.time(moment, context.zone))"
  }

  func press(_ key: Key) -> [Effect]? { scroll.press(key) ? [] : nil }
}
