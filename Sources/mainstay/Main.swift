import ArgumentParser
import CHardening
import Glibc

@main
enum Main {
  /// The first statement hardens the process: a crash before it could print memory.
  static func main() {
    let hardened = mainstay_harden()
    if hardened != 0 {
      Output.error(
        "This system refused a protection (error \(hardened)); stopped before anything was read."
      )
      exit(Failure.Status.couldNot.rawValue)
    }
    // A full pipe's reader that went away, a file size limit: errors of the call, not of the process.
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
    do {
      var command = try Mainstay.parseAsRoot()
      try command.run()
      if let status = Output.statusOfPrinting() { exit(status) }
      if RecordAccess.opened == .damaged { exit(Failure.Status.damaged.rawValue) }
    } catch {
      exit(Output.end(with: error))
    }
  }
}

/// The command without a subcommand opens the desk itself.
struct Mainstay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mainstay",
    abstract: "The working desk of one child's guardian, on an encrypted record of its own.",
    discussion: """
      Without a subcommand it opens the screen. It is not an emergency channel: if a child is \
      missing, call the police first.
      """,
    subcommands: subcommands,
    defaultSubcommand: Desk.self
  )

  static var subcommands: [any ParsableCommand.Type] {
    var all: [any ParsableCommand.Type] = [
      Desk.self, Init.self, Demo.self, Note.self, TodayCommand.self, ChildCommand.self,
      TimelineCommand.self, FlagsCommand.self, DueCommand.self, SearchCommand.self, Verify.self,
      ImportCommand.self, ExportCommand.self, Keys.self,
    ]
    #if DEBUG
    all.append(Trap.self)
    #endif
    return all
  }
}
