internal import Casework
internal import Synchronization
internal import Testing

@testable import Vault

/// A record of so many frames on a simulated disk, with every kind of act, whose files can be
/// changed before it is opened again.
struct SampleLog: Sendable {
  let disk: SimulatedDisk
  let fixture: Fixture
  let record: OpenRecord
  let first: ChildID
  let second: ChildID
  let log: [UInt8]
  /// What this computer has seen: the newer of the two marks in its file.
  let mark: [UInt8]
  let markPath: String
  let lines: [String]
  let frames: [LogWalk.Found]
  /// Where the log stands before each act, and at the end.
  let stops: [LogPlace]

  /// Makes one of 8 frames or more; another seed, another record.
  init(frames count: Int, seed: UInt64 = 1) throws {
    disk = SimulatedDisk()
    try disk.makeFolder("/v")
    fixture = Fixture(disk: disk, root: "/v", entropy: .seeded(seed))
    let record = try fixture.createFast()
    self.record = record
    first = ChildID(rawValue: record.newID())
    second = ChildID(rawValue: record.newID())
    let children = [first, second]
    // 1 frame; 3 that open two children; 2 restricted; 2 about both.
    _ = try record.keep(
      Act(
        parts: children.enumerated().map { at, child in
          ActPart(
            child: child,
            openingRef: "K0\(at + 1)",
            by: "guardian",
            entries: [record.entry("opened")]
          )
        }
      )
    )
    try record.note("in confidence", first, restricted: .health)
    try SampleLog.both(record, children, "seen together")
    while Int(record.state.seq) < count {
      let left = count - Int(record.state.seq)
      switch Int(record.state.seq) % 7 {
      case 0 where left > 1: try record.note("privileged", second, restricted: .privileged)
      case 3 where left > 1:
        try SampleLog.both(record, children, String(repeating: "a long one ", count: 40))
      default: try record.note("note after \(record.state.seq)", children[left % 2])
      }
    }
    lines = try record.exportLines()
    log = try disk.read(fixture.places.log)
    markPath = fixture.places.highWater(record.header.vaultID)
    let key = record.roots.highWaterKey
    let newest = HighWater.newest(
      in: try disk.read(markPath),
      vaultID: record.header.vaultID,
      key: key
    )
    mark = try #require(newest?.mark.seal(vaultID: record.header.vaultID, key: key))
    let genesis = LogPlace(seq: 0, head: record.codec.genesis, size: 0, lastOffset: 0)
    let walk = LogWalk(log, after: genesis, codec: record.codec, seenSeq: 0, signedAfter: 0)
    frames = walk.frames
    try #require(walk.ending == .clean && frames.count == count)
    var stops = [genesis]
    for frame in frames where frame.head.index == frame.head.count - 1 {
      stops.append(
        LogPlace(
          seq: frame.head.seq,
          head: Sealing.sha256(log[frame.range]),
          size: UInt64(frame.range.upperBound),
          lastOffset: UInt64(frame.range.lowerBound)
        )
      )
    }
    self.stops = stops
  }

  private static func both(_ record: OpenRecord, _ children: [ChildID], _ text: String) throws {
    let parts = children.map {
      ActPart(child: $0, by: "guardian", entries: [record.entry(text)])
    }
    _ = try record.keep(Act(parts: parts))
  }

  var codec: FrameCodec { record.codec }
  var lastSeq: UInt64 { UInt64(frames.count) }

  /// The last stop at or before an offset.
  func stop(before offset: Int) -> LogPlace {
    stops.last { $0.size <= UInt64(offset) } ?? stops[0]
  }

  /// The number of the frame that an offset lies in.
  func seq(at offset: Int) -> UInt64 {
    frames.first { $0.range.contains(offset) }?.head.seq ?? lastSeq + 1
  }

  /// Walks a changed log.
  ///
  /// - Parameters:
  ///   - log: All of it.
  ///   - start: A stop before the change: what precedes it is as it was and need not be checked again.
  ///   - seen: What this computer had seen acknowledged.
  ///   - signedAfter: Signatures are checked beyond this frame.
  /// - Returns: The walk.
  func walk(
    _ log: [UInt8],
    from start: LogPlace? = nil,
    seen: UInt64 = 0,
    signedAfter: UInt64 = 0
  ) -> LogWalk {
    let start = start ?? stops[0]
    return LogWalk(
      start.size == 0 ? log : Array(log[Int(start.size)...]),
      after: start,
      codec: codec,
      seenSeq: seen,
      signedAfter: signedAfter
    )
  }

  /// A disk with other files, with or without what this computer had seen.
  func changed(_ files: [String: [UInt8]], seen: Bool = true) throws -> Fixture {
    let copy = SimulatedDisk(disk.state.withLock { $0.image })
    for (path, bytes) in files { try copy.write(path, bytes) }
    if !seen { try copy.remove(markPath) }
    return Fixture(disk: copy, root: "/v")
  }

  func changed(log: [UInt8], seen: Bool = true) throws -> Fixture {
    try changed([fixture.places.log: log], seen: seen)
  }
}
