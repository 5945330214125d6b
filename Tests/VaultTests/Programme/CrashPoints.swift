internal import Synchronization

@testable import Vault

/// What a power cut may leave of a simulated disk, after each of its operations.
///
/// Data that was not synced is there, missing, cut, zero, or there in some sectors of 512 bytes;
/// names that were not synced are as they were, or some of them changed. What a failed sync left
/// behind never becomes durable by a later one.
struct CrashPoints: Sendable {
  private struct Point: Sendable {
    var durable: SimulatedDisk.Image
    var data: [Int: [SimulatedDisk.Operation]] = [:]
    var names: [Int: [SimulatedDisk.Operation]] = [:]
  }

  /// Before the first operation, and after each.
  private let points: [Point]

  var operations: Int { points.count - 1 }

  init(_ disk: SimulatedDisk) {
    let (start, operations) = disk.state.withLock { ($0.start, $0.operations) }
    var point = Point(durable: start)
    var points = [point]
    for operation in operations {
      switch operation {
      case .write(let node, _, _), .truncate(let node, _):
        point.data[node, default: []].append(operation)
      case .link(let folder, _, _, _), .unlink(let folder, _), .rename(let folder, _, _, _):
        point.names[folder, default: []].append(operation)
      case .sync(let node):
        for pending in point.data[node] ?? [] { point.durable.apply(pending) }
        point.data[node] = nil
      case .syncFolder(let folder):
        for pending in point.names[folder] ?? [] { point.durable.apply(pending) }
        point.names[folder] = nil
      // The worst that can be: what was to be written is gone for good.
      case .lost(let node): point.data[node] = nil
      case .lostFolder(let folder): point.names[folder] = nil
      }
      points.append(point)
    }
    self.points = points
  }

  /// One possibility of many after so many operations.
  func state(after count: Int, random: inout some RandomNumberGenerator) -> SimulatedDisk {
    var image = points[count].durable
    for (_, pending) in points[count].names.sorted(by: { $0.key < $1.key }) {
      let isPrefix = Bool.random(using: &random)
      let limit = Int.random(in: 0...pending.count, using: &random)
      for (at, operation) in pending.enumerated()
      where isPrefix ? at < limit : Bool.random(using: &random) {
        image.apply(operation)
      }
    }
    for (node, pending) in points[count].data.sorted(by: { $0.key < $1.key }) {
      image.nodes[node] = .some(
        CrashPoints.outcome((image.nodes[node] ?? nil) ?? [], pending, node, &random)
      )
    }
    return SimulatedDisk(image)
  }

  private static func outcome(
    _ old: [UInt8],
    _ pending: [SimulatedDisk.Operation],
    _ node: Int,
    _ random: inout some RandomNumberGenerator
  ) -> [UInt8] {
    var image = SimulatedDisk.Image()
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
      for from in stride(from: 0, to: new.count, by: 512) where Bool.random(using: &random) {
        let to = min(new.count, from + 512)
        let was = Array(old[min(from, old.count)..<min(to, old.count)])
        out.replaceSubrange(
          from..<to,
          with: was + [UInt8](repeating: 0, count: to - from - was.count)
        )
      }
      return out
    }
  }
}

extension SimulatedDisk.Operation {
  /// What it is, without the bytes.
  var short: String {
    switch self {
    case .write(let node, let at, let bytes): "write of \(bytes.count) at \(at) of node \(node)"
    default: "\(self)"
    }
  }
}
