import Testing

@testable import Casework

@Suite("Marks: flags, acts, promises, words, and what only looks like them")
struct NoteMarksTests {
  @Test("What only looks like a mark stays prose")
  func lookalikes() {
    let prose =
      "she is > 16, room #3, ~20 min away, +44 7700 900123, a=b, x>y, wow! 5\" screen, > mail, "
      + "C#, see http://a.example/#top at 4"
    let note = NoteCaseload.parse("selam visit 10am: " + prose)
    #expect(note.text == prose && note.problems.isEmpty)
    #expect(note.flags.isEmpty && note.actions.isEmpty && note.tags.isEmpty && note.words.isEmpty)
    #expect(note.opinion == nil && note.restricted == nil)
  }

  @Test("A backslash makes any word or sign prose")
  func escapes() {
    let note = NoteCaseload.parse(
      "selam visit 10am \\alone \\!flag \\>ring fri \\#tag \\\"no quote\\\" \\at:home \\~x~ a\\b"
    )
    #expect(note.text == "alone !flag >ring fri #tag \"no quote\" at:home ~x~ a\\b")
    #expect(note.alone == nil && note.flags.isEmpty && note.actions.isEmpty && note.words.isEmpty)
  }

  @Test("Straight and curly quotation marks are the same; an apostrophe is none")
  func quotes() {
    for line in [
      "selam visit 10am \"I'm fine\" calm", "selam visit 10am \u{201C}I'm fine\u{201D} calm",
      "selam visit 10am \u{201E}I'm fine\u{201C} calm", "selam visit 10am \u{201C}I'm fine\" calm",
    ] {
      let note = NoteCaseload.parse(line)
      #expect(note.words.map(\.quote) == [Quote(by: "child", text: "I'm fine")], "\(line)")
      #expect(note.text.hasSuffix(" calm") && note.problems.isEmpty, "\(line)")
    }
    let apostrophes = NoteCaseload.parse("selam visit 10am she didn't say 'yes', it’s ‘fine’")
    #expect(apostrophes.words.isEmpty && apostrophes.problems.isEmpty)
    #expect(NoteCaseload.parse("selam visit 10am \"open").problems.map(\.code) == ["quote-open"])
  }

  @Test("Whose words, and through whom")
  func whose() {
    let note = NoteCaseload.parse(
      "selam visit 10am int:ti \"a\" sw:\"b\" carer: \"c\" q:\"d\" child:\"e\" mum:\"f\""
    )
    #expect(
      note.words.map(\.quote) == [
        Quote(by: "child", text: "a", through: "interpreter"), Quote(by: "sw", text: "b"),
        Quote(by: "carer", text: "c"), Quote(by: "child", text: "e", through: "interpreter"),
        Quote(by: "parent", text: "f"),
      ]
    )
    #expect(note.questions == ["d"] && note.problems.isEmpty)
    #expect(NoteCaseload.parse("selam meeting \"x\"").problems.map(\.code) == ["whose-words"])
    #expect(NoteCaseload.parse("selam text to:child \"x\"").problems.map(\.code) == ["whose-words"])
    let two = NoteCaseload.parse("nour+saba visit 10am nour:\"x\" saba:\"y\"")
    #expect(two.problems.isEmpty && two.words.map { $0.child?.ref } == ["K14", "K08"])
    let carer = NoteCaseload.parse("selam visit 10am int:carer \"x\"")
    #expect(carer.words.first?.quote.through == "carer" && carer.interpreter?.kind == .carer)
  }

  @Test("Heard from only by the child's own act")
  func heardFrom() {
    #expect(NoteCaseload.parse("selam text").heardFrom == nil)
    #expect(NoteCaseload.parse("selam text").hints.map(\.code) == ["from-whom"])
    #expect(NoteCaseload.parse("selam text to:child see you").heardFrom == nil)
    #expect(NoteCaseload.parse("selam text from:child ok").heardFrom == true)
    #expect(NoteCaseload.parse("selam email \"ok\"").heardFrom == true)
    #expect(NoteCaseload.parse("selam call from:carer worried").heardFrom == nil)
    #expect(NoteCaseload.parse("selam call from:carer worried").partyRole == .carer)
    #expect(NoteCaseload.parse("selam letter from:child").heardFrom == nil)
    #expect(NoteCaseload.parse("selam call 10am").heardFrom == true)
    #expect(NoteCaseload.parse("about selam call sw 10am").heardFrom == nil)
  }

  @Test("Who owes an act, and when it ends")
  func acts() {
    let note = NoteCaseload.parse(
      "selam visit 10am >ring the college >sw: chase PEP fri she smiled >101 today "
        + ">>bring the bus pass thu 4pm. Good day >la: reply ; then tea"
    )
    #expect(
      note.actions.map(\.text) == [
        "ring the college", "chase PEP", "101", "bring the bus pass", "reply",
      ]
    )
    #expect(
      note.actions.map(\.owedBy) == [
        .guardian, .role(.sw), .guardian, .guardian, .role(.la),
      ]
    )
    #expect(note.actions.map(\.isPromise) == [false, false, false, true, false])
    #expect(note.actions[3].due == .at(NoteCaseload.moment("2026-11-26T16:00")))
    #expect(note.text == "she smiled. Good day then tea")
    #expect(NoteCaseload.parse("selam visit 10am >fri ring mum").actions.first?.text == "ring mum")
    #expect(NoteCaseload.parse("selam visit 10am >fri").problems.map(\.code) == ["no-action"])
    #expect(
      NoteCaseload.parse("selam visit 10am >dave: ring").problems.map(\.code) == ["unknown-role"]
    )
    #expect(NoteCaseload.parse("selam visit 10am >ask who sat with her").actions.first?.due == nil)
    #expect(
      NoteCaseload.parse("selam visit 10am >>keep her safe").hints.map(\.code) == [
        "not-in-your-gift"
      ]
    )
  }

  @Test("Who was told, under which reference")
  func steps() {
    let note = NoteCaseload.parse(
      "thanh missing told:police PC Amir 22:05 ref:4471 told:sw,iro 2230 told:ho she is small",
      now: "2026-11-21T23:10"
    )
    #expect(note.steps.map(\.step) == [.t2, .t3, .t3, .t4] && note.problems.isEmpty)
    #expect(note.steps.first?.name == "PC Amir" && note.steps.first?.reference == "4471")
    #expect(note.steps.first?.at == NoteCaseload.moment("2026-11-21T22:05"))
    #expect(note.text == "she is small")
    #expect(NoteCaseload.parse("thanh missing told:bob").problems.map(\.code) == ["told-who"])
    #expect(NoteCaseload.parse("selam call 10am told:sw").hints.map(\.code) == ["no-episode"])
  }

  @Test("With, about, and whom: a role after a visit is asked")
  func roles() {
    for line in [
      "selam visit sw 10am", "selam sw visit 10am", "selam office carer", "selam travel pa",
    ] {
      let note = NoteCaseload.parse(line)
      #expect(note.problems.map(\.code) == ["company-or-met"] && note.seen == nil, "\(line)")
    }
    #expect(NoteCaseload.parse("selam visit sw seen 10am").with == ["sw"])
    #expect(NoteCaseload.parse("selam visit 10am with:Ms Ali,SW calm").with == ["Ms Ali", "SW"])
    let note = NoteCaseload.parse("SELAM CALL SW MS ALI 10M SHE IS FINE")
    #expect(note.partyName == "MS ALI" && note.minutes == 10 && note.text == "SHE IS FINE")
    #expect(NoteCaseload.parse("selam call sw She is fine").partyName == nil)
    #expect(NoteCaseload.parse("selam call sw Kim Le Roux 10m").partyName == "Kim Le Roux")
    #expect(NoteCaseload.parse("selam call 10am sw was late").party == .child)
    #expect(NoteCaseload.parse("selam review seen 10am").party == .child)
    #expect(NoteCaseload.parse("selam police 10am").partyRole == .police)
  }

  @Test(
    "Tags and restrictions",
    arguments: [
      ("=priv", Restriction.privileged), ("=POLICE", .police), ("=third", .thirdParty),
      ("=health", .health), ("=asked", .childAsked), ("=allegation", .allegation),
    ]
  )
  func restricted(_ typed: String, _ kind: Restriction) {
    let note = NoteCaseload.parse("selam visit 10am fine \(typed) #school-day #x")
    #expect(note.restricted == kind && note.tags == ["school-day", "x"] && note.text == "fine")
    #expect(NoteCaseload.parse("selam visit =prv").problems.map(\.code) == ["unknown-restricted"])
  }

  @Test("Every row of real lines says the same in capitals and with curly quotation marks")
  func variants() {
    for line in [
      "selam visit 1530 50m alone int:ti at:college \"i want to stay\" calm, ate",
      "ardit attempt x3 calls 10:05 10:40 11:15 no ans", "thanh call sw re placement",
      "minh strategy mtg 1400 teams 45m police, la, ictg. >la: ask HO re port data +10wd",
      "dawit court 10am crown ct s45 raised adj to 14/12 alone in dock",
      "dawit cps letter recd 23/11 charge s4 see attach",
      "layla carer call \"she was crying in the night, said nothing\"",
      "bảo mon 4pm alone 45m at:gym !car-black waits outside >police: 101 today",
      "yusuf ho interview thu 26 1030 croydon",
      "nour+saba text 1630 \"r u coming tmw\" said yes 4pm >>see nour wed 4pm",
    ] {
      let plain = NoteCaseload.parse(line)
      var curly = ""
      var isOpen = false
      for character in line {
        if character == "\"" { isOpen.toggle() }
        curly += character == "\"" ? (isOpen ? "\u{201C}" : "\u{201D}") : String(character)
      }
      for other in [line.uppercased(), curly, line.replacing(", ", with: ","), line + " 🙂"] {
        let note = NoteCaseload.parse(other)
        #expect(note.children == plain.children && note.kind == plain.kind, "\(other)")
        #expect(note.at == plain.at && note.minutes == plain.minutes, "\(other)")
        #expect(note.seen == plain.seen && note.alone == plain.alone, "\(other)")
        #expect(note.heardFrom == plain.heardFrom && note.party == plain.party, "\(other)")
        #expect(note.words.map(\.quote.by) == plain.words.map(\.quote.by), "\(other)")
        #expect(note.actions.map(\.due) == plain.actions.map(\.due), "\(other)")
        #expect(note.problems.map(\.code) == plain.problems.map(\.code), "\(other)")
      }
    }
  }
}
