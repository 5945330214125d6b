import Casework

/// The demo caseload, played into case files as a record would.
struct DemoPlay {
  let now: Moment
  let acts: [TimedAct]
  let entries: [RecordedEntry]
  let caseload: [CaseFile]

  init(_ typed: String, seed: UInt64 = 1, zone: Zone = .london) {
    let now = Moment(typed: typed, zone: zone) ?? Moment(milliseconds: 0)
    self.init(now: now, acts: DemoCaseload.acts(now: now, zone: zone, seed: seed))
  }

  init(now: Moment, acts: [TimedAct]) {
    self.now = now
    self.acts = acts
    var entries: [RecordedEntry] = []
    var refs: [(child: ChildID, ref: String)] = []
    for (seq, timed) in acts.enumerated() {
      for part in timed.act.parts {
        if let ref = part.openingRef, let child = part.child { refs.append((child, ref)) }
        for new in part.entries {
          let stamp = Stamp(
            id: new.id ?? EntryID(rawValue: "\(seq)"),
            child: part.child,
            occurredAt: new.occurredAt,
            recordedAt: timed.recordedAt,
            by: part.by
          )
          entries.append(RecordedEntry(stamp: stamp, body: new.body, seq: UInt64(seq + 1)))
        }
      }
    }
    self.entries = entries
    let byChild = Dictionary(grouping: entries) { $0.stamp.child }
    caseload = refs.map { child, ref in
      CaseFile.folded(id: child, ref: ref, entries: byChild[child] ?? [])
    }
  }

  var today: Today { Today.page(caseload: caseload, now: now, zone: .london) }

  /// Which child is in which group, by ref.
  var groups: [String: TodayGroup] {
    Dictionary(today.rows.map { ($0.ref, $0.group) }, uniquingKeysWith: { first, _ in first })
  }

  /// Every contact, with the child it is about.
  var contacts: [(child: ChildID?, at: Moment, body: ContactMade)] {
    entries.compactMap { entry in
      (entry.body as? ContactMade).map { (entry.stamp.child, entry.stamp.occurredAt, $0) }
    }
  }
}
