/// Something that somebody owes, with what became of it.
public struct Duty: Sendable, Hashable {
  /// What it is.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// The guardian's own act.
    case reminder
    /// The guardian told the child they would.
    case promise
    /// Something with a time.
    case appointment
    /// An act that another was asked for.
    case asked
    /// A limit that a document sets.
    case limit
    /// A birthday that changes what is owed.
    case age
    /// The interview after a return.
    case returnInterview = "return-interview"
    /// The next act in a missing episode, or when a step is due again.
    case episode
    /// A flag, a plan or a rhythm to be looked at again.
    case review
  }

  /// How it stands.
  public enum State: String, Sendable, Codable, CaseIterable {
    case due, notEvidenced, chased, met, notApplicable
  }

  /// The entry it comes from.
  public var id: EntryID
  /// What.
  public var title: String
  /// By when.
  public var due: DueDate?
  /// Who owes it; nil where nobody wrote that down.
  public var owedBy: Owner?
  /// What it is.
  public var kind: Kind
  /// The clock of the rule pack it follows.
  public var clock: String?
  /// Where that is written.
  public var source: String?
  /// When the guardian last asked for it again.
  public var chasedAt: Moment?
  /// When it was met.
  public var metAt: Moment?
  /// True when it ended without being met: cancelled, released, missed.
  public var isOff = false
  /// An appointment: true when the guardian meets or speaks with the child.
  public var isWithChild = false

  /// True until it is met or off.
  public var isOpen: Bool { metAt == nil && !isOff }

  /// How it stands at a moment.
  public func state(_ now: Moment, zone: Zone) -> State {
    if metAt != nil { return .met }
    if isOff { return .notApplicable }
    if chasedAt != nil { return .chased }
    return due?.isPast(now, zone: zone) == true ? .notEvidenced : .due
  }
}

extension CaseFile {
  /// Everything that anybody owes this child, open or not.
  ///
  /// - Parameters:
  ///   - now: Birthdays further off than 8 weeks are left out.
  ///   - zone: The zone of the record's days.
  /// - Returns: In no order.
  public func duties(at now: Moment, in zone: Zone) -> [Duty] {
    ages(near: zone.day(of: now)) + acts(zone) + limits() + returnInterviews() + episodeActs(zone)
      + reviews()
  }

  private func acts(_ zone: Zone) -> [Duty] {
    let reminders = reminders.map { reminder in
      Duty(
        id: reminder.id,
        title: reminder.text,
        due: reminder.due,
        owedBy: .guardian,
        kind: .reminder,
        metAt: reminder.doneAt,
        isOff: reminder.cancelledAt != nil
      )
    }
    let promises = promises.map { promise in
      Duty(
        id: promise.id,
        title: promise.text,
        due: promise.due,
        owedBy: .guardian,
        kind: .promise,
        metAt: promise.end == .kept ? promise.endedAt : nil,
        isOff: promise.end != nil && promise.end != .kept
      )
    }
    let appointments = appointments.map { appointment in
      Duty(
        id: appointment.id,
        title: appointment.what,
        due: appointment.due,
        owedBy: .guardian,
        kind: .appointment,
        metAt: kept(appointment, in: zone),
        isOff: appointment.missedAt != nil,
        isWithChild: appointment.isWithChild
      )
    }
    let asks = asks.map { ask in
      Duty(
        id: ask.id,
        title: ask.text,
        due: ask.due,
        owedBy: .role(ask.owedBy),
        kind: .asked,
        chasedAt: ask.chases.last?.at,
        metAt: ask.answer?.at
      )
    }
    return reminders + promises + appointments + asks
  }

  private func limits() -> [Duty] {
    decisions.filter { $0.answerBy != nil || $0.isAdverse }.map { decision in
      Duty(
        id: decision.id,
        title: decision.limitTitle,
        due: decision.answerBy.map(DueDate.day),
        owedBy: .role(decision.owedBy ?? .lawyer),
        kind: .limit,
        source: decision.answerBy == nil ? nil : "the document itself",
        metAt: decision.answer?.at
      )
    }
  }

  // 72 hours of elapsed time from the return (domain: mis.rhi); not the 48-hour watch.
  private func returnInterviews() -> [Duty] {
    episodes.compactMap { episode in
      guard let returned = episode.returned else { return nil }
      let settled = episode.interviews.first { $0.state == .done || $0.state == .refused }
      return Duty(
        id: returned.id,
        title: "return interview",
        due: .at(returned.at.adding(hours: 72)),
        owedBy: .role(.la),
        kind: .returnInterview,
        clock: "mis.rhi",
        source: "DfE, children who run away or go missing, January 2014 (unverified)",
        metAt: settled?.at
      )
    }
  }

  private func episodeActs(_ zone: Zone) -> [Duty] {
    guard let episode = openEpisode else { return [] }
    let act = episode.nextAct.map { act in
      Duty(
        id: act.id,
        title: act.what,
        due: act.due,
        owedBy: act.owedBy,
        kind: .episode,
        metAt: episode.doing(of: act.due, in: zone)
      )
    }
    let steps = episode.pendingSteps(in: zone).map { step in
      Duty(
        id: step.id,
        title: "\(step.step.words): next",
        due: step.nextDue,
        owedBy: step.role.map(Owner.role),
        kind: .episode
      )
    }
    return (act.map { [$0] } ?? []) + steps
  }

  private func reviews() -> [Duty] {
    var found: [Duty] = []
    func add(_ id: EntryID, _ title: String, _ day: Day?) {
      guard let day else { return }
      found.append(Duty(id: id, title: title, due: .day(day), owedBy: .guardian, kind: .review))
    }
    for flag in openFlags { add(flag.id, "review: \(flag.topic.spaced)", flag.reviewBy) }
    for kind in PlanKind.allCases {
      if let plan = plans[kind] { add(plan.id, "review: \(kind.words)", plan.reviewBy) }
    }
    for counter in Counter.allCases {
      if let rhythm = rhythms[counter] {
        add(rhythm.id, "review: how often \(counter.words)", rhythm.reviewBy)
      }
    }
    return found
  }
}

extension CaseFile {
  /// The birthdays that change what is owed, by every date of birth: 17½ from 8 weeks before until
  /// it is past, 18 from then on until there is a plan.
  private func ages(near today: Day) -> [Duty] {
    births.flatMap { birth in
      [(210, "17½"), (216, "18")].compactMap { months, age in
        guard let day = birth.day(atMonths: months), day.days(since: today) <= 56,
          months == 216 || day >= today
        else { return nil }
        return Duty(
          id: birth.id,
          title: "\(age) \(birth.basis.words)",
          due: .day(day),
          owedBy: .role(.la),
          kind: .age,
          metAt: plans[.transition]?.at
        )
      }
    }
  }
}
