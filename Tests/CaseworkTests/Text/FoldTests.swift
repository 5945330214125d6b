import Foundation
import Testing

@testable import Casework

@Suite("Text that is compared is folded first")
struct FoldTests {
  @Test(
    "A word is found however its marks, case and script are written",
    arguments: [
      ("Đức", "duc"), ("ĐỨC", "duc"), ("Nguyễn Thị Thanh", "nguyen thi thanh"),
      ("Łukasz Ørsted Straße Æon", "lukasz orsted strasse aeon"), ("DIYARBAKIR", "diyarbakir"),
      ("Diyarbakır İzmir", "diyarbakir izmir"), ("Şanlıurfa", "sanliurfa"),
      ("مُحَمَّد", "محمد"), ("محمـــد", "محمد"), ("أحمد إبراهيم آدم ٱلله", "احمد ابراهيم ادم الله"),
      ("فاطمة ليلى علی", "فاطمه ليلي علي"), ("ሰላም", "ሰላም"), ("ፊልሞን ተስፋይ፡ዳዊት", "ፊልሞን ተስፋይ ዳዊት"),
      ("她去了school。", "她 去 了 school"), ("서울 a", "\u{1109}\u{1165}\u{110B}\u{116E}\u{11AF} a"),
      ("don't", "don t"), ("snake_case A_1", "snake_case a_1"), ("m² 17½", "m 17"),
      ("٠٧٧٠٠ ۴", "07700 4"), ("co\u{AD}op", "coop"), ("a\u{200B}b", "a b"), ("👩‍👧 ok 🙂", "ok"),
      ("", ""), ("  ,;  ", ""),
    ]
  )
  func folds(_ text: String, _ folded: String) {
    #expect(Fold.fold(text) == folded)
    #expect(Fold.words(text) == folded.split(separator: " ").map(String.init))
  }

  @Test("Every Han character is a letter without case or marks, and folds to itself")
  func han() {
    for value in Array(UInt32(0x3400)...0x4DBF) + Array(UInt32(0x4E00)...0x9FFF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(Character(scalar))
      #expect(scalar.properties.generalCategory == .otherLetter)
      #expect(scalar.properties.lowercaseMapping == text)
      #expect(Array(text.decomposedStringWithCanonicalMapping.unicodeScalars) == [scalar])
      #expect(Fold.fold(text) == text)
    }
  }

  @Test("Both normal forms of a text fold alike")
  func normalForms() {
    for text in ["Nguyễn Thị Thanh", "Đức Bảo", "서울", "أحمد", "がぎ", "Å ﬁ ẞ Ǆ"] {
      let composed = text.precomposedStringWithCanonicalMapping
      let decomposed = text.decomposedStringWithCanonicalMapping
      #expect(Fold.fold(composed) == Fold.fold(decomposed))
    }
  }

  @Test("Folding what is folded changes nothing")
  func isIdempotent() {
    for value in UInt32(0x20)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = Fold.fold(String(Character(scalar)))
      #expect(Fold.fold(once) == once, "U+\(String(value, radix: 16))")
    }
  }

  @Test("The places of words are those of the text as written")
  func places() {
    for text in ["Hi Đức, 她去了school。", "e\u{301}a\u{301} b\u{308}", "がぎa서울 مُحَمَّد.", "don't"] {
      let located = Fold.located(text)
      #expect(located.map(\.text) == Fold.words(text))
      for word in located { #expect(Fold.fold(String(text[word.range])) == word.text) }
    }
  }

  @Test("What a search found is shown where it stands")
  func highlights() {
    let text = "Đức said: the car waits outside. The CAR-park, cars."
    func found(_ query: String) -> [String] {
      Fold.ranges(of: SearchTerm.parse(query), in: text).map { String(text[$0]) }
    }
    #expect(found("duc") == ["Đức"])
    #expect(found("car") == ["car", "CAR"])
    #expect(found("car*") == ["car", "CAR", "cars"])
    #expect(found("\"the car waits\"") == ["the car waits"])
    #expect(found("\u{201C}car park\u{201D} the") == ["the", "The", "CAR-park"])
    #expect(found("bus").isEmpty)
    #expect(Fold.ranges(of: SearchTerm.parse("了学"), in: "她了学").count == 1)
  }

  @Test("A word means what it means to grep -w")
  func agreesWithGrep() {
    let text = "re-visit re_visit REVISIT's visit, (visit) visit1"
    #expect(Fold.words(text).count { $0 == "visit" } == 3)
    #expect(Fold.words(text).contains("re_visit"))
  }
}
