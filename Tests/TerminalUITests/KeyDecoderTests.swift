import Testing
import ViewModels

@testable import TerminalUI

@Suite("Whatever a terminal sends, each key is one key and no byte is a stray command")
struct KeyDecoderTests {
  private func keys(_ bytes: [UInt8]) -> [Key] {
    var decoder = KeyDecoder()
    return decoder.feed(bytes) + decoder.runOut()
  }

  private func keys(_ text: String) -> [Key] { keys(Array(text.utf8)) }

  @Test("Letters, control keys and editing keys")
  func plainKeys() {
    #expect(keys("jK ") == [.character("j"), .character("K"), .character(" ")])
    #expect(keys("\r\n\t\u{7F}\u{8}") == [.enter, .enter, .tab, .backspace, .backspace])
    #expect(keys("\u{1}\u{c}\u{18}\u{1A}") == "alxz".map { .control($0) })
    #expect(keys("\u{0}\u{1C}\u{1F}") == [.unknown, .unknown, .unknown])
  }

  @Test("Arrows and function keys of xterm, rxvt and the Linux console, in both cursor modes")
  func namedKeys() {
    let cases: [(String, Key)] = [
      ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[C", .right), ("\u{1B}OD", .left),
      ("\u{1B}[H", .home), ("\u{1B}OF", .end), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
      ("\u{1B}[4~", .end), ("\u{1B}[8~", .end), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown),
      ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete), ("\u{1B}[Z", .backTab),
      ("\u{1B}OP", .function(1)), ("\u{1B}[11~", .function(1)), ("\u{1B}[[A", .function(1)),
      ("\u{1B}[[E", .function(5)), ("\u{1B}[15~", .function(5)), ("\u{1B}[24~", .function(12)),
      ("\u{1B}[1;5A", .up), ("\u{1B}[3;2~", .delete), ("\u{1B}O5C", .right),
      ("\u{1B}OM", .enter), ("\u{1B}Op", .character("0")),
    ]
    for (sent, key) in cases { #expect(keys(sent) == [key], "\(sent.debugDescription)") }
  }

  @Test("An unusual terminal's own arrows are asked of terminfo")
  func ownKeys() {
    var decoder = KeyDecoder(named: NamedKeys(terminal: ["kcuu1": Array("\u{1B}[99y".utf8)]))
    #expect(decoder.feed(Array("\u{1B}[99y".utf8)) == [.up])
  }

  @Test("Escape alone is Escape, after 25 milliseconds and not before")
  func escapeAlone() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B]) == [])
    #expect(decoder.patience == 25)
    #expect(decoder.runOut() == [.escape])
    #expect(decoder.patience == nil)
    #expect(keys("\u{1B}\u{1B}") == [.escape, .escape])
    #expect(keys("\u{1B}\u{1B}[A") == [.escape, .up])
    #expect(keys("\u{1B}\r") == [.escape, .enter])
  }

  @Test("Alt and a letter, of any script; Alt with a letter that begins a sequence, too")
  func alt() {
    #expect(keys("\u{1B}x") == [.alt("x")])
    #expect(keys("\u{1B}đj") == [.alt("đ"), .character("j")])
    for letter in "[]OPX^_" { #expect(keys("\u{1B}\(letter)") == [.alt(letter)]) }
  }

  @Test("A bad byte becomes U+FFFD and swallows nothing that follows")
  func badBytes() {
    #expect(
      keys([0xFF, 0x6A, 0x6B]) == [.character("\u{FFFD}"), .character("j"), .character("k")]
    )
    #expect(keys([0xE1, 0x6A]) == [.character("\u{FFFD}"), .character("j")])
    #expect(keys([0xE1, 0xBB, 0x1B, 0x5B, 0x41]) == [.character("\u{FFFD}"), .up])
    #expect(keys([0xC3]) == [.character("\u{FFFD}")])
    #expect(keys([0xC0, 0xAF]) == [.character("\u{FFFD}"), .character("\u{FFFD}")])  // overlong
    #expect(keys([0xED, 0xA0, 0x80]).allSatisfy { $0 == .character("\u{FFFD}") })  // a surrogate
    #expect(keys([0xF4, 0x90, 0x80, 0x80]).allSatisfy { $0 == .character("\u{FFFD}") })
    #expect(keys([0xC2, 0x9B, 0x41]) == [.unknown, .character("A")])  // C1 is no key
  }

  @Test("Characters arrive whole, however the bytes are split")
  func splitBytes() {
    let text = "Đức ሰላም 陳 😀 e\u{301}"
    var decoder = KeyDecoder()
    var all: [Key] = []
    for byte in text.utf8 { all += decoder.feed([byte]) }
    #expect(all == text.unicodeScalars.map { .character(Character($0)) })
  }

  @Test("Answers to queries, mouse and focus reports, titles: swallowed whole")
  func unknownSequences() {
    for sent in [
      "\u{1B}[24;80R", "\u{1B}[?62;22c", "\u{1B}[0n", "\u{1B}[<0;10;5M", "\u{1B}[<0;10;5m",
      "\u{1B}[M !!", "\u{1B}[I", "\u{1B}[O", "\u{1B}]11;rgb:1c1c/1c1c/1c1c\u{7}",
      "\u{1B}]0;title q\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}[999z",
      "\u{1B}[>0;276;0c", "\u{1B}[?2026;2$y",
    ] {
      #expect(keys(sent + "j") == [.unknown, .character("j")], "\(sent.debugDescription)")
    }
  }

  @Test("A sequence that is too long is still swallowed to its end")
  func longSequences() {
    let long = String(repeating: "1;", count: 5000)
    #expect(keys("\u{1B}[" + long + "Aj").last == .character("j"))
    #expect(keys("\u{1B}[" + long + "Aj").count == 2)
    #expect(keys("\u{1B}]" + long + "\u{7}j") == [.unknown, .character("j")])
    #expect(keys("\u{1B}]" + long + "\u{1B}\\j") == [.unknown, .character("j")])
  }

  @Test("A sequence whose rest comes late is not taken for letters")
  func lateRest() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("\u{1B}[1;".utf8)) == [])
    #expect((decoder.patience ?? 0) >= 250)
    #expect(decoder.feed(Array("5A".utf8)) == [.up])
  }

  @Test("A new sequence cuts an unfinished one off")
  func cutOff() {
    #expect(keys("\u{1B}[12\u{1B}[Aj") == [.unknown, .up, .character("j")])
    #expect(keys("\u{1B}]0;x\u{1B}[Aj") == [.unknown, .up, .character("j")])
    #expect(keys([0x1B, 0x5B, 0x31, 0xC3, 0xA9]) == [.unknown, .character("é")])
  }

  @Test("Keys of the kitty protocol and of xterm's modifyOtherKeys")
  func extendedKeys() {
    let cases: [(String, Key)] = [
      ("\u{1B}[97u", .character("a")), ("\u{1B}[97;5u", .control("a")),
      ("\u{1B}[97;3u", .alt("a")), ("\u{1B}[27u", .escape), ("\u{1B}[13u", .enter),
      ("\u{1B}[9;2u", .backTab), ("\u{1B}[127u", .backspace), ("\u{1B}[97;2u", .character("A")),
      ("\u{1B}[97;1:3u", .unknown), ("\u{1B}[57441u", .unknown), ("\u{1B}[u", .unknown),
      ("\u{1B}[27;5;108~", .control("l")), ("\u{1B}[4294967295u", .unknown),
      ("\u{1B}[1;1:3A", .unknown),
    ]
    for (sent, key) in cases { #expect(keys(sent) == [key], "\(sent.debugDescription)") }
  }

  @Test("A paste is one key with everything in it, never commands")
  func paste() {
    #expect(
      keys("\u{1B}[200~q\r\u{1B}[A\u{3}ü\u{1B}[201~j") == [
        .paste("q\r\u{1B}[A\u{3}ü"), .character("j"),
      ]
    )
    let long = String(repeating: "Đ0123456789\n", count: 5461)  // 64 KiB and more
    #expect(keys("\u{1B}[200~" + long + "\u{1B}[201~") == [.paste(long)])
  }

  @Test("A paste that never ends is handed on when nothing more comes, and keys work again")
  func unfinishedPaste() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(Array("\u{1B}[200~half".utf8)) == [])
    #expect(decoder.patience == 1000)
    #expect(decoder.runOut() == [.paste("half")])
    #expect(decoder.feed(Array("j".utf8)) == [.character("j")])
  }

  @Test("A paste beyond the limit keeps its beginning, and its end is still found")
  func endlessPaste() {
    var decoder = KeyDecoder()
    _ = decoder.feed(Array("\u{1B}[200~".utf8))
    _ = decoder.feed(repeatElement(UInt8(ascii: "x"), count: KeyDecoder.mostPaste + 100_000))
    let keys = decoder.feed(Array("\u{1B}[201~j".utf8))
    #expect(keys.count == 2)
    guard case .paste(let text) = keys.first else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count == KeyDecoder.mostPaste)
    #expect(keys.last == .character("j"))
  }

  @Test("Random bytes never trap, and afterwards an ordinary key is an ordinary key")
  func randomBytes() {
    var generator = SeededGenerator(seed: 20_261_122)
    for _ in 0..<2000 {
      var decoder = KeyDecoder()
      let count = Int.random(in: 1...40, using: &generator)
      let interesting: [UInt8] = [0x1B, 0x5B, 0x4F, 0x5D, 0x3B, 0x7E, 0x32, 0x30, 0x4D, 0xE1]
      for _ in 0..<count {
        let byte =
          Bool.random(using: &generator)
          ? interesting.randomElement(using: &generator) ?? 0
          : UInt8.random(in: 0...255, using: &generator)
        _ = decoder.feed([byte])
      }
      _ = decoder.runOut()
      #expect(decoder.patience == nil)
      #expect(decoder.feed([0x6A]) == [.character("j")])
    }
  }
}

/// The same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
