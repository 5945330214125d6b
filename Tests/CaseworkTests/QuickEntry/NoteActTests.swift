import Foundation
import Testing

@testable import Casework

@Suite("What is kept of a line")
struct NoteActTests {
  private func act(_ note: ParsedNote, opening: (child: ChildID, ref: String)? = nil) -> Act? {
    var next = 0
    return note.act(opening: opening) {
      next += 1
      return EntryID(rawValue: "e\(next)")
    }
  }

  @Test("The line of the design becomes a contact, a flag, an asked act and a promise")
  func whole() throws {
    let line =
      "thanh visit 14:20 45m alone int:vi \"settled, asked about the solicitor\" !second-phone "
      + ">sw: chase PEP fri >ring PEP office mon >>bring the bus pass thu"
    let note = NoteCaseload.parse(line, now: "2026-11-22T14:05")
    let part = try #require(act(note)?.parts.first)
    #expect(part.child == ChildID(rawValue: "id-K12") && part.by == "guardian")
    #expect(part.entries.map(\.id?.rawValue) == ["e1", "e2", "e3", "e4", "e5"])
    let at = NoteCaseload.moment("2026-11-21T14:20")
    #expect(part.entries.allSatisfy { $0.occurredAt == at })
    let contact = try #require(part.entries[0].body as? ContactMade)
    #expect(contact.raw == line && contact.kind == .visit && contact.party == .child)
    #expect(contact.seen == true && contact.alone == true && contact.minutes == 45)
    #expect(contact.text == "\"settled, asked about the solicitor\"")
    #expect(contact.words?.first?.through == "interpreter" && contact.opinion == nil)
    let from = EntryID(rawValue: "e1")
    #expect(part.entries[1].body as? FlagRaised == FlagRaised(topic: "second-phone", from: from))
    #expect(
      part.entries[2].body as? AskedOf
        == AskedOf(
          text: "chase PEP",
          owedBy: .sw,
          due: Day(iso: "2026-11-27").map(DueDate.day),
          from: from
        )
    )
    #expect(
      part.entries[3].body as? ReminderSet
        == ReminderSet(
          text: "ring PEP office",
          due: Day(iso: "2026-11-23").map(DueDate.day),
          from: from
        )
    )
    #expect(
      part.entries[4].body as? PromiseMade
        == PromiseMade(
          text: "bring the bus pass",
          due: Day(iso: "2026-11-26").map(DueDate.day),
          from: from
        )
    )
  }

  @Test("Two children: a contact each; what names one is that one's")
  func two() throws {
    let note = NoteCaseload.parse(
      "nour+saba visit 10am nour:\"my own\" both ate >>see nour wed 4pm !bus >sw: ring fri =priv"
    )
    let act = try #require(self.act(note))
    #expect(act.parts.map(\.child?.rawValue) == ["id-K14", "id-K08"])
    #expect(act.parts.map(\.entries.count) == [4, 3])
    let contacts = act.parts.compactMap { $0.entries.first?.body as? ContactMade }
    #expect(contacts.map(\.words?.count) == [1, nil])
    #expect(contacts.allSatisfy { $0.restricted == .privileged })
    let flags = act.parts.flatMap(\.entries).compactMap { $0.body as? FlagRaised }
    #expect(flags.count == 2 && flags.allSatisfy { $0.restriction == .privileged })
    #expect(act.parts[1].entries.allSatisfy { !($0.body is PromiseMade) })
  }

  @Test("By which medium and how often is kept, and stands in the document")
  func mediumAndCount() throws {
    func contact(_ line: String) throws -> ContactMade {
      let entry = try #require(act(NoteCaseload.parse(line))?.parts.first?.entries.first)
      return try #require(entry.body as? ContactMade)
    }
    #expect(try contact("minh strategy mtg 1400 teams 45m, no news").medium == "teams")
    #expect(try contact("yusuf sol call 10am lodged").medium == "call")
    let attempts = try contact("ardit attempt x3 calls 10:05 10:40 11:15 no ans")
    #expect(attempts.count == 3 && attempts.medium == "calls" && attempts.times?.count == 3)
    #expect(try contact("selam visit 10am calm").medium == nil)
    let data = try JSONEncoder().encode(NoteCaseload.parse("ardit attempt x3 calls 10am").json)
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(json["count"] as? Int == 3 && json["medium"] as? String == "calls")
  }

  @Test("Heard from is the child who wrote, not the other, and not another child of the caseload")
  func whoWrote() throws {
    for line in [
      "nour+saba text from:nour ok", "nour+saba text nour:\"ok\"",
      "nour+saba text from:nour \"ok\"",
    ] {
      let note = NoteCaseload.parse(line)
      let contacts = try #require(act(note)).parts.compactMap {
        $0.entries.first?.body as? ContactMade
      }
      #expect(note.heardFrom == true && contacts.map(\.heardFrom) == [true, false], "\(line)")
      #expect(contacts.map { $0.words?.count } == (line.contains("\"") ? [1, nil] : [nil, nil]))
    }
    let both = try #require(act(NoteCaseload.parse("nour+saba text from:child ok")))
    let heard = both.parts.compactMap { ($0.entries.first?.body as? ContactMade)?.heardFrom }
    #expect(heard == [true, true])
    let other = NoteCaseload.parse("selam text from:yusuf she is ok")
    #expect(other.party == .about && other.heardFrom == nil && other.partyName == "yusuf")
    #expect(NoteCaseload.parse("selam text from:Selam ok").heardFrom == true)
  }

  @Test("A step happened when they were told, and points at its contact")
  func steps() throws {
    let note = NoteCaseload.parse(
      "thanh upd told:edt 2230 ref:77",
      now: "2026-11-21T23:10"
    )
    let entries = try #require(act(note)?.parts.first?.entries)
    #expect(entries[1].occurredAt == NoteCaseload.moment("2026-11-21T22:30"))
    #expect(
      entries[1].body as? MissingStep
        == MissingStep(step: .t3, role: .edt, reference: "77", from: EntryID(rawValue: "e1"))
    )
  }

  @Test("Nothing is kept while anything is asked")
  func asked() {
    for line in [
      "", "thnah call 10am", "selam 10am", "selam call 31 feb", "selam visit tomorrow 10am",
      "thanh back 0320", "nour+saba text \"x\"", "selam visit sw 10am", "new ardita? 16",
    ] {
      #expect(act(NoteCaseload.parse(line)) == nil, "\(line)")
    }
  }

  @Test("A referral opens a record with its text, and nothing else is taken")
  func referral() throws {
    let note = NoteCaseload.parse("new ardita? 16/17 albanian, wants ring brother")
    let child = ChildID(rawValue: "new")
    let part = try #require(act(note, opening: (child, "K15"))?.parts.first)
    #expect(part.openingRef == "K15" && part.child == child && part.entries.count == 2)
    #expect((part.entries[0].body as? ChildOpened)?.name == "ardita")
    let referred = try #require(part.entries[1].body as? Referred)
    #expect(referred.text == "ardita? 16/17 albanian, wants ring brother")
    #expect(referred.known == nil && referred.unknown?.contains("age") == true)
  }

  @Test("The document has the names and forms that other programs read")
  func document() throws {
    let note = NoteCaseload.parse(
      "thanh visit 14:20 45m alone int:vi \"settled\" !!threat >sw: chase PEP fri >>pass thu 4pm",
      now: "2026-11-22T14:05"
    )
    var document = note.json
    document.kept = [NoteDocument.Kept(ref: "K12", id: "e1", seq: 7)]
    let data = try JSONEncoder().encode(document)
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(json["at"] as? String == "2026-11-21T14:20:00+00:00")
    #expect(json["seen"] as? Bool == true && json["alone"] as? Bool == true)
    #expect(json["heardFrom"] == nil && json["place"] == nil && json["party"] as? String == "child")
    let actions = try #require(json["actions"] as? [[String: Any]])
    #expect(actions.map { $0["owedBy"] as? String } == ["sw", "guardian"])
    #expect(actions.map { $0["due"] as? String } == ["2026-11-27", "2026-11-26T16:00:00+00:00"])
    #expect(actions.map { $0["promise"] as? Bool } == [false, true])
    #expect(actions.map { $0["ref"] as? String } == ["K12", "K12"])
    let flags = try #require(json["flags"] as? [[String: Any]])
    #expect(flags.first?["urgent"] as? Bool == true)
    let words = try #require(json["words"] as? [[String: Any]])
    #expect(words.first?["by"] as? String == "child")
    for key in [
      "problems", "offers", "hints", "tokens", "steps", "tags", "question", "with", "times",
    ] {
      #expect(json[key] is [Any], "\(key)")
    }
    let tokens = try #require(json["tokens"] as? [[String: Any]])
    let bytes = Array(note.raw.utf8)
    let typed = tokens.compactMap { token -> String? in
      guard let from = token["from"] as? Int, let to = token["to"] as? Int else { return nil }
      return String(decoding: bytes[from..<to], as: UTF8.self)
    }
    #expect(
      typed == [
        "thanh", "visit", "14:20", "45m", "alone", "int:vi", "\"settled\"", "!!threat",
        ">sw: chase PEP fri", ">>pass thu 4pm",
      ]
    )
    #expect(
      tokens.map { $0["meaning"] as? String } == [
        "child", "kind", "when", "minutes", "alone", "interpreter", "words", "flag", "action",
        "promise",
      ]
    )
    let bad = NoteCaseload.parse("thnah call 31 feb").json
    let text = String(decoding: try JSONEncoder().encode(bad), as: UTF8.self)
    #expect(!text.contains("\"at\"") && text.contains("\"near\":[{"))
  }

  @Test(
    "What the preview does not record is not counted once it is kept",
    arguments: [
      "selam visit 10:00 cancelled", "selam visit 10:10 no answer, nobody home",
      "selam visit teams 10:20 x", "selam visit phone alone 10:30 x", "thanh visit 12:10 nobody in",
      "thanh text 12:20 sent her a message", "selam text to:child 10:00 on my way",
      "selam call 10:00 no answer", "thanh police call seen 12:00 x",
      "selam sol call seen alone 11:40, x", "selam school call seen 11:30 x",
      "selam meeting teams seen alone 10am", "thanh police seen, on CCTV at Euston",
      "selam school seen, crying in corridor",
    ]
  )
  func keptAsShown(_ line: String) throws {
    let note = NoteCaseload.parse(line)
    #expect(note.seen != true && note.heardFrom != true)
    for entry in act(note)?.parts.flatMap(\.entries) ?? [] {
      guard let contact = entry.body as? ContactMade else { continue }
      let fact = NoteCaseload.counted(contact, at: entry.occurredAt)
      #expect(!fact.seen && !fact.seenAlone && !fact.heardFrom)
    }
  }

  @Test(
    "What counts without a word more: a visit is seen, a call heard from, travel alone seen alone"
  )
  func keptAsMeant() throws {
    func fact(_ line: String) throws -> ContactFact {
      let entry = try #require(act(NoteCaseload.parse(line))?.parts.first?.entries.first)
      let contact = try #require(entry.body as? ContactMade)
      return NoteCaseload.counted(contact, at: entry.occurredAt)
    }
    let visit = try fact("selam visit 10:00 calm")
    #expect(visit.seen && !visit.seenAlone && visit.heardFrom)
    let call = try fact("selam call 10:00 calm")
    #expect(!call.seen && call.heardFrom)
    #expect(try fact("selam travel 10:00 alone 20m: to college").seenAlone)
  }

  @Test("Two children are each other's company: alone is asked, and so is a second restriction")
  func together() {
    let two = NoteCaseload.parse("selam+saba visit 10:00 alone, ok")
    #expect(two.problems.map(\.code) == ["alone-with-company"])
    let twice = NoteCaseload.parse("selam visit 10:00 calm =priv =police")
    #expect(twice.problems.map(\.code) == ["restricted-twice"])
    let dash = NoteCaseload.parse("selam visit 10am alone - she said hi")
    #expect(dash.problems.isEmpty && dash.alone == true)
  }
}
