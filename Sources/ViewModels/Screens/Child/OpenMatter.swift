import Casework

/// Something about a child that is not over: a promise, an act, a reminder or a flag.
struct OpenMatter {
  /// What sort of thing it is, with what ends it.
  enum Sort {
    case promise(Promise)
    case reminder(Reminder)
    case ask(Ask)
    case flag(RaisedFlag)
  }

  var sort: Sort

  var id: EntryID {
    switch sort {
    case .promise(let promise): promise.id
    case .reminder(let reminder): reminder.id
    case .ask(let ask): ask.id
    case .flag(let flag): flag.id
    }
  }

  var due: DueDate? {
    switch sort {
    case .promise(let promise): promise.due
    case .reminder(let reminder): reminder.due
    case .ask(let ask): ask.due
    case .flag(let flag): flag.reviewBy.map { .day($0) }
    }
  }

  /// What it is about, in its own words.
  var text: String {
    switch sort {
    case .promise(let promise): promise.text
    case .reminder(let reminder): reminder.text
    case .ask(let ask): ask.text
    case .flag(let flag): flag.topic.replacing("-", with: " ")
    }
  }

  /// Everything open about a child: promises first, then what the guardian will do, what others
  /// owe, and the flags; each sort by its date.
  static func all(_ file: CaseFile, zone: Zone) -> [OpenMatter] {
    func byDue(_ matters: [OpenMatter]) -> [OpenMatter] {
      matters.enumerated().sorted {
        let (a, b) = ($0.element.due?.deadline(in: zone), $1.element.due?.deadline(in: zone))
        guard let a else { return b == nil && $0.offset < $1.offset }
        guard let b else { return true }
        return (a, $0.offset) < (b, $1.offset)
      }.map(\.element)
    }
    return byDue(file.promises.filter { $0.end == nil }.map { OpenMatter(sort: .promise($0)) })
      + byDue(file.reminders.filter(\.isOpen).map { OpenMatter(sort: .reminder($0)) })
      + byDue(file.asks.filter { $0.answer == nil }.map { OpenMatter(sort: .ask($0)) })
      + file.openFlags.reversed().map { OpenMatter(sort: .flag($0)) }
  }

  /// `you promised  bus pass, Fri 27`.
  func line(_ context: Context, today: Day, now: Moment) -> Line {
    let zone = context.zone
    let words = Line(context.shown(text))
    switch sort {
    case .promise:
      return Line("you promised  ", .promise) + words + dueWords(zone, today, now, mine: true)
    case .reminder:
      return Line("you will      ", .entryAction) + words + dueWords(zone, today, now, mine: true)
    case .ask(let ask):
      var line = Line("asked         ", .quiet) + Line(ask.owedBy.words + ": ", .quiet) + words
      line += dueWords(zone, today, now, mine: false)
      if let chase = ask.chases.last {
        line += Line(" · chased \(DateWords.near(zone.day(of: chase.at), today: today))", .quiet)
      }
      return line
    case .flag(let flag):
      var line = Line("flag          ", .quiet) + words.toned(FlagWords.tone(flag)).strong()
      line += Line(", \(DateWords.near(zone.day(of: flag.raised.at), today: today))", .quiet)
      if let last = flag.responses.last {
        line += Line(" · answered: \(context.shown(last.what))", .quiet)
      } else {
        line += Line(" · no response recorded", .dueUnevidenced)
      }
      if !FlagWords.isSettled(flag) {
        line += Line(" · kept here only: nobody told", .quiet)
      }
      return line
    }
  }

  private func dueWords(_ zone: Zone, _ today: Day, _ now: Moment, mine: Bool) -> Line {
    guard let due else { return Line(", no date", .quiet) }
    let words = ", " + DueWords.near(due, zone: zone, today: today)
    if due.isPast(now, zone: zone) {
      return Line(words, .dueUnevidenced)
        + Line(mine ? " · not yet done" : " · not evidenced", .quiet)
    }
    return Line(words, due.day(in: zone) == today ? .dueToday : .quiet)
  }

  // MARK: - Ending it

  /// What is asked before it is marked done.
  func question(name: String) -> Question {
    var question = words(asking: name)
    question.about = id
    return question
  }

  private func words(asking name: String) -> Question {
    switch (sort, name) {
    case (.promise, "not-done"):
      Question(
        name: name,
        prompt: "Not kept: \(text). What did you tell the child?",
        placeholder: "why, in words that the child heard"
      )
    case (.promise, _):
      Question(
        name: name,
        prompt: "Kept: \(text). How?",
        placeholder: "a few words, or only Enter",
        mayBeEmpty: true
      )
    case (.reminder, "not-done"):
      Question(name: name, prompt: "Not needed any more: \(text). Why?", placeholder: "why")
    case (.reminder, _):
      Question(
        name: name,
        prompt: "Done: \(text).",
        placeholder: "a few words, or only Enter",
        mayBeEmpty: true
      )
    case (.ask(let ask), "chase"):
      Question(
        name: name,
        prompt: "Chased \(ask.owedBy.words): \(text). How?",
        placeholder: "rang, wrote to whom",
        mayBeEmpty: true
      )
    case (.ask(let ask), _):
      Question(
        name: name,
        prompt: "\(ask.owedBy.words.capitalizedFirst) answered: \(text). What?",
        placeholder: "what they said or did",
        mayBeEmpty: false
      )
    case (.flag, "not-done"):
      Question(name: name, prompt: "Close the flag \(text). Why does it no longer hold?")
    case (.flag, _):
      Question(
        name: name,
        prompt: "Response to \(text): what was done, by whom?",
        placeholder: "asked the college to watch the gate"
      )
    }
  }

  /// The entry that follows from an answer; nil where there is none of that name.
  func entry(_ name: String, _ text: String) -> (any Entry)? {
    let words = text.isEmpty ? nil : text
    switch (sort, name) {
    case (.promise, "done"): return PromiseKept(of: id, note: words)
    case (.promise, "not-done"): return PromiseNotKept(of: id, toldWhy: text)
    case (.reminder, "done"): return ReminderDone(of: id, note: words)
    case (.reminder, "not-done"): return ReminderCancelled(of: id, why: words)
    case (.ask, "done"): return AskedAnswered(of: id, answer: words)
    case (.ask, "chase"): return AskedChased(of: id, how: words)
    case (.flag, "done"): return FlagResponded(of: id, what: text)
    case (.flag, "not-done"): return FlagReviewed(of: id, stillValid: false, closedBecause: words)
    default: return nil
    }
  }
}

extension OpenMatter {
  /// Said where another program ended it while its question was open, with the words that were typed:
  /// they are nowhere else.
  static func isOver(_ words: String) -> Message {
    let lost = words.isEmpty ? "." : " of “\(words)”"
    return Message("It is not open any more: nothing was kept" + lost, .error)
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension OpenMatter {
  /// What a key does with a matter, wherever it is listed.
  static let commands = [
    Command(
      "done",
      [.character("d")],
      "done",
      "The promise was kept, the act done, the flag answered: a few words, then Enter.",
      needs: .writer,
      footer: 3
    ),
    Command(
      "not-done",
      [.character("D")],
      "not done",
      "The promise was not kept, the act is not needed, the flag is closed: with why.",
      needs: .writer,
      footer: 11
    ),
    Command(
      "chase",
      [.character("c")],
      "chased",
      "Asked again for what another owes.",
      needs: .writer,
      footer: 12
    ),
  ]
}
