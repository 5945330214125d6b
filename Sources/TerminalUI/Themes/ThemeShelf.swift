import Foundation

/// Where themes are found, and the three that are in the program itself.
///
/// A theme that is wrong never keeps the program from starting: what is right in it is used, the rest
/// comes from what it inherits or from the built-in, and every problem is told.
public struct ThemeShelf {
  /// Folders that are looked through, first to last.
  public let folders: [String]

  /// The theme of those who never chose one.
  public static let standard = "base-dark"

  /// Makes a shelf of folders.
  public init(folders: [String]) { self.folders = folders }

  /// The user's folder, then the installation's: `<prefix>/bin/mainstay` has `<prefix>/share/mainstay/themes`.
  ///
  /// - Parameters:
  ///   - environment: The process's environment.
  ///   - executable: The path of the program.
  public init(environment: [String: String], executable: String) {
    var folders: [String] = []
    if let config = environment["XDG_CONFIG_HOME"], config.hasPrefix("/") {
      folders.append(config + "/mainstay/themes")
    } else if let home = environment["HOME"], !home.isEmpty {
      folders.append(home + "/.config/mainstay/themes")
    }
    let prefix = URL(fileURLWithPath: executable).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().path
    folders.append(prefix + "/share/mainstay/themes")
    self.init(folders: folders)
  }

  /// Names of all themes, each once, in alphabetical order.
  public func names() -> [String] {
    var names = Set(Self.builtIn.keys)
    for folder in folders {
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for file in files where file.hasSuffix(".toml") { names.insert(String(file.dropLast(5))) }
    }
    return names.sorted()
  }

  /// A theme by name, or by path where the name has a slash or ends in `.toml`.
  ///
  /// - Parameter name: As given to `--theme`.
  /// - Returns: The theme, whole whatever is wrong with its file, and everything that is.
  public func theme(named name: String = standard) -> (theme: Theme, problems: [ThemeProblem]) {
    var problems: [ThemeProblem] = []
    if let theme = build(name, problems: &problems) { return (theme, problems) }
    var ignored: [ThemeProblem] = []
    let fallback = build(Self.standard, builtInOnly: true, problems: &ignored)
    return (fallback ?? Theme(name: Self.standard, looks: [:]), problems)
  }

  // MARK: - Building

  /// A file and what it inherits: the palette is put together first, so that a theme can change the colours
  /// of the styles it inherits by naming them anew.
  private func build(
    _ name: String,
    builtInOnly: Bool = false,
    problems: inout [ThemeProblem]
  ) -> Theme? {
    guard let chain = chain(name, builtInOnly: builtInOnly, problems: &problems) else { return nil }
    var palette: [String: Colour] = [:]
    for link in chain.reversed() { palette.merge(link.sheet.palette) { $1 } }
    var theme = Theme(name: chain[0].sheet.name ?? name, looks: [:])
    for (position, link) in chain.enumerated().reversed() {
      guard let styles = link.sheet.styles else { continue }
      var reader = link.reader
      let before = reader.problems.count
      theme.looks.merge(reader.looks(styles, palette: palette)) { $1 }
      theme.asciiTwins.merge(link.sheet.glyphs) { $1 }
      // An inherited file's own problems are its own.
      if position == 0 { problems += reader.problems.dropFirst(before) }
    }
    if chain.count == 1, theme.declared("text") == nil, !builtInOnly {
      problems.append(ThemeProblem(file: chain[0].file, key: "styles.text", what: "is missing"))
      return nil
    }
    return theme
  }

  private struct Link {
    var file: String
    var reader: ThemeReader
    var sheet: ThemeReader.Sheet
  }

  /// The file of that name and those it inherits from, itself first.
  private func chain(_ name: String, builtInOnly: Bool, problems: inout [ThemeProblem]) -> [Link]? {
    var chain: [Link] = []
    var next: String? = name
    while let name = next {
      guard let (file, text) = source(name, builtInOnly: builtInOnly) else {
        let inheriting = chain.last?.file
        problems.append(
          ThemeProblem(
            file: inheriting ?? name,
            key: inheriting == nil ? nil : "inherits",
            what: "no theme is called \"\(name)\""
          )
        )
        break
      }
      if chain.contains(where: { $0.file == file }) {
        problems.append(
          ThemeProblem(file: file, key: "inherits", what: "the themes inherit from each other")
        )
        break
      }
      var reader = ThemeReader(file: file, text: text)
      let sheet = reader.sheet(text)
      problems += reader.problems
      guard let sheet else { break }
      chain.append(Link(file: file, reader: reader, sheet: sheet))
      next = sheet.inherits
    }
    return chain.isEmpty ? nil : chain
  }

  /// A theme's file and its text.
  private func source(_ name: String, builtInOnly: Bool) -> (file: String, text: String)? {
    if !builtInOnly {
      let isPath = name.contains("/") || name.hasSuffix(".toml")
      for path in isPath ? [name] : folders.map({ $0 + "/" + name + ".toml" }) {
        guard let data = FileManager.default.contents(atPath: path) else { continue }
        return (path, String(decoding: data, as: UTF8.self))
      }
    }
    guard let bytes = Self.builtIn[name] else { return nil }
    return (name + ".toml (built in)", String(decoding: bytes, as: UTF8.self))
  }

  private static let builtIn: [String: [UInt8]] = [
    "base-dark": PackageResources.base_dark_toml,
    "base-light": PackageResources.base_light_toml,
    "mono": PackageResources.mono_toml,
  ]
}
