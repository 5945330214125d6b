/// What a contact counts for, and what a rhythm asks for.
public enum Counter: String, Codable, Sendable, CaseIterable {
  /// The guardian saw the child.
  case seen
  /// The guardian saw the child with nobody else but an interpreter.
  case seenAlone = "seen-alone"
  /// The child told the guardian something, by whatever means.
  case heardFrom = "heard-from"

  /// As a sentence says it: "seen alone".
  public var words: String {
    switch self {
    case .seen: "seen"
    case .seenAlone: "seen alone"
    case .heardFrom: "heard from"
    }
  }
}
