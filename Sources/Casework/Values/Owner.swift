/// Who owes an act: the guardian or somebody else.
///
/// Stored as `guardian` or a role, as in `owedBy`.
public enum Owner: Sendable, Hashable {
  /// The guardian.
  case guardian
  /// Somebody else, by role.
  case role(Role)
}

extension Owner: RawRepresentable, Codable {
  /// `guardian`, or the role's stored name.
  public var rawValue: String {
    switch self {
    case .guardian: "guardian"
    case .role(let role): role.rawValue
    }
  }

  /// Reads `guardian` or a role's stored name.
  public init?(rawValue: String) {
    if rawValue == "guardian" {
      self = .guardian
    } else if let role = Role(rawValue: rawValue) {
      self = .role(role)
    } else {
      return nil
    }
  }

  /// As a sentence says it: "you", "the council".
  public var words: String {
    switch self {
    case .guardian: "you"
    case .role(let role): role.words
    }
  }
}
