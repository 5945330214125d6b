import Casework

/// What to know about a child before ringing or going: the same card on *Today* and on *Child*.
struct Card {
  let file: CaseFile
  let context: Context
  let now: Moment
  /// Why the child is where they are on *Today*; all of them.
  var reasons: [String] = []

  private var zone: Zone { context.zone }
  private var today: Day { zone.day(of: now) }

  /// Name, ages and languages.
  var head: [Part] {
    let name = Line(context.name(file), .text, strong: true)
    var beside = Line()
    // Script that runs from right to left stands last on its row, so it takes one of its own.
    var own: [Part] = []
    if !context.isPrivate, let other = file.nameBeside {
      if Columns.isRightToLeft(other) {
        own = [.line(Line(other, .quiet))]
      } else {
        beside = .space(3) + Line(other, .quiet)
      }
    }
    var parts: [Part] = [.sides(name + beside, Line(file.ref, .quiet))]
    parts += own
    parts.append(.prose(Line(ages)))
    parts.append(.prose(Line(languages)))
    return parts
  }

  /// `17 by own account, 16 by assessment (disputed)`.
  var ages: String {
    let known = file.births.compactMap { birth -> String? in
      if let age = birth.age(on: today) { return "\(age) \(birth.basis.words)" }
      return birth.state.map { "age \($0.words)" }
    }
    guard !known.isEmpty else {
      let said = file.described[.ageAsSaid]?.last?.words
      return said.map { "age as said: \($0)" } ?? "age not recorded"
    }
    let ages = Set(file.births.compactMap { $0.age(on: today) })
    return known.joined(separator: ", ") + (ages.count > 1 ? " (disputed)" : "")
  }

  var languages: String {
    let words = file.languages.map(\.words).filter { !$0.isEmpty }
    return words.isEmpty ? "language not recorded" : words.joined(separator: " · ")
  }

  /// Everything below the name.
  func fields(withRingCard: Bool) -> [Field] {
    var fields: [Field] = []
    for (index, reason) in reasons.enumerated() {
      fields.append(Field(index == 0 ? "ALSO" : "", context.shown(reason)))
    }
    fields += safeContact(withRingCard: withRingCard) + missing + living
    fields += said("WANTS", file.wants) + said("HELPS", file.helps) + said("RINGS", file.rings)
    fields += said("STRONG", file.strengths)
    fields += flags + promises + decisions + seen
    if !file.restrictedCounts.isEmpty {
      let count = file.restrictedCounts.values.reduce(0, +)
      fields.append(Field("CLOSE", "\(count) restricted", .restricted))
    }
    if file.unreadable > 0 {
      fields.append(
        Field("UNREAD", "\(file.unreadable) of a newer version, kept as they are", .unverified)
      )
    }
    return fields
  }

  private func safeContact(withRingCard: Bool) -> [Field] {
    guard let safe = file.safeContact else {
      return [Field("CONTACT", "no safe contact recorded", .dueUnevidenced)]
    }
    var words = [safe.how, safe.hours].compactMap { $0 }
    if let by = safe.heldBy { words.append(by.contains("hold") ? by : "\(by) holds the phone too") }
    if safe.noVoicemail == true { words.append("no voicemail") }
    var fields = [
      Field(
        "CONTACT",
        context.shown(words.isEmpty ? "agreed" : words.joined(separator: " · "))
      )
    ]
    if withRingCard {
      fields.append(Field("", Line("t", .key) + Line("  ring card, code word", .quiet)))
    }
    return fields
  }

  private var missing: [Field] {
    guard let episode = file.openEpisode else { return [] }
    let since = DateWords.near(zone.day(of: episode.since), today: today)
    let long = DateWords.span(minutes: now.minutes(since: episode.since))
    var fields = [
      Field(
        "MISSING",
        Line("since \(since) \(DateWords.time(episode.since, zone)), \(long)", .nowMissing)
      )
    ]
    if let police = episode.policeTold {
      let words = "police told \(when(police.at))"
      fields.append(Field("", words + (police.reference.map { " · ref \($0)" } ?? "")))
    } else {
      fields.append(Field("", "nobody recorded as having told the police", .nowMissing))
    }
    for news in episode.news.suffix(2) {
      let how =
        switch news.what {
        case .heardOf: "heard of"
        case .heardFrom: "heard from, still missing"
        case .seen: "seen, still missing"
        case .located: "said to be somewhere known"
        }
      fields.append(Field("", "\(how) \(when(news.at))"))
    }
    return fields
  }

  private var living: [Field] {
    guard let placement = file.placement else {
      return file.openEpisode == nil
        ? [Field("LIVES", "accommodation not known", .dueUnevidenced)] : []
    }
    let since = DateWords.near(zone.day(of: placement.since), today: today)
    var line = Line("\(placement.kind ?? "kind not known"), since \(since)")
    switch placement.suitable?.agreed {
    case true?: break
    case false?:
      line += Line(" · unsuitable", .lanePlacementUnsuitable)
      if let why = placement.whyNot { line += Line(": \(context.shown(why))") }
    case nil: line += Line(" · suitability not known", .dueUnevidenced)
    }
    return [Field("LIVES", line)]
  }

  private func said(_ label: String, _ values: [Described]) -> [Field] {
    let words = values.map(\.words).filter { !$0.isEmpty }
    guard !words.isEmpty else { return [] }
    let tone: Tone = label == "WANTS" ? .wordsChild : label == "STRONG" ? .protective : .text
    return [Field(label, context.shown(words.joined(separator: "; ")), tone)]
  }

  private var flags: [Field] {
    file.openFlags.suffix(4).reversed().enumerated().map { index, flag in
      let told = FlagWords.isSettled(flag) ? "" : " · kept here only: nobody told"
      let day = DateWords.near(zone.day(of: flag.raised.at), today: today)
      return Field(
        index == 0 ? "FLAGS" : "",
        Line(context.shown(flag.topic.replacing("-", with: " ")), FlagWords.tone(flag))
          + Line(", \(day)\(told)", .quiet)
      )
    }
  }

  private var promises: [Field] {
    file.promises.filter { $0.end == nil }.enumerated().map { index, promise in
      let due = promise.due.map { ", " + DueWords.near($0, zone: zone, today: today) } ?? ""
      return Field(
        index == 0 ? "PROMISED" : "",
        Line(context.shown(promise.text), .promise) + Line(due)
      )
    }
  }

  private var decisions: [Field] {
    file.decisions.suffix(3).enumerated().map { index, decision in
      let day = decision.notice ?? zone.day(of: decision.recorded.at)
      let limit = decision.answerBy.map { " · last day \(DateWords.near($0, today: today))" } ?? ""
      return Field(
        index == 0 ? "DECIDED" : "",
        "\(decision.what.words) \(decision.outcome.words) \(DateWords.near(day, today: today))\(limit)"
      )
    }
  }

  /// When the guardian last saw the child, against what was agreed.
  private var seen: [Field] {
    func words(_ counter: Counter) -> String? {
      let last = file.last(counter, by: now)
      let rhythm = file.rhythms[counter]
      guard last != nil || rhythm != nil else { return nil }
      let when = last.map { self.when($0, time: false) } ?? "never"
      let agreed = rhythm.map { ", every \($0.everyDays) days agreed" } ?? ""
      return "\(when)\(agreed)"
    }
    var fields: [Field] = []
    var said: Moment?
    for (counter, label) in [
      (Counter.seenAlone, "ALONE"), (.seen, "SEEN"), (.heardFrom, "HEARD"),
    ] {
      // Seen at the time they were seen alone, heard at the time they were seen: said once.
      let last = file.last(counter, by: now)
      if file.rhythms[counter] == nil, let last, last == said { continue }
      said = last ?? said
      if let words = words(counter) { fields.append(Field(label, words)) }
    }
    if fields.isEmpty { fields = [Field("SEEN", "never met", .dueSoon)] }
    return fields
  }

  private func when(_ moment: Moment, time: Bool = true) -> String {
    let day = DateWords.relative(zone.day(of: moment), today: today)
    return time ? "\(day) \(DateWords.time(moment, zone))" : day
  }
}

/// How a flag's weight shows.
enum FlagWords {
  /// True where "nobody told" need not be said: it was shared or answered, or it is a strength.
  static func isSettled(_ flag: RaisedFlag) -> Bool {
    flag.isShared || !flag.responses.isEmpty || flag.kind == .protective
  }

  static func tone(_ flag: RaisedFlag) -> Tone {
    if flag.urgent == true { return .flagUrgent }
    switch flag.kind {
    case .harm?: return .flagHarm
    case .protective?: return .protective
    case .context?: return .flagContext
    case .risk?, nil: return .flagRisk
    }
  }
}

/// When something is due, as the screens write it.
enum DueWords {
  static func near(_ due: DueDate, zone: Zone, today: Day) -> String {
    let day = DateWords.relative(due.day(in: zone), today: today)
    guard let moment = due.moment else { return day }
    return "\(day) \(DateWords.time(moment, zone))"
  }
}
