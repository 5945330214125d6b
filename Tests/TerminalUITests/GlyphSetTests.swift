import Testing
import ViewModels

@testable import TerminalUI

@MainActor
@Suite("What reaches the terminal keeps its columns")
struct GlyphSetTests {
  private func glyphs(unicode: Bool = true, library: [Unicode.Scalar: Int] = [:]) -> GlyphSet {
    GlyphSet(isUnicode: unicode, themeTwins: ["▲": "A"]) { library[$0] ?? Columns.of($0) }
  }

  @Test("Text is cut at the last column, never inside a cluster or a wide character")
  func cut() {
    #expect(glyphs().safe("Thanh", columns: 3) == ("Tha", 3))
    #expect(glyphs().safe("陳小明", columns: 3) == ("陳", 2))
    #expect(glyphs().safe("e\u{301}e\u{301}", columns: 1) == ("e\u{301}", 1))
    #expect(glyphs().safe("Thanh", columns: 0) == ("", 0))
  }

  @Test("Text of simple letters comes out as it does cluster by cluster")
  func simple() {
    // A letter of two code points has the whole text looked at by clusters.
    let whole = SimpleScalars.ranges.flatMap { $0.compactMap(Unicode.Scalar.init) }
    for scalar in whole {
      #expect("a\(scalar)b".count == 3 && "\(scalar)\(scalar)".count == 2, "\(scalar.value)")
      let text = "a\(scalar)"
      let (shown, columns) = glyphs().safe(text, columns: 80)
      #expect(glyphs().safe(text + "e\u{301}", columns: 80) == (shown + "é", columns + 1))
    }
    let odd = glyphs(library: ["─": 2])
    #expect(odd.safe("a─b", columns: 80) == ("a?b", 3))
    #expect(glyphs().safe("Đức e\u{301}", columns: 80).columns == 5)
    #expect(glyphs().safe("Đức ─", columns: 3) == ("Đức", 3))
  }

  @Test("A control that nobody filtered is a question mark, not a control")
  func controls() {
    for unicode in [true, false] {
      let (text, columns) = glyphs(unicode: unicode).safe("a\u{1B}[2J\n\u{9B}", columns: 80)
      #expect(text == "a?[2J??")
      #expect(columns == 7)
    }
  }

  @Test("Where the C library measures otherwise, question marks keep the columns in line")
  func disagreement() {
    let glyphs = glyphs(library: ["\u{4DC0}": 2, "陳": -1])
    #expect(glyphs.safe("a\u{4DC0}b", columns: 80) == ("a?b", 3))
    #expect(glyphs.safe("陳b", columns: 80) == ("??b", 3))
  }

  @Test("In ASCII every sign has a twin as wide, the theme's own before the program's")
  func ascii() {
    #expect(glyphs(unicode: false).safe("▲ Đức │ 陳", columns: 80) == ("A Duc | ??", 10))
    #expect(glyphs().safe("▲", columns: 80) == ("▲", 1))
  }

  @Test("Letters in parts are sent whole, because terminals differ in what they make of parts")
  func composition() {
    let parts = "Nguye\u{302}\u{303}n \u{1112}\u{1169}\u{11BC}"
    let (text, columns) = glyphs().safe(parts, columns: 80)
    #expect(Array(text.unicodeScalars) == Array("Nguy\u{1EC5}n \u{D64D}".unicodeScalars))
    #expect(columns == 9)
  }

  @Test("A mark without a base does not land on its neighbour's cell")
  func loneMark() {
    #expect(glyphs().safe("\u{301}a", columns: 80) == ("a", 1))
  }
}
