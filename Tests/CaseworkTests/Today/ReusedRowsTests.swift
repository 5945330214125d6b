import Casework
import TestSupport
import Testing

@Suite("A row that was worked out is used again while nothing can have changed it")
struct ReusedRowsTests {
  private let now = moment("2026-11-22 14:00")

  private func file(_ ref: String, missing: Bool = false) -> CaseFile {
    let child = ChildID(rawValue: "c-" + ref)
    func entry(_ number: Int, _ body: any Entry) -> RecordedEntry {
      let at = now.adding(minutes: number - 90)
      let stamp = Stamp(
        id: EntryID(rawValue: "\(ref)-\(number)"),
        child: child,
        occurredAt: at,
        recordedAt: at,
        by: "guardian"
      )
      return RecordedEntry(stamp: stamp, body: body, seq: UInt64(number + 1))
    }
    let opened = entry(0, ChildOpened(name: "Saba " + ref, knownAs: "Saba", source: "caller"))
    return CaseFile.folded(
      id: child,
      ref: ref,
      entries: [opened] + (missing ? [entry(1, MissingStarted())] : [])
    )
  }

  private func page(_ files: [CaseFile], at moment: Moment, _ earlier: Today?) -> Today {
    Today.page(caseload: files, now: moment, zone: .london, reusing: earlier)
  }

  @Test("Folded anew, the file is read anew: a child who went missing is missing at once")
  func changed() {
    let other = file("K02")
    let before = page([file("K01"), other], at: now, nil)
    #expect(before.counts.missing == 0)
    let after = page(
      [file("K01", missing: true), other],
      at: Moment(milliseconds: now.milliseconds + 5000, offsetMinutes: now.offsetMinutes),
      before
    )
    #expect(after.counts.missing == 1 && after.rows.first?.ref == "K01")
    #expect(after.rows.map(\.ref) == ["K01", "K02"])
  }

  @Test("With the next minute every row is of that minute")
  func nextMinute() throws {
    let files = [file("K01", missing: true)]
    let before = page(files, at: now, nil)
    let later = now.adding(minutes: 60)
    let after = page(files, at: later, before)
    let fresh = page(files, at: later, nil)
    let words = { (page: Today) in page.rows.flatMap { $0.reasons.map(\.text) } }
    #expect(words(after) == words(fresh) && words(after) != words(before))
  }

  @Test("A child who is off the caseload is off the page")
  func gone() {
    let both = [file("K01"), file("K02")]
    let before = page(both, at: now, nil)
    #expect(page([both[1]], at: now, before).rows.map(\.ref) == ["K02"])
  }
}
