/// From what was understood to what is kept.
extension ParsedNote {
  /// The act that keeping the line writes: one part a child; nil while something is asked.
  ///
  /// - Parameters:
  ///   - opening: For a referral: the new child and its ref.
  ///   - taking: Offers of this note that the guardian took; those taken by typing are not among
  ///     them, for they are in the line.
  ///   - newID: A fresh identity; the first is the first entry's, such as its draft's.
  /// - Returns: The contact of each child, then its flags, acts, promises and steps, each pointing
  ///   at the contact, then what was taken. An appointment takes the place of the contact.
  public func act(
    opening: (child: ChildID, ref: String)? = nil,
    taking: [NoteOffer] = [],
    newID: () -> EntryID
  ) -> Act? {
    let taken = taking.filter { offers.contains($0) && $0.taking == .keeping }
    if let referral {
      guard isKeepable else { return nil }
      return opening.map { new in
        Act(parts: [part(referral, taken, child: new.child, ref: new.ref, newID)])
      }
    }
    let isAhead = taken.contains { $0.code == "appointment" }
    let open = problems.filter { !(isAhead && ["future", "no-kind"].contains($0.code)) }
    guard open.isEmpty, !children.isEmpty else { return nil }
    if !isAhead, !isActsOnly { guard kind != nil, party != nil else { return nil } }
    return Act(parts: children.map { part($0, taken, isAhead: isAhead, newID) })
  }

  private func part(
    _ child: KnownChild,
    _ taken: [NoteOffer],
    isAhead: Bool,
    _ newID: () -> EntryID
  ) -> ActPart {
    var entries: [NewEntry] = []
    var contact: EntryID?
    // What is set for a day to come was set now.
    let at = isAhead ? now : self.at
    if let kind, let party, !isAhead, !isActsOnly {
      let id = newID()
      contact = id
      entries.append(NewEntry(id: id, occurredAt: at, body: self.contact(child, kind, party)))
    }
    func add(_ body: any Entry, at moment: Moment) {
      entries.append(NewEntry(id: newID(), occurredAt: moment, body: body))
    }
    if let offer = taken.first(where: { $0.code == "appointment" }), let due = offer.at {
      add(appointment(due), at: at)
    }
    for flag in flags where flag.children.contains(child) {
      add(
        FlagRaised(
          topic: flag.topic,
          observation: isActsOnly && !text.isEmpty ? text : nil,
          urgent: flag.isUrgent ? true : nil,
          from: contact,
          restricted: restricted
        ),
        at: at
      )
    }
    for action in actions where action.children.contains(child) {
      if action.isPromise {
        add(PromiseMade(text: action.text, due: action.due, from: contact), at: at)
      } else if case .role(let role) = action.owedBy {
        add(AskedOf(text: action.text, owedBy: role, due: action.due, from: contact), at: at)
      } else {
        add(ReminderSet(text: action.text, due: action.due, from: contact), at: at)
      }
    }
    for step in steps {
      add(
        MissingStep(
          step: step.step,
          whom: step.name,
          role: step.whom,
          reference: step.reference,
          from: contact
        ),
        at: step.at
      )
    }
    for offer in taken {
      if let body = entry(of: offer, from: contact) { add(body, at: at) }
    }
    return ActPart(child: child.id, by: "guardian", entries: entries)
  }

  private func contact(_ child: KnownChild, _ kind: ContactKind, _ party: Party) -> ContactMade {
    var contact = ContactMade(kind: kind, party: party, text: text)
    contact.partyRole = party == .about ? partyRole : nil
    contact.partyName = party == .about ? partyName : nil
    contact.minutes = minutes
    // Said outright: what the preview does not show is not left to a kind's default.
    if party == .child {
      contact.alone = alone ?? false
      contact.seen = seen ?? (alone == true && kind.aloneCounts && !kind.isRemote)
      let isHeard = heardFrom == true && heardOf?.contains(child) ?? true
      contact.heardFrom = heardFrom == nil ? contact.seen == true : isHeard
    }
    contact.interpreter = interpreter
    contact.place = place
    contact.with = with.isEmpty ? nil : with
    contact.raw = raw
    let said = words.filter { $0.child == nil || $0.child == child }.map(\.quote)
    contact.words = said.isEmpty ? nil : said
    contact.question = questions.isEmpty ? nil : questions
    contact.opinion = opinion
    contact.times = times.isEmpty ? nil : times
    contact.count = count
    contact.medium = medium
    contact.tags = tags.isEmpty ? nil : tags
    contact.restricted = restricted
    return contact
  }
}
