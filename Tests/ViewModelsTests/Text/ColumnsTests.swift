import Testing
import ViewModels

@Suite("Columns line up in every script")
struct ColumnsTests {
  @Test("Names take the columns that terminals give them")
  func widths() {
    let cases: [(String, Int)] = [
      ("", 0), ("Thanh", 5), ("Nguyễn Thị Thanh", 16), ("Nguye\u{302}\u{303}n", 6), ("Đức", 3),
      ("مُحَمَّد", 4), ("می\u{200C}خواهم", 7), ("ሰላም", 3), ("陳小明", 6), ("홍길동", 6),
      ("\u{1112}\u{1169}\u{11BC}", 2), ("ｶﾀｶﾅ", 4), ("😀", 2), ("─│▲◆○•×░▓█…·", 12),
      ("👩\u{200D}👧", 4), ("<U+202E>", 8),
    ]
    for (text, columns) in cases { #expect(Columns.of(text) == columns, "\(text)") }
  }

  @Test("Text is cut between clusters, with an ellipsis, and never wider than asked")
  func truncation() {
    #expect(Columns.truncated("Thanh", to: 5) == "Thanh")
    #expect(Columns.truncated("Thanh", to: 4) == "Tha…")
    #expect(Columns.truncated("陳小明", to: 5) == "陳小…")
    #expect(Columns.truncated("陳小明", to: 4) == "陳…")
    #expect(Columns.truncated("e\u{301}e\u{301}e\u{301}", to: 2) == "e\u{301}…")
    #expect(Columns.truncated("Thanh", to: 1) == "…")
    #expect(Columns.truncated("Thanh", to: 0) == "")
    for text in ["Nguyễn Thị Thanh", "陳小明 and a name", "مُحَمَّد", "👩\u{200D}👧👩\u{200D}👧"] {
      for columns in 0...20 {
        let cut = Columns.truncated(text, to: columns)
        #expect(Columns.of(cut) <= columns)
        #expect(Columns.of(Columns.fitted(text, to: columns)) == columns)
        #expect(text.hasPrefix(cut.hasSuffix("…") ? String(cut.dropLast()) : cut))
        #expect(Columns.of(Columns.suffix(text, columns: columns)) <= columns)
      }
    }
  }

  @Test("A cell is padded on the side that was asked for")
  func padding() {
    #expect(Columns.padded("ab", to: 5) == "ab   ")
    #expect(Columns.padded("ab", to: 5, .right) == "   ab")
    #expect(Columns.padded("ab", to: 5, .center) == " ab  ")
    #expect(Columns.padded("陳", to: 1) == "陳")
  }

  @Test("Prose breaks at words; an empty line stays; a word of 10,000 letters is cut")
  func wrapping() {
    #expect(Columns.wrapped("she felt well today", to: 9) == ["she felt", "well", "today"])
    #expect(Columns.wrapped("a\n\nb", to: 9) == ["a", "", "b"])
    #expect(Columns.wrapped("", to: 9) == [""])
    #expect(Columns.wrapped("one two three", to: 7, indent: 2) == ["one two", "  three"])
    #expect(Columns.wrapped("abcdefgh", to: 3) == ["abc", "def", "gh"])
    #expect(Columns.wrapped("陳小明。她", to: 5) == ["陳", "小", "明。", "她"].reduced(to: 5))
    #expect(Columns.wrapped("陳", to: 1) == ["?"])
    let long = Columns.wrapped(String(repeating: "x", count: 10_000), to: 80)
    #expect(long.count == 125)
    #expect(long.joined().count == 10_000)
  }

  @Test("No wrapped line is wider than asked, at any width, and no letter is lost")
  func wrappingNeverOverflows() {
    let prose =
      "Settled. Nguyễn nói “không”, 陳小明說：不想去。 می\u{200C}خواهم  بروم to the\tcollege\n  in \u{1F469}\u{200D}\u{1F467} end"
    for width in 1...60 {
      let lines = Columns.wrapped(DisplayText(prose).prose, to: width, indent: width / 4)
      for line in lines { #expect(Columns.of(line) <= width) }
      guard width >= 8 else { continue }
      let letters = { (text: String) in text.filter { !$0.isWhitespace } }
      #expect(letters(lines.joined()) == letters(prose))
    }
  }

  @Test("Right-to-left text is last on its row and gives way first")
  func rightToLeft() {
    #expect(Columns.isRightToLeft("علي"))
    #expect(Columns.isRightToLeft("Ali علي"))
    #expect(!Columns.isRightToLeft("Đức ሰላም 陳"))
    #expect(Columns.row("Ali", lastRightToLeft: "علي", to: 10) == "Ali علي   ")
    #expect(Columns.row("Alison", lastRightToLeft: "محمد", to: 9) == "Alison م…")
    #expect(Columns.row("Alison", lastRightToLeft: "علي", to: 6) == "Alison")
  }

  @Test("In ASCII everything keeps its columns, and letters lose only their marks")
  func asciiTwins() {
    #expect(AsciiTwins.text("Nguyễn Thị Đức “yes” – so…") == "Nguyen Thi Duc \"yes\" - so~")
    #expect(AsciiTwins.text("ሰላም 陳") == "??? ??")
    let drawn = "┌─┬┐│├┼┤└┴┘═║╭╮╯╰▲▼◆◇○●•·×░▒▓█▁▂▃▄▅▆▇→←↑↓✓✗…“”‘’–—½"
    for text in [drawn, "Nguye\u{302}\u{303}n", "مُحَمَّد", "😀", "é", "<U+202E>"] {
      let ascii = AsciiTwins.text(text)
      #expect(ascii.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
      #expect(ascii.utf8.count == Columns.of(text), "\(text)")
    }
    #expect(!AsciiTwins.text(drawn).contains("?"))
  }
}

extension [String] {
  /// The same pieces joined as far as they fit: what a break between clusters allows.
  fileprivate func reduced(to columns: Int) -> [String] {
    reduce(into: []) { lines, piece in
      if let last = lines.last, Columns.of(last) + Columns.of(piece) <= columns {
        lines[lines.count - 1] += piece
      } else {
        lines.append(piece)
      }
    }
  }
}
