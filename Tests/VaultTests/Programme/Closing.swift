internal import Foundation
internal import Synchronization

/// How much of a test runs: `MAINSTAY_NIGHTLY=1` runs all of it.
enum Amount {
  static let isNightly = ProcessInfo.processInfo.environment["MAINSTAY_NIGHTLY"] == "1"
  static func of(_ ci: Int, nightly: Int) -> Int { isNightly ? nightly : ci }
}

/// What a programme counted, and the one line it ends with: the README's table quotes it.
final class Tally: Sendable {
  private let counts = Mutex<[String: Int]>([:])
  private let found = Mutex<[String]>([])
  private let began = ContinuousClock.now

  subscript(_ name: String) -> Int { counts.withLock { $0[name, default: 0] } }

  func add(_ name: String, _ number: Int = 1) {
    counts.withLock { $0[name, default: 0] += number }
  }

  /// Keeps what went wrong: counted under `name`, the first few in words.
  func wrong(_ name: String, _ words: @autoclosure () -> String) {
    add(name)
    found.withLock { if $0.count < 12 { $0.append(words()) } }
  }

  /// The first few of what went wrong; a test expects none.
  var failures: [String] { found.withLock { $0 } }

  var seconds: Double { (ContinuousClock.now - began) / .seconds(1) }

  /// Prints the closing line.
  func close(_ programme: String, _ words: String) {
    let size = Amount.isNightly ? "nightly" : "small"
    print("closing: \(programme) (\(size)): \(words); \(Int(seconds.rounded(.up))) s")
  }
}

/// Does something for every number below `count`, on all cores.
func onAllCores(_ count: Int, _ body: @Sendable (Int) -> Void) {
  withoutActuallyEscaping(body) { body in
    DispatchQueue.concurrentPerform(iterations: count) { body($0) }
  }
}

extension Int {
  /// 1234567 as `1,234,567`.
  var grouped: String {
    var out = ""
    for (at, digit) in String(self).reversed().enumerated() {
      if at > 0, at % 3 == 0, digit != "-" { out.append(",") }
      out.append(digit)
    }
    return String(out.reversed())
  }
}
