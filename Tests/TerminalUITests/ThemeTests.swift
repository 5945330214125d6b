import Foundation
import Testing
import ViewModels

@testable import TerminalUI

@MainActor
@Suite("Themes are read whole, and what is wrong in them is told")
struct ThemeTests {
  private let shelf = ThemeShelf(folders: [])

  @Test("Every tone has a look in every theme that comes with the program", arguments: builtIn)
  func everyTone(name: String) {
    let (theme, problems) = shelf.theme(named: name)
    #expect(problems == [])
    #expect(theme.name == name)
    for tone in Tone.allCases { #expect(theme.declared(tone.rawValue) != nil, "\(tone)") }
  }

  /// Drawn, not read: 3 is enough for them.
  private static let drawn: Set<Tone> = [
    .border, .lanePlacementSafe, .lanePlacementUnsure, .lanePlacementUnsuitable, .laneMissing,
    .laneDecision, .laneSeen, .laneGap,
  ]

  @Test(
    "Text can be read on the page and on the selection, in the colours really sent",
    arguments: ["base-dark", "base-light"]
  )
  func contrast(name: String) throws {
    let theme = shelf.theme(named: name).theme
    for tone in Tone.allCases {
      for selected in [false, true] {
        let paint = Paint(tone, selected: selected, strong: false, theme: theme, depth: .full)
        let ink = Colour.shown(try #require(paint.foreground))
        let ground = Colour.shown(try #require(paint.background))
        if selected, tone == .border { continue }  // a rule is never on a selected row
        let least = Self.drawn.contains(tone) ? 3.0 : 4.5
        #expect(ink.contrast(with: ground) >= least, "\(tone) selected: \(selected)")
      }
    }
  }

  @Test("The selection is seen in every depth", arguments: builtIn)
  func selectionIsSeen(name: String) {
    let theme = shelf.theme(named: name).theme
    for depth in [ColourDepth.none, .sixteen(available: 8), .sixteen(available: 16), .full] {
      for tone in Tone.allCases where tone != .selection {
        let plain = Paint(tone, selected: false, strong: false, theme: theme, depth: depth)
        let on = Paint(tone, selected: true, strong: false, theme: theme, depth: depth)
        #expect(on.background != plain.background || on.modifiers.contains(.reverse), "\(tone)")
      }
    }
  }

  @Test("Without colours nothing asks for one, and what cannot wait still stands out")
  func withoutColours() {
    for name in builtIn {
      let theme = shelf.theme(named: name).theme
      for tone in Tone.allCases {
        let paint = Paint(tone, selected: true, strong: true, theme: theme, depth: .none)
        #expect(paint.foreground == nil && paint.background == nil)
      }
      for tone in [Tone.nowMissing, .nowDanger, .flagUrgent, .entryProblem] {
        let paint = Paint(tone, selected: false, strong: false, theme: theme, depth: .none)
        #expect(paint.modifiers.contains(.bold), "\(name) \(tone)")
      }
    }
  }

  @Test("How many colours: what was asked for, then NO_COLOR, then the terminal")
  func depth() {
    let no = ["NO_COLOR": "1"]
    #expect(ColourDepth(.auto, environment: [:], available: 256) == .full)
    #expect(ColourDepth(.auto, environment: [:], available: 88) == .sixteen(available: 16))
    #expect(ColourDepth(.auto, environment: [:], available: 8) == .sixteen(available: 8))
    #expect(ColourDepth(.auto, environment: [:], available: 0) == .none)
    #expect(ColourDepth(.auto, environment: no, available: 256) == .none)
    #expect(ColourDepth(.auto, environment: ["NO_COLOR": ""], available: 256) == .full)
    #expect(ColourDepth(.full, environment: no, available: 256) == .full)
    #expect(ColourDepth(.sixteen, environment: [:], available: 256) == .sixteen(available: 16))
    #expect(ColourDepth(.none, environment: [:], available: 256) == .none)
    #expect(ColourDepth(.full, environment: [:], available: 0) == .none)
  }

  @Test("The nearest of 256 colours, never one of the user's own sixteen")
  func nearest() throws {
    let cases = [
      ("#ff875f", 209), ("#1c1c1c", 234), ("#000000", 16), ("#ffffff", 231), ("#d7d7ff", 189),
      ("#5fafff", 75), ("#fe8860", 209), ("#1d1c1c", 234), ("#808080", 244),
    ]
    for (hex, index) in cases { #expect(try #require(Colour(hex: hex)).nearestOf256 == index) }
    for hex in ["ff875f", "#ff875", "#gg875f", "#ff875f0", "", "#+12345"] {
      #expect(Colour(hex: hex) == nil)
    }
    let white = try #require(Colour(hex: "#ffffff"))
    let black = try #require(Colour(hex: "#000000"))
    #expect(abs(white.contrast(with: black) - 21) < 0.001)
  }
}

@MainActor
@Suite("A theme of one's own")
struct OwnThemeTests {
  private func read(_ text: String, named name: String = "mine") throws
    -> (theme: Theme, problems: [ThemeProblem])
  {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "mainstay-themes-\(ProcessInfo.processInfo.globallyUniqueString)"
    )
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(text.utf8).write(to: folder.appendingPathComponent(name + ".toml"))
    return ThemeShelf(folders: [folder.path]).theme(named: name)
  }

  @Test("Changing one colour of a theme takes three lines")
  func inherits() throws {
    let (theme, problems) = try read(
      """
      inherits = "base-dark"
      [palette]
      coral = "#ff8787"
      """
    )
    #expect(problems == [])
    #expect(theme.look(.nowMissing).foreground == Colour(hex: "#ff8787"))
    #expect(theme.look(.text).background == Colour(hex: "#1c1c1c"))
  }

  @Test("A bad key is named with its file, line and key, and the rest is used")
  func badKeys() throws {
    let (theme, problems) = try read(
      """
      inherits = "base-dark"
      shape = "round"
      [palette]
      ink = "#12345"
      [styles]
      text = { fg = "#eeeeee" }
      "now.missing" = { fg = "crimson" }
      nonsense = { fg = "ink" }
      quiet = { mods = ["bold", "blinking"], ansi = { fg = "pink" } }
      [glyphs]
      "▲" = "陳"
      """
    )
    let found = Set(problems.map { "\($0.line ?? 0) \($0.key ?? "")" })
    #expect(
      found == [
        "2 shape", "4 palette.ink", "7 styles.\"now.missing\".fg", "8 styles.nonsense",
        "9 styles.quiet.mods", "9 styles.quiet.ansi.fg", "11 glyphs.▲",
      ]
    )
    #expect(problems.allSatisfy { $0.file.hasSuffix("/mine.toml") })
    #expect(problems.first { $0.line == 7 }?.description.contains("mine.toml:7: styles.") == true)
    #expect(theme.look(.text).foreground == Colour(hex: "#eeeeee"))
    #expect(theme.look(.quiet).modifiers == .bold)
  }

  @Test("Styles may be written as tables in tables")
  func nestedTables() throws {
    let (theme, problems) = try read(
      """
      [styles.text]
      fg = "#eeeeee"
      bg = "#000000"
      [styles.now]
      mods = ["bold"]
      [styles.now.missing]
      fg = "#ff8787"
      """
    )
    #expect(problems == [])
    #expect(theme.look(.nowMissing).foreground == Colour(hex: "#ff8787"))
    #expect(theme.look(.nowLimit).modifiers == .bold)
    #expect(theme.look(.promise) == theme.look(.text))
  }

  @Test("A file that is no TOML falls back to the built-in and names the line")
  func notTOML() throws {
    let (theme, problems) = try read("name = \"mine\"\n[styles\ntext = 1\n")
    #expect(theme.name == "base-dark")
    #expect(problems.map(\.line) == [2])
    for text in ["", "name = \"mine\"", "\u{0}\u{1}\u{2}", "inherits = \"nobody\""] {
      let (theme, problems) = try read(text)
      #expect(theme.declared("text") != nil)
      #expect(!problems.isEmpty)
    }
  }

  @Test("A theme that nobody has, and themes that inherit from each other, fall back")
  func unknown() throws {
    let (theme, problems) = ThemeShelf(folders: []).theme(named: "nobody")
    #expect(theme.name == "base-dark")
    #expect(problems.count == 1)
    let circle = try read("inherits = \"mine\"\n[styles]\ntext = {}\n")
    #expect(circle.problems.contains { $0.key == "inherits" })
  }

  @Test("One's own file goes before the built-in of that name; all names are listed")
  func shelf() throws {
    let own = try read("[styles]\ntext = { fg = \"#eeeeee\" }\n", named: "mono")
    #expect(own.theme.look(.text).foreground == Colour(hex: "#eeeeee"))
    #expect(ThemeShelf(folders: []).names() == builtIn.sorted())
    let shelf = ThemeShelf(environment: ["HOME": "/home/ada"], executable: "/opt/m/bin/mainstay")
    #expect(
      shelf.folders == ["/home/ada/.config/mainstay/themes", "/opt/m/share/mainstay/themes"]
    )
  }
}

private let builtIn = ["base-dark", "base-light", "mono"]
