/// Text of the record made safe to show: the only thing a renderer accepts for what people wrote.
///
/// The record keeps text as it was received; a name or a note may hold escape sequences or bidi
/// controls that would move, hide or reorder what stands beside it. Here they become visible
/// `<U+202E>` forms, in ASCII. Accents, vowel signs and the joiners that Persian and Kurdish need
/// stay. Making it twice changes nothing.
public struct DisplayText: Sendable, Hashable {
  /// Safe text; lines are parted by `\n`, and `\t` may stand in it.
  public let prose: String

  /// Most combining marks one base keeps; the rest are left out.
  ///
  /// Eight is twice what Vietnamese or pointed Arabic needs; stacks of fifty hide other lines.
  public static let mostMarks = 8

  /// Makes received text safe.
  public init(_ received: String) {
    prose = Self.isPlain(received) ? received : Self.filtered(received)
  }

  /// The same on one line: runs of line ends and tabs become one space.
  public var line: String {
    guard prose.utf8.contains(where: { $0 == 0x0A || $0 == 0x09 }) else { return prose }
    return prose.split { $0 == "\n" || $0 == "\t" }.joined(separator: " ")
  }

  /// What a code point that is not shown as itself looks like: `<U+202E>`.
  public static func visible(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
  }

  /// Printable ASCII, line ends, Latin letters with their accents (Vietnamese too), dashes, quotes and
  /// drawn lines, which most text is, need no second look: no mark and nothing hidden is among them.
  private static func isPlain(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x20..<0x7F, 0x0A, 0x09, 0xA0..<0xAD, 0xAE..<0x300: true
      case 0x1E00..<0x1F00, 0x2010..<0x2028, 0x2190..<0x2600: true
      default: false
      }
    }
  }

  private static func filtered(_ received: String) -> String {
    var safe = String.UnicodeScalarView()
    var marks = 0
    var hasBase = false  // false at the start of a line: nothing to put a mark or a joiner on
    let scalars = received.unicodeScalars
    for index in scalars.indices {
      let scalar = scalars[index]
      if scalar == "\r", isFollowedByLineFeed(index, in: scalars) { continue }
      if isMark(scalar) {
        marks += 1
        if marks > mostMarks { continue }
        // Without a base it would land on whatever the screen shows before this text.
        if !hasBase { safe.append("\u{25CC}") }
        safe.append(scalar)
        hasBase = true
      } else if scalar == "\u{200C}" || scalar == "\u{200D}" {
        if hasBase {
          safe.append(scalar)
        } else {
          append(visible(scalar), to: &safe)
          hasBase = true
        }
      } else {
        marks = 0
        if isHidden(scalar) {
          append(visible(scalar), to: &safe)
        } else {
          safe.append(scalar)
        }
        hasBase = scalar != "\n" && scalar != "\t"
      }
    }
    return String(safe)
  }

  /// One scalar after another: appending them at once copies all that is there already.
  private static func append(_ text: String, to safe: inout String.UnicodeScalarView) {
    for scalar in text.unicodeScalars { safe.append(scalar) }
  }

  /// The line ends of other systems are line ends, not a `<U+000D>` on every line.
  private static func isFollowedByLineFeed(
    _ index: String.UnicodeScalarIndex,
    in scalars: String.UnicodeScalarView
  ) -> Bool {
    let next = scalars.index(after: index)
    return next < scalars.endIndex && scalars[next] == "\n"
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300, !isHidden(scalar) else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: return true
    default: return false
    }
  }

  /// Shown by its number, because it would act on the terminal or on its neighbours, or be invisible.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x09: false
    case 0x00...0x1F, 0x7F...0x9F: true  // C0, DEL, C1
    case 0x00AD, 0x061C, 0x180E, 0x200B, 0x200E...0x200F: true  // invisible, direction marks
    case 0x2028...0x202E, 0x2060...0x206F: true  // line ends, bidi embeddings and isolates
    case 0xFEFF, 0xFFF9...0xFFFB: true
    case 0xFDD0...0xFDEF: true  // noncharacters
    case 0xE000...0xF8FF: true  // private use
    case 0xE0000...0xE007F: true  // tags
    case 0xF0000...0x10FFFF: true  // private use
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}
