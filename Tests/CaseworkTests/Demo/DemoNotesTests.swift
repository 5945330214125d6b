import Foundation
import Testing

@testable import Casework

@Suite("The demo caseload's notes")
struct DemoNotesTests {
  static let play = DemoPlay("2026-11-22T14:05")

  @Test("Fourteen children are opened as K01 to K14, each by the first act about them")
  func opened() {
    let refs = (1...14).map { $0 < 10 ? "K0\($0)" : "K\($0)" }
    #expect(Self.play.caseload.map(\.ref).sorted() == refs)
    var met: Set<ChildID> = []
    for part in Self.play.acts.flatMap(\.act.parts) {
      guard let child = part.child else { continue }
      #expect(met.contains(child) == (part.openingRef == nil))
      met.insert(child)
    }
  }

  @Test("Acts come in the order they were written down, none before it happened or after now")
  func inOrder() {
    for day in DemoTodayTests.days {
      let play = DemoPlay("\(day)T00:30")
      #expect(zip(play.acts, play.acts.dropFirst()).allSatisfy { $0.recordedAt <= $1.recordedAt })
      for entry in play.entries {
        #expect(entry.stamp.occurredAt <= entry.stamp.recordedAt, "\(entry.type)")
        #expect(entry.stamp.recordedAt <= play.now, "\(entry.type)")
      }
      #expect(Set(play.entries.map(\.stamp.id)).count == play.entries.count)
      for part in play.acts.flatMap(\.act.parts) {
        let ids = part.entries.compactMap { $0.id?.rawValue }
        #expect(ids == ids.sorted() && ids.count == part.entries.count)
      }
    }
  }

  @Test("What refers to another entry finds it, written earlier", arguments: DemoTodayTests.days)
  func references(_ day: String) {
    var written: Set<EntryID> = []
    for entry in DemoPlay("\(day)T00:30").entries {
      let of = Mirror(reflecting: entry.body).children.first { $0.label == "of" }?.value as? EntryID
      let isFound = of.map(written.contains) ?? true
      #expect(isFound, "\(entry.type) \(entry.body.timelineText)")
      written.insert(entry.stamp.id)
    }
  }

  @Test("Two children are missing; every other episode was ended by a return and then closed")
  func episodes() {
    for day in DemoTodayTests.days {
      let play = DemoPlay("\(day)T00:30")
      #expect(play.caseload.filter { $0.openEpisode != nil }.map(\.ref).sorted() == ["K01", "K12"])
      for file in play.caseload {
        #expect(file.looseSteps.isEmpty, "\(file.ref) \(day)")
        for episode in file.episodes where !episode.isOpen {
          let closed = episode.closed?.at ?? episode.since
          let returned = episode.returned?.at ?? play.now
          #expect(!episode.startNotRecorded && returned < closed, "\(file.ref) \(day)")
          #expect(!episode.interviews.isEmpty, "\(file.ref) \(day)")
        }
      }
    }
  }

  @Test("The same moment and seed make the same caseload, another seed other identities")
  func deterministic() throws {
    func text(_ seed: UInt64) -> [String] {
      DemoPlay("2026-11-22T14:05", seed: seed).entries.map { entry in
        "\(entry.stamp.id.rawValue) \(entry.stamp.recordedAt) \(entry.body.timelineText)"
      }
    }
    #expect(text(1) == text(1))
    #expect(Set(text(1)).isDisjoint(with: text(2)))
  }

  @Test("Every line of every life is read")
  func problems() {
    let now = Self.play.now
    for day in [now, now.adding(hours: 24), now.adding(hours: 48)] {
      let lives = DemoCaseload.lives(now: day, zone: .london, seed: 1)
      #expect(lives.flatMap(\.problems) == [])
    }
  }

  @Test("Three years of notes: 350 to 600 contacts, at least 14 for each child")
  func count() {
    #expect((350...600).contains(Self.play.contacts.count), "\(Self.play.contacts.count)")
    for file in Self.play.caseload {
      #expect(file.contacts.count >= 14, "\(file.ref) \(file.contacts.count)")
    }
    let first = Self.play.contacts.map(\.at).min() ?? Self.play.now
    #expect(Self.play.now.minutes(since: first) > 1090 * 1440)
  }

  @Test("A call, a message and an attempt are never seen; nothing about a child counts")
  func counting() {
    for (_, _, contact) in Self.play.contacts {
      if contact.kind.isRemote || contact.kind == .attempt { #expect(contact.seen != true) }
      if contact.party == .about { #expect(contact.alone != true && contact.seen != true) }
      if contact.party == .child { #expect(contact.partyRole == nil) }
    }
    for file in Self.play.caseload {
      for fact in file.contacts where fact.seen { #expect(!fact.kind.isRemote, "\(file.ref)") }
    }
  }

  @Test("No sentence is said twice about one child")
  func varied() {
    let byChild = Dictionary(grouping: Self.play.contacts) { $0.child }
    for contacts in byChild.values {
      let inForce = contacts.map(\.body.text).filter {
        $0 != "Hemmed curtains for the whole school play."
      }
      let texts = inForce.flatMap { $0.split(whereSeparator: { ".?!".contains($0) }) }
        .map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { $0.split(separator: " ").count > 4 }
      for (text, times) in Dictionary(grouping: texts, by: { $0 }).mapValues(\.count) {
        #expect(times == 1, "\(text)")
      }
    }
  }

  @Test("No word that blames a child stands outside a quotation")
  func words() {
    let never = [
      "risk", "risky", "absconded", "absconding", "absconder", "runaway", "awol", "refuses",
      "non-compliant", "streetwise", "manipulative", "promiscuous", "prostitute", "illegal",
      "lifestyle", "claims", "alleges", "overdue", "failed", "attention-seeking", "defiant",
      "aggressive", "challenging", "naughty", "vulnerable", "engage", "disengaged",
    ]
    for entry in Self.play.entries where !(entry.body is Referred) {
      let said = Self.outsideQuotations(entry.body.timelineText + " " + entry.body.searchText)
      let words = Set(
        said.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
      )
      #expect(words.isDisjoint(with: never), "\(words.intersection(never)): \(said)")
    }
  }

  @Test("Every telephone number is from the range that Ofcom keeps for fiction")
  func numbers() throws {
    for entry in Self.play.entries {
      let text = String(decoding: try JSONEncoder().encode(entry.body), as: UTF8.self)
      for match in text.matches(of: /0\d{4} ?\d{6}/) {
        #expect(match.output.hasPrefix("07700 900"), "\(match.output)")
      }
    }
  }

  @Test("Everything in it can be written and read back")
  func stored() throws {
    for entry in Self.play.entries {
      func check<T: Entry>(_ body: T) throws {
        let data = try JSONEncoder().encode(body)
        #expect(try JSONDecoder().decode(T.self, from: data) == body)
      }
      try check(entry.body)
    }
  }

  @Test("It has amendments, a late note, a removal, restricted notes, and promises of every end")
  func everything() {
    let bodies = Self.play.entries.map(\.body)
    let types = Set(Self.play.entries.map(\.type))
    let rare: Set<String> = [
      "amended", "removed", "promise-kept", "promise-not-kept", "promise-released", "located",
      "returned", "interview", "episode-closed", "shared", "liberty-changed", "decision-answered",
      "asked-chased", "asked-answered", "flag-reviewed", "reminder-done", "next-act-agreed",
    ]
    #expect(types.isSuperset(of: rare), "\(rare.subtracting(types))")
    #expect(bodies.contains { $0.restriction == .privileged })
    #expect(bodies.contains { $0.restriction == .childAsked })
    let late = Self.play.entries.filter {
      $0.stamp.recordedAt.minutes(since: $0.stamp.occurredAt) > 1440
    }
    #expect(!late.isEmpty)
    let ardit = Self.play.caseload.first { $0.ref == "K07" }
    #expect(ardit?.births.count == 2)
  }

  private static func outsideQuotations(_ text: String) -> String {
    var depth = 0
    var out = ""
    for character in text {
      if character == "“" { depth += 1 }
      if depth == 0 { out.append(character) }
      if character == "”" { depth = max(0, depth - 1) }
    }
    return out
  }
}
