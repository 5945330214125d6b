import Testing

@testable import TerminalUI

@Suite("A mistyped file of settings or a theme")
struct TOMLTextTests {
  @Test(
    "What is not TOML is told by its line before anything else reads the file",
    arguments: [
      ("[", 1), ("a = 1\n[=]\n", 2), ("\n\n  [ \t\n", 3), ("[[\n]]", 1), ("[é]", 1), ("[[ #", 1),
      ("\u{FEFF}[,", 1), ("[a]\r\n[\r\n", 2), ("a", 1), ("a =", 1), ("a = \"x\nb", 1),
      ("a = 1 2", 1),
      ("a = [1,\n2\nb = 3", 3), ("a = {b = 1,\n", 1), ("a = {b = 1,}", 1), ("a = \"\\q\"", 1),
      ("a = \"\\ud800\"", 1), ("a = \"\\u+123\"", 1), ("a = 007", 1), ("a = tru", 1),
      ("a..b = 1", 1),
      ("a = 1\rb = 2", 1), ("a = \"\u{0}\"", 1), ("# \u{1B}[31m", 1), ("a = [,]", 1), ("]", 1),
      ("a = " + String(repeating: "[", count: 17), 1),
    ]
  )
  func broken(text: String, line: Int) {
    #expect { try TOMLText.check(text) } throws: { ($0 as? TOMLText.Fault)?.line == line }
    var reader = ThemeReader(file: "mine.toml", text: text)
    #expect(reader.sheet(text) == nil)
    #expect(reader.problems.map(\.line) == [line])
  }

  @Test(
    "What is TOML and has no use here is refused as well, never handed on",
    arguments: [
      "a = 1979-05-27", "a = 07:32:00", "a = \"\"\"x\"\"\"", "a = '''x'''", "a = 0xff", "a = 1_000",
      "a = inf", "a = 1e3", "a = 9223372036854775807",
    ]
  )
  func unused(text: String) {
    #expect(throws: TOMLText.Fault.self) { try TOMLText.check(text) }
  }

  @Test(
    "Whatever settings and themes are made of passes",
    arguments: [
      "", "# only a comment", "[styles]", " [ \"now.missing\" . fg ] # why\n", "[[a]]\n[[a]]\n",
      "a = 'x'\nb.\"c d\".e = \"é \\u00e9 \\U0001F600 \\n\"\r\n", "a = [\n  1, # one\n  -2.5,\n]\n",
      "a = { b = [\"x\", 'y'], c = { }, d = true }", "a = +1\nb = 0\nc = 0.5\n",
      "\u{FEFF}a = false",
    ]
  )
  func whole(text: String) {
    #expect(throws: Never.self) { try TOMLText.check(text) }
    var reader = ThemeReader(file: "mine.toml", text: text)
    #expect(reader.sheet(text) != nil)
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
