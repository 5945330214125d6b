// K13: ten weeks here, a bus pass promised and not yet brought.
extension DemoCaseload {
  @Sendable static func dawit(_ clock: DemoClock, _ random: DemoRandom) -> DemoLife {
    let opened = clock.at(76, "11:15")
    var life = DemoLife(ref: "K13", openedAt: opened, clock: clock, random: random)
    life.interpreter = ("ti", "LL1187")
    life.open(
      ChildOpened(name: "Dawit Zerai", knownAs: "Dawit", ownScript: "ዳዊት", source: "child"),
      Referred(
        text: """
          Boy, 16, Eritrean, came by boat this week. Others say he held the tiller; he says a man \
          put his hand on it. Held at the port a night, now with carers. Please see him soon.
          """,
        caller: "Miss Orme",
        role: .sw,
        number: "07700 900602"
      ),
      Allocated(conflict: Known(false, source: "guardian")),
      DemoLife.says(.nationality, "Eritrean"),
      DemoLife.says(.site, "a boat; before it, a warehouse on the coast of Libya", by: "child"),
      DemoLife.speaks("Tigrinya", "highland"),
      DemoLife.says(.interpreting, "not anybody from the church: it is too small", by: "child"),
      DemoLife.born(clock.born(years: 16, months: 8), .ownAccount, by: "child"),
      DemoLife.home("foster carers", "the Quayles, Ashmere", "Ruth Quayle", .first),
      life.professional("Miss Orme", .sw, of: "Ashmere council", "07700 900602", "Mon–Fri 9–17"),
      life.professional("Mr Calloway", .iro, of: "Ashmere council", "07700 900418", "Tue–Fri"),
      life.professional("Mr Teller", .lawyer, of: "Teller & Shaw", "07700 900614", "Mon–Fri"),
      DemoLife.person(
        "Ruth Quayle",
        .carer,
        "drives buses herself",
        role: .carer,
        number: "07700 900620"
      ),
      at: opened
    )
    life.settlesIn(
      76,
      referredBy: nil,
      plan: "No uniforms without one of us. Away from the sea until he says. Ruth is up at six."
    )
    life.keep(
      DemoLife.says(.wants, "to run at the club on the hill"),
      DemoLife.says(.helps, "walking while he talks"),
      DemoLife.says(.rings, "you, then Ruth"),
      DemoLife.says(.strength, "runs; teaches himself songs on the keyboard"),
      DemoLife.says(.frightens, "engines at night", by: "carer"),
      SafeContactAgreed(
        number: "07700 900627",
        how: "message first, then call",
        hours: "8 to 22",
        noVoicemail: true,
        codeWord: "keyboard"
      ),
      life.rhythm(.seenAlone, every: 7, "new; the police questions", with: "Miss Orme, Dawit"),
      life.safetyPlan(
        2,
        "Ruth or I go with him to anything with a uniform in it. He carries Mr Teller's card.",
        reviewIn: 12
      ),
      at: clock.office(62, "16:00")
    )
    life.notes(dawitsNotes)
    life.keep(
      DecisionRecorded(what: .nrm, outcome: .waiting, note: "referred by Miss Orme"),
      at: clock.office(70, "12:00")
    )
    life.keep(
      DecisionRecorded(what: .rg, outcome: .positive, notice: clock.workday(55)),
      at: clock.office(54, "10:45")
    )
    life.keep(
      LibertyChanged(change: .custody, byWhom: "police", note: "questioned about the boat"),
      at: clock.at(66, "10:00")
    )
    life.keep(
      LibertyChanged(change: .released, byWhom: "police", note: "no charge; a date to come back"),
      at: clock.at(66, "17:20")
    )
    promises(&life)
    return life
  }

  private static func promises(_ life: inout DemoLife) {
    let clock = life.clock
    life.promised(
      "find out when the running club meets",
      60,
      due: 54,
      keptAgo: 55,
      "Tuesdays and Thursdays at six. Ruth rang them too."
    )
    life.promised(
      "ask whether a keyboard can be lent",
      41,
      due: 34,
      keptAgo: 34,
      "The college lends one; he carried it home on his head."
    )
    life.keep(
      PromiseMade(
        text: "bring the bus pass",
        due: .day(clock.workday(2)),
        from: life.note("pass")
      ),
      at: life.after("pass").adding(minutes: 3)
    )
    life.keep(
      FlagRaised(
        topic: "sings-again",
        observation: "Sang in Ruth's kitchen, loudly, with the window open.",
        seenBy: "Ruth Quayle",
        concern: "He had stopped after the police station.",
        kind: .protective,
        toldChild: true,
        reviewBy: clock.workday(in: 50)
      ),
      at: clock.at(17, "19:00")
    )
    life.keep(
      AppointmentSet(
        what: "walk up the hill with him",
        at: .at(clock.at(clock.workday(in: 3), "16:00")),
        withChild: true,
        kind: .visit
      ),
      at: life.after("pass").adding(minutes: 6)
    )
  }
}

private let dawitsNotes = """
  76 15:00 visit 60 int @foster-home | He asked whether I was another one who writes things down. I
    said yes, and that he may read it. “Then write that I did not drive.”
  75 16:10 visit 40 alone int @foster-home | Walked to the sea and back again at once; he had not known
    it was so near. We go the other way from now on.
  72 10:30 health 45 child seen int @clinic | Salt burns on the legs, healing. Petrol on his shirt still,
    in a bag; he would like it gone. It went.
  69 11:00 lawyer 70 child seen int @solicitor =priv | Mr Teller on what to say and not to say.
  66! 13:00 police 240 child seen int @police-station with:Mr-Teller | Questioned about the boat. I sat on
    his left. He answered to his name and his age, as advised, and looked at my shoes.
  66! 18:10 travel 40 | Drove him home. Ruth had left the porch light on in daylight.
  65 16:00 visit 45 alone int @foster-home | “A hand on a stick is not a captain.” He has not sung since.
  61 12:00 call lawyer:Mr-Teller 20 =priv | What the police may do next and by when.
  58 16:10 visit 50 alone int @foster-home | Ate outside. He counts the planes and knows where each goes.
  54 16:30 visit 40 alone int @foster-home | The first trafficking decision is yes. He asked me to tell
    Ruth too, in the same words.
  50! 18:40 text | “runing 5 km. 19 min!!” I had to look up whether that is fast. It is.
  47 16:00 visit 45 alone int @hill | Went to see the club. The trainer shook his hand and gave him a
    number for his chest.
  43 12:00 review iro:Mr-Calloway 60 | First review, on time. He asked for one key, one bus, one song a
    day on the piano at the college.
  40 16:00 visit 45 alone int @foster-home | “In the warehouse they sang to keep awake. I was the one who
    started.”
  36! 11:00 school 40 child seen @college | A place from this week. He sat by the keyboard before anybody
    said that he might.
  33 16:10 visit 50 alone int @foster-home | Carried the lent keyboard in. Played me the line of a hymn
    and got it wrong on purpose to see if I would notice.
  29! 20:20 call 10 int/phone | A helicopter over the water. He wanted to hear somebody.
  26 16:00 visit 40 alone int @foster-home | Ruth took him to the depot to sit in a bus with the engine
    on and nobody going anywhere. “Now it is only noise.”
  19 16:00 visit 45 alone int @hill | He ran, I kept the watch. Eighteen minutes and forty.
  17! 19:10 call carer:Ruth-Quayle 8 | He sang over the washing up. She did not turn round.
  12 15:50 visit 50 alone int @foster-home | A letter about the police date: moved again. He shrugged. ~He
    shrugs when it is too much.~
  11 10:00 call lawyer:Mr-Teller 15 =priv | The new date, and the defence for children who were made to.
  4 16:00 visit 45 alone int @foster-home id:pass | He walks an hour to training because the pass from the
    council has not come. I have it on my list and said that I would bring it myself.
  """
