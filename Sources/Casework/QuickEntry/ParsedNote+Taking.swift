/// What becomes of an offer that is taken.
extension ParsedNote {
  /// The line with an offer in it; nil for one that is not taken by typing.
  public func line(taking offer: NoteOffer) -> String? {
    guard offers.contains(offer), case .typing(let words, let place) = offer.taking else {
      return nil
    }
    var bytes = Array(raw.utf8)
    guard let place else {
      while let last = bytes.last, last == 0x20 || last == 0x0A { bytes.removeLast() }
      return String(decoding: bytes, as: UTF8.self) + " " + words
    }
    guard place.upperBound <= bytes.count else { return nil }
    bytes.replaceSubrange(place, with: Array(words.utf8))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A contact that is still to come.
  func appointment(_ due: DueDate) -> AppointmentSet {
    let role = partyRole.map { $0 == .other ? "" : $0.words } ?? ""
    let who = [role, partyName ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    let what = [kind?.rawValue ?? "", text].filter { !$0.isEmpty }.joined(separator: ", ")
    return AppointmentSet(
      what: what.isEmpty ? "appointment" : what,
      at: due,
      withChild: party.map { $0 == .child },
      kind: kind,
      with: who.isEmpty ? nil : who,
      place: place
    )
  }

  /// The entry that an offer becomes; nil for those that become something else.
  func entry(of offer: NoteOffer, from contact: EntryID?) -> (any Entry)? {
    switch offer.code {
    case "date":
      guard let due = offer.at else { return nil }
      return AppointmentSet(
        what: kind?.rawValue ?? "appointment",
        at: due,
        withChild: party.map { $0 == .child },
        kind: kind,
        from: contact
      )
    case "number-plate":
      // An unknown adult before anybody is of concern.
      return PersonAdded(
        name: "unknown, \(offer.text)",
        standing: .unknownAdult,
        identifiers: [
          Identifier(what: "number plate", value: offer.text, source: "guardian's note")
        ]
      )
    case "interpreter-not-again":
      return InterpreterConcern(
        who: offer.text,
        what: interpreter?.concern,
        notAgain: true,
        from: contact,
        restricted: restricted ?? .thirdParty
      )
    case "met":
      return offer.of.map {
        DecisionAnswered(of: $0, what: offer.token ?? offer.text, by: partyRole)
      }
    default: return nil
    }
  }

  /// A referral: its text and the name, and those fields that were taken; of everything else nobody
  /// was asked yet.
  func part(
    _ referral: NoteReferral,
    _ taken: [NoteOffer],
    child: ChildID,
    ref: String,
    _ newID: () -> EntryID
  ) -> ActPart {
    var known: [String: String] = [:]
    for offer in taken { known[offer.code] = offer.text }
    var entries: [NewEntry] = []
    func add(_ body: any Entry) {
      entries.append(NewEntry(id: newID(), occurredAt: at, body: body))
    }
    add(ChildOpened(name: referral.name, knownAs: referral.name, source: "caller"))
    add(
      Referred(
        text: referral.text,
        known: known.isEmpty ? nil : known,
        unknown: NoteReading.referralFields.filter { $0 != "name" && known[$0] == nil }
      )
    )
    for offer in taken {
      if let body = described(offer) { add(body) }
    }
    if let worker = known["worker"] ?? known["number"] {
      add(
        PersonAdded(
          name: worker,
          role: known["worker"] == nil ? nil : .sw,
          standing: .professional,
          numbers: known["number"].map { [PhoneNumber(number: $0)] }
        )
      )
    }
    return ActPart(child: child, openingRef: ref, by: "guardian", entries: entries)
  }

  private func described(_ offer: NoteOffer) -> ChildDescribed? {
    let said = Known(offer.text, source: "caller")
    switch offer.code {
    case "age":
      // "16/17", "17?": nobody knows which.
      let isSure = offer.text.utf8.allSatisfy { (48...57).contains($0) }
      let age = isSure ? said : Known(.unknown, value: offer.text, source: "caller")
      return ChildDescribed(field: .ageAsSaid, value: age)
    case "nationality": return ChildDescribed(field: .nationality, value: said)
    case "site": return ChildDescribed(field: .site, value: said)
    default: return nil
    }
  }
}
