/// How a contact was made (interface.md §4, "kind").
public enum ContactKind: String, Codable, Sendable, CaseIterable {
  case visit, office, call, video, text, email, message, meeting, review, strategy, interview
  case court, police, lawyer, school, health, travel, supervision, letter, attempt, missing
  /// Imported under a kind that has no place here; the source's word is kept as a tag.
  case other

  /// The party when nothing says otherwise (entries.md, "What counts as contact").
  public var partyByDefault: Party {
    switch self {
    case .visit, .office, .call, .video, .text, .email, .message, .travel, .attempt: .child
    default: .about
    }
  }

  /// `visit` and `office` mean seen unless the line says unseen.
  public var meansSeen: Bool { self == .visit || self == .office }

  /// Call, video, message, text and email are *heard from*, never seen.
  public var isRemote: Bool {
    switch self {
    case .call, .video, .text, .email, .message: true
    default: false
    }
  }

  /// Kinds at which `alone` counts without `seen` (entries.md).
  public var aloneCounts: Bool {
    switch self {
    case .visit, .office, .travel, .call, .video: true
    default: false
    }
  }
}

/// Whether a contact was with the child or about the child.
public enum Party: String, Codable, Sendable {
  case child, about
}
