// K10: quick, funny, in debt on paper; a message has reached him, and nobody has answered it yet.
extension DemoCaseload {
  @Sendable static func bao(_ clock: DemoClock, _ random: DemoRandom) -> DemoLife {
    let opened = clock.office(302, "08:50")
    var life = DemoLife(ref: "K10", openedAt: opened, clock: clock, random: random)
    life.interpreter = ("vi", "LL3058")
    life.open(
      ChildOpened(name: "Lê Gia Bảo", knownAs: "Bảo", source: "child"),
      Referred(
        text: """
          15, Vietnamese, found in a van with four others by the docks in Port Ellery. Two SIM cards \
          in his sock. Cheerful. Asks every ten minutes if he may make one call.
          """,
        caller: "Mr Dunmore",
        role: .sw,
        number: "07700 900301"
      ),
      Allocated(conflict: Known(false, source: "guardian")),
      DemoLife.says(.nationality, "Vietnamese"),
      DemoLife.says(.site, "a van by the docks; before it nail shops in two towns", by: "police"),
      DemoLife.speaks("Vietnamese", "southern"),
      DemoLife.says(
        .interpreting,
        "southern; a northern voice on the line frightens him",
        by: "child"
      ),
      DemoLife.born(clock.born(years: 16, months: 0, days: 32), .ownAccount, by: "child"),
      DemoLife.home("foster carers", "the Mensahs, Port Ellery", "Efua Mensah", .first),
      life.professional("Mr Dunmore", .sw, of: "Ellery council", "07700 900301", "Mon–Fri 9–17"),
      life.professional("Mrs Okell", .iro, of: "Ellery council", "07700 900309", "Mon–Thu"),
      life.professional("Mr Haddad", .lawyer, of: "Haddad Law", "07700 900315", "Mon–Fri"),
      DemoLife.person(
        "Efua Mensah",
        .carer,
        "nurse, works nights every other week",
        role: .carer,
        number: "07700 900331"
      ),
      DemoLife.person("Tomasz", .friend, "from the gym"),
      at: opened
    )
    life.settlesIn(
      302,
      referredBy: "Mr Dunmore",
      plan: """
        He may ring his mother from the kitchen at six, with Efua by. Both SIM cards are \
        with the police.
        """
    )
    life.keep(
      DemoLife.says(.wants, "to box in a real ring with a bell"),
      DemoLife.says(.helps, "jokes first"),
      DemoLife.says(.rings, "you, even at night; then Efua"),
      DemoLife.says(.strength, "the gym, three evenings"),
      DemoLife.says(.strength, "can say no out loud; we practised"),
      DemoLife.says(.frightens, "a northern voice", by: "guardian"),
      SafeContactAgreed(
        number: "07700 900337",
        how: "call",
        hours: "any",
        noVoicemail: true,
        sayToAnother: "ring off",
        codeWord: "southpaw"
      ),
      at: clock.at(262, "16:30")
    )
    life.keep(
      life.rhythm(.seenAlone, every: 10, "messages have reached him", with: "Mr Dunmore, Bảo"),
      life.safetyPlan(
        4,
        "He shows Efua or me any message the same day. Home from the gym with Tomasz's father.",
        reviewIn: 18
      ),
      at: clock.office(55, "16:10")
    )
    life.notes(baosNotes)
    earlier(&life)
    message(&life)
    life.nextVisit(in: 2, "16:30", "visit at the gym", setAgo: 3)
    return life
  }

  private static func earlier(_ life: inout DemoLife) {
    let clock = life.clock
    life.keep(
      MissingStarted(
        lastSeenBy: "Efua Mensah",
        noticedBy: "Efua Mensah",
        text: "Over the fence at dusk."
      ),
      MissingStep(step: .t2, role: .police, channel: "999", reference: "6620", acknowledged: true),
      at: clock.at(301, "19:10")
    )
    life.keep(
      Returned(
        seenBy: "Efua Mensah",
        place: "the back step",
        condition: "soaked, laughing, then not; unhurt",
        policeTold: true
      ),
      at: clock.at(301, "23:35")
    )
    life.keep(
      Interview(
        state: .done,
        by: "Kit",
        independent: true,
        fields: ["before": "he had to ring at seven or they would ring his mother"]
      ),
      at: clock.at(299, "15:00")
    )
    life.keep(
      EpisodeClosed(why: "phone rules agreed with him", byWhom: "Mr Dunmore"),
      at: clock.office(290, "12:00")
    )
    life.keep(
      DecisionRecorded(what: .rg, outcome: .positive, notice: clock.workday(281)),
      at: clock.office(279, "10:20")
    )
    let debt = life.keep(
      FlagRaised(
        topic: "debt",
        observation: "He keeps a figure on the inside of his wardrobe and adds to it monthly.",
        seenBy: "Efua Mensah",
        concern: "Somebody still gets him to count.",
        kind: .risk,
        toldChild: true,
        reviewBy: clock.workday(in: 20)
      ),
      at: clock.office(198, "16:50")
    )
    life.keep(
      FlagResponded(of: debt, what: "He and Mr Haddad went through why it is not owed."),
      at: clock.office(186, "12:00")
    )
    life.keep(
      FlagReviewed(of: debt, stillValid: true, reviewBy: clock.workday(in: 20)),
      at: clock.office(84, "17:00")
    )
    life.promised(
      "come to his first bout",
      46,
      due: 33,
      keptAgo: 33,
      "Three rounds, one black eye, not his."
    )
  }

  private static func message(_ life: inout DemoLife) {
    let clock = life.clock
    // Late enough to be news at any hour, and at a time at which a boy writes.
    let when = clock.byDay(before: clock.ago(minutes: 95))
    var text = ContactMade(
      kind: .message,
      party: .child,
      text: """
        He sent me a picture of his screen. “they find me in the game. they say my mum name and the \
        number on the wardrobe. i not answer.” I wrote that not answering was right, that I have \
        it, and that I ring.
        """
    )
    text.words = [
      Quote(
        by: "child",
        text: "they find me in the game. they say my mum name and the number on the wardrobe. "
          + "i not answer."
      )
    ]
    let id = life.keep(text, at: when)
    life.keep(
      FlagRaised(
        topic: "message-in-the-game",
        observation: "A stranger in his game named his mother and the sum.",
        nature: .personOfConcern,
        seenBy: "Bảo; I have the picture",
        concern: "Whoever it is has seen inside his room or knows somebody who has.",
        kind: .risk,
        urgent: true,
        toldChild: true,
        reviewBy: clock.workday(in: 2),
        from: id
      ),
      at: when.adding(minutes: 12)
    )
  }
}

private let baosNotes = """
  302 12:30 visit 50 int/phone @foster-home | Three jokes before I had sat down. Then whether I had credit.
  301! 23:59 call 15 alone int/phone | “They ring my mother if I do not ring. I did not find a phone.” He
    had run along the docks for four hours.
  300! 10:00 visit 60 alone int/phone @foster-home | Agreed the two sentences that his mother says if they
    ring. She has said them since.
  293 16:00 visit 45 alone int @foster-home | He can do both voices of a quarrel in his village. I have not
    laughed so since spring.
  279 16:20 visit 40 alone int @foster-home | The yes. “Can I frame it for the van people?”
  265 10:30 health 40 child seen int @clinic | Ribs healed by themselves, some time ago. He did not say when.
  251 16:00 visit 45 alone int @foster-home | No jokes. He told it in twenty minutes, all the shops.
  250! 19:20 call carer:Efua-Mensah 10 | Slept on the landing by her door. She left him a pillow for it.
  237 12:00 review iro:Mrs-Okell 60 | He wants the gym. Two people said fighting. Efua said rules, sleep and
    other boys. It was agreed.
  223 16:00 visit 45 alone int @gym | Skips as if the rope were somebody's idea of a joke.
  209 16:00 visit 40 alone int @foster-home | Boxing words are his English now. “I am on the ropes with
    fractions.”
  198 16:00 visit 45 alone int @foster-home | The figure in the wardrobe. He shut the door on it when I
    had seen.
  186 10:30 lawyer 60 child seen int @solicitor =priv | About what a child can owe.
  172 16:00 visit 45 alone int @foster-home | Wrote zero under the figure, in pencil. Then over it.
  158 16:00 visit 40 alone int @school | The head reported a fight; it was him between two others.
  143 16:00 visit 45 alone int @foster-home | His mother has a new number. She made him sing to prove that it
    is him.
  129 16:00 visit 40 alone @gym | Tomasz's father gave me tea out of a bucket-sized mug.
  115 16:00 visit 45 alone int @foster-home | “If I am funny they look at my mouth and not my pockets.”
  101 10:00 lawyer 90 child seen int @solicitor =priv | Statement. No jokes, then one, for Mr Haddad.
  84 16:10 visit 45 alone int @foster-home | The figure is still there; so is the zero.
  70 16:00 visit 40 alone int @foster-home | Practised saying no in six ways, one of them in northern.
  55 15:30 visit 45 alone int @foster-home | New plan: the same day, whoever is awake.
  46 16:00 visit 40 alone @gym | He is to have a bout. He wants me at the bell.
  33! 14:00 travel 120 alone | The bout. Won on points. He looked for me, then for the bell.
  24 16:00 visit 45 alone int @foster-home | Sixteen last week; told me I may now be beaten at draughts.
  14 16:00 visit 40 alone int @foster-home | Saw a man near the gym twice and told Efua the same day, as
    agreed. A delivery driver, it turned out.
  5 16:30 visit 45 alone int @gym | New game on his phone, everybody plays it. Showed me how to be a frog.
  """
