/// What is wrong with a row, in words.
struct SSDA903Refusal: Error { var why: String }

/// One row of the return as entries.
enum SSDA903Rows {
  /// A row of `episodes.csv`: a placement, or a change of legal status in the same placement, and
  /// the end of care where the row says so.
  static func placement(
    _ row: SSDA903Table.Row,
    after earlier: [NewEntry],
    _ zone: Zone
  ) -> Result<[NewEntry], SSDA903Refusal> {
    guard let start = SSDA903Codes.day(row.cells["DECOM"] ?? "") else {
      return .failure(SSDA903Refusal(why: "no date that exists in DECOM"))
    }
    let code = row.cells["PLACE"] ?? ""
    guard let place = SSDA903Codes.placements[code] else {
      return .failure(SSDA903Refusal(why: "PLACE \(short(code)) is not a placement code"))
    }
    let end = row.cells["DEC"].map(SSDA903Codes.day)
    if let end, end == nil {
      return .failure(SSDA903Refusal(why: "no date that exists in DEC"))
    }
    if let end = end ?? nil, end < start {
      return .failure(SSDA903Refusal(why: "DEC is before DECOM"))
    }
    guard let began = SSDA903Codes.reasonsForNewEpisode[row.cells["RNE"] ?? ""] else {
      return .failure(SSDA903Refusal(why: "RNE \(short(row.cells["RNE"] ?? "")) is not a code"))
    }
    let at = zone.moment(start)
    let isFirst = !earlier.contains { $0.body is Placed }
    var entries: [NewEntry] = []
    if row.cells["RNE"] == "L", !isFirst {
      entries.append(
        NewEntry(
          occurredAt: at,
          body: DecisionRecorded(
            what: .court,
            outcome: .other,
            title: "legal status \(row.cells["LS"] ?? "not given") (\(began))"
          )
        )
      )
    } else {
      var placed = Placed(kind: place.words, code: code)
      placed.why = row.cells["RNE"] == "S" ? .first : isFirst ? nil : .move
      placed.carers = row.cells["PLACE_PROVIDER"].flatMap { SSDA903Codes.providers[$0] }
      entries.append(NewEntry(occurredAt: at, body: placed))
    }
    if let end = end ?? nil, row.cells["REC"] != "X1" {
      entries.append(NewEntry(occurredAt: zone.moment(end), body: ended(row)))
    }
    return .success(entries)
  }

  private static func ended(_ row: SSDA903Table.Row) -> PlacementEnded {
    let change = row.cells["REASON_PLACE_CHANGE"].flatMap {
      SSDA903Codes.reasonsForPlacementChange[$0]
    }
    return PlacementEnded(
      why: (["care ended, code \(row.cells["REC"] ?? "not given")"] + [change].compactMap { $0 })
        .joined(separator: "; ")
    )
  }

  /// A row of `missing.csv`: an episode with its start and, where it ended, its end.
  static func missing(
    _ row: SSDA903Table.Row,
    _ zone: Zone,
    now: Moment
  ) -> Result<[NewEntry], SSDA903Refusal> {
    guard let category = SSDA903Codes.missing[row.cells["MISSING"] ?? ""] else {
      return .failure(SSDA903Refusal(why: "MISSING is neither M nor A"))
    }
    guard let start = SSDA903Codes.day(row.cells["MIS_START"] ?? "") else {
      return .failure(SSDA903Refusal(why: "no date that exists in MIS_START"))
    }
    let end = row.cells["MIS_END"].map(SSDA903Codes.day)
    if let end, end == nil {
      return .failure(SSDA903Refusal(why: "no date that exists in MIS_END"))
    }
    if let end = end ?? nil, end < start {
      return .failure(SSDA903Refusal(why: "MIS_END is before MIS_START"))
    }
    if zone.moment(start) > now {
      return .failure(SSDA903Refusal(why: "MIS_START is in the future"))
    }
    var entries = [
      NewEntry(occurredAt: zone.moment(start), body: MissingStarted(councilCategory: category))
    ]
    if let end = end ?? nil {
      // The return says that it ended, and nothing of how: the three questions stay unanswered.
      let unknown = "not in the return"
      entries.append(
        NewEntry(
          occurredAt: zone.moment(end),
          body: Returned(seenBy: unknown, place: unknown, condition: unknown)
        )
      )
    }
    return .success(entries)
  }

  /// A row of `uasc.csv`: the child was unaccompanied; DUC is the day that this status ceases.
  static func unaccompanied(
    _ row: SSDA903Table.Row,
    now: Moment
  ) -> Result<[NewEntry], SSDA903Refusal> {
    guard let ceases = SSDA903Codes.day(row.cells["DUC"] ?? "") else {
      return .failure(SSDA903Refusal(why: "no date that exists in DUC"))
    }
    return .success([
      NewEntry(
        occurredAt: now,
        body: ChildDescribed(
          field: ChildField(rawValue: "unaccompanied-until"),
          value: Known(ceases.iso, source: "SSDA903")
        )
      )
    ])
  }

  /// A code that is not one, cut so that a cell of the wrong kind cannot spill a name.
  private static func short(_ code: String) -> String {
    code.isEmpty ? "(empty)" : "\"\(code.prefix(3))\""
  }
}
