extension Entry {
  /// Everybody it names but the child, each by the folded words of a name or of a role.
  ///
  /// Places are nobody, and neither is the number of a telephone.
  var people: [[String]] {
    switch self {
    case let contact as ContactMade:
      var people = named(contact.partyName, role: contact.partyRole)
      for company in contact.with ?? [] {
        people += named(company, role: HeadWords.roles[Fold.fold(company)])
      }
      for quote in contact.words ?? [] {
        people += named(Role(rawValue: quote.by) == nil ? quote.by : nil, role: quote.role)
      }
      return people
        + named(contact.interpreter?.id, role: contact.interpreter == nil ? nil : .interpreter)
    case let person as PersonAdded:
      return named(person.name, role: person.role) + named(person.organisation)
    case let ask as AskedOf: return named(ask.name, role: ask.owedBy)
    case let chase as AskedChased: return named(chase.whom)
    case let step as MissingStep: return named(step.whom, role: step.role)
    case let next as NextActAgreed: return named(nil, role: next.owedBy?.role)
    case let news as HeardFrom: return named(news.through, role: news.role)
    case let located as Located: return named(located.byWhom)
    case let returned as Returned: return named(returned.seenBy)
    case let missing as MissingStarted:
      return named(missing.lastSeenBy) + named(missing.noticedBy)
    case let closed as EpisodeClosed: return named(closed.byWhom)
    case let interview as Interview: return named(interview.by)
    case let concern as InterpreterConcern: return named(concern.who, role: .interpreter)
    case let shared as Shared: return named(shared.to, role: shared.role)
    case let flag as FlagRaised: return named(flag.seenBy)
    case let response as FlagResponded: return named(nil, role: response.owedBy?.role)
    case let liberty as LibertyChanged: return named(liberty.byWhom)
    case let decision as DecisionRecorded: return named(nil, role: decision.owedBy)
    case let answer as DecisionAnswered: return named(nil, role: answer.by)
    case let referred as Referred: return named(referred.caller, role: referred.role)
    case let placed as Placed:
      return named(placed.carers, role: placed.carers == nil ? nil : .carer)
    case let appointment as AppointmentSet: return named(appointment.with)
    case let rhythm as RhythmAgreed: return named(rhythm.with)
    case let contact as SafeContactAgreed: return named(contact.heldBy)
    case let closed as Closed: return named(closed.heldBy)
    default: return []
    }
  }
}

/// A name and a role as folded words, each by itself; a role by every word the note line takes for it.
private func named(_ name: String?, role: Role? = nil) -> [[String]] {
  let own = name.map(Fold.words) ?? []
  return (own.isEmpty ? [] : [own]) + (role.flatMap { roleWords[$0] } ?? [])
}

private let roleWords: [Role: [[String]]] = {
  var words: [Role: [[String]]] = [:]
  for (word, role) in HeadWords.roles.sorted(by: { $0.key < $1.key }) {
    words[role, default: []].append(Fold.words(word))
  }
  for role in Role.allCases {
    // "the social worker": nobody looks for "the".
    let said = Fold.words(role.words).filter { !["the", "a"].contains($0) }
    if words[role]?.contains(said) != true { words[role, default: []].append(said) }
  }
  return words
}()

extension Quote {
  fileprivate var role: Role? { Role(rawValue: by) }
}

extension Owner {
  fileprivate var role: Role? {
    if case .role(let role) = self { return role }
    return nil
  }
}
