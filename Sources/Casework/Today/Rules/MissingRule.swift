/// An open episode: rank 1 in its first week and on news, rank 8 after (never lower).
enum MissingRule: TodayRule {
  static func reasons(_ facts: Facts) -> [Reason] {
    guard let episode = facts.episode else { return [] }
    let words = facts.words
    let told =
      episode.policeTold.map { "police told \(words.moment($0.at))" }
      ?? "police: nobody recorded as told"
    let since = "missing since \(words.began(episode.since)), \(words.since(episode.since))"
    let closed = facts.closure.map { "the guardian's work was closed \(words.day(of: $0.at))" }
    if let why = whyFirst(facts, episode) {
      let newest = max(episode.newestInformation?.at ?? episode.since, episode.since)
      return [
        Reason(
          .missing,
          since,
          told,
          why.isEmpty ? nil : why,
          adult(facts),
          closed,
          order: [
            episode.policeTold == nil ? 0 : 1, -newest.milliseconds, -episode.since.milliseconds,
          ]
        )
      ]
    }
    let meeting =
      episode.lastMeeting.map { "no meeting for \(words.since($0))" } ?? "no meeting recorded"
    return [
      Reason(
        .stillMissing,
        since,
        meeting,
        episode.policeTold == nil ? told : nil,
        adult(facts),
        closed,
        order: [episode.lastActivity.milliseconds, episode.since.milliseconds]
      )
    ]
  }

  // Why the episode is in rank 1, in words; empty in its first week, nil when it is in rank 8.
  private static func whyFirst(_ facts: Facts, _ episode: Episode) -> String? {
    let (now, zone, words) = (facts.now, facts.zone, facts.words)
    let newest = episode.newestInformation
    if let newest, now <= newest.at.adding(hours: 72) {
      return "\(newest.what.words) \(words.moment(newest.at))"
    }
    if now <= episode.since.adding(hours: 7 * 24) { return "" }
    if let step = episode.pendingSteps(in: zone).first(where: {
      $0.nextDue?.isPast(now, zone: zone) == true
    }), let due = step.nextDue {
      return "\(step.step.words): next was due \(words.due(due)), nothing recorded since"
    }
    if let act = episode.nextAct, episode.doing(of: .day(act.due.day(in: zone)), in: zone) == nil {
      guard act.due.day(in: zone) < facts.today else { return nil }
      return "agreed next act was due \(words.day(act.due.day(in: zone))): \(act.what)"
        + ", nothing recorded since"
    }
    let last = zone.day(of: episode.lastActivity)
    guard facts.today >= last.adding(days: 28) else { return nil }
    return "nothing recorded for \(words.since(last))"
  }

  // "adult since …": by every date of birth, or by one of them.
  private static func adult(_ facts: Facts) -> String? {
    let known = facts.births.filter { $0.date != nil }
    let adult = known.compactMap { birth in
      birth.day(atMonths: 216).flatMap { $0 <= facts.today ? ($0, birth.basis) : nil }
    }
    guard let (day, basis) = adult.max(by: { $0.0 < $1.0 }) else { return nil }
    let since = "adult since \(facts.words.dated(day))"
    return adult.count == known.count ? since : "\(since) \(basis.words)"
  }
}

extension Episode.News.What {
  /// As a reason says it.
  var words: String {
    switch self {
    case .heardOf: "heard of"
    case .heardFrom: "heard from"
    case .seen: "seen, return not recorded:"
    case .located: "located, return not recorded:"
    }
  }
}
