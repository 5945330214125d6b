public import Casework

extension Story {
  /// A child with a life made up by dice: any entries, in any order, at any time of a year.
  ///
  /// - Parameters:
  ///   - ref: The code of the child.
  ///   - now: Most of it happened before, a little is still to come.
  ///   - dice: Decide everything.
  /// - Returns: The story, its entries not in order.
  public static func random(_ ref: String, now: Moment, dice: inout Dice) -> Story {
    var story =
      dice.chance(40) ? asAgreed(ref) : Story(ref, name: dice.chance(80) ? "Saba Tesfay" : nil)
    var ids = story.entries.map(\.stamp.id)
    for _ in 0..<Int.random(in: 0...30, using: &dice) {
      // Much of what decides is recent: minutes to months ago.
      let reach = dice.pick([120, 3000, 11_000, 90_000, 500_000]) ?? 3000
      let at = now.adding(minutes: -Int.random(in: -200...reach, using: &dice))
      let of = dice.pick(ids) ?? EntryID(rawValue: "none")
      ids.append(story.add(body(of: of, now: now, dice: &dice), at: at))
    }
    return story
  }

  private static func body(of: EntryID, now: Moment, dice: inout Dice) -> any Entry {
    let soon = now.adding(minutes: Int.random(in: -30_000...30_000, using: &dice))
    let day = Zone.london.day(of: soon)
    let due: DueDate = dice.chance(50) ? .day(day) : .at(soon)
    let kind = dice.pick(ContactKind.allCases) ?? .visit
    switch Int.random(in: 0..<34, using: &dice) {
    case 0, 1, 2, 3:
      var made = contact(kind)
      made.alone = dice.chance(50) ? true : nil
      return made
    case 4: return MissingStarted()
    case 5: return Returned(seenBy: "police", place: "home", condition: "well")
    case 6:
      return MissingStep(
        step: dice.pick(EpisodeStep.allCases) ?? .t2,
        nextDue: dice.chance(30) ? due : nil
      )
    case 7: return NextActAgreed(what: "meeting", owedBy: .role(.la), due: due)
    case 8: return HeardFrom(through: "a friend", text: "well")
    case 9: return Located(byWhom: "a driver")
    case 10:
      return FlagRaised(
        topic: "car",
        nature: dice.pick([.selfHarm, .personOfConcern, .injury, .other]),
        urgent: dice.chance(30) ? true : nil,
        reviewBy: dice.chance(50) ? day : nil
      )
    case 11: return FlagResponded(of: of, what: "told")
    case 12: return FlagReviewed(of: of, stillValid: dice.chance(50))
    case 13, 14: return AskedOf(text: "PEP", owedBy: dice.pick(Role.allCases) ?? .sw, due: due)
    case 15: return AskedChased(of: of)
    case 16: return AskedAnswered(of: of)
    case 17: return PromiseMade(text: "ring", due: dice.chance(80) ? due : nil)
    case 18: return PromiseKept(of: of)
    case 19: return ReminderSet(text: "write", due: due)
    case 20: return ReminderDone(of: of)
    case 21: return AppointmentSet(what: "visit", at: due, kind: kind)
    case 22:
      return DecisionRecorded(
        what: dice.pick(DecisionKind.allCases) ?? .rg,
        outcome: dice.pick(DecisionOutcome.allCases) ?? .negative,
        answerBy: dice.chance(50) ? day : nil
      )
    case 23: return DecisionAnswered(of: of, what: "appeal lodged")
    case 24:
      return LibertyChanged(change: dice.pick(LibertyChange.allCases) ?? .custody)
    case 25, 26:
      return Placed(kind: dice.pick(["B&B", "hostel", nil]) ?? nil, suitable: Known(.notAsked))
    case 27: return WatchSet(why: "a car", until: dice.chance(50) ? soon : nil)
    case 28:
      return RhythmAgreed(
        counter: dice.pick(Counter.allCases) ?? .seen,
        everyDays: Int.random(in: 0...9, using: &dice)
      )
    case 29: return PlanMade(kind: dice.pick(PlanKind.allCases) ?? .safety, reviewBy: day)
    case 30:
      let months = Int.random(in: 200...220, using: &dice)
      return ChildDescribed(
        field: .birth,
        value: Known(day.adding(months: -months).iso),
        basis: dice.pick(BirthBasis.allCases)
      )
    case 31: return dice.chance(30) ? Closed(why: "18") : Reopened()
    case 32: return dice.chance(50) ? Removed(of: of, why: "wrong") : WatchEnded(why: "calm")
    default: return Amended(of: of, why: "better", body: contact(kind))
    }
  }
}
