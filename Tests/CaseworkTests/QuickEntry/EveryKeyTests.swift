import Foundation
import TestSupport
import Testing

@testable import Casework

@Suite("A long note is read again at every key, and no key is felt", .serialized)
struct EveryKeyTests {
  private static let words = """
    she was quiet at first and then asked whether the letter from the home office says that she has
    to leave the college, we read it together, twice, and wrote down what to ask; the carer said "she
    sleeps better now" and Mr Bright rang at 14:20 about the hearing, it may be seen alone or not
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  /// A note of so many words, with a head and marks among them.
  private static func line(_ count: Int) -> String {
    let prose = (0..<count).map { words[$0 % words.count] }.joined(separator: " ")
    return "selam visit 14:20 45m alone int:ti !second-phone >sw: chase PEP fri " + prose + " "
  }

  /// What each of the last keys of a line costs: read, shown, completed; in processor time.
  private static func keys(after line: String, _ typed: String) -> [Int] {
    let parser = NoteCaseload.parser()
    var line = line
    var times: [Int] = []
    for character in typed {
      line.append(character)
      let began = cpu()
      let note = parser.parse(line)
      let shown = note.preview
      let completions = parser.completions(line, cursor: line.utf8.count)
      times.append(cpu() - began)
      #expect(!shown.isEmpty && completions.isEmpty && note.alone == true)
    }
    return times.sorted()
  }

  @Test("Five times the words take at most ten times as long: nothing is looked at again and again")
  func grows() {
    let typed =
      "the bus pass came and the second phone rang, she did not look at it, and we walked. "
    _ = Self.keys(after: Self.line(20), typed)
    var best = Double.infinity
    var row = ""
    // The best of three: other programs share the machine.
    for _ in 0..<3 {
      let short = Self.keys(after: Self.line(100), typed)
      let long = Self.keys(after: Self.line(500), typed)
      let ratio = Double(long[long.count / 2]) / Double(max(1, short[short.count / 2]))
      guard ratio < best else { continue }
      best = ratio
      row =
        "a key at 100 words \(short[short.count / 2] / 1000) µs; at 500 words p50 "
        + "\(long[long.count / 2] / 1000) µs, p99 \(long[long.count * 99 / 100] / 1000) µs"
    }
    print(row)
    #expect(best <= 10, "\(row)")
    #if !DEBUG
    // Released it is to be a millisecond; judged at night alone.
    if FuzzedLinesTests.lines != nil {
      let long = Self.keys(after: Self.line(500), typed)
      #expect(long[long.count * 99 / 100] < 1_000_000, "\(row)")
    }
    #endif
  }

  /// The processor time of this thread, in nanoseconds.
  private static func cpu() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
