import Casework
import ViewModels

/// Opens and makes records out of thin air, and remembers what it was asked.
final class TestOpener: RecordOpener {
  var recordExists: Bool
  let place = "~/.local/share/mainstay/vault"
  let passphrase = "lantern velvet harbour copper meadow"
  private(set) var asked = 0
  /// Passphrase and recovery key of every record that was made.
  private(set) var made: [(passphrase: String, recoveryKey: String)] = []
  /// The next creation is refused with these words.
  var failure: String?
  var lockedBecause: String?
  private let access: () -> Access

  init(recordExists: Bool = true, access: @escaping () -> Access) {
    self.recordExists = recordExists
    self.access = access
  }

  func offeredWords() -> String { passphrase }

  func objection(toPassphrase passphrase: String) -> String? {
    passphrase.count < 15 ? "15 characters or more; this has fewer." : nil
  }

  /// The record is an older copy.
  var older: OlderRecord?
  /// What was chosen each time.
  private(set) var choices: [OlderChoice] = []

  func open(passphrase: String, older choice: OlderChoice) throws -> Access {
    asked += 1
    choices.append(choice)
    guard passphrase == self.passphrase else {
      throw Refusal("no slot opened", kind: .wrongPassphrase)
    }
    if let older, choice == .stop { throw Refusal("older", kind: .olderCopy(older)) }
    return access()
  }

  func newRecoveryKey() -> String { "7K2M9QXR4TBN8WVC3HJD5PFG0S" }

  func create(passphrase: String, recoveryKey: String) throws -> Access {
    if let failure {
      self.failure = nil
      throw Refusal(failure)
    }
    made.append((passphrase, recoveryKey))
    return access()
  }

  func openSample() throws -> Access? { access() }
}
