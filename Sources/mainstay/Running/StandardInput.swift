import Foundation
import Glibc

/// What arrives on standard input: the passphrase's line, then the rest.
///
/// Read whole and once, so that `--passphrase-file -` and a note can share it.
struct StandardInput {
  /// The most that is read: more is refused rather than cut.
  static let limitBytes = 64 * 1024 * 1024

  private var text: Substring?
  /// True once the passphrase's line is off: only then may the rest be shown to anybody.
  private(set) var hasTakenLine = false

  /// Takes the first line, without its line end.
  ///
  /// - Throws: ``CommandFailure`` when the input is too long or not UTF-8.
  mutating func takeLine() throws -> String {
    let all = try rest()
    hasTakenLine = true
    // A carriage return and a line feed are one character in Swift.
    let end = all.firstIndex { $0 == "\n" || $0 == "\r\n" } ?? all.endIndex
    text = end == all.endIndex ? "" : all[all.index(after: end)...]
    return String(all[..<end])
  }

  /// Takes all that is left.
  ///
  /// - Throws: ``CommandFailure`` when the input is too long or not UTF-8.
  mutating func takeRest() throws -> String {
    let all = try rest()
    text = ""
    return String(all)
  }

  private mutating func rest() throws -> Substring {
    if let text { return text }
    let data = try FileHandle.standardInput.read(upToCount: Self.limitBytes + 1) ?? Data()
    guard data.count <= Self.limitBytes else {
      throw CommandFailure.usage("standard input is longer than 64 MiB")
    }
    guard let decoded = String(data: data, encoding: .utf8) else {
      throw CommandFailure.usage("standard input is not UTF-8 text")
    }
    let all = Substring(decoded)
    text = all
    return all
  }
}
