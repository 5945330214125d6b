internal import Casework
internal import Foundation
internal import Synchronization
internal import Testing

@testable import Vault

/// One change of the ways in on a simulated disk, with acts acknowledged before and after it.
struct KeyChangeStory {
  enum Change: String, CaseIterable, CustomTestStringConvertible {
    case passphrase, recoveryKey, firstRecoveryKey, noRecoveryKey, rotation, twoChanges
    var testDescription: String { rawValue }
  }

  static let words = ["plum kettle orbit seven lantern", "harbour velvet copper meadow ten"]
  static let third = "violin basket summer pencil forty"

  let disk: SimulatedDisk
  /// All of these open the record before, and after.
  private(set) var before: [String] = []
  private(set) var after: [String] = []
  /// Operations before the change began, and once it was acknowledged.
  private(set) var began = 0
  private(set) var done = 0
  /// After this many operations, this many lines were acknowledged.
  private(set) var acknowledged: [(operations: Int, lines: Int)] = []
  let lines: [String]

  init(_ change: Change) throws {
    let disk = SimulatedDisk()
    self.disk = disk
    let worded = try WordedRecord(disk: disk)
    try disk.syncFolder("/")
    let keys = [RecoveryKey(random: .system), RecoveryKey(random: .system)]
    let hasKey = change != .firstRecoveryKey
    let record = try worded.create(Self.words[0], recovery: hasKey ? keys[0] : nil)
    let child = try record.openChild("K01", note: "First met at the office")
    try record.note("Said in confidence", child, restricted: .privileged)
    var marks = [(operations: disk.count, lines: try record.exportLines().count)]
    func mark() throws { marks.append((disk.count, try record.exportLines().count)) }
    before = [Self.words[0]] + (hasKey ? [keys[0].shown] : [])
    after = before
    began = disk.count
    switch change {
    case .passphrase:
      try record.changeWords(to: Self.words[1])
      after[0] = Self.words[1]
    case .recoveryKey, .firstRecoveryKey:
      try record.changeRecovery(to: keys[1])
      after = [Self.words[0], keys[1].shown]
    case .noRecoveryKey:
      try record.removeRecoveryKey()
      after = [Self.words[0]]
    case .rotation: try record.rotate()
    case .twoChanges:
      // The first was acknowledged: only the second is in doubt.
      try record.changeWords(to: Self.words[1])
      try mark()
      before[0] = Self.words[1]
      began = disk.count
      try record.changeWords(to: Self.third)
      after[0] = Self.third
    }
    done = disk.count
    try mark()
    try record.note("A note after it", child)
    try mark()
    try record.openChild("K02", note: "A child after it")
    try mark()
    lines = try record.exportLines()
    acknowledged = marks
  }

  /// Lines that had been acknowledged after so many operations.
  func acknowledgedLines(after count: Int) -> Int {
    acknowledged.last { $0.operations <= count }?.lines ?? 0
  }
}

@Suite("The power fails while the ways in are changed")
struct KeyChangeCrashTests {
  private func record(_ disk: SimulatedDisk) throws -> WordedRecord { try WordedRecord(disk: disk) }

  private func copy(_ disk: SimulatedDisk) -> SimulatedDisk {
    SimulatedDisk(disk.state.withLock { $0.image })
  }

  @Test(
    "The old ways in open it or the new ones, never both or none, and no acknowledged act is lost",
    arguments: KeyChangeStory.Change.allCases
  )
  func crashStates(change: KeyChangeStory.Change) throws {
    let story = try KeyChangeStory(change)
    var random = Seeded(state: 31)
    let perBoundary = Amount.of(1, nightly: 300)
    let last = Amount.of(min(story.done + 6, story.disk.count), nightly: story.disk.count)
    let points = CrashPoints(story.disk)
    var states = 0
    for count in story.began...last {
      for number in 0..<perBoundary {
        let crashed = points.state(after: count, random: &random)
        states += 2
        let place: Comment = "state \(number) after \(count) of \(story.began)…\(story.done)"
        let isNew = try check(crashed, story, count, place)
        // The recovery of the way in that opens is cut short as well, and must not change its mind.
        let recovering = copy(crashed)
        let words = (isNew ? story.after : story.before).randomElement(using: &random) ?? ""
        _ = try record(recovering).open(
          words,
          entropy: Entropy { [UInt8](repeating: 7, count: $0) }
        )
        let again = CrashPoints(recovering).state(
          after: Int.random(in: 0...recovering.count, using: &random),
          random: &random
        )
        #expect(try check(again, story, count, place, goesOn: Amount.isNightly) == isNew, place)
      }
    }
    print(
      "closing: key change, \(change): \(states) crash states after "
        + "\(last - story.began + 1) operations, each opened by every way in"
    )
  }

  private func files(_ disk: SimulatedDisk) throws -> [String: [UInt8]] {
    var out: [String: [UInt8]] = [:]
    for name in try disk.names(in: "/v/record") {
      out[name] = try? disk.read("/v/record/" + name)
    }
    return out
  }

  /// Whether the new ways in open a disk; every other answer is an issue.
  private func check(
    _ disk: SimulatedDisk,
    _ story: KeyChangeStory,
    _ count: Int,
    _ place: Comment,
    goesOn: Bool = true
  ) throws -> Bool {
    let least = story.acknowledgedLines(after: count)
    var opened: Set<String> = []
    for (number, words) in Set(story.before + story.after + KeyChangeStory.words).enumerated() {
      // A reader changes nothing in the folder.
      let looked = copy(disk)
      let options = OpenOptions(index: number % 2 == 0, forWriting: false)
      let answer = try record(looked).answer(words, options)
      #expect(try files(looked) == files(disk), place)
      #expect(answer == nil || answer == .wrongPassphrase, "\(place): \(answer as Any)")
      if answer == nil { opened.insert(words) }
    }
    let isNew = opened == Set(story.after)
    #expect(isNew || opened == Set(story.before), "\(place): \(opened.count) open")
    if count >= story.done { #expect(isNew, place) }
    for words in Amount.isNightly ? Array(opened) : Array(opened.prefix(1)) {
      do {
        let open = try record(copy(disk)).open(words)
        try check(open, story, least: least, goesOn: goesOn, place)
      } catch {
        Issue.record("\(place): \(error)")
      }
    }
    // A rotation changes no way in: either state is right.
    return isNew
  }

  private func check(
    _ open: OpenRecord,
    _ story: KeyChangeStory,
    least: Int,
    goesOn: Bool,
    _ place: Comment
  ) throws {
    #expect(open.readOnlyReason == nil, place)
    let lines = try open.exportLines()
    #expect(lines.count >= least, place)
    #expect(lines == Array(story.lines.prefix(lines.count)), place)
    #expect(open.verify().problems == [], place)
    let expected = ["cut short", "not seen this record before"]
    for notice in open.state.notices {
      #expect(expected.contains { notice.contains($0) }, "\(place): \(notice)")
    }
    guard goesOn else { return }
    // It goes on: another act, another change.
    let child = try #require(open.child(ref: "K01"))
    try open.note("goes on", child)
    guard Amount.isNightly || lines.count % 2 == 0 else { return }
    try open.rotate()
    try open.note("and on", child)
    #expect(open.verify().problems == [], place)
  }

  @Test(
    "A disk that fails at any step leaves the old ways in, or the new ones, and says which",
    arguments: [(EIO, false), (ENOSPC, true)],
    [false, true]
  )
  func faults(kind: (Int32, Bool), isPersistent: Bool) throws {
    var at = 0
    while true {
      let disk = SimulatedDisk()
      let worded = try WordedRecord(disk: disk)
      let open = try worded.create(KeyChangeStory.words[0])
      let child = try open.openChild("K01", note: "the first")
      let kept = try open.exportLines()
      disk.fail(
        SimulatedDisk.Fault(
          at: at,
          code: kind.0,
          isPersistent: isPersistent,
          isShort: kind.1
        )
      )
      var wasDone = false
      do {
        try open.changeWords(to: KeyChangeStory.words[1])
        wasDone = true
      } catch let error as VaultError {
        switch error {
        case .notSaved, .readOnly: break
        default: Issue.record("operation \(at): \(error)")
        }
      }
      do { try open.note("while it fails", child) } catch {}
      let isUnknown = open.readOnlyReason == .poisoned
      let hasFailed = disk.state.withLock { $0.hasFailed }
      disk.fail(nil)
      let answers = KeyChangeStory.words.map { worded.answer($0) }
      if wasDone {
        #expect(answers == [.wrongPassphrase, nil], "operation \(at)")
      } else if !isUnknown {
        #expect(answers == [nil, .wrongPassphrase], "operation \(at)")
      }
      #expect(answers.filter { $0 == nil }.count == 1, "operation \(at): \(answers)")
      let again = try worded.open(KeyChangeStory.words[answers[0] == nil ? 0 : 1])
      #expect(Set(try again.exportLines()).isSuperset(of: kept), "operation \(at)")
      try again.note("goes on", child)
      #expect(again.verify().problems == [], "operation \(at)")
      if !hasFailed { break }
      at += 1
    }
    #expect(at > 12)
  }
}
