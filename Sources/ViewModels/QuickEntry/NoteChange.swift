import Casework

/// What is kept together with a note that comes out of another one: part of it, or all of it.
struct Consequence: Sendable {
  /// What the preview says of it.
  var words: String
  /// The words that the note must still hold: they go out of another note with it.
  var mustHold: String
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
    // Where an earlier amendment put the time right, it stays right.
    let happened = (story.standing?.body as? Amended)?.happenedAt
    return Amended(of: story.id, why: why, body: contact.saying(text), happenedAt: happened)
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
  ///
  /// - Returns: Nil where no line says of these words what the note says of them.
  func split(leaving text: String, because why: String) -> Composition? {
    guard let child, let words = takenOut(leaving: text) else { return nil }
    var second = contact.saying(words)
    // With whom, whether seen at all, and who may read it go with the words; the rest is asked anew.
    second.words = second.words?.filter { words.contains($0.text) }
    second.opinion = second.opinion.flatMap { words.contains($0) ? $0 : nil }
    (second.minutes, second.alone, second.interpreter, second.place) = (nil, nil, nil, nil)
    (second.with, second.question, second.tags, second.times) = (nil, nil, nil, nil)
    (second.count, second.medium) = (nil, nil)
    let line = KeptNotePrinter(zone: context.zone)
      .line(second, about: child.ref, at: story.at, with: [])
    guard isSame(line, child, as: second, companions: 0) else { return nil }
    return Composition(
      child: child.id,
      text: line,
      with: Consequence(
        words: "these words go out of the first note; both of its versions stay",
        mustHold: words,
        alongside: [now(amendment(text.trimmed, because: why))]
      )
    )
  }

  /// True where a line, kept, would say what a contact says: no more seen, alone, heard from or said by
  /// the child, and for the same readers.
  private func isSame(_ line: String, _ child: KnownChild, as wanted: ContactMade, companions: Int)
    -> Bool
  {
    let note = NoteParser(
      caseload: context.knownChildren,
      now: context.now,
      zone: context.zone,
      focus: child.id
    ).parse(line)
    guard note.children.map(\.id) == [child.id], note.referral == nil,
      let entries = note.act(newID: { EntryID(rawValue: "") })?.parts.first?.entries,
      let kept = entries.first?.body as? ContactMade, entries.count == companions + 1
    else { return false }
    let (new, old) = (kept.counted(story.first.stamp), wanted.counted(story.first.stamp))
    return new.party == old.party && new.seen == old.seen && new.seenAlone == old.seenAlone
      && new.heardFrom == old.heardFrom && new.spokeAlone == old.spokeAlone
      && kept.kind == wanted.kind && kept.partyRole == wanted.partyRole
      && kept.partyName == wanted.partyName && kept.restricted == wanted.restricted
      && said(kept) == said(wanted) && kept.opinion == wanted.opinion
      && kept.minutes == wanted.minutes && kept.interpreter == wanted.interpreter
      && kept.place == wanted.place && Set(kept.with ?? []) == Set(wanted.with ?? [])
      && kept.question ?? [] == wanted.question ?? [] && kept.tags ?? [] == wanted.tags ?? []
      && kept.medium == wanted.medium && kept.count == wanted.count
      && kept.text.contains(wanted.text) && note.at.minutes(since: story.at) == 0
  }

  private func said(_ contact: ContactMade) -> Set<[String]> {
    Set((contact.words ?? []).map { [$0.by, $0.text] })
  }

  // MARK: - Move

  /// The bar with the whole note for another child; what was kept for this one is removed after it.
  ///
  /// The reason stands in this child's record, where the other child has no place.
  ///
  /// - Returns: Nil where no line says of the other child what the note says of this one.
  func move(to other: KnownChild, because why: String) -> Composition? {
    guard let child, other.id != child.id else { return nil }
    let companions = (context.access?.reader.entries(of: child.id) ?? [])
      .filter { $0.body.cameWith == story.id }
    // What is over stays: for the other child it would begin anew.
    let open =
      context.access?.reader.caseFile(child.id)
      .map { Set(OpenMatter.all($0, zone: context.zone).map(\.id)) } ?? []
    let moving = companions.filter {
      open.contains($0.stamp.id) && KeptNotePrinter.isPrintable($0.body)
    }
    let printed = KeptNotePrinter(zone: context.zone)
      .line(contact, about: other.ref, at: story.at, with: moving.map(\.body))
    let lines = moving.count == companions.count ? [retold(for: other), printed] : [printed]
    guard
      let line = lines.lazy.compactMap({ $0 })
        .first(where: { isSame($0, other, as: contact, companions: moving.count) })
    else { return nil }
    var words = "then removed from \(child.ref), with the reason"
    if !moving.isEmpty { words += ", and \(moving.count) more that came with it" }
    let staying = companions.count - moving.count
    if staying > 0 { words += "; \(staying) that came with it stays here: look at it" }
    return Composition(
      child: other.id,
      text: line,
      with: Consequence(
        words: words,
        mustHold: contact.text,
        afterwards: Act(
          child: child.id,
          entries: ([story.id] + moving.map(\.stamp.id)).map { now(Removed(of: $0, why: why)) }
        )
      )
    )
  }

  /// The line as it was typed, about another child and with dates: "yesterday" is over.
  ///
  /// Nil for what was imported, typed of several children, or typed when names meant others.
  private func retold(for other: KnownChild) -> String? {
    guard let raw = contact.raw else { return nil }
    let first = story.first.stamp
    let parser = NoteParser(
      caseload: context.knownChildren,
      now: first.recordedAt,
      zone: context.zone,
      focus: first.child
    )
    guard parser.parse(raw).children.count == 1 else { return nil }
    return parser.canonical(raw, about: other, saying: contact.text)
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
