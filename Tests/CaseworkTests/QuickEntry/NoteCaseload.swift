@testable import Casework

/// The made-up caseload of the note tests: as of Tue 24 Nov 2026 16:30 in London.
enum NoteCaseload {
  static let children: [KnownChild] = [
    child("K12", "Thanh", ["Nguyễn Thị Thanh"], missingSince: "2026-11-21T21:40Z"),
    child("K09", "Yusuf", ["Yusuf Osman Idris", "يوسف"]), child("K07", "Ardit", ["Ardit Hoxha"]),
    child("K13", "Dawit", ["Dawit Tesfay", "ዳዊት"]), child("K03", "Selam", ["Selam Haile"]),
    child("K01", "Minh", ["Trần Văn Minh"], missingSince: "2025-10-11T09:00Z"),
    child("K14", "Nour", ["Nour Haddad"]), child("K05", "Filmon", ["Filmon Kidane"]),
    child("K02", "Mirela", ["Mirela Ionescu"]), child("K11", "Đức", ["Lê Đức"]),
    child("K08", "Saba", ["Saba Tekle"]), child("K10", "Bảo", ["Phạm Bảo"]),
    child("K06", "Layla", ["Layla Karimi", "لیلا"]), child("K04", "Jordan", ["Jordan Smith"]),
  ]

  static let tuesday = "2026-11-24T16:30"

  static func child(_ ref: String, _ known: String, _ names: [String], missingSince: String? = nil)
    -> KnownChild
  {
    KnownChild(
      id: ChildID(rawValue: "id-" + ref),
      ref: ref,
      names: names,
      knownAs: known,
      missingSince: missingSince.flatMap(Moment.init(iso:))
    )
  }

  static func moment(_ local: String) -> Moment {
    Moment(typed: local, zone: .london) ?? Moment(milliseconds: 0)
  }

  static func parser(_ now: String = tuesday, on ref: String? = nil) -> NoteParser {
    NoteParser(
      caseload: children,
      now: moment(now),
      zone: .london,
      focus: ref.map { ChildID(rawValue: "id-" + $0) }
    )
  }

  static func parse(_ line: String, now: String = tuesday, on ref: String? = nil) -> ParsedNote {
    parser(now, on: ref).parse(line)
  }

  /// What a kept contact counts for.
  static func counted(_ contact: ContactMade, at moment: Moment) -> ContactFact {
    contact.counted(
      Stamp(
        id: EntryID(rawValue: "kept"),
        child: nil,
        occurredAt: moment,
        recordedAt: moment,
        by: "guardian"
      )
    )
  }
}
