import Testing

@testable import Casework

@Suite("What is offered is kept only when the guardian takes it")
struct NoteTakingTests {
  private func act(_ note: ParsedNote, _ taken: [NoteOffer]) -> [any Entry] {
    note.act(opening: (ChildID(rawValue: "new"), "K15"), taking: taken) { EntryID(rawValue: "e") }?
      .parts.flatMap(\.entries).map(\.body) ?? []
  }

  @Test("39: a referral's fields are taken one by one, with the caller as their source")
  func referral() throws {
    let note = NoteCaseload.parse(
      "new ardita? 16/17 albanian, cannabis hse luton, in police stn now, sw Khan 07700 900123, "
        + "no nrm yet, wants ring brother",
      now: "2026-11-23T07:02"
    )
    #expect(act(note, []).count == 2)
    let kept = act(note, note.offers)
    let referred = try #require(kept[1] as? Referred)
    #expect(referred.known?["site"] == "cannabis hse luton")
    #expect(referred.known?["whereNow"] == "in police stn now")
    #expect(referred.known?["nrm"] == "no nrm yet")
    #expect(referred.known?["wants"] == "wants ring brother" && referred.unknown == [])
    let described = kept.compactMap { $0 as? ChildDescribed }
    #expect(described.map(\.field) == [.ageAsSaid, .nationality, .site])
    #expect(described.allSatisfy { $0.value.source == "caller" })
    #expect(described[0].value.state == .unknown && described[0].value.value == "16/17")
    let worker = try #require(kept.last as? PersonAdded)
    #expect(worker.role == .sw && worker.numbers?.map(\.number) == ["07700 900123"])
    let age = try #require(note.offers.first { $0.code == "age" })
    let one = act(note, [age])
    #expect(one.count == 3 && (one[1] as? Referred)?.unknown?.contains("site") == true)
  }

  @Test("17 and 23: what is still to come is kept as an appointment, when it is taken")
  func appointments() throws {
    let ahead = NoteCaseload.parse("yusuf HO interview thu 26 1030 croydon")
    #expect(ahead.act(newID: { EntryID(rawValue: "e") }) == nil)
    let kept = act(ahead, ahead.offers)
    #expect(kept.count == 1)
    let appointment = try #require(kept.first as? AppointmentSet)
    #expect(appointment.at == .at(NoteCaseload.moment("2026-11-26T10:30")))
    #expect(appointment.what == "interview, croydon" && appointment.with == "the Home Office")
    #expect(appointment.withChild == false && appointment.kind == .interview)
    let court = NoteCaseload.parse(
      "dawit court 10am crown ct s45 raised adj to 14/12 alone in dock"
    )
    let hearing = try #require(act(court, court.offers).last as? AppointmentSet)
    #expect(hearing.at == Day(iso: "2026-12-14").map(DueDate.day) && hearing.kind == .court)
    let twice = NoteCaseload.parse("thanh visit tomorrow 10am sw:\"x")
    #expect(act(twice, twice.offers).isEmpty, "another problem is still asked")
  }

  @Test(
    "An offer that is taken by typing leaves a line that says it",
    arguments: [
      ("ardit visit 9:00 fine told edt 10.05", "told"), ("selam text ok", "from-child"),
      ("selam call 10am no answer", "attempt"), ("selam attempt 10am", "try-again"),
      ("selam visit sw Ms Ali 10am fine", "company"), ("selam visit sw Ms Ali 10am fine", "about"),
      ("selam visit 10am met Yusuf there", "also"),
    ]
  )
  func typing(_ line: String, _ code: String) throws {
    let note = NoteCaseload.parse(line)
    let offer = try #require(note.offers.first { $0.code == code })
    let taken = NoteCaseload.parse(try #require(note.line(taking: offer)))
    #expect(taken.problems.isEmpty && !taken.offers.contains(offer))
    switch code {
    case "told": #expect(taken.steps.map(\.whom) == [.edt] && taken.text == "fine")
    case "from-child": #expect(taken.heardFrom == true && taken.text == "ok")
    case "attempt": #expect(taken.kind == .attempt && taken.heardFrom == nil)
    case "try-again": #expect(taken.actions.map(\.text) == ["try again"])
    case "company": #expect(taken.with == ["sw Ms Ali"] && taken.party == .child)
    case "about": #expect(taken.party == .about && taken.partyName == "Ms Ali")
    default: #expect(taken.children.map(\.ref) == ["K03", "K09"])
    }
    let made = ParsedNote(raw: "", now: note.now, zone: note.zone)
    #expect(made.line(taking: offer) == nil, "an offer belongs to its line")
  }

  @Test("A flag, an act or a step by itself is kept without a contact")
  func actsOnly() throws {
    let flag = NoteCaseload.parse("thanh !second-phone carer found it under the bed")
    #expect(flag.problems.isEmpty && flag.isActsOnly && flag.kind == nil)
    let raised = try #require(act(flag, []).first as? FlagRaised)
    #expect(raised.topic == "second-phone" && raised.observation == "carer found it under the bed")
    #expect(act(flag, []).count == 1)
    let here = NoteCaseload.parse(">ring the college fri >>bring the pass thu", on: "K12")
    #expect(act(here, []).count == 2 && here.problems.isEmpty && here.heardFrom == nil)
    #expect(act(NoteCaseload.parse("thanh told:edt 1530"), []).first is MissingStep)
    #expect(flag.preview.first?.plain == "about Thanh K12 · no contact recorded")
    for line in [
      "thanh 45m !second-phone found", "thanh alone !phone", "thanh calm !phone",
      "thanh !phone !car x",
      "thanh !phone \"he gave it me\"", "thanh !phone found #tag", "thanh >ring fri =priv",
      "thanh sw !phone found",
    ] {
      let note = NoteCaseload.parse(line)
      #expect(note.problems.map(\.code) == ["no-kind"] && act(note, []).isEmpty, "\(line)")
    }
  }
}
