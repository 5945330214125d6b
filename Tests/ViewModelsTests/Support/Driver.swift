import Casework
import TestSupport
import ViewModels

/// Drives a session as a terminal does: keys in, frames out, with the clock in the test's hands.
final class Driver {
  /// What the clock says.
  final class Clock {
    var now: Moment
    init(_ now: Moment) { self.now = now }
  }

  let clock: Clock
  let record: MemoryRecord
  let drafts: MemoryDrafts
  let session: Session
  /// What a locked session unlocks with.
  let opener: TestOpener
  var size = Size(columns: 120, rows: 36)

  init(
    _ stories: [TestSupport.Story] = MadeUpCaseload.stories,
    now: Moment = sundayAfternoon,
    readOnly: Bool = false,
    locked: Bool = false,
    exists: Bool = true,
    because: String? = nil,
    columns: Int = 120,
    rows: Int = 36,
    drafts: MemoryDrafts = MemoryDrafts()
  ) {
    self.drafts = drafts
    let clock = Clock(now)
    self.clock = clock
    let record = MemoryRecord(stories) { clock.now }
    self.record = record
    let access = Access(
      reader: record,
      writer: readOnly ? nil : record,
      drafts: readOnly ? nil : drafts,
      who: "Rosa Okafor",
      role: readOnly ? "supervisor" : "guardian"
    )
    let opener = TestOpener(recordExists: exists) { access }
    opener.lockedBecause = because
    self.opener = opener
    session =
      locked
      ? Session(opener: opener, clock: { clock.now })
      : Session(access: access, clock: { clock.now })
    size = Size(columns: columns, rows: rows)
  }

  func press(_ keys: Key...) {
    for key in keys {
      session.press(key)
      // What takes long is done once the frame that says so was drawn.
      while session.millisecondsToNextTick() == 1 { session.tick() }
    }
  }

  func type(_ text: String) {
    for character in text { session.press(.character(character)) }
  }

  /// Seconds go by, with every tick that was asked for.
  func wait(seconds: Int) {
    let end = clock.now.milliseconds + Int64(seconds) * 1000
    while clock.now.milliseconds < end, session.ending == nil {
      let next = session.millisecondsToNextTick().map(Int64.init) ?? .max
      let step = max(1, min(next, end - clock.now.milliseconds))
      clock.now.milliseconds += step
      if step == next { session.tick() }
    }
  }

  var frame: Frame { session.frame(size: size) }

  var lines: [String] { PlainText.rows(frame) }

  var text: String { lines.joined(separator: "\n") }

  /// The last row: who, what was said, where.
  var status: String { lines.last ?? "" }

  func shows(_ words: String) -> Bool { text.contains(words) }

  func line(with words: String) -> String? { lines.first { $0.contains(words) } }

  /// Goes to a child's page by the `:` line.
  func open(_ ref: String) {
    press(.character(":"))
    type(ref)
    press(.enter)
  }
}
