internal import Synchronization

@testable import Vault

extension SimulatedDisk {
  /// What a power cut after the first `count` operations may leave, one possibility of many.
  ///
  /// Data that was not synced is there, missing, cut, zero, or there in some sectors of 512 bytes;
  /// names that were not synced are as they were, or some of them changed.
  func crashed(after count: Int, random: inout some RandomNumberGenerator) -> SimulatedDisk {
    let (start, operations) = state.withLock { ($0.start, Array($0.operations.prefix(count))) }
    var durable = start
    var pendingData: [Int: [Operation]] = [:]
    var pendingNames: [Int: [Operation]] = [:]
    for operation in operations {
      switch operation {
      case .write(let node, _, _), .truncate(let node, _):
        pendingData[node, default: []].append(operation)
      case .link(let folder, _, _, _), .unlink(let folder, _), .rename(let folder, _, _, _):
        pendingNames[folder, default: []].append(operation)
      case .sync(let node):
        for pending in pendingData[node] ?? [] { durable.apply(pending) }
        pendingData[node] = nil
      case .syncFolder(let folder):
        for pending in pendingNames[folder] ?? [] { durable.apply(pending) }
        pendingNames[folder] = nil
      }
    }
    for (_, pending) in pendingNames.sorted(by: { $0.key < $1.key }) {
      let isPrefix = Bool.random(using: &random)
      let limit = Int.random(in: 0...pending.count, using: &random)
      for (at, operation) in pending.enumerated()
      where isPrefix ? at < limit : Bool.random(using: &random) {
        durable.apply(operation)
      }
    }
    for (node, pending) in pendingData.sorted(by: { $0.key < $1.key }) {
      durable.nodes[node] = .some(
        SimulatedDisk.outcome((durable.nodes[node] ?? nil) ?? [], pending, node, &random)
      )
    }
    return SimulatedDisk(durable)
  }

  private static func outcome(
    _ old: [UInt8],
    _ pending: [Operation],
    _ node: Int,
    _ random: inout some RandomNumberGenerator
  ) -> [UInt8] {
    var image = Image()
    image.nodes[node] = .some(old)
    for operation in pending.prefix(Int.random(in: 0...pending.count, using: &random)) {
      image.apply(operation)
    }
    let new = (image.nodes[node] ?? nil) ?? []
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return new
    case 1 where new.count > old.count:
      return Array(new.prefix(Int.random(in: old.count...new.count, using: &random)))
    case 2 where new.count > old.count:
      return old + [UInt8](repeating: 0, count: new.count - old.count)
    default:
      // Each sector as it was or as it became.
      var out = new
      for from in stride(from: 0, to: new.count, by: 512) {
        let to = min(new.count, from + 512)
        if Bool.random(using: &random) { continue }
        for at in from..<to { out[at] = at < old.count ? old[at] : 0 }
      }
      return out
    }
  }
}

/// A sequence of numbers that is the same in every run.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    // SplitMix64.
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
