// K07: two dates of birth, threats from home, and since yesterday a bed and breakfast.
extension DemoCaseload {
  @Sendable static func ardit(_ clock: DemoClock, _ random: DemoRandom) -> DemoLife {
    let opened = clock.at(481, "07:20")
    var life = DemoLife(ref: "K07", openedAt: opened, clock: clock, random: random)
    life.interpreter = ("sq", "LL4471")
    life.open(
      ChildOpened(name: "Ardit Guri", knownAs: "Ardit", source: "caller"),
      Referred(
        text: """
          new ardit? 15/16? albanian, plants in a house in Wexcombe, in the police station now, no \
          nrm yet, wants to ring his brother, sw Khan
          """,
        caller: "Mr Khan",
        role: .sw,
        number: "07700 900123",
        known: ["nationality": "Albanian", "site": "a house in Wexcombe"],
        unknown: ["birth", "solicitor", "language"]
      ),
      Allocated(conflict: Known(false, source: "guardian")),
      DemoLife.says(.nationality, "Albanian"),
      DemoLife.says(.site, "a house with plants, Wexcombe", by: "police"),
      DemoLife.speaks("Albanian", "northern"),
      DemoLife.says(.interpreting, "by phone only: a voice that cannot see him", by: "child"),
      DemoLife.born(clock.born(years: 16, months: 2), .ownAccount, by: "child", disputed: true),
      DemoLife.born(
        clock.born(years: 17, months: 1, days: 3),
        .assigned,
        by: "Home Office",
        disputed: true
      ),
      DemoLife.home("hostel", "Quay House, Wexcombe", "night staff", .first),
      life.professional("Mr Khan", .sw, of: "Wexcombe council", "07700 900123", "Mon–Fri 9–17"),
      life.professional("duty line", .edt, of: "Wexcombe council", "07700 900130", "17–9"),
      life.professional("Mrs Nwosu", .lawyer, of: "Harbour Law", "07700 900138", "Mon–Thu"),
      life.professional("Ms Tolland", .iro, of: "Wexcombe council", "07700 900141", "Tue–Fri"),
      DemoLife.person("Besnik", .family, "his brother, 11, at home; speaks to him on Sundays"),
      at: opened
    )
    life.settlesIn(
      481,
      referredBy: nil,
      plan: """
        Night staff know the word. Sunday calls with his brother on the staff phone, with \
        somebody near.
        """
    )
    settle(&life)
    life.notes(arditsNotes)
    decisions(&life)
    threat(&life)
    sinceYesterday(&life)
    return life
  }

  private static func settle(_ life: inout DemoLife) {
    let clock = life.clock
    life.keep(
      DemoLife.says(.wants, "to bring his brother to a school like this one"),
      DemoLife.says(.helps, "knowing who is at the door before it opens"),
      DemoLife.says(.rings, "you; not the council at night"),
      DemoLife.says(.strength, "carpentry: he made the bench at the college"),
      DemoLife.says(.strength, "honest when it costs him"),
      DemoLife.says(.frightens, "a fist on a door", by: "guardian"),
      SafeContactAgreed(
        number: "07700 900147",
        how: "text the word first, then call",
        hours: "any",
        noVoicemail: true,
        codeWord: "plumb line"
      ),
      at: clock.office(460, "15:10")
    )
    life.keep(
      DemoLife.home("supported lodgings", "Mr Trent's, Wexcombe", "Mr Trent", .move),
      DemoLife.person(
        "Mr Trent",
        .carer,
        "retired joiner; rents the top room",
        role: .carer,
        number: "07700 900152"
      ),
      at: clock.at(402, "12:00")
    )
    life.keep(
      life.rhythm(.seenAlone, every: 10, "threats to his family", with: "Mr Khan, Ardit"),
      life.safetyPlan(
        4,
        """
        Nobody is told the address. A strange face at the door: he goes to the back room, Mr Trent \
        rings 999 and then me. He rings me whatever the hour if a message from home frightens him.
        """,
        reviewIn: 6
      ),
      at: clock.office(38, "16:20")
    )
  }

  private static func decisions(_ life: inout DemoLife) {
    let clock = life.clock
    life.keep(
      DecisionRecorded(what: .nrm, outcome: .waiting, note: "referred by Mr Khan the same day"),
      at: clock.office(479, "16:00")
    )
    life.keep(
      DecisionRecorded(what: .rg, outcome: .positive, notice: clock.workday(463)),
      at: clock.office(462, "12:00")
    )
    let age = life.keep(
      DecisionRecorded(
        what: .age,
        outcome: .disputed,
        note: "Officer at the port wrote a date a year older on sight. No assessment was made."
      ),
      at: clock.office(478, "10:40")
    )
    life.keep(
      DecisionAnswered(of: age, what: "Mrs Nwosu asked for it to be withdrawn", reference: "HL/77"),
      at: clock.office(455, "11:00")
    )
    let charge = life.keep(
      LibertyChanged(
        change: .custody,
        byWhom: "police",
        place: "Wexcombe police station",
        note: "questioned about the plants; interpreter and appropriate adult from 07:50"
      ),
      at: clock.at(481, "05:30"),
      recorded: clock.at(481, "10:50")
    )
    life.keep(
      FlagResponded(of: charge, what: "Solicitor told of the section 45 defence and the NRM."),
      at: clock.at(481, "10:30"),
      recorded: clock.at(481, "10:55")
    )
    life.keep(
      LibertyChanged(change: .released, byWhom: "police", note: "no further action"),
      at: clock.at(481, "15:00")
    )
  }

  private static func threat(_ life: inout DemoLife) {
    let clock = life.clock
    let when = life.after("mum").adding(minutes: 5)
    let threat = life.keep(
      FlagRaised(
        topic: "threat",
        observation: "“They will hurt my mum.” A voice message, played to me twice.",
        nature: .personOfConcern,
        seenBy: "Ardit; I heard the message",
        concern: "Men who say he owes them know where his family lives.",
        kind: .risk,
        urgent: true,
        toldChild: true,
        reviewBy: clock.workday(in: 3),
        from: life.note("mum")
      ),
      at: when
    )
    life.keep(
      FlagResponded(
        of: threat,
        what: "Police told with the message; Mr Khan asked for another place to live.",
        owedBy: .role(.sw)
      ),
      Shared(
        what: "the message, and that he has a brother of 11",
        to: "DC Farrow",
        role: .police,
        why: "a threat to life; he asked me to",
        toldChild: true,
        of: threat
      ),
      at: when.adding(minutes: 55)
    )
  }

  private static func sinceYesterday(_ life: inout DemoLife) {
    let clock = life.clock
    let moved = clock.ago(minutes: 31 * 60)
    let day = clock.zone.day(of: moved)
    life.keep(
      Placed(
        kind: "B&B",
        place: "the Crossways, Wexcombe",
        suitable: Known(false, source: "guardian"),
        whyNot: "no staff at night, adults on the landing, a door onto the street",
        why: .move
      ),
      AskedOf(
        text: "first visit",
        owedBy: .la,
        name: "Mr Khan",
        due: .day(day.adding(days: 7))
      ),
      at: moved
    )
    let met = clock.byDay(after: moved.adding(minutes: 125))
    var contact = ContactMade(
      kind: .visit,
      party: .child,
      text: """
        The window went in at Mr Trent's and the council moved him in the dark. One bag, and the \
        spirit level Mr Trent gave him. “It is not Mr Trent's fault. Tell him.” We looked at the \
        lock together and I showed the desk my card. ~He should not be here a second night.~
        """
    )
    contact.minutes = 50
    contact.alone = true
    contact.place = "the B&B"
    contact.interpreter = Interpreter(language: "sq", mode: .phone, id: "LL4471")
    contact.words = [
      Quote(by: "child", text: "It is not Mr Trent's fault. Tell him.", through: "interpreter")
    ]
    contact.opinion = "He should not be here a second night."
    life.keep(contact, at: met)
    var challenge = ContactMade(
      kind: .call,
      party: .about,
      text: """
        Said that a B&B is not a place for a child who has been threatened, and asked where he \
        sleeps tomorrow. They are ringing round. Asked to be rung back whatever the answer.
        """
    )
    challenge.partyRole = .edt
    challenge.minutes = 15
    life.keep(challenge, at: met.adding(minutes: 75))
  }
}

private let arditsNotes = """
  481! 09:40 police 60 child seen int/phone @police-station | In a paper suit, size of a
    man. Asked whether his brother had been rung. I said who I am and that I would ask.
  481! 16:30 visit 45 alone int/phone @hostel | Released with no further action. “I watered. That is
    all I did for four months.” Ate two dinners.
  478 15:00 visit 40 alone int/phone @hostel | The officer wrote him a year older. He took it as a
    joke, then not. “My mother was there when I was born. He was not.”
  471 16:00 visit 45 alone int/phone @hostel | First Sunday call with Besnik, ten minutes, all of it
    about a dog.
  464 10:00 lawyer 70 child seen int/phone @solicitor =priv | Mrs Nwosu took the age first.
  452 15:30 visit 50 alone int/phone @hostel | Told him of the yes. He asked whether it is written in
    Albanian anywhere. I read it out with the interpreter and left him the page.
  441 16:00 school 30 child seen @college | Joinery taster. He planed a board until it sang.
  430 16:00 visit 40 alone int/phone @hostel | A man in the yard spoke Albanian to him. He did not
    answer, and told the staff. ~He trusts the staff more than he lets on.~
  417 10:30 call sw:Mr-Khan 20 | Asked for a place without a yard.
  409 16:15 visit 45 alone int/phone @hostel | Went through what lodgings are.
    He wants to see the lock and the man, in that order.
  402! 14:00 travel 40 alone | Moved in with Mr Trent. They looked at the banister for a while and
    agreed on what is wrong with it.
  395 16:00 visit 45 alone int/phone @lodgings | “He knocks. Then he waits. Then he knocks again.”
  381 16:00 visit 50 alone int/phone @lodgings | Has a shelf of his own making, with a lip so that
    nothing falls.
  366 16:10 visit 40 alone int/phone @lodgings | His father drinks again, Besnik says. Nothing I can
    mend. We looked up what a social worker there would be called.
  352 12:00 review iro:Ms-Tolland 60 | He wanted it minuted that Mr Trent is not to be thanked in front
    of people because he goes red.
  338 16:00 visit 45 alone int/phone @lodgings | English class moved him up. He says the teacher is
    wrong about the word for chisel, and is right.
  323 16:00 visit 40 alone @lodgings | Managed in English, with drawings.
  308 10:00 court 45 sw:Mr-Khan | About the house in Wexcombe: two adults sentenced. He was not there
    and was not named, as we had asked.
  307! 18:30 call 15 alone int/phone | Told him how it ended. “Will they come out?” One day. We talked
    about what stands between.
  294 16:00 visit 50 alone int/phone @lodgings | Bad week after the court. He sanded the same chair for
    three evenings.
  266 16:00 visit 45 alone @lodgings late+2 | I had been away for three weeks and Pauline covered. He had
    kept a list of what he wanted to tell me, eleven things.
  251 16:00 visit 45 alone int/phone @college | The bench is finished. It has no name on it and
    everybody knows whose it is.
  236 16:00 visit 40 alone @lodgings | Besnik is top of his class. A photograph of the certificate.
  220 10:30 health 30 child seen @optician | Glasses. He looked at leaves all the way home.
  206 16:00 visit 45 alone int/phone @lodgings | A message from a man he does not name: a figure, and a
    date. He showed me of his own accord.
  205 11:20 call police:DC-Farrow 20 =police | Passed on the figure, the date and the number.
  192 16:00 visit 50 alone int/phone @lodgings | The date came and went. “I did not pay and I am here.”
  177 16:00 visit 45 alone @lodgings | Mr Trent is teaching him dovetails. Neither of them heard me come.
  163 11:00 lawyer lawyer:Mrs-Nwosu 25 =priv | The age: a reply at last, and what to ask for next.
  148 16:00 visit 40 alone int/phone @lodgings | Wants his own date on the college register. I wrote the
    letter and he signed it under mine.
  134 16:00 visit 45 alone @college | They changed the register. He took a picture of the screen.
  119 16:00 visit 45 alone int/phone @lodgings | Besnik was followed home from school. He shook while
    he told it.
  118 09:40 call other:Child-protection-abroad 30 | Asked through the embassy service what a school there
    can do. Somebody will ring the mother.
  104 16:00 visit 40 alone int/phone @lodgings | The school walks Besnik home now. He slept.
  90 16:00 visit 45 alone @lodgings | Made a box for his mother's letters; dovetails, no glue.
  76 16:00 visit 45 alone int/phone @lodgings | Asked how long he may keep this room. I did not know,
    said so, and asked.
  61 12:00 review iro:Ms-Tolland 55 | The room is his until he is 18 by his own date. Minuted with the
    date.
  48 16:00 visit 40 alone @lodgings | Told him what was minuted. He wrote the date on the shelf, in
    pencil, underneath.
  38 15:40 visit 45 alone int/phone @lodgings | New plan, fourth version. He struck out a sentence and
    wrote a better one.
  27 16:00 visit 45 alone @workshop | Selling a stool. The buyer shook his hand.
  18 16:10 visit 40 alone int/phone @lodgings | Sunday call cut off twice. “They can hear us, he says.”
  10 09:00 visit 45 alone int/phone @lodgings id:mum | A voice message in the night. “They will hurt my
    mum.” He had not woken anybody. We rang the police from the kitchen together.
  9 11:00 strategy la:Mr-Khan 50 | Asked for a move with a plan and a key, by daylight. Agreed; no
    place named yet.
  5! 19:20 call 12 alone int/phone | Mother and Besnik are at an aunt's. “She took the box.”
  4 15:30 visit 40 alone @lodgings | Calm. He and Mr Trent have put a bar across the back door.
  """
