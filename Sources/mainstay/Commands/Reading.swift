import ArgumentParser
import Casework
import Vault
import ViewModels

/// One child's or everybody's entries, newest first.
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Every entry, newest first: one child's, or everybody's.",
    discussion: """
      --significant leaves the chronology of significant events, nothing of it typed twice: \
      \(Significance.all.map(\.what).joined(separator: "; ")).
      """
  )

  @Argument(help: "The child's ref, such as K12; everybody where left out.")
  var ref: String?

  @Flag(help: "Only the significant events: the chronology.")
  var significant = false

  @OptionGroup var options: RecordOptions
  @OptionGroup var asOf: AsOfOption

  mutating func run() throws {
    let page = try ReadingPage(options, asOf: asOf, for: "timeline")
    let child = try ref.map { try Lookup.child($0, in: page.reader) }
    let entries = page.reader.entries(of: child)
    var timeline = Timeline(entries)
    if significant {
      let chronology = Set(SearchBook(entries).significant().map { entries[$0].stamp.id })
      timeline.items.removeAll { !chronology.contains($0.id) }
    }
    let refs = Dictionary(uniqueKeysWithValues: page.reader.caseload().map { ($0.id, $0.ref) })
    if options.json {
      return try Output.json(
        TimelineDocument(
          timeline,
          ref: child.flatMap { refs[$0] },
          zone: page.zone,
          refs: { refs[$0] }
        )
      )
    }
    for item in timeline.items {
      PlainLines.entry(item, ref: item.child.flatMap { refs[$0] }, words: page.words)
        .forEach(Output.line)
    }
  }
}

/// Finds the child that a ref names.
enum Lookup {
  /// The child.
  ///
  /// - Parameters:
  ///   - ref: As typed.
  ///   - record: In which to look.
  /// - Returns: The child.
  /// - Throws: ``CommandFailure/unknownRef(_:)``.
  static func child(_ ref: String, in record: any RecordReader) throws -> ChildID {
    guard let child = record.child(ref: ref) else {
      // Only what looks like a ref is said back: a name typed by mistake stays unsaid.
      throw CommandFailure.unknownRef(ChildRef.normal(ref) ?? "by that ref")
    }
    return child
  }
}

/// What a command that only reads works on: the record now, or as it was.
struct ReadingPage {
  let reader: any RecordReader
  let now: Moment

  var zone: Zone { reader.zone }
  var words: Words { Words(now: now, zone: zone) }
  var access: Access { Access(reader: reader, who: "") }

  /// Opens the record.
  ///
  /// - Parameters:
  ///   - options: The command's.
  ///   - asOf: Hides what happened after it.
  ///   - command: The command's name.
  /// - Throws: ``VaultError`` or ``CommandFailure``.
  init(_ options: RecordOptions, asOf: AsOfOption, for command: String) throws {
    let record = try RecordAccess.read(options, for: command)
    let moment = try asOf.moment(in: record.zone)
    now = moment ?? Live.now()
    reader = moment.map { RecordAsOf(record, moment: $0) } ?? record
  }

  /// Prints a page of the screen as text.
  func show(_ page: Page) { PlainText.lines(page).forEach(Output.line) }
}

/// The first screen as text or JSON.
struct TodayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "today",
    abstract: "Which child needs you, and why: the first screen."
  )

  @OptionGroup var options: RecordOptions
  @OptionGroup var asOf: AsOfOption

  mutating func run() throws {
    let page = try ReadingPage(options, asOf: asOf, for: "today")
    let today = Today.page(caseload: page.reader.caseload(), now: page.now, zone: page.zone)
    if options.json { return try Output.json(TodayDocument(today, zone: page.zone)) }
    page.show(Pages.today(page.access, now: page.now))
  }
}

/// One child's card as text or JSON.
struct ChildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "child",
    abstract: "One child's card."
  )

  @Argument(help: "The child's ref, such as K12.")
  var ref: String

  @OptionGroup var options: RecordOptions
  @OptionGroup var asOf: AsOfOption

  mutating func run() throws {
    let page = try ReadingPage(options, asOf: asOf, for: "child")
    let child = try Lookup.child(ref, in: page.reader)
    guard let file = page.reader.caseFile(child) else {
      throw CommandFailure.unknownRef(ChildRef.normal(ref) ?? "by that ref")
    }
    if options.json {
      return try Output.json(ChildDocument(file, now: page.now, zone: page.zone))
    }
    page.show(Pages.child(child, page.access, now: page.now))
  }
}

/// The flags as text or JSON.
struct FlagsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flags",
    abstract: "Every flag: what was seen, by whom, and what came of it."
  )

  @OptionGroup var options: RecordOptions
  @OptionGroup var asOf: AsOfOption

  mutating func run() throws {
    let page = try ReadingPage(options, asOf: asOf, for: "flags")
    let flags = Flags.page(caseload: page.reader.caseload(), now: page.now, zone: page.zone)
    if options.json { return try Output.json(FlagsDocument(flags, zone: page.zone)) }
    page.show(Pages.flags(page.access, now: page.now))
  }
}

/// What is due, and who owes it, as text or JSON.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "What is due, from whom, and what was promised."
  )

  @OptionGroup var options: RecordOptions
  @OptionGroup var asOf: AsOfOption

  mutating func run() throws {
    let page = try ReadingPage(options, asOf: asOf, for: "due")
    let due = Due.page(caseload: page.reader.caseload(), now: page.now, zone: page.zone)
    if options.json { return try Output.json(DueDocument(due, zone: page.zone)) }
    page.show(Pages.agenda(page.access, now: page.now))
  }
}
