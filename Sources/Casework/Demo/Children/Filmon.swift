// K05: a runner with a year of leave, seventeen and a half in five weeks, and no solicitor now.
extension DemoCaseload {
  @Sendable static func filmon(_ clock: DemoClock, _ random: DemoRandom) -> DemoLife {
    let opened = clock.office(731, "15:10")
    var life = DemoLife(ref: "K05", openedAt: opened, clock: clock, random: random)
    life.interpreter = ("ti", "LL1187")
    life.open(
      ChildOpened(name: "Filmon Berakhi", knownAs: "Filmon", ownScript: "ፊልሞን", source: "child"),
      Referred(
        text: """
          15, Eritrean, out of a car wash in Wexcombe after a raid; eight men and him. Wet through. \
          He gave the officer his wages, four pounds, in case there was a fee.
          """,
        caller: "Ms Brandt",
        role: .sw,
        number: "07700 900802"
      ),
      Allocated(conflict: Known(false, source: "guardian")),
      DemoLife.says(.nationality, "Eritrean"),
      DemoLife.says(.site, "a car wash, Wexcombe", by: "police"),
      DemoLife.speaks("Tigrinya"),
      DemoLife.says(.interpreting, "understands more English than he lets on", by: "guardian"),
      DemoLife.born(clock.day(-35).adding(months: -210), .document, by: "council"),
      DemoLife.home("foster carers", "the Lindens, Wexcombe", "Pat Linden", .first),
      life.professional("Ms Brandt", .sw, of: "Wexcombe council", "07700 900802", "Mon–Fri 9–17"),
      life.professional("Ms Tolland", .iro, of: "Wexcombe council", "07700 900141", "Tue–Fri"),
      DemoLife.person(
        "Pat Linden",
        .carer,
        "first carer; he still goes there on Sundays",
        role: .carer,
        number: "07700 900815"
      ),
      at: opened
    )
    life.settlesIn(
      731,
      referredBy: "Ms Brandt",
      plan: """
        Pat keeps no cash about, at his wish. A man from the wash at the gate: indoors, ring \
        Pat, ring 999.
        """
    )
    life.keep(
      DemoLife.says(.wants, "to run for the county, and a form that lasts longer than a year"),
      DemoLife.says(.helps, "straight answers with the date in them"),
      DemoLife.says(.rings, "his key worker, then you"),
      DemoLife.says(.strength, "1500 metres; never late"),
      DemoLife.says(.strength, "Pat's Sunday table"),
      DemoLife.says(.frightens, "hoses", by: "guardian"),
      SafeContactAgreed(
        number: "07700 900822",
        how: "text",
        hours: "not 17 to 19, training",
        codeWord: "last lap"
      ),
      at: clock.office(690, "16:00")
    )
    life.keep(
      DemoLife.home("shared house with staff", "Mill Row, Wexcombe", "key worker Dee", .move),
      life.professional("Dee", .keyworker, of: "Mill Row", "07700 900829", "7–23"),
      at: clock.at(268, "11:30")
    )
    life.keep(
      life.rhythm(.seenAlone, every: 14, "steady; the papers", with: "Ms Brandt, Filmon"),
      life.safetyPlan(
        4,
        "Dee and he look at the post together. Nobody lends anybody a bank card.",
        stepDown: "out to ten on race days",
        reviewIn: 21
      ),
      at: clock.office(58, "16:40")
    )
    life.notes(filmonsNotes)
    papers(&life)
    life.nextVisit(in: 3, "16:00", "visit after training", setAgo: 5)
    return life
  }

  private static func papers(_ life: inout DemoLife) {
    let clock = life.clock
    life.keep(
      DecisionRecorded(what: .rg, outcome: .positive, notice: clock.workday(716)),
      at: clock.office(715, "10:00")
    )
    life.keep(
      DecisionRecorded(what: .cg, outcome: .positive, notice: clock.workday(402)),
      at: clock.office(400, "10:00")
    )
    life.keep(
      DecisionRecorded(
        what: .leave,
        outcome: .granted,
        notice: clock.workday(306),
        note: "Leave until he is 17½; the date is on the card. To be extended before it ends."
      ),
      at: clock.office(304, "13:20")
    )
    life.keep(
      AskedOf(
        text: "find a solicitor for the leave extension",
        owedBy: .sw,
        name: "Ms Brandt",
        due: .day(clock.workday(in: 13)),
        from: life.note("firm")
      ),
      at: life.after("firm").adding(minutes: 10)
    )
    life.keep(
      FlagRaised(
        topic: "no-solicitor",
        observation:
          "His firm has stopped this kind of work. The file is in a box at their office.",
        seenBy: "guardian",
        concern: "The extension has to go in before the card runs out.",
        kind: .context,
        toldChild: true,
        reviewBy: clock.workday(in: 9)
      ),
      at: life.after("firm").adding(minutes: 12)
    )
    life.keep(
      ReminderSet(text: "fetch the file from the old firm", due: .day(clock.workday(in: 4))),
      at: life.after("firm").adding(minutes: 14)
    )
    life.promised(
      "stand at the finish",
      70,
      due: 57,
      keptAgo: 57,
      "Fourth. He found me before the medal table."
    )
  }
}

private let filmonsNotes = """
  731 17:30 visit 60 int/phone @foster-home | His hands were split from the soap. Pat had cream. He
    asked her how much.
  729 16:00 visit 45 alone int/phone @foster-home | “You pay for the bed with work, the work never ends
    the bed.” He explained it to me twice, patiently.
  722 16:00 visit 45 alone int @foster-home | Ran to the gate to meet me and back to show that he could.
  715 16:30 visit 40 alone int @foster-home | The first yes. He wanted to know if the eight men have one.
  701 10:30 health 45 child seen int @clinic | Hands, lungs, height. He has grown two centimetres here.
  687 16:00 visit 45 alone int @foster-home | Sent his mother a photograph of a plate of food.
  660 16:10 school 40 child seen @school | Won a race in borrowed shoes, by the look of it without trying.
  631 16:00 visit 45 alone int @foster-home | “At the wash they called me Hey.” We practised people saying
    his name.
  603 16:00 visit 50 alone @track | Joined the club. The trainer put his time in the book.
  575 12:00 review iro:Ms-Tolland 50 | He asked for spikes. Bought before the minutes were typed.
  546 16:00 visit 40 alone int @foster-home | Quiet; a cousin drowned. Pat had kept the telephone line free
    all day for his mother.
  517 16:00 visit 45 alone @foster-home | Back at training. Ran until it was dark and then talked.
  489 10:00 lawyer 90 child seen int @solicitor =priv | Statement with the first firm.
  460 16:00 visit 45 alone @foster-home | Reads the road signs aloud in the car, all of them.
  432 16:00 visit 40 alone @track | County trial: ninth. “There are eight to pass.”
  400 16:30 visit 50 alone @foster-home | The lasting yes. He asked for a copy for his mother, in Tigrinya.
    The interpreter wrote one out by hand.
  371 16:00 visit 45 alone @college | Plumbing. He likes that water goes where it is told.
  342 16:00 visit 45 alone int @foster-home | Asked about 18 for the first time: who stays and who goes. I
    said what I knew and what I did not.
  304 16:30 visit 50 alone @foster-home | Leave, but short. “A year is a small bread.” We marked its end on
    the calendar in pencil.
  276 16:00 visit 45 alone @shared-house | Looked at Mill Row together; he tried the shower, and asked Dee
    where the hose is kept. She moved it.
  254 16:00 visit 40 alone @shared-house | Cooks on Thursdays. The others pay him in washing up.
  226 16:00 visit 45 alone @shared-house late+4 | Missed the bus, ran eleven kilometres, was on time.
    Written down late: my laptop was being mended.
  198 16:00 visit 45 alone @shared-house | Somebody at the gate offered car work, cash. He said no, then
    told Dee, then told me.
  197 11:00 call police:DC-Farrow 15 | Gave the description of the man and the van, at Filmon's wish.
  170 16:00 visit 45 alone @college | Soldered a joint that his teacher keeps on her desk.
  141 16:00 visit 40 alone @track | Sixth. “Two to pass I know, three I do not.”
  113 16:00 visit 45 alone @shared-house | His mother's voice on a good line. She laughed at his English.
  85 16:00 visit 45 alone int @shared-house | The calendar again. We counted the weeks to the pencil mark.
  71 16:10 visit 40 alone @shared-house | Asked me to be at the race.
  57! 13:00 travel 180 alone | The race. Fourth. He slept all the way home.
  43 16:00 visit 45 alone @shared-house | Wants the form done before it is due. So do I.
  29 11:00 call lawyer:the-old-firm 15 id:firm | They no longer take immigration work. The file is in a box;
    it can be fetched with his signature.
  28 16:00 visit 45 alone @shared-house | Told him the same day. “So I run without a coach.” For a few
    weeks, and not alone.
  15 10:30 call sw:Ms-Brandt 20 | Three firms rung between us; two are full, one will say by next week.
  9 16:00 visit 45 alone @shared-house | Signed for the box. He put the date on the letter himself.
  4! 20:05 text | “4.09!!!” Fifteen hundred metres. I rang to hear it said.
  """
