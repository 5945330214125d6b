/// Where random bytes come from: passed in, so that a test can repeat itself.
public struct Entropy: Sendable {
  private let draw: @Sendable (Int) -> [UInt8]

  /// Random bytes from a source.
  public init(_ draw: @escaping @Sendable (Int) -> [UInt8]) { self.draw = draw }

  /// The kernel's random numbers; named only by the composition root.
  public static let system = Entropy { count in
    var source = SystemRandomNumberGenerator()
    var out: [UInt8] = []
    // Eight bytes a call: each is a system call.
    while out.count < count { out.append(u64: source.next()) }
    out.removeLast(out.count - count)
    return out
  }

  /// `count` random bytes.
  public func bytes(_ count: Int) -> [UInt8] { draw(count) }
}

extension Entropy: RandomNumberGenerator {
  /// Eight random bytes as a number.
  public func next() -> UInt64 {
    draw(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
