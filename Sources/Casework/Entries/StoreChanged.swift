/// One of the store's own files was replaced: the log names its new hash, so that an old file put
/// back is noticed.
public struct StoreChanged: Entry {
  /// The stored name.
  public static let type = "store-changed"

  /// `header` or `keys`.
  public var file: String
  /// The generation written in the file.
  public var generation: UInt64
  /// SHA-256 of the file, in hexadecimal.
  public var sha256: String

  /// Names a file.
  public init(file: String, generation: UInt64, sha256: String) {
    self.file = file
    self.generation = generation
    self.sha256 = sha256
  }
}
