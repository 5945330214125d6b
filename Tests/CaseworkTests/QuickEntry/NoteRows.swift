@testable import Casework

/// The lines as guardians really type them, as of the moment they are typed.
enum NoteRows {
  static let all: [(line: String, now: String)] = [
    (
      "selam visit 1530 50m alone int:ti at:college \"i want to stay at college\" calm, ate",
      tuesday
    ),
    ("thnah call 1420 10m int:vi \"I am at the station\" voice flat", "2026-11-23T15:10"),
    ("thanh upd told:edt 2230 Mrs Dar will ring back >edt: ring back 2330", "2026-11-21T23:10"),
    (
      "thanh back 0320 police brought her, carer checked, no injuries said. rhi due",
      "2026-11-24T09:00"
    ),
    ("thanh call sw re placement", tuesday),
    (
      "ardit visit 9:00 \"they will hurt my mum\" int:sq/phone/LL4471 !!threat told edt 10.05",
      tuesday
    ),
    ("ardit attempt x3 calls 10:05 10:40 11:15 no ans", tuesday),
    ("yusuf sol Mr Bright call 10am 12m appeal lodged 09:30 ref PA/1234 =priv", tuesday),
    ("yusuf HO interview thu 26 1030 croydon", tuesday),
    (
      "nour+saba text 1830 \"r u coming tmw\" said yes 4pm >>see nour wed 4pm",
      "2026-11-24T19:00"
    ),
    (
      "minh strategy mtg 1400 teams 45m police, la, ictg. no new intel. next 12 jan "
        + ">la: ask HO re port data +10wd",
      tuesday
    ),
    ("dawit court 10am crown ct s45 raised adj to 14/12 alone in dock", tuesday),
    ("dawit CPS letter recd 23/11 charge s4 see attach", tuesday),
    ("filmon lac review sent apologies, sent views by letter", tuesday),
    (
      "mirela visit 11am int!: \"dont want that man again, he knows my uncle\"  int LL2210",
      tuesday
    ),
    ("saba refuses to engage w college ~i think frightened of the bus route~", tuesday),
    ("layla carer call \"she was crying in the night, said nothing\"", tuesday),
    (
      "bảo mon 4pm alone 45m at:gym !car-black VRN AB12 CDE, waits outside >police: 101 today",
      tuesday
    ),
    ("jordan 18 on sat, spoke nrm consent leaflet, wants to think, pa Ms Roe present", tuesday),
    (
      "new ardita? 16/17 albanian, cannabis hse luton, in police stn now, sw Khan 07700 900123, "
        + "no nrm yet, wants ring brother",
      "2026-11-23T07:02"
    ),
    // The design's own, and more of the same sort.
    (
      "thanh visit 14:20 45m alone int:vi \"settled, asked about the solicitor\" !second-phone "
        + ">sw: chase PEP fri >>bring the bus pass thu",
      "2026-11-22T14:05"
    ),
    ("layla c 9.15am 5m, asked for halal shoes £12, ok >ask Mrs Khan re shoes mon", tuesday),
    ("selam school Mr Reed mtg mon 10-11am: attendance up, wants ESOL 2 #school", tuesday),
    ("dawit tc lawyer Ms Ali 16:05 7m s45 \\\"not yet\\\" =priv", tuesday),
    ("duc f2f yesterday 2pm 1h30 with:Ms Roe,PA int:vi/video/LL12 slept badly, no phone", tuesday),
    ("saba office unseen 11am, was at GP", tuesday),
    ("filmon review seen 10am alone, \"I like Mr Pike\" q:\"do you feel safe\"", tuesday),
    ("jordan text from:child 23:10 home now, all ok", tuesday),
    ("nour, layla travel 8am 40m with:carer: to mosque, both quiet", tuesday),
    (
      "thanh missing told:police PC Amir 22:05 ref:4471 told:sw,iro 2230 told:ho she is small",
      "2026-11-21T23:10"
    ),
    ("minh missing no news, day 409 ; Lan rang >>tell Lan fri", tuesday),
    ("ardit na 10am no show, left card", tuesday),
    ("selam email \"thank you for the bag\" smiley", tuesday),
    ("yusuf health GP Dr Obi last night 21:40 asthma, inhaler given =health", tuesday),
    ("mirela travel seen not alone 12:10 with:Ana: to court", tuesday),
    ("bao call int:vi/app 8m alone: \"em mệt\" tired, slept 3h", tuesday),
    ("selam !bruise on left arm, carer saw it", tuesday),
    ("selam >ring the college tomorrow 9am >sw: PEP fri", tuesday),
  ]

  static let tuesday = NoteCaseload.tuesday
}

/// What a line means, apart from how it was typed: everything that is kept, asked and offered.
struct NoteMeaning: Equatable {
  var children: [String]
  var party: Party?
  var role: Role?
  var name: String?
  var kind: ContactKind?
  var at: Moment
  var times: [Moment]
  var numbers: [Int?]
  var counted: [Bool?]
  var interpreter: Interpreter?
  var with: [String]
  var place: String?
  var medium: String?
  var words: [Quote]
  var wordsOf: [String?]
  var questions: [String]
  var opinion: String?
  var flags: [String]
  var actions: [String]
  var steps: [String]
  var tags: [String]
  var restricted: Restriction?
  var text: String
  var referral: String?
  var form: String?
  var problems: [String]

  /// Without regard to case, to the kind of quotation marks, and to the space after commas.
  init(_ note: ParsedNote, folded: Bool = false) {
    func plain(_ text: String) -> String {
      guard folded else { return text }
      var plain = text.lowercased()
      for mark in ["\u{201C}", "\u{201D}", "\u{201E}"] { plain = plain.replacing(mark, with: "\"") }
      return plain.replacing(", ", with: ",")
    }
    children = note.children.map(\.ref)
    party = note.party
    role = note.partyRole
    name = note.partyName.map(plain)
    kind = note.kind
    at = note.at
    times = note.times
    numbers = [note.minutes, note.count]
    counted = [note.seen, note.alone, note.heardFrom, note.isActsOnly]
    var interpreter = note.interpreter
    interpreter?.id = note.interpreter?.id.map(plain)
    interpreter?.concern = note.interpreter?.concern.map(plain)
    self.interpreter = interpreter
    with = note.with.map(plain)
    place = note.place.map(plain)
    medium = note.medium
    words = note.words.map {
      Quote(by: $0.quote.by, text: plain($0.quote.text), through: $0.quote.through)
    }
    wordsOf = note.words.map { $0.child?.ref }
    questions = note.questions.map(plain)
    opinion = note.opinion.map(plain)
    flags = note.flags.map { flag in
      plain(flag.topic) + " \(flag.isUrgent) " + flag.children.map(\.ref).joined()
    }
    actions = note.actions.map { action in
      plain(action.text) + " \(action.due?.iso ?? "") \(action.owedBy.rawValue) "
        + "\(action.isPromise) " + action.children.map(\.ref).joined()
    }
    steps = note.steps.map { step in
      "\(step.step) \(step.whom) \(step.at.iso) " + plain(step.name ?? "")
        + plain(step.reference ?? "")
    }
    tags = note.tags.map(plain)
    restricted = note.restricted
    text = plain(note.text)
    referral = note.referral.map { plain($0.text) }
    form = note.form.map { plain($0.text) + ($0.at?.iso ?? "") }
    problems = note.problems.map(\.code)
  }
}
