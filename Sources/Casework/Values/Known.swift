/// A value that may not be known, with who says so; four kinds of not knowing are kept apart.
///
/// Stored as `{"value": …, "source": …}` or `{"state": "unknown" | "not-asked" | …, "source": …}`.
public struct Known<Value: Codable & Sendable & Hashable>: Codable, Sendable, Hashable {
  /// The value; beside a state only where it is disputed.
  public var value: Value?
  /// Why there is no agreed value.
  public var state: Unknown?
  /// Who says so, such as `caller`, `child` or `council`.
  public var source: String?

  /// A value that somebody gave.
  public init(_ value: Value, source: String? = nil) {
    self.value = value
    self.source = source
  }

  /// No value, and why.
  public init(_ state: Unknown, value: Value? = nil, source: String? = nil) {
    self.value = value
    self.state = state
    self.source = source
  }

  /// The value where it is known and nobody disputes it.
  public var agreed: Value? { state == nil ? value : nil }
}

/// The four kinds of not knowing.
public enum Unknown: String, Codable, Sendable, CaseIterable {
  /// Nobody knows.
  case unknown
  /// Nobody has asked.
  case notAsked = "not-asked"
  /// The child would rather not say.
  case declined
  /// People say different things.
  case disputed

  /// As a page says it.
  public var words: String {
    switch self {
    case .unknown: "unknown"
    case .notAsked: "not asked"
    case .declined: "declined"
    case .disputed: "disputed"
    }
  }
}
