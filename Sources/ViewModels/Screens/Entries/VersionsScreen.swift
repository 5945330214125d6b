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
    let own = entries.filter {
      $0.stamp.id == entry || ($0.body as? Amended)?.of == entry
        || ($0.body as? Removed)?.of == entry
    }
    let whole = Story.all(entries).first { $0.id == entry } ?? Story.all(own).first
    guard let story = whole else {
      return Page(title: Line("No such entry"), body: .pane(Pane(parts: [])))
    }
    let view = StoryView(context)
    var parts: [Part] = view.parts(story)
    parts += [.blank, .heading(Line("AS IT WAS WRITTEN", .heading, strong: true))]
    parts += version("first", story.first, story.first.body)
    for (index, amendment) in story.amendments.enumerated() {
      guard let amended = amendment.body as? Amended else { continue }
      parts.append(.blank)
      parts += version("amended \(index + 1)", amendment, amended.body)
      parts.append(.fields([Field("because", context.shown(amended.why), .late)]))
    }
    if let removal = story.removal, let removed = removal.body as? Removed {
      parts.append(.blank)
      parts.append(
        .fields([
          Field("removed", when(removal.stamp.recordedAt), .removed),
          Field("because", context.shown(removed.why), .removed),
        ])
      )
    }
    return Page(
      title: Line("Versions", .text, strong: true) + Line("  entry \(entry.short)", .quiet),
      body: .pane(Pane(parts: parts, scroll: scroll))
    )
  }

  private func version(_ label: String, _ entry: RecordedEntry, _ body: any Entry) -> [Part] {
    var fields = [
      Field(
        label,
        "written \(when(entry.stamp.recordedAt)) by \(entry.stamp.by) · number \(entry.seq)",
        .quiet
      ),
      Field("happened", when(entry.stamp.occurredAt), .quiet),
    ]
    if let contact = body as? ContactMade {
      if let raw = contact.raw { fields.append(Field("typed", context.shown(raw))) }
      fields.append(Field("words", context.shown(contact.text)))
    } else {
      fields.append(Field("what", context.shown(body.timelineTitle)))
      if !body.timelineText.isEmpty {
        fields.append(Field("", context.shown(body.timelineText.replacing("\n", with: " · "))))
      }
    }
    return [.fields(fields)]
  }

  private func when(_ moment: Moment) -> String {
    "\(DateWords.full(context.zone.day(of: moment))) \(DateWords.time(moment, context.zone))"
  }

  func press(_ key: Key) -> [Effect]? { scroll.press(key) ? [] : nil }
}
