import Casework
import TestSupport
import Testing

@Suite("An entry that is added to a case file makes the file that folding all of them makes")
struct CaseFoldingTests {
  private let child = ChildID(rawValue: "c")

  /// Adds entries one after the other, as they are kept; how many did not have to be folded anew.
  private func grow(_ entries: [RecordedEntry], of child: ChildID) -> Int {
    var folding = CaseFolding(id: child, ref: "K01", entries: [])
    var quick = 0
    for (index, entry) in entries.enumerated() {
      let before = folding.file.edition
      if folding.add(entry) {
        quick += 1
        #expect(folding.file.edition !== before)
      } else {
        #expect(folding.file.edition === before)
        folding = CaseFolding(id: child, ref: "K01", entries: Array(entries[...index]))
      }
      let whole = CaseFile.folded(id: child, ref: "K01", entries: Array(entries[...index]))
      #expect(
        folding.file.everythingSaid == whole.everythingSaid,
        "after \(entry.type), entry \(index)"
      )
    }
    return quick
  }

  @Test("of the demo caseload, entry by entry")
  func demo() {
    let play = DemoPlay("2026-11-22 14:00")
    let byChild = Dictionary(grouping: play.entries) { $0.stamp.child }
    for (child, entries) in byChild {
      guard let child else { continue }
      #expect(grow(entries, of: child) > entries.count / 2)
    }
  }

  @Test("whatever comes late, refers to something, amends, removes, or takes that back")
  func anything() {
    for seed in 0..<60 {
      var dice = Dice(seed: UInt64(seed))
      var entries: [RecordedEntry] = []
      for number in 0..<40 {
        let earlier = dice.pick(entries)?.stamp.id ?? EntryID(rawValue: "none")
        let id = EntryID(rawValue: "e\(number)")
        // What names a later entry is written by nobody; it must not matter.
        let later = EntryID(rawValue: "e\(number + 1)")
        let bodies: [any Entry] = [
          contact(.call), visit(alone: dice.chance(50)), MissingStarted(),
          Returned(seenBy: "police", place: "home", condition: "well"), MissingStep(step: .t2),
          FlagRaised(topic: "car", urgent: dice.chance(50)),
          FlagResponded(of: earlier, what: "told"),
          FlagReviewed(of: earlier, stillValid: dice.chance(50)), PromiseMade(text: "ring"),
          PromiseKept(of: earlier), PromiseNotKept(of: earlier, toldWhy: "no bus"),
          Removed(of: earlier, why: "twice"),
          Amended(of: earlier, why: "no", body: contact(.text), happenedAt: at(&dice, number)),
          Amended(of: later, why: "no", body: contact(.text)), Removed(of: later, why: "twice"),
        ]
        let stamp = Stamp(
          id: id,
          child: child,
          occurredAt: at(&dice, number),
          recordedAt: moment("2026-11-22 14:00"),
          by: "guardian"
        )
        // Some acts hold two entries, which share their frame's number.
        entries.append(
          RecordedEntry(
            stamp: stamp,
            body: dice.pick(bodies) ?? contact(.call),
            seq: UInt64(number / 2 + 1)
          )
        )
      }
      _ = grow(entries, of: child)
    }
  }

  /// Mostly later than what was written before.
  private func at(_ dice: inout Dice, _ number: Int) -> Moment {
    moment("2026-11-20 08:00")
      .adding(minutes: dice.chance(80) ? number * 10 : Int.random(in: 0..<400, using: &dice))
  }
}
