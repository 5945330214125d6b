internal import Foundation

/// A passphrase or recovery key as typed; it never prints itself.
public struct Passphrase: Sendable, CustomStringConvertible, CustomReflectable {
  private let text: String

  /// Wraps what was typed, copied into locked memory.
  public init(_ text: String) {
    self.text = LockedMemory.hold { String(decoding: Array(text.utf8), as: UTF8.self) }
  }

  /// Never the passphrase.
  public var description: String { "[hidden]" }

  /// Never the passphrase.
  public var customMirror: Mirror { Mirror(self, children: []) }

  /// What scrypt is given: a recovery key's 26 characters, anything else as NFC in UTF-8.
  var secret: [UInt8] {
    LockedMemory.hold {
      if let key = RecoveryKey(typed: text) { return Array(key.characters.utf8) }
      return Array(text.precomposedStringWithCanonicalMapping.utf8)
    }
  }

  /// Gives what scrypt is given, and overwrites it afterwards.
  func withSecret<Result, Failure>(
    _ body: ([UInt8]) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var bytes = secret
    defer { bytes.wipe() }
    return try body(bytes)
  }

  /// Why it may not protect a new record; nil when it may.
  ///
  /// Length is all that counts (NIST SP 800-63B-4: 15 characters, no rules of composition); only what
  /// everybody tries first is refused besides.
  public var fault: PassphraseFault? {
    let form = text.precomposedStringWithCanonicalMapping
    if form.unicodeScalars.allSatisfy({ $0.properties.isWhitespace }) { return .empty }
    if RecoveryKey(typed: form) != nil { return .recoveryKey }
    if form.unicodeScalars.count < Passphrase.leastCharacters { return .tooShort }
    return Passphrase.isCommon(form) ? .common : nil
  }

  /// The fewest characters of a passphrase.
  public static let leastCharacters = 15

  private static func isCommon(_ text: String) -> Bool {
    let plain = Array(text.lowercased().unicodeScalars.filter { !$0.properties.isWhitespace })
    let said = String(String.UnicodeScalarView(plain))
    if common.contains(where: { said.hasPrefix($0) && said.count <= $0.count + 3 }) { return true }
    // One piece of at most five characters said over and over.
    for length in 1...5 where plain.count > length {
      if plain.indices.allSatisfy({ plain[$0] == plain[$0 % length] }) { return true }
    }
    // A run up or down the character table: 123456789012345, abcdefghijklmno.
    let steps = zip(plain, plain.dropFirst()).map { Int($1.value) - Int($0.value) }
    return steps.allSatisfy { $0 == 1 || $0 == -9 } || steps.allSatisfy { $0 == -1 || $0 == 9 }
  }

  private static let common = [
    "correcthorsebatterystaple", "passwordpassword", "passwordpassword1", "password123456789",
    "password1234567", "mypasswordisstrong", "thisismypassword", "letmeinletmein",
    "iloveyouiloveyou", "qwertyuiopasdfgh", "qwertyuiopasdfghjkl", "1q2w3e4r5t6y7u8i",
    "1qaz2wsx3edc4rfv", "mainstaymainstay", "mainstaypassword", "guardianpassword",
    "administrator123", "changemechangeme", "welcomewelcome", "abcdefghijklmnop",
    "asdfghjklasdfghjkl", "1234567890qwertyuiop", "qwertyuiop1234567890", "liverpoolfootballclub",
    "manchesterunited", "whateverwhatever", "trustno1trustno1", "footballfootball",
  ]
}
