import Casework

/// A child's life as lanes: where they lived, when they were missing, what was decided, when they
/// were seen and heard from, and the gaps between.
struct ChildLanes {
  let file: CaseFile
  let zone: Zone
  let today: Day

  /// The first day that anything is known of.
  var begins: Day {
    let moments =
      [
        file.openedAt, file.placements.first?.since, file.episodes.first?.since,
        file.contacts.first?.at,
      ]
      .compactMap { $0 }
    return moments.min().map(zone.day(of:)) ?? today.adding(days: -90)
  }

  func lanes(from: Day, to: Day, cursor: Day?) -> Lanes {
    Lanes(
      from: from,
      to: to,
      today: today,
      cursor: cursor,
      lanes: [placed, missing, decisions, seenAlone, heardFrom, gaps(until: to)].compactMap { $0 }
    )
  }

  private var placed: Lanes.Lane {
    Lanes.Lane(
      "placed",
      stretches: file.placements.map { placement in
        let look: (Character, Tone) =
          switch placement.suitable?.agreed {
          case true?: (Glyph.full, .lanePlacementSafe)
          case false?: (Glyph.light, .lanePlacementUnsuitable)
          case nil: (Glyph.half, .lanePlacementUnsure)
          }
        return Lanes.Stretch(
          from: zone.day(of: placement.since),
          to: placement.until.map(zone.day(of:)) ?? today,
          sign: look.0,
          tone: look.1,
          words: placement.kind ?? ""
        )
      }
    )
  }

  private var missing: Lanes.Lane {
    Lanes.Lane(
      "missing",
      stretches: file.episodes.map { episode in
        Lanes.Stretch(
          from: zone.day(of: episode.since),
          to: episode.returned.map { zone.day(of: $0.at) } ?? today,
          sign: Glyph.cross,
          tone: .laneMissing,
          words: ""
        )
      }
    )
  }

  private var decisions: Lanes.Lane {
    Lanes.Lane(
      "decisions",
      points: file.decisions.map { decision in
        Lanes.Point(
          decision.notice ?? zone.day(of: decision.recorded.at),
          decision.outcome == .waiting || decision.outcome == .disputed
            ? Glyph.openDiamond : Glyph.today,
          .laneDecision,
          "\(decision.what.words) \(decision.outcome.words)"
        )
      }
    )
  }

  private var seenAlone: Lanes.Lane {
    Lanes.Lane(
      "seen alone",
      points: file.contacts.filter(\.seenAlone)
        .map { Lanes.Point(zone.day(of: $0.at), Glyph.dot, .laneSeen) }
    )
  }

  private var heardFrom: Lanes.Lane {
    Lanes.Lane(
      "heard from",
      points: file.contacts.filter { $0.heardFrom && !$0.seenAlone }
        .map { Lanes.Point(zone.day(of: $0.at), Glyph.middleDot, .laneSeen) }
    )
  }

  /// Stretches without a contact of the agreed sort that were longer than agreed.
  private func gaps(until end: Day) -> Lanes.Lane? {
    let counter: Counter = file.rhythms[.seenAlone] != nil ? .seenAlone : .seen
    let agreed = file.rhythms[counter]?.everyDays ?? 14
    guard agreed > 0 else { return nil }
    let days =
      file.contacts.filter { $0.counts(for: counter) }.map { zone.day(of: $0.at) } + [today]
    var stretches: [Lanes.Stretch] = []
    for (earlier, later) in zip(days, days.dropFirst()) where later.days(since: earlier) > agreed {
      stretches.append(
        Lanes.Stretch(
          from: earlier.adding(days: 1),
          to: later.adding(days: -1),
          sign: "─",
          tone: .laneGap,
          words: "\(later.days(since: earlier)) d"
        )
      )
    }
    return Lanes.Lane("gaps", stretches: stretches)
  }
}
