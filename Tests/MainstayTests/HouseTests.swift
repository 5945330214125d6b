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

  @Test("A trap's message never says a value")
  func traps() throws {
    for file in Self.files(under: "Sources") {
      let text = try String(contentsOf: file, encoding: .utf8)
      let trap =
        #/(preconditionFailure|fatalError|precondition|assert|assertionFailure)\([^\n]*\\\(/#
      #expect(text.firstMatch(of: trap) == nil, "\(file.lastPathComponent)")
    }
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
