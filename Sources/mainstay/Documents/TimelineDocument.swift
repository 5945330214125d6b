import Casework

/// `timeline --json`: newest first.
///
/// Keys are added, never renamed (interface.md §5).
struct TimelineDocument: Encodable {
  /// One entry.
  struct Item: Encodable {
    struct InterpreterItem: Encodable {
      var language: String?
      var kind: String
      var id: String?
    }

    var id: String
    var seq: UInt64
    var type: String
    var ref: String?
    var at: String
    var recordedAt: String
    var by: String
    var kind: String?
    var title: String
    var text: String
    var words: [Quote]?
    var opinion: String?
    var minutes: Int?
    var seen: Bool?
    var alone: Bool?
    var heardFrom: Bool?
    var party: String?
    var partyWho: PartyWho?
    var with: [String]?
    var place: String?
    var interpreter: InterpreterItem?
    var tags: [String]?
    var late: String?
    var amends: String?
    var amendedBy: String?
    var why: String?
    var removed: Bool?
    var removedBecause: String?
    var restricted: String?
  }

  /// With whom a contact about the child was.
  struct PartyWho: Encodable {
    var role: String?
    var name: String?
  }

  var ref: String?
  var entries: [Item]

  /// Makes the document.
  ///
  /// - Parameters:
  ///   - timeline: The entries, newest first.
  ///   - ref: The child's, when it is one child's.
  ///   - zone: In which times are written.
  ///   - refs: The ref of a child, for everybody's timeline.
  init(_ timeline: Timeline, ref: String?, zone: Zone, refs: (ChildID) -> String?) {
    self.ref = ref
    entries = timeline.items.map { Item($0, zone: zone, ref: $0.child.flatMap(refs)) }
  }
}

extension TimelineDocument.Item {
  init(_ item: TimelineItem, zone: Zone, ref: String?) {
    id = item.id.rawValue
    seq = item.seq
    type = item.type
    self.ref = ref
    at = zone.local(item.at).isoSeconds
    recordedAt = zone.local(item.recordedAt).isoSeconds
    by = item.by
    kind = item.kind?.rawValue
    title = item.title
    text = item.text
    words = item.words.isEmpty ? nil : item.words
    opinion = item.opinion
    minutes = item.minutes
    if let counted = item.counted {
      seen = counted.seen
      alone = item.alone
      heardFrom = counted.heardFrom
    }
    party = item.party?.rawValue
    if item.partyRole != nil || item.partyName != nil {
      partyWho = .init(role: item.partyRole?.rawValue, name: item.partyName)
    }
    with = item.with.isEmpty ? nil : item.with
    place = item.place
    interpreter = item.interpreter.map {
      InterpreterItem(language: $0.language, kind: $0.kind.rawValue, id: $0.id)
    }
    tags = item.tags.isEmpty ? nil : item.tags
    late = item.late
    amends = item.amends?.rawValue
    amendedBy = item.amendedBy?.rawValue
    why = item.why
    removed = item.removed ? true : nil
    removedBecause = item.removedBecause
    restricted = item.restricted?.rawValue
  }
}
