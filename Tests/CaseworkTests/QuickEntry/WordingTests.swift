import Testing

@testable import Casework

@Suite("Words that blame the child are pointed out once, with another way to say it")
struct WordingTests {
  private func hints(_ line: String) -> [NoteHint] {
    NoteCaseload.parse(line).hints.filter { $0.code == "wording" }
  }

  @Test(
    "Every phrase that the guide names",
    arguments: [
      "absconded", "prostitute", "putting themselves at risk", "lifestyle choice",
      "refuses to engage", "boyfriend", "drug runner", "illegal", "promiscuous", "streetwise",
      "non-compliant",
    ]
  )
  func guide(_ phrase: String) {
    let note = NoteCaseload.parse("saba visit 2pm SW says he \(phrase), left at 3")
    #expect(note.problems.isEmpty && note.text == "SW says he \(phrase), left at 3")
    let hints = note.hints.filter { $0.code == "wording" }
    #expect(hints.count == 1 && hints.first?.token == phrase)
    #expect(hints.first?.message.contains("Rather: ") == true)
    #expect(self.hints("saba visit 2pm he \(phrase.uppercased()).").count == 1)
    let found = BlamingWords.all.first { $0.words == BlamingWords(phrase, "").words }
    #expect(found?.source == .guide && found?.instead.isEmpty == false)
  }

  @Test("Never inside quotation marks, whoever speaks; once a note; never in the way")
  func quotes() {
    for said in [
      "\"he refuses to engage\"", "sw:\"he absconded\"", "\u{201C}my boyfriend\u{201D}",
      "q:\"is he your boyfriend\"", "int!:\"he is illegal\"", "child:\"I am illegal\"",
    ] {
      #expect(hints("saba visit 2pm int:ti calm \(said) and left").isEmpty, "\(said)")
    }
    let twice = hints("saba visit 2pm absconded mon. absconded again tue, Absconded wed")
    #expect(twice.count == 1)
    #expect(hints("saba visit 2pm absconded and is streetwise").count == 2)
    #expect(NoteCaseload.parse("saba visit 2pm absconded").isKeepable)
  }

  @Test("In what the guardian writes: opinions, acts and promises too")
  func own() {
    #expect(hints("saba visit 2pm calm ~he is promiscuous~").count == 1)
    #expect(hints("saba visit 2pm >ask SW if she absconded mon").count == 1)
    #expect(hints("saba visit 2pm >sw: say who the boyfriend is fri calm").count == 1)
  }

  @Test("What only looks alike is left alone")
  func lookalikes() {
    for prose in [
      "his lifestyle. Choice of college is his", "engages well", "at risk of harm", "non",
      "he puts the cup at the table", "illegible letter", "drug test", "boyfriends' club", "ref",
    ] {
      #expect(hints("saba visit 2pm " + prose).isEmpty, "\(prose)")
    }
  }

  @Test(
    "A visit at which nobody was met is not recorded as seen, wherever the first sentence says so",
    arguments: [
      "knocked twice, no answer", "rang the bell, but nobody home", "went at 3, I did not see her",
      "drove there, no show", "waited; no access", "alone no answer", "left a card",
      "carer at door, not in", "didn\u{2019}t see her",
    ]
  )
  func nobodyMet(_ prose: String) {
    let note = NoteCaseload.parse("saba visit 2pm: " + prose)
    #expect(note.seen == nil && note.hints.contains { $0.code == "seen-or-not" }, "\(prose)")
    #expect(NoteCaseload.parse("saba visit seen 2pm: " + prose).seen == true)
    let later = NoteCaseload.parse("saba visit 2pm: settled and ate. " + prose)
    #expect(later.seen == true, "a later sentence may be about somebody else")
  }
}
