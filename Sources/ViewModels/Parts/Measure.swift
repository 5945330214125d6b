/// The toolkit's only door to the column table and to the cleaning of text.
enum Measure {
  /// Columns that text takes.
  static func width(_ text: String) -> Int { Columns.of(text) }

  /// As much of the text as fits, never a part of a cluster.
  static func prefix(_ text: String, columns: Int) -> String {
    columns > 0 ? String(Columns.prefix(text, columns: columns)) : ""
  }

  /// Text with controls and bidi signs made visible; line ends stay for what wraps.
  static func safe(_ text: String) -> String {
    let prose = DisplayText(text).prose
    return prose.utf8.contains(0x09) ? prose.replacing("\t", with: " ") : prose
  }
}
