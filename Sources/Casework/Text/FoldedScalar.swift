internal import Foundation
internal import Synchronization

/// What one Unicode scalar becomes when text is folded.
///
/// Folding drops marks, so canonical order does not matter and each scalar folds by itself.
struct FoldedScalar: Hashable {
  /// Length in the top byte, then up to seven bytes of UTF-8, first byte lowest; or a sign below.
  let packed: UInt64

  /// Ends a word.
  static let separator = FoldedScalar(packed: 0)
  /// Neither ends a word nor shows in it: marks, tatweel, joiners.
  static let nothing = FoldedScalar(packed: 1)

  var count: Int { Int(packed >> 56) }

  func byte(_ at: Int) -> UInt8 { UInt8(truncatingIfNeeded: packed >> (8 * UInt64(at))) }

  private init(packed: UInt64) { self.packed = packed }

  private init(utf8 bytes: [UInt8]) {
    var value = UInt64(min(bytes.count, 7)) << 56
    for (at, byte) in bytes.prefix(7).enumerated() { value |= UInt64(byte) << (8 * UInt64(at)) }
    packed = value
  }

  /// The folded form of a scalar; fast for the scripts below U+2000.
  static func of(_ scalar: Unicode.Scalar) -> FoldedScalar {
    guard scalar.value < 0x2000 else {
      // Han has neither case nor marks: each folds to itself.
      let isHan =
        (0x3400...0x4DBF).contains(scalar.value) || (0x4E00...0x9FFF).contains(scalar.value)
      return isHan ? FoldedScalar(utf8: Array(String(scalar).utf8)) : computed(scalar)
    }
    let number = Int(scalar.value >> pageBits)
    return pages.withLock { pages in
      if pages[number].isEmpty { pages[number] = computedPage(number) }
      return pages[number][Int(scalar.value) & (1 << pageBits - 1)]
    }
  }

  /// Whether a scalar is a word by itself: Han and kana are written without spaces.
  static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x3004: false
    case 0x3005...0x3007, 0x3021...0x3029, 0x3038...0x303B: true
    case 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF: true
    case 0x3105...0x312F, 0x31A0...0x31BF, 0x31F0...0x31FF: true
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF: true
    case 0xFF66...0xFF9D: true
    case 0x1_B000...0x1_B16F, 0x2_0000...0x3_FFFF: true
    default: false
    }
  }

  private static let pageBits = 4
  /// Each page of 16 scalars is computed when one of them is first met: a note in English, or one
  /// Vietnamese name, must not wait for eight thousand letters.
  private static let pages = Mutex<[[FoldedScalar]]>(
    Array(repeating: [], count: 0x2000 >> pageBits)
  )

  private static func computedPage(_ number: Int) -> [FoldedScalar] {
    let first = UInt32(number << pageBits)
    return (first..<(first + 1 << pageBits)).map { Unicode.Scalar($0).map(computed) ?? separator }
  }

  private static func computed(_ scalar: Unicode.Scalar) -> FoldedScalar {
    if scalar.isASCII {
      let value = UInt8(truncatingIfNeeded: scalar.value)
      let lower = value >= 65 && value <= 90 ? value + 32 : value
      return Fold.isASCIIWord(value) ? FoldedScalar(utf8: [lower]) : separator
    }
    switch scalar.properties.generalCategory {
    case .decimalNumber:
      let digit = Int(scalar.properties.numericValue ?? 0)
      return FoldedScalar(utf8: [UInt8(48 + digit)])
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber:
      return letters(scalar)
    case .nonspacingMark, .spacingMark, .enclosingMark: return nothing
    // A zero-width space does part words; soft hyphens, joiners and direction signs do not.
    case .format: return scalar.value == 0x200B ? separator : nothing
    default: return separator
    }
  }

  private static func letters(_ scalar: Unicode.Scalar) -> FoldedScalar {
    if scalar.value == 0x0640 { return nothing }
    var bytes: [UInt8] = []
    for lower in scalar.properties.lowercaseMapping.decomposedStringWithCanonicalMapping
      .unicodeScalars
    {
      switch lower.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: continue
      default: bytes += Array((unified[lower] ?? String(Character(lower))).utf8)
      }
    }
    return bytes.isEmpty ? nothing : FoldedScalar(utf8: bytes)
  }

  /// Letters that Unicode does not decompose but that people type without their stroke or dots.
  private static let unified: [Unicode.Scalar: String] = [
    "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "ŧ": "t", "ſ": "s", "ß": "ss",
    "æ": "ae", "œ": "oe", "þ": "th", "ς": "σ",
    // Alef wasla; alef maksura and the Persian yeh; teh marbuta and the hehs; the Persian kaf.
    "\u{0671}": "\u{0627}", "\u{0649}": "\u{064A}", "\u{06CC}": "\u{064A}",
    "\u{0629}": "\u{0647}", "\u{06BE}": "\u{0647}", "\u{06C1}": "\u{0647}", "\u{06D5}": "\u{0647}",
    "\u{06A9}": "\u{0643}",
  ]
}
