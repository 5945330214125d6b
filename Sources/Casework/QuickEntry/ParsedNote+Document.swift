extension ParsedNote {
  /// The document that other programs read.
  public var json: NoteDocument {
    NoteDocument(
      raw: raw,
      children: children.map(NoteDocument.Child.init),
      party: party?.rawValue,
      partyWho: partyRole == nil && partyName == nil
        ? nil : NoteDocument.Who(role: partyRole?.rawValue, name: partyName),
      kind: kind?.rawValue,
      at: asksWhen ? nil : at.isoSeconds,
      times: times.map(\.isoSeconds),
      count: count,
      medium: medium,
      minutes: minutes,
      seen: seen,
      alone: alone,
      heardFrom: heardFrom,
      interpreter: interpreter.map {
        NoteDocument.Interpreting(
          language: $0.language,
          kind: $0.kind.rawValue,
          mode: $0.mode?.rawValue,
          id: $0.id,
          concern: $0.concern
        )
      },
      with: with,
      place: place,
      text: text,
      words: words.map {
        NoteDocument.Words(
          ref: $0.child?.ref,
          by: $0.quote.by,
          text: $0.quote.text,
          through: $0.quote.through
        )
      },
      question: questions,
      opinion: opinion,
      flags: flags.flatMap { flag in
        flag.children.map {
          NoteDocument.Flag(
            ref: $0.ref,
            topic: flag.topic,
            urgent: flag.isUrgent,
            observation: isActsOnly && !text.isEmpty ? text : nil
          )
        }
      },
      actions: actions.flatMap { action in
        action.children.map {
          NoteDocument.Action(
            ref: $0.ref,
            text: action.text,
            due: action.due?.isoSeconds,
            owedBy: action.owedBy.rawValue,
            promise: action.isPromise
          )
        }
      },
      steps: steps.map {
        NoteDocument.Step(
          step: $0.step.rawValue.uppercased(),
          whom: $0.whom.rawValue,
          name: $0.name,
          at: $0.at.isoSeconds,
          ref: $0.reference
        )
      },
      tags: tags,
      restricted: restricted?.rawValue,
      referral: referral.map {
        NoteDocument.Referral(text: $0.text, name: $0.name, known: $0.known, unknown: $0.unknown)
      },
      form: form.map {
        NoteDocument.Form(
          name: $0.name,
          at: $0.at?.isoSeconds,
          text: $0.text,
          by: $0.by?.rawValue,
          interviewBy: $0.interviewBy?.isoSeconds,
          watchUntil: $0.watchUntil?.isoSeconds
        )
      },
      tokens: tokens.map {
        NoteDocument.Token(
          from: $0.from,
          to: $0.to,
          meaning: $0.meaning.rawValue,
          value: $0.value,
          problem: $0.problem
        )
      },
      problems: problems.map {
        NoteDocument.Problem(
          code: $0.code,
          message: $0.message,
          token: $0.token,
          from: $0.span?.lowerBound,
          to: $0.span?.upperBound,
          near: $0.near.map(NoteDocument.Child.init)
        )
      },
      offers: offers.map {
        NoteDocument.Offer(
          code: $0.code,
          text: $0.text,
          at: $0.at?.isoSeconds,
          token: $0.token,
          from: $0.span?.lowerBound,
          to: $0.span?.upperBound,
          line: line(taking: $0)
        )
      },
      hints: hints.map {
        NoteDocument.Hint(
          code: $0.code,
          message: $0.message,
          token: $0.token,
          from: $0.span?.lowerBound,
          to: $0.span?.upperBound
        )
      }
    )
  }
}
