// K08: frightened of one bus, brave about everything else; the guardian has something to do today.
extension DemoCaseload {
  @Sendable static func saba(_ clock: DemoClock, _ random: DemoRandom) -> DemoLife {
    let opened = clock.office(421, "11:20")
    var life = DemoLife(ref: "K08", openedAt: opened, clock: clock, random: random)
    life.interpreter = ("ti", "LL1192")
    life.open(
      ChildOpened(name: "Saba Mehreteab", knownAs: "Saba", ownScript: "ሳባ", source: "child"),
      Referred(
        text: """
          Girl, 14, Eritrean, came with a woman who left her at the airport with a number to ring. \
          Border officer kept the number and the girl rang us instead. Bright, shaking.
          """,
        caller: "Ms Brandt",
        role: .sw,
        number: "07700 900802"
      ),
      Allocated(conflict: Known(false, source: "guardian")),
      DemoLife.says(.nationality, "Eritrean"),
      DemoLife.says(.site, "not known; stopped at the airport", by: "border officer"),
      DemoLife.speaks("Tigrinya"),
      DemoLife.speaks("Amharic"),
      DemoLife.says(.interpreting, "she likes LL1192, who also knits", by: "child"),
      DemoLife.born(clock.born(years: 15, months: 9), .document, by: "council"),
      DemoLife.home("foster carers", "Mrs Petrie's, Wexcombe", "Aileen Petrie", .first),
      life.professional("Ms Brandt", .sw, of: "Wexcombe council", "07700 900802", "Mon–Fri 9–17"),
      life.professional("Ms Tolland", .iro, of: "Wexcombe council", "07700 900141", "Tue–Fri"),
      life.professional("Mrs Nwosu", .lawyer, of: "Harbour Law", "07700 900138", "Mon–Thu"),
      life.professional("Miss Pym", .college, of: "Wexcombe college", "07700 900961", "8–16"),
      DemoLife.person(
        "Aileen Petrie",
        .carer,
        "retired midwife",
        role: .carer,
        number: "07700 900968"
      ),
      at: opened
    )
    life.settlesIn(
      421,
      referredBy: "Ms Brandt",
      plan: """
        The airport number is with the police. Aileen answers the landline. She carries two \
        coins and my card.
        """
    )
    life.keep(
      DemoLife.says(.wants, "to get to college without the bus by the arches"),
      DemoLife.says(.helps, "a pencil; she draws what she will not say"),
      DemoLife.says(.rings, "Aileen, then you"),
      DemoLife.says(.strength, "draws; volleyball; makes friends in a queue"),
      DemoLife.says(.strength, "rang for help by herself, once, and knows she can again"),
      DemoLife.says(.frightens, "the stop under the arches", by: "guardian"),
      SafeContactAgreed(
        number: "07700 900975",
        how: "text",
        hours: "any, she turns it off to sleep",
        codeWord: "graphite"
      ),
      at: clock.at(390, "16:30")
    )
    life.keep(
      life.rhythm(.seenAlone, every: 14, "settled but for the bus", with: "Ms Brandt, Saba"),
      life.safetyPlan(
        4,
        "Aileen drives when the 31 is late. She rings from the chemist's, never from under the arches.",
        stepDown: "town with friends on Saturdays",
        reviewIn: 35
      ),
      at: clock.office(66, "16:00")
    )
    life.keep(
      DemoLife.person("Nour", .friend, "from the youth club; they read on the stairs"),
      at: clock.at(16, "17:00")
    )
    life.notes(sabasNotes)
    bus(&life)
    life.nextVisit(in: 2, "15:30", "visit", setAgo: 4)
    return life
  }

  private static func bus(_ life: inout DemoLife) {
    let clock = life.clock
    life.keep(
      DecisionRecorded(what: .rg, outcome: .positive, notice: clock.workday(398)),
      at: clock.office(396, "11:45")
    )
    life.keep(
      DecisionRecorded(what: .asylum, outcome: .granted, notice: clock.workday(98)),
      at: clock.office(96, "12:30")
    )
    life.keep(
      ReminderSet(
        text: "ring the college about the earlier bus",
        due: .day(clock.today),
        from: life.note("bus")
      ),
      at: life.after("bus").adding(minutes: 6)
    )
    let shoes = life.keep(
      ReminderSet(text: "look for volleyball shoes, size 38", due: .day(clock.workday(44))),
      at: clock.office(52, "16:45")
    )
    life.keep(ReminderDone(of: shoes, note: "club had a pair"), at: clock.office(45, "12:30"))
    let arches = life.keep(
      FlagRaised(
        topic: "somebody-under-the-arches",
        observation: "She drew a woman with a red bag at the stop, three times on one page.",
        seenBy: "guardian",
        concern: "The woman of the airport had a red bag.",
        kind: .context,
        toldChild: true,
        reviewBy: clock.workday(in: 10)
      ),
      at: clock.office(26, "17:00")
    )
    life.keep(
      FlagResponded(of: arches, what: "Asked the bus company for the camera; told Ms Brandt."),
      at: clock.office(25, "10:30")
    )
    life.promised(
      "bring back the good pencils",
      120,
      due: 106,
      keptAgo: 106,
      "2B to 6B, in the tin she drew."
    )
  }
}

private let sabasNotes = """
  421 15:00 visit 60 int/phone @foster-home | She told it in order, with dates, like a lesson. Then she
    slept on the sofa in the middle of a word.
  419 15:30 visit 45 alone int @foster-home | “The paper said ring. It did not say who is there.” She had
    thought about that for the whole flight.
  412 16:00 visit 45 alone int @foster-home | Drew the airplane with everybody in it. Two faces are blank.
  404 10:30 health 40 child seen int @clinic | Aileen came too, by invitation.
  396 16:00 visit 40 alone int @foster-home | The yes, read aloud twice, once in Amharic to hear how it
    sounds.
  381 16:00 school 40 child seen @school | Made three friends in the dinner queue.
  367 16:00 visit 45 alone int @foster-home | “My mother paid for school. She thinks I am at school.” She is.
  352 12:00 review iro:Ms-Tolland 55 | She handed out a drawing of the table with everybody's name, mine
    spelt best.
  338 16:00 visit 45 alone int @foster-home | Letter to her mother, four drafts, none sent yet.
  324 16:00 visit 40 alone int @youth-club | Volleyball. Bossy, the good sort.
  310 16:00 visit 45 alone int @foster-home | Sent the letter. It has a drawing of Aileen's cat to explain
    England.
  283 16:00 visit 50 alone int @foster-home | An answer: her mother is cross, then proud, over three pages.
  268 10:00 lawyer 90 child seen int @solicitor =priv | Statement, with pencils on the table.
  254 16:00 visit 45 alone @foster-home | First whole hour in English. She wants idioms.
  240 16:00 visit 40 alone @school | A teacher has framed the drawing of the arches. She would rather she
    had not.
  226 16:00 visit 45 alone int @foster-home | Why the arches: she will draw it another day.
  198 16:00 visit 45 alone @foster-home | I was ill for three weeks; Pauline saw her once. Saba had knitted,
    badly, and given it to Pauline.
  184 10:00 interview 140 child seen int @Home-Office with:Mrs-Nwosu | She asked them for a break before I
    could.
  170 16:00 visit 40 alone @foster-home | Exams, timetable on the fridge in four colours.
  156 16:00 visit 45 alone @foster-home | “I am raining cats and dogs of homework.”
  142 16:00 visit 45 alone int @foster-home | A dream of the woman with the bag. Aileen made cocoa at four.
  128 16:00 visit 40 alone @youth-club | Captain, for a month, by rota.
  112 16:00 visit 45 alone @foster-home | Her pencils were stolen on the bus. She minded more than she said.
  96 16:00 visit 50 alone int @foster-home | Granted. She wrote the date under the cat.
  82 16:00 visit 45 alone @college | First week of art and design; she looked two metres tall.
  68 16:00 visit 40 alone @foster-home | Plan made anew; she may go to town on Saturdays, and has.
  54 16:00 visit 45 alone @youth-club | Wants shoes that squeak.
  40! 16:05 text | “i got off and walked. its ok. told aileen” The stop again.
  39 16:00 visit 45 alone int @foster-home | We walked to the stop together and stood. She held on to my
    sleeve and counted the bricks. Forty, and then home.
  26 16:00 visit 50 alone int @foster-home | She drew the woman with the red bag. ~This is the day she meant.~
  17! 16:40 travel 90 | Youth club with Nour, who is new. Saba did the talking for all three of us.
  11 10:20 call college:Miss-Pym 10 | They write that she has not yet felt able to come in by ten. Told them
    about the bus and asked what there is before it.
  4 15:40 visit 45 alone @foster-home id:bus | There is an earlier bus by the river. She would take it if the
    college opens the studio at eight. “Ask them nicely. No, ask them properly.”
  """
