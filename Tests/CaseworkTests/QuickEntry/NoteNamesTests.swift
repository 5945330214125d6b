import Testing

@testable import Casework

@Suite("The child is the one that was meant, or it is asked")
struct NoteNamesTests {
  @Test(
    "A ref, the known-as and any part of a name find the child, whatever its marks and case",
    arguments: [
      ("K11", "K11"), ("k11", "K11"), ("Đức", "K11"), ("duc", "K11"), ("ĐỨC", "K11"),
      ("Đu\u{301}\u{31B}c", "K11"), ("bao", "K10"), ("Nguyễn", "K12"), ("Nguyễn Thị Thanh", "K12"),
      ("nguyen thi thanh", "K12"), ("يوسف", "K09"), ("يُوسُف", "K09"), ("ዳዊት", "K13"),
      ("لیلا", "K06"), ("ليلا", "K06"), ("Osman", "K09"), ("Yusuf Osman Idris", "K09"),
    ]
  )
  func finds(_ name: String, _ ref: String) {
    let note = NoteCaseload.parse("\(name) call 10am fine")
    #expect(note.children.map(\.ref) == [ref] && note.problems.isEmpty)
    #expect(note.text == "fine" && note.kind == .call)
  }

  @Test("Several by plus or comma, each once")
  func several() {
    for typed in [
      "nour+saba", "nour,saba", "nour, saba", "nour + saba", "nour+ saba", "nour and saba",
      "nour, saba, nour", "NOUR,SABA",
    ] {
      let note = NoteCaseload.parse("\(typed) visit 10am fine")
      #expect(note.children.map(\.ref) == ["K14", "K08"], "\(typed)")
      #expect(note.problems.isEmpty && note.seen == true && note.text == "fine", "\(typed)")
    }
  }

  @Test("A name of several children is asked, never taken")
  func ambiguous() {
    let two = [
      NoteCaseload.child("K01", "Linh", ["Trần Thị Linh"]),
      NoteCaseload.child("K02", "Mai", ["Nguyễn Linh Mai"]),
    ]
    let parser = NoteParser(
      caseload: two,
      now: NoteCaseload.moment(NoteCaseload.tuesday),
      zone: .london,
      focus: nil
    )
    let note = parser.parse("linh call 10am")
    #expect(note.children.isEmpty && note.problems.map(\.code) == ["ambiguous-child"])
    #expect(note.problems.first?.near.map(\.ref) == ["K01", "K02"])
    #expect(parser.parse("linh mai call 10am").children.map(\.ref) == ["K02"])
    #expect(parser.parse("thi linh call 10am").children.map(\.ref) == ["K01"])
    #expect(parser.parse("k01 call 10am").children.map(\.ref) == ["K01"])
  }

  @Test(
    "A near name is offered, never taken",
    arguments: ["thnah", "tanh", "thanhh", "than", "thanj"]
  )
  func near(_ typed: String) {
    let note = NoteCaseload.parse("\(typed) call 10am")
    #expect(note.children.isEmpty && note.problems.map(\.code) == ["no-such-child"])
    #expect(note.problems.first?.near.first?.ref == "K12")
    let onPage = NoteCaseload.parse("\(typed) call 10am", on: "K09")
    #expect(onPage.children.isEmpty && onPage.problems.map(\.code) == ["no-such-child"])
    let second = NoteCaseload.parse("nour, \(typed) visit 10am")
    #expect(second.problems.map(\.code) == ["no-such-child"])
  }

  @Test("Without a child it asks; on a child's page it is that child")
  func focus() {
    #expect(NoteCaseload.parse("call 10am fine").problems.map(\.code) == ["no-child"])
    let note = NoteCaseload.parse("call 10am fine", on: "K03")
    #expect(note.children.map(\.ref) == ["K03"] && note.problems.isEmpty && !note.namesChild)
    let prose = NoteCaseload.parse("settled and calm", on: "K03")
    #expect(prose.problems.map(\.code) == ["no-kind"] && prose.text == "settled and calm")
  }

  @Test("A line that names a child is that child's, on whichever page it is typed")
  func otherPage() {
    for line in ["selam visit 10am fine", "visit selam 10am fine", "visit 10am selam, fine"] {
      let note = NoteCaseload.parse(line, on: "K12")
      #expect(note.children.map(\.ref) == ["K03"], "\(line)")
      #expect(note.hints.map(\.code) == ["other-page"], "\(line)")
    }
    let prose = NoteCaseload.parse("visit 10am selam was there", on: "K12")
    #expect(prose.children.map(\.ref) == ["K12"])
    #expect(prose.hints.first?.code == "names-another")
  }

  @Test("A text that names another child of the caseload asks")
  func namesAnother() {
    for prose in [
      "met Yusuf there", "said \"yusuf hit me\"", "with يوسف", "about K09", "YUSUF's phone",
      "yusuf",
    ] {
      let note = NoteCaseload.parse("selam visit 10am calm, " + prose)
      #expect(note.hints.map(\.code) == ["names-another"], "\(prose)")
      #expect(note.offers.map(\.text) == ["K09"], "\(prose)")
    }
    #expect(NoteCaseload.parse("selam visit 10am Selam and Haile spoke").hints.isEmpty)
  }

  @Test("Whoever calls a child by a word of the grammar is understood")
  func ordinaryWords() {
    let parser = NoteParser(
      caseload: [
        NoteCaseload.child("K01", "May", ["May Lin"]),
        NoteCaseload.child("K02", "Sun", ["Sun Wei"]),
        NoteCaseload.child("K03", "Will", ["Will Hope"]), NoteCaseload.child("K04", "小明", ["王小明"]),
      ],
      now: NoteCaseload.moment(NoteCaseload.tuesday),
      zone: .london,
      focus: nil
    )
    #expect(parser.parse("may visit 10am").children.map(\.ref) == ["K01"])
    #expect(parser.parse("sun visit 10am").children.map(\.ref) == ["K02"])
    #expect(parser.parse("sun call sun 10am").at == NoteCaseload.moment("2026-11-22T10:00"))
    #expect(parser.parse("will call 10am she may come, i will hope so").hints.isEmpty)
    #expect(parser.parse("王小明 call 10am").children.map(\.ref) == ["K04"])
    #expect(parser.parse("may call 10am 她见了小明").hints.map(\.code) == ["names-another"])
  }
}
