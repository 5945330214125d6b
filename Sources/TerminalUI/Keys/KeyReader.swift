import Glibc
import ViewModels

/// Reads whatever the terminal has sent and hands on the keys.
///
/// Bytes are read directly, not through curses: they come many at a time, and none is lost to a table
/// of curses' own.
struct KeyReader {
  private var decoder: KeyDecoder
  private let input: Int32
  private var buffer = [UInt8](repeating: 0, count: 64 * 1024)

  init(input: Int32, named: NamedKeys) {
    self.input = input
    decoder = KeyDecoder(named: named)
  }

  /// Milliseconds that the rest of a sequence may take; nil: none has begun.
  var patience: Int? { decoder.patience }

  /// What was read.
  enum Reading {
    case keys([Key])
    /// The terminal is gone.
    case hungUp
  }

  /// Reads once, when there is something to read.
  mutating func read() -> Reading {
    let input = input
    let count = buffer.withUnsafeMutableBytes { Glibc.read(input, $0.baseAddress, $0.count) }
    if count > 0 { return .keys(decoder.feed(buffer.prefix(count))) }
    if count < 0, errno == EINTR || errno == EAGAIN { return .keys([]) }
    return .hungUp
  }

  /// The rest did not come.
  mutating func runOut() -> [Key] { decoder.runOut() }
}
