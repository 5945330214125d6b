import TestSupport
import Testing

@testable import Casework

@Suite("Prose never makes a child seen or alone")
struct HeadAndProseTests {
  static let sentence = "she said she feels alone, has not seen the GP"

  @Test(
    "She said she feels alone, has not seen the GP: in any shape, not seen and not alone",
    arguments: [
      "selam call \(sentence)", "selam call 14:20 \(sentence)", "selam call: \(sentence)",
      "selam call - \(sentence)", "selam call 14:20 10m, \(sentence)",
      "SELAM CALL 14:20 SHE FEELS ALONE",
      "selam c 14:20 int:ti \(sentence)", "selam call\n\(sentence)", "selam call\nalone seen",
      "selam call 14:20 \"\(sentence)\"", "selam call 14:20 \u{201C}\(sentence)\u{201D} alone",
      "selam call 14:20 ~\(sentence)~ alone", "selam text from:child \(sentence)",
      "selam letter \(sentence)", "selam email \"i am alone\" seen", "selam attempt \(sentence)",
      "selam meeting school \(sentence)", "selam call sw Ms Ali seen", "selam call seen 14:20",
      "selam text alone", "selam letter seen alone", "selam attempt alone seen",
      "selam review alone", "selam call sw alone", "selam supervision seen alone",
      "selam call about her: seen, alone", "selam call !alone", "selam call #seen #alone",
      "selam call at:alone", "selam call >>see her alone fri", "selam call \\alone \\seen",
      "selam video. alone", "selam call 14:20; seen alone", "selam missing seen alone",
      "selam call >ring carer, alone in her room", "selam call q:\"are you alone\" seen",
    ]
  )
  func neither(_ line: String) {
    let note = NoteCaseload.parse(line)
    #expect(note.seen == nil)
    if !line.hasPrefix("selam call seen") { #expect(note.alone == nil) }
    let act = note.act(newID: { EntryID(rawValue: "x") })
    for entry in act?.parts.flatMap(\.entries) ?? [] {
      if let contact = entry.body as? ContactMade {
        let fact = NoteCaseload.counted(contact, at: entry.occurredAt)
        #expect(!fact.seen && !fact.seenAlone)
      }
    }
  }

  @Test("A visit whose text says that nobody was met is not recorded as seen")
  func denied() {
    for prose in [
      "no answer at the door", "not in, carer said out", "nobody home", "she was not there",
      "cancelled by carer", "did not see her", "planned for fri", "booked for next week",
      "not seen the GP yet", "postponed by the college",
    ] {
      let note = NoteCaseload.parse("selam visit 14:20 " + prose)
      #expect(note.seen == nil && note.hints.map(\.code).contains("seen-or-not"), "\(prose)")
    }
    for prose in [
      "tried on the new shoes", "could not find his papers", "not found a solicitor yet",
      "tried to say what happened", "did not show any distress", "tried to ring mum together",
      "didn't come out of his room at first, then talked", "not answering questions about uncle",
      "sat together, phone off, talked", "switched off from school",
    ] {
      #expect(NoteCaseload.parse("selam visit 14:20 " + prose).seen == true, "\(prose)")
    }
    #expect(NoteCaseload.parse("selam visit 14:20 unseen, carer at door").seen == false)
    #expect(NoteCaseload.parse("selam visit not seen").seen == false)
    #expect(NoteCaseload.parse("selam visit 2pm teams: fine").seen == nil)
    #expect(NoteCaseload.parse("selam call 14:20 no answer").heardFrom == nil)
    #expect(NoteCaseload.parse("selam call 14:20 went to voicemail").heardFrom == nil)
    #expect(NoteCaseload.parse("selam call 14:20 not much to say").heardFrom == true)
  }

  @Test("What another says of the child is not the child's voice; what only sounds so is no denial")
  func heardFrom() {
    func heard(_ line: String) -> Bool? { NoteCaseload.parse(line).heardFrom }
    #expect(heard("selam call 14:20 no answer, carer:\"she is asleep\"") == nil)
    #expect(heard("selam call 14:20 no answer at first, \"I was asleep\"") == true)
    #expect(heard("selam video teams 30m engaged well, talked about college") == true)
    #expect(heard("selam call whatsapp 10m broken sleep again") == true)
    #expect(heard("selam call 10m chatty, voicemail from the solicitor played") == true)
    let alone = NoteCaseload.parse("selam call 14:20 alone, voicemail")
    #expect(alone.heardFrom == nil && alone.alone == nil)
    #expect(!alone.preview.contains { $0.plain.contains("spoke alone") })
  }

  @Test(
    "A call at which nobody was reached is not recorded as heard from, and an attempt is offered",
    arguments: [
      "not reached, voicemail full", "rang twice, not reached", "unable to reach her",
      "could not reach him", "didn\u{2019}t pick up", "DID NOT PICK UP", "straight to voicemail",
      "phone switched off", "phone off", "phone dead since sat", "nobody answered",
      "rang three times, rang out",
      "unavailable", "tried twice", "vm", "wrong number", "no one answered",
    ]
  )
  func notReached(_ prose: String) {
    let note = NoteCaseload.parse("selam call 14:20 10m " + prose)
    #expect(note.heardFrom == nil)
    #expect(note.offers.contains { $0.code == "attempt" })
    // Her own words were heard, whatever they say.
    #expect(NoteCaseload.parse("selam call 14:20 10m “\(prose)”").heardFrom == true)
  }

  @Test("What the head says is recorded, in any case and order")
  func said() {
    for line in [
      "selam visit 14:20 45m alone", "SELAM VISIT 14:20 45M ALONE", "alone visit selam 1420 45min",
      "selam, visit, 14:20, 45m, alone, settled", "selam hv 2.20pm 45 mins alone: settled",
      "selam f2f alone 14:20-15:05 - settled", "Selam v 45m 14.20 alone int:ti \"fine\"",
      "K03 visit 1420 45m alone !calm #school", "k03 visit today 2:20 pm 45m alone",
    ] {
      let note = NoteCaseload.parse(line)
      #expect(note.problems.isEmpty, "\(line)")
      #expect(note.seen == true && note.alone == true && note.minutes == 45, "\(line)")
      #expect(note.at == NoteCaseload.moment("2026-11-24T14:20"), "\(line)")
    }
    #expect(NoteCaseload.parse("selam call 10am alone, fine").alone == true)
    #expect(NoteCaseload.parse("selam call 10am alone, fine").seen == nil)
    #expect(NoteCaseload.parse("selam review seen alone 10am").alone == true)
    #expect(NoteCaseload.parse("selam travel 10am alone").alone == true)
  }

  @Test("Alone beside company is asked, an interpreter excepted")
  func company() {
    for (with, code) in [
      ("with:Sara", "alone-with-company"), ("with:Sara,SW", "alone-with-company"),
      ("int:carer", "alone-with-company"),
    ] {
      let note = NoteCaseload.parse("selam visit 10am alone " + with)
      #expect(note.problems.map(\.code) == [code] && note.alone == nil)
    }
    #expect(NoteCaseload.parse("selam visit 10am alone with:interpreter").alone == true)
    #expect(NoteCaseload.parse("selam visit 10am alone int:ti").alone == true)
    #expect(
      NoteCaseload.parse("selam visit 10am unseen alone").problems.map(\.code) == ["unseen-alone"]
    )
  }

  @Test("A word that may belong to the text is asked, not taken")
  func doubtful() {
    let alone = NoteCaseload.parse("selam visit 14:20 alone in her room")
    #expect(alone.alone == nil && alone.text == "alone in her room")
    #expect(alone.hints.map(\.code) == ["asked"] && alone.problems.isEmpty)
    for line in ["selam health seen by the GP", "selam police seen her in custody"] {
      let seen = NoteCaseload.parse(line)
      #expect(seen.seen == nil && seen.party == .about && seen.text.hasPrefix("seen "))
      #expect(seen.hints.map(\.code) == ["asked"])
    }
    // Whose sighting it was is not said by a comma; before the time, it is the guardian's.
    #expect(NoteCaseload.parse("selam health seen, calm").seen == nil)
    #expect(NoteCaseload.parse("thanh police seen, on CCTV at Euston").seen == nil)
    #expect(NoteCaseload.parse("selam health seen 10:00 calm").seen == true)
    let sat = NoteCaseload.parse("selam visit sat quietly")
    #expect(sat.problems.map(\.code) == ["asked"] && sat.text == "sat quietly")
    #expect(NoteCaseload.parse("selam visit sat, quiet").problems.isEmpty)
    #expect(NoteCaseload.parse("selam visit sat 4pm quiet").problems.isEmpty)
    #expect(NoteCaseload.parse("selam visit 4 may be late").problems.map(\.code) == ["asked"])
  }

  static let words = [
    "alone", "seen", "unseen", "visit", "call", "sat", "sun", "45m", "14:20", "1530", "yesterday",
    "she", "said", "her", "the", "GP", "not", "told", "edt", "sw", "carer", "promised", "will",
    "ring", "> mail", "room #3", "~20 min", "+44 7700", ">", ">>", "!", "= 4", "a=b", "x>y", "5pm.",
    "back", "returned", "found", "Thanh", "K12", "school", "lawyer", "with", "at", "x3", "10am",
    "(alone)", "alone.", "seen,", "alone:", "-", "—", ";", "don't", "it’s", "teams", "re", "about",
    "email>", "C#", "and", "who", "text", "v", "c", "m", "t", "na", "15/11", "last night", "😀",
    "https://a.example/#x", "@", "~", "\\!x", "3", "18", "mon", "2026-11-20", "alone!", "SEEN",
  ]

  @Test("Shuffled prose changes nothing of what the head says")
  func shuffledProse() {
    var random = Dice(seed: 20_261_124)
    let heads = [
      "selam visit 14:20", "selam call 10m", "k03 visit yesterday 10am 45m alone int:ti",
      "selam text", "selam meeting school", "selam attempt", "selam letter", "selam court 10am",
      "selam travel unseen", "selam call sw Ms Ali", "selam review seen 11am", "selam video 20m",
    ]
    for round in 0..<6000 {
      let head = heads[round % heads.count]
      let count = Int.random(in: 1...14, using: &random)
      let prose = (0..<count).map { _ in Self.words.randomElement(using: &random) ?? "" }
      let glue = [": ", " - ", ". she ", " quietly ", "\n"][round / heads.count % 5]
      let bare = NoteCaseload.parse(head)
      let note = NoteCaseload.parse(head + glue + prose.joined(separator: " "))
      let line = Comment(rawValue: note.raw)
      #expect(note.children == bare.children, line)
      #expect(note.kind == bare.kind && note.at == bare.at, line)
      #expect(note.minutes == bare.minutes && note.party == bare.party, line)
      // Prose that denies a meeting may take "seen" away; nothing may add it.
      #expect(note.seen == bare.seen || note.seen == nil, line)
      #expect(note.alone == bare.alone || note.alone == nil, line)
      #expect(note.heardFrom == bare.heardFrom || note.heardFrom == nil, line)
      #expect(note.actions.isEmpty && note.flags.isEmpty && note.steps.isEmpty, line)
      #expect(note.words.isEmpty && note.form == nil && note.referral == nil, line)
    }
  }
}
