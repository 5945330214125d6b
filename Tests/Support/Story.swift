public import Casework

/// A made-up child's record, told in a few lines.
///
/// Times are written as they would be said in London: `story.add(…, at: "2026-11-21 14:20")`.
public struct Story {
  /// The child.
  public let child: ChildID
  /// The child's code.
  public let ref: String
  /// The entries so far, as written.
  public private(set) var entries: [RecordedEntry] = []
  /// The zone of the story.
  public var zone = Zone.london

  /// Begins a story.
  ///
  /// - Parameters:
  ///   - ref: The code of the child.
  ///   - name: The whole name; nil for none known.
  ///   - opened: When the record was opened.
  public init(_ ref: String, name: String? = nil, opened: String = "2026-09-01 09:00") {
    self.ref = ref
    child = ChildID(rawValue: madeUpID("child \(ref)", 0))
    add(ChildOpened(name: name, source: "caller"), at: opened)
  }

  /// Adds an entry.
  ///
  /// - Parameters:
  ///   - body: What it says.
  ///   - at: When it happened, as `2026-11-21 14:20` in the story's zone.
  ///   - recorded: When it was written down; when it happened, unless given.
  ///   - by: Who wrote it.
  /// - Returns: Its identity, for entries that refer to it.
  @discardableResult
  public mutating func add(
    _ body: any Entry,
    at: String,
    recorded: String? = nil,
    by: String = "guardian"
  ) -> EntryID {
    add(body, at: moment(at, zone), recorded: recorded.map { moment($0, zone) }, by: by)
  }

  /// Adds an entry at a moment.
  ///
  /// - Parameters:
  ///   - body: What it says.
  ///   - at: When it happened.
  ///   - recorded: When it was written down; when it happened, unless given.
  ///   - by: Who wrote it.
  /// - Returns: Its identity, for entries that refer to it.
  @discardableResult
  public mutating func add(
    _ body: any Entry,
    at: Moment,
    recorded: Moment? = nil,
    by: String = "guardian"
  ) -> EntryID {
    let id = EntryID(rawValue: madeUpID(ref, entries.count + 1))
    let stamp = Stamp(
      id: id,
      child: child,
      occurredAt: at,
      recordedAt: recorded ?? at,
      by: by
    )
    entries.append(RecordedEntry(stamp: stamp, body: body, seq: UInt64(entries.count + 1)))
    return id
  }

  /// The case file of the story so far.
  public func file(asOf: Moment? = nil) -> CaseFile {
    CaseFile.folded(id: child, ref: ref, entries: entries, asOf: asOf)
  }
}

extension Story {
  /// A child for whom everything is seen as agreed on Sunday 22 November 2026, 14:05.
  ///
  /// A test changes one thing and looks where the child goes.
  ///
  /// - Parameters:
  ///   - ref: The code of the child.
  ///   - name: The whole name.
  ///   - visited: Whether the guardian saw the child alone every Friday up to 20 November.
  ///   - appointment: Whether the next visit is set, for Tuesday 24 November at 16:00.
  /// - Returns: The story.
  public static func asAgreed(
    _ ref: String = "K02",
    name: String = "Mirela Hoxha",
    visited: Bool = true,
    appointment: Bool = true
  ) -> Story {
    var story = Story(ref, name: name)
    story.add(Allocated(conflict: Known(false)), at: "2026-09-01 09:30")
    story.add(
      ChildDescribed(field: .birth, value: Known("2011-03-14"), basis: .document),
      at: "2026-09-01 10:00"
    )
    story.add(
      ChildDescribed(field: .language, value: Known("Albanian"), dialect: "Gheg"),
      at: "2026-09-01 10:00"
    )
    story.add(
      Placed(kind: "foster carers", place: "a house", suitable: Known(true), why: .first),
      at: "2026-09-01 12:00"
    )
    story.add(SafeContactAgreed(number: "07700 900100", how: "text first"), at: "2026-09-02 12:00")
    story.add(
      PlanMade(kind: .safety, version: 1, reviewBy: day("2026-12-20")),
      at: "2026-09-03 09:00"
    )
    story.add(RhythmAgreed(counter: .seenAlone, everyDays: 7), at: "2026-09-03 09:10")
    for week in 0..<12 where visited {
      let friday = day("2026-09-04").adding(days: 7 * week)
      story.add(visit(alone: true), at: Zone.london.moment(friday, minuteOfDay: 16 * 60 + 10))
    }
    if appointment {
      story.add(
        AppointmentSet(what: "visit", at: .at(moment("2026-11-24 16:00")), withChild: true),
        at: "2026-11-20 17:00"
      )
    }
    return story
  }
}

/// The moment of the tests unless they say otherwise: Sunday 22 November 2026, 14:05 in London.
public let sundayAfternoon = moment("2026-11-22 14:05")

/// A visit at which the child was seen.
///
/// - Parameters:
///   - alone: Whether alone.
///   - text: What happened.
/// - Returns: The contact.
public func visit(alone: Bool = false, _ text: String = "settled") -> ContactMade {
  var contact = ContactMade(kind: .visit, party: .child, text: text)
  contact.seen = true
  if alone { contact.alone = true }
  return contact
}

/// A contact of a kind, with the party that the kind has by default.
///
/// - Parameters:
///   - kind: How.
///   - party: With the child or about the child; the kind's own unless given.
///   - text: What happened.
/// - Returns: The contact.
public func contact(
  _ kind: ContactKind,
  _ party: Party? = nil,
  _ text: String = "as agreed"
) -> ContactMade {
  ContactMade(kind: kind, party: party ?? kind.partyByDefault, text: text)
}

/// A moment written as `2026-11-21 14:20` in a zone; the epoch where it is no date.
///
/// - Parameters:
///   - text: The day and the wall-clock time.
///   - zone: Whose wall clock.
/// - Returns: The moment.
public func moment(_ text: String, _ zone: Zone = .london) -> Moment {
  let parts = text.split(separator: " ")
  let clock = (parts.last ?? "").split(separator: ":").compactMap { Int($0) }
  guard let first = parts.first, let day = Day(iso: String(first)), clock.count == 2 else {
    return Moment(milliseconds: 0)
  }
  return zone.moment(day, minuteOfDay: clock[0] * 60 + clock[1])
}

/// A day written as `2026-11-21`; the epoch where it is no date.
///
/// - Parameter iso: The date.
/// - Returns: The day.
public func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(daysSince1970: 0) }

/// An identity that is the same in every run, and different for every name and number.
private func madeUpID(_ name: String, _ number: Int) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in "\(name)/\(number)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  let hex = String(hash, radix: 16)
  let digits = String(repeating: "0", count: 16 - hex.count) + hex
  return "019a0000-0000-7000-8\(digits.prefix(3))-\(digits.suffix(12))"
}
