internal import Casework
internal import TestSupport
internal import Testing

@testable import Vault

@Suite("What an open record knows is what opening it again would find")
struct KeptFilesTests {
  @Test("After every act, by this program or another, whichever was asked for before")
  func everyAct() throws {
    for seed in 0..<6 {
      var dice = Dice(seed: UInt64(seed))
      let fixture = Fixture()
      let first = try fixture.createFast()
      var children = [try first.openChild("K01", note: "number 0")]
      let second = try fixture.openFast()
      var kept: [EntryID] = []
      for number in 1...25 {
        let writer = dice.chance(70) ? first : second
        let child = dice.pick(children) ?? children[0]
        let earlier = dice.pick(kept)
        switch Int.random(in: 0..<10, using: &dice) {
        case 0:
          children.append(try writer.openChild("K\(number + 10)", note: "number \(number)"))
        case 1:
          _ = try writer.note("number \(number)", child, restricted: .health)
        case 2:
          guard let earlier else { continue }
          let body = ContactMade(kind: .call, party: .child, text: "number \(number), amended")
          let amended = Amended(of: earlier, why: "a call", body: body)
          _ = try writer.keep(
            Act(child: children[0], entries: [NewEntry(occurredAt: Fixture.start, body: amended)])
          )
        case 3:
          guard let earlier else { continue }
          let removed = Removed(of: earlier, why: "twice")
          _ = try writer.keep(
            Act(child: children[0], entries: [NewEntry(occurredAt: Fixture.start, body: removed)])
          )
        default:
          let late = Fixture.start.adding(minutes: dice.chance(80) ? number : -number)
          let body = ContactMade(kind: .visit, party: .child, text: "number \(number)")
          let done = try writer.keep(
            Act(child: child, entries: [NewEntry(occurredAt: late, body: body)])
          )
          if child == children[0] { kept += done.entries.map(\.stamp.id) }
        }
        // Asked for at some times and not at others: what is taken over depends on it.
        if dice.chance(40) { _ = first.caseload() }
        if dice.chance(40) { _ = first.entries(of: child) }
        if dice.chance(30) { first.settleIndex() }
        try first.refresh()
        let fresh = try fixture.openFast()
        #expect(
          first.caseload().map(\.everythingSaid) == fresh.caseload().map(\.everythingSaid),
          "seed \(seed), act \(number)"
        )
        #expect(first.state.entries == fresh.state.entries)
        #expect(
          first.entries(of: nil).map(\.stamp.id) == fresh.entries(of: nil).map(\.stamp.id)
        )
        let asked = SearchQuery(text: "number")
        #expect(first.search(asked).count == fresh.search(asked).count)
        fresh.close()
      }
    }
  }

  @Test("An identity is kept once, whether it is in the index's table or waits for it")
  func identities() throws {
    let fixture = Fixture()
    let record = try fixture.createFast()
    let child = try record.openChild("K01", note: "one")
    let id = EntryID(rawValue: record.newID())
    let body = ContactMade(kind: .visit, party: .child, text: "two")
    let act = Act(child: child, entries: [NewEntry(id: id, occurredAt: Fixture.start, body: body)])
    _ = try record.keep(act)
    #expect(throws: VaultError.unacceptable(reason: "identity in use")) { try record.keep(act) }
    record.settleIndex()
    #expect(throws: VaultError.unacceptable(reason: "identity in use")) { try record.keep(act) }
    #expect(record.entries(of: child).count == 2)
  }
}
