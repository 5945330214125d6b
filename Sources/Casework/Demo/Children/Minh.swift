// K01: the first child of the caseload; missing for over a year, looked for every month.
extension DemoCaseload {
  @Sendable static func minh(_ clock: DemoClock, _ random: DemoRandom) -> DemoLife {
    let opened = clock.office(1096, "09:20")
    var life = DemoLife(ref: "K01", openedAt: opened, clock: clock, random: random)
    life.interpreter = ("vi", "LL3044")
    arrive(&life, opened)
    life.notes(minhsNotes)
    livingWell(&life)
    firstEpisodes(&life)
    gone(&life)
    life.notes(minhsNotesSince)
    lookedFor(&life)
    return life
  }

  private static func arrive(_ life: inout DemoLife, _ opened: Moment) {
    let clock = life.clock
    life.open(
      ChildOpened(name: "Trần Văn Minh", knownAs: "Minh", source: "police"),
      Referred(
        text: """
          Lad about 14, found alone in a house full of plants in Port Ellery, windows boarded. \
          Vietnamese. Says he was the gardener. Duty solicitor got him out, no charge. Emergency \
          carers from this morning.
          """,
        caller: "Mr Dunmore",
        role: .sw,
        number: "07700 900301"
      ),
      Allocated(conflict: Known(false, source: "guardian")),
      DemoLife.says(.nationality, "Vietnamese"),
      DemoLife.says(.site, "a boarded house, Port Ellery", by: "police"),
      DemoLife.speaks("Vietnamese", "central"),
      DemoLife.says(
        .interpreting,
        "central dialect; a northern interpreter loses half",
        by: "child"
      ),
      DemoLife.born(clock.born(years: 17, months: 2, days: 20), .ownAccount, by: "child"),
      DemoLife.home("foster carers", "the Pells, Port Ellery", "Anne and Dev Pell", .first),
      life.professional("Mr Dunmore", .sw, of: "Ellery council", "07700 900301", "Mon–Fri 9–17"),
      life.professional("Mrs Okell", .iro, of: "Ellery council", "07700 900309", "Mon–Thu"),
      life.professional("Mr Haddad", .lawyer, of: "Haddad Law", "07700 900315", "Mon–Fri"),
      DemoLife.person(
        "Anne Pell",
        .carer,
        "still keeps his room",
        role: .carer,
        number: "07700 900322"
      ),
      at: opened
    )
    life.keep(
      DemoLife.says(.wants, "to fix bicycles, and for his mother to know he eats"),
      DemoLife.says(.helps, "something to do with his hands while he talks"),
      DemoLife.says(.rings, "Anne Pell, then you"),
      DemoLife.says(.strength, "the bicycle workshop"),
      DemoLife.says(.strength, "remembers every road he has been on"),
      DemoLife.says(.frightens, "boarded windows; a phone that rings twice and stops"),
      DemoLife.says(
        .description,
        "about 168 cm when last seen, thin, left-handed, a burn scar on the right forearm",
        by: "carer"
      ),
      at: clock.office(1060, "16:30")
    )
  }

  private static func livingWell(_ life: inout DemoLife) {
    let clock = life.clock
    life.keep(
      SafeContactAgreed(
        number: "07700 900327",
        how: "text, he rings back",
        hours: "after 16",
        noVoicemail: true,
        codeWord: "inner tube"
      ),
      life.rhythm(.seenAlone, every: 30, "settled; agreed at the review", with: "Mr Dunmore, Minh"),
      life.safetyPlan(1, "Anne drives him; no phone at night; the card in his sock.", reviewIn: 14),
      at: clock.office(1050, "15:30")
    )
    life.keep(
      DecisionRecorded(what: .nrm, outcome: .waiting, note: "referred by Mr Dunmore"),
      at: clock.at(1094, "15:00")
    )
    life.keep(
      DecisionRecorded(what: .rg, outcome: .positive, notice: clock.day(1071)),
      at: clock.office(1070, "10:15")
    )
    life.keep(
      DecisionRecorded(what: .cg, outcome: .positive, notice: clock.day(640)),
      at: clock.office(638, "11:40")
    )
    life.keep(
      DecisionRecorded(
        what: .asylum,
        outcome: .waiting,
        note: "statement sent by Mr Haddad; no interview date yet"
      ),
      at: clock.office(560, "14:00")
    )
    let calls = life.keep(
      FlagRaised(
        topic: "rings-twice-and-stops",
        observation: "His phone rings twice and stops, most Sundays. He goes to his room after.",
        nature: .other,
        seenBy: "Anne Pell",
        concern: "A man he calls uncle Tùng used to ring like that.",
        kind: .risk,
        toldChild: true,
        reviewBy: clock.workday(in: 30)
      ),
      DemoLife.person(
        "“uncle Tùng”, name not certain",
        .ofConcern,
        "no relation; the man who brought the food to the boarded house",
        safe: Known(false, source: "child")
      ),
      at: clock.office(452, "17:00")
    )
    life.keep(
      FlagResponded(of: calls, what: "New number for him; the old one given to the police."),
      Shared(
        what: "the times of the calls and the number",
        to: "DS Marlow",
        role: .police,
        why: "somebody may be reaching for him",
        toldChild: true,
        of: calls
      ),
      at: clock.office(449, "11:00")
    )
    let ride = life.keep(
      PromiseMade(text: "ride to the lighthouse with him", due: .day(clock.day(500))),
      at: clock.office(520, "16:20")
    )
    life.keep(
      PromiseNotKept(
        of: ride,
        toldWhy: "I was ill that weekend. Rang him myself, said sorry, and we set another day."
      ),
      at: clock.at(501, "10:00")
    )
    life.promised(
      "ride to the lighthouse, this time for certain",
      499,
      due: 480,
      keptAgo: 481,
      "Eleven miles, two punctures, both his to mend."
    )
  }

  private static func firstEpisodes(_ life: inout DemoLife) {
    let clock = life.clock
    life.keep(
      MissingStarted(lastSeenBy: "Dev Pell", noticedBy: "Anne Pell", text: "Gone from the garden."),
      MissingStep(step: .t2, role: .police, channel: "999", reference: "2210", acknowledged: true),
      at: clock.at(1095, "18:05")
    )
    life.keep(
      Returned(
        seenBy: "a coach driver, then PC Anand",
        place: "Port Ellery coach station",
        condition: "hungry, unhurt, a stranger's telephone number in his pocket",
        policeTold: true
      ),
      at: clock.at(1094, "06:50")
    )
    life.keep(
      Interview(state: .done, by: "Kit, from the independent service", independent: true),
      at: clock.at(1092, "13:00")
    )
    life.keep(
      EpisodeClosed(why: "plan in place", byWhom: "Mr Dunmore"),
      at: clock.office(1080, "12:00")
    )
    life.keep(
      MissingStarted(lastSeenBy: "the workshop", noticedBy: "Anne Pell"),
      MissingStep(step: .t2, role: .police, channel: "101", reference: "3382", acknowledged: true),
      at: clock.at(702, "19:30")
    )
    life.keep(
      Located(byWhom: "Mr Dunmore", place: "a flat in Calderhythe", certain: true),
      at: clock.at(701, "15:10")
    )
    life.keep(
      Returned(
        seenBy: "Anne Pell and PC Anand",
        place: "the Pells' kitchen",
        condition: "unhurt; would not eat until he had washed",
        policeTold: true
      ),
      at: clock.at(700, "02:15")
    )
    life.keep(
      Interview(state: .refused, by: "Kit", independent: true),
      at: clock.at(698, "16:00")
    )
    life.keep(
      EpisodeClosed(why: "Anne's account taken instead; number changed", byWhom: "Mr Dunmore"),
      at: clock.office(690, "12:00")
    )
  }

  private static func gone(_ life: inout DemoLife) {
    let clock = life.clock
    let day = clock.today.adding(days: -11).adding(months: -13)
    life.keep(
      MissingStarted(
        lastSeenAt: clock.at(day, "15:20"),
        lastSeenPlace: "the college gate, Port Ellery",
        lastSeenBy: "his tutor, Mr Frame",
        noticedBy: "Anne Pell, at 17:30",
        councilCategory: "missing",
        policeCategory: "missing, medium; since the second month: high",
        text: "He did not come home from college. His bicycle stands where he locked it.",
        clothing: "blue work jacket, black trainers, rucksack with tools"
      ),
      MissingStep(step: .t1, whom: "workshop, friends, Anne's sister", role: .carer),
      at: clock.at(day, "18:10")
    )
    life.keep(
      MissingStep(step: .t2, role: .police, channel: "999", reference: "5904", acknowledged: true),
      at: clock.at(day, "18:25")
    )
    life.keep(
      MissingStep(step: .t3, whom: "the emergency duty team", role: .edt, acknowledged: true),
      MissingStep(step: .t3, whom: "Mr Dunmore", role: .sw, channel: "call", acknowledged: true),
      at: clock.at(day, "19:05")
    )
    life.keep(
      MissingStep(step: .t4, whom: "Home Office", role: .ho, channel: "email"),
      MissingStep(step: .t4, whom: "Mr Haddad", role: .lawyer, channel: "call", acknowledged: true),
      at: clock.at(day.adding(days: 1), "10:20")
    )
    life.keep(
      MissingStep(
        step: .t5,
        whom: "DS Marlow",
        role: .police,
        text:
          "Decided against a poster: those who hold him would move him. Looked at again monthly."
      ),
      at: clock.at(day.adding(days: 3), "14:00")
    )
  }

  private static func lookedFor(_ life: inout DemoLife) {
    let clock = life.clock
    life.keep(
      Located(
        byWhom: "a shop worker who rang the charity line",
        place: "a nail bar in a northern city",
        certain: false,
        text: "A left-handed boy with a burn. Police went the same day; nobody like him there."
      ),
      at: clock.at(210, "13:30")
    )
    life.keep(
      HeardFrom(
        through: "a boy found in one of the raids",
        role: .police,
        text:
          "He says a Minh who mends things taught him to fix a fan. He does not know which town."
      ),
      at: clock.at(240, "17:10")
    )
    life.keep(
      PlacementEnded(why: "the council no longer pays for the room; Anne keeps the bed made"),
      at: clock.office(290, "12:00")
    )
    life.keep(
      MissingStep(
        step: .t7,
        whom: "DS Marlow, Mr Dunmore, Mrs Okell, me",
        role: .la,
        channel: "video",
        text: """
          No news. Phone company's answer received: his old number was last on in Port Ellery. \
          Agreed to ask two more forces for boarded houses with a gardener's age given as 16 or 17.
          """
      ),
      at: clock.office(19, "14:00")
    )
    life.keep(
      NextActAgreed(
        what: "strategy meeting",
        owedBy: .role(.la),
        due: .day(clock.workday(in: 12))
      ),
      at: clock.office(19, "14:50")
    )
  }
}
