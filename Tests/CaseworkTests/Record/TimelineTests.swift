import Casework
import TestSupport
import Testing

@Suite("The timeline")
struct TimelineTests {
  @Test("newest first, both versions and their reason in sight")
  func versions() throws {
    var story = Story("K12")
    let seen = story.add(visit(alone: true, "settled"), at: "2026-11-20 16:10")
    story.add(contact(.call), at: "2026-11-21 09:00")
    let amendment = story.add(
      Amended(of: seen, why: "not alone", body: visit(alone: false, "settled, carer there")),
      at: "2026-11-21 16:42"
    )
    let items = Timeline(story.entries).items
    #expect(items.map(\.type) == ["contact-made", "amended", "contact-made", "child-opened"])
    let (new, old) = (items[1], items[2])
    #expect(new.amends == seen && new.why == "not alone" && !new.alone)
    #expect(old.amendedBy == amendment && old.text == "settled" && old.alone)
    #expect(new.text.contains("settled, carer there"))
  }

  @Test("a removed entry stays in sight with the reason")
  func removed() throws {
    var story = Story("K12")
    let seen = story.add(visit(), at: "2026-11-20 16:10")
    story.add(Removed(of: seen, why: "another child"), at: "2026-11-20 17:00")
    let item = try #require(Timeline(story.entries).items.first { $0.id == seen })
    #expect(item.removed && item.removedBecause == "another child")
  }

  @Test("a late entry says how late; an imported one is never late")
  func late() {
    var story = Story("K12")
    story.add(visit(), at: "2026-11-20 16:10", recorded: "2026-11-20 23:00")
    story.add(visit(), at: "2026-11-18 16:10", recorded: "2026-11-20 16:10")
    story.add(visit(), at: "2026-11-01 16:10", recorded: "2026-11-21 16:10")
    story.add(visit(), at: "2024-11-01 16:10", recorded: "2026-11-21 16:10", by: "import notes")
    let late = Timeline(story.entries).items.map(\.late)
    #expect(late == [nil, "written 48 h after", "written 20 days after", nil, nil])
  }

  @Test("an entry of a newer version is shown as one that cannot be read")
  func unreadable() throws {
    var story = Story("K12")
    story.add(UnknownEntry(writtenType: "moon-phase", json: "{}"), at: "2026-11-20 16:10")
    let item = try #require(Timeline(story.entries).items.first)
    #expect(item.type == "moon-phase")
    #expect(item.title == "an entry this version cannot read (moon phase)")
    #expect(story.file().unreadable == 1)
  }

  @Test("a withheld entry shows that it exists, its kind and why, and is counted")
  func withheld() throws {
    var story = Story("K12")
    story.add(
      WithheldEntry(writtenType: "contact-made", kind: "lawyer", restrictedKind: .privileged),
      at: "2026-11-20 16:10"
    )
    let item = try #require(Timeline(story.entries).items.first)
    #expect(item.kind == .lawyer && item.restricted == .privileged && item.text.isEmpty)
    #expect(story.file().restrictedCounts == [.privileged: 1])
  }

  @Test("as of a moment, later entries are hidden and an amendment made later is not yet there")
  func asOf() {
    var story = Story("K12")
    let seen = story.add(visit(), at: "2026-11-20 16:10")
    story.add(Amended(of: seen, why: "a call", body: contact(.call)), at: "2026-11-21 16:10")
    let items = Timeline(story.entries, asOf: moment("2026-11-20 20:00")).items
    #expect(items.map(\.type) == ["contact-made", "child-opened"])
    #expect(items.first?.amendedBy == nil)
  }
}
