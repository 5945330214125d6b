/// How the notes that are written most begin: Ctrl-T and one key.
///
/// Only whom it was with and of which kind: never that a child was seen, or alone.
enum NoteTemplate: Character, CaseIterable {
  case visit = "v"
  case call = "c"
  case attempt = "a"
  case review = "r"
  case solicitor = "s"
  case police = "p"
  case missingUpdate = "m"

  /// What is put at the cursor, in the words of the grammar.
  var text: String {
    switch self {
    case .visit: "visit "
    case .call: "call "
    case .attempt: "attempt "
    case .review: "lac review "
    case .solicitor: "sol call "
    case .police: "police call "
    case .missingUpdate: "police call still missing: "
    }
  }

  /// What the row of choices calls it.
  var label: String {
    self == .missingUpdate ? "missing" : "\(self)"
  }
}
