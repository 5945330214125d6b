/// A time of heightened watch: 48 hours, then the rest of the first week.
///
/// It is evidence of when children vanish, not a duty; never the 72 hours of the interview.
struct Watch: Sendable {
  enum Cause: Sendable {
    case placed(Dated<Placed>)
    case returned
    case released
    case byHand(String)
  }

  var cause: Cause
  var start: Moment
  /// When the first part is over: 48 hours of elapsed time, or what was set by hand.
  var firstEnds: Moment
  /// When the first week is over; nil where the guardian set an end by hand.
  var weekEnds: Moment?
  /// When the guardian ended it.
  var endedAt: Moment?

  init(_ cause: Cause, from start: Moment, until: Moment? = nil) {
    self.cause = cause
    self.start = start
    firstEnds = until ?? start.adding(hours: 48)
    weekEnds = until == nil ? start.adding(hours: 7 * 24) : nil
  }

  func isFirst(_ now: Moment) -> Bool { isRunning(now) && now < firstEnds }

  func isRestOfWeek(_ now: Moment) -> Bool {
    guard let weekEnds else { return false }
    return isRunning(now) && now >= firstEnds && now < weekEnds
  }

  private func isRunning(_ now: Moment) -> Bool {
    start <= now && (endedAt.map { $0 > now } ?? true)
  }

  /// Every watch of a child, oldest first: from placements, returns, releases and by hand.
  static func all(of file: CaseFile) -> [Watch] {
    var all = file.placements.map { Watch(.placed($0.begun), from: $0.since) }
    all += file.episodes.compactMap(\.returned).map { Watch(.returned, from: $0.at) }
    all += file.liberty.filter { $0.change.body.change == .released }
      .map { Watch(.released, from: $0.change.at) }
    all += file.watches.map { Watch(.byHand($0.why), from: $0.at, until: $0.until) }
    for index in all.indices {
      all[index].endedAt = file.watchEnds.first { $0.at >= all[index].start }?.at
    }
    return all.sorted { $0.start < $1.start }
  }
}
