import Casework
import TestSupport
import Testing

@Suite("What counts as contact")
struct CountingTests {
  private func counted(_ body: ContactMade) -> ContactFact? {
    var story = Story("K12")
    story.add(body, at: "2026-11-21 14:20")
    return story.file().contacts.first
  }

  @Test(
    "visit and office mean seen, unless the line says unseen",
    arguments: [.visit, .office] as [ContactKind]
  )
  func visitMeansSeen(_ kind: ContactKind) throws {
    #expect(try #require(counted(contact(kind))).seen)
    var unseen = contact(kind)
    unseen.seen = false
    unseen.alone = true
    let fact = try #require(counted(unseen))
    #expect(!fact.seen && !fact.seenAlone && !fact.heardFrom)
  }

  @Test(
    "a call, video, message, text or email is heard from and never seen",
    arguments: [.call, .video, .message, .text, .email] as [ContactKind]
  )
  func remoteIsNeverSeen(_ kind: ContactKind) throws {
    var said = contact(kind)
    said.seen = true
    said.alone = true
    let fact = try #require(counted(said))
    #expect(!fact.seen && !fact.seenAlone && fact.heardFrom)
    #expect(fact.spokeAlone == (kind == .call || kind == .video))
    said.heardFrom = false
    #expect(try #require(counted(said)).heardFrom == false, "an outgoing text is heard from nobody")
  }

  @Test(
    "an attempt and a letter count for nothing",
    arguments: [.attempt, .letter] as [ContactKind]
  )
  func attemptsCountForNothing(_ kind: ContactKind) throws {
    var said = contact(kind, .child)
    said.seen = true
    said.alone = true
    said.heardFrom = true
    let fact = try #require(counted(said))
    #expect(!fact.seen && !fact.seenAlone && !fact.heardFrom && !fact.spokeAlone)
  }

  @Test("anything about a child counts for nothing", arguments: ContactKind.allCases)
  func aboutCountsForNothing(_ kind: ContactKind) throws {
    var said = contact(kind, .about)
    said.seen = true
    said.alone = true
    said.heardFrom = true
    let fact = try #require(counted(said))
    #expect(!fact.seen && !fact.seenAlone && !fact.heardFrom)
  }

  @Test("alone counts at visit, office and travel, elsewhere only beside seen")
  func aloneCounts() throws {
    for kind in [ContactKind.visit, .office, .travel] {
      var said = contact(kind)
      said.alone = true
      #expect(try #require(counted(said)).seenAlone)
    }
    var court = contact(.court, .child)
    court.alone = true
    #expect(try #require(counted(court)).seenAlone == false)
    court.seen = true
    #expect(try #require(counted(court)).seenAlone)
  }

  @Test("whoever was seen was heard from")
  func seenIsHeardFrom() throws {
    #expect(try #require(counted(visit())).heardFrom)
  }
}
