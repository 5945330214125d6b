import TestSupport

/// Damages inputs as a fuzzer does, but the same way in every run.
struct Mutator {
  private var dice: Dice
  private let seeds: [[UInt8]]
  private let words: [[UInt8]]
  private let longest: Int

  init(_ inlet: Inlet, seed: UInt64) {
    dice = Dice(seed: seed)
    seeds = inlet.seeds()
    words = inlet.words.map { Array($0.utf8) }
    longest = inlet.longest
  }

  /// The next input: a seed, or two spliced, with one to eight changes.
  mutating func next() -> [UInt8] {
    var bytes = dice.pick(seeds) ?? []
    if dice.chance(20), let other = dice.pick(seeds) {
      bytes = Array(bytes.prefix(place(in: bytes))) + other.suffix(place(in: other))
    }
    for _ in 0..<Int.random(in: 1...8, using: &dice) { change(&bytes) }
    return Array(bytes.prefix(longest))
  }

  private mutating func place(in bytes: [UInt8]) -> Int {
    Int.random(in: 0...bytes.count, using: &dice)
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let at = place(in: bytes)
    let end = min(bytes.count, at + Int.random(in: 1...32, using: &dice))
    switch Int.random(in: 0..<9, using: &dice) {
    case 0 where at < bytes.count: bytes[at] ^= 1 << UInt8.random(in: 0...7, using: &dice)
    case 1 where at < bytes.count: bytes[at] = dice.pick([0, 1, 0x7F, 0x80, 0xFF, 0x0A, 0x22]) ?? 0
    case 2: bytes.insert(UInt8.random(in: 0...255, using: &dice), at: at)
    case 3: bytes.removeSubrange(at..<end)
    case 4: bytes.insert(contentsOf: Array(bytes[at..<end]), at: place(in: bytes))
    case 5, 6:
      if let word = dice.pick(words) { bytes.insert(contentsOf: word, at: at) }
    case 7: bytes.removeLast(bytes.count - at)
    default:
      // A number as a length field may hold it.
      let numbers: [UInt32] = [.max, 1 << 31, 0, 1 << 20, 1 << 16, 255]
      let value = dice.pick(numbers) ?? 0
      for shift in 0..<4 where at + shift < bytes.count {
        bytes[at + shift] = UInt8(truncatingIfNeeded: value >> UInt32(shift * 8))
      }
    }
  }
}
