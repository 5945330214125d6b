/// Something about the child: one field, one value, and who says so.
public struct ChildDescribed: Entry {
  /// The stored name.
  public static let type = "child-described"

  /// What is described.
  public var field: ChildField
  /// The value, or which kind of not knowing; a date of birth as `YYYY-MM-DD`.
  public var value: Known<String>
  /// A date of birth: what it rests on.
  public var basis: BirthBasis?
  /// A language: the dialect.
  public var dialect: String?
  /// True takes this value of a field with several back.
  public var withdrawn: Bool?

  /// Makes the entry.
  public init(
    field: ChildField,
    value: Known<String>,
    basis: BirthBasis? = nil,
    dialect: String? = nil,
    withdrawn: Bool? = nil
  ) {
    self.field = field
    self.value = value
    self.basis = basis
    self.dialect = dialect
    self.withdrawn = withdrawn
  }

  /// The line that the timeline shows.
  public var timelineTitle: String {
    "\(field.rawValue.spaced)\(withdrawn == true ? " taken back" : "")"
  }

  /// What the timeline shows below the line.
  public var timelineText: String {
    lines(
      value.value,
      dialect,
      basis?.words,
      value.state?.words,
      value.source.map { "source: \($0)" }
    )
  }

  /// The words that search finds it by; a child's own names lead to the child, not to an entry.
  public var searchText: String {
    [.name, .knownAs, .ownScript].contains(field) ? "" : lines(value.value, dialect)
  }

  /// Names, and another system's number, that a typed line or a ref may find the child by.
  public var namesForMatching: [String] {
    (ChildField.names.contains(field) || field == .otherNumber) && withdrawn != true
      ? [value.value].compactMap { $0 } : []
  }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    let said = Described(id: stamp.id, at: stamp.occurredAt, value: value, dialect: dialect)
    switch field {
    case .name: file.name = withdrawn == true ? nil : value
    case .knownAs: file.knownAs = withdrawn == true ? nil : value.value
    case .ownScript: file.ownScript = withdrawn == true ? nil : value.value
    case .alias: file.aliases.take(value.value, withdrawn)
    case .otherNumber: file.otherNumbers.take(value.value, withdrawn)
    case .birth: foldBirth(into: &file, stamp: stamp)
    case .language: file.languages.take(said, withdrawn)
    case .wants: file.wants.take(said, withdrawn)
    case .helps: file.helps.take(said, withdrawn)
    case .rings: file.rings.take(said, withdrawn)
    case .strength: file.strengths.take(said, withdrawn)
    case let field where ChildField.many.contains(field):
      file.described[field, default: []].take(said, withdrawn)
    default: file.described[field] = withdrawn == true ? nil : [said]
    }
  }
}

extension ChildDescribed {
  // A new date of the same basis takes the place of the old one; another basis stands beside it.
  private func foldBirth(into file: inout CaseFile, stamp: Stamp) {
    let basis = basis ?? .notSaid
    file.births.removeAll { $0.basis == basis }
    guard withdrawn != true else { return }
    file.births.append(
      Birth(
        id: stamp.id,
        date: value.value.flatMap(Day.init(iso:)),
        basis: basis,
        state: value.state,
        source: value.source
      )
    )
  }
}

extension [String] {
  // Adds a value once, or takes it back.
  fileprivate mutating func take(_ value: String?, _ withdrawn: Bool?) {
    guard let value else { return }
    removeAll { $0 == value }
    if withdrawn != true { append(value) }
  }
}

extension [Described] {
  // Adds a value once, or takes it back; a known value ends not knowing.
  fileprivate mutating func take(_ said: Described, _ withdrawn: Bool?) {
    removeAll { $0.value.value == said.value.value || $0.value.value == nil }
    if withdrawn != true { append(said) }
  }
}
