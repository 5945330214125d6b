extension Moment {
  /// Reads a time as people and other programs write it: with an offset, or in a zone without one.
  ///
  /// - Parameters:
  ///   - typed: `2026-11-22T14:00`, `2026-11-22 14:00`, `2026-11-22T14:00:30+01:00` or a day alone,
  ///     which means its first minute.
  ///   - zone: For what has no offset.
  public init?(typed: String, zone: Zone) {
    if let exact = Moment(iso: typed) {
      self = exact
      return
    }
    if let day = Day(iso: typed) {
      self = zone.moment(day)
      return
    }
    let parts = typed.split(whereSeparator: { $0 == "T" || $0 == " " })
    guard parts.count == 2, let day = Day(iso: String(parts[0])),
      let clock = Moment(iso: "1970-01-01T\(parts[1])Z")
    else { return nil }
    let rest = clock.milliseconds % 60_000
    var moment = zone.moment(day, minuteOfDay: Int(clock.milliseconds / 60_000))
    moment.milliseconds += rest
    self = moment
  }
}
