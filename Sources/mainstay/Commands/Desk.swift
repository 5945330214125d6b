import ArgumentParser
import CHardening
import Casework
import Foundation
import TerminalUI
import Vault
import ViewModels

/// The desk itself: what `mainstay` without a subcommand opens.
struct Desk: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "desk",
    abstract: "Open the desk on the screen (the default)."
  )

  @OptionGroup var options: RecordOptions
  @OptionGroup var looks: LookOptions

  mutating func run() throws {
    let box = RecordBox()
    let opener = Opener(directory: options.directory, box: box)
    let session = Session(
      opener: opener,
      settings: Session.Settings(lockMinutes: Settings.current.lockMinutes),
      clock: { Live.now() },
      unsaved: Messages.unsaved
    )
    try Self.show(session, looks: looks, box: box)
  }

  /// Who looks, and at what.
  ///
  /// - Parameters:
  ///   - record: The open record.
  ///   - who: The guardian's name, where it is known.
  ///   - label: What it is, where it is not the person's own.
  /// - Returns: A reader, and a writer where the record may be written.
  static func access(_ record: OpenRecord, who: String = "", label: String?) -> Access {
    let mayWrite = record.readOnlyReason == nil
    return Access(
      reader: record,
      writer: mayWrite ? record : nil,
      drafts: mayWrite ? record : nil,
      who: who,
      label: label
    )
  }

  /// Shows a session until it ends; locking starts a fresh process image, so that nothing that was
  /// decrypted is left in memory (vault.md §0, decision 3).
  ///
  /// - Parameters:
  ///   - session: What to show.
  ///   - looks: How.
  ///   - box: The record that is open, or will be.
  ///   - locksAgain: False where locking ends the program, as there is nothing to unlock.
  /// - Throws: ``CommandFailure`` when there is no terminal that can show it.
  static func show(
    _ session: Session,
    looks: LookOptions,
    box: RecordBox,
    locksAgain: Bool = true
  ) throws {
    defer { box.removeSample() }
    let options = MainActor.assumeIsolated { looks.terminalOptions }
    // The front end runs on the main actor, which is this thread: nothing is sent anywhere.
    nonisolated(unsafe) let stage = WatchedStage(session, box: box)
    nonisolated(unsafe) let record = { box.record?.changeDescriptor }
    let ending: Ending
    do {
      ending = try MainActor.assumeIsolated {
        try TerminalApp.run(stage: stage, options: options, recordDescriptor: record)
      }
    } catch let problem as TerminalProblem {
      throw CommandFailure.couldNot(TerminalWords.sentence(problem))
    }
    box.record?.close()
    box.removeSample()
    if ending == .lock, locksAgain { try lockAgain() }
  }

  private static func lockAgain() throws {
    var arguments = CommandLine.arguments.map { unsafe strdup($0) }
    arguments.append(nil)
    let failed = unsafe mainstay_exec_self(arguments, nil)
    // Memory could not be replaced: ending is the only way left to be rid of it.
    throw CommandFailure.couldNot(
      "The program could not restart locked (error \(failed)); it ended."
    )
  }
}

/// The record that a screen has open, once it has.
final class RecordBox {
  var record: OpenRecord?
  /// Set where the record is a sample: its folder goes when the screen does.
  var temporaryFolder: String?

  func removeSample() {
    guard let folder = temporaryFolder else { return }
    temporaryFolder = nil
    Sample.remove(folder)
  }
}
