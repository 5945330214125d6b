import ArgumentParser
import Casework
import Foundation
import Vault
import ViewModels

/// A fictional caseload on the real store.
struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Open a fictional caseload in a throwaway record.",
    discussion: "Fourteen children who do not exist, with dates around today. The record is a real "
      + "one, in a folder that is removed at the end unless --vault names one."
  )

  @Option(help: "So many children instead of the fourteen.")
  var children: Int?

  @Option(help: "So many notes.")
  var notes: Int?

  @Option(help: "Another caseload for each number.")
  var seed: UInt64 = 1

  @ArgumentParser.Flag(
    name: .customLong("no-open"),
    help: "Make it and print its passphrase; do not open it."
  )
  var isNotOpened = false

  @OptionGroup var options: RecordOptions
  @OptionGroup var looks: LookOptions

  func validate() throws {
    if isNotOpened, options.vault == nil {
      throw ValidationError("--no-open goes with --vault: there would be nothing to open")
    }
    if let children, !(1...3000).contains(children) {
      throw ValidationError("--children takes 1 to 3000")
    }
    if let notes, !(0...1_000_000).contains(notes) {
      throw ValidationError("--notes takes 0 to 1000000")
    }
  }

  mutating func run() throws {
    let size = Sample.Size(children: children, notes: notes, seed: seed)
    if let folder = options.vault {
      let made = try Sample.make(in: folder, size)
      if isNotOpened {
        made.record.close()
        return Output.line(made.passphrase)
      }
      return try show(made.record, removing: nil)
    }
    let folder = try Sample.temporaryFolder()
    let made = try Sample.make(in: folder, size)
    try show(made.record, removing: folder)
  }

  private func show(_ record: OpenRecord, removing folder: String?) throws {
    let box = RecordBox()
    box.record = record
    box.temporaryFolder = folder
    let access = Desk.access(record, who: DemoCaseload.guardian, label: "sample caseload")
    let session = Session(
      access: access,
      settings: Session.Settings(lockMinutes: nil),
      clock: { Live.now() },
      unsaved: Messages.unsaved
    )
    try Desk.show(session, looks: looks, box: box, locksAgain: false)
  }
}
