import Casework

/// `today --json`: the rows in the order of the screen (today.md), all reasons of each.
struct TodayDocument: Encodable {
  struct Counts: Encodable {
    var children: Int
    var shown: Int
    var missing: Int
    var danger: Int
    var limits: Int
    var firstHours: Int
    var promises: Int
    var notSeen: Int
    var today: Int
    var stillMissing: Int
    var waiting: Int
    var asAgreed: Int
  }
  struct ReasonItem: Encodable {
    var text: String
    var owedBy: String?
  }
  struct Next: Encodable {
    var text: String
    var at: String?
    var owedBy: String?
  }
  struct Missing: Encodable {
    var since: String
  }
  struct PlacementItem: Encodable {
    var kind: String
    var since: String?
  }
  struct Row: Encodable {
    var ref: String
    var name: String
    var ownScript: String?
    var group: String
    var reasons: [ReasonItem]
    var next: Next?
    var lastContact: String?
    var lastSeen: String?
    var lastSeenAlone: String?
    var missing: Missing?
    var openFlags: Int
    var nextDue: String?
    var placement: PlacementItem
  }

  var asOf: String
  var counts: Counts
  var children: [Row]

  /// Makes the document.
  ///
  /// - Parameters:
  ///   - today: The page.
  ///   - zone: In which times are written.
  init(_ today: Today, zone: Zone) {
    func time(_ moment: Moment) -> String { zone.local(moment).isoSeconds }
    func due(_ due: DueDate) -> String {
      switch due {
      case .day(let day): day.iso
      case .at(let moment): time(moment)
      }
    }
    asOf = time(today.asOf)
    counts = Counts(
      children: today.counts.children,
      shown: today.counts.shown,
      missing: today.counts.missing,
      danger: today.counts[.danger],
      limits: today.counts[.cannotBeUndone],
      firstHours: today.counts[.first48Hours],
      promises: today.counts[.promised],
      notSeen: today.counts[.notSeen],
      today: today.counts[.today],
      stillMissing: today.counts[.stillMissing],
      waiting: today.counts[.waiting],
      asAgreed: today.counts[.asAgreed]
    )
    children = today.rows.map { row in
      Row(
        ref: row.ref,
        name: row.name,
        ownScript: row.nameBeside,
        group: row.group.rawValue,
        reasons: row.reasons.map { ReasonItem(text: $0.text, owedBy: $0.owedBy?.rawValue) },
        next: row.next.map {
          Next(text: $0.text, at: $0.at.map(due), owedBy: $0.owedBy?.rawValue)
        },
        lastContact: row.lastContact.map(time),
        lastSeen: row.lastSeen.map(time),
        lastSeenAlone: row.lastSeenAlone.map(time),
        missing: row.missingSince.map { Missing(since: time($0)) },
        openFlags: row.openFlags,
        nextDue: row.nextDue.map(due),
        placement: PlacementItem(
          kind: row.placementKind ?? "unknown",
          since: row.placementSince.map(time)
        )
      )
    }
  }
}
