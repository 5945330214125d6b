internal import Foundation

/// What is there, a line each.
func lines(_ parts: String?...) -> String {
  parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\n")
}

extension StringProtocol {
  /// `second-phone` as words: "second phone".
  var spaced: String { String(map { $0 == "-" || $0 == "_" ? " " : $0 }) }
}

extension String {
  /// The same text with marks composed, so that equal names are equal byte for byte.
  var precomposed: String { precomposedStringWithCanonicalMapping }
}
