/// What `child-described` describes; a field of a newer version is kept as it is.
public struct ChildField: RawRepresentable, Codable, Sendable, Hashable {
  /// The stored name.
  public var rawValue: String

  /// A field by its stored name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The whole name, as given.
  public static let name = ChildField(rawValue: "name")
  /// What the child is called.
  public static let knownAs = ChildField(rawValue: "known-as")
  /// The name in the child's own script.
  public static let ownScript = ChildField(rawValue: "own-script")
  /// How to say the name.
  public static let sayIt = ChildField(rawValue: "say-it")
  /// Another name the child goes by or was recorded under.
  public static let alias = ChildField(rawValue: "alias")
  /// A number that another system gave.
  public static let otherNumber = ChildField(rawValue: "other-number")
  /// A date of birth, with its basis; there may be two.
  public static let birth = ChildField(rawValue: "birth")
  /// An age as somebody said it, where no date is known.
  public static let ageAsSaid = ChildField(rawValue: "age-as-said")
  /// A language, with its dialect.
  public static let language = ChildField(rawValue: "language")
  /// What to know about interpreting.
  public static let interpreting = ChildField(rawValue: "interpreting")
  /// What the child wants, in the child's words.
  public static let wants = ChildField(rawValue: "wants")
  /// What helps.
  public static let helps = ChildField(rawValue: "helps")
  /// What frightens.
  public static let frightens = ChildField(rawValue: "frightens")
  /// Whom the child would ring.
  public static let rings = ChildField(rawValue: "rings")
  /// A strength.
  public static let strength = ChildField(rawValue: "strength")
  /// Nationality, kept as told; no rule reads it.
  public static let nationality = ChildField(rawValue: "nationality")
  /// Where the child was found or exploited, as told.
  public static let site = ChildField(rawValue: "site")
  /// How the child looks, for the police sheet.
  public static let description = ChildField(rawValue: "description")

  /// Fields of which a child may have several; the others have one value at a time.
  public static let many: Set<ChildField> = [
    .alias, .otherNumber, .birth, .language, .wants, .helps, .frightens, .rings, .strength,
  ]

  /// Fields whose value is a name that a typed line may find the child by.
  public static let names: Set<ChildField> = [.name, .knownAs, .ownScript, .alias]
}

/// What a date of birth rests on.
public enum BirthBasis: String, Codable, Sendable, CaseIterable {
  /// What the child says.
  case ownAccount = "own-account"
  /// An age assessment.
  case assessed
  /// A document.
  case document
  /// What another authority wrote down.
  case assigned
  /// Not said.
  case notSaid = "not-said"

  /// As a page says it: "17 by own account".
  public var words: String {
    switch self {
    case .ownAccount: "by own account"
    case .assessed: "by assessment"
    case .document: "by document"
    case .assigned: "as assigned"
    case .notSaid: "basis not recorded"
    }
  }
}
