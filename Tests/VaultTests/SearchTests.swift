import Casework
import Testing

@testable import Vault

@Suite("The index and its filters")
struct SearchTests {
  private func ask(_ record: OpenRecord, _ line: String, limit: Int = 500) -> SearchResult {
    let reader = SearchReader(
      children: record.caseload().map { KnownChild(named: $0) },
      now: Fixture.start,
      zone: record.zone
    )
    let filter = reader.read(line)
    #expect(filter.problems.isEmpty)
    return record.search(SearchQuery(filter, limit: limit))
  }

  private func texts(_ result: SearchResult) -> [String] {
    result.hits.map { $0.entry.body.searchText }
  }

  @Test("Words and filters hold together, also of what was kept after the first search")
  func filters() throws {
    let fixture = Fixture()
    let record = try fixture.createFast()
    let first = try record.openChild("K01", note: "heron at the pond")
    let second = try record.openChild("K02", note: "heron at the lake")
    #expect(ask(record, "heron").count == 2)
    #expect(texts(ask(record, "heron in:k02")) == ["heron at the lake"])
    #expect(ask(record, "in:k01 kind:visit").count == 1)
    #expect(record.search(SearchQuery(text: "heron", child: first)).count == 1)
    var tagged = ContactMade(kind: .call, party: .child, text: "rang about the heron")
    tagged.tags = ["bus-pass"]
    let kept = try record.keep(
      Act(child: second, entries: [NewEntry(occurredAt: Fixture.start, body: tagged)])
    )
    let contact = try #require(kept.entries.first).stamp.id
    #expect(texts(ask(record, "heron #bus-pass")).count == 1)
    // A flag that is raised with it later lends it its topic.
    #expect(ask(record, "!unknown-car").count == 0)
    let flag = FlagRaised(topic: "unknown-car", from: contact)
    _ = try record.keep(
      Act(child: second, entries: [NewEntry(occurredAt: Fixture.start, body: flag)])
    )
    #expect(ask(record, "!unknown-car").count == 2)
    let one = ask(record, "!unknown-car kind:call")
    #expect(one.hits.map(\.entry.stamp.id) == [contact])
    #expect(ask(record, "heron", limit: 1).hits.count == 1)
    #expect(ask(record, "heron", limit: 1).count == 3)
  }

  @Test("An act with a restricted entry is counted whole, under every filter, and named by none")
  func restricted() throws {
    let fixture = Fixture()
    let record = try fixture.createFast()
    let child = try record.openChild("K01", note: "first")
    var secret = ContactMade(kind: .lawyer, party: .about, text: "appeal about the heron")
    secret.restricted = .privileged
    let open = FlagRaised(topic: "heron")
    _ = try record.keep(
      Act(
        child: child,
        entries: [
          NewEntry(occurredAt: Fixture.start, body: secret),
          NewEntry(occurredAt: Fixture.start, body: open),
        ]
      )
    )
    for record in [record, try fixture.openFast()] {
      for (line, count) in [("heron", 2), ("!heron", 1), ("kind:lawyer", 1), ("kind:flag", 1)] {
        let result = ask(record, line)
        #expect(result.hits.isEmpty && result.count == 0 && result.restrictedCount == count)
      }
      var query = SearchQuery(text: "heron")
      query.identities = true
      let result = record.search(query)
      #expect(result.identities.isEmpty && result.restrictedIdentities.count == 2)
    }
  }

  @Test("A removed note is not found by what it was amended to, either")
  func removedWithItsAmendments() throws {
    let fixture = Fixture()
    let record = try fixture.createFast()
    let child = try record.openChild("K01", note: "first")
    let id = try #require(try record.note("heron", child).entries.first).stamp.id
    let better = ContactMade(kind: .visit, party: .child, text: "a grey heron")
    for body: any Entry in [
      Amended(of: id, why: "grey", body: better), Removed(of: id, why: "another child's"),
    ] {
      #expect(ask(record, "heron").count == (body is Amended ? 1 : 2))
      _ = try record.keep(
        Act(child: child, entries: [NewEntry(occurredAt: Fixture.start, body: body)])
      )
    }
    #expect(ask(record, "heron").count == 0)
    #expect(ask(try fixture.openFast(), "heron").count == 0)
  }

  @Test("Nothing asked finds nothing; identities are of all that match, not of the first few")
  func identities() throws {
    let fixture = Fixture()
    let record = try fixture.createFast()
    let child = try record.openChild("K01", note: "heron 0")
    for number in 1...9 { _ = try record.note("heron \(number)", child) }
    #expect(ask(record, "").count == 0 && ask(record, "--").count == 0)
    var query = SearchQuery(text: "heron", limit: 3)
    #expect(record.search(query).hits.count == 3)
    query.identities = true
    #expect(record.search(query).identities.count == 10)
  }
}
