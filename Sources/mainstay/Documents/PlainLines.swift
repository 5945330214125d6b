import Casework
import ViewModels

/// Entries as lines of text, for a terminal, a pipe or a screen reader.
///
/// Everything goes through ``DisplayText``: a name made of escape sequences is shown, never obeyed.
enum PlainLines {
  /// One entry: a line of facts, then what it says, indented.
  ///
  /// - Parameters:
  ///   - item: The entry.
  ///   - ref: The child's, where the page is not one child's.
  ///   - words: How moments are said.
  /// - Returns: One line or more, without line ends.
  static func entry(_ item: TimelineItem, ref: String?, words: Words) -> [String] {
    var facts = [words.moment(item.at), ref, item.kind?.rawValue ?? item.title].compactMap { $0 }
    if let minutes = item.minutes { facts.append("\(minutes) min") }
    if item.seen { facts.append(item.alone ? "seen alone" : "seen") }
    if item.removed { facts.append("removed: \(item.removedBecause ?? "no reason given")") }
    if item.amendedBy != nil { facts.append("amended") }
    if let late = item.late { facts.append(late) }
    if let restricted = item.restricted { facts.append("restricted: \(restricted.rawValue)") }
    var lines = [DisplayText(facts.joined(separator: " · ")).line]
    lines += prose(item.text)
    for quote in item.words where !item.text.contains(quote.text) {
      lines += prose("\(quote.by): “\(quote.text)”")
    }
    return lines
  }

  /// Text in paragraphs, indented by four.
  static func prose(_ text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    return DisplayText(text).prose.split(separator: "\n").map { "    " + $0 }
  }
}
