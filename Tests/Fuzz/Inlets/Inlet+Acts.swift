import Foundation
import TestSupport

@testable import Casework
@testable import Vault

/// The text of a frame, once it is opened.
extension Inlet {
  private static let jsonWords = [
    "{", "}", "[", "]", ",", ":", "\"", "\\u", "\\ud83d", "\\ude00", "null", "true", "-1e999", "{}",
    "9223372036854775807", "-9223372036854775808", "18446744073709551616", "0.1", "\"body\":",
    "\"entries\":", "\"stubs\":", "\"act\":", "\"child\":", "\"type\":", "\"occurredAt\":",
    "2011-03-14",
    "9999-12-31T23:59:59.999-23:59", "0001-01-01T00:00Z", "\"everyDays\":", "\"of\":", "\"due\":",
  ]

  /// A frame of entries, or of stubs, of one child.
  static let act = Inlet(
    text: "act",
    words: jsonWords,
    seeds: [
      frame(story(1).prefix(3)), frame(story(2).prefix(5)), #"{"act":"a","stubs":[{"id":"x"}]}"#,
      #"{"act":"a","stubs":[]}"#, #"{"act":"a","entries":[]}"#, #"{"act":"\u0061","entries":[1]}"#,
    ],
    check: { text in
      let bytes = Array(text.utf8)
      for child in [ChildID(rawValue: "c"), nil] {
        guard let entries = ActText.read(bytes, seq: 1, child: child, isRestricted: false) else {
          continue
        }
        // Whatever is taken into the record must be JSON for every other reader of the export.
        for entry in entries where !isJSON(entry.line) { return "not JSON: \(entry.line)" }
        if entries.isEmpty { continue }
        let again = ActText.read(
          ActText.entries(entries.map(\.line), act: "a"),
          seq: 1,
          child: child,
          isRestricted: false
        )
        if again?.map(\.line) != entries.map(\.line) { return "written and read otherwise" }
        let rebuilt = entries.map { ActText.line($0.stamp, type: $0.type, body: $0.body) }
        if ActText.read(
          ActText.entries(rebuilt, act: "a"),
          seq: 1,
          child: child,
          isRestricted: false
        )?.map(\.stamp) != entries.map(\.stamp) {
          return "stamps written and read otherwise"
        }
        let decoder = JSONDecoder()
        for entry in entries {
          let body = entry.decoded(decoder)
          guard (try? ActText.body(body)) != nil else { return "a body is read and not written" }
          _ = ActText.stubs([(entry, body.restriction ?? .health)], act: "a")
        }
      }
      return nil
    }
  )

  /// Entries of one child, one a line, put together as the case file and shown on Today.
  ///
  /// The guardian's own entries get there, and so does whatever an older or newer version wrote.
  static let folded = Inlet(
    text: "case-file",
    longest: 6000,
    words: jsonWords,
    seeds: (1...stories).map { story($0).joined(separator: "\n") },
    check: { text in
      let lines = text.split(separator: "\n").map(String.init)
      let child = ChildID(rawValue: "c")
      let decoder = JSONDecoder()
      var entries: [RecordedEntry] = []
      for (index, line) in lines.enumerated() {
        let read = ActText.read(
          ActText.entries([line], act: "a"),
          seq: UInt64(index + 1),
          child: child,
          isRestricted: false
        )
        entries += (read ?? []).map { $0.recorded(decoder) }
      }
      guard !entries.isEmpty else { return nil }
      for entry in entries {
        _ = (entry.body.timelineTitle, entry.body.timelineText, Fold.fold(entry.body.searchText))
      }
      let file = CaseFile.folded(id: child, ref: "K01", entries: entries)
      let page = Today.page(caseload: [file], now: sundayAfternoon, zone: .london)
      if page.rows.count != (file.isOnCaseload ? 1 : 0) { return "not in one group" }
      _ = page.rows.map { ($0.group, $0.ref) }
      return nil
    }
  )

  /// The finder of parts in a JSON text, held against the system's own reader.
  static let slices = Inlet(
    text: "json",
    longest: 1024,
    words: jsonWords,
    seeds: [
      #"{"a":[1,2.5,-3e+7,true,false,null],"b":{"c":"\u00e9\ud83d\ude00\n"}}"#, #"["x","\\","\/"]"#,
      #"{"a":1,"a":2}"#, #""\u+123""#, #"{"a":tru}"#, #"[01]"#, #"[1.]"#, "\"\u{7F}\"", "[]", "{}",
      String(repeating: "[", count: 70) + String(repeating: "]", count: 70),
    ],
    check: { text in
      let bytes = Array(text.utf8)
      let json = JSONSlices(bytes)
      let object = json.members(json.all)
      let list = json.elements(json.all)
      if object != nil || list != nil, !isJSON(text) { return "taken for JSON" }
      for range in (object?.values.map { $0 } ?? []) + (list ?? []) {
        guard let slice = json.text(range) else { return "a part that is cut in a character" }
        let expected = try? JSONDecoder().decode(String.self, from: Data(slice.utf8))
        if json.string(range) != expected { return "another string in \(slice)" }
      }
      let quoted = JSONSlices(Array(JSONSlices.quoted(text).utf8))
      return quoted.string(quoted.all) == text ? nil : "quoted and read otherwise"
    }
  )

  /// More at night.
  private static let stories =
    ProcessInfo.processInfo.environment["MAINSTAY_NIGHTLY"] == "1" ? 60 : 6

  private static func isJSON(_ text: String) -> Bool {
    let data = Data(text.utf8)
    return (try? JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)) != nil
  }

  private static func frame(_ lines: some Sequence<String>) -> String {
    String(decoding: ActText.entries(Array(lines), act: "a"), as: UTF8.self)
  }

  /// A made-up child's entries as lines of the export.
  private static func story(_ seed: Int) -> [String] {
    var dice = Dice(seed: UInt64(seed))
    let story = TestSupport.Story.random("K01", now: sundayAfternoon, dice: &dice)
    return story.entries.compactMap { entry in
      var stamp = entry.stamp
      stamp.child = ChildID(rawValue: "c")
      return (try? ActText.body(entry.body)).map {
        ActText.line(stamp, type: ActText.type(entry.body), body: $0)
      }
    }
  }
}
