import Testing

@testable import Casework

@Suite("The guardian sees what Enter keeps")
struct NotePreviewTests {
  private func rows(_ line: String, now: String = NoteCaseload.tuesday) -> [String] {
    NoteCaseload.parse(line, now: now).preview.map(\.plain)
  }

  @Test("The line of the design, in words")
  func whole() {
    let line =
      "thanh visit 14:20 45m alone int:vi \"settled, asked about the solicitor\" !second-phone "
      + ">sw: chase PEP fri >>bring the bus pass thu"
    #expect(
      rows(line, now: "2026-11-22T14:05") == [
        "with Thanh K12 · visit · Sat 21 Nov 14:20, yesterday · 45 min · seen alone"
          + " · through an interpreter, Vietnamese",
        "child's words “settled, asked about the solicitor”"
          + " · flag: second-phone (kept here only: nobody has been told)",
        "asked of the social worker, by Fri 27 Nov: chase PEP",
        "you promise, by Thu 26 Nov: bring the bus pass",
      ]
    )
  }

  @Test("A missing child who rings is heard from, and it asks whether anyone was told")
  func missing() {
    #expect(
      rows(
        "thanh call 14:20 10m int:vi \"I am at the station\" >>tell her what police said 16:00",
        now: "2026-11-22T14:25"
      ) == [
        "with Thanh K12 · call · today 14:20, minutes ago · 10 min · heard from, not seen"
          + " · through an interpreter, Vietnamese",
        "child's words “I am at the station”",
        "you promise, by today 16:00: tell her what police said",
        "Thanh is recorded as missing: this is added to the episode as heard from.",
        "Has anyone been told? None recorded.",
      ]
    )
  }

  @Test("A word that records nothing says so")
  func caution() {
    let said = rows("selam call 10am she feels alone, has not seen the GP")
    #expect(said[0].contains("heard from, not seen") && !said[0].contains("alone"))
    #expect(said.contains("“alone” stands in the text: not recorded as seen alone."))
  }

  @Test("With or about is the first word, and who owes what is said")
  func party() {
    #expect(
      rows("selam call sw Ms Ali 10:05 settled")[0]
        == "about Selam K03, with the social worker, Ms Ali · call · today 10:05"
    )
    #expect(rows("selam call 10am alone, fine")[0].hasSuffix("heard from, spoke alone, not seen"))
    #expect(rows("selam visit 10am unseen")[0].hasSuffix("not seen"))
    #expect(
      rows("selam visit 10am int:carer")[0].hasSuffix("the carer interpreted (not independent)")
    )
    #expect(
      rows("selam visit 10am >ring mum 12 jan")[1] == "you will do, by Tue 12 Jan 2027: ring mum"
    )
    #expect(!rows("selam visit 10am at:12-high-street")[0].contains("high-street"))
  }

  @Test("A problem stands with what may have been meant; nothing typed shows nothing")
  func problems() {
    #expect(
      rows("thnah call 10am").last == "No child of the caseload is called “thnah”.  Thanh K12?"
    )
    #expect(rows("").isEmpty && rows("   ").isEmpty)
    let note = NoteCaseload.parse("selam call 31 feb")
    #expect(note.preview[0].plain == "with Selam K03 · call · heard from, not seen")
    #expect(note.preview.last?.segments.first?.meaning == .problem)
  }

  @Test("Days are said as a person says them")
  func days() {
    let now = NoteCaseload.moment(NoteCaseload.tuesday)
    let words = DateWords(now: now, zone: .london)
    #expect(words.when(now, hasTime: true) == "today 16:30, now")
    #expect(words.when(now.adding(hours: -24), hasTime: true) == "Mon 23 Nov 16:30, yesterday")
    #expect(words.when(now.adding(hours: 24), hasTime: false) == "Wed 25 Nov, tomorrow")
    #expect(words.when(now.adding(hours: -216), hasTime: false) == "Sun 15 Nov, 9 days ago")
    #expect(DateWords.length(90) == "1 h 30 min" && DateWords.length(60) == "1 h")
  }

  @Test("What a referral did not say is named in words, not in the names of fields")
  func referral() {
    let shown = NoteCaseload.parser().parse("new Lan Mau rang, age 16").preview
      .flatMap(\.segments).map(\.text).joined(separator: " ")
    #expect(shown.contains("where they are now") && shown.contains("NRM"))
    #expect(!shown.contains("whereNow") && !shown.contains("nrm"))
    #expect(shown.contains("age 16?"))
  }

  @Test(
    "A name in a script without capitals goes on to the comma",
    arguments: [
      ("new محمد العربي, m 16, from calais", "محمد العربي"),
      ("new ዳዊት ተስፋይ 17 eritrean", "ዳዊት ተስፋይ"), ("new محمد, 16", "محمد"),
      ("new 陈 伟? 16", "陈 伟"), ("new boy in police stn, 16", "boy"),
    ]
  )
  func caseless(line: String, name: String) {
    let note = NoteCaseload.parse(line)
    #expect(note.referral?.name == name)
    #expect(note.referral?.text == String(line.dropFirst(4)))
  }

  @Test("Tab offers children, kinds, roles and steps; never seen, never alone")
  func completion() {
    let parser = NoteCaseload.parser()
    func offered(_ line: String) -> [String] {
      parser.completions(line, cursor: line.utf8.count).map(\.text)
    }
    #expect(offered("tha") == ["thanh "])
    #expect(offered("thnah") == ["thanh "])
    #expect(offered("đứ").first == "đức ")
    // Thanh is Nguyễn by family name: whoever is called so comes first.
    #expect(offered("n") == ["nour ", "thanh "])
    #expect(offered("selam vi") == ["visit ", "video "])
    #expect(offered("selam visit >s") == [">sw:", ">sca:", ">school:"])
    #expect(offered("thanh upd told:e") == ["told:edt"])
    #expect(offered("selam visit =p") == ["=priv ", "=police "])
    #expect(offered("selam visit int:v") == ["int:vi"])
    #expect(offered("selam text from:ch") == ["from:child "])
    #expect(offered("selam visit al").isEmpty && offered("selam visit se").isEmpty)
    #expect(offered("selam visit she was vi").isEmpty && offered("").isEmpty)
    let middle = parser.completions("tha call 10am", cursor: 3)
    #expect(middle.map(\.from) == [0] && middle.map(\.to) == [3])
    #expect(middle.map(\.text) == ["thanh"], "a space is there already")
  }

  @Test(
    "Tab writes out a contact that ends now: from a time, or for so long",
    arguments: [
      ("2026-11-24T16:30", "selam visit 1545-", "1545-1630 ", 45),
      ("2026-11-24T16:30", "selam visit 15:45-", "15:45-16:30 ", 45),
      ("2026-11-24T16:30", "selam visit 3pm-", "3pm-1630 ", 90),
      ("2026-11-24T16:30", "selam visit 45m", "1545-1630 ", 45),
      ("2026-11-24T16:30", "selam visit 1h30", "1500-1630 ", 90),
      ("2026-11-24T00:20", "selam call 2350-", "2350-0020 ", 30),
      ("2026-11-24T00:20", "selam call 30m", "2350-0020 ", 30),
      ("2026-11-24T16:30", "selam visit 45", "1545-1630 ", 45),
    ]
  )
  func untilNow(_ now: String, _ line: String, _ text: String, _ minutes: Int) throws {
    let parser = NoteCaseload.parser(now)
    let offered = parser.completions(line, cursor: line.utf8.count)
    #expect(offered.map(\.text) == [text])
    let from = try #require(offered.first?.from)
    let note = parser.parse(String(line.prefix(from)) + text)
    #expect(note.minutes == minutes && note.problems.isEmpty && note.text.isEmpty)
    #expect(note.at.adding(minutes: minutes) == NoteCaseload.moment(now))
    // Tomorrow it says what it said today.
    let later = NoteCaseload.parse(note.raw, now: "2026-11-24T23:00")
    #expect(later.minutes == minutes)
  }

  @Test("Tab makes a bare number behind a time its length, and no other number")
  func bareLength() {
    func offered(_ line: String) -> [String] {
      NoteCaseload.parser().completions(line, cursor: line.utf8.count).map(\.text)
    }
    #expect(offered("selam visit 1420 45") == ["45m "])
    #expect(offered("selam visit yest 2pm 90") == ["90m "])
    for line in [
      "selam visit 1420 45m 20", "selam visit thu 26", "selam visit 1420 23/11",
      "selam visit 1420 4511", "selam visit 1420 calm 45", "selam visit 1420 0", "selam 45",
      "selam attempt 10:05 40", "selam visit 1420 999", "selam visit 1420 - 45",
      "selam visit 1420: 45", "selam visit 1420 1h3",
    ] {
      #expect(offered(line).isEmpty, "\(line)")
    }
  }

  @Test(
    "Nothing ends now where the line says when or how long, in prose, or over an hour that was not",
    arguments: [
      ("2026-11-24T16:30", "selam visit 1420 45m"), ("2026-11-24T16:30", "selam visit 45m 1420-"),
      ("2026-11-24T16:30", "selam visit yest 45m"), ("2026-11-24T16:30", "selam visit: rang 1545-"),
      ("2026-11-24T16:30", "selam visit 1631-"), ("2026-11-24T16:30", "selam visit 1630-"),
      ("2026-11-24T16:30", "selam visit 9h"), ("2026-11-24T16:30", "selam attempt x2 10:05-"),
      ("2026-03-29T02:20", "selam visit 0130-"),
    ]
  )
  func notUntilNow(_ now: String, _ line: String) {
    #expect(NoteCaseload.parser(now).completions(line, cursor: line.utf8.count).isEmpty)
  }

  @Test("Tab offers what flags were about: the child's own first, of others none with a name")
  func topics() {
    func child(_ ref: String, _ name: String, _ topics: [String]) -> KnownChild {
      KnownChild(
        id: ChildID(rawValue: "id-" + ref),
        ref: ref,
        names: [name],
        knownAs: name,
        context: NoteContext(topics: topics)
      )
    }
    let caseload = [
      child("K01", "Minh", ["debt", "second-phone"]), child("K02", "Mirela", ["second-phone"]),
      child("K03", "Selam", ["does-not-eat", "Grace-again", "does-not-eat"]),
    ]
    func offered(_ line: String, on focus: String? = nil) -> [String] {
      let parser = NoteParser(
        caseload: caseload,
        now: NoteCaseload.moment(NoteCaseload.tuesday),
        zone: .london,
        focus: focus.map { ChildID(rawValue: "id-" + $0) }
      )
      return parser.completions(line, cursor: line.utf8.count).map(\.text)
    }
    #expect(offered("selam visit !d") == ["!does-not-eat ", "!debt "])
    #expect(offered("minh visit !d") == ["!debt ", "!does-not-eat "])
    #expect(offered("visit !!d", on: "K01") == ["!!debt ", "!!does-not-eat "])
    #expect(offered("minh visit !") == ["!debt ", "!second-phone ", "!does-not-eat "])
    #expect(offered("selam !g") == ["!Grace-again "] && offered("minh !g") == [])
    #expect(offered("selam visit !s") == ["!second-phone "])
    #expect(offered("mirela visit calm, ate !s") == ["!second-phone "], "in prose as well")
  }
}
