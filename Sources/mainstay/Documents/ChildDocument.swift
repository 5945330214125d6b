import Casework

/// `child --json`: the card.
///
/// "Unknown" and its three kin are written as such.
struct ChildDocument: Encodable {
  struct BirthItem: Encodable {
    var date: String
    var basis: String
    var age: Int?
  }
  struct SafeContact: Encodable {
    var number: String?
    var how: String?
    var heldBy: String?
    var hours: String?
    var noVoicemail: Bool?
    var sayToAnother: String?
    var codeWord: String?
  }
  struct PlacementItem: Encodable {
    var kind: String
    var since: String
    var until: String?
    var suitable: String
    var code: String?
  }
  struct DecisionItem: Encodable {
    var what: String
    var outcome: String
    var notice: Day?
    var received: Day?
    var answerBy: Day?
    var answered: Bool
  }
  struct EpisodeItem: Encodable {
    struct Step: Encodable {
      var step: String
      var whom: String?
      var at: String
      var ref: String?
    }
    var since: String
    var returned: String?
    var steps: [Step]
  }
  struct PersonItem: Encodable {
    var name: String
    var role: String?
    var standing: String?
    var organisation: String?
  }
  struct PlanItem: Encodable {
    var kind: String
    var version: Int?
    var made: String
    var reviewBy: Day?
  }

  var ref: String
  var name: String
  var knownAs: String?
  var ownScript: String?
  var aliases: [String]?
  var otherNumbers: [String]?
  var births: [BirthItem]
  var languages: [String]
  var wants: [String]
  var helps: [String]
  var rings: [String]
  var strengths: [String]
  var safeContact: SafeContact?
  var placement: PlacementItem?
  var placements: [PlacementItem]
  var decisions: [DecisionItem]
  var episodes: [EpisodeItem]
  var people: [PersonItem]
  var flags: [FlagsDocument.Item]
  var plan: PlanItem?
  var restrictedCounts: [String: Int]

  /// Makes the document.
  ///
  /// - Parameters:
  ///   - file: The child's case file.
  ///   - now: For ages and states.
  ///   - zone: In which times are written.
  init(_ file: CaseFile, now: Moment, zone: Zone) {
    func time(_ moment: Moment) -> String { zone.local(moment).isoSeconds }
    func words(_ described: [Described]) -> [String] {
      described.map { $0.value.value ?? $0.value.state?.rawValue ?? "unknown" }
    }
    ref = file.ref
    name = file.name?.value ?? file.name?.state?.rawValue ?? "unknown"
    knownAs = file.knownAs
    ownScript = file.ownScript
    aliases = file.aliases.isEmpty ? nil : file.aliases
    otherNumbers = file.otherNumbers.isEmpty ? nil : file.otherNumbers
    let today = zone.day(of: now)
    births = file.births.map {
      BirthItem(
        date: $0.date?.iso ?? $0.state?.rawValue ?? "unknown",
        basis: $0.basis.rawValue,
        age: $0.age(on: today)
      )
    }
    languages = words(file.languages)
    wants = words(file.wants)
    helps = words(file.helps)
    rings = words(file.rings)
    strengths = words(file.strengths)
    safeContact = file.safeContact.map {
      SafeContact(
        number: $0.number,
        how: $0.how,
        heldBy: $0.heldBy,
        hours: $0.hours,
        noVoicemail: $0.noVoicemail,
        sayToAnother: $0.sayToAnother,
        codeWord: $0.codeWord
      )
    }
    let places = file.placements.map {
      PlacementItem(
        kind: $0.kind ?? "unknown",
        since: time($0.since),
        until: $0.until.map(time),
        suitable: $0.suitable.map {
          $0.agreed.map { $0 ? "yes" : "no" } ?? $0.state?.rawValue ?? "unknown"
        } ?? "unknown",
        code: $0.code
      )
    }
    placements = places
    placement = places.last { $0.until == nil }
    decisions = file.decisions.map {
      DecisionItem(
        what: $0.what.rawValue,
        outcome: $0.outcome.rawValue,
        notice: $0.notice,
        received: $0.received,
        answerBy: $0.answerBy,
        answered: $0.answer != nil
      )
    }
    episodes = file.episodes.map { episode in
      EpisodeItem(
        since: time(episode.since),
        returned: episode.returned.map { time($0.at) },
        steps: episode.steps.map {
          .init(
            step: $0.step.rawValue,
            whom: $0.whom.map { "\($0)" },
            at: time($0.at),
            ref: $0.reference
          )
        }
      )
    }
    people = file.people.map {
      PersonItem(
        name: $0.name,
        role: $0.role?.rawValue,
        standing: $0.standing?.rawValue,
        organisation: $0.organisation
      )
    }
    flags = Flags.page(caseload: [file], now: now, zone: zone).items.map {
      FlagsDocument.Item($0, zone: zone)
    }
    plan = file.plans[.safety].map {
      PlanItem(
        kind: $0.kind.rawValue,
        version: $0.version,
        made: time($0.at),
        reviewBy: $0.reviewBy
      )
    }
    restrictedCounts = Dictionary(
      uniqueKeysWithValues: file.restrictedCounts.map { ($0.key.rawValue, $0.value) }
    )
  }
}
