import Testing

@testable import Casework

@Suite("However a line is typed, it says the same")
struct NoteVariantsTests {
  /// Straight quotation marks become curly ones, in pairs.
  static func curly(_ line: String) -> String {
    var curly = ""
    var isOpen = false
    var isEscaped = false
    for character in line {
      if character == "\"", !isEscaped { isOpen.toggle() }
      curly += character == "\"" && !isEscaped ? (isOpen ? "\u{201C}" : "\u{201D}") : "\(character)"
      isEscaped = character == "\\"
    }
    return curly
  }

  @Test(
    "In capitals, with curly quotation marks, without spaces after commas",
    arguments: NoteRows.all
  )
  func sameMeaning(_ row: (line: String, now: String)) {
    let plain = NoteMeaning(NoteCaseload.parse(row.line, now: row.now), folded: true)
    var capitals = NoteCaseload.parse(row.line.uppercased(), now: row.now)
    // Without small letters a name after a role cannot be told from prose, unless a title says so.
    capitals.raw = row.line
    #expect(NoteMeaning(capitals, folded: true) == plain)
    for other in [Self.curly(row.line), row.line.replacing(", ", with: ",")] {
      let note = NoteCaseload.parse(other, now: row.now)
      #expect(NoteMeaning(note, folded: true) == plain, "\(other)")
    }
  }

  @Test("With an emoji pasted in at the end, and after every quotation", arguments: NoteRows.all)
  func emoji(_ row: (line: String, now: String)) {
    let plain = NoteCaseload.parse(row.line, now: row.now)
    let pasted = NoteCaseload.parse(row.line + " 👩‍👩‍👧", now: row.now)
    #expect(pasted.children == plain.children && pasted.kind == plain.kind)
    #expect(pasted.at == plain.at && pasted.minutes == plain.minutes)
    #expect(pasted.seen == plain.seen && pasted.alone == plain.alone)
    #expect(pasted.heardFrom == plain.heardFrom && pasted.words == plain.words)
    #expect(pasted.actions.map(\.due) == plain.actions.map(\.due))
    // A flag or an act alone has no place for it: what it was is asked, and nothing is lost.
    let isAsked = plain.isActsOnly && plain.text.isEmpty
    #expect(pasted.problems.map(\.code) == (isAsked ? ["no-kind"] : plain.problems.map(\.code)))
  }

  @Test(
    "Typed on the row of another child, it is still the child's that it names",
    arguments: NoteRows.all
  )
  func otherRow(_ row: (line: String, now: String)) {
    let plain = NoteCaseload.parse(row.line, now: row.now)
    guard plain.referral == nil else { return }
    let here = plain.children.map(\.ref)
    let other = ["K06", "K04"].first { !here.contains($0) }
    let note = NoteCaseload.parse(row.line, now: row.now, on: other)
    #expect(!note.children.contains { $0.ref == other })
    #expect(NoteMeaning(note) == NoteMeaning(plain))
    if !plain.children.isEmpty { #expect(note.hints.contains { $0.code == "other-page" }) }
  }

  static let people: [KnownChild] = [
    NoteCaseload.child("K21", "Thùy", ["Đặng Thị Thùy Dương"]),
    NoteCaseload.child("K22", "Huy", ["Huỳnh Quốc Huy"]),
    NoteCaseload.child("K23", "Ngọc", ["Nguyễn Ngọc Ánh", "阮玉英"]),
    NoteCaseload.child("K24", "Ahmad", ["أحمد عبد الرحمن", "Ahmad Abdul Rahman"]),
    NoteCaseload.child("K25", "Maryam", ["مريم حسيني", "Maryam Hussaini"]),
    NoteCaseload.child("K26", "Ibrahim", ["إبراهيم", "Ibrahim Adam"]),
    NoteCaseload.child("K27", "Hagos", ["ሓጎስ ተስፋይ", "Hagos Tesfay"]),
    NoteCaseload.child("K28", "Letebrhan", ["ለተብርሃን", "Letebrhan Gebre"]),
    NoteCaseload.child("K29", "Xiaolan", ["林小兰", "Lin Xiaolan"]),
    NoteCaseload.child("K30", "Wei", ["陈伟", "Chen Wei"]),
  ]

  @Test(
    "Names in Vietnamese, Arabic, Tigrinya and Chinese, with and without their marks",
    arguments: [
      ("Thùy", "K21"), ("thuy", "K21"), ("THÙY", "K21"), ("Thu\u{300}y", "K21"), ("duong", "K21"),
      ("Đặng Thị Thùy Dương", "K21"), ("dang thi thuy duong", "K21"), ("đặng", "K21"),
      ("Huỳnh", "K22"), ("huynh quoc huy", "K22"), ("Huy\u{300}nh", "K22"), ("ngoc", "K23"),
      ("NGỌC", "K23"), ("ánh", "K23"), ("阮玉英", "K23"), ("أحمد", "K24"), ("احمد", "K24"),
      ("أَحْمَد", "K24"), ("أحمد عبد الرحمن", "K24"), ("الرحمن", "K24"), ("abdul", "K24"),
      ("مريم", "K25"), ("مَرْيَم", "K25"), ("حسینی", "K25"), ("حسيني", "K25"), ("إبراهيم", "K26"),
      ("ابراهيم", "K26"), ("ابراهیم", "K26"), ("ሓጎስ", "K27"), ("ሓጎስ ተስፋይ", "K27"),
      ("ተስፋይ", "K27"), ("ለተብርሃን", "K28"), ("letebrhan", "K28"), ("林小兰", "K29"), ("小兰", "K29"),
      ("lin xiaolan", "K29"), ("陈伟", "K30"), ("CHEN WEI", "K30"),
    ]
  )
  func names(_ name: String, _ ref: String) {
    let parser = NoteParser(
      caseload: Self.people,
      now: NoteCaseload.moment(NoteCaseload.tuesday),
      zone: .london,
      focus: nil
    )
    for line in [
      "\(name) visit 10am 20m alone, calm", "visit \(name) 10am 20m alone, calm",
      "about \(name), call sw 10am", "\u{202B}\(name)\u{202C} visit 10am 20m alone, calm",
      "\(name), visit 10am 20m alone, calm", "\(name)+k22 visit 10am",
    ] {
      let note = parser.parse(line)
      #expect(note.children.first?.ref == ref, "\(line)")
      #expect(note.problems.isEmpty && note.kind != nil, "\(line)")
      #expect(note.at == NoteCaseload.moment("2026-11-24T10:00"), "\(line)")
    }
    let other = ref == "K22" ? "K30" : "K22"
    let named = parser.parse("\(other) visit 10am, met \(name) there")
    #expect(named.hints.contains { $0.code == "names-another" }, "\(name)")
    #expect(named.children.map(\.ref) == [other])
  }
}
