/// Every type of entry that this version can read.
public enum Entries {
  /// One line a file of this folder; a test holds them together.
  public static let all: [any Entry.Type] = [
    ContactMade.self
  ]

  /// By stored name.
  public static let byType: [String: any Entry.Type] = Dictionary(
    uniqueKeysWithValues: all.map { ($0.type, $0) }
  )
}
