/// The first screen: every child of the caseload in exactly one group, with the reason in words.
///
/// A pure function of the case files and the moment (today.md); no weights, no sums, no score.
public struct Today: Sendable {
  /// The moment of the page.
  public var asOf: Moment
  /// The rows, in the order of the screen.
  public var rows: [TodayRow]
  /// The strip of counts.
  public var counts: TodayCounts
  /// The zone of its days.
  private let zone: Zone

  private init(asOf: Moment, zone: Zone, rows: [TodayRow]) {
    self.asOf = asOf
    self.zone = zone
    self.rows = rows
    counts = TodayCounts(rows)
  }

  /// Puts the page together.
  ///
  /// - Parameters:
  ///   - caseload: Every case file; closed ones are left out unless the child is missing.
  ///   - now: The moment of the page.
  ///   - zone: The zone of the record's days.
  ///   - standards: What the guardian's own service has set.
  ///   - earlier: A page by the same standards; what it says of a child whose file is the same stands
  ///     for the rest of its minute.
  /// - Returns: The page.
  public static func page(
    caseload: [CaseFile],
    now: Moment,
    zone: Zone,
    standards: Standards = Standards(),
    reusing earlier: Today? = nil
  ) -> Today {
    let known =
      earlier.flatMap { isOfMinute(now, of: $0.asOf) && $0.zone == zone ? $0.rowsByChild : nil }
      ?? [:]
    // Files are large: those whose row is known are only looked at.
    let rows = caseload.indices.filter { caseload[$0].isOnCaseload }.map { at in
      if let row = known[caseload[at].id], row.edition === caseload[at].edition { return row }
      return TodayRow(
        caseload[at],
        Facts(caseload[at], now: now, zone: zone, standards: standards)
      )
    }
    // Rows are large: only their places are sorted.
    let places = rows.indices.sorted { TodayRow.precedes(rows[$0], rows[$1]) }
    return Today(asOf: now, zone: zone, rows: places.map { rows[$0] })
  }

  private var rowsByChild: [ChildID: TodayRow] {
    Dictionary(rows.map { ($0.child, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// True where what was said at an earlier moment is still so: pages count in minutes.
  ///
  /// - Parameter earlier: The moment; one after the page's own is never of its minute.
  /// - Returns: Whether both are in one minute.
  public func isOfMinute(of earlier: Moment) -> Bool { Self.isOfMinute(asOf, of: earlier) }

  private static func isOfMinute(_ now: Moment, of earlier: Moment) -> Bool {
    now >= earlier && now.milliseconds / 60_000 == earlier.milliseconds / 60_000
  }
}

/// How many children are where: the strip above the list.
public struct TodayCounts: Sendable, Hashable {
  /// The caseload.
  public var children: Int
  /// Rows of the page; equal to `children` unless a filter is on.
  public var shown: Int
  /// Every open episode, in whatever group.
  public var missing: Int
  /// How many children each group has; absent groups have none.
  public var byGroup: [TodayGroup: Int]

  init(_ rows: [TodayRow]) {
    children = rows.count
    shown = rows.count
    missing = rows.count { $0.missingSince != nil }
    byGroup = rows.reduce(into: [:]) { $0[$1.group, default: 0] += 1 }
  }

  /// How many children a group has.
  public subscript(group: TodayGroup) -> Int { byGroup[group] ?? 0 }
}
