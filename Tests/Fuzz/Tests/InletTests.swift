import Foundation
import Glibc
import TestSupport
import Testing

@Suite("Bytes from outside")
struct InletTests {
  /// More at night: `MAINSTAY_FUZZ_ROUNDS=100000`.
  private static let rounds =
    ProcessInfo.processInfo.environment["MAINSTAY_FUZZ_ROUNDS"].flatMap(Int.init) ?? 300

  @Test("Whatever a file, a line or a terminal holds, it is read or refused", arguments: Inlet.all)
  func damaged(_ inlet: Inlet) {
    #expect(!inlet.seeds().isEmpty)
    for seed in inlet.seeds() { expect(inlet, seed) }
    var mutator = Mutator(inlet, seed: 5)
    for _ in 0..<Self.rounds { expect(inlet, mutator.next()) }
  }

  @Test("Long and monotonous input is read within a second", arguments: Inlet.all)
  func long(_ inlet: Inlet) {
    for input in inlet.monotonous(8 * 1024) {
      let start = Self.processorSeconds
      expect(inlet, input)
      let took = Self.processorSeconds - start
      // Unoptimised, and several parsers in turn: what grows with the square takes far longer.
      #expect(
        took < 1,
        "\(inlet.name): \(took) s for \(String(decoding: input.prefix(20), as: UTF8.self))"
      )
    }
  }

  /// Of this thread alone, so that a busy machine makes no difference.
  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test("A number or a day as far off as can be written stops neither a case file nor Today")
  func extremes() throws {
    let number = /":(-?[0-9]+)(?=[,}])/
    let day = /[0-9]{4}-[0-9]{2}-[0-9]{2}/
    var tried = 0
    for seed in Inlet.folded.seeds() {
      for line in String(decoding: seed, as: UTF8.self).split(separator: "\n") {
        let rest = String(decoding: seed, as: UTF8.self).replacing(line, with: "")
        func expect(_ range: Range<Substring.Index>, _ extreme: String) {
          tried += 1
          let changed = line.replacingCharacters(in: range, with: extreme)
          self.expect(.folded, Array((rest + changed).utf8))
        }
        for match in line.matches(of: number).map(\.output.1) {
          for extreme in [Int.max, Int.min, -1, 0, 1 << 40] {
            expect(match.startIndex..<match.endIndex, "\(extreme)")
          }
        }
        for match in line.matches(of: day) {
          for extreme in ["0001-01-01", "9999-12-31"] { expect(match.range, extreme) }
        }
      }
    }
    #expect(tried > 500)
  }

  @Test("What was found once stays mended", arguments: Found.all)
  func found(_ found: Found) throws {
    let inlet = try #require(Inlet.all.first { $0.name == found.inlet })
    expect(inlet, found.bytes)
  }

  private func expect(_ inlet: Inlet, _ input: [UInt8]) {
    guard let fault = inlet.check(input) else { return }
    Issue.record("\(inlet.name): \(fault); input \(Data(input.prefix(8192)).base64EncodedString())")
  }
}

extension Inlet: CustomTestStringConvertible {
  var testDescription: String { name }
}

/// An input that once broke something, with what it was.
struct Found: Sendable, CustomTestStringConvertible {
  let inlet: String
  let what: String
  let bytes: [UInt8]

  var testDescription: String { "\(inlet): \(what)" }

  init(_ inlet: String, _ what: String, _ text: String) {
    self.inlet = inlet
    self.what = what
    bytes = Array(text.utf8)
  }

  static let all: [Found] = [
    Found("json", "an escape with a sign in it", #"["\u+123"]"#),
    Found("json", "words that are no JSON", #"{"a":tru}"#),
    Found("json", "half a character, deep inside", #"[{"a":"\ud83d"}]"#),
    Found("theme", "a bracket that no name follows ended the program", "[=\n"),
    Found("settings", "a bracket that no name follows ended the program", "a = 1\n [ [\n"),
    Found("settings", "a time without its hour ended the program", "lbg =1979-05-27T:32:00-09:00"),
    Found("note-line", "many names in one word", String(repeating: "nour+sabb", count: 2000)),
    Found("theme", "many wrong keys on many lines", String(repeating: "a.b=1\nc=2\n", count: 400)),
  ]
}
