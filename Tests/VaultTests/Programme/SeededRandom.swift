internal import Synchronization

@testable import Vault

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

extension Entropy {
  /// Bytes that are the same in every run.
  static func seeded(_ seed: UInt64) -> Entropy {
    let source = SeededBytes(seed)
    return Entropy { source.draw($0) }
  }

  /// A generator that is broken: always the same byte.
  static func constant(_ byte: UInt8) -> Entropy {
    Entropy { [UInt8](repeating: byte, count: $0) }
  }
}

private final class SeededBytes: Sendable {
  private let random: Mutex<Seeded>

  init(_ seed: UInt64) { random = Mutex(Seeded(state: seed)) }

  func draw(_ count: Int) -> [UInt8] {
    random.withLock { random in
      var out: [UInt8] = []
      out.reserveCapacity(count)
      while out.count < count {
        var number = random.next()
        for _ in 0..<Swift.min(8, count - out.count) {
          out.append(UInt8(truncatingIfNeeded: number))
          number >>= 8
        }
      }
      return out
    }
  }
}
