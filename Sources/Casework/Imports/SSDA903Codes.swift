/// The codes of the SSDA903 return, read out in words.
///
/// Source: Department for Education, "Children looked-after by local authorities in England: guide
/// to the SSDA903 collection", code lists for placements, providers, reasons for a new episode,
/// reasons for a placement change and reasons for ceasing. From general knowledge: unverified.
enum SSDA903Codes {
  /// What a placement code means: words, and whether people other than the child live there to care.
  static let placements: [String: (kind: String, words: String)] = [
    "A3": ("adoption", "placed for adoption with consent, with the current foster carer"),
    "A4": ("adoption", "placed for adoption with consent, not with the current foster carer"),
    "A5": ("adoption", "placed for adoption by order, with the current foster carer"),
    "A6": ("adoption", "placed for adoption by order, not with the current foster carer"),
    "H5": ("semi-independent", "semi-independent living, not a children's home"),
    "K1": ("secure home", "secure children's home"),
    "K2": ("children's home", "children's home"),
    "P1": ("parents", "with parents or somebody with parental responsibility"),
    "P2": ("independent", "independent living"),
    "P3": ("residential employment", "residential employment"),
    "R1": ("residential care", "residential care home"),
    "R2": ("health", "NHS or other establishment with medical or nursing care"),
    "R3": ("family centre", "family centre or mother and baby unit"),
    "R5": ("custody", "young offender institution or prison"),
    "S1": ("school", "residential school"),
    "T0": ("temporary", "a temporary move, kind not said"),
    "T1": ("hospital", "a temporary period in hospital"),
    "T2": ("holiday", "a temporary absence on holiday"),
    "T3": ("temporary", "temporary, while the foster carer is on holiday"),
    "T4": ("temporary", "temporary, seven days or less"),
    "U1": ("foster", "long-term foster care with a relative or friend"),
    "U2": ("foster", "foster care with a relative or friend, approved to adopt"),
    "U3": ("foster", "foster care with a relative or friend"),
    "U4": ("foster", "long-term foster care"),
    "U5": ("foster", "foster care, approved to adopt"),
    "U6": ("foster", "foster care"),
    "Z1": ("other", "another placement, kind not said"),
  ]

  /// Who provides it.
  static let providers: [String: String] = [
    "PR0": "parents", "PR1": "the council's own", "PR2": "another council's",
    "PR3": "another public body's", "PR4": "private", "PR5": "voluntary",
  ]

  /// Why the episode began.
  static let reasonsForNewEpisode: [String: String] = [
    "S": "started to be looked after", "P": "changed placement, same carer or not",
    "L": "legal status changed", "T": "placement and carer changed",
    "U": "legal status and placement changed, same carer",
    "B": "legal status, placement and carer changed",
  ]

  /// Why the placement changed.
  static let reasonsForPlacementChange: [String: String] = [
    "CARPL": "the care plan", "CLOSE": "the home closed", "ALLEG": "an allegation",
    "STAND": "a concern about standards", "APPRR": "the approval was removed",
    "CREQB": "the carer asked: the child's behaviour", "CREQO": "the carer asked: another reason",
    "CHILD": "the child asked", "LAREQ": "the council asked", "PLACE": "a change in the placement",
    "CUSTOD": "custody", "OTHER": "another reason",
  ]

  /// What the missing codes mean: the council's category, never the police's.
  static let missing: [String: String] = ["M": "missing", "A": "away without authorisation"]

  /// Reads `DD/MM/YYYY`, as the return writes days.
  static func day(_ text: String) -> Day? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].utf8.count == 4, let day = Int(parts[0]),
      let month = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    return Day(year: year, month: month, day: day)
  }
}
