extension Columns {
  /// True where any letter is written from right to left (Arabic, Hebrew, Syriac, Thaana, N'Ko, Adlam).
  ///
  /// Some terminals reorder a row that holds such letters and others do not, so a layout puts them last on
  /// their row, after a Latin known-as, and nothing but spaces after them: then both kinds show
  /// the same columns for everything else. No direction control is ever sent: terminals
  /// that do not know them draw a box, and a record's own are shown as `<U+202E>`.
  public static func isRightToLeft(_ text: some StringProtocol) -> Bool {
    if text.utf8.allSatisfy({ $0 < 0xD6 }) { return false }  // all code points below U+0580
    return text.unicodeScalars.contains { isRightToLeft($0) }
  }

  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC: true
    case 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }

  /// Fits left-to-right text and, last on the row, right-to-left text into so many columns.
  ///
  /// The second gives way first; at least one space parts them. A text that mixes both directions may
  /// come as either.
  public static func row(_ text: String, lastRightToLeft: String, to columns: Int) -> String {
    let first = truncated(text, to: columns)
    let room = columns - of(first) - 1
    guard room > 0, !lastRightToLeft.isEmpty else { return padded(first, to: columns) }
    return padded(first + " " + truncated(lastRightToLeft, to: room), to: columns)
  }

  /// Right-to-left text between U+2068 and U+2069, for files and pipes that follow Unicode's bidi rules.
  ///
  /// Never for a terminal's frame: see ``isRightToLeft(_:)``.
  public static func isolated(_ text: String) -> String {
    isRightToLeft(text) ? "\u{2068}" + text + "\u{2069}" : text
  }
}
