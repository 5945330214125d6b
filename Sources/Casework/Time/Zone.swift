internal import Foundation

/// The one time zone of a vault: days, "today" and clocks use it, never `TZ`.
public struct Zone: Sendable, Hashable {
  /// The IANA name, such as `Europe/London`.
  public let identifier: String
  private let zone: TimeZone

  /// A zone by its IANA name; nil when this machine does not know it.
  public init?(_ identifier: String) {
    guard let zone = TimeZone(identifier: identifier) else { return nil }
    self.identifier = identifier
    self.zone = zone
  }

  private init(fallback: TimeZone) {
    identifier = fallback.identifier
    zone = fallback
  }

  /// Europe/London, the default of `mainstay init`; UTC where the machine has no zone data.
  public static let london = Zone("Europe/London") ?? Zone(fallback: .gmt)

  /// Minutes east of UTC at an instant.
  public func offsetMinutes(at moment: Moment) -> Int {
    zone.secondsFromGMT(
      for: Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
    ) / 60
  }

  /// The same instant, written with this zone's offset.
  public func local(_ moment: Moment) -> Moment {
    Moment(milliseconds: moment.milliseconds, offsetMinutes: offsetMinutes(at: moment))
  }

  /// The calendar day of an instant here.
  public func day(of moment: Moment) -> Day {
    let local = moment.milliseconds + Int64(offsetMinutes(at: moment)) * 60_000
    return Day(daysSince1970: Int((Double(local) / 86_400_000).rounded(.down)))
  }

  /// The wall-clock time of an instant here, in minutes after midnight (0...1439).
  public func minuteOfDay(of moment: Moment) -> Int {
    let local = moment.milliseconds + Int64(offsetMinutes(at: moment)) * 60_000
    let rest = local - Int64((Double(local) / 86_400_000).rounded(.down)) * 86_400_000
    return Int(rest / 60_000)
  }

  /// The instant at which the wall clock here shows a day and a minute.
  ///
  /// A time that the clocks skip in spring becomes the instant an hour later; one that happens
  /// twice in autumn is its first.
  public func moment(_ day: Day, minuteOfDay: Int = 0) -> Moment {
    let wall = Int64(day.daysSince1970) * 86_400_000 + Int64(minuteOfDay) * 60_000
    var found: [Moment] = []
    // The offset is one of those in force a day before and a day after.
    for probe in [wall - 86_400_000, wall + 86_400_000] {
      let offset = offsetMinutes(at: Moment(milliseconds: probe))
      let candidate = Moment(milliseconds: wall - Int64(offset) * 60_000)
      if offsetMinutes(at: candidate) == offset { found.append(local(candidate)) }
    }
    if let first = found.min() { return first }
    let before = offsetMinutes(at: Moment(milliseconds: wall - 86_400_000))
    return local(Moment(milliseconds: wall - Int64(before) * 60_000))
  }
}
