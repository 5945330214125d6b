import ArgumentParser
import Casework
import Foundation
import Vault
import ViewModels

/// Keeps a note, typed or piped: the same grammar as the bar on the screen.
struct Note: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Keep a note: one line that says who, what and when, then your own words.",
    discussion: """
      Reads standard input, or asks on the terminal and shows what the line will become while it \
      is typed. Never from arguments: shells keep those. Many lines are one \
      note. What cannot be kept is printed back with the reason, and exit status 4: the record was \
      not changed.

        thanh visit 14:20 45m alone int:vi "settled" !second-phone >sw: chase PEP fri >>bus pass thu
      """
  )

  @ArgumentParser.Flag(
    name: .customLong("dry-run"),
    help: "Show how it is understood; keep nothing."
  )
  var isDryRun = false

  @ArgumentParser.Flag(
    name: .customLong("each"),
    help: "One note a paragraph; what asks for something becomes a draft."
  )
  var isEach = false

  @OptionGroup var options: RecordOptions
  @OptionGroup var asOf: AsOfOption

  func validate() throws {
    if isEach, isDryRun { throw ValidationError("--each keeps; it does not go with --dry-run") }
    if asOf.asOf != nil, !isDryRun {
      throw ValidationError("--as-of goes with --dry-run: when a note is recorded is the clock's")
    }
  }

  mutating func run() throws {
    var input = StandardInput()
    // Names come from the keys alone: keeping a note costs the same however long the record is.
    let record: OpenRecord
    do {
      record = try RecordAccess.open(
        options,
        for: "note",
        input: &input,
        // On a terminal the bar knows what the desk's does: the last contact, who is missing.
        open: OpenOptions(index: isDryRun || isLive, forWriting: !isDryRun)
      )
    } catch {
      giveBack(&input)
      throw error
    }
    if isLive { return try prompt(record) }
    let line = try line(&input)
    let now = try asOf.moment(in: record.zone) ?? Live.now()
    if isEach {
      let each = NoteEach(record: record, now: now, wantsJSON: options.json, asks: isAsked)
      return try each.run(line)
    }
    let known =
      isDryRun ? Self.known(record, asOf: asOf.asOf == nil ? nil : now) : Self.named(record)
    let parser = NoteParser(caseload: known, now: now, zone: record.zone, focus: nil)
    var note = parser.parse(line)
    if isDryRun {
      note = Self.inContext(note, known, record, asOf: asOf.asOf == nil ? nil : now)
      if options.json { try Output.json(note.json) } else { Self.show(note) }
      if !note.isKeepable { throw ExitCode(Failure.Status.notKept.rawValue) }
      return
    }
    try keep(note, in: record)
  }

  private func keep(_ note: ParsedNote, in record: OpenRecord) throws {
    guard note.isKeepable, let act = Self.act(of: note, in: record) else {
      throw try refused(note)
    }
    let kept: Kept
    let said = record.state.notices.count
    do {
      kept = try record.keep(act)
    } catch {
      // The words must not be lost with the disk: they go back to where they came from.
      Output.error(note.raw)
      throw error
    }
    Output.hasKept = true
    for notice in record.state.notices.dropFirst(said) { Output.error("mainstay: " + notice) }
    let refs = Dictionary(uniqueKeysWithValues: record.childNames().map { ($0.id, $0.ref) })
    if options.json {
      var document = note.json
      document.kept = kept.entries.compactMap { entry in
        guard let ref = entry.stamp.child.flatMap({ refs[$0] }) else { return nil }
        return NoteDocument.Kept(ref: ref, id: entry.stamp.id.rawValue, seq: entry.seq)
      }
      try Output.json(document)
    } else {
      Self.show(note)
      Output.line("Saved.")
    }
  }

  /// Prints a piped note back when the record did not even open: the pipe was the only place it was.
  private func giveBack(_ input: inout StandardInput) {
    guard !Live.isTerminal(0) else { return }
    do {
      if options.passphraseFile == "-", !input.hasTakenLine { _ = try input.takeLine() }
      let text = try input.takeRest().trimmingCharacters(in: .newlines)
      if !text.isEmpty { Output.error(text) }
    } catch {
      Output.error("mainstay: The note could not be read either.")
    }
  }

  /// Prints the text back with what is asked, so that nothing typed is lost.
  private func refused(_ note: ParsedNote) throws -> CommandFailure {
    if options.json {
      var document = note.json
      document.kept = []
      try Output.json(document)
      throw ExitCode(Failure.Status.notKept.rawValue)
    }
    Output.line(note.raw)
    let words = note.problems.map { problem in
      let near = problem.near.map(\.label).joined(separator: ", ")
      return problem.message + (near.isEmpty ? "" : " Near: \(near).")
    }
    // On stderr no name may stand; what is near goes beside the text.
    for word in words { Output.line(DisplayText("  " + word).line) }
    return .notKept(
      code: note.problems.first?.code ?? "not-kept",
      "the line asks for something (above). The record was not changed."
    )
  }

  /// The act of a note that may be kept, with keys for the child that it opens, if any.
  static func act(of note: ParsedNote, in record: OpenRecord) -> Act? {
    let opening =
      note.referral == nil
      ? nil : (child: ChildID(rawValue: record.newID()), ref: record.nextRef())
    return note.act(opening: opening, newID: { EntryID(rawValue: record.newID()) })
  }

  /// Prints how a note is understood.
  static func show(_ note: ParsedNote) {
    for line in note.preview {
      Output.line(DisplayText("  " + line.segments.map(\.text).joined()).line)
    }
  }

  /// One note typed on a terminal, with what it will become under it.
  private var isLive: Bool {
    options.passphraseFile == nil && !isDryRun && !isEach && !options.json
      && Live.isTerminal(0) && Live.isTerminal(1) && !Live.wantsPlainText
  }

  private func prompt(_ record: OpenRecord) throws {
    let box = RecordBox()
    box.record = record
    let session = Session.prompt(
      access: Desk.access(record, label: nil),
      settings: Session.Settings(lockMinutes: Settings.current.lockMinutes),
      clock: { Live.now() },
      unsaved: Messages.unsaved
    )
    try Desk.show(session, looks: LookOptions.fromSettings, box: box)
    guard let outcome = session.promptOutcome else { return }
    guard outcome.isKept else {
      throw CommandFailure.notKept(
        code: "left",
        DisplayText(outcome.words.isEmpty ? "Nothing was typed." : outcome.words).line
          + " The record was not changed."
      )
    }
    // What the bar said names the child, and the bar is gone from the screen.
    Output.line(outcome.words.hasPrefix("Saved") ? "Saved." : DisplayText(outcome.words).line)
  }

  private var isAsked: Bool { options.passphraseFile == nil && Live.isTerminal(0) }

  private func line(_ input: inout StandardInput) throws -> String {
    if isAsked, isEach {
      try TerminalPrompt.say("Paste the notes, an empty line between them, then Ctrl-D:")
    }
    let text = isAsked && !isEach ? try TerminalPrompt.visible("Note: ") : try input.takeRest()
    let line = text.trimmingCharacters(in: .newlines)
    guard !line.allSatisfy(\.isWhitespace) else { throw CommandFailure.usage("there is no note") }
    return line
  }

  /// Children as `keys` names them, without the record being read.
  static func named(_ record: OpenRecord) -> [KnownChild] {
    record.childNames().map { child in
      KnownChild(
        id: child.id,
        ref: child.ref,
        names: child.names,
        knownAs: child.names.first.flatMap(Naming.callName) ?? ""
      )
    }
  }

  /// The same line with the last contact of the children it names: what may be the same again.
  private static func inContext(
    _ note: ParsedNote,
    _ known: [KnownChild],
    _ record: OpenRecord,
    asOf moment: Moment?
  ) -> ParsedNote {
    let named = Set(note.children.map(\.id))
    guard !named.isEmpty else { return note }
    let reader: any RecordReader = moment.map { RecordAsOf(record, moment: $0) } ?? record
    let children = known.map { child in
      guard named.contains(child.id), let file = reader.caseFile(child.id) else { return child }
      var child = child
      child.context = NoteContext(file, timeline: Timeline(reader.entries(of: child.id)))
      return child
    }
    return NoteParser(caseload: children, now: note.now, zone: note.zone, focus: nil)
      .parse(note.raw)
  }

  /// Children with what the record says of them.
  static func known(_ record: OpenRecord, asOf moment: Moment?) -> [KnownChild] {
    let reader: any RecordReader = moment.map { RecordAsOf(record, moment: $0) } ?? record
    return reader.caseload().map { file in
      KnownChild(
        id: file.id,
        ref: file.ref,
        names: file.allNames + file.otherNumbers,
        knownAs: file.callName,
        missingSince: file.openEpisode?.since,
        isAnyoneTold: file.openEpisode.map { !$0.steps.isEmpty } ?? false,
        context: NoteContext(file)
      )
    }
  }
}
