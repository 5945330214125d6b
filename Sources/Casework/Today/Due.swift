/// What is due over the caseload, by whom: the `due` document.
public struct Due: Sendable {
  /// One thing that is owed.
  public struct Item: Sendable {
    /// The child.
    public var child: ChildID
    /// The child's code.
    public var ref: String
    /// What is owed, when, by whom.
    public var duty: Duty
    /// How it stands.
    public var state: Duty.State
    /// True of a promise to the child.
    public var isPromise: Bool { duty.kind == .promise }
  }

  /// Soonest first; what has no date comes last.
  public var items: [Item]

  /// Collects what is owed.
  ///
  /// - Parameters:
  ///   - caseload: Every case file; closed ones are left out unless the child is missing.
  ///   - now: The moment of the page.
  ///   - zone: The zone of the record's days.
  /// - Returns: Everything open, and what was due in the last 14 days and met or called off.
  public static func page(caseload: [CaseFile], now: Moment, zone: Zone) -> Due {
    let today = zone.day(of: now)
    var items = caseload.filter(\.isOnCaseload).flatMap { file in
      file.duties(at: now, in: zone).map { duty in
        Item(child: file.id, ref: file.ref, duty: duty, state: duty.state(now, zone: zone))
      }
    }
    items.removeAll { item in
      guard !item.duty.isOpen else { return false }
      let day = item.duty.due?.day(in: zone) ?? item.duty.metAt.map { zone.day(of: $0) }
      return day.map { $0 < today.adding(days: -14) } ?? true
    }
    func key(_ item: Item) -> (Int64, String, String) {
      (
        item.duty.due?.deadline(in: zone).milliseconds ?? .max, item.ref, item.duty.id.rawValue
      )
    }
    items.sort { key($0) < key($1) }
    return Due(items: items)
  }
}
