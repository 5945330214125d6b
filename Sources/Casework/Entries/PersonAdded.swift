/// Somebody around the child.
public struct PersonAdded: Entry {
  /// The stored name.
  public static let type = "person-added"

  /// The name, or what is known instead of it.
  public var name: String
  /// What they are to the child.
  public var role: Role?
  /// Professional, family, friend, unknown adult, of concern.
  public var standing: Standing?
  /// Where they work.
  public var organisation: String?
  /// Their numbers.
  public var numbers: [PhoneNumber]?
  /// Whether contacting them is safe for the child.
  public var safeToContact: Known<Bool>?
  /// What an unknown adult is known by: a car, an account.
  public var identifiers: [Identifier]?
  /// More about them.
  public var note: String?

  /// Makes the entry.
  public init(
    name: String,
    role: Role? = nil,
    standing: Standing? = nil,
    organisation: String? = nil,
    numbers: [PhoneNumber]? = nil,
    safeToContact: Known<Bool>? = nil,
    identifiers: [Identifier]? = nil,
    note: String? = nil
  ) {
    self.name = name
    self.role = role
    self.standing = standing
    self.organisation = organisation
    self.numbers = numbers
    self.safeToContact = safeToContact
    self.identifiers = identifiers
    self.note = note
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "person: \(name)" }

  /// What the timeline shows below the line.
  public var timelineText: String { lines(role?.words, standing?.words, organisation, note) }

  /// The words that search finds it by.
  public var searchText: String { lines(name, organisation, note) }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    file.people.append(Dated(self, stamp))
  }
}

/// Where somebody stands.
public enum Standing: String, Codable, Sendable, CaseIterable {
  /// Somebody at work.
  case professional
  /// Looks after the child.
  case carer
  /// Family.
  case family
  /// A friend.
  case friend
  /// An adult whom nobody knows.
  case unknownAdult = "unknown-adult"
  /// An adult who worries the guardian.
  case ofConcern = "of-concern"

  /// As a sentence says it.
  public var words: String {
    switch self {
    case .professional: "professional"
    case .carer: "carer"
    case .family: "family"
    case .friend: "friend"
    case .unknownAdult: "unknown adult"
    case .ofConcern: "of concern"
    }
  }
}

/// A telephone number, with when it answers and when it was checked.
public struct PhoneNumber: Codable, Sendable, Hashable {
  /// The number, as given.
  public var number: String
  /// When it answers.
  public var hours: String?
  /// The day somebody checked it.
  public var checked: Day?

  /// Makes a number.
  public init(number: String, hours: String? = nil, checked: Day? = nil) {
    self.number = number
    self.hours = hours
    self.checked = checked
  }
}

/// Something by which a person may be known again.
public struct Identifier: Codable, Sendable, Hashable {
  /// What it is: `number plate`, `account`.
  public var what: String
  /// Its value.
  public var value: String
  /// Who says so.
  public var source: String?
  /// How sure they are.
  public var confidence: String?

  /// Makes an identifier.
  public init(what: String, value: String, source: String? = nil, confidence: String? = nil) {
    self.what = what
    self.value = value
    self.source = source
    self.confidence = confidence
  }
}
