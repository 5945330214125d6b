/// One way in for bytes from outside, and what must hold of it whatever they are.
///
/// The same inlets are tried with made-up damage in every test run and by libFuzzer at night
/// (`.ci/nightly/fuzz`).
struct Inlet: Sendable {
  /// What the command line calls it.
  let name: String
  /// Longest input that is tried.
  let longest: Int
  /// Inputs that are in order, made by the program's own writers.
  let seeds: @Sendable () -> [[UInt8]]
  /// Words that its format is made of.
  let words: [String]
  /// What did not hold of an input; nil where everything did.
  let check: @Sendable ([UInt8]) -> String?

  init(
    _ name: String,
    longest: Int = 4096,
    words: [String] = [],
    seeds: @escaping @Sendable () -> [[UInt8]],
    check: @escaping @Sendable ([UInt8]) -> String?
  ) {
    self.name = name
    self.longest = longest
    self.words = words
    self.seeds = seeds
    self.check = check
  }

  /// An inlet that takes text: other bytes are mended as UTF-8 first, as the program does.
  init(
    text name: String,
    longest: Int = 4096,
    words: [String] = [],
    seeds: [String],
    check: @escaping @Sendable (String) -> String?
  ) {
    self.init(
      name,
      longest: longest,
      words: words,
      seeds: { seeds.map { Array($0.utf8) } },
      check: { check(String(decoding: $0, as: UTF8.self)) }
    )
  }

  /// Inputs of one piece over and over: what takes more than its length in time shows in them.
  func monotonous(_ count: Int) -> [[UInt8]] {
    let common = [
      "a", "a ", "\n", "\u{0}", "\"", "[", "a=1\n", "x,y\n", "{\"a\":", "\u{301}", "\u{200D}",
    ]
    let pieces = (words + common).map { Array($0.utf8) } + seeds()
    return pieces.filter { !$0.isEmpty }.map { piece in
      Array((0...count / piece.count).flatMap { _ in piece }.prefix(count))
    }
  }

  /// Every parser that reads bytes from outside.
  static let all: [Inlet] =
    [
      header, slot, keyring, log, draft, highWater, recoveryKey, passphrase, act, folded, slices,
    ] + [noteLine, notesImport, ssda903, times, searchWords]
    + [keySequence, displayText, theme, settings]
}
