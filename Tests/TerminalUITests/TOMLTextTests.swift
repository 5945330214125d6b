import Testing

@testable import TerminalUI

@Suite("A mistyped file of settings or a theme")
struct TOMLTextTests {
  @Test(
    "A bracket that no name follows is told by its line before anything else reads the file",
    arguments: [
      ("[", 1), ("a = 1\n[=]\n", 2), ("\n\n  [ \t\n", 3), ("[[\n]]", 1), ("[é]", 1), ("[[ #", 1),
      ("\u{FEFF}[,", 1), ("[a]\r\n[\r\n", 2),
    ]
  )
  func broken(text: String, line: Int) {
    #expect(TOMLText.brokenHeader(in: text) == line)
    var reader = ThemeReader(file: "mine.toml", text: text)
    #expect(reader.sheet(text) == nil)
    #expect(
      reader.problems.map(\.description) == ["mine.toml:\(line): no name follows the bracket"]
    )
  }

  @Test(
    "Every header that can be one is left to the reader of TOML",
    arguments: ["[styles]", " [ \"now.missing\" ]\n", "[[a]]", "[]", "['x']", "a = [\n]\n", ""]
  )
  func whole(text: String) {
    #expect(TOMLText.brokenHeader(in: text) == nil)
  }

  @Test("A wrong key is told by its line, whatever the lines end in and however many there are")
  func lines() {
    for end in ["\n", "\r\n"] {
      let text =
        ["name = \"x\"", "[palette]", "ink = \"#ff875f\"", "[styles]", "text = { fg = \"inkk\" }"]
        .joined(separator: end)
      var reader = ThemeReader(file: "mine.toml", text: text)
      let sheet = reader.sheet(text)
      if let styles = sheet?.styles { _ = reader.looks(styles, palette: sheet?.palette ?? [:]) }
      #expect(reader.problems.map(\.line) == [5])
    }
    let many = (0..<3000).map { "wrong\($0) = 1" }.joined(separator: "\n")
    var reader = ThemeReader(file: "mine.toml", text: many)
    _ = reader.sheet(many)
    #expect(Set(reader.problems.compactMap(\.line)) == Set(1...3000))
  }
}
