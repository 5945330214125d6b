/// Who somebody is to the child: the words of the note grammar and of `by`, `owedBy` and `whom`.
public enum Role: String, Codable, Sendable, CaseIterable {
  case sw, tm, la, edt, mash, iro, pa, carer, keyworker, police, cps, ho, sca, lawyer, court
  case school, college, health, gp, camhs, interpreter, ictg, parent, friend, other

  /// As a sentence says it: "the social worker".
  public var words: String {
    switch self {
    case .sw: "the social worker"
    case .tm: "the team manager"
    case .la: "the council"
    case .edt: "the emergency duty team"
    case .mash: "the MASH"
    case .iro: "the IRO"
    case .pa: "the personal adviser"
    case .carer: "the carer"
    case .keyworker: "the key worker"
    case .police: "the police"
    case .cps: "the CPS"
    case .ho: "the Home Office"
    case .sca: "the competent authority"
    case .lawyer: "the solicitor"
    case .court: "the court"
    case .school: "the school"
    case .college: "the college"
    case .health: "health"
    case .gp: "the GP"
    case .camhs: "CAMHS"
    case .interpreter: "the interpreter"
    case .ictg: "the ICTG service"
    case .parent: "a parent"
    case .friend: "a friend"
    case .other: "somebody else"
    }
  }
}
