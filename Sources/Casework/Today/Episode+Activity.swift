extension Episode {
  /// When anybody last did or learned anything, or the beginning.
  public var lastActivity: Moment { (doings + nextActs.map(\.at)).max() ?? since }

  /// When a meeting about the child was last held.
  public var lastMeeting: Moment? {
    (meetings + steps.filter { $0.step == .t7 }.map(\.at)).max()
  }

  /// The newest thing heard, seen or learned.
  public var newestInformation: News? { news.max { $0.at < $1.at } }

  /// The next act that was agreed last.
  public var nextAct: Dated<NextActAgreed>? { nextActs.last }

  /// When something was first recorded at or after the time of an act; what is recorded between
  /// the agreement and then does not do the act.
  public func doing(of due: DueDate, in zone: Zone) -> Moment? {
    let from: Moment =
      switch due {
      case .at(let moment): moment
      case .day(let day): zone.moment(day)
      }
    return doings.filter { $0 >= from }.min()
  }

  /// Steps whose next time was agreed and after which nothing came: no later step of the kind or
  /// to the same person, and nothing at or after the time.
  public func pendingSteps(in zone: Zone) -> [Dated<MissingStep>] {
    steps.filter { step in
      guard let due = step.nextDue, doing(of: due, in: zone) == nil else { return false }
      return !steps.contains { later in
        later.at > step.at
          && (later.step == step.step || (later.role != nil && later.role == step.role))
      }
    }
  }

  // Steps, meetings and other contacts about the child, and news.
  private var doings: [Moment] { steps.map(\.at) + aboutContacts + news.map(\.at) }
}
