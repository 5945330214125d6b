import Testing

@testable import Casework

/// Every row of the table of real lines that a parser alone can answer.
///
/// Not here, because they need the record: because an appeal deadline is met (row 15), a plate
/// looked for in other records (row 35), what an interpreter's agency is told (row 29), and what
/// opens on a birthday (row 37).
@Suite("A line becomes what the guardian meant")
struct NoteLinesTests {
  @Test("1: seen alone in the head, the child's words through the interpreter")
  func visit() {
    let note = NoteCaseload.parse(
      "selam visit 1530 50m alone int:ti at:college \"i want to stay at college\" calm, ate"
    )
    #expect(note.problems.isEmpty)
    #expect(note.children.map(\.ref) == ["K03"])
    #expect(note.kind == .visit && note.party == .child)
    #expect(note.at == NoteCaseload.moment("2026-11-24T15:30"))
    #expect(note.minutes == 50 && note.seen == true && note.alone == true)
    #expect(note.interpreter?.language == "ti" && note.place == "college")
    #expect(
      note.words.map(\.quote) == [
        Quote(by: "child", text: "i want to stay at college", through: "interpreter")
      ]
    )
    #expect(note.text == "\"i want to stay at college\" calm, ate")
  }

  @Test("3: a misspelt child is offered and never taken; a voice is heard from, not found")
  func misspelt() {
    let line = "thnah call 1420 10m int:vi \"I am at the station\" voice flat"
    let note = NoteCaseload.parse(line, now: "2026-11-23T15:10")
    #expect(note.children.isEmpty)
    #expect(note.problems.map(\.code) == ["no-such-child"])
    #expect(note.problems.first?.near.map(\.ref) == ["K12"])
    #expect(note.problems.first?.token == "thnah")
    #expect(note.at == NoteCaseload.moment("2026-11-23T14:20"))
    let taken = NoteCaseload.parse(
      line.replacing("thnah", with: "K12"),
      now: "2026-11-23T15:10"
    )
    #expect(taken.heardFrom == true && taken.seen == nil && taken.form == nil)
    #expect(taken.hints.map(\.code) == ["missing", "told-anyone"])
  }

  @Test("5: told the EDT is a step; what they will do is theirs")
  func told() {
    let note = NoteCaseload.parse(
      "thanh upd told:edt 2230 Mrs Dar will ring back >edt: ring back 2330",
      now: "2026-11-21T23:10"
    )
    #expect(note.problems.isEmpty && note.kind == .missing && note.party == .about)
    #expect(note.steps.map(\.step) == [.t3] && note.steps.map(\.whom) == [.edt])
    #expect(note.steps.first?.at == NoteCaseload.moment("2026-11-21T22:30"))
    #expect(note.actions.map(\.owedBy) == [.role(.edt)])
    #expect(note.actions.first?.text == "ring back")
    #expect(note.actions.first?.due == .at(NoteCaseload.moment("2026-11-21T23:30")))
    #expect(note.text == "Mrs Dar will ring back")
  }

  @Test("7: no line ends an episode", arguments: ["back", "returned", "found"])
  func returned(_ word: String) {
    let note = NoteCaseload.parse(
      "thanh \(word) 0320 police brought her, carer checked, no injuries said. rhi due",
      now: "2026-11-24T09:00"
    )
    #expect(note.problems.map(\.code) == ["needs-form"])
    #expect(note.form?.at == NoteCaseload.moment("2026-11-24T03:20"))
    #expect(note.form?.text == "police brought her, carer checked, no injuries said. rhi due")
    #expect(note.seen == nil && note.act(newID: { EntryID(rawValue: "x") }) == nil)
  }

  @Test("9: with the social worker is about the child")
  func about() {
    let note = NoteCaseload.parse("thanh call sw re placement")
    #expect(note.problems.isEmpty && note.party == .about && note.partyRole == .sw)
    #expect(note.text == "re placement" && note.heardFrom == nil)
  }

  @Test("11: an urgent flag tells nobody; told in prose is offered")
  func urgent() {
    let note = NoteCaseload.parse(
      "ardit visit 9:00 \"they will hurt my mum\" int:sq/phone/LL4471 !!threat told edt 10.05"
    )
    #expect(note.problems.isEmpty)
    #expect(note.flags.map(\.topic) == ["threat"] && note.flags.map(\.isUrgent) == [true])
    #expect(note.interpreter?.mode == .phone && note.interpreter?.id == "LL4471")
    #expect(note.words.first?.quote.through == "interpreter")
    #expect(note.steps.isEmpty && note.text.hasSuffix("told edt 10.05"))
    #expect(note.offers.map(\.code) == ["told"] && note.offers.first?.text == "told:edt 10.05")
    #expect(note.hints.map(\.code) == ["nobody-told"])
  }

  @Test("13: three attempts count for nothing")
  func attempts() {
    let note = NoteCaseload.parse("ardit attempt x3 calls 10:05 10:40 11:15 no ans")
    #expect(note.problems.isEmpty && note.kind == .attempt && note.count == 3)
    #expect(
      note.times
        == ["10:05", "10:40", "11:15"].map { NoteCaseload.moment("2026-11-24T" + $0) }
    )
    #expect(note.seen == nil && note.alone == nil && note.heardFrom == nil)
    #expect(note.text == "no ans" && note.offers.map(\.code) == ["try-again"])
  }

  @Test("15: a solicitor's call is about the child and privileged")
  func solicitor() {
    let note = NoteCaseload.parse(
      "yusuf sol Mr Bright call 10am 12m appeal lodged 09:30 ref PA/1234 =priv"
    )
    #expect(note.problems.isEmpty && note.kind == .lawyer && note.party == .about)
    #expect(note.partyRole == .lawyer && note.partyName == "Mr Bright")
    #expect(note.minutes == 12 && note.restricted == .privileged)
    #expect(note.text == "appeal lodged 09:30 ref PA/1234" && note.offers.isEmpty)
    #expect(NoteCaseload.parse("yusuf sol 10am lodged").restricted == .privileged)
    #expect(NoteCaseload.parse("yusuf sol 10am lodged =open").restricted == nil)
  }

  @Test("17: what has not happened is no contact, but an appointment")
  func future() {
    let note = NoteCaseload.parse("yusuf HO interview thu 26 1030 croydon")
    #expect(note.problems.map(\.code) == ["future"])
    #expect(note.offers.map(\.code) == ["appointment"])
    #expect(note.offers.first?.at == .at(NoteCaseload.moment("2026-11-26T10:30")))
    #expect(note.partyRole == .ho && note.kind == .interview)
  }

  @Test("19: one quotation and two children: whose words; the promise is to the one it names")
  func whoseWords() {
    let note = NoteCaseload.parse(
      "nour+saba text 1830 \"r u coming tmw\" said yes 4pm >>see nour wed 4pm",
      now: "2026-11-24T19:00"
    )
    #expect(note.problems.map(\.code) == ["whose-words"])
    #expect(note.children.map(\.ref) == ["K14", "K08"])
    #expect(note.actions.map(\.isPromise) == [true])
    #expect(note.actions.first?.children.map(\.ref) == ["K14"])
    #expect(note.actions.first?.due == .at(NoteCaseload.moment("2026-11-25T16:00")))
    #expect(note.heardFrom == nil && note.text == "\"r u coming tmw\" said yes 4pm")
  }

  @Test("21: a strategy meeting about a missing child; a date in the text is offered")
  func strategy() {
    let note = NoteCaseload.parse(
      "minh strategy mtg 1400 teams 45m police, la, ictg. no new intel. next 12 jan "
        + ">la: ask HO re port data +10wd"
    )
    #expect(note.problems.isEmpty && note.kind == .strategy && note.party == .about)
    #expect(note.medium == "teams" && note.minutes == 45)
    #expect(note.actions.first?.due == .day(Day(iso: "2026-12-08") ?? Day(daysSince1970: 0)))
    #expect(note.actions.first?.owedBy == .role(.la))
    #expect(note.offers.map(\.at) == [Day(iso: "2027-01-12").map(DueDate.day)])
    #expect(note.text == "police, la, ictg. no new intel. next 12 jan")
  }

  @Test("23: alone in the dock is not seen alone")
  func dock() {
    let note = NoteCaseload.parse(
      "dawit court 10am crown ct s45 raised adj to 14/12 alone in dock"
    )
    #expect(note.problems.isEmpty && note.kind == .court && note.party == .about)
    #expect(note.alone == nil && note.seen == nil)
    #expect(note.hints.map(\.code) == ["in-prose"])
    #expect(note.offers.map(\.at) == [Day(iso: "2026-12-14").map(DueDate.day)])
  }

  @Test("25: the day a letter came is not its own date")
  func letter() {
    let note = NoteCaseload.parse("dawit CPS letter recd 23/11 charge s4 see attach")
    #expect(note.problems.isEmpty && note.kind == .letter && note.partyRole == .cps)
    #expect(note.at == NoteCaseload.moment("2026-11-23T12:00") && !note.saysTime)
    #expect(note.hints.map(\.code) == ["letter-date", "attach"])
    #expect(note.text == "charge s4 see attach")
  }

  @Test("27: apologies are no contact")
  func apologies() {
    let note = NoteCaseload.parse("filmon lac review sent apologies, sent views by letter")
    #expect(note.problems.isEmpty && note.kind == .review)
    #expect(note.seen == nil && note.heardFrom == nil)
    #expect(note.hints.map(\.code) == ["not-attended"])
  }

  @Test("29: a concern about the interpreter is kept; through whom it was said is asked")
  func concern() {
    let said = "dont want that man again, he knows my uncle"
    let note = NoteCaseload.parse("mirela visit 11am int!: \"\(said)\"  int LL2210")
    #expect(note.problems.isEmpty && note.interpreter?.concern == said)
    #expect(note.interpreter?.kind == .unknown)
    #expect(note.words.map(\.quote) == [Quote(by: "child", text: said)])
    #expect(note.hints.map(\.code) == ["through-whom"])
    #expect(note.offers.map(\.text) == ["LL2210"])
  }

  @Test("31: blaming words are pointed out, an opinion is kept apart")
  func wording() {
    let note = NoteCaseload.parse(
      "saba refuses to engage w college ~i think frightened of the bus route~"
    )
    #expect(note.problems.map(\.code) == ["no-kind"])
    #expect(note.opinion == "i think frightened of the bus route")
    #expect(note.hints.map(\.code) == ["wording"])
    #expect(
      NoteCaseload.parse("saba visit 2pm \"he refuses to engage\"").hints.isEmpty
    )
  }

  @Test("33: the carer's words are the carer's")
  func carer() {
    let note = NoteCaseload.parse(
      "layla carer call \"she was crying in the night, said nothing\""
    )
    #expect(note.problems.isEmpty && note.party == .about && note.partyRole == .carer)
    #expect(note.words.map(\.quote.by) == ["carer"] && note.heardFrom == nil)
  }

  @Test(
    "35: marks of a name do not matter; 101 as the police's act is asked",
    arguments: ["bảo", "bao"]
  )
  func plate(_ name: String) {
    let note = NoteCaseload.parse(
      "\(name) mon 4pm alone 45m at:gym !car-black VRN AB12 CDE, waits outside "
        + ">police: 101 today"
    )
    #expect(note.children.map(\.ref) == ["K10"] && note.problems.map(\.code) == ["no-kind"])
    #expect(note.at == NoteCaseload.moment("2026-11-23T16:00") && note.alone == true)
    #expect(note.flags.map(\.topic) == ["car-black"] && note.text == "VRN AB12 CDE, waits outside")
    #expect(note.offers.map(\.text) == [">101 today", "AB12 CDE"])
    #expect(note.hints.map(\.code) == ["whose-act"])
  }

  @Test("37: 18 on Saturday is no time and no consent")
  func birthday() {
    let line = "18 on sat, spoke nrm consent leaflet, wants to think, pa Ms Roe present"
    let note = NoteCaseload.parse("jordan " + line)
    #expect(note.problems.map(\.code) == ["no-kind"] && note.text == line && !note.saysWhen)
  }

  @Test("39: a referral is kept word for word, offered field by field")
  func referral() {
    let text =
      "ardita? 16/17 albanian, cannabis hse luton, in police stn now, sw Khan 07700 900123, "
      + "no nrm yet, wants ring brother"
    let note = NoteCaseload.parse("new " + text, now: "2026-11-23T07:02")
    #expect(note.problems.isEmpty && note.referral?.text == text)
    #expect(note.referral?.known["name"] == "ardita?" && note.referral?.known["age"] == "16/17")
    #expect(note.referral?.known["number"] == "07700 900123")
    #expect(note.referral?.known["worker"] == "sw Khan" && note.children.isEmpty)
    #expect(note.offers.last?.code == "same-child" && note.offers.last?.text == "K07")
  }
}
