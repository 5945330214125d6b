import Casework

/// `flags --json`.
struct FlagsDocument: Encodable {
  struct Item: Encodable {
    var id: String
    var ref: String
    var topic: String
    var kind: String?
    var urgent: Bool
    var raisedAt: String
    var observation: String?
    var seenBy: String?
    var concern: String?
    var reviewBy: Day?
    var state: String
    var told: Bool?
    var whyNotTold: String?
    /// True once a sharing is recorded; until then nobody has been told by this program.
    var shared: Bool
    var endedBecause: String?

    init(_ item: Flags.Item, zone: Zone) {
      let flag = item.flag
      id = flag.id.rawValue
      ref = item.ref
      topic = flag.topic
      kind = flag.kind?.rawValue
      urgent = flag.urgent == true
      raisedAt = zone.local(flag.raised.at).isoSeconds
      observation = flag.observation
      seenBy = flag.seenBy
      concern = flag.concern
      reviewBy = flag.reviewBy
      state = item.state.rawValue
      told = flag.toldChild
      whyNotTold = flag.whyNotTold
      shared = flag.isShared
      endedBecause = flag.closed.flatMap { $0.closedBecause }
    }
  }

  /// Prompts come with the rules that raise them.
  struct Prompt: Encodable {}

  var flags: [Item]
  var prompts: [Prompt] = []

  /// Makes the document.
  init(_ page: Flags, zone: Zone) { flags = page.items.map { Item($0, zone: zone) } }
}

/// `due --json`.
struct DueDocument: Encodable {
  struct Item: Encodable {
    var id: String
    var ref: String
    var title: String
    var due: String?
    var state: String
    var owedBy: String?
    var kind: String
    var clock: String?
    var source: String?
    var promise: Bool?

    init(_ item: Due.Item, zone: Zone) {
      id = item.duty.id.rawValue
      ref = item.ref
      title = item.duty.title
      due = item.duty.due.map {
        switch $0 {
        case .day(let day): day.iso
        case .at(let moment): zone.local(moment).isoSeconds
        }
      }
      state = item.state.rawValue
      owedBy = item.duty.owedBy?.rawValue
      kind = item.duty.kind.rawValue
      clock = item.duty.clock
      source = item.duty.source
      promise = item.isPromise ? true : nil
    }
  }

  var due: [Item]

  /// Makes the document.
  init(_ page: Due, zone: Zone) { due = page.items.map { Item($0, zone: zone) } }
}
