public import Foundation

/// Notes as JSON Lines: one object a line with `ref`, `name`, `at`, `kind`, `body` and, where
/// present, `due`, `minutes`, `seen`, `alone`.
///
/// A ref that is new makes a child; `due` becomes a reminder of the guardian's own. A kind that has
/// no place here is kept as a tag. Source of the shape: interface.md §5, `import notes`.
public enum NotesImport {
  /// The name on the command line.
  public static let name = "notes"

  /// Who the entries say wrote them.
  static let by = "import notes"

  /// One line, as it is read.
  private struct Row: Decodable {
    var ref: String?
    var name: String?
    var at: String?
    var kind: String?
    var body: String?
    var due: String?
    var minutes: Int?
    var seen: Bool?
    var alone: Bool?
  }

  /// Other programs' words for a kind.
  static let kinds: [String: ContactKind] = [
    "phone": .call, "telephone": .call, "sms": .text, "education": .school, "phonecall": .call,
    "solicitor": .lawyer, "f2f": .visit, "home-visit": .visit,
  ]

  /// Reads a file's text into a plan.
  ///
  /// - Parameters:
  ///   - data: JSON Lines in UTF-8; empty lines are passed over.
  ///   - file: The file's name, for refused rows.
  ///   - context: The record it adds to.
  /// - Returns: The plan; nothing is kept yet.
  public static func plan(_ data: Data, file: String, context: ImportContext) -> ImportPlan {
    var plan = ImportPlan()
    var children: [String: ChildID] = [:]
    let decoder = JSONDecoder()
    let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() {
      guard let line = String(data: bytes, encoding: .utf8) else {
        plan.refuse(file, row: index + 1, "not UTF-8 text")
        continue
      }
      if line.allSatisfy(\.isWhitespace) { continue }
      switch read(line, decoder: decoder, context: context) {
      case .failure(let refusal): plan.refuse(file, row: index + 1, refusal.why)
      case .success(let note):
        guard let child = children[note.ref] ?? context.child(note.ref) else {
          guard let name = note.name else {
            plan.refuse(file, row: index + 1, "the ref is new and there is no name")
            continue
          }
          let child = ChildID(rawValue: context.newID())
          children[note.ref] = child
          plan.acts.append(opening(child, ref: note.ref, name: name, at: note.at))
          plan.children += 1
          keep(note, of: child, in: &plan, context: context)
          continue
        }
        children[note.ref] = child
        keep(note, of: child, in: &plan, context: context)
      }
    }
    return plan
  }

  private struct Note {
    var ref: String
    var name: String?
    var at: Moment
    var contact: ContactMade
    var due: Day?
  }

  private struct Refusal: Error { var why: String }

  private static func read(
    _ line: String,
    decoder: JSONDecoder,
    context: ImportContext
  ) -> Result<Note, Refusal> {
    guard let row = try? decoder.decode(Row.self, from: Data(line.utf8)) else {
      return .failure(Refusal(why: "not a JSON object with the expected types"))
    }
    guard let ref = row.ref.flatMap(ChildRef.normal) else {
      return .failure(Refusal(why: "no ref of one to four letters and two to six digits"))
    }
    guard let at = row.at.flatMap({ Moment(typed: $0, zone: context.zone) }) else {
      return .failure(Refusal(why: "no date and time that exists in 'at'"))
    }
    guard let kind = row.kind, !kind.isEmpty else { return .failure(Refusal(why: "no kind")) }
    guard let body = row.body, !body.isEmpty else { return .failure(Refusal(why: "no body")) }
    let due = row.due.map(Day.init(iso:))
    if let due, due == nil { return .failure(Refusal(why: "no date that exists in 'due'")) }
    if let minutes = row.minutes, !(0...1440).contains(minutes) {
      return .failure(Refusal(why: "minutes outside 0 to 1440"))
    }
    return .success(
      Note(
        ref: ref,
        name: row.name.flatMap { $0.isEmpty ? nil : $0 },
        at: at,
        contact: contact(row, kind: kind, body: body),
        due: due ?? nil
      )
    )
  }

  private static func contact(_ row: Row, kind: String, body: String) -> ContactMade {
    let known = ContactKind(rawValue: kind) ?? kinds[kind]
    let kind = known ?? .other
    var contact = ContactMade(kind: kind, party: kind.partyByDefault, text: body)
    contact.minutes = row.minutes
    // A visit means seen unless the source says otherwise; a call never does, whatever it says.
    // Everything is said outright, so that no default of the kind speaks for the source.
    if contact.party == .child {
      let couldSee = kind.meansSeen || kind == .travel
      let seen = couldSee && row.seen ?? kind.meansSeen
      let spoke = kind == .call || kind == .video
      contact.seen = seen
      contact.alone = row.alone == true && (seen || spoke)
      // Who wrote is not said in a text, an email or a message; on a call both spoke.
      contact.heardFrom = seen || spoke
    }
    if known == nil, let word = row.kind { contact.tags = [word] }
    return contact
  }

  private static func opening(_ child: ChildID, ref: String, name: String, at: Moment) -> Act {
    Act(parts: [
      ActPart(
        child: child,
        openingRef: ref,
        by: by,
        entries: [
          NewEntry(occurredAt: at, body: ChildOpened(name: name, source: "imported notes"))
        ]
      )
    ])
  }

  private static func keep(
    _ note: Note,
    of child: ChildID,
    in plan: inout ImportPlan,
    context: ImportContext
  ) {
    let id = EntryID(rawValue: context.newID())
    var entries = [NewEntry(id: id, occurredAt: note.at, body: note.contact)]
    if let due = note.due {
      let body = ReminderSet(
        text: followUp(note.contact.text),
        due: .day(due),
        from: id,
        repeatsNote: true
      )
      entries.append(NewEntry(occurredAt: note.at, body: body))
    }
    plan.acts.append(Act(child: child, by: by, entries: entries))
    plan.read += 1
    plan.kept += 1
    plan.contacts += 1
  }

  /// What the reminder of a note with a due date says: the source gives a date and no words.
  private static func followUp(_ text: String) -> String {
    let sentence = text.prefix { $0 != "." && $0 != "\n" }
    guard sentence.count > 60 else { return "follow up: " + sentence }
    let cut = sentence.prefix(60)
    return "follow up: " + (cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut) + "…"
  }
}
