// K11: a guitar, a kitchen he does not have to work in; seen as agreed.
extension DemoCaseload {
  @Sendable static func duc(_ clock: DemoClock, _ random: DemoRandom) -> DemoLife {
    let opened = clock.office(241, "14:30")
    var life = DemoLife(ref: "K11", openedAt: opened, clock: clock, random: random)
    life.interpreter = ("vi", "LL3031")
    life.open(
      ChildOpened(name: "Phạm Hữu Đức", knownAs: "Đức", source: "child"),
      Referred(
        text: """
          Boy, 14, Vietnamese, washing up in a restaurant at eleven at night and living above it. \
          Environmental health rang us. The owner says nephew. The boy says nothing.
          """,
        caller: "Mr Lund",
        role: .sw,
        number: "07700 900502"
      ),
      Allocated(conflict: Known(false, source: "guardian")),
      DemoLife.says(.nationality, "Vietnamese"),
      DemoLife.says(.site, "a restaurant kitchen, Thornby", by: "council"),
      DemoLife.speaks("Vietnamese", "central"),
      DemoLife.says(.interpreting, "likes to see the face: video, not telephone", by: "child"),
      DemoLife.born(clock.born(years: 15, months: 6), .ownAccount, by: "child"),
      DemoLife.home("foster carers", "the Farrells, Thornby", "Noel and Ama Farrell", .first),
      life.professional("Mr Lund", .sw, of: "Thornby council", "07700 900502", "Mon–Fri 9–17"),
      life.professional("Mrs Devane", .iro, of: "Thornby council", "07700 900511", "Mon, Wed"),
      life.professional("Mr Haddad", .lawyer, of: "Haddad Law", "07700 900315", "Mon–Fri"),
      DemoLife.person(
        "Noel Farrell",
        .carer,
        "has a shed full of guitars",
        role: .carer,
        number: "07700 900951"
      ),
      DemoLife.person("Kieran", .friend, "the Farrells' grandson; they share a bus"),
      at: opened
    )
    life.settlesIn(
      241,
      referredBy: "Mr Lund",
      plan: """
        Kieran and he go together. If the owner is seen: in by the kitchens, ring Noel.
        """
    )
    life.keep(
      DemoLife.says(.wants, "a guitar that is not lent"),
      DemoLife.says(.helps, "time; he answers the day after"),
      DemoLife.says(.rings, "Noel"),
      DemoLife.says(.rings, "you"),
      DemoLife.says(.strength, "hears a tune once"),
      DemoLife.says(.strength, "gentle with animals"),
      DemoLife.says(.frightens, "a bell on a counter", by: "guardian"),
      SafeContactAgreed(
        number: "07700 900957",
        how: "text; a picture is better than a sentence",
        hours: "16 to 20",
        noVoicemail: true,
        codeWord: "capo"
      ),
      at: clock.at(205, "16:30")
    )
    life.keep(
      life.rhythm(.seenAlone, every: 14, "settling", with: "Mr Lund, Đức", reviewIn: 40),
      life.safetyPlan(
        3,
        "Home with Kieran. The restaurant's street is not on any route of his.",
        stepDown: "buys his own bus ticket",
        reviewIn: 44
      ),
      at: clock.office(60, "16:00")
    )
    life.notes(ducsNotes)
    life.keep(
      DecisionRecorded(what: .rg, outcome: .positive, notice: clock.workday(224)),
      at: clock.office(223, "10:15")
    )
    life.keep(
      DecisionRecorded(what: .cg, outcome: .waiting, note: "no target date exists"),
      at: clock.office(220, "10:30")
    )
    life.promised(
      "bring a set of strings",
      88,
      due: 74,
      keptAgo: 75,
      "He had them on before I had my coat off."
    )
    life.asked(
      .school,
      "Mrs Lacey",
      "a place in the music group",
      140,
      due: 126,
      chased: [(120, "call")],
      answeredAgo: 117,
      "Wednesdays, with a guitar to borrow"
    )
    fence(&life)
    life.nextVisit(in: 3, "16:15", "visit", setAgo: 4)
    return life
  }

  private static func fence(_ life: inout DemoLife) {
    let clock = life.clock
    let flag = life.keep(
      FlagRaised(
        topic: "the-owner-came-by",
        observation: "The restaurant's owner stood at the school fence and went when looked at.",
        nature: .personOfConcern,
        seenBy: "Kieran",
        concern: "He wants Đức back, or quiet.",
        kind: .risk,
        toldChild: true,
        reviewBy: clock.workday(150)
      ),
      at: clock.at(178, "15:50")
    )
    life.keep(
      FlagResponded(of: flag, what: "Police spoke to the owner; school has his picture."),
      Shared(
        what: "what Kieran saw",
        to: "PC Ilves",
        role: .police,
        why: "he may come again",
        toldChild: true,
        of: flag
      ),
      at: clock.at(177, "10:30")
    )
    life.keep(
      FlagReviewed(
        of: flag,
        stillValid: false,
        closedBecause: "not seen for a month; he has been told in writing to stay away"
      ),
      at: clock.office(148, "16:40")
    )
  }
}

private let ducsNotes = """
  241 17:00 visit 50 int/video @foster-home | He asked which dishes. Ama said none, sit. He sat on his
    hands.
  239 16:00 visit 45 alone int/video @foster-home | We looked at the garden. A fox. He breathed out.
  233 16:00 visit 40 alone int/video @foster-home | “There I had a mat by the rice.” Here he has a bed and
    uses half of it.
  226 10:20 health 45 child seen int @clinic | Burns on both forearms, old. Asked me to hold his jacket.
  223 16:10 visit 40 alone int/video @foster-home | The first yes. He nodded and went to tell the cat.
  212 16:00 visit 45 alone int/video @foster-home | Noel's shed. He touched one string with one finger and
    looked round.
  201 12:00 review iro:Mrs-Devane 50 | He drew what he wants: a door, a cat, six lines. The six lines were
    strings.
  190 16:00 school 35 child seen @school | Kieran has shown him where nobody pushes.
  178! 18:10 call carer:Noel-Farrell 15 | A man at the school fence. Kieran took Đức in by the kitchens.
  177 16:00 visit 50 alone int/video @foster-home | “He says uncle, he is not. My uncle is dead and was kind.”
  164 16:00 visit 45 alone int/video @foster-home | Learned a song of his grandmother's from memory; Noel
    wrote the chords down.
  151 16:00 visit 40 alone int/video @foster-home | Answered today what I asked a fortnight ago: yes, he would
    like to know about college.
  137 10:00 lawyer 60 child seen int @solicitor =priv | First half of the statement; he stopped at the mat.
  125 16:00 visit 45 alone int/video @foster-home | Kieran's birthday. He had never cut a cake before.
  117 16:00 visit 40 alone int/video @school | The music group. He sat at the back and tuned everybody's
    guitar.
  104 16:00 visit 45 alone int/video @foster-home | “I do not want to be good at washing.” He is not to be
    asked to.
  91 10:00 lawyer 75 child seen int @solicitor =priv | Second half.
  89 16:00 visit 40 alone int/video @foster-home | Broke a string and thought it would be taken from him.
  75 16:10 visit 45 alone int/video @foster-home | Strung it himself, by ear.
  62 16:00 visit 45 alone int/video @foster-home | New plan. He chose the street that is not on it.
  48! 17:05 message | A picture of the cat asleep in the guitar case. “no music today”
  41 16:00 visit 40 alone int/video @foster-home | Spoke of his mother for the first time, eleven sentences.
  28 16:00 visit 45 alone @school | Some English all by himself: the weather, the cat, the capo.
  19! 16:40 message | A video, four chords, his own.
  14 16:00 visit 45 alone int/video @foster-home | Asked what a guitar costs and how long a paper round is.
  5 16:10 visit 45 alone int/video @foster-home | Played me all of the grandmother's song. The wrong note is
    hers, he says, and stays. “She would know it is me.”
  """
