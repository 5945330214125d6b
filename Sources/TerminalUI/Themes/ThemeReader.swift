import TOMLKit
import ViewModels

/// What is wrong with a theme's file, and where.
public nonisolated struct ThemeProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file's name.
  public var file: String
  /// Its line, from 1; nil where the whole file is meant.
  public var line: Int?
  /// The key that is wrong: `styles."now.missing".fg`.
  public var key: String?
  /// What is wrong with it.
  public var what: String

  /// `themes/mine.toml:12: styles.text.fg: no colour is called "inkk"`.
  public var description: String {
    var text = file
    if let line { text += ":\(line)" }
    if let key { text += ": \(key)" }
    return text + ": " + what
  }
}

/// Reads one theme's TOML and finds everything that is wrong with it, not only the first.
nonisolated struct ThemeReader {
  private let file: String
  /// The line on which a section's key begins, and that of each section's header.
  private var places: [[String]: Int] = [:]
  private var headers: [String: Int] = [:]
  private(set) var problems: [ThemeProblem] = []
  private var palette: [String: Colour]

  /// What one file says, before what it inherits is put under it.
  struct Sheet {
    var name: String?
    var inherits: String?
    var palette: [String: Colour]
    /// Looks with colours by name resolved later, against the final palette.
    var styles: TOMLTable?
    var glyphs: [Character: Character] = [:]
  }

  init(file: String, text: String, palette: [String: Colour] = [:]) {
    self.file = file
    self.palette = palette
    find(text)
  }

  /// Reads everything but the styles.
  mutating func sheet(_ text: String) -> Sheet? {
    let table: TOMLTable
    do {
      try TOMLText.check(text)
      table = try TOMLTable(string: text)
    } catch let fault as TOMLText.Fault {
      problems.append(ThemeProblem(file: file, line: fault.line, what: fault.what))
      return nil
    } catch let error as TOMLParseError {
      problems.append(
        ThemeProblem(file: file, line: error.source.begin.line, what: error.description)
      )
      return nil
    } catch {
      problems.append(ThemeProblem(file: file, what: "cannot be read as TOML"))
      return nil
    }
    var sheet = Sheet(palette: [:])
    for key in table.keys {
      switch key {
      case "name": sheet.name = string(table[key], at: [key])
      case "inherits": sheet.inherits = string(table[key], at: [key])
      case "palette": sheet.palette = readPalette(table[key]?.table)
      case "styles": sheet.styles = subtable(table[key], at: [key])
      case "glyphs": sheet.glyphs = readGlyphs(table[key]?.table)
      default: complain([key], "is not known here (name, inherits, palette, styles, glyphs)")
      }
    }
    return sheet
  }

  private mutating func readPalette(_ table: TOMLTable?) -> [String: Colour] {
    var colours: [String: Colour] = [:]
    for key in table?.keys ?? [] {
      if let text = table?[key]?.string, let colour = Colour(hex: text) {
        colours[key] = colour
      } else {
        complain(["palette", key], "must be a colour such as \"#ff875f\"")
      }
    }
    return colours
  }

  private mutating func readGlyphs(_ table: TOMLTable?) -> [Character: Character] {
    var twins: [Character: Character] = [:]
    for key in table?.keys ?? [] {
      guard key.count == 1, let sign = key.first, let twin = table?[key]?.string, twin.count == 1,
        let ascii = twin.first, ascii.isASCII, Columns.of(ascii) == Columns.of(sign)
      else {
        complain(["glyphs", key], "one sign and one ASCII character of the same width")
        continue
      }
      twins[sign] = ascii
    }
    return twins
  }

  // MARK: - Styles

  /// Reads the styles against the palette; a key that is wrong is left out and told.
  mutating func looks(_ styles: TOMLTable, palette: [String: Colour]) -> [String: Look] {
    self.palette = palette
    var looks: [String: Look] = [:]
    collect(styles, name: "", into: &looks)
    return looks
  }

  private static let attributes: Set<String> = ["fg", "bg", "mods", "ansi", "mono"]
  private static let knownNames: Set<String> = {
    var names: Set<String> = []
    for tone in Tone.allCases {
      let parts = tone.rawValue.split(separator: ".")
      for count in 1...parts.count { names.insert(parts.prefix(count).joined(separator: ".")) }
    }
    return names
  }()

  /// A style may be written `"now.missing" = {…}` or as tables in tables; both are read.
  private mutating func collect(
    _ table: TOMLTable,
    name: String,
    into looks: inout [String: Look]
  ) {
    for key in table.keys where name.isEmpty || !Self.attributes.contains(key) {
      let full = name.isEmpty ? key : name + "." + key
      guard Self.knownNames.contains(full) else {
        complain(["styles", full], "no tone has this name")
        continue
      }
      guard let inner = subtable(table[key], at: ["styles", full]) else { continue }
      let hasLook = inner.isEmpty || inner.keys.contains { Self.attributes.contains($0) }
      if hasLook { looks[full] = look(inner, name: full) }
      collect(inner, name: full, into: &looks)
    }
  }

  private mutating func look(_ table: TOMLTable, name: String) -> Look {
    let path = ["styles", name]
    var look = Look()
    look.foreground = colour(table["fg"], at: path + ["fg"])
    look.background = colour(table["bg"], at: path + ["bg"])
    look.modifiers = modifiers(table["mods"], at: path + ["mods"]) ?? []
    look.monoModifiers = modifiers(table["mono"], at: path + ["mono"])
    if let value = table["ansi"], let ansi = subtable(value, at: path + ["ansi"]) {
      look.ansiForeground = ansiColour(ansi["fg"], at: path + ["ansi", "fg"])
      look.ansiBackground = ansiColour(ansi["bg"], at: path + ["ansi", "bg"])
      look.ansiModifiers = modifiers(ansi["mods"], at: path + ["ansi", "mods"])
      for key in ansi.keys where !["fg", "bg", "mods"].contains(key) {
        complain(path + ["ansi", key], "is not known here (fg, bg, mods)")
      }
    }
    return look
  }

  private mutating func colour(_ value: (any TOMLValueConvertible)?, at path: [String]) -> Colour? {
    guard let value else { return nil }
    guard let text = string(value, at: path) else { return nil }
    if let colour = Colour(hex: text) ?? palette[text] { return colour }
    complain(path, "no colour of the palette is called \"\(text)\"")
    return nil
  }

  private mutating func ansiColour(
    _ value: (any TOMLValueConvertible)?,
    at path: [String]
  ) -> Int? {
    guard let value, let text = string(value, at: path) else { return nil }
    if let index = Look.ansiNames.firstIndex(of: text) { return index }
    complain(path, "\"\(text)\" is none of the 16 colours (black … bright-white)")
    return nil
  }

  private mutating func modifiers(
    _ value: (any TOMLValueConvertible)?,
    at path: [String]
  ) -> Look.Modifiers? {
    guard let value else { return nil }
    guard let names = value.array else {
      complain(path, "must be a list such as [\"bold\"]")
      return nil
    }
    var all: Look.Modifiers = []
    for name in names {
      if let text = name.string, let modifier = Look.Modifiers.named[text] {
        all.insert(modifier)
      } else {
        complain(path, "knows bold, dim, italic, underline, reverse")
      }
    }
    return all
  }

  // MARK: - Where

  private mutating func string(_ value: (any TOMLValueConvertible)?, at path: [String]) -> String? {
    if let text = value?.string { return text }
    complain(path, "must be text in quotes")
    return nil
  }

  private mutating func subtable(
    _ value: (any TOMLValueConvertible)?,
    at path: [String]
  ) -> TOMLTable? {
    if let table = value?.table { return table }
    complain(path, "must be a table: { fg = \"…\" }")
    return nil
  }

  private mutating func complain(_ path: [String], _ what: String) {
    let key = path.map { $0.contains(".") ? "\"\($0)\"" : $0 }.joined(separator: ".")
    problems.append(ThemeProblem(file: file, line: line(of: path), key: key, what: what))
  }

  /// The line that holds a key: TOMLKit tells lines only of what is not TOML at all.
  ///
  /// Where the key is not found, the header of its section stands for it.
  private func line(of path: [String]) -> Int? {
    path.count > 1
      ? places[[path[0], path[1]]] ?? headers[path[0]] : places[["", path[0]]] ?? headers[path[0]]
  }

  /// Looks once where every section and every key of a section begins; themes are written one style
  /// to a line.
  private mutating func find(_ text: String) {
    var section = ""
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (index, line) in lines.enumerated() {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      if trimmed.hasPrefix("[") {
        section = String(trimmed.dropFirst().prefix { $0 != "]" }).filter { $0 != "\"" }
        headers[section] = index + 1
        let parts = section.split(separator: ".", maxSplits: 1)
        if parts.count == 2 { note(parts.map(String.init), index + 1) }
      } else if let equals = trimmed.firstIndex(of: "=") {
        let name = trimmed[..<equals].filter { $0 != "\"" && $0 != " " && $0 != "\t" && $0 != "'" }
        // `now.missing.fg` is also where `now.missing` and `now` are; names are not deeper than this.
        let parts = name.split(separator: ".", maxSplits: 4, omittingEmptySubsequences: false)
        for count in 1...max(1, parts.count) {
          note([section, parts.prefix(count).joined(separator: ".")], index + 1)
        }
      }
    }
  }

  private mutating func note(_ place: [String], _ line: Int) {
    if places[place] == nil { places[place] = line }
  }
}
