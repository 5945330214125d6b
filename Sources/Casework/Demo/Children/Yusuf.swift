// K09: walked from Darfur to a ferry; refused, and three working days left to appeal.
extension DemoCaseload {
  @Sendable static func yusuf(_ clock: DemoClock, _ random: DemoRandom) -> DemoLife {
    let opened = clock.office(366, "10:05")
    var life = DemoLife(ref: "K09", openedAt: opened, clock: clock, random: random)
    life.interpreter = ("ar", "LL2054")
    life.open(
      ChildOpened(name: "Yusuf Idris", knownAs: "Yusuf", ownScript: "يوسف إدريس", source: "child"),
      Referred(
        text: """
          Young man off a refrigerated lorry at the services, says 16, Sudanese, worked two years \
          on a farm in Libya that he could not leave. Quiet. Asked the officer for a pen.
          """,
        caller: "Mr Lund",
        role: .sw,
        number: "07700 900502"
      ),
      Allocated(conflict: Known(false, source: "guardian")),
      DemoLife.says(.nationality, "Sudanese"),
      DemoLife.says(.site, "a farm in Libya; then a lorry", by: "child"),
      DemoLife.speaks("Arabic", "Sudanese"),
      DemoLife.speaks("Masalit"),
      DemoLife.says(.interpreting, "Sudanese Arabic; Egyptian is hard work for him", by: "child"),
      DemoLife.born(clock.born(years: 17, months: 1), .ownAccount, by: "child"),
      DemoLife.home("foster carers", "the Ambroses, Thornby", "Grace Ambrose", .first),
      life.professional("Mr Lund", .sw, of: "Thornby council", "07700 900502", "Mon–Fri 9–17"),
      life.professional("Mrs Devane", .iro, of: "Thornby council", "07700 900511", "Mon, Wed"),
      life.professional("Mr Bright", .lawyer, of: "Bright Solicitors", "07700 900518", "from 9"),
      DemoLife.person(
        "Grace Ambrose",
        .carer,
        "two older boys of her own",
        role: .carer,
        number: "07700 900523"
      ),
      DemoLife.person("Idris", .family, "his father; not heard of since the village", safe: nil),
      at: opened
    )
    life.settlesIn(
      366,
      referredBy: "Mr Lund",
      plan: """
        Grace shows him the way to school and the mosque until he says stop. Letters are \
        opened together.
        """
    )
    life.keep(
      DemoLife.says(.wants, "to be a teacher of small children"),
      DemoLife.says(.helps, "being told the whole day in the morning"),
      DemoLife.says(.rings, "Grace, then you"),
      DemoLife.says(.strength, "learns a page by heart in an evening"),
      DemoLife.says(.strength, "the Friday prayers, the cook there keeps him a plate"),
      DemoLife.says(.frightens, "dogs on chains; being counted", by: "guardian"),
      SafeContactAgreed(
        number: "07700 900529",
        how: "call, he answers with your first name",
        hours: "not at prayer times",
        noVoicemail: true,
        codeWord: "tamarind"
      ),
      at: clock.at(330, "15:40")
    )
    life.keep(
      life.rhythm(.seenAlone, every: 14, "the appeal; agreed with him", with: "Mr Lund, Yusuf"),
      life.safetyPlan(2, "Grace knows where the letters are; he carries my card.", reviewIn: 30),
      at: clock.office(60, "17:10")
    )
    life.notes(yusufsNotes)
    decisions(&life)
    return life
  }

  private static func decisions(_ life: inout DemoLife) {
    let clock = life.clock
    life.keep(
      DecisionRecorded(what: .rg, outcome: .positive, notice: clock.workday(349)),
      at: clock.office(348, "11:20")
    )
    life.keep(
      DecisionRecorded(what: .cg, outcome: .waiting, note: "no target date exists"),
      at: clock.office(340, "09:50")
    )
    // The notice was sent fourteen days before the last day for the appeal, which it names itself.
    let last = WorkingDays.after(clock.today, count: 3)
    let received = clock.workday(max(2, clock.today.days(since: last.adding(days: -12))))
    life.keep(
      DecisionRecorded(
        what: .asylum,
        outcome: .refused,
        notice: last.adding(days: -14),
        received: received,
        answerBy: last,
        owedBy: .lawyer,
        title: "asylum appeal",
        note: "They write that his account of the farm is not detailed enough. It is four pages."
      ),
      at: clock.at(received, "11:10")
    )
    life.keep(
      ReminderSet(
        text: "ring solicitor",
        due: .at(clock.at(clock.workday(in: 1), "09:00"))
      ),
      at: clock.office(2, "17:10")
    )
    life.promised(
      "sit next to him when the letter is read",
      24,
      due: 10,
      keptAgo: 6,
      "We read it in Grace's kitchen with the interpreter, one paragraph at a time."
    )
    let bed = life.keep(
      FlagRaised(
        topic: "does-not-sleep",
        observation: "Walks at night since the letter came; Grace hears the stairs.",
        seenBy: "Grace Ambrose",
        kind: .context,
        toldChild: true,
        reviewBy: clock.workday(in: 7)
      ),
      at: clock.office(5, "17:30")
    )
    life.keep(
      FlagResponded(of: bed, what: "Grace leaves the kitchen light on and the radio low."),
      at: clock.at(4, "19:00")
    )
    let anchor = life.keep(
      FlagRaised(
        topic: "would-ring-Grace",
        observation: "Rang Grace from the bus when two men asked him where he lived.",
        seenBy: "Grace Ambrose",
        concern: "He knew whom to ring, and did.",
        kind: .protective,
        toldChild: true,
        reviewBy: clock.workday(in: 60)
      ),
      at: clock.at(119, "18:00")
    )
    life.keep(
      FlagResponded(of: anchor, what: "Told him it was exactly right."),
      at: clock.office(118, "16:00")
    )
  }
}

private let yusufsNotes = """
  366 14:30 visit 60 int/phone @foster-home | He stood until I sat. Wrote my name in his own letters
    on the back of his hand so that he would say it right.
  364 15:00 visit 45 alone int/phone @foster-home | Asked what is allowed: the fridge, the garden, the
    radio. I said all of it. “And the door?” And the door.
  357 10:30 health 50 child seen int @clinic | Feet, mostly. The nurse was gentle and slow.
  350 16:00 visit 50 alone int @foster-home | “They counted us in the evening, like the goats.” He told
    it without looking up and then asked for the football result.
  343 10:00 lawyer 80 child seen int @solicitor =priv | First meeting with Mr Bright. We stopped when he
    asked to stop.
  336 16:00 visit 45 alone int @foster-home | A Quran from the cook at the mosque, wrapped in a tea
    towel. He reads it in the window.
  322 11:30 review iro:Mrs-Devane 60 | He asked for a desk. It was agreed before the tea.
  309 16:10 visit 50 alone int @foster-home | Desk under the window. Has drawn the alphabet for Grace's
    nephew, with an animal for each letter.
  295 16:00 school 40 child seen @college | English class; he helps the others with the register.
  281 16:15 visit 45 alone int @foster-home | “In the farm the boss had my shoes.” He has three pairs
    now and polishes them in a row.
  264 10:00 lawyer 120 child seen int @solicitor =priv | Statement, second sitting.
  252 16:00 visit 40 alone int @foster-home | Wrung out after the statement. We made tea and did not
    talk of it.
  238 15:20 visit 60 alone @library | Wanted to know how one becomes a teacher. The librarian wrote the
    steps. He counted the years on his fingers.
  224 16:00 visit 45 alone int @foster-home | A call from a number in Chad: a cousin. His mother may be
    in a camp. “May be is more than before.”
  222 10:15 call other:Family-tracing 25 | Asked the tracing service to open a search, with his leave.
  210 16:00 visit 50 alone int @foster-home | Filled in the tracing form. He drew the village: nine
    houses, the tree, the school without a roof.
  196 16:10 visit 40 alone @foster-home | In English throughout. “My tongue is tired.” Mine too.
  182 09:30 interview 200 child seen int @Home-Office with:Mr-Bright | The asylum interview. Three
    breaks, one of them mine to ask for. He answered every question, some twice.
  181! 12:00 call 15 | Slept eleven hours. Grace has made the stew.
  168 16:00 visit 45 alone int @foster-home | Cross that they asked the colour of the gate. “Who looks
    at a gate when a man has a stick?”
  154 16:00 visit 50 alone @park | Coaches the small ones on Saturdays now. Knows each one's name and
    each one's grandmother.
  140 16:20 visit 45 alone int @foster-home | No word from the tracing. He would rather be told each
    time that there is none, so I do.
  126 16:00 visit 40 alone @foster-home | A feast day; he brought me dates in a jam jar.
  119! 17:20 call 10 | Two men on the bus asked him where he lives. He got off, rang Grace and waited in
    the chemist's.
  112 16:00 visit 50 alone int @foster-home | Went through the bus again. He had thought of the chemist
    himself, weeks ago, as a place with a camera.
  98 16:00 visit 45 alone @college | Top of the class in reading aloud. Read me the page.
  84 16:10 visit 40 alone int @foster-home | “If they say no, do I pack?” No. I told him what comes
    after a no, in order, and we wrote it down.
  72 16:00 office 35 alone @my-office | Came by himself on two buses to bring back the library pen.
  60 16:00 visit 45 alone int @foster-home | The tracing service has a name like his mother's. He did
    not sleep for hoping, and then did.
  47 16:00 visit 50 alone int @foster-home | Not her. He told Grace before he told me. ~I am glad of
    that.~
  33 16:00 visit 45 alone @park | Watched the small ones lose nine to nil. He praised the nil.
  24 16:20 visit 40 alone int @foster-home | He has heard of others' letters. Asked me to sit next to
    him when his comes.
  12! 10:30 attempt x10:30,12:15 | Wanted him to hear from me that the letter has come before the post
    does. He was in class, phone off, as he should be.
  6 16:00 visit 90 alone int @foster-home | Read the letter together, a paragraph at a time. He asked
    the interpreter to say the word again, and then what we do now. “Four pages is not short.”
  5 15:40 visit 45 alone int/phone @foster-home | Walked round the block twice. He wants to write the
    farm down himself, at the desk, in his letters. Mr Bright to have it translated.
  4 10:20 call lawyer:Mr-Bright 15 =priv | Where the grounds stand and what he still needs from us.
  3! 18:30 call 10 | “Seven pages now.” He has numbered them.
  2 16:40 call lawyer:Mr-Bright 10 | Not in; his clerk says the appeal is drafted and not yet lodged.
    I said the last day aloud and had her say it back.
  """
