// K03: two and a half years; settled, and now nineteen days without a talk alone.
extension DemoCaseload {
  @Sendable static func selam(_ clock: DemoClock, _ random: DemoRandom) -> DemoLife {
    let opened = clock.office(905, "13:40")
    var life = DemoLife(ref: "K03", openedAt: opened, clock: clock, random: random)
    life.interpreter = ("ti", "LL1192")
    life.open(
      ChildOpened(name: "Selam Weldu", knownAs: "Selam", ownScript: "ሰላም", source: "child"),
      Referred(
        text: """
          14, Eritrean. A neighbour rang: she had been kept in a house, cleaning and minding \
          children, for most of a year, and slept in the passage. She let herself out with the bin.
          """,
        caller: "Mrs Yardley",
        role: .sw,
        number: "07700 900203"
      ),
      Allocated(conflict: Known(false, source: "guardian")),
      DemoLife.says(.nationality, "Eritrean"),
      DemoLife.says(.site, "a private house, Thornby", by: "neighbour"),
      DemoLife.speaks("Tigrinya"),
      DemoLife.speaks("Arabic", "Sudanese, enough for the market"),
      DemoLife.says(.interpreting, "a woman, please", by: "child"),
      DemoLife.born(clock.born(years: 17, months: 0), .ownAccount, by: "child"),
      DemoLife.home("foster carers", "Mrs Harrow's, Ashmere", "Edith Harrow", .first),
      life.professional("Mrs Yardley", .sw, of: "Ashmere council", "07700 900203", "Mon–Thu"),
      life.professional("Mr Calloway", .iro, of: "Ashmere council", "07700 900418", "Tue–Fri"),
      life.professional("Ms Roth", .lawyer, of: "Roth Chambers", "07700 900215", "Mon–Fri"),
      DemoLife.person(
        "Edith Harrow",
        .carer,
        "bakes; has fostered for thirty years",
        role: .carer,
        number: "07700 900221"
      ),
      DemoLife.person("Yonas", .family, "her brother, 19, in Khartoum when last heard of"),
      at: opened
    )
    life.settlesIn(
      905,
      referredBy: "Mrs Yardley",
      plan: """
        Nobody gives her children to mind. Edith opens the door. The church is told her \
        first name only.
        """
    )
    life.keep(
      DemoLife.says(.wants, "to stay at college"),
      DemoLife.says(.helps, "baking side by side; questions later"),
      DemoLife.says(.rings, "Edith, then you"),
      DemoLife.says(.strength, "bakes for the whole church"),
      DemoLife.says(.strength, "two friends who would notice"),
      DemoLife.says(.frightens, "being asked to mind children", by: "carer"),
      SafeContactAgreed(
        number: "07700 900228",
        how: "call",
        hours: "after 16",
        noVoicemail: false,
        codeWord: "cardamom"
      ),
      at: clock.at(860, "16:30")
    )
    life.keep(
      life.rhythm(.seenAlone, every: 7, "a car near the college", with: "Mrs Yardley, Selam"),
      life.safetyPlan(
        5,
        "Home by seven or a message. The long way by the shops. Edith rings the college if in doubt.",
        stepDown: "goes to church by herself since last year",
        reviewIn: 16
      ),
      at: clock.office(33, "16:20")
    )
    life.notes(selamsNotes)
    decisions(&life)
    car(&life)
    return life
  }

  private static func decisions(_ life: inout DemoLife) {
    let clock = life.clock
    life.keep(
      DecisionRecorded(what: .rg, outcome: .positive, notice: clock.workday(884)),
      at: clock.office(883, "15:00")
    )
    let no = life.keep(
      DecisionRecorded(
        what: .cg,
        outcome: .negative,
        notice: clock.workday(520),
        received: clock.workday(518),
        title: "reconsideration",
        note: "They had not been sent the neighbour's statement."
      ),
      at: clock.office(518, "10:30")
    )
    life.keep(
      DecisionAnswered(of: no, what: "reconsideration asked for", by: .lawyer, reference: "RC/318"),
      at: clock.office(503, "16:30")
    )
    life.keep(
      DecisionRecorded(what: .cg, outcome: .positive, notice: clock.workday(431)),
      at: clock.office(430, "11:10")
    )
    life.keep(
      DecisionRecorded(what: .asylum, outcome: .granted, notice: clock.workday(214)),
      at: clock.office(212, "12:40")
    )
    life.asked(
      .la,
      "Mrs Yardley",
      "passport photographs and travel document form",
      200,
      due: 180,
      chased: [(170, "email"), (150, "call")],
      answeredAgo: 141,
      "sent; copy in my drawer"
    )
    life.promised(
      "taste the bread before anybody else",
      300,
      due: 294,
      keptAgo: 295,
      "Still hot. She watched my face."
    )
  }

  private static func car(_ life: inout DemoLife) {
    let clock = life.clock
    let car = life.keep(
      FlagRaised(
        topic: "unknown-car",
        observation: "A silver car at the college gate on two days, the window a little open.",
        nature: .other,
        seenBy: "Selam and a friend",
        concern: "The people of the house in Thornby had a silver car.",
        kind: .risk,
        toldChild: true,
        reviewBy: clock.workday(4),
        from: life.note("car")
      ),
      at: life.after("car").adding(minutes: 5)
    )
    life.keep(
      FlagResponded(of: car, what: "College asked to note the plate; police given the days."),
      at: life.after("car").adding(minutes: 70)
    )
  }
}

private let selamsNotes = """
  905 16:30 visit 60 int/phone @foster-home | She had folded the blanket before she was asked. Said
    thank you eleven times. I said she need not thank anybody here for a bed.
  903 15:00 visit 45 alone int @foster-home | “The lady said police would put me in a hole.” We looked
    out of the window for a hole.
  897 16:00 visit 45 alone int @foster-home | Edith gave her dough and went to the other end of the
    table. She kneaded and told me the names of the children she had minded.
  890 10:30 health 60 child seen int @clinic | Hands first: the bleach. Teeth next month.
  883 16:00 visit 40 alone int @foster-home | The yes came. “Who told them?” She did.
  870 16:10 visit 50 alone int @foster-home | Yonas: last heard of at a brick works. She keeps his number
    sewn into a hem. I did not copy it.
  856 16:00 school 40 child seen @school | School uniform, sleeves too long by choice.
  842 12:00 review iro:Mr-Calloway 60 | Asked not to be called a good girl in the papers. Changed.
  820 16:00 visit 45 alone int @foster-home | She slept at a friend's for the first time, and rang Edith
    at ten to say good night.
  798 16:00 visit 50 alone int @foster-home | “In the passage I knew everybody by their feet.”
  771 16:00 visit 40 alone int @church | Coffee after the service. The old women have decided that she
    belongs to them.
  742 10:00 lawyer 90 child seen int @solicitor =priv | Statement; Ms Roth let her hold the dog.
  720 16:00 visit 45 alone int @foster-home | Cross with everybody, cooked for everybody.
  690 16:00 visit 45 alone @foster-home | English without help, and a joke in it.
  662 16:10 visit 40 alone @foster-home | A boy at school asked where her parents are. She told him to ask
    his own.
  630 16:00 visit 50 alone int @foster-home | Two years since she saw her mother. Lit the candle with her;
    nothing said.
  602 15:30 visit 45 alone @bakery | Work experience. Flour to the elbows, the baker asked her to come
    on Saturdays.
  574 16:00 visit 40 alone @foster-home | Saturdays, paid, in an envelope with her name on it. “With my
    name. Look.”
  546 16:10 visit 45 alone int @foster-home | The tracing service has found a Yonas of the right age. We
    are not to hope yet; we do.
  518 16:30 visit 60 alone int @foster-home | I brought the letter myself. They say no, because a page was
    missing. “Then find them the page.”
  516 09:30 call lawyer:Ms-Roth 25 =priv | The page, who had it, and how long there is.
  490 16:00 visit 40 alone @foster-home | She asked the neighbour herself to write again. They had tea.
  461 16:00 visit 45 alone int @foster-home | Not her Yonas. Another sister has that one.
  430 17:00 visit 45 alone @foster-home | The new letter: yes. She put both letters into the oven drawer,
    the yes on top.
  402 16:00 visit 40 alone @college | First week of catering. Hair under the net, very upright.
  370 16:00 visit 45 alone @foster-home | A row with Edith about a shut door. Both told me it was the
    other. The door stays shut; Edith knocks.
  341 16:10 visit 45 alone int @foster-home | “I dream in English and wake up in Tigrinya.”
  311 15:30 visit 40 alone @college | Made three hundred rolls and can say the sum of the flour.
  295 16:00 visit 45 alone @bakery | Bread of her own recipe on the shelf, with the church's name on it.
  266 16:00 visit 40 alone @foster-home | I was away for a fortnight; she had saved me a story about a
    wedding cake.
  240 10:00 interview 150 child seen int @Home-Office with:Ms-Roth | Asylum interview. She corrected the
    spelling of her village.
  212 16:20 visit 50 alone @foster-home | Granted. Edith cried; Selam made the coffee, three rounds, as it
    is done.
  190 16:00 visit 45 alone @foster-home | What a travel document is, and where she would go first. “To
    stand in a street in Khartoum? No. Paris. Bread.”
  164 16:00 visit 40 alone @college | Top of the year in pastry.
  138 16:00 visit 45 alone @bakery | Shown the oven's moods.
  110 16:10 visit 45 alone int @foster-home | A message through a cousin: Yonas is in Juba and has a phone
    some evenings. She read me the nine words.
  82 16:00 visit 50 alone @foster-home | They spoke for four minutes. He asked whether she eats.
  61 16:00 visit 40 alone @college | Chosen for the county competition; a plaited loaf.
  47 16:00 visit 45 alone @foster-home | Practised the loaf on me.
  33 15:30 visit 50 alone @college id:car | A silver car, two days. “It is probably nothing. You said to say
    probably nothing too.” Agreed to meet every week until we know.
  26 15:30 visit 45 alone @college | The car has not come back. Second at the county; she wanted first.
  19! 15:30 visit 50 alone int @college | “I want to stay at college.” Somebody had told her it ends at
    18. Showed her the page that says it does not. Calm, ate.
  12 16:20 visit 30 @foster-home with:Edith-Harrow | Edith had the flu and the three of us sat in one room.
    Selam ran the house. No time by ourselves; she made a face about it behind the tea towel.
  8! 19:10 call 7 | Edith better. She is on the early shift at the bakery all week.
  5 13:10 attempt x13:10,17:40 | College said she had left for the bakery; the bakery said the oven was
    full and she would ring. She did, when I was driving.
  """
