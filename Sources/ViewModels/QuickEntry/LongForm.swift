import Casework

/// The bar grown to a page: the same line over many rows, and what it does not say yet.
enum LongForm {
  /// What can still be said, and how it is typed; nothing of it must be.
  static func parts(_ note: ParsedNote) -> [Part] {
    let open = unsaid(note)
    guard !open.isEmpty else { return [] }
    return [
      .blank, .heading(Line("NOT SAID", .quiet)),
      .fields(open.map { Field($0.label, $0.typed, .quiet) }),
    ]
  }

  private static func unsaid(_ note: ParsedNote) -> [(label: String, typed: String)] {
    guard note.referral == nil else { return [] }
    let isWith = note.party == .child
    let rows: [(String, String, isSaid: Bool)] = [
      ("whom", "thanh, K12, thanh+dawit; about thanh …", !note.children.isEmpty),
      ("kind", "visit call text message meeting review court health letter …", note.kind != nil),
      ("when", "14:20   yest 9am   fri   23/11   2026-11-23 14:20   (now)", note.saysWhen),
      ("how long", "45m   1h30   14:20-15:05", note.minutes != nil),
      (
        "alone",
        note.offers.contains { $0.code == "alone" }
          ? "alone, with a comma after it"
          : "alone, where nobody else was there but an interpreter",
        note.alone != nil || !isWith
      ),
      ("interpreter", "int:vi   int:vi/phone   int:none", note.interpreter != nil || !isWith),
      ("also there", "with:carer,SW", !note.with.isEmpty || !isWith),
      ("place", "at:college   (masked wherever it shows)", note.place != nil),
      (
        "words", "“…” the child's   sw:\"…\" somebody else's   q:\"…\" what you asked",
        !note.words.isEmpty
      ),
      ("opinion", "~yours, apart from what happened~", note.opinion != nil),
      ("flag", "!second-phone   !!urgent", !note.flags.isEmpty),
      ("to do", ">ring the GP fri   >sw: chase PEP fri   >>a promise thu", !note.actions.isEmpty),
      (
        "told", "told:police 22:05 ref:4471",
        !note.steps.isEmpty || note.children.allSatisfy { $0.missingSince == nil }
      ),
      ("restricted", "=priv =police =third =health =asked =allegation", note.restricted != nil),
      ("tag", "#court", !note.tags.isEmpty),
    ]
    return rows.filter { !$0.isSaid }.map { ($0.0, $0.1) }
  }
}
