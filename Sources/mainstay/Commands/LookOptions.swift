import ArgumentParser
import Foundation
import TerminalUI

/// How the screen looks; what is not given comes from the settings.
struct LookOptions: ParsableArguments {
  @Option(help: "A theme's name, or the path of its file.")
  var theme: String?

  @Option(
    help: "Colours: \(TerminalOptions.Colour.allCases.map(\.rawValue).joined(separator: ", "))."
  )
  var color: String?

  @Option(
    help: "Signs: \(TerminalOptions.Glyphs.allCases.map(\.rawValue).joined(separator: ", "))."
  )
  var glyphs: String?

  /// All of it as the settings say.
  static var fromSettings: LookOptions {
    var looks = LookOptions()
    (looks.theme, looks.color, looks.glyphs) = (nil, nil, nil)
    return looks
  }

  func validate() throws {
    if let color, TerminalOptions.Colour(rawValue: color) == nil {
      throw ValidationError("--color takes auto, none, 16 or 256")
    }
    if let glyphs, TerminalOptions.Glyphs(rawValue: glyphs) == nil {
      throw ValidationError("--glyphs takes auto, unicode or ascii")
    }
  }

  /// For the front end; what is wrong with a theme is said on stderr and never stops the program.
  @MainActor var terminalOptions: TerminalOptions {
    let environment = ProcessInfo.processInfo.environment
    let settings = Settings.current
    for warning in settings.warnings { Output.error("mainstay: " + warning) }
    let shelf = ThemeShelf(environment: environment, executable: CommandLine.arguments.first ?? "")
    let (theme, problems) = shelf.theme(named: theme ?? settings.theme ?? ThemeShelf.standard)
    for problem in problems { Output.error("mainstay: \(problem)") }
    return TerminalOptions(
      theme: theme,
      colour: (color ?? settings.color).flatMap(TerminalOptions.Colour.init) ?? .auto,
      glyphs: (glyphs ?? settings.glyphs).flatMap(TerminalOptions.Glyphs.init) ?? .auto,
      environment: environment
    )
  }
}
