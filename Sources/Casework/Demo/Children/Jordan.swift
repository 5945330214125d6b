// K04: British-born, sent with packets on trains at thirteen; bricklaying now, seen as agreed.
extension DemoCaseload {
  @Sendable static func jordan(_ clock: DemoClock, _ random: DemoRandom) -> DemoLife {
    let opened = clock.office(821, "10:40")
    var life = DemoLife(ref: "K04", openedAt: opened, clock: clock, random: random)
    life.open(
      ChildOpened(name: "Jordan Ashdown", knownAs: "Jordan", source: "child"),
      Referred(
        text: """
          Lad of 14 from Port Ellery, found in a flat 120 miles off, third time. Packets, a knife he \
          says he was given to hold. In custody last night. Mum at her wits' end. NRM going in today.
          """,
        caller: "Mr Dunmore",
        role: .sw,
        number: "07700 900301"
      ),
      Allocated(conflict: Known(false, source: "guardian")),
      DemoLife.says(.nationality, "British"),
      DemoLife.says(.site, "trains; a flat 120 miles away", by: "police"),
      DemoLife.speaks("English", "Port Ellery"),
      DemoLife.says(
        .interpreting,
        "none; speak slower than you think when he is angry",
        by: "mother"
      ),
      DemoLife.born(clock.born(years: 16, months: 9), .document, by: "mother"),
      DemoLife.home("residential home", "Beacon House", "manager Mrs Kerr", .first),
      life.professional("Mr Dunmore", .sw, of: "Ellery council", "07700 900301", "Mon–Fri 9–17"),
      life.professional("Mrs Okell", .iro, of: "Ellery council", "07700 900309", "Mon–Thu"),
      life.professional("Ms Sayle", .lawyer, of: "Sayle Defence", "07700 900344", "any hour"),
      DemoLife.person(
        "Karen Ashdown",
        .family,
        "his mum; rings on Sundays",
        role: .parent,
        number: "07700 900351"
      ),
      DemoLife.person(
        "Bev",
        .family,
        "his mum's sister; he lives with her now",
        role: .carer,
        number: "07700 900358"
      ),
      DemoLife.person(
        "“Rico”",
        .ofConcern,
        "gave him the phone, then the packets, then the bill",
        safe: Known(false, source: "child")
      ),
      at: opened
    )
    life.settlesIn(
      821,
      referredBy: nil,
      plan: """
        Mrs Kerr rings me, whatever the hour, when he is not back. His phone is his; we talk \
        about who has the number.
        """
    )
    life.keep(
      DemoLife.home("aunt, as foster carer", "Bev's, Thornby", "Bev", .move),
      at: clock.at(512, "14:00")
    )
    life.keep(
      DemoLife.says(.wants, "to build a wall that stays up"),
      DemoLife.says(.helps, "doing something; cars are good for talking"),
      DemoLife.says(.rings, "Bev"),
      DemoLife.says(.strength, "bricks; the under-18s, left back"),
      DemoLife.says(.strength, "looks after his little cousin without being asked"),
      DemoLife.says(.frightens, "an unknown number ringing", by: "guardian"),
      SafeContactAgreed(
        number: "07700 900372",
        how: "text first; he does not answer numbers he has not saved",
        hours: "after 16",
        codeWord: "trowel"
      ),
      at: clock.at(500, "16:30")
    )
    life.keep(
      life.professional("Ms Roe", .pa, of: "Ellery council", "07700 900365", "Mon–Fri"),
      life.rhythm(.seenAlone, every: 14, "settled", with: "Mr Dunmore, Jordan", reviewIn: 62),
      life.safetyPlan(
        8,
        "New number known to six people. Bev's street, not the station. The coach drops him home.",
        stepDown: "trains to college by himself, three stops",
        reviewIn: 66
      ),
      at: clock.office(65, "16:30")
    )
    life.notes(jordansNotes)
    courts(&life)
    life.nextVisit(in: 1, "17:00", "lift home from training", setAgo: 5)
    return life
  }

  private static func courts(_ life: inout DemoLife) {
    let clock = life.clock
    life.keep(
      DecisionRecorded(what: .nrm, outcome: .waiting, note: "referred by Mr Dunmore"),
      at: clock.at(820, "11:30")
    )
    life.keep(
      DecisionRecorded(what: .rg, outcome: .positive, notice: clock.workday(808)),
      at: clock.office(806, "12:00")
    )
    let charge = life.keep(
      DecisionRecorded(
        what: .court,
        outcome: .waiting,
        notice: clock.workday(700),
        answerBy: clock.workday(672),
        title: "answer to the charge, with the section 45 defence"
      ),
      at: clock.office(699, "15:20")
    )
    life.keep(
      DecisionAnswered(of: charge, what: "defence served by Ms Sayle", reference: "SD/45"),
      at: clock.office(680, "16:00")
    )
    life.keep(
      DecisionRecorded(what: .cg, outcome: .positive, notice: clock.workday(571)),
      at: clock.office(570, "11:00")
    )
    life.keep(
      DecisionRecorded(what: .court, outcome: .withdrawn, note: "the Crown offered no evidence"),
      at: clock.office(541, "12:10")
    )
    life.keep(
      LibertyChanged(change: .custody, byWhom: "police", note: "stopped at a station, two packets"),
      at: clock.at(760, "22:20")
    )
    life.keep(
      LibertyChanged(change: .released, byWhom: "police", note: "on bail, with Mrs Kerr"),
      at: clock.at(759, "13:10")
    )
    for (left, back, where_) in [(790, 788, "the same flat"), (738, 735, "a station, by a guard")] {
      life.keep(
        MissingStarted(lastSeenBy: "night staff", noticedBy: "Mrs Kerr"),
        MissingStep(step: .t2, role: .police, channel: "101", acknowledged: true),
        at: clock.at(left, "20:40")
      )
      life.keep(
        Returned(seenBy: "police", place: where_, condition: "hungry, tired, not speaking"),
        at: clock.at(back, "16:20")
      )
      life.keep(
        Interview(state: .done, by: "Kit", independent: true),
        at: clock.at(back - 2, "15:00")
      )
      life.keep(
        EpisodeClosed(why: "plan made anew", byWhom: "Mr Dunmore"),
        at: clock.at(back - 9, "12:00")
      )
    }
    life.promised(
      "sit behind him in court",
      600,
      due: 541,
      keptAgo: 541,
      "Second row. He counted that I was there."
    )
    life.asked(
      .college,
      "Mr Hobday",
      "a place on bricklaying",
      420,
      due: 400,
      chased: [(396, "call")],
      answeredAgo: 392,
      "starts with the next group"
    )
  }
}

private let jordansNotes = """
  821 14:00 visit 40 @residential-home with:Mrs-Kerr | Hood up. I told the hood who I am. The hood said
    “Another one.”
  819 16:00 visit 30 alone @residential-home | Table tennis. Lost nine to eleven, me.
  812 16:00 visit 40 alone @residential-home | “You lot only come when I am nicked.” I said to look at the
    date. He was not nicked.
  806 17:00 visit 30 alone @residential-home | The yes. “So what, I am a victim now?” A child somebody used.
    He thought about it for the whole of a sandwich.
  798! 21:10 attempt x21:10,21:40 | Mrs Kerr rang: a car twice round the block. He would not come to the
    phone.
  788! 19:00 visit 40 @police-station | Back from the flat. Asked for chips. We had chips.
  776 16:00 visit 45 alone @residential-home | Drew me the bill: what they said he lost, the interest, the
    interest on that.
  761 16:00 visit 30 alone @residential-home | New trainers, no receipt. I said that I had seen them, and
    nothing else.
  759! 11:00 police 180 child seen @police-station with:Ms-Sayle | Appropriate adult late; I said so, it is
    written. He was asked forty-one questions.
  757 16:00 visit 45 alone @residential-home | “Everyone asks where I was. Nobody asks who sent me.” I asked.
    He nearly said.
  735! 20:00 call 10 | “I am at the guard's thing. He gave me tea. Can you come or not.” I came.
  734 10:00 visit 60 alone @residential-home | He said the name. We agreed whom I tell, in which order.
  733 11:30 strategy police:DS-Marlow 60 =police | The name, the flat, and that he is thirteen in the first
    of the pictures.
  712 16:00 visit 40 alone @residential-home | Slept. The phone is in a drawer he can open.
  699 17:00 visit 45 alone @residential-home | The charge came. “Told you.” Rang Ms Sayle from the car with
    him.
  676 16:00 visit 40 alone @residential-home | Bev came to see him, with a cake and a row about his hair.
  650 16:00 visit 45 alone @residential-home | Would Bev have him. She would; forms.
  624 16:00 visit 40 alone @residential-home | Staff short; he has been laying slabs with the caretaker.
  600 16:00 visit 45 alone @residential-home | Court date. Where I will sit.
  570 16:30 visit 50 alone @residential-home | The lasting yes. He took a picture of it and sent it to his mum.
  541! 10:00 court 150 child seen with:Ms-Sayle | The Crown offered no evidence. He shook hands with everyone
    including the usher.
  512! 15:00 travel 60 | Moved to Bev's. Two bags and a slab.
  498 16:00 visit 45 alone @aunt's-home | His cousin, four, has made him a crown. It stayed on.
  470 17:00 visit 40 alone @aunt's-home | Bored. Safe and bored, he says; which is the point, I say; which is the
    worst, he says.
  442 17:00 visit 45 alone @aunt's-home | An old number rang. He handed the phone to Bev like something hot.
  414 17:00 visit 40 alone @aunt's-home | Took him to see the college. He kicked a wall to see how it was made.
  392 17:00 visit 45 alone @aunt's-home | He is in. Bev cried into the tea towel.
  364 16:30 school 40 child seen @college | First wall. It leans. He knew why before he was told.
  335 17:00 visit 45 alone @aunt's-home | Mum on Sundays now, twenty minutes, no shouting since the third.
  306! 18:30 travel 50 alone | In the car: what he would say to the boy he was. I will not write it down; it
    was good.
  278 17:00 visit 40 alone @training | Left back, under-18s. Talks the whole game.
  249 17:00 visit 45 alone @aunt's-home late+5 | Somebody from before waved at the station. He got on the other train.
    Late because I was on leave from the day after.
  221 17:00 visit 40 alone @college | Corner bond, flush. He stood me next to it for a picture.
  192 17:00 visit 45 alone @aunt's-home | Sixteen, and he wants to talk about eighteen already. We drew two columns.
  163 17:00 visit 40 alone @aunt's-home | Met Ms Roe. He asked what a personal adviser does that I do not. Good question.
  134 17:00 visit 45 alone @aunt's-home | Cousin started school; he walked her in and out.
  106 17:00 visit 40 alone @training | Captain for a day, sent himself off as a joke.
  91! 18:45 text | “rico got 6 yrs. dunno how i feel” Rang. He did not either for a while, then hungry.
  78 17:00 visit 45 alone @aunt's-home | Talked about the six years. “He was someone's Jordan once.”
  65 15:30 visit 40 alone @aunt's-home | Plan, eighth version, two lines shorter.
  51 17:00 visit 45 alone @college | Paid work two Saturdays with Mr Hobday's brother. Payslip, framed.
  37 17:00 visit 40 alone @aunt's-home | Wants to find the guard who gave him tea.
  36 10:30 call other:the-railway 15 | Asked the railway. They remember.
  23 17:00 visit 45 alone @aunt's-home | The guard wrote back. It is on the fridge.
  9! 18:40 text | “won 2-1. i did NOT get booked” Noted for the record.
  5! 18:30 travel 40 alone | Lift from training. He explained flying buttresses to me with a chip.
  """
