import ViewModels

@testable import TerminalUI

/// What the terminal sends, and what is shown on it.
extension Inlet {
  /// Keys as bytes.
  static let keySequence = Inlet(
    "key-sequence",
    words: [
      "\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}]", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}[M", ";", ":",
      "\u{1B}\\", "\u{7}", "27;5;106~", "106;5u", "1;1:3A", "999999999999999999999u", "[[A",
    ],
    seeds: {
      [
        "jk\r\n\t\u{7F}\u{1}", "\u{1B}[A\u{1B}OB\u{1B}[1;5A\u{1B}[3~", "\u{1B}x\u{1B}đ",
        "\u{1B}[200~pasted\u{1B}[31m text\u{1B}[201~j", "\u{1B}]11;rgb:0/0/0\u{7}q",
        "\u{1B}[27;5;106~\u{1B}[106;5u", "\u{1B}[M !!", "đ👩‍👩‍👧\u{1B}P1$r\u{1B}\\",
      ].map { Array($0.utf8) } + [
        [0xF0, 0x9F, 0x98], [0xFF, 0xC3, 0x1B, 0x5B], [0xED, 0xA0, 0x80],
      ]
    },
    check: { bytes in
      var whole = KeyDecoder()
      let keys = whole.feed(bytes) + whole.runOut()
      if whole.patience != nil { return "it still waits" }
      var slow = KeyDecoder()
      var oneByOne: [Key] = []
      for byte in bytes { oneByOne += slow.feed([byte]) }
      if oneByOne + slow.runOut() != keys { return "other keys, a byte at a time" }
      if keys.count > bytes.count + 1 { return "more keys than bytes" }
      for key in keys {
        switch key {
        case .character(let character):
          if character.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
          {
            return "a control as a character"
          }
        case .paste(let text):
          if text.contains("\u{1B}[201~") { return "a paste that holds its end" }
        default: break
        }
      }
      return nil
    }
  )

  /// Received text on its way to the screen; the first byte says how many columns there are.
  static let displayText = Inlet(
    "display-text",
    words: [
      "\u{1B}[31m", "\u{9B}", "\u{202E}", "\u{2066}", "\u{200D}", "\u{200C}", "\u{301}", "\u{FEFF}",
      "\u{E0041}", "\u{E000}", "\u{F0000}", "👩‍👩‍👧", "漢字", "。", "각", "\r\n", "\t", "ि", "\u{AD}",
    ],
    seeds: {
      [
        "plain text of two words", "Đức said “vâng”\nsecond line\twith a tab", "يوسف \u{202E}abc",
        "a\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}", "漢字。仮名、",
        "\u{1B}]0;title\u{7}\u{9B}2J", "👩‍👩‍👧👨🏽‍🚀 x", "\u{200D}\u{301}", "a\r\nb\rc\u{2028}d",
      ].flatMap { text in [[20] + Array(text.utf8), [1] + Array(text.utf8)] }
    },
    check: { input in
      let columns = Int(input.first ?? 10) % 80
      let received = String(decoding: input.dropFirst(), as: UTF8.self)
      let shown = DisplayText(received)
      for scalar in shown.prose.unicodeScalars where isForbidden(scalar) {
        return "U+\(String(scalar.value, radix: 16)) got through"
      }
      if shown.line.contains(where: { $0 == "\n" || $0 == "\t" }) { return "a line end in a line" }
      if DisplayText(shown.prose).prose != shown.prose { return "made twice it is otherwise" }
      return fault(ofFitting: shown, in: columns)
    }
  )

  private static func fault(ofFitting shown: DisplayText, in columns: Int) -> String? {
    if Columns.of(Columns.truncated(shown.line, to: columns)) > columns { return "truncated wider" }
    if Columns.of(Columns.prefix(shown.line, columns: columns)) > columns { return "prefix wider" }
    if Columns.of(Columns.suffix(shown.line, columns: columns)) > columns { return "suffix wider" }
    for alignment in [Columns.Alignment.left, .right, .center] {
      let width = Columns.of(Columns.fitted(shown.line, to: columns, alignment))
      if width != columns { return "fitted to \(width) of \(columns)" }
    }
    for indent in [0, 3] {
      let lines = Columns.wrapped(shown.prose, to: columns, indent: indent)
      if lines.isEmpty { return "no line" }
      for line in lines where Columns.of(line) > max(1, columns) { return "a line too wide" }
    }
    return nil
  }

  /// Written out again from the design (vault.md §3 U), not taken from the code that is tried.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value == 0x0A || value == 0x09 { return false }
    let ranges: [ClosedRange<UInt32>] = [
      0...0x1F, 0x7F...0x9F, 0x61C...0x61C, 0x200B...0x200B, 0x200E...0x200F, 0x2028...0x202E,
      0x2060...0x2069, 0xFEFF...0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F, 0xFDD0...0xFDEF,
      0xE000...0xF8FF, 0xF0000...0x10FFFF,
    ]
    return ranges.contains { $0.contains(value) } || value & 0xFFFE == 0xFFFE
  }

  private static let tomlWords = [
    "[styles]\n", "[palette]\n", "[glyphs]\n", "name = ", "inherits = ", "fg = ", "bg = ",
    "mods = ",
    "ansi = ", "mono = ", "\"#ff875f\"", "[\"bold\"]", "\"now.missing\"", "{ ", " }", "'''",
    "\"\"\"",
    "1979-05-27T07:32:00-08:00", "0x7fffffffffffffff", "inf", "nan", "\\u0000", "[[a]]",
    "a.b.c = 1",
    "lock", "minutes = ", "theme = ", "\n",
  ]

  /// A theme's file.
  static let theme = Inlet(
    text: "theme",
    words: tomlWords,
    seeds: [
      "name = \"mine\"\ninherits = \"base-dark\"\n[palette]\nink = \"#ff875f\"\n[styles]\n"
        + "text = { fg = \"ink\", mods = [\"bold\"] }\n\"now.missing\" = { fg = \"inkk\" }\n",
      "[styles.now]\nfg = \"#000000\"\n[styles.now.missing]\nansi = { fg = \"red\", x = 1 }\n",
      "[glyphs]\n\"●\" = \"*\"\n\"ab\" = \"*\"\n", "name = 3\nx = [1, 2", "\u{FEFF}name = \"é\"\n",
      "name = \"a\\u0000b\"\n",
    ],
    check: { text in
      var reader = ThemeReader(file: "t.toml", text: text)
      guard let sheet = reader.sheet(text) else {
        return reader.problems.isEmpty ? "refused without a reason" : nil
      }
      if let styles = sheet.styles { _ = reader.looks(styles, palette: sheet.palette) }
      let lines = text.unicodeScalars.count { $0 == "\n" } + 1
      for problem in reader.problems {
        if let line = problem.line, !(1...lines).contains(line) {
          return "a line that is not there"
        }
        if problem.description.isEmpty { return "nothing said" }
      }
      return nil
    }
  )

  /// The settings file.
  static let settings = Inlet(
    text: "settings",
    longest: 1024,
    words: tomlWords,
    seeds: [
      "theme = \"base-dark\"\nglyphs = \"ascii\"\ncolor = \"256\"\n[lock]\nminutes = 5\n",
      "lock = 3",
      "[lock]\nminutes = 99999999999\n", "vault = \"/x\"\nunknown = 1\n", "lock.minutes = 15\n",
      "[",
    ],
    check: { text in
      let settings = Settings(text)
      return (1...15).contains(settings.lockMinutes) ? nil : "it would never lock"
    }
  )
}
