/// Random numbers that are the same in every run (SplitMix64).
public struct Dice: RandomNumberGenerator {
  private var state: UInt64

  /// Dice of a seed.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// True `percent` times of a hundred.
  public mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &self) < percent
  }

  /// One of them; nil only where there are none.
  public mutating func pick<T>(_ values: [T]) -> T? { values.randomElement(using: &self) }
}
