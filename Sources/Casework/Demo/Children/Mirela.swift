// K02: nearly three years, a sister far away, a choir; seen as agreed.
extension DemoCaseload {
  @Sendable static func mirela(_ clock: DemoClock, _ random: DemoRandom) -> DemoLife {
    let opened = clock.office(1031, "12:15")
    var life = DemoLife(ref: "K02", openedAt: opened, clock: clock, random: random)
    life.interpreter = ("ro", "LL2233")
    life.open(
      ChildOpened(name: "Mirela Pescaru", knownAs: "Mirela", source: "child"),
      Referred(
        text: """
          Girl, 13, Romanian, stopped for the third time this week outside the shops with a baby \
          that is not hers. The woman she was with has gone, with the baby. Says nothing.
          """,
        caller: "Mrs Yardley",
        role: .sw,
        number: "07700 900203"
      ),
      Allocated(conflict: Known(false, source: "guardian")),
      DemoLife.says(.nationality, "Romanian"),
      DemoLife.says(.site, "outside shops, three towns", by: "police"),
      DemoLife.speaks("Romanian"),
      DemoLife.speaks("Romani", "a little, from her grandmother"),
      DemoLife.says(.interpreting, "LL2210 never again; LL2233 she asks for by name", by: "child"),
      DemoLife.born(clock.born(years: 16, months: 3), .document, by: "council"),
      DemoLife.home("foster carers", "the Adairs, Thornby", "Mo and Sal Adair", .first),
      life.professional("Mrs Yardley", .sw, of: "Ashmere council", "07700 900203", "Mon–Thu"),
      life.professional("Mrs Devane", .iro, of: "Thornby council", "07700 900511", "Mon, Wed"),
      life.professional("Ms Roth", .lawyer, of: "Roth Chambers", "07700 900215", "Mon–Fri"),
      DemoLife.person("Sal Adair", .carer, "sings alto", role: .carer, number: "07700 900905"),
      DemoLife.person("Ionela", .family, "her sister, 10, with their grandmother"),
      DemoLife.person(
        "“uncle Costel”",
        .ofConcern,
        "took the money at the end of each day; no relation, she says now",
        safe: Known(false, source: "child")
      ),
      at: opened
    )
    life.settlesIn(
      1031,
      referredBy: "Mrs Yardley",
      plan: """
        Sal walks her in and out of school. No phone of her own yet, and why. If Costel is \
        seen: a shop, a guard, ring Sal.
        """
    )
    life.keep(
      DemoLife.says(.wants, "my sister to visit"),
      DemoLife.says(.helps, "a song on in the car"),
      DemoLife.says(.rings, "Sal, then you"),
      DemoLife.says(.strength, "the choir; she holds the second line alone"),
      DemoLife.says(.strength, "tells you when you are wrong"),
      DemoLife.says(.frightens, "a baby crying where she cannot see it"),
      SafeContactAgreed(
        number: "07700 900911",
        how: "call or text, her own phone",
        hours: "8 to 21",
        noVoicemail: false,
        codeWord: "second alto"
      ),
      at: clock.at(985, "16:30")
    )
    life.keep(
      life.rhythm(.seenAlone, every: 14, "settled", with: "Mrs Yardley, Mirela", reviewIn: 70),
      life.safetyPlan(
        7,
        "Phone her own; Sal is told of new numbers because Mirela tells her.",
        stepDown: "trains by herself to choir: agreed after six good months",
        reviewIn: 80
      ),
      at: clock.office(64, "16:30")
    )
    life.notes(mirelasNotes)
    decisions(&life)
    man(&life)
    life.nextVisit(in: 2, "16:00", "visit, and hear the new song", setAgo: 4)
    return life
  }

  private static func decisions(_ life: inout DemoLife) {
    let clock = life.clock
    life.keep(
      DecisionRecorded(what: .rg, outcome: .positive, notice: clock.workday(1012)),
      at: clock.office(1010, "11:30")
    )
    life.keep(
      DecisionRecorded(what: .cg, outcome: .positive, notice: clock.workday(588)),
      at: clock.office(586, "10:40")
    )
    life.keep(
      DecisionRecorded(
        what: .leave,
        outcome: .granted,
        notice: clock.workday(362),
        note: "may stay; the council applied for her in time"
      ),
      at: clock.office(360, "15:20")
    )
    life.asked(
      .sw,
      "Mrs Yardley",
      "write to the grandmother's town about a visit",
      300,
      due: 270,
      chased: [(262, "email"), (241, "call"), (220, "call to her manager")],
      answeredAgo: 212,
      "letter sent; an answer from the town hall came after a month"
    )
    let bell = life.keep(
      PromiseMade(text: "hear the concert", due: .day(clock.day(150))),
      at: clock.office(170, "17:00")
    )
    life.keep(
      PromiseReleased(of: bell, said: "I have a sore throat. Do not come to hear me croak."),
      at: clock.at(151, "12:00")
    )
  }

  private static func man(_ life: inout DemoLife) {
    let clock = life.clock
    let seen = life.keep(
      FlagRaised(
        topic: "the-man-from-the-shops",
        observation: "Saw “uncle Costel” across the station, with another girl and a baby.",
        nature: .personOfConcern,
        seenBy: "Mirela",
        concern: "He may look for her; the other girl may need somebody.",
        kind: .risk,
        urgent: true,
        toldChild: true,
        reviewBy: clock.workday(392),
        from: life.note("station")
      ),
      at: life.after("station").adding(minutes: 4)
    )
    life.keep(
      FlagResponded(of: seen, what: "Police met her the same evening; she described him well."),
      Shared(
        what: "his description, the time and the platform",
        to: "PC Ilves",
        role: .police,
        why: "another child",
        toldChild: true,
        of: seen
      ),
      at: life.after("station").adding(minutes: 95)
    )
    life.keep(
      FlagReviewed(
        of: seen,
        stillValid: false,
        closedBecause: "he was arrested; the other girl is with carers. She asked to close it."
      ),
      at: clock.office(380, "16:30")
    )
    life.keep(
      FlagRaised(
        topic: "the-choir-would-notice",
        observation: "When she missed one evening, three of them rang Sal.",
        seenBy: "Sal Adair",
        kind: .protective,
        toldChild: true,
        reviewBy: clock.workday(in: 90)
      ),
      at: clock.office(96, "17:00")
    )
  }
}

private let mirelasNotes = """
  1031 15:00 visit 60 int/phone @foster-home | She held a cushion as one holds a baby, and when she saw
    that I saw, put it down.
  1029 16:00 visit 45 alone int/phone @foster-home | Not a word. We listened to the radio. At the end she
    turned it up.
  1022 16:00 visit 40 alone int @foster-home | “You come back on the day you say.” First sentence.
  1010 16:30 visit 45 alone int @foster-home | Told her the yes. She wanted to know whether the baby has
    one.
  996 10:30 health 45 child seen int @clinic | Feet and teeth. She made the dentist count aloud in Romanian.
  980 16:00 visit 45 alone int @foster-home | Ionela: she was six when they parted. Mirela plaited my scarf
    while she told it.
  961 16:10 school 40 child seen @school | A seat by the music room.
  940 11:00 visit 50 int by:LL2210 not-again @foster-home | The other interpreter came. She went white and pointed
    at the door. “Dont want that man again, he knows my uncle.” I ended it and rang the agency from the
    car.
  938 09:30 call other:the-agency 20 | LL2210 not again for this child; asked whom else he works for.
  925 16:00 visit 45 alone int @foster-home | The new interpreter is a grandmother. They talked about
    cabbage for ten minutes and I was glad.
  902 12:00 review iro:Mrs-Devane 60 | She sang her views, two lines. Nobody knew where to look, then
    everybody clapped.
  870 16:00 visit 45 alone int @foster-home | “He said I am lucky he feeds me.”
  841 16:00 visit 40 alone @foster-home | English jumps ahead. Corrects my Romanian.
  812 16:00 visit 50 alone @school | Joined the choir because the door was open.
  780 16:00 visit 45 alone int @foster-home | A card from Ionela with a drawn horse; the horse has shoes.
  748 16:10 visit 40 alone @foster-home | She and Mo painted the room a blue that the tin calls Tuesday.
  715 16:00 visit 45 alone int @foster-home | Found her counting her dinner money into even piles for
    nobody. Put it back in the purse together.
  684 16:00 visit 40 alone @foster-home | First concert. She looked for Sal in the rows and found her.
  655 10:00 lawyer 60 child seen int @solicitor =priv | Her statement for the trafficking decision.
  628 16:00 visit 45 alone @foster-home | Angry at the whole word victim. We looked for a better one.
    “Witness,” she said.
  600! 18:30 call 10 | Sal's mother died; Mirela had made the soup.
  586 16:30 visit 45 alone int @foster-home | The lasting yes. She asked to hold the letter by herself.
  552 16:00 visit 40 alone @foster-home | Braces. She smiles with them at everybody on principle.
  520 16:00 visit 45 alone @choir | Second line alone for eight bars.
  490 16:00 visit 45 alone int @foster-home | Spoke to Ionela on a picture call. They laughed at each other's
    teeth.
  464 16:00 visit 45 alone @foster-home | Fifteen, sung in two languages, with candles.
  440 16:10 visit 40 alone @foster-home | Thinks of being a speech therapist. We found out what one does.
  399! 17:25 visit 40 alone @station id:station | She rang me and stayed where the guard was, as in the plan.
    She had seen the man. “There is a girl with him, she is me.”
  396 16:00 visit 50 alone int @foster-home | She wanted to hear that the girl is found. She is.
  380 15:40 visit 45 alone @foster-home | Asked to close the book on him, and we did.
  361 16:20 visit 40 alone @foster-home | The letter that she may stay. Sal framed it; Mirela had her take
    it down again.
  330 16:00 visit 45 alone int @foster-home | Would Ionela be allowed to come for a summer. I said that I
    would ask, and how slow it is.
  303 16:00 visit 40 alone @foster-home | Homework on the kitchen floor, three subjects at once.
  271 16:00 visit 45 alone @choir | A solo, sixteen bars. She had told nobody.
  243 16:10 visit 40 alone @foster-home | “Your letters walk on foot.” They do.
  212 16:00 visit 45 alone int @foster-home | The town hall has answered: yes, with papers. She danced the
    length of the hall.
  184 16:00 visit 40 alone @foster-home | Filled in page one of nineteen.
  151! 12:10 text | “i sound like a frog dont come” I sent honey.
  130 16:00 visit 45 alone @foster-home | Page nineteen.
  103 16:00 visit 45 alone int @foster-home | The grandmother on the telephone: she wants to know who I am,
    and then who my people are.
  98 16:00 visit 40 alone @foster-home | Sixteen; a dress she chose, and boots.
  80 16:00 visit 45 alone @foster-home | Told me about a boy who sings bass, and then that it is nothing.
  66 12:00 review iro:Mrs-Devane 50 | She chaired it. It took half the time.
  52 16:00 visit 45 alone @foster-home | The visa office wants Ionela's school report. She has one, with a
    star.
  38 16:00 visit 45 alone @college | Health and care, first term. She argues with the textbook.
  24 16:10 visit 40 alone @foster-home | A girl in the year below has nobody to eat with. Mirela has moved
    tables.
  12! 19:15 call 9 | Practising a song in a language none of them speaks.
  6 16:00 visit 45 alone @foster-home | Ionela's papers are in. “Now I do not breathe for six weeks.” She
    does, of course, and sings.
  """
