public import Casework

/// How long to wait after a wrong passphrase, in one run of the program.
///
/// 1, 2, 4, 8, 16, 30 and then 60 seconds: at most ten tries in any five minutes, the bound of *Cyber
/// Essentials: Requirements for IT Infrastructure* ("throttling"). A ladder that stayed at 30 seconds
/// would allow fourteen in the first five. Nothing is ever deleted for guessing; against somebody who
/// has the files only the cost of a derivation helps.
public struct TryDelay: Sendable {
  /// Seconds after the first wrong passphrase, the second, and so on; the last one stays.
  public static let seconds: [Int64] = [1, 2, 4, 8, 16, 30, 60]

  /// Wrong passphrases so far.
  public private(set) var failures = 0
  private var last: Moment?

  /// Nothing was tried yet.
  public init() {}

  /// A passphrase opened nothing.
  ///
  /// - Parameter now: When the answer was given.
  public mutating func failed(at now: Moment) {
    failures += 1
    last = now
  }

  /// Milliseconds until the next try.
  ///
  /// A clock that is set back starts the wait again, and never lengthens it.
  public mutating func millisecondsLeft(at now: Moment) -> Int64 {
    guard let last else { return 0 }
    if now < last { self.last = now }
    let step = TryDelay.seconds[min(failures, TryDelay.seconds.count) - 1] * 1000
    return max(0, step - max(0, now.milliseconds - last.milliseconds))
  }

  /// The same in whole seconds, rounded up.
  public mutating func secondsLeft(at now: Moment) -> Int {
    Int((millisecondsLeft(at: now) + 999) / 1000)
  }
}
