import Casework

/// What is kept together with a note that comes out of another one: part of it, or all of it.
struct Consequence: Sendable {
  /// What the preview says of it.
  var words: String
  /// Entries of the note's own child, in the same act.
  var alongside: [NewEntry] = []
  /// An act of its own, kept after the note: it is about another child.
  var afterwards: Act?
}

/// A kept note that is written anew, divided, or put where it belongs.
///
/// Nothing is ever written over: each way adds entries, with the reason, and what was stays to be
/// read.
struct NoteChange {
  let story: Story
  let contact: ContactMade
  let context: Context

  /// Nil for anything but a note in force.
  init?(_ story: Story, _ context: Context) {
    guard let contact = story.contact, story.removal == nil else { return nil }
    self.story = story
    self.contact = contact
    self.context = context
  }

  private var child: KnownChild? {
    story.first.stamp.child.flatMap { id in context.knownChildren.first { $0.id == id } }
  }

  private func now(_ body: any Entry) -> NewEntry {
    NewEntry(occurredAt: context.zone.local(context.now), body: body)
  }

  // MARK: - Amend

  /// The same contact in other words.
  func amendment(_ text: String, because why: String) -> Amended {
    Amended(of: story.id, why: why, body: contact.saying(text))
  }

  // MARK: - Split

  /// The words that were taken out, in one piece; nil when none were, or others were put in.
  func takenOut(leaving text: String) -> String? {
    let (old, new) = (Array(contact.text), Array(text))
    guard new.count < old.count else { return nil }
    let head = zip(old, new).prefix { $0 == $1 }.count
    let tail = zip(old.dropFirst(head).reversed(), new.dropFirst(head).reversed())
      .prefix { $0 == $1 }.count
    guard head + tail == new.count else { return nil }
    let words = String(old[head..<old.count - tail]).trimmed
    return words.isEmpty ? nil : words
  }

  /// The bar for the second note, with the first amended when it is kept.
  func split(leaving text: String, because why: String) -> Composition? {
    guard let child, let words = takenOut(leaving: text) else { return nil }
    return Composition(
      child: child.id,
      text: "\(child.ref) \(contact.kind.rawValue) \(when) - \(words)",
      with: Consequence(
        words: "these words go out of the first note; both of its versions stay",
        alongside: [now(amendment(text.trimmed, because: why))]
      )
    )
  }

  // MARK: - Move

  /// The bar with the whole note for another child; what was kept for this one is removed after it.
  ///
  /// The reason stands in this child's record, where the other child has no place.
  func move(to other: KnownChild, because why: String) -> Composition? {
    guard let child, other.id != child.id else { return nil }
    let companions = (context.access?.reader.entries(of: child.id) ?? [])
      .filter { $0.body.cameWith == story.id }
    let typed = retold(for: other)
    // What the line says again goes with it: flags, acts, promises, and the steps that were typed.
    let moving = companions.filter {
      KeptNotePrinter.isPrintable($0.body) || (typed != nil && $0.body is MissingStep)
    }
    let line =
      typed
      ?? KeptNotePrinter(zone: context.zone)
      .line(contact, about: other.ref, at: story.at, with: moving.map(\.body))
    var words = "then removed from \(child.ref), with the reason"
    if !moving.isEmpty { words += ", and \(moving.count) more that came with it" }
    let staying = companions.count - moving.count
    if staying > 0 { words += "; \(staying) that the line does not say stays here: look at it" }
    return Composition(
      child: other.id,
      text: line,
      with: Consequence(
        words: words,
        afterwards: Act(
          child: child.id,
          entries: ([story.id] + moving.map(\.stamp.id)).map { now(Removed(of: $0, why: why)) }
        )
      )
    )
  }

  /// The line as it was typed, about another child and with dates: "yesterday" is over.
  ///
  /// Nil for what was imported, or typed when names meant others.
  private func retold(for other: KnownChild) -> String? {
    guard let raw = contact.raw else { return nil }
    let first = story.first.stamp
    return NoteParser(
      caseload: context.knownChildren,
      now: first.recordedAt,
      zone: context.zone,
      focus: first.child
    ).canonical(raw, about: other, saying: contact.text)
  }

  private var when: String {
    let at = context.zone.local(story.at)
    return context.zone.day(of: at).iso + "T" + DateWords.time(at, context.zone)
  }
}

extension ContactMade {
  /// The same contact with other words: a quotation that is no longer among them is nobody's.
  func saying(_ text: String) -> ContactMade {
    var contact = self
    contact.text = text
    func stays(_ words: String) -> Bool { !self.text.contains(words) || text.contains(words) }
    contact.words = words?.filter { stays($0.text) }
    if contact.words?.isEmpty == true { contact.words = nil }
    if let opinion, !stays(opinion) { contact.opinion = nil }
    return contact
  }
}

extension Entry {
  /// The contact that an entry came with.
  var cameWith: EntryID? {
    switch self {
    case let flag as FlagRaised: flag.from
    case let promise as PromiseMade: promise.from
    case let ask as AskedOf: ask.from
    case let reminder as ReminderSet: reminder.from
    case let step as MissingStep: step.from
    case let appointment as AppointmentSet: appointment.from
    case let concern as InterpreterConcern: concern.from
    default: nil
    }
  }
}
