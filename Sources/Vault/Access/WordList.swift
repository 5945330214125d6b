/// Words to make a passphrase of, and to read a hash over the telephone.
public enum WordList {
  /// Words of a new passphrase.
  ///
  /// - Parameters:
  ///   - count: How many; five are offered.
  ///   - entropy: Where they come from.
  /// - Returns: Words with one space between them.
  public static func passphrase(words count: Int = 5, entropy: Entropy) -> String {
    var random = entropy
    return (0..<count).map { _ in all[Int.random(in: all.indices, using: &random)] }
      .joined(separator: " ")
  }

  /// How many bits `count` words are worth: each is drawn from the whole list.
  public static func bits(words count: Int = 5) -> Double { Double(count) * log2(of: all.count) }

  /// Six words for the first 66 bits of a hash.
  static func words(ofHash hash: [UInt8]) -> [String] {
    (0..<6).map { number in
      let index = (0..<11).reduce(0) { value, bit in
        let at = number * 11 + bit
        guard at / 8 < hash.count else { return value << 1 }
        return value << 1 | Int(hash[at / 8] >> UInt8(7 - at % 8)) & 1
      }
      return all[index]
    }
  }

  private static func log2(of count: Int) -> Double {
    // Whole bits by doubling, the rest by squaring: no need of a mathematics library.
    var value = Double(count)
    var bits = 0.0
    while value >= 2 {
      value /= 2
      bits += 1
    }
    var step = 0.5
    for _ in 0..<30 {
      value *= value
      if value >= 2 {
        value /= 2
        bits += step
      }
      step /= 2
    }
    return bits
  }

  /// The words, sorted, each once; at least 2,048.
  static let all: [String] = WordList.text.split(whereSeparator: \.isWhitespace).map(String.init)
}
