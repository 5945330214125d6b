/// From what was understood to what is kept.
extension ParsedNote {
  /// The act that keeping the line writes: one part a child; nil while something is asked.
  ///
  /// - Parameters:
  ///   - opening: For a referral: the new child and its ref.
  ///   - newID: A fresh identity; the first is the first contact's, such as its draft's.
  /// - Returns: The contact of each child, then its flags, acts, promises and steps, each pointing
  ///   at the contact.
  public func act(opening: (child: ChildID, ref: String)? = nil, newID: () -> EntryID) -> Act? {
    guard isKeepable else { return nil }
    if let referral {
      return opening.map { Act(parts: [part(referral, child: $0.child, ref: $0.ref, newID)]) }
    }
    guard let kind, let party, !children.isEmpty else { return nil }
    return Act(parts: children.map { part($0, kind, party, newID) })
  }

  private func part(
    _ child: KnownChild,
    _ kind: ContactKind,
    _ party: Party,
    _ newID: () -> EntryID
  ) -> ActPart {
    let contact = newID()
    var entries = [NewEntry(id: contact, occurredAt: at, body: self.contact(child, kind, party))]
    func add(_ body: any Entry, at moment: Moment) {
      entries.append(NewEntry(id: newID(), occurredAt: moment, body: body))
    }
    for flag in flags where flag.children.contains(child) {
      add(
        FlagRaised(
          topic: flag.topic,
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
      contact.heardFrom = heardFrom ?? (contact.seen == true)
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
    contact.tags = tags.isEmpty ? nil : tags
    contact.restricted = restricted
    return contact
  }

  /// Only the name is taken by itself; of everything else nobody was asked yet.
  private func part(
    _ referral: NoteReferral,
    child: ChildID,
    ref: String,
    _ newID: () -> EntryID
  ) -> ActPart {
    let unknown = NoteReading.referralFields.filter { $0 != "name" }
    return ActPart(
      child: child,
      openingRef: ref,
      by: "guardian",
      entries: [
        NewEntry(
          id: newID(),
          occurredAt: at,
          body: ChildOpened(name: referral.name, knownAs: referral.name, source: "caller")
        ),
        NewEntry(
          id: newID(),
          occurredAt: at,
          body: Referred(text: referral.text, unknown: unknown)
        ),
      ]
    )
  }
}
