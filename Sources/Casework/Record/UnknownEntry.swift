/// An entry that this version cannot read: kept byte for byte, shown as such, never dropped.
public struct UnknownEntry: Entry {
  /// Not a stored name.
  public static let type = "unknown"
  /// The stored name it was written with.
  public var writtenType: String
  /// The body's JSON, as it was written.
  public var json: String

  /// Keeps what could not be read.
  public init(writtenType: String, json: String) {
    self.writtenType = writtenType
    self.json = json
  }

  /// Says that it is there and cannot be read.
  public var timelineTitle: String { "an entry this version cannot read (\(writtenType.spaced))" }
}

/// A restricted entry whose text this reader has no key for: it exists, its kind and date show.
public struct WithheldEntry: Entry {
  /// Not a stored name.
  public static let type = "withheld"
  /// The stored name of what is withheld.
  public var writtenType: String
  /// The kind of contact, where it is one.
  public var kind: String?
  /// Why it is withheld.
  public var restrictedKind: Restriction

  /// Stands in for a body that is withheld.
  public init(writtenType: String, kind: String?, restrictedKind: Restriction) {
    self.writtenType = writtenType
    self.kind = kind
    self.restrictedKind = restrictedKind
  }

  /// Says that it is there and is not shown.
  public var timelineTitle: String {
    "\(kind ?? writtenType.spaced): not shown (\(restrictedKind.rawValue.spaced))"
  }
}
