internal import Casework
internal import Foundation
internal import TestSupport

@testable import Vault

/// The record that is kept for ever: every kind of entry and every kind of act, with random numbers
/// and a clock that are the same in every run.
enum GoldenStory {
  static func told() throws -> Fixture {
    let fixture = Fixture(entropy: .seeded(1800))
    let record = try fixture.create(recovery: Golden.recoveryKey)
    let first = try record.openChild("K01", note: "First met at the office")
    let second = try record.openChild("K02", note: "Đức ate well; قال إنه بخير; 她说她很累")
    // The store writes its own two kinds itself.
    for (number, sample) in Samples.all.enumerated() where sample.type != "store-changed" {
      try keep(sample, [first, second][number % 2], record)
    }
    try together(first, second, record)
    for kind in Restriction.allCases {
      try record.note("in confidence: \(kind.rawValue)", first, restricted: kind)
    }
    try newEpoch(fixture)
    let later = try fixture.open()
    try later.note(String(repeating: "A long note. ", count: 120), second)
    try later.openChild("AB-1234", note: "opened later")
    try later.note("after all else, in confidence", second, restricted: .police)
    for text in ["2h visit, seen al", "rang the so"] {
      try later.save(
        Draft(
          id: EntryID(rawValue: later.newID()),
          child: first,
          form: "quick-entry",
          text: text,
          savedAt: Fixture.start
        )
      )
    }
    return fixture
  }

  /// A body byte for byte as an old record holds it.
  private static func keep(
    _ sample: (type: String, json: String),
    _ child: ChildID,
    _ record: OpenRecord
  ) throws {
    let json = sample.json.trimmingCharacters(in: .whitespacesAndNewlines)
    let body = UnknownEntry(writtenType: sample.type, json: json)
    // What is about the record is of no child.
    let isOfNoChild = ["settings-changed", "restored-from", "opened", "exported"]
      .contains(sample.type)
    _ = try record.keep(
      Act(
        child: isOfNoChild ? nil : child,
        entries: [NewEntry(occurredAt: Fixture.start, body: body)]
      )
    )
  }

  private static func together(_ first: ChildID, _ second: ChildID, _ record: OpenRecord) throws {
    let parts = [first, second].map {
      ActPart(
        child: $0,
        by: "guardian",
        entries: [record.entry("both"), record.entry("\"quoted\" \\ / \t\u{7}🙂 \u{2028}")]
      )
    }
    _ = try record.keep(Act(parts: parts))
    let unknown = UnknownEntry(
      writtenType: "from-later",
      json: #"{"later": 1.0e2, "list": [ 1 , {"b":"\u00e9\/"} ]}"#
    )
    _ = try record.keep(
      Act(
        child: first,
        by: "import notes",
        entries: [NewEntry(occurredAt: Fixture.start, body: unknown)]
      )
    )
  }

  /// What follows is of the second epoch.
  private static func newEpoch(_ fixture: Fixture) throws {
    try fixture.open().rotate()
  }
}
