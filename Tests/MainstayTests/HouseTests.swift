import Foundation
import Testing

@Suite("The house")
struct HouseTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// What each module of ours may import (Architecture, "The picture").
  private static let law: [String: Set<String>] = [
    "Casework": [],
    "ViewModels": ["Casework"],
    "Vault": ["Casework", "CHardening"],
    "TerminalUI": ["ViewModels", "CNcurses"],
    "mainstay": ["Casework", "ViewModels", "Vault", "TerminalUI", "CHardening"],
  ]

  private static func files(under folder: String) -> [URL] {
    let base = root.appendingPathComponent(folder)
    let found = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
  }

  @Test("A module imports only what stands below it", arguments: law.keys.sorted())
  func imports(module: String) throws {
    let ours = Set(Self.law.keys).union(["CNcurses", "CHardening"])
    let files = Self.files(under: "Sources/\(module)")
    #expect(!files.isEmpty)
    for file in files {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /(?m)^\s*(?:\w+\s+)?import\s+(?:\w+\s+)?(\w+)/) {
        let name = String(match.output.1)
        let isAllowed = !ours.contains(name) || Self.law[module, default: []].contains(name)
        #expect(isAllowed, "\(file.lastPathComponent) imports \(name)")
      }
    }
  }

  @Test("The clock is read in one file")
  func clock() throws {
    let readers = try Self.files(under: "Sources").filter {
      let text = try String(contentsOf: $0, encoding: .utf8)
      return text.contains(/\bDate\(\)|Date\.now|clock_gettime/)
    }
    #expect(readers.map(\.lastPathComponent) == ["Live.swift"])
  }

  @Test("Only one file calls curses, and one the file system")
  func doors() throws {
    let curses = try Self.files(under: "Sources").filter {
      try String(contentsOf: $0, encoding: .utf8).contains(/(?m)^\s*(?:\w+\s+)?import CNcurses/)
    }
    #expect(curses.map(\.lastPathComponent) == ["Curses.swift"])
    let disk = try Self.files(under: "Sources/Vault").filter {
      try String(contentsOf: $0, encoding: .utf8).contains(/FileManager|\bfdatasync\(|Glibc/)
    }
    #expect(disk.map(\.lastPathComponent) == ["RealDisk.swift"])
  }

  /// What stands between the parentheses of each call of these names, over as many lines as it takes.
  private static func calls(of names: String, in text: String) throws -> [Substring] {
    try text.matches(of: Regex("\\b(?:" + names + ")\\(")).map { match in
      var depth = 1
      let from = match.range.upperBound
      let end = text[from...].firstIndex { character in
        if character == "(" { depth += 1 } else if character == ")" { depth -= 1 }
        return depth == 0
      }
      return text[from..<(end ?? text.endIndex)]
    }
  }

  private static let traps =
    "preconditionFailure|fatalError|precondition|assert|assertionFailure|debugPrecondition"

  @Test("A trap's message never says a value")
  func traps() throws {
    for file in Self.files(under: "Sources") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for call in try Self.calls(of: Self.traps, in: text) {
        #expect(!call.contains("\\("), "\(file.lastPathComponent): \(call)")
      }
    }
    // The reader of calls must be able to see one.
    let wrong = "precondition(\n  isKept(note),\n  \"lost \\(note)\"\n)"
    #expect(try Self.calls(of: Self.traps, in: wrong).first?.contains("\\(") == true)
  }

  @Test("Nothing is logged: what is said goes to the screen, or through one of three printers")
  func logs() throws {
    let printers: Set = ["Curses.swift", "Output.swift", "TerminalPrompt.swift"]
    for file in Self.files(under: "Sources") where !printers.contains(file.lastPathComponent) {
      let text = try String(contentsOf: file, encoding: .utf8)
      let log =
        #/\b(?:print|debugPrint|dump|NSLog|os_log|syslog|fputs|perror|puts|Logger|OSLog)\(|STD(?:OUT|ERR)_FILENO|standardError\b|standardOutput\b/#
      #expect(text.firstMatch(of: log) == nil, "\(file.lastPathComponent)")
    }
    for folder in ["CHardening", "CNcurses"] {
      let base = Self.root.appendingPathComponent("Sources/" + folder)
      let files = try FileManager.default.contentsOfDirectory(
        at: base,
        includingPropertiesForKeys: nil
      )
      for file in files where file.pathExtension == "c" {
        let text = try String(contentsOf: file, encoding: .utf8)
        let log = #/\b(?:v?f?printf|v?dprintf|f?puts|perror|v?syslog)\(/#
        #expect(text.firstMatch(of: log) == nil, "\(file.lastPathComponent)")
      }
    }
  }

  @Test("The window's title is one word that never changes, and the process keeps its name")
  func title() throws {
    var titles: [String] = []
    for file in Self.files(under: "Sources") {
      let text = try String(contentsOf: file, encoding: .utf8)
      // OSC 0, 1 and 2 set a title; 52 would fill the clipboard.
      titles += text.matches(of: #/\][012];|\]52;/#).map { _ in file.lastPathComponent }
      let name =
        #/PR_SET_NAME|setproctitle|pthread_setname|Thread\.current\.name|\b(?:setenv|putenv)\(/#
      // One variable is left for the process that this one becomes when it locks: a fixed sign.
      let allowed = file.lastPathComponent == "Live.swift" ? ["setenv("] : []
      let found = text.matches(of: name).map { String($0.output) }
      #expect(found == allowed, "\(file.lastPathComponent)")
      let left = text.matches(of: #/leaveEnvironment\(.*\)/#).map { String($0.output) }
        .filter { !$0.contains("_ name") }
      #expect(
        left.allSatisfy { $0 == "leaveEnvironment(Self.lockedBecause, \"1\")" },
        "\(file.lastPathComponent)"
      )
    }
    #expect(titles == ["Curses.swift"])
    let app = try String(
      contentsOf: Self.root.appendingPathComponent("Sources/TerminalUI/TerminalApp.swift"),
      encoding: .utf8
    )
    let given = app.matches(of: #/title: ([^\n]*)/#).map { String($0.output.1) }
    #expect(given == ["Self.hasTitle(name) ? \"Mainstay\" : nil"])
  }

  @Test("The top level holds nothing else")
  func topLevel() throws {
    let allowed: Set<String> = ["Package.swift", "README.md", "Sources", "Tests", "themes"]
    let there = try FileManager.default.contentsOfDirectory(atPath: Self.root.path)
      .filter { !$0.hasPrefix(".") && $0 != "Package.resolved" }
    #expect(Set(there) == allowed)
  }

  @Test("The README names every command's first words and both lines that start and test it")
  func readme() throws {
    let readme = try String(
      contentsOf: Self.root.appendingPathComponent("README.md"),
      encoding: .utf8
    )
    for word in ["swift run mainstay demo", "bash .ci/run", "Casework", "CHardening", "import law"]
    {
      #expect(readme.contains(word), "\(word)")
    }
  }
}
