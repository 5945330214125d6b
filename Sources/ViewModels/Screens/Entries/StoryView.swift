import Casework

/// How an entry reads on a page: one line of facts, then the words.
struct StoryView {
  let context: Context
  let today: Day
  /// What to show as found; empty for nothing.
  var wanted: [SearchTerm] = []
  /// False where all versions show already.
  var offersVersions = true
  /// False where a heading says the day.
  var showsDay = true

  private var zone: Zone { context.zone }

  init(_ context: Context, wanted: [SearchTerm] = []) {
    self.context = context
    today = context.today
    self.wanted = wanted
  }

  /// An entry as parts of a timeline, with the child's name where it is everybody's; a brief one has
  /// its words cut to one row.
  func parts(_ story: Story, child: Line? = nil, brief: Bool = false) -> [Part] {
    var parts: [Part] = [.prose(head(story, child: child), hanging: 2)]
    if let removal = story.removal, let removed = removal.body as? Removed {
      let when = DateWords.near(zone.day(of: removal.stamp.recordedAt), today: today)
      parts.append(
        .prose(Line("removed \(when): \(context.shown(removed.why))", .removed), indent: 2)
      )
      return parts
    }
    for line in text(story) where !line.isEmpty {
      parts.append(brief ? .line(.space(2) + line) : .prose(line, indent: 2))
      if brief { break }
    }
    if brief {
      let together = Line.joined(story.with.map(companion), by: .space(3))
      if !together.isEmpty { parts.append(.line(.space(2) + together)) }
    } else {
      parts += story.with.map { .prose(companion($0), indent: 2, hanging: 2) }
    }
    let notes = Line.joined(afterthoughts(story), by: Line(" · ", .quiet))
    if !notes.isEmpty { parts.append(.prose(notes, indent: 2)) }
    return parts
  }

  /// `Fri 20 Nov 16:10  visit · 50 min · seen alone`.
  func head(_ story: Story, child: Line? = nil) -> Line {
    let day = zone.day(of: story.at)
    let year = day.date.year == today.date.year ? "" : " \(day.date.year)"
    let time = DateWords.time(story.at, zone)
    let when = showsDay ? "\(DateWords.short(day))\(year) \(time)" : time
    var line = Line(when, .quiet) + .space(2)
    if let child { line += child + .space(2) }
    if story.removal != nil {
      return line + Line(context.shown(story.body.timelineTitle), .removed)
    }
    guard let contact = story.contact else {
      return line + title(story)
    }
    line += Line(contact.kind == .other ? "contact" : contact.kind.rawValue, .text, strong: true)
    for fact in facts(contact, story.counted) { line += Line(" · ", .quiet) + fact }
    return line
  }

  private func title(_ story: Story) -> Line {
    let words = context.shown(story.body.timelineTitle)
    let tone: Tone =
      switch story.body {
      case is MissingStarted: .nowMissing
      case let flag as FlagRaised: flag.urgent == true ? .flagUrgent : .flagRisk
      case is PromiseMade, is PromiseKept, is PromiseNotKept, is PromiseReleased: .promise
      case is DecisionRecorded, is DecisionAnswered: .laneDecision
      case is UnknownEntry: .unverified
      case is WithheldEntry: .restricted
      default: .text
      }
    return marked(Line(words, tone, strong: true))
  }

  private func facts(_ contact: ContactMade, _ counted: ContactFact?) -> [Line] {
    var facts: [Line] = []
    if contact.party == .about {
      let whom = [contact.partyRole?.words, contact.partyName].compactMap { $0 }
      facts.append(
        Line(
          context.shown(whom.isEmpty ? "about" : "about, with " + whom.joined(separator: " ")),
          .quiet
        )
      )
    }
    if let minutes = contact.minutes { facts.append(Line("\(minutes) min")) }
    if let counted, counted.seen {
      facts.append(Line(counted.seenAlone ? "seen alone" : "seen", .laneSeen))
    } else if let counted, counted.heardFrom {
      facts.append(Line(counted.spokeAlone ? "spoke alone, not seen" : "heard from, not seen"))
    } else if contact.kind == .attempt {
      let count = contact.times?.count ?? 1
      facts.append(Line(count > 1 ? "\(count) times, not reached" : "not reached"))
    }
    if let interpreter = contact.interpreter { facts.append(Line(words(interpreter))) }
    if let company = contact.with, !company.isEmpty {
      facts.append(Line("with " + context.shown(company.joined(separator: ", "))))
    }
    if contact.place != nil { facts.append(Line("place masked", .quiet)) }
    for tag in contact.tags ?? [] { facts.append(marked(Line("#" + context.shown(tag), .quiet))) }
    if contact.restricted != nil { facts.append(Line("restricted", .restricted)) }
    return facts
  }

  private func words(_ interpreter: Interpreter) -> String {
    let how =
      switch interpreter.mode {
      case .phone?: " by phone"
      case .video?: " by video"
      case .inPerson?, nil: ""
      }
    return switch interpreter.kind {
    case .independent: "through an interpreter\(how)"
    case .none: "no interpreter"
    case .carer: "carer interpreted, not independent"
    case .friend: "friend interpreted, not independent"
    case .app: "through an app, not independent"
    case .unknown: "interpreter not recorded"
    }
  }

  /// The text: the child's words, opinions and what was looked for each in their own look.
  private func text(_ story: Story) -> [Line] {
    guard let contact = story.contact else {
      return [marked(Line(context.shown(story.body.timelineText.replacing("\n", with: " · "))))]
    }
    var marks: [(String, Tone)] = (contact.words ?? []).map {
      ($0.text, $0.by == "child" ? .wordsChild : .text)
    }
    if let opinion = contact.opinion { marks.append((opinion, .wordsOpinion)) }
    let shown = context.shown(contact.text)
    return shown.split(separator: "\n").map {
      marked(StoryView.toned(String($0), marks.map { (context.shown($0), $1) }))
    }
  }

  /// A text with some of its stretches in looks of their own.
  static func toned(_ text: String, _ marks: [(String, Tone)]) -> Line {
    for (words, tone) in marks where !words.isEmpty {
      guard let range = text.firstRange(of: words) else { continue }
      return toned(String(text[..<range.lowerBound]), marks) + Line(String(text[range]), tone)
        + toned(String(text[range.upperBound...]), marks)
    }
    return Line(text)
  }

  /// What was looked for, shown as found in the original text, whatever looks it runs through.
  func marked(_ line: Line) -> Line {
    guard !wanted.isEmpty else { return line }
    let text = line.spans.map(\.text).joined()
    let found = Fold.ranges(of: wanted, in: text)
    guard !found.isEmpty else { return line }
    var out = Line()
    var at = text.startIndex
    for span in line.spans {
      let end = text.utf8.index(at, offsetBy: span.text.utf8.count)
      func add(_ to: String.Index, isFound: Bool) {
        guard at < to else { return }
        let piece = String(text[at..<to])
        let found = Span(piece, .match, strong: true)
        out += Line(spans: [isFound ? found : Span(piece, span.tone, strong: span.isStrong)])
        at = to
      }
      for range in found where range.upperBound > at && range.lowerBound < end {
        add(min(end, max(at, range.lowerBound)), isFound: false)
        add(min(end, range.upperBound), isFound: true)
      }
      add(end, isFound: false)
    }
    return out
  }

  /// A flag, an act or a promise that came with the entry.
  private func companion(_ entry: RecordedEntry) -> Line {
    switch entry.body {
    case let flag as FlagRaised:
      let topic = context.shown(flag.topic.replacing("-", with: " "))
      return Line(
        (flag.urgent == true ? "urgent flag: " : "flag: ") + topic,
        flag.urgent == true ? .flagUrgent : .flagRisk
      )
    case let promise as PromiseMade:
      return Line("you promised: " + context.shown(promise.text) + due(promise.due), .promise)
    case let ask as AskedOf:
      return Line(
        "asked of \(ask.owedBy.words): \(context.shown(ask.text))\(due(ask.due))",
        .entryAction
      )
    case let reminder as ReminderSet:
      return Line("you will: " + context.shown(reminder.text) + due(reminder.due), .entryAction)
    default:
      return Line(context.shown(entry.body.timelineTitle), .quiet)
    }
  }

  private func due(_ due: DueDate?) -> String {
    due.map { ", " + DueWords.near($0, zone: zone, today: today) } ?? ""
  }

  private func afterthoughts(_ story: Story) -> [Line] {
    var notes: [Line] = []
    if story.first.stamp.by.hasPrefix("import") {
      notes.append(Line(story.first.stamp.by.replacing("import", with: "imported from"), .quiet))
    }
    if let late = story.minutesLate {
      notes.append(Line("written \(DateWords.span(minutes: late)) later", .late))
    }
    if !story.amendments.isEmpty {
      let count = story.amendments.count
      let back = story.standing == nil ? ", taken back" : ""
      var note = Line("amended \(count == 1 ? "once" : "\(count) times")\(back)", .late)
      if offersVersions {
        note += Line(" · ", .quiet) + Line("e", .key) + Line(" shows all versions", .quiet)
      }
      notes.append(note)
    }
    return notes
  }
}
