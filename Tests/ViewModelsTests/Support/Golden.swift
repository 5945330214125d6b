import Foundation
import Testing
import ViewModels

/// Pages as they were when somebody looked at them and found them good.
///
/// A golden page is the frame's text, then the same rows with a letter for each tone. Set
/// `MAINSTAY_GOLDEN=rewrite` to write them anew, look at every one, and commit them with the change
/// that moved them; with `CI=true` that is refused.
enum Golden {
  static func expect(
    _ frame: Frame,
    _ name: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expect(text(frame), name, sourceLocation)
  }

  /// Lines that are read out.
  static func expect(
    _ lines: [String],
    _ name: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expect(lines.joined(separator: "\n") + "\n", name, sourceLocation)
  }

  private static func expect(_ page: String, _ name: String, _ sourceLocation: SourceLocation) {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Golden")
    let file = folder.appendingPathComponent(name + ".txt")
    let environment = ProcessInfo.processInfo.environment
    if environment["MAINSTAY_GOLDEN"] == "rewrite" {
      #expect(environment["CI"] != "true", "golden pages are not rewritten in CI")
      guard environment["CI"] != "true" else { return }
      do {
        try Data(page.utf8).write(to: file)
      } catch {
        Issue.record("could not write \(name): \(error)", sourceLocation: sourceLocation)
      }
      return
    }
    guard let data = try? Data(contentsOf: file) else {
      Issue.record("no golden page \(name)", sourceLocation: sourceLocation)
      return
    }
    let golden = String(decoding: data, as: UTF8.self)
    guard golden != page else { return }
    let (old, new) = (lines(golden), lines(page))
    let differing = (0..<max(old.count, new.count)).filter {
      ($0 < old.count ? old[$0] : nil) != ($0 < new.count ? new[$0] : nil)
    }
    let shown = differing.prefix(6).map {
      "\($0 + 1)- \($0 < old.count ? old[$0] : "")\n\($0 + 1)+ \($0 < new.count ? new[$0] : "")"
    }
    Issue.record(
      "\(name) differs in \(differing.count) lines:\n\(shown.joined(separator: "\n"))",
      sourceLocation: sourceLocation
    )
  }

  /// The frame as text and as tones.
  static func text(_ frame: Frame) -> String {
    var out = PlainText.rows(frame)
    let cursor = "cursor \(frame.cursor.column),\(frame.cursor.row)"
    out.append("=== \(cursor)\(frame.isCursorVisible ? " typing" : "")")
    var used: Set<Tone> = []
    for row in frame.rows {
      var line = row.contains { $0.isSelected } ? "»" : " "
      for span in row {
        let isBlank = span.text.allSatisfy { $0 == " " }
        if !isBlank { used.insert(span.tone) }
        let letter = isBlank ? " " : String(letters[span.tone] ?? "?")
        let sign = span.isStrong && !isBlank ? letter.uppercased() : letter
        line += String(repeating: sign, count: Columns.of(span.text))
      }
      while line.last == " " { line.removeLast() }
      out.append(line)
    }
    let legend = Tone.allCases.filter(used.contains)
      .map { "\(letters[$0] ?? "?") \($0.rawValue)" }
    out.append("=== " + legend.joined(separator: ", "))
    return out.joined(separator: "\n") + "\n"
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Letters first, so that strong ones can be upper case; signs for the rare.
  private static let letters: [Tone: Character] = {
    let signs = Array("tqhbsikmleo1234567890%&#$*+=-~<>@^_acdfgjnpruvwxyz")
    return Dictionary(uniqueKeysWithValues: zip(Tone.allCases, signs))
  }()
}
