import Casework
import ViewModels

/// Opens and makes records out of thin air, and remembers what it was asked.
final class TestOpener: RecordOpener {
  var recordExists: Bool
  let place = "~/.local/share/mainstay/vault"
  let passphrase = "lantern velvet harbour copper meadow"
  private(set) var asked = 0
  private let access: () -> Access

  init(recordExists: Bool = true, access: @escaping () -> Access) {
    self.recordExists = recordExists
    self.access = access
  }

  func offeredWords() -> String { passphrase }

  func objection(toPassphrase passphrase: String) -> String? {
    passphrase.count < 15 ? "15 characters or more; this has fewer." : nil
  }

  func open(passphrase: String) throws -> Access {
    asked += 1
    guard passphrase == self.passphrase else {
      throw Refusal("no slot opened", kind: .wrongPassphrase)
    }
    return access()
  }

  func create(passphrase: String) throws -> (access: Access, recoveryKey: String) {
    (access(), "7K2M9QXR4TBN8WVC3HJD5PFG0S")
  }

  func openSample() throws -> Access? { access() }
}
