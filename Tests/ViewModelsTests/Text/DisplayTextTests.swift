import Testing
import ViewModels

@Suite("What people wrote cannot act on the screen")
struct DisplayTextTests {
  @Test("Controls, bidi controls, private use and noncharacters are shown by their numbers")
  func hiddenCharactersAreShown() {
    let cases: [(String, String)] = [
      ("\u{1B}[2J", "<U+001B>[2J"),
      ("a\u{7}b", "a<U+0007>b"),
      ("\u{7F}", "<U+007F>"),
      ("\u{9B}31m", "<U+009B>31m"),
      ("\u{202E}evil", "<U+202E>evil"),
      ("\u{2066}x\u{2069}", "<U+2066>x<U+2069>"),
      ("\u{200B}\u{FEFF}\u{61C}", "<U+200B><U+FEFF><U+061C>"),
      ("\u{E000}\u{F8FF}", "<U+E000><U+F8FF>"),
      (scalars(0xFDD0, 0xFFFF, 0x1FFFE), "<U+FDD0><U+FFFF><U+1FFFE>"),
      (scalars(0xE0041, 0x10FFFD), "<U+E0041><U+10FFFD>"),
      ("a\rb", "a<U+000D>b"),
    ]
    for (received, shown) in cases { #expect(DisplayText(received).prose == shown) }
  }

  @Test("No code point comes through that could move the cursor or turn the direction")
  func everyCodePoint() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), value != 0x0A, value != 0x09 else { continue }
      let shown = DisplayText(String(Character(scalar))).prose
      let category = scalar.properties.generalCategory
      if category == .control || category == .privateUse || category == .lineSeparator
        || category == .paragraphSeparator || scalar.properties.isBidiControl
      {
        #expect(shown == DisplayText.visible(scalar), "U+\(String(value, radix: 16))")
      }
      if shown != String(Character(scalar)), shown.unicodeScalars.first != "\u{25CC}" {
        #expect(shown.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
      }
    }
  }

  @Test("Vietnamese, Arabic, Persian joiners, Ge'ez and Chinese stay as they were written")
  func scriptsStay() {
    let names = [
      "Nguyễn Thị Thanh", "Nguye\u{302}\u{303}n", "مُحَمَّد", "می\u{200C}خواهم", "ሰላም", "陳小明",
      "\u{1F469}\u{200D}\u{1F467}",
    ]
    for name in names {
      #expect(DisplayText(name).prose == name)
    }
  }

  @Test("A base keeps eight marks, so that a stack of fifty hides no other line")
  func marks() {
    let stacked = "a" + String(repeating: "\u{301}", count: 50) + "b"
    #expect(DisplayText(stacked).prose.unicodeScalars.count == 10)
    // Joiners between marks do not start the count again.
    let joined = "a" + String(repeating: "\u{200D}\u{301}", count: 50)
    #expect(DisplayText(joined).prose.unicodeScalars.count { $0 == "\u{301}" } == 8)
  }

  @Test("A mark without a letter lands on a dotted circle, not on its neighbour on the screen")
  func markWithoutBase() {
    #expect(DisplayText("\u{301}a").prose == "\u{25CC}\u{301}a")
    #expect(DisplayText("a\n\u{301}").prose == "a\n\u{25CC}\u{301}")
    #expect(DisplayText("\u{200D}a").prose == "<U+200D>a")
  }

  @Test("Line ends of Windows are line ends; one line has neither line ends nor tabs")
  func lines() {
    #expect(DisplayText("one\r\ntwo").prose == "one\ntwo")
    #expect(DisplayText("one\r\n\n\ttwo\n").line == "one two")
    #expect(DisplayText("plain").line == "plain")
  }

  @Test("Made safe twice is made safe once")
  func twice() {
    for text in ["\u{1B}x", "\u{301}", "\u{200D}", "a" + String(repeating: "\u{301}", count: 20)] {
      let once = DisplayText(text).prose
      #expect(DisplayText(once).prose == once)
    }
  }
}

/// Text of code points that a source file had better not hold.
private func scalars(_ values: UInt32...) -> String {
  String(String.UnicodeScalarView(values.compactMap(Unicode.Scalar.init)))
}
