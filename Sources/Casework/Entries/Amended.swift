internal import Foundation

/// An entry is said again, better; both versions stay.
public struct Amended: Entry {
  /// The stored name.
  public static let type = "amended"

  /// The entry that is amended.
  public var of: EntryID
  /// Why.
  public var why: String
  /// What it should have said; of the same type as the first version.
  public var body: any Entry
  /// When it really happened, where that was wrong.
  public var happenedAt: Moment?

  /// Makes the entry.
  public init(of: EntryID, why: String, body: any Entry, happenedAt: Moment? = nil) {
    self.of = of
    self.why = why
    self.body = body
    self.happenedAt = happenedAt
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "amended: \(body.timelineTitle)" }

  /// The new version's text, then why.
  public var timelineText: String { lines(body.timelineText, "amended because: \(why)") }

  /// The new version's words.
  public var searchText: String { body.searchText }

  /// The new version's names.
  public var namesForMatching: [String] { body.namesForMatching }

  /// As restricted as the new version.
  public var restriction: Restriction? { body.restriction }

  /// The stored name of the body.
  public var bodyType: String {
    (body as? UnknownEntry)?.writtenType ?? Swift.type(of: body).type
  }

  /// True when both say the same.
  public static func == (a: Amended, b: Amended) -> Bool {
    a.of == b.of && a.why == b.why && a.happenedAt == b.happenedAt && same(a.body, b.body)
  }
}

extension Amended {
  private enum Key: String, CodingKey { case of, why, bodyType, body, happenedAt }

  /// Reads it; a body of a newer version is kept as it was written.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    of = try container.decode(EntryID.self, forKey: .of)
    why = try container.decode(String.self, forKey: .why)
    happenedAt = try container.decodeIfPresent(Moment.self, forKey: .happenedAt)
    let type = try container.decode(String.self, forKey: .bodyType)
    if let known = Entries.byType[type] {
      body = try container.decode(known, forKey: .body)
    } else {
      let value = try container.decode(JSONValue.self, forKey: .body)
      body = UnknownEntry(writtenType: type, json: try value.text())
    }
  }

  /// Writes it.
  ///
  /// - Throws: Whatever the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(of, forKey: .of)
    try container.encode(why, forKey: .why)
    try container.encodeIfPresent(happenedAt, forKey: .happenedAt)
    try container.encode(bodyType, forKey: .bodyType)
    if let unknown = body as? UnknownEntry {
      let value = try JSONDecoder().decode(JSONValue.self, from: Data(unknown.json.utf8))
      try container.encode(value, forKey: .body)
    } else {
      try container.encode(body, forKey: .body)
    }
  }
}

private func same(_ a: any Entry, _ b: any Entry) -> Bool {
  func check<T: Entry>(_ a: T) -> Bool { (b as? T) == a }
  return check(a)
}
