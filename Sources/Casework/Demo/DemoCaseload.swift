/// An act with the moment at which it was written down.
///
/// Whoever plays it into a record sets the record's clock to that moment.
public struct TimedAct: Sendable {
  /// When it was written down.
  public var recordedAt: Moment
  /// What was kept.
  public var act: Act

  /// Makes a timed act.
  public init(recordedAt: Moment, act: Act) {
    self.recordedAt = recordedAt
    self.act = act
  }
}

/// Fourteen children who do not exist, and three years of notes about them.
///
/// Names, places, numbers and lives are made up; telephone numbers are from the range that Ofcom
/// keeps for fiction. Everything is told from the day on which it is shown, so that *Today* has a
/// child in each of its groups whenever somebody looks.
public enum DemoCaseload {
  /// The guardian whose caseload it is.
  public static let guardian = "Rosa Okafor"

  /// The caseload as acts, in the order in which they were written down.
  ///
  /// The same moment, zone and seed make the same acts. The first act of a child opens its record
  /// with a ref, K01 to K14; no act is later than `now`.
  ///
  /// - Parameters:
  ///   - now: The moment at which somebody looks.
  ///   - zone: The zone of the record.
  ///   - seed: Where identities and the minutes between a contact and its note come from.
  /// - Returns: At least one act for each child.
  public static func acts(now: Moment, zone: Zone, seed: UInt64 = 1) -> [TimedAct] {
    let clock = DemoClock(now: now, zone: zone)
    let lives = lives(now: now, zone: zone, seed: seed)
    let both = together(lives, clock: clock, random: DemoRandom(seed: ~seed))
    return inOrder(lives.flatMap(\.acts) + both)
  }

  /// Each child's record, in the order of the refs.
  static func lives(now: Moment, zone: Zone, seed: UInt64) -> [DemoLife] {
    let clock = DemoClock(now: now, zone: zone)
    return cast.enumerated().map { index, live in
      live(clock, DemoRandom(seed: seed &* 1_000_003 &+ UInt64(index)))
    }
  }

  /// By when they were written down; what was written in one go stays together.
  static func inOrder(_ acts: [TimedAct]) -> [TimedAct] {
    acts.enumerated()
      .sorted { a, b in
        a.element.recordedAt == b.element.recordedAt
          ? a.offset < b.offset : a.element.recordedAt < b.element.recordedAt
      }
      .map(\.element)
  }

  private static let cast: [@Sendable (DemoClock, DemoRandom) -> DemoLife] = [
    minh, mirela, selam, jordan, filmon, layla, ardit, saba, yusuf, bao, duc, thanh, dawit, nour,
  ]
}
