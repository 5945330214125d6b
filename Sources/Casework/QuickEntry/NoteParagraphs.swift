/// A pasted list of notes, one a paragraph.
public enum NoteParagraphs {
  /// Parted by lines with nothing on them; line ends within a paragraph stay.
  public static func of(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .split { $0.allSatisfy(\.isWhitespace) }
      .map { $0.joined(separator: "\n") }
  }
}
