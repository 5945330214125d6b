// K06: promised in marriage at twelve, now at school and sewing; seen as agreed.
extension DemoCaseload {
  @Sendable static func layla(_ clock: DemoClock, _ random: DemoRandom) -> DemoLife {
    let opened = clock.office(641, "16:05")
    var life = DemoLife(ref: "K06", openedAt: opened, clock: clock, random: random)
    life.interpreter = ("fa", "LL3316")
    life.open(
      ChildOpened(name: "Layla Noorzad", knownAs: "Layla", ownScript: "لیلا", source: "child"),
      Referred(
        text: """
          Afghan girl, 13, told her form teacher that the man at home is not her uncle and that she \
          has been given to him. She had written it out in English so as to get it right.
          """,
        caller: "Miss Orme",
        role: .sw,
        number: "07700 900602"
      ),
      Allocated(conflict: Known(false, source: "guardian")),
      DemoLife.says(.nationality, "Afghan"),
      DemoLife.says(.site, "a flat in Ashmere", by: "child"),
      DemoLife.speaks("Dari"),
      DemoLife.speaks("Pashto", "a few words"),
      DemoLife.says(.interpreting, "a woman; Dari, not Iranian Farsi", by: "child"),
      DemoLife.born(clock.born(years: 15, months: 2), .document, by: "council"),
      DemoLife.home("foster carer", "Ms Whitcombe's, Ashmere", "Joan Whitcombe", .first),
      life.professional("Miss Orme", .sw, of: "Ashmere council", "07700 900602", "Mon–Fri 9–17"),
      life.professional("Mr Calloway", .iro, of: "Ashmere council", "07700 900418", "Tue–Fri"),
      life.professional("Ms Roth", .lawyer, of: "Roth Chambers", "07700 900215", "Mon–Fri"),
      DemoLife.person(
        "Joan Whitcombe",
        .carer,
        "taught sewing for forty years",
        role: .carer,
        number: "07700 900641"
      ),
      DemoLife.person(
        "the man of the flat",
        .ofConcern,
        "an order of the court keeps him away from her",
        safe: Known(false, source: "court")
      ),
      at: opened
    )
    life.settlesIn(
      641,
      referredBy: "Miss Orme",
      plan: """
        The key is inside. School lets nobody take her but Joan. The order is in Joan's bag.
        """
    )
    life.keep(
      DemoLife.says(.wants, "to be asked before, not told after"),
      DemoLife.says(.helps, "a woman in the room; sewing while talking"),
      DemoLife.says(.rings, "Joan, then her teacher, then you"),
      DemoLife.says(.strength, "writes things out to get them right"),
      DemoLife.says(.strength, "sews; has an order book"),
      DemoLife.says(.frightens, "a key turning from outside", by: "guardian"),
      SafeContactAgreed(
        number: "07700 900647",
        how: "Joan's landline, or text hers",
        hours: "8 to 20",
        noVoicemail: true,
        codeWord: "bobbin"
      ),
      at: clock.at(600, "16:30")
    )
    life.keep(
      life.rhythm(.seenAlone, every: 14, "settled", with: "Miss Orme, Layla", reviewIn: 50),
      life.safetyPlan(
        5,
        "School and Joan have the order. She walks with Priya. If she sees him: into a shop, ring.",
        stepDown: "the ten minutes from the bus by herself",
        reviewIn: 58
      ),
      at: clock.office(63, "16:30")
    )
    life.notes(laylasNotes)
    decisions(&life)
    life.nextVisit(in: 1, "16:00", "visit", setAgo: 6)
    return life
  }

  private static func decisions(_ life: inout DemoLife) {
    let clock = life.clock
    life.keep(
      DecisionRecorded(
        what: .court,
        outcome: .granted,
        notice: clock.workday(633),
        note: "an order: he may not come near her or write"
      ),
      at: clock.office(633, "14:30")
    )
    life.keep(
      DecisionRecorded(what: .rg, outcome: .positive, notice: clock.workday(620)),
      at: clock.office(619, "11:20")
    )
    life.keep(
      DecisionRecorded(what: .asylum, outcome: .granted, notice: clock.workday(187)),
      at: clock.office(185, "10:50")
    )
    life.keep(
      Shared(
        what: "what she told me on the stairs",
        why: "nobody is in danger by it, and she asked me not to",
        basis: "her wish; talked through in supervision",
        toldChild: true
      ),
      at: clock.office(327, "17:00")
    )
    let nights = life.keep(
      FlagRaised(
        topic: "cries-at-night",
        observation: "Three nights in a week; she says in the morning that it is nothing.",
        seenBy: "Joan Whitcombe",
        concern: "The hearing was near; she may want somebody to talk to who is not us.",
        kind: .harm,
        toldChild: true,
        reviewBy: clock.workday(300),
        restricted: .health
      ),
      at: clock.at(331, "17:10")
    )
    life.keep(
      FlagResponded(of: nights, what: "Referred to the talking service with her agreement."),
      at: clock.office(329, "10:00")
    )
    life.keep(
      FlagReviewed(
        of: nights,
        stillValid: false,
        closedBecause: "sleeps; sees Dr Amin fortnightly and would like to keep going"
      ),
      at: clock.office(276, "16:30")
    )
    life.asked(
      .camhs,
      "Dr Amin's office",
      "a first appointment",
      329,
      due: 308,
      chased: [(306, "call"), (301, "call")],
      answeredAgo: 298,
      "seen; a woman, Dari interpreter"
    )
    life.promised(
      "ask Joan's neighbour about the old machine",
      250,
      due: 236,
      keptAgo: 240,
      "A treadle, from 1961. It is in her window now."
    )
    let twice = life.keep(contact, at: clock.office(201, "16:10"))
    life.keep(
      Removed(of: twice, why: "written down twice by mistake: the visit is the entry before"),
      at: clock.office(200, "09:30")
    )
  }

  private static var contact: ContactMade {
    var contact = ContactMade(
      kind: .visit,
      party: .child,
      text: "Hemmed curtains for the whole school play."
    )
    contact.alone = true
    return contact
  }
}

private let laylasNotes = """
  641 18:00 visit 50 int/phone @foster-home | She handed me the page in English and the page in Dari. “The
    second is for the feelings.”
  640 16:00 visit 45 alone int/phone @foster-home | Joan showed her that the key is on the inside.
  634 15:40 visit 45 alone int @foster-home | “My father was asked. I was told.”
  633 10:00 court 90 child int with:Ms-Roth | The order. She waited with Joan at home, at her wish; I
    rang before I left the steps.
  626 10:30 health 45 child seen int @clinic | A woman doctor, two windows, no hurry.
  619 16:00 visit 45 alone int @foster-home | The yes. She asked how many girls get a no.
  605 16:00 school 40 child seen @school | Back in her own class. The form teacher had kept her peg.
  590 16:00 visit 45 alone int @foster-home | Joan threaded a needle, put it down, and went to see to the
    kettle. Layla sewed a button on by the time it boiled.
  576 12:00 review iro:Mr-Calloway 55 | She asked that letters about her come to her. They do.
  561 16:00 visit 45 alone int @foster-home | A message from home through a girl at school. She tore it up,
    kept the pieces, and showed me the pieces.
  547 16:10 visit 40 alone @foster-home | We wrote to the school about messages. Her wording, better than
    mine.
  519 16:00 visit 45 alone int @foster-home | Wore a colour.
  491 16:00 visit 40 alone @foster-home | Joan's pattern books, all evening, with the wireless.
  463 16:00 visit 45 alone int @foster-home | “He paid for my shoes and counted them as his feet.”
  434 10:00 lawyer 90 child seen int @solicitor =priv | She had it all written out already.
  405 16:00 visit 40 alone @school | Prize for an essay on bridges.
  377 16:00 visit 45 alone int @foster-home | Fourteen, with a cake shaped like a cotton reel.
  349 16:00 visit 45 alone @foster-home | The hearing is set for him, not for her; she would like to know
    every word all the same.
  331! 08:20 call carer:Joan-Whitcombe 12 | “She was crying in the night, said nothing.” Third time this
    week. Joan sat on the stairs so as to be found.
  330 16:00 visit 50 alone int @foster-home =asked | What she asked me to keep between us, and what I said I
    could not.
  318 16:00 visit 40 alone @foster-home | The form for the talking service; she crossed out suffers and
    wrote has.
  304 16:00 visit 45 alone int @foster-home | He pleaded guilty. She finished the hem first, then asked how
    long.
  290 16:00 visit 40 alone @foster-home | Sees Dr Amin, thinks she is funny.
  276 15:40 visit 45 alone @foster-home | Sleeping. She says so and Joan says so, separately.
  262 16:00 visit 40 alone @school | Costumes for the play.
  240 16:30 visit 45 alone @foster-home | The treadle machine; the three of us carried it in.
  215 10:00 interview 150 child seen int @Home-Office with:Ms-Roth | Asylum interview. She read from her page
    and was allowed to.
  201 15:20 visit 45 alone @school | Hemmed curtains for the whole school play.
  185 16:20 visit 50 alone int @foster-home | Granted. She read every line, then asked for scissors, and cut
    nothing.
  158 16:00 visit 40 alone @foster-home | First order: a bag, for Priya's mother, four pounds.
  131 16:00 visit 45 alone @foster-home | An order book, with a column for promised and one for done. I
    asked where she got the idea.
  104 16:00 visit 40 alone @foster-home | Quarrelled with Priya and made her a purse.
  77 16:00 visit 45 alone int @foster-home | Wrote to her mother. “I told her I am not cross with her, I am
    cross.”
  63 15:30 visit 45 alone @foster-home | New plan. The ten minutes from the bus are hers.
  49 16:00 visit 40 alone @foster-home | Ten minutes a day, she says, is an hour a week.
  35! 17:30 text | “teacher says gcse textiles. i say yes before she finish”
  34 16:00 visit 45 alone @school | Saw the portfolio: bridges again, in thread.
  20 16:00 visit 40 alone @foster-home | Her mother's answer, a page with a pressed flower. She will not
    translate it, and is humming.
  6 16:00 visit 45 alone @foster-home | Measured me for a waistcoat. “Stand like a person who is not in a
    hurry.”
  """
