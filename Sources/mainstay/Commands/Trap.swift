#if DEBUG
import ArgumentParser
import Casework
import TerminalUI

/// Dies on the screen, so that tests can see what a crash leaves behind.
///
/// Debug builds only.
struct Trap: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "_trap", shouldDisplay: false)

  @Argument var death: String
  @OptionGroup var looks: LookOptions

  mutating func run() throws {
    guard let death = Rehearsal.Death(rawValue: death) else {
      throw ValidationError(
        "dies of: " + Rehearsal.Death.allCases.map(\.rawValue).joined(separator: ", ")
      )
    }
    let options = MainActor.assumeIsolated { looks.terminalOptions }
    _ = try MainActor.assumeIsolated {
      try TerminalApp.run(
        stage: Rehearsal(death, showing: "Canary Zebrafinch K99"),
        options: options
      )
    }
  }
}
#endif
