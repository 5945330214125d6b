internal import Casework
internal import Testing

@testable import Vault

/// A guardian's afternoon on a simulated disk, from the making of the record to the last note on a
/// full disk, and what had been acknowledged when.
struct Afternoon: Sendable {
  /// What must be there after a crash.
  struct Promise: Sendable {
    /// Operations after which it had been acknowledged.
    var operations: Int
    /// The size of the log up to there.
    var size: UInt64
  }

  /// A draft that must be offered after a crash between two operations.
  struct DraftPromise: Sendable {
    var from: Int
    /// When keeping or discarding it began.
    var to = Int.max
    var id: EntryID
    /// Or what was typed later.
    var texts: [String]
  }

  let points: CrashPoints
  let places: Places
  let log: [UInt8]
  let lines: [String]
  let promises: [Promise]
  let drafts: [DraftPromise]
  /// Sizes of the log at which an act ends, and the lines up to there.
  let ends: [UInt64: Int]
  /// Each child's keys, and the size of the log from which they must be known.
  let children: [(size: UInt64, row: Keyring.Child)]

  init() throws {
    let disk = SimulatedDisk()
    try disk.makeFolder("/v")
    try disk.syncFolder("/")
    let fixture = Fixture(disk: disk, root: "/v", entropy: .seeded(5))
    var told = Told(record: try fixture.createFast(), disk: disk)
    try told.mark()
    try told.live(fixture)
    points = CrashPoints(disk)
    places = fixture.places
    log = try disk.read(fixture.places.log)
    lines = try told.record.exportLines()
    promises = told.promises
    drafts = told.drafts
    ends = told.ends
    children = told.children.compactMap { size, child in
      told.record.keyring.child(child).map { (size, $0) }
    }
  }

  /// How much of the log had been acknowledged after so many operations.
  func acknowledged(after count: Int) -> UInt64 {
    promises.last { $0.operations <= count }?.size ?? 0
  }
}

/// The telling of an afternoon.
private struct Told {
  var record: OpenRecord
  let disk: SimulatedDisk
  var promises: [Afternoon.Promise] = []
  var drafts: [Afternoon.DraftPromise] = []
  var ends: [UInt64: Int] = [0: 0]
  var children: [(size: UInt64, child: ChildID)] = []

  init(record: OpenRecord, disk: SimulatedDisk) {
    self.record = record
    self.disk = disk
  }

  /// What was done so far has been acknowledged.
  mutating func mark() throws {
    let size = record.place.size
    promises.append(Afternoon.Promise(operations: disk.count, size: size))
    ends[size] = try record.exportLines().count
  }

  private mutating func opened(_ child: ChildID) throws {
    try mark()
    children.append((record.place.size, child))
  }

  private func both(_ first: ChildID, _ second: ChildID, _ text: String) throws {
    let parts = [first, second].map {
      ActPart(child: $0, by: "guardian", entries: [record.entry(text)])
    }
    _ = try record.keep(Act(parts: parts))
  }

  private mutating func save(_ id: EntryID, _ child: ChildID, _ texts: [String]) throws {
    try record.save(
      Draft(
        id: id,
        child: child,
        form: "quick-entry",
        text: texts[0],
        savedAt: Fixture.start
      )
    )
    drafts.append(Afternoon.DraftPromise(from: disk.count, id: id, texts: texts))
  }

  /// From now on a draft may be gone.
  private mutating func release(_ id: EntryID) {
    for at in drafts.indices where drafts[at].id == id && drafts[at].to == .max {
      drafts[at].to = disk.count
    }
  }

  mutating func live(_ fixture: Fixture) throws {
    let first = try record.openChild("K01", note: "First met at the office")
    try opened(first)
    let second = try record.openChild("K02", note: "Seen with the carer")
    try opened(second)
    try record.note("A short note", first)
    try mark()
    try both(first, second, "Told both about it " + String(repeating: "again ", count: 300))
    try mark()
    try record.note("Said in confidence", second, restricted: .privileged)
    try mark()

    let typed = EntryID(rawValue: record.newID())
    try save(typed, first, ["being ty", "being typed"])
    try save(typed, first, ["being typed"])
    let left = EntryID(rawValue: record.newID())
    try save(left, second, ["never kept"])
    let thrown = EntryID(rawValue: record.newID())
    try save(thrown, second, ["thrown away"])
    release(typed)
    var entry = record.entry("being typed, and kept")
    entry.id = typed
    _ = try record.keep(Act(child: first, entries: [entry]))
    try mark()
    release(thrown)
    record.discard(thrown)
    try mark()

    // Another sitting, as `mainstay note` has it.
    record = try fixture.openFast(OpenOptions(index: false))
    try record.note("From the command line", second)
    try mark()
    let third = try record.openChild("K03", note: "A third child")
    try opened(third)
    record = try fixture.openFast()

    // The child's new name changes keys without a new child.
    let named = ChildDescribed(field: .name, value: Known("Saba Tesfay"))
    let before = disk.count
    _ = try record.keep(
      Act(child: third, entries: [NewEntry(occurredAt: Fixture.start, body: named)])
    )
    #expect(disk.count > before + 6)
    try mark()

    // A new master key changes header and keys at once.
    try record.rotate()
    try mark()

    // An act of an import is whole by itself, but its run is written at once.
    let acts = (1...4).map { Act(child: first, entries: [record.entry("imported \($0)")]) }
    _ = try record.keep(batch: acts)
    try mark()

    // The disk is full: half of the note is written, and then there is the space kept for it.
    disk.fail(SimulatedDisk.Fault(at: 0, code: 28, isPersistent: false, isShort: true))
    try record.note("The last note on a full disk", second)
    disk.fail(nil)
    try mark()
    try record.note("And there was room again", first)
    try mark()
  }
}
