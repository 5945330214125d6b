import Testing

@testable import Casework

@Suite("What the record knows around a line is offered or pointed out, never taken")
struct NoteKnownTests {
  private func note(
    _ line: String,
    _ context: NoteContext,
    now: String = NoteCaseload.tuesday,
    others: [String: NoteContext] = [:]
  ) -> ParsedNote {
    var contexts = others
    for child in NoteCaseload.parse(line, now: now).children { contexts[child.ref] = context }
    let children = NoteCaseload.children.map { child in
      var child = child
      child.context = contexts[child.ref] ?? NoteContext()
      return child
    }
    return NoteParser(
      caseload: children,
      now: NoteCaseload.moment(now),
      zone: .london,
      focus: nil
    ).parse(line)
  }

  private func act(_ note: ParsedNote, _ taken: [NoteOffer]) -> [any Entry] {
    note.act(opening: (ChildID(rawValue: "new"), "K15"), taking: taken) { EntryID(rawValue: "e") }?
      .parts.flatMap(\.entries).map(\.body) ?? []
  }

  @Test(
    "Place, interpreter and company of the last contact are offered by typing; never seen or alone"
  )
  func last() {
    let context = NoteContext(
      last: LastContact(
        place: "the college",
        interpreter: Interpreter(language: "ti", mode: .phone, id: "LL4471"),
        company: ["Sara", "Uncle Joe", "the man"]
      ),
      people: [
        KnownPerson(name: "Joe Uncle", standing: .ofConcern),
        KnownPerson(name: "The man with the car", standing: .unknownAdult),
      ]
    )
    let note = note("selam visit 10am calm", context)
    #expect(note.offers.map(\.code) == ["same-interpreter", "same-place", "same-company"])
    #expect(
      note.offers.map(\.text) == ["int:ti/phone/LL4471", "at:\"the college\"", "with:Sara"]
    )
    #expect(note.place == nil && note.interpreter == nil && note.with.isEmpty && note.alone == nil)
    var line = note.raw
    for offer in note.offers {
      line = self.note(line, context).line(taking: offer) ?? "not taken"
    }
    let taken = self.note(line, context)
    #expect(taken.place == "the college" && taken.with == ["Sara"] && taken.offers.isEmpty)
    #expect(taken.interpreter == context.last?.interpreter && taken.text == "calm")
    #expect(!note.preview.contains { $0.plain.contains("college") })
    let alone = self.note("selam visit 10am alone, calm", context)
    #expect(!alone.offers.contains { $0.code == "same-company" })
    #expect(
      self.note("selam call 10am calm", context).offers.map(\.code) == ["same-interpreter"]
    )
    #expect(self.note("selam school 10am calm", context).offers.isEmpty)
    #expect(self.note("selam+saba visit 10am calm", context).offers.isEmpty)
  }

  @Test("An interpreter marked “not again” is warned of, and never offered")
  func notAgain() {
    let context = NoteContext(
      last: LastContact(interpreter: Interpreter(language: "ro", id: "LL2210")),
      interpretersNotAgain: ["ll-2210"]
    )
    let named = note("mirela visit 11am int:ro/phone/LL2210 calm", context)
    #expect(named.hints.map(\.code) == ["interpreter-not-again"] && named.problems.isEmpty)
    #expect(named.hints.first?.token == "int:ro/phone/LL2210")
    #expect(note("mirela visit 11am calm", context).offers.isEmpty)
    let other = note("mirela visit 11am int:ro/phone/LL3333 calm", context)
    #expect(other.hints.isEmpty)
  }

  @Test("29: a concern and a number: taken, the interpreter is not again for this child")
  func concern() throws {
    let note = NoteCaseload.parse(
      "mirela visit 11am int!: \"dont want that man again, he knows my uncle\"  int LL2210"
    )
    #expect(act(note, []).count == 1)
    let kept = act(note, note.offers)
    let concern = try #require(kept.last as? InterpreterConcern)
    #expect(concern.who == "LL2210" && concern.notAgain == true && concern.restriction != nil)
    #expect(concern.what == note.interpreter?.concern)
    var file = CaseFile(id: ChildID(rawValue: "c"), ref: "K02")
    let stamp = Stamp(
      id: EntryID(rawValue: "e"),
      child: nil,
      occurredAt: note.at,
      recordedAt: note.at,
      by: "guardian"
    )
    concern.fold(into: &file, stamp: stamp)
    #expect(NoteContext(file).interpretersNotAgain == ["LL2210"])
  }

  @Test("3: of an episode that has steps but no police, the police are asked about")
  func police() {
    let line = "thanh call 1420 10m int:vi \"I am at the station\" voice flat"
    func codes(_ steps: Set<EpisodeStep>) -> [String] {
      note(line, NoteContext(stepsDone: steps), now: "2026-11-23T15:10").hints.map(\.code)
    }
    #expect(codes([]) == ["missing", "told-anyone"])
    #expect(codes([.t3]) == ["missing", "told-police"])
    #expect(codes([.t2, .t3]) == ["missing"])
  }

  @Test("7: the form knows who brought the child, and until when the two clocks run")
  func form() {
    let note = NoteCaseload.parse(
      "thanh back 0320 police brought her, carer checked, no injuries said. rhi due",
      now: "2026-11-24T09:00"
    )
    #expect(note.form?.by == .police)
    #expect(note.form?.interviewBy == NoteCaseload.moment("2026-11-27T03:20"))
    #expect(note.form?.watchUntil == NoteCaseload.moment("2026-11-26T03:20"))
    let spring = NoteCaseload.parse("thanh back 23:30 police", now: "2027-03-28T09:00")
    #expect(spring.form?.interviewBy?.isoSeconds == "2027-03-31T00:30:00+01:00")
  }

  @Test("15: an appeal that is waited for is offered as met, with this entry as its evidence")
  func evidence() throws {
    let of = EntryID(rawValue: "decision")
    let context = NoteContext(
      waiting: [KnownDuty(of: of, clock: "asy.appeal", title: "asylum appeal")]
    )
    let line = "yusuf sol Mr Bright call 10am 12m appeal lodged 09:30 ref PA/1234 =priv"
    let note = note(line, context)
    #expect(note.offers.map(\.code) == ["met"] && note.offers.first?.token == "appeal lodged")
    #expect(note.problems.isEmpty && note.restricted == .privileged)
    #expect(act(note, []).count == 1)
    let answer = try #require(act(note, note.offers).last as? DecisionAnswered)
    #expect(answer.of == of && answer.what == "appeal lodged" && answer.by == .lawyer)
    for prose in [
      "appeal not lodged yet", "no appeal lodged", "appeal to be lodged mon",
      "will appeal, sent form",
      "“appeal lodged” he said", "appealing, all in",
    ] {
      #expect(self.note("yusuf sol call 10am " + prose, context).offers.isEmpty, "\(prose)")
    }
  }

  @Test("35: a plate is kept apart when taken, and shown where another record has it")
  func plate() throws {
    let line =
      "bảo visit mon 4pm alone 45m at:gym !car-black VRN AB12 CDE, waits outside >police: 101 today"
    let note = note(line, NoteContext(), others: ["K04": NoteContext(plates: ["ab12cde"])])
    #expect(note.problems.isEmpty)
    #expect(note.hints.map(\.code) == ["whose-act", "plate-elsewhere"])
    #expect(note.hints.last?.message.contains("Jordan K04") == true)
    let plate = try #require(note.offers.first { $0.code == "number-plate" })
    let person = try #require(act(note, [plate]).last as? PersonAdded)
    #expect(person.standing == .unknownAdult)
    #expect(person.identifiers?.map(\.value) == ["AB12 CDE"])
    let mine = try #require(note.offers.first { $0.code == "mine" })
    let taken = NoteCaseload.parse(try #require(note.line(taking: mine)))
    #expect(taken.actions.map(\.owedBy) == [.guardian] && taken.actions.map(\.text) == ["101"])
    #expect(taken.text == "VRN AB12 CDE, waits outside")
  }

  @Test("37: consent to stay in the NRM opens on the 18th birthday; a leaflet is none")
  func consent() throws {
    let line =
      "jordan 18 on sat, spoke nrm consent leaflet, wants to think, pa Ms Roe present"
    let birth = try #require(Day(iso: "2008-11-28"))
    let note = note(line, NoteContext(births: [birth]))
    #expect(note.problems.map(\.code) == ["no-kind"] && !note.saysWhen)
    #expect(note.hints.map(\.code) == ["not-yet"])
    #expect(note.hints.first?.message.contains("Sat 28 Nov") == true)
    let company = try #require(note.offers.first { $0.code == "company" })
    #expect(company.text == "with:\"pa Ms Roe\"")
    let taken = NoteCaseload.parse(
      try #require(note.line(taking: company)).replacing("jordan ", with: "jordan visit ")
    )
    #expect(taken.with == ["pa Ms Roe"] && taken.problems.isEmpty)
    let grown = self.note(line, NoteContext(births: [birth.adding(days: -30)]))
    #expect(!grown.hints.contains { $0.code == "not-yet" })
  }

  @Test("Somebody of concern in the company is pointed out; a known name has its role")
  func people() {
    let context = NoteContext(people: [
      KnownPerson(name: "Joe Marsh", standing: .ofConcern),
      KnownPerson(name: "Sara Kidane", role: .carer, standing: .carer),
    ])
    let with = note("selam visit 10am with:Joe calm", context)
    #expect(with.hints.map(\.code) == ["of-concern"] && with.problems.isEmpty)
    let from = note("selam call 10am from:Sara worried", context)
    #expect(from.partyRole == .carer && from.partyName == "Sara" && from.heardFrom == nil)
  }

  @Test("The record fills it: last contact in force, steps, decisions, births, plates")
  func fromRecord() throws {
    let at = NoteCaseload.moment("2026-11-20T10:00")
    func entry(_ id: String, _ body: any Entry, _ hours: Int) -> RecordedEntry {
      let stamp = Stamp(
        id: EntryID(rawValue: id),
        child: ChildID(rawValue: "c"),
        occurredAt: at.adding(hours: hours),
        recordedAt: at.adding(hours: hours),
        by: "guardian"
      )
      return RecordedEntry(stamp: stamp, body: body, seq: UInt64(hours + 1))
    }
    var visit = ContactMade(kind: .visit, party: .child, text: "")
    visit.place = "college"
    visit.with = ["Sara"]
    var removed = visit
    removed.place = "elsewhere"
    var text = ContactMade(kind: .text, party: .child, text: "ok")
    text.heardFrom = true
    let entries = [
      entry("a", visit, 0), entry("b", removed, 1),
      entry("c", Removed(of: EntryID(rawValue: "b"), why: "wrong child"), 2),
      entry("d", ContactMade(kind: .attempt, party: .child, text: ""), 3),
      entry("e", ContactMade(kind: .call, party: .about, text: ""), 4),
      entry("f", DecisionRecorded(what: .asylum, outcome: .refused), 5),
      entry("g", MissingStarted(), 6), entry("h", MissingStep(step: .t3, role: .sw), 7),
      entry("i", text, 8),
      entry("j", FlagRaised(topic: "debt"), 9), entry("k", FlagRaised(topic: "new-shoes"), 10),
      entry("l", FlagRaised(topic: "told-the-lawyer", restricted: .privileged), 11),
    ]
    let file = CaseFile.folded(
      id: ChildID(rawValue: "c"),
      ref: "K01",
      entries: entries
    )
    let context = NoteContext(file, timeline: Timeline(entries))
    // A text after it had no place, and does not hide the one before.
    #expect(context.last == LastContact(place: "college", company: ["Sara"]))
    #expect(context.topics == ["new-shoes", "debt"])
    #expect(context.stepsDone == [.t3] && context.waiting.map(\.clock) == ["asy.appeal"])
    #expect(NoteContext(file).last == nil)
  }

  @Test("The interpreter of the last visit, where a call since then had none")
  func interpreterOfKind() throws {
    let context = NoteContext(
      last: LastContact(),
      interpreters: [.visit: Interpreter(language: "ti", mode: .phone, id: "LL4471")]
    )
    let visit = note("selam visit 10am calm", context)
    let offer = try #require(visit.offers.first)
    #expect(offer.code == "kind-interpreter")
    #expect(visit.line(taking: offer)?.hasSuffix(" int:ti/phone/LL4471") == true)
    #expect(note("selam call 10am calm", context).offers.isEmpty)
    let gone = NoteContext(interpreters: context.interpreters, interpretersNotAgain: ["ll4471"])
    #expect(note("selam visit 10am calm", gone).offers.isEmpty)
  }

  @Test("Before the first contact the child's one language is offered; English needs nobody")
  func firstLanguage() throws {
    func context(_ languages: [String], _ more: [any Entry] = []) -> NoteContext {
      let at = NoteCaseload.moment("2026-11-20T10:00")
      let bodies: [any Entry] =
        languages.map { ChildDescribed(field: .language, value: Known($0, source: "child")) } + more
      let entries = bodies.enumerated().map { number, body in
        let stamp = Stamp(
          id: EntryID(rawValue: "e\(number)"),
          child: ChildID(rawValue: "c"),
          occurredAt: at.adding(minutes: number),
          recordedAt: at.adding(minutes: number),
          by: "guardian"
        )
        return RecordedEntry(stamp: stamp, body: body, seq: UInt64(number + 1))
      }
      let file = CaseFile.folded(id: ChildID(rawValue: "c"), ref: "K03", entries: entries)
      return NoteContext(file, timeline: Timeline(entries))
    }
    let first = note("selam visit 10am calm", context(["Tigrinya"]))
    #expect(first.offers.map(\.code) == ["language"] && first.offers.map(\.text) == ["int:ti"])
    #expect(first.interpreter == nil)
    for languages in [[], ["English"], ["Tigrinya", "English"], ["a language of the hills"]] {
      #expect(note("selam visit 10am calm", context(languages)).offers.isEmpty, "\(languages)")
    }
    let visited = context(["Tigrinya"], [ContactMade(kind: .visit, party: .child, text: "")])
    #expect(note("selam visit 10am calm", visited).offers.isEmpty)
  }
}
