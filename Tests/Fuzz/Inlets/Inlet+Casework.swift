import Foundation
import TestSupport

@testable import Casework
@testable import Vault

/// What is typed, and what is brought in from elsewhere.
extension Inlet {
  /// The line of quick entry.
  static let noteLine = Inlet(
    text: "note-line",
    longest: 2048,
    words: [
      "thanh", "K12", "nour+saba", "Đức", "visit", "call", "attempt", "x3", "sol", "seen", "alone",
      "not", "new ", "re ", "14:20", "25:99", "31 feb", "-2d", "+999wd", "2026-13-45", "last night",
      "14:20-15:05", "45m", "int:vi/phone/ID", "at:", "with:", "to:", "from:", "told:edt", "ref:1",
      ">", ">>", ">sw:", "!flag", "!!threat", "#tag", "=priv", "~a~", "\"", "\u{201C}", "\\", ",",
      " ;", "\n", "\r\n", "\u{A0}", "\u{202E}", "\u{0}", "\u{1B}[31m", "👩‍👩‍👧", "\u{301}",
    ],
    seeds: [
      "thanh visit seen alone 14:20-15:05 int:vi/phone/ID said \"toi so\" >sw: PEP fri !!threat",
      "nour+saba call carer x3 at:gym with:Ms ~I think so~ #school =priv >>bring shoes",
      "new Bao K15 ref:12 ho 15 vietnamese", "yusuf missing told:edt,sw 22:10", "-2d k09 call sol",
    ],
    check: { line in
      for parser in parsers {
        let note = parser.parse(line)
        if Array(note.raw.utf8) != Array(line.utf8) { return "another text than was typed" }
        var last = 0
        for token in note.tokens {
          guard token.from >= last, token.to >= token.from, token.to <= line.utf8.count,
            String(validating: Array(line.utf8)[token.from..<token.to], as: UTF8.self) != nil
          else { return "a mark outside the line or inside a character" }
          last = token.from
        }
        if note.alone == true, !line.lowercased().contains("alone") { return "alone, and not said" }
        if note.act(newID: { EntryID(rawValue: "x") }) != nil, !note.problems.isEmpty {
          return "kept while something is asked"
        }
        _ = note.preview.map(\.plain)
        guard (try? JSONEncoder().encode(note.json)) != nil else { return "no JSON of it" }
        _ = parser.completions(line, cursor: line.utf8.count / 2)
      }
      return nil
    }
  )

  private static let parsers: [NoteParser] = {
    let children = [
      ("K12", "Thanh", "Nguyễn Thị Thanh"), ("K09", "Yusuf", "يوسف"), ("K11", "Đức", "Lê Đức"),
      ("K14", "Nour", "Nour Haddad"), ("K08", "Saba", "Saba Tekle"),
    ].map { ref, known, name in
      KnownChild(
        id: ChildID(rawValue: "id-" + ref),
        ref: ref,
        names: [name],
        knownAs: known,
        missingSince: ref == "K12" ? moment("2026-11-21 21:40") : nil
      )
    }
    return [("2026-11-24 16:30", nil), ("2026-03-29 01:30", "id-K12")].map { now, focus in
      NoteParser(
        caseload: children,
        now: moment(now),
        zone: .london,
        focus: focus.map(ChildID.init(rawValue:))
      )
    }
  }()

  private static func context() -> ImportContext {
    var ids = 0
    return ImportContext(
      zone: .london,
      now: sundayAfternoon,
      newID: {
        ids += 1
        return "id-\(ids)"
      },
      child: { $0 == "K09" ? ChildID(rawValue: "known") : nil },
      nextRef: {
        ids += 1
        return "K\(100 + ids)"
      }
    )
  }

  private static func fault(in plan: ImportPlan, rows: Int) -> String? {
    if plan.read != plan.kept + plan.refused.count { return "a row is neither kept nor refused" }
    if plan.read + plan.left > rows { return "more rows than there are" }
    for refused in plan.refused where refused.row < 1 || refused.row > rows {
      return "a refused row that is not there: \(refused.row)"
    }
    for act in plan.acts {
      for part in act.parts {
        if part.entries.isEmpty { return "an act without entries" }
        for entry in part.entries where (try? ActText.body(entry.body)) == nil {
          return "an entry that cannot be written"
        }
      }
    }
    return nil
  }

  /// `import notes`: JSON Lines.
  static let notesImport = Inlet(
    "import-notes",
    words: [
      "\"ref\":", "\"name\":", "\"at\":", "\"kind\":", "\"body\":", "\"due\":", "\"minutes\":",
      "\"seen\":", "\"alone\":", "\"K77\"", "\"visit\"", "null", "1441", "-1", "1e3", "\n", "\r\n",
      "2026-02-30", "2026-03-29T01:30", "\u{FEFF}", "9999999999999999999",
    ],
    seeds: {
      [
        #"{"ref":"K77","name":"Tam","at":"2026-11-21 14:20","kind":"visit","body":"Seen. Well."}"#
          + "\n"
          + #"{"ref":"K77","at":"2026-11-22","kind":"phone","body":"rang","due":"2026-12-01"}"#,
        #"{"ref":"k09","at":"2026-03-29T01:30","kind":"x","body":"b","minutes":30,"seen":true}"#
          + "\r\n\n",
        "{}\n[]\nnull\n",
      ].map { Array($0.utf8) }
    },
    check: { bytes in
      let rows = bytes.count { $0 == 0x0A } + 1
      return fault(
        in: NotesImport.plan(Data(bytes), file: "n.jsonl", context: context()),
        rows: rows
      )
    }
  )

  /// `import ssda903`: up to four tables, parted by the byte 0x1E.
  static let ssda903 = Inlet(
    text: "import-ssda903",
    words: [
      "CHILD,SEX,DOB", "CHILD,DECOM,RNE,LS,PLACE,DEC,REC", "CHILD,DOB,MISSING,MIS_START,MIS_END",
      "CHILD,SEX,DOB,DUC", "\u{1E}", "\n", "\r\n", "\r", "\"", "\"\"", ",", "01/02/2011", "U6",
      "99999999999999999999/1/2011", "\u{FEFF}", "S", "L", "X1", "M",
    ],
    seeds: [
      "CHILD,SEX,DOB\n101,1,01/02/2011\n102,2,29/02/2012\n\u{1E}"
        + "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n101,01/03/2025,S,C2,U6,,\n"
        + "101,01/04/2025,L,C1,U6,05/05/2025,E11\n\u{1E}"
        + "CHILD,DOB,MISSING,MIS_START,MIS_END\n101,01/02/2011,M,01/06/2025,\n\u{1E}"
        + "CHILD,SEX,DOB,DUC\n102,2,29/02/2012,01/01/2030\n",
      "CHILD,SEX,DOB\r\n\"1\"\"0,1\",1,1/2/2011\r\n\u{1E}CHILD,DECOM,RNE,LS,PLACE,DEC,REC\r\n",
      "CHILD,SEX,DOB\n\u{1E}",
    ],
    check: { text in
      let parts = text.split(separator: "\u{1E}", omittingEmptySubsequences: false)
      var texts: [String: String] = [:]
      for (file, part) in zip(SSDA903Import.files, parts) { texts[file.name] = String(part) }
      let ends = text.unicodeScalars.count { $0 == "\n" || $0 == "\r" }
      for limit in [nil, 1] {
        do {
          let plan = try SSDA903Import.plan(texts, limit: limit, context: context())
          if let fault = fault(in: plan, rows: ends + 1 + parts.count) { return fault }
        } catch is ImportProblem {
          continue
        } catch {
          return "another error than its own: \(error)"
        }
      }
      return nil
    }
  )

  /// Days and times as records, other programs and people write them.
  static let times = Inlet(
    text: "times",
    longest: 128,
    words: ["T", "Z", "+23:59", "-23:59", ":", ".999", "9999-12-31", "0001-01-01", "24:00", " "],
    seeds: [
      "2026-11-22T14:05:30.250+01:00", "2026-11-22", "2026-03-29 01:30", "2026-11-22T14:05Z",
      "0001-01-01T00:00-23:59", "9999-12-31T23:59:59.999+00:00", "99999999999999999999/2/2011",
    ],
    check: { text in
      _ = (SSDA903Codes.day(text), ChildRef.normal(text), UUIDv7.self)
      if let day = Day(iso: text), day.iso != text { return "a day reads otherwise" }
      if let moment = Moment(typed: text, zone: .london) {
        _ = (Zone.london.day(of: moment), Zone.london.minuteOfDay(of: moment))
      }
      guard let moment = Moment(iso: text) else { return nil }
      guard let again = Moment(iso: moment.iso) else { return "a moment is written and not read" }
      return again == moment && again.offsetMinutes == moment.offsetMinutes
        ? nil : "a moment is written and read otherwise"
    }
  )

  /// Words of the search field, which become an expression of the index's own language.
  static let searchWords = Inlet(
    text: "search",
    longest: 512,
    words: [
      "\"", "*", " AND ", " OR ", " NOT ", "NEAR(", "(", "^", ":", "-", "'", "\u{0}", "“", " in:",
      " kind:",
      " on:", " since:", " who:", " #", " !!", ",", "monday", "31/2", "-2w", "visit",
    ],
    seeds: ["duc", "numb* 3", "\"number 3\"", "a\"b", "“hàng xóm”", "'); DROP TABLE words; --"],
    check: { text in
      guard let index = try? RecordIndex() else { return "no index" }
      do {
        _ = try index.search(SearchQuery(text: text), zone: .london)
        let now = Moment(milliseconds: 1_795_356_300_000)
        let reader = SearchReader(children: [], now: now, zone: .london)
        let filter = reader.read(text)
        _ = try index.search(SearchQuery(filter), zone: .london)
        _ = filter.words(now: now, zone: .london) + filter.problems.map(\.words).joined()
        let folded = Fold.fold(text)
        return Fold.fold(folded) == folded ? nil : "folded twice is otherwise"
      } catch {
        return "the index refused it: \(error)"
      }
    }
  )
}
