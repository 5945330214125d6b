import Casework
import TestSupport
import Testing

@Suite("The case file, from its entries")
struct FoldingTests {
  @Test("entries in any order make the same case file")
  func orderDoesNotMatter() {
    var story = Story.asAgreed()
    let flag = story.add(FlagRaised(topic: "car", urgent: true), at: "2026-11-10 10:00")
    story.add(FlagResponded(of: flag, what: "told the police"), at: "2026-11-10 09:00")
    story.add(MissingStarted(), at: "2026-11-12 21:40")
    story.add(MissingStep(step: .t2), at: "2026-11-12 22:05")
    story.add(contact(.call), at: "2026-11-13 08:00")
    story.add(Returned(seenBy: "police", place: "home", condition: "well"), at: "2026-11-13 10:00")
    story.add(MissingStep(step: .t9), at: "2026-11-13 12:00")
    func said(_ file: CaseFile) -> String {
      // Dictionaries print in any order: what is compared has none.
      "\(file.contacts)\(file.flags)\(file.placements)\(file.episodes)\(file.languages)"
        + "\(file.births)\(file.appointments)\(file.looseSteps)"
    }
    let straight = said(story.file())
    var dice = Dice(seed: 7)
    for _ in 0..<20 {
      let shuffled = story.entries.shuffled(using: &dice)
      #expect(said(.folded(id: story.child, ref: story.ref, entries: shuffled)) == straight)
    }
    #expect(story.file().flags.first?.responses.count == 1)
  }

  @Test("entries of one act, kept at one moment, fold in the order of the act")
  func oneAct() {
    let story = Story("K12")
    let at = moment("2026-11-21 21:40")
    let bodies: [any Entry] = [MissingStarted(), MissingStep(step: .t2), contact(.call)]
    let act = bodies.enumerated().map { index, body in
      let id = EntryID(rawValue: "019a0000-0000-7000-8000-00000000000\(index)")
      let stamp = Stamp(id: id, child: story.child, occurredAt: at, recordedAt: at, by: "guardian")
      return RecordedEntry(stamp: stamp, body: body, seq: 2)
    }
    let file = CaseFile.folded(id: story.child, ref: "K12", entries: story.entries + act)
    #expect(file.openEpisode?.steps.count == 1 && file.openEpisode?.news.count == 1)
    #expect(file.looseSteps.isEmpty)
  }

  @Test("an amendment takes the place of what it amends, and of its time")
  func amendment() {
    var story = Story("K12")
    let seen = story.add(visit(alone: true), at: "2026-11-20 16:10")
    var call = contact(.call)
    call.text = "rang"
    story.add(Amended(of: seen, why: "it was a call", body: call), at: "2026-11-20 17:00")
    #expect(story.file().contacts.map(\.kind) == [.call])
    #expect(story.file().last(.seenAlone, by: sundayAfternoon) == nil)
    story.add(
      Amended(of: seen, why: "on Thursday", body: call, happenedAt: moment("2026-11-19 16:10")),
      at: "2026-11-20 18:00"
    )
    #expect(story.file().contacts.map(\.at) == [moment("2026-11-19 16:10")])
  }

  @Test("an amendment of an amendment is of the entry that was amended first")
  func amendmentOfAmendment() {
    var story = Story("K12")
    let seen = story.add(visit(), at: "2026-11-20 16:10")
    let once = story.add(
      Amended(of: seen, why: "a call", body: contact(.call)),
      at: "2026-11-20 17:00"
    )
    story.add(Amended(of: once, why: "a text", body: contact(.text)), at: "2026-11-20 18:00")
    #expect(story.file().contacts.map(\.kind) == [.text])
  }

  @Test("a removed entry does not count; a removal that is removed does not remove")
  func removal() {
    var story = Story("K12")
    let seen = story.add(visit(), at: "2026-11-20 16:10")
    let removal = story.add(Removed(of: seen, why: "another child"), at: "2026-11-20 17:00")
    #expect(story.file().contacts.isEmpty)
    story.add(Removed(of: removal, why: "undone at once"), at: "2026-11-20 17:01")
    #expect(story.file().contacts.count == 1)
  }

  @Test("removing an amendment brings the first version back")
  func removedAmendment() {
    var story = Story("K12")
    let seen = story.add(visit(), at: "2026-11-20 16:10")
    let amendment = story.add(
      Amended(of: seen, why: "a call", body: contact(.call)),
      at: "2026-11-20 17:00"
    )
    story.add(Removed(of: amendment, why: "undone at once"), at: "2026-11-20 17:01")
    #expect(story.file().contacts.map(\.kind) == [.visit])
  }

  @Test("as of a moment, what happened later is not there, whenever it was recorded")
  func asOf() {
    var story = Story.asAgreed()
    story.add(visit(alone: true), at: "2026-11-18 10:00", recorded: "2026-11-25 10:00")
    story.add(visit(alone: true), at: "2026-11-21 10:00", recorded: "2026-11-21 10:05")
    let file = story.file(asOf: moment("2026-11-19 00:00"))
    #expect(file.last(.seenAlone, by: sundayAfternoon) == moment("2026-11-18 10:00"))
    #expect(file.appointments.isEmpty)
  }

  @Test(
    "as of a moment before the record began, the child is not on the page; with no moment it is"
  )
  func beforeTheBeginning() {
    let story = Story.asAgreed()
    #expect(story.file(asOf: moment("2026-08-31 23:59")).isOnCaseload == false)
    #expect(story.file(asOf: moment("2026-09-01 09:00")).isOnCaseload)
    #expect(CaseFile.folded(id: story.child, ref: "K02", entries: []).isOnCaseload)
  }

  @Test("two dates of birth stand beside each other; a new one of the same basis replaces")
  func births() {
    var story = Story("K12")
    func said(_ date: String, _ basis: BirthBasis) -> ChildDescribed {
      ChildDescribed(field: .birth, value: Known(date), basis: basis)
    }
    story.add(said("2009-06-27", .ownAccount), at: "2026-09-01 10:00")
    story.add(said("2010-01-01", .assessed), at: "2026-10-01 10:00")
    story.add(said("2010-02-01", .assessed), at: "2026-10-02 10:00")
    let births = story.file().births
    #expect(births.map(\.date) == [day("2009-06-27"), day("2010-02-01")])
    #expect(births.map { $0.age(on: day("2026-11-22")) } == [17, 16])
  }

  @Test("a language that was unknown is known once somebody says it")
  func unknownThenKnown() {
    var story = Story("K12")
    story.add(ChildDescribed(field: .language, value: Known(.notAsked)), at: "2026-09-01 10:00")
    #expect(story.file().languages.map(\.words) == ["not asked"])
    story.add(
      ChildDescribed(field: .language, value: Known("Vietnamese"), dialect: "northern"),
      at: "2026-09-02 10:00"
    )
    #expect(story.file().languages.map(\.words) == ["Vietnamese, northern"])
  }

  @Test("a placement ends the one before; a place that ends as the next begins ends only itself")
  func placements() {
    var story = Story("K12")
    story.add(Placed(kind: "B&B"), at: "2026-09-01 12:00")
    story.add(Placed(kind: "foster carers"), at: "2026-09-08 12:00")
    story.add(PlacementEnded(), at: "2026-09-08 12:00")
    let file = story.file()
    #expect(file.placement?.kind == "foster carers")
    #expect(file.placements.first?.until == moment("2026-09-08 12:00"))
    story.add(PlacementEnded(why: "left"), at: "2026-09-10 12:00")
    #expect(story.file().placement == nil)
  }

  @Test("entries of another child, and of no child, change nothing")
  func otherChildren() {
    let other = Story.asAgreed("K09")
    let file = CaseFile.folded(id: Story("K12").child, ref: "K12", entries: other.entries)
    #expect(file.openedAt == nil && file.contacts.isEmpty && file.placements.isEmpty)
  }
}

@Suite("What to call a child")
struct NamingTests {
  @Test(
    "known-as, else the part of the name that people say, else the ref",
    arguments: [
      ("Nguyễn Thị Thanh", "Thanh"), ("Mirela Hoxha", "Mirela"),
      ("Abdul Rahman Noori", "Abdul Rahman"),
      ("Saba", "Saba"), ("Trần Văn Đức", "Đức"), ("  ", "K12"),
    ]
  )
  func callName(_ whole: String, _ expected: String) {
    #expect(Story("K12", name: whole).file().callName == expected)
  }

  @Test("what the child is called comes first, the own script stands beside it")
  func knownAs() {
    var story = Story("K12", name: "Nguyễn Thị Thanh")
    story.add(ChildDescribed(field: .knownAs, value: Known("Tina")), at: "2026-09-02 10:00")
    story.add(ChildDescribed(field: .ownScript, value: Known("ታና")), at: "2026-09-02 10:00")
    #expect(story.file().callName == "Tina")
    #expect(story.file().nameBeside == "ታና")
    #expect(Story("K12").file().callName == "K12")
  }

  @Test("a typed line finds the child by every name")
  func allNames() {
    var story = Story("K12", name: "Trần Văn Đức")
    story.add(ChildDescribed(field: .alias, value: Known("Duke")), at: "2026-09-02 10:00")
    #expect(story.file().allNames == ["Trần Văn Đức", "Duke"])
    #expect(story.entries.flatMap(\.body.namesForMatching) == ["Trần Văn Đức", "Duke"])
  }
}
