import TestSupport
import Testing

@testable import Casework

@Suite("What is written out is read again as the same act")
struct NotePrinterTests {
  /// Reads a line, writes it out, reads that: both must mean the same; the line written out.
  @discardableResult
  static func roundTrip(_ line: String, now: String, on ref: String? = nil) -> String? {
    let parser = NoteCaseload.parser(now, on: ref)
    let note = parser.parse(line)
    let printed = parser.canonical(line)
    let shown = Comment(rawValue: "\(line.debugDescription) → \(printed.debugDescription)")
    #expect((printed == nil) == !note.problems.isEmpty, shown)
    guard let printed else { return nil }
    // On no page: what is written out says whom it is about.
    let again = NoteCaseload.parse(printed, now: now)
    #expect(NoteMeaning(again) == NoteMeaning(note), shown)
    #expect(NoteCaseload.parser(now).canonical(printed) == printed, shown)
    return printed
  }

  @Test("Every line of the table", arguments: NoteRows.all)
  func table(_ row: (line: String, now: String)) {
    Self.roundTrip(row.line, now: row.now)
    Self.roundTrip(row.line.uppercased(), now: row.now)
    Self.roundTrip(NoteVariantsTests.curly(row.line), now: row.now)
    Self.roundTrip(row.line.replacing(", ", with: ","), now: row.now)
    if !row.line.hasPrefix("new ") {
      Self.roundTrip("visit 10am " + row.line, now: row.now, on: "K06")
    }
  }

  @Test("Every day and time of the table")
  func times() {
    let rows =
      NoteTimesTableTests.spring + NoteTimesTableTests.autumn + NoteTimesTableTests.years
      + NoteTimesTableTests.leapDays + NoteTimesTableTests.weekdays
      + NoteTimesTableTests.midnights
    for row in rows {
      Self.roundTrip("selam letter \(row.typed), filed", now: row.now)
      Self.roundTrip("selam visit \(row.typed) 45m alone", now: row.now)
      Self.roundTrip("thanh missing told:edt \(row.typed) ref:7 calm", now: row.now)
    }
    for row in NoteTimesTableTests.acts {
      Self.roundTrip("selam letter filed >ring her \(row.typed) then tea", now: row.now)
      Self.roundTrip("selam letter filed >>\(row.typed) ring her ; then tea", now: row.now)
    }
  }

  @Test(
    "In words that anybody can read",
    arguments: [
      (
        "thanh visit 14:20 45m alone int:vi \"settled, asked about the solicitor\" !second-phone "
          + ">sw: chase PEP fri >>bring the bus pass thu",
        "K12 visit 2026-11-21T14:20 45m alone int:vi - \"settled, asked about the solicitor\" "
          + "!second-phone >sw: chase PEP 2026-11-27 >>bring the bus pass 2026-11-26"
      ),
      ("duc tc sw Ms Ali 10m: all well", "K11 call sw Ms Ali 10m - all well"),
      ("nour,saba travel yest 8am 40m with:Ana", "K14+K08 travel 2026-11-21T08:00 40m with:Ana"),
      ("ardit na x2 10:05 10:40 no ans", "K07 attempt x2 10:05 10:40 - no ans"),
      ("selam >ring mum ; calm", "nil"),
      ("selam call >ring mum ; calm", "K03 call >ring mum ; calm"),
      ("selam call 31 feb", "nil"), ("", "nil"),
    ]
  )
  func words(_ line: String, _ printed: String) {
    let written = NoteCaseload.parser("2026-11-22T14:05").canonical(line)
    #expect(written ?? "nil" == printed)
  }

  @Test("Generated notes: every part of the grammar, in any order")
  func generated() {
    var dice = Dice(seed: 26)
    var kept = 0
    // A sample; the nightly programme makes more of them.
    let lines = min(1000, FuzzedLinesTests.lines ?? .max) + (FuzzedLinesTests.lines ?? 0) / 10
    for _ in 0..<lines {
      let line = NoteMaker.line(&dice)
      if Self.roundTrip(line, now: "2026-11-24T16:30") != nil { kept += 1 }
    }
    #expect(kept > lines / 2, "most of them are notes that can be kept")
  }
}

/// Makes up notes: heads with everything the grammar has, prose, and marks between.
enum NoteMaker {
  static let prose = [
    "calm", "she said", "ate well", "has not seen the GP", "feels alone", "no answer from school",
    "told edt 10.05", "> mail", "room #3", "~20 min", "+44 7700 900123", "a=b", "PA/1234", "s45",
    "\\\"so\\\"", "\\!x", "don't", "it’s", "😀", "5pm.", "18 on sat", "he refuses to engage",
    "Mr Bright", "\n", "; then", "(alone)", "back", "found", "sw:", "-", "—", "Thanh", "x3", "seen",
  ]
  static let marks = [
    "!phone", "!!threat", "#school", "=police", ">ring the college fri", ">sw: chase PEP",
    ">>bring the pass thu 4pm", ">fri ring mum", "\"I am fine\"", "\u{201C}all good\u{201D}",
    "sw:\"no\"", "q:\"are you safe\"", "~I think tired~", "told:edt 1530", "told:sw Ms Ali ref:77",
    "int:ti/phone/LL12", "at:college", "at:\"the big gym\"", "with:Sara,SW", "int:none",
    "child:\"ok\"", ">la: reply ;", "from:child", "to:sw",
  ]

  static func line(_ dice: inout Dice) -> String {
    var parts = [dice.pick(["selam", "K12", "nour+saba", "duc", "bảo", "thanh, yusuf"]) ?? "selam"]
    parts.append(
      dice.pick([
        "visit", "call", "text", "sol call", "lac", "strategy mtg", "attempt calls", "letter",
        "school", "travel", "email", "meeting", "office", "video", "upd", "",
      ]) ?? ""
    )
    var head = [
      dice.pick(["10am", "mon 4pm", "last night", "23/11", "yesterday", "today", "1530", ""]) ?? "",
      dice.pick(["45m", "1h30", "20h", "", ""]) ?? "", dice.pick(["alone", "", "", ""]) ?? "",
      dice.pick(["seen", "unseen", "not alone", "", "", ""]) ?? "",
      dice.pick(["teams", "", "", ""]) ?? "",
    ]
    if dice.chance(30) { parts.append(dice.pick(["sw", "carer Ms Ali", "HO", "pa"]) ?? "sw") }
    head.shuffle(using: &dice)
    parts += head
    for _ in 0..<Int.random(in: 0...2, using: &dice) { parts.append(dice.pick(marks) ?? "") }
    if dice.chance(40) { parts.append(dice.pick([":", "-", "\n", "."]) ?? "") }
    for _ in 0..<Int.random(in: 0...8, using: &dice) {
      parts.append((dice.chance(70) ? dice.pick(prose) : dice.pick(marks)) ?? "")
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
