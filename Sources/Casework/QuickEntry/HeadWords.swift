/// The bare words that count in the head of a note, and nowhere else (interface.md §4).
enum HeadWords {
  static let kinds: [String: ContactKind] = [
    "visit": .visit, "v": .visit, "hv": .visit, "f2f": .visit, "office": .office,
    "call": .call, "c": .call, "tc": .call, "phone": .call, "video": .video, "vc": .video,
    "text": .text, "t": .text, "sms": .text, "email": .email, "message": .message,
    "meeting": .meeting, "m": .meeting, "mtg": .meeting,
    "review": .review, "lac": .review, "rev": .review,
    "strategy": .strategy, "strat": .strategy, "interview": .interview, "court": .court,
    "police": .police, "lawyer": .lawyer, "sol": .lawyer, "solicitor": .lawyer,
    "school": .school, "health": .health, "travel": .travel, "supervision": .supervision,
    "letter": .letter, "attempt": .attempt, "attempts": .attempt, "vm": .attempt,
    "na": .attempt, "missing": .missing, "upd": .missing,
  ]

  static let roles: [String: Role] = {
    var words = Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0.rawValue, $0) })
    words["sol"] = .lawyer
    words["solicitor"] = .lawyer
    for word in ["mum", "mother", "dad", "father"] { words[word] = .parent }
    return words
  }()

  /// How, beside the kind.
  static let media: Set<String> = ["teams", "zoom", "phone", "whatsapp", "skype", "facetime"]

  static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "pc", "ds", "dc", "ps", "sgt", "insp", "judge", "prof",
  ]

  /// Capitalised at the beginning of a sentence, but no names.
  static let sentenceStarters: Set<String> = [
    "a", "an", "and", "asked", "at", "but", "did", "feels", "had", "has", "have", "he", "her",
    "him", "his", "i", "in", "is", "it", "no", "not", "nothing", "now", "on", "re", "said", "says",
    "she", "so", "still", "that", "the", "their", "then", "there", "they", "this", "to", "told",
    "very", "was", "we", "went", "were", "what", "when", "will", "with", "would", "yes", "you",
    "about", "also", "all", "both", "discussed", "spoke", "settled", "calm", "confirmed", "agreed",
    "wants", "want", "called", "rang", "my", "our", "if", "for", "from", "after", "before",
  ]

  /// Before the colon of a quotation they say that it is one, and not whose.
  static let reporting: Set<String> = [
    "said", "says", "asked", "asks", "told", "tells", "replied", "answered", "added", "wrote",
    "words", "quote", "views", "wishes", "feelings", "child", "she", "he", "they",
  ]

  /// Who is no role of the grammar and still not the child.
  static let relations: Set<String> = [
    "uncle", "aunt", "auntie", "brother", "sister", "cousin", "gran", "grandmother",
    "grandfather", "friend", "boyfriend", "girlfriend", "husband", "wife", "neighbour", "driver",
    "teacher", "nurse", "doctor", "manager", "officer", "tutor", "landlord", "boss",
  ]

  /// Whether a second word of kind may stand beside the first: the first kind stays.
  static func pairs(_ first: ContactKind, with second: ContactKind, word: String) -> Bool {
    if first == second { return true }
    switch first {
    case .strategy, .review: return second == .meeting
    case .attempt: return second == .call || second == .visit || second == .text
    case .lawyer, .police, .school, .health, .court:
      return second.isRemote || [.meeting, .letter, .visit, .interview].contains(second)
    default: return false
    }
  }

  /// The role that a kind speaks to by itself.
  static func role(of kind: ContactKind) -> Role? {
    switch kind {
    case .police: .police
    case .lawyer: .lawyer
    case .school: .school
    case .health: .health
    default: nil
    }
  }
}
