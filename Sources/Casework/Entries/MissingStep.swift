/// One step of a missing episode: who was told, what was done.
public struct MissingStep: Entry {
  /// The stored name.
  public static let type = "missing-step"

  /// Which.
  public var step: EpisodeStep
  /// Who was told.
  public var whom: String?
  /// Their role.
  public var role: Role?
  /// How: 101, email.
  public var channel: String?
  /// Their reference.
  public var reference: String?
  /// Whether they said they had it.
  public var acknowledged: Bool?
  /// When the next thing is due, as agreed.
  public var nextDue: DueDate?
  /// More about it.
  public var text: String?
  /// The contact it was recorded with.
  public var from: EntryID?

  /// Makes the entry.
  public init(
    step: EpisodeStep,
    whom: String? = nil,
    role: Role? = nil,
    channel: String? = nil,
    reference: String? = nil,
    acknowledged: Bool? = nil,
    nextDue: DueDate? = nil,
    text: String? = nil,
    from: EntryID? = nil
  ) {
    self.step = step
    self.whom = whom
    self.role = role
    self.channel = channel
    self.reference = reference
    self.acknowledged = acknowledged
    self.nextDue = nextDue
    self.text = text
    self.from = from
  }

  /// The line that the timeline shows.
  public var timelineTitle: String {
    let number = step.rawValue.uppercased()
    guard let told else { return "\(number) \(step.words)" }
    return "\(number) told \(told)"
  }

  /// What the timeline shows below the line.
  public var timelineText: String {
    let who = told == nil ? [role?.words, whom] : []
    return (who + [reference.map { "ref \($0)" }, text]).compactMap { $0 }.joined(separator: "\n")
  }

  /// The words that search finds it by.
  public var searchText: String { lines(role?.words, whom, reference.map { "ref \($0)" }, text) }

  /// Who was told, where the step is telling somebody and says whom: "the IRO, Mr Calloway".
  private var told: String? {
    guard step == .t2 || step == .t3 || step == .t4 else { return nil }
    let words = [role?.words, whom].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  /// Adds it to the episode open at the time, or shows it as a step of none.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    let step = Dated(self, stamp)
    let afterReturn = step.step.isAfterReturn ? file.unclosedEpisodeIndex : nil
    if let index = file.openEpisodeIndex ?? afterReturn {
      file.episodes[index].steps.append(step)
      if step.step == .t8 { file.addNews(.located, stamp) }
    } else {
      file.looseSteps.append(step)
    }
  }
}

/// T0 to T12: the steps of a missing episode (domain: missing episode workflow).
public enum EpisodeStep: String, Codable, Sendable, CaseIterable {
  case t0, t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12

  /// As a page says it.
  public var words: String {
    switch self {
    case .t0: "last seen, noticed"
    case .t1: "checks made"
    case .t2: "police told"
    case .t3: "social worker, EDT, IRO or ICTG line told"
    case .t4: "Home Office, solicitor, school or health told"
    case .t5: "photograph and publicity"
    case .t6: "nightly update"
    case .t7: "strategy meeting"
    case .t8: "located or returned"
    case .t9: "prevention interview"
    case .t10: "return interview"
    case .t11: "plan changed"
    case .t12: "episode closed"
    }
  }

  /// True of the steps that come once a child is found or back.
  var isAfterReturn: Bool {
    switch self {
    case .t8, .t9, .t10, .t11, .t12: true
    default: false
    }
  }

  /// The step of telling somebody, by their role.
  public static func telling(_ role: Role) -> EpisodeStep? {
    switch role {
    case .police: .t2
    case .sw, .tm, .la, .edt, .mash, .iro, .ictg, .pa, .carer, .keyworker: .t3
    case .ho, .lawyer, .school, .college, .health, .gp, .camhs: .t4
    default: nil
    }
  }
}
