// K12: found in a nail bar, moved three times in four months, missing since last night.
extension DemoCaseload {
  @Sendable static func thanh(_ clock: DemoClock, _ random: DemoRandom) -> DemoLife {
    let opened = clock.office(112, "16:40")
    var life = DemoLife(ref: "K12", openedAt: opened, clock: clock, random: random)
    life.interpreter = ("vi", "LL3020")
    arrive(&life, opened)
    life.notes(thanhsNotes)
    earlierEpisodes(&life)
    decisions(&life)
    lately(&life)
    lastNight(&life)
    return life
  }

  private static func arrive(_ life: inout DemoLife, _ opened: Moment) {
    let clock = life.clock
    life.open(
      ChildOpened(
        name: "Nguyễn Thị Thanh",
        knownAs: "Thanh",
        source: "the social worker who rang"
      ),
      Referred(
        text: """
          Girl, says 17, Vietnamese, found upstairs at a nail bar in Calderhythe this morning. No \
          papers, no phone. Slept on the floor with two others. Police leaving her with us now. \
          B&B tonight, nothing else free. Please ring.
          """,
        caller: "Ms Ali",
        role: .sw,
        number: "07700 900412",
        known: ["nationality": "Vietnamese", "site": "nail bar, Calderhythe"],
        unknown: ["own-script", "birth", "solicitor"]
      ),
      Allocated(conflict: Known(false, source: "guardian")),
      DemoLife.says(.nationality, "Vietnamese"),
      DemoLife.says(.site, "upstairs at a nail bar, Calderhythe", by: "police"),
      DemoLife.speaks("Vietnamese", "northern"),
      DemoLife.says(.sayIt, "close to “Tang”, the tone level", by: "guardian"),
      DemoLife.born(clock.born(years: 17, months: 1), .ownAccount, by: "child", disputed: true),
      DemoLife.says(
        .interpreting,
        "northern speaker, a woman, by phone; never a man from Calderhythe",
        by: "child"
      ),
      Placed(
        kind: "B&B",
        place: "the Seafarers, Calderhythe",
        suitable: Known(false, source: "guardian"),
        whyNot: "nobody on the premises at night; adults on the same landing",
        why: .first
      ),
      life.professional("Ms Ali", .sw, of: "Ashmere council", "07700 900412", "Mon–Fri 9–17"),
      life.professional("Mrs Dar", .edt, of: "Ashmere council", "07700 900430", "17–9, weekends"),
      at: opened
    )
    life.keep(
      life.professional("Mr Calloway", .iro, of: "Ashmere council", "07700 900418", "Tue–Fri"),
      life.professional("Ms Prentice", .lawyer, of: "Prentice & Lowe", "07700 900455", "Mon–Fri"),
      at: clock.office(98, "12:00")
    )
    life.settlesIn(
      112,
      referredBy: nil,
      plan:
        "The desk has her photograph and my number. I ring at eight each evening until she moves."
    )
    life.keep(
      DemoLife.home("hostel", "Tern House, Calderhythe", "key worker Sean", .move),
      at: clock.at(101, "15:00")
    )
    life.keep(
      DemoLife.home(
        "specialist foster carers",
        "the Maddoxes, Ashmere",
        "Jean and Robert Maddox",
        .move
      ),
      DemoLife.person(
        "Jean Maddox",
        .carer,
        "looks after her; a light sleeper",
        role: .carer,
        number: "07700 900461"
      ),
      at: clock.at(51, "13:30")
    )
    life.keep(
      SafeContactAgreed(
        number: "07700 900467",
        how: "text first",
        heldBy: "her carer",
        hours: "10 to 21",
        noVoicemail: true,
        sayToAnother: "say it is the library about a book",
        codeWord: "longan"
      ),
      life.rhythm(.seenAlone, every: 7, "new, and moved three times", with: "Ms Ali, Thanh"),
      at: clock.office(48, "16:00")
    )
    life.keep(
      DemoLife.says(.wants, "to stay at the college"),
      DemoLife.says(.helps, "a call before any visit"),
      DemoLife.says(.rings, "you, then her carer"),
      DemoLife.says(.strength, "football"),
      DemoLife.says(.strength, "a friend, Linh"),
      DemoLife.says(.frightens, "men's voices in the hallway; a car that waits", by: "guardian"),
      DemoLife.says(
        .description,
        "about 155 cm, slight, shoulder-length hair, a small scar on the left wrist",
        by: "carer"
      ),
      DemoLife.person("Linh", .friend, "from the college; they sit together at lunch"),
      at: clock.office(41, "17:10")
    )
    life.keep(
      life.safetyPlan(
        3,
        """
        Jean walks with her to the bus and rings when she is on it. The college rings Jean by 9:15 \
        if she is not in the room. She keeps £10 and the card with my number in her shoe. If the \
        car is there: back indoors, no going out to look, ring Jean, ring 999, ring me.
        """,
        stepDown: "the phone is hers from 10 to 21, in the kitchen: she asked, we agreed",
        reviewIn: 9
      ),
      at: clock.at(13, "18:50")
    )
  }

  private static func earlierEpisodes(_ life: inout DemoLife) {
    let clock = life.clock
    life.keep(
      MissingStarted(
        lastSeenAt: clock.at(103, "21:00"),
        lastSeenPlace: "the B&B, her room",
        lastSeenBy: "the woman at the desk",
        noticedBy: "EDT, on their evening call",
        text: "Bed not slept in. Her bag with the council's clothes is still there."
      ),
      MissingStep(
        step: .t2,
        role: .police,
        channel: "101",
        reference: "0912",
        acknowledged: true,
        text: "told at once, with the nail bar's address"
      ),
      at: clock.at(103, "22:30")
    )
    life.keep(
      Returned(
        seenBy: "PC Lyle",
        place: "the coach station, Calderhythe",
        condition: "cold and very tired, no injury seen, had not eaten",
        policeTold: true,
        text: "She had a number on her hand, washed off by the time I came."
      ),
      at: clock.at(102, "19:40")
    )
    life.keep(
      Interview(
        state: .done,
        by: "Kit, from the independent service",
        independent: true,
        place: "a café she chose",
        fields: [
          "before": "a man rang the desk and asked for her by name", "helped": "a door to lock",
        ]
      ),
      at: clock.at(99, "14:00")
    )
    life.keep(
      EpisodeClosed(why: "moved to a staffed hostel; plan made anew", byWhom: "Ms Ali"),
      at: clock.office(97, "16:30")
    )
    life.keep(
      MissingStarted(
        lastSeenAt: clock.at(74, "23:30"),
        lastSeenPlace: "the hostel",
        lastSeenBy: "Sean, key worker",
        noticedBy: "the morning worker",
        text: "Her window was on the latch. Her college folder is gone with her."
      ),
      MissingStep(step: .t2, role: .police, channel: "999", reference: "1177", acknowledged: true),
      MissingStep(step: .t3, whom: "Ms Ali", role: .sw, channel: "call", acknowledged: true),
      at: clock.at(74, "08:10")
    )
    life.keep(
      MissingStep(step: .t7, whom: "police, council, hostel, me", role: .la, channel: "video"),
      at: clock.at(73, "15:00")
    )
    life.keep(
      Returned(
        seenBy: "Sean, key worker",
        place: "the hostel's front door",
        condition: "walked back by herself at dawn; blisters, otherwise unhurt by her account",
        policeTold: true
      ),
      at: clock.at(71, "05:20")
    )
    life.keep(
      Interview(
        state: .done,
        by: "Kit, from the independent service",
        independent: true,
        fields: [
          "during": "she was asked to clean in a house; she walked out when they slept",
          "helped": "she knew the bus number, because we had practised it",
        ]
      ),
      at: clock.office(69, "11:00")
    )
    life.keep(
      EpisodeClosed(why: "she is to move to carers who know what trafficking is", byWhom: "Ms Ali"),
      at: clock.office(62, "16:10")
    )
  }

  private static func decisions(_ life: inout DemoLife) {
    let clock = life.clock
    life.keep(
      DecisionRecorded(what: .nrm, outcome: .waiting, note: "referred by Ms Ali, with my notes"),
      at: clock.office(104, "12:20")
    )
    life.keep(
      DecisionRecorded(what: .rg, outcome: .positive, notice: clock.day(79)),
      at: clock.at(79, "11:00")
    )
    life.keep(
      DecisionRecorded(what: .cg, outcome: .waiting, note: "no target date exists"),
      at: clock.at(79, "11:20")
    )
    life.keep(
      DecisionRecorded(
        what: .age,
        outcome: .disputed,
        received: clock.workday(40),
        note: """
          The council's assessors write that she is 16, younger than she says. She says her mother \
          told her the year of the goat. Ms Prentice has the reasons; treated as a child either way.
          """
      ),
      DemoLife.born(
        clock.born(years: 16, months: 4),
        .assessed,
        by: "council",
        disputed: true
      ),
      at: clock.office(40, "15:30")
    )
  }

  private static func lately(_ life: inout DemoLife) {
    let clock = life.clock
    let man = life.keep(
      FlagRaised(
        topic: "unknown-man-waits-outside",
        observation: "A man by the bus stop three afternoons running, looking at the college gate.",
        nature: .other,
        seenBy: "Thanh",
        concern: "She has left a place twice after a man asked for her.",
        kind: .risk,
        toldChild: true,
        reviewBy: clock.workday(in: 6)
      ),
      at: clock.at(20, "17:15")
    )
    life.keep(
      FlagResponded(of: man, what: "Changed her bus; Jean now meets her inside the gate."),
      at: clock.at(19, "16:20")
    )
    life.keep(
      FlagRaised(
        topic: "asked-at-once-to-make-a-call",
        observation: "Off the bus she asked to ring a number she would not name, and cried after.",
        nature: .other,
        seenBy: "Jean Maddox",
        concern: "Somebody may have told her when to ring.",
        kind: .risk,
        toldChild: true,
        reviewBy: clock.workday(in: 8)
      ),
      at: clock.at(13, "17:05")
    )
    life.keep(
      WatchSet(why: "the call she wanted to make", until: clock.at(11, "17:00")),
      at: clock.at(13, "19:10")
    )
    let visit = life.note("market")
    life.keep(
      FlagRaised(
        topic: "unknown-car",
        observation: "“I do not like the car that waits.” Dark, two men, opposite the college.",
        seenBy: "Thanh",
        kind: .risk,
        toldChild: true,
        reviewBy: clock.workday(in: 5),
        from: visit
      ),
      AskedOf(
        text: "ring her about the age letter",
        owedBy: .lawyer,
        name: "Ms Prentice",
        due: .day(clock.workday(in: 1)),
        from: visit
      ),
      PromiseMade(text: "bring the bus pass", due: .day(clock.workday(in: 5)), from: visit),
      at: life.after("market").adding(minutes: 4)
    )
    life.keep(
      Amended(
        of: visit,
        why: "I had written that she said two cars; she said one, and drew it",
        body: settled
      ),
      at: life.after("market").adding(minutes: 90)
    )
  }

  private static var settled: ContactMade {
    var contact = ContactMade(
      kind: .visit,
      party: .child,
      text: """
        Settled. Showed me her drawing of the market at home. Asked whether the solicitor had \
        rung. “I like the college. I do not like the car that waits.”
        """
    )
    contact.minutes = 50
    contact.alone = true
    contact.place = "the placement"
    contact.interpreter = Interpreter(language: "vi", mode: .phone, id: "LL3020")
    contact.words = [
      Quote(
        by: "child",
        text: "I like the college. I do not like the car that waits.",
        through: "interpreter"
      )
    ]
    return contact
  }

  private static func lastNight(_ life: inout DemoLife) {
    let clock = life.clock
    life.keep(
      MissingStarted(
        lastSeenAt: clock.at(1, "20:50"),
        lastSeenPlace: "the placement, on the landing",
        lastSeenBy: "Jean Maddox",
        noticedBy: "Robert Maddox",
        councilCategory: "missing",
        policeCategory: "not told to us",
        text:
          "Back door unlocked from inside. Her shoes and the grey coat are gone, the bag is not.",
        clothing: "grey coat, college hoodie, white trainers"
      ),
      MissingStep(
        step: .t1,
        whom: "Jean and Robert",
        role: .carer,
        text: "garden, street, bus stop, Linh's aunt; her phone is in the kitchen drawer"
      ),
      at: clock.at(1, "21:40")
    )
    life.keep(
      MissingStep(
        step: .t2,
        role: .police,
        channel: "999",
        reference: "4471",
        acknowledged: true,
        text: "read the sheet aloud, with the car and the two earlier times"
      ),
      at: clock.at(1, "22:05")
    )
    life.keep(
      MissingStep(
        step: .t3,
        whom: "Mrs Dar",
        role: .edt,
        channel: "call",
        acknowledged: true,
        text: "she tells Mr Calloway and Ms Ali by email tonight"
      ),
      MissingStep(step: .t3, whom: "Mr Calloway", role: .iro, channel: "email"),
      MissingStep(step: .t3, whom: "Ms Ali", role: .sw, channel: "email"),
      at: clock.at(1, "22:30")
    )
    let today = clock.at(0, "16:00")
    let meeting = clock.now < today.adding(minutes: -30) ? today : clock.at(-1, "10:00")
    life.keep(
      NextActAgreed(what: "strategy meeting", owedBy: .role(.la), due: .at(meeting)),
      at: clock.at(1, "22:50")
    )
  }
}
