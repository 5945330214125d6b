import ArgumentParser
import Casework
import Foundation
import Vault
import ViewModels

/// The evening catch-up: a pasted list, one note a paragraph, each kept by itself.
///
/// What cannot be kept as it stands becomes a sealed draft, so that nothing typed is lost and nothing
/// is guessed.
struct NoteEach {
  /// What became of one paragraph.
  private enum Fate {
    case kept(Kept)
    case draft
    case lost(any Error)
  }

  let record: OpenRecord
  let now: Moment
  let wantsJSON: Bool
  /// True asks on the terminal before each note is kept.
  let asks: Bool

  /// Shows and keeps the notes of a text.
  ///
  /// - Parameter text: Whole, as pasted.
  /// - Throws: ``CommandFailure/notKept(code:_:)`` when some of it was not kept.
  func run(_ text: String) throws {
    let paragraphs = NoteParagraphs.of(text)
    guard !paragraphs.isEmpty else { throw CommandFailure.usage("there is no note") }
    var documents: [NoteDocument] = []
    var kept = 0
    var drafts = 0
    var failed: (any Error)?
    var keepsAll = !asks
    for (at, paragraph) in paragraphs.enumerated() {
      // Read again each time: an earlier note may have opened a child that this one names.
      let note = parser().parse(paragraph)
      var document = note.json
      document.kept = []
      if !wantsJSON { show(note, number: at + 1, of: paragraphs.count) }
      var isWanted = note.isKeepable
      if isWanted, !keepsAll {
        switch try answer() {
        case .keep: break
        case .keepAll: keepsAll = true
        case .putAside: isWanted = false
        }
      }
      switch keep(note, isWanted: isWanted) {
      case .kept(let entries):
        kept += 1
        document.kept = named(entries)
        if !wantsJSON { Output.line("  Saved.") }
      case .draft:
        drafts += 1
        if !wantsJSON { Output.line("  Not kept: put aside as a draft, sealed.") }
      case .lost(let error):
        failed = error
        // The words must not be lost with the disk: they go back to where they came from.
        Output.error(paragraph)
      }
      documents.append(document)
      if failed != nil {
        for rest in paragraphs[(at + 1)...] { Output.error("\n" + rest) }
        break
      }
    }
    if wantsJSON {
      try Output.json(Document(notes: documents, kept: kept, drafts: drafts))
    } else {
      Output.line("\(kept) of \(paragraphs.count) kept, \(drafts) put aside as drafts.")
    }
    if let failed { throw failed }
    if drafts > 0 {
      if wantsJSON { throw ExitCode(Failure.Status.notKept.rawValue) }
      throw CommandFailure.notKept(
        code: "drafts",
        "\(drafts) of the notes (above). Each is a draft that the screen offers again."
      )
    }
  }

  /// What `--each --json` prints.
  private struct Document: Encodable {
    var notes: [NoteDocument]
    var kept: Int
    var drafts: Int
  }

  private func parser() -> NoteParser {
    NoteParser(caseload: Note.named(record), now: now, zone: record.zone, focus: nil)
  }

  private func show(_ note: ParsedNote, number: Int, of count: Int) {
    Output.line("\(number) of \(count)")
    Output.line(DisplayText("  " + note.raw).line)
    Note.show(note)
    for problem in note.problems {
      let near = problem.near.map(\.label).joined(separator: ", ")
      Output.line(
        DisplayText("  " + problem.message + (near.isEmpty ? "" : " Near: \(near).")).line
      )
    }
  }

  private enum Answer {
    case keep, keepAll, putAside
  }

  private func answer() throws -> Answer {
    while true {
      let typed = try TerminalPrompt.visible("  Keep it? [y]es, [a]ll, [n]o: a draft ")
      switch typed.trimmingCharacters(in: .whitespaces).lowercased() {
      case "y", "yes": return .keep
      case "a", "all": return .keepAll
      case "n", "no": return .putAside
      default: try TerminalPrompt.say("  y, a or n")
      }
    }
  }

  private func keep(_ note: ParsedNote, isWanted: Bool) -> Fate {
    do {
      if isWanted, let act = Note.act(of: note, in: record) { return .kept(try record.keep(act)) }
      let draft = Draft(
        id: EntryID(rawValue: record.newID()),
        child: note.children.first?.id,
        form: "quick-entry",
        text: note.raw,
        savedAt: now
      )
      try record.save(draft)
      return .draft
    } catch {
      return .lost(error)
    }
  }

  private func named(_ kept: Kept) -> [NoteDocument.Kept] {
    let refs = Dictionary(uniqueKeysWithValues: record.childNames().map { ($0.id, $0.ref) })
    return kept.entries.compactMap { entry in
      guard let ref = entry.stamp.child.flatMap({ refs[$0] }) else { return nil }
      return NoteDocument.Kept(ref: ref, id: entry.stamp.id.rawValue, seq: entry.seq)
    }
  }
}
