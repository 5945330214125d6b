/// The version of the format that is written; a reader refuses another `major`.
enum FormatVersion {
  static let major: UInt16 = 1
  static let minor: UInt16 = 0
  /// In every frame.
  static let frame: UInt8 = 0
  /// AES-256-GCM, HKDF-SHA256, Ed25519.
  static let algorithm: UInt8 = 1
}
