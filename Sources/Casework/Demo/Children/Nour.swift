// K14: the newest child; the council's first review has not been seen to happen.
extension DemoCaseload {
  @Sendable static func nour(_ clock: DemoClock, _ random: DemoRandom) -> DemoLife {
    let opened = clock.at(37, "10:30")
    var life = DemoLife(ref: "K14", openedAt: opened, clock: clock, random: random)
    life.interpreter = ("ar", "LL2071")
    life.open(
      ChildOpened(name: "Nour Abdelrahim", knownAs: "Nour", ownScript: "نور", source: "child"),
      Referred(
        text: """
          Girl of 15, Sudanese, arrived with a couple she calls aunt and uncle; they are not. She \
          was to be married to a friend of theirs on Saturday. Neighbour's teacher told us.
          """,
        caller: "Mr Penrose",
        role: .sw,
        number: "07700 900702"
      ),
      Allocated(conflict: Known(false, source: "guardian")),
      DemoLife.says(.nationality, "Sudanese"),
      DemoLife.says(.site, "a flat in Calderhythe", by: "teacher"),
      DemoLife.speaks("Arabic", "Sudanese"),
      DemoLife.says(.interpreting, "a woman, by video, not from Calderhythe", by: "child"),
      DemoLife.born(clock.born(years: 15, months: 4), .document, by: "council"),
      DemoLife.home("foster carers", "the Idowus, Thornby", "Bisi Idowu", .first),
      life.professional("Mr Penrose", .sw, of: "Calder council", "07700 900702", "Mon–Fri 9–17"),
      life.professional("Mrs Abbott", .iro, of: "Calder council", "07700 900709", "Tue, Thu"),
      life.professional("Ms Prentice", .lawyer, of: "Prentice & Lowe", "07700 900455", "Mon–Fri"),
      DemoLife.person(
        "Bisi Idowu",
        .carer,
        "two grown daughters; laughs easily",
        role: .carer,
        number: "07700 900716"
      ),
      DemoLife.person(
        "the couple from the flat",
        .ofConcern,
        "called themselves aunt and uncle; not to be told where she is",
        safe: Known(false, source: "child")
      ),
      at: opened
    )
    life.settlesIn(
      37,
      referredBy: nil,
      plan: "Two lamps. Nobody opens to the couple; Bisi rings 999 first and me second."
    )
    life.keep(
      DemoLife.says(.wants, "to finish the book she was reading"),
      DemoLife.says(.helps, "a woman interpreter, and tea first"),
      DemoLife.says(.rings, "Bisi, then you"),
      DemoLife.says(.strength, "reads everything, in two alphabets"),
      DemoLife.says(.frightens, "a wedding song", by: "carer"),
      SafeContactAgreed(
        number: "07700 900723",
        how: "Bisi's phone, ask for Nour by her first name",
        hours: "9 to 20",
        noVoicemail: true,
        sayToAnother: "say you ring about the reading group",
        codeWord: "chapter nine"
      ),
      life.rhythm(.seenAlone, every: 7, "new", with: "Mr Penrose, Nour", reviewIn: 20),
      life.safetyPlan(
        2,
        "Not alone at the window on the street. Bisi opens the door. School has the couple's names.",
        reviewIn: 11
      ),
      at: clock.office(30, "15:30")
    )
    life.keep(
      DemoLife.says(.strength, "has made a friend, Saba"),
      at: clock.at(16, "17:10")
    )
    life.notes(noursNotes)
    review(&life)
    return life
  }

  private static func review(_ life: inout DemoLife) {
    let clock = life.clock
    life.keep(
      DecisionRecorded(what: .nrm, outcome: .waiting, note: "referred by Mr Penrose"),
      at: clock.office(32, "16:40")
    )
    life.keep(
      DecisionRecorded(what: .rg, outcome: .positive, notice: clock.workday(22)),
      at: clock.office(21, "12:10")
    )
    let review = life.keep(
      AskedOf(text: "first review", owedBy: .la, name: "Mr Penrose", due: .day(clock.workday(6))),
      at: clock.office(28, "11:00")
    )
    life.keep(
      AskedChased(of: review, how: "email, then call", whom: "Mrs Abbott's office"),
      at: clock.office(3, "10:20")
    )
    life.asked(
      .health,
      "school nurse",
      "first health check",
      28,
      due: 15,
      chased: [(16, "call")],
      answeredAgo: 14,
      "done, with a woman doctor"
    )
    life.promised(
      "find the book she had to leave behind",
      29,
      due: 22,
      keptAgo: 23,
      "Third shop. She found her page without a bookmark."
    )
    life.nextVisit(in: 2, "15:45", "visit", setAgo: 2)
  }
}

private let noursNotes = """
  37 14:00 visit 60 int/video @foster-home | She wore two coats. Asked whether the door locks from this
    side. It does; she tried it; she took one coat off.
  35! 11:00 visit 45 alone int/video @foster-home | “On Saturday there was to be rice for forty.” It was
    Saturday's name she could not say, so we said the day after Friday.
  33! 17:40 call carer:Bisi-Idowu 10 | Slept in the daughters' old room between two lamps. Ate standing,
    then sitting.
  31 15:30 visit 50 alone int/video @foster-home | She asked what I want from her. I said nothing, that it
    is the other way round. She thought about that through a whole pot of tea.
  29 15:40 visit 45 alone int/video @foster-home | Told me about the book: a lighthouse, a girl, chapter
    nine. It stayed in the flat.
  26 10:00 school 40 child seen int @school | New school. The librarian let her stay until the bell.
  23! 12:10 visit 35 alone int/video @foster-home | Brought the book. She read standing in the hall.
  21 15:50 visit 40 alone int/video @foster-home | The first decision is yes. “Say to the teacher thank you
    from me, but not my name.” I will.
  17! 15:00 visit 90 @youth-club with:Saba | Saba showed her where the books are and where the noise is.
    They chose the stairs in between.
  14 11:30 health 40 child seen int @clinic | The doctor asked before each thing. All well, iron a bit low.
  11 15:45 visit 50 alone int/video @foster-home | Heard a wedding song from a car, and sat under the table
    until it had gone. Bisi sat there too. “She is too big for the table.”
  8! 18:30 text | “chapter 12. dont tell me” I have not read it, so I could not.
  4 15:45 visit 45 alone int/video @foster-home | Wants to know who sits round the table at a review and
    whether she may bring the book. Drew her the table. ~She is ready for a review that nobody has
    called.~
  3 10:00 call iro:Mrs-Abbott 10 | Her office has no date. Said that the twenty working days have gone by
    and asked for one by the end of the week.
  2! 18:20 text | “is it normal to like a school” Yes.
  """
