/// A setting of the whole record, as it is from now on.
public struct SettingsChanged: Entry {
  /// The stored name.
  public static let type = "settings-changed"

  /// The IANA zone of the record's days; nil where this entry does not change it.
  public var zone: String?

  /// Changes settings.
  public init(zone: String? = nil) { self.zone = zone }
}
