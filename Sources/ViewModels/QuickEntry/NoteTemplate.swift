/// How the notes that are written most begin: Ctrl-T and one key.
///
/// Only whom it was with and of which kind. A visit counts as the word does when it is typed, and the
/// preview says so; nothing here says alone, or anything of how the child is.
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
    case .missingUpdate: "police call missing update: "
    }
  }

  /// What the row of choices calls it.
  var label: String {
    self == .missingUpdate ? "missing" : "\(self)"
  }
}
