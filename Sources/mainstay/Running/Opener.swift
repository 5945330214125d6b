import Casework
import Foundation
import Vault
import ViewModels

/// Opens and makes the record for the unlock and first-run screens.
final class Opener: RecordOpener {
  private let places: Places
  /// Told of every record that is opened here, so that the loop can watch it.
  private let onOpen: (OpenRecord) -> Void

  init(directory: String, onOpen: @escaping (OpenRecord) -> Void) {
    places = RecordAccess.places(directory)
    self.onOpen = onOpen
  }

  var recordExists: Bool { FileManager.default.fileExists(atPath: places.folder) }

  var place: String {
    guard let home = Live.environment("HOME"), places.folder.hasPrefix(home + "/") else {
      return places.folder
    }
    return "~" + places.folder.dropFirst(home.count)
  }

  func offeredWords() -> String { WordList.passphrase(words: 5, entropy: .system) }

  func objection(toPassphrase passphrase: String) -> String? {
    Passphrase(passphrase).fault.map { "The passphrase " + Messages.words($0) }
  }

  func open(passphrase: String) throws -> Access {
    try refusing {
      let record = try OpenRecord.open(
        places,
        passphrase: Passphrase(passphrase),
        surroundings: RecordAccess.surroundings(for: "desk")
      )
      return access(record)
    }
  }

  func create(passphrase: String) throws -> (access: Access, recoveryKey: String) {
    try refusing {
      let recovery = RecoveryKey(random: Entropy.system)
      let record = try RecordMaking.make(
        places,
        passphrase: Passphrase(passphrase),
        zone: .london,
        recovery: recovery
      )
      return (access(record), recovery.shown)
    }
  }

  func openSample() throws -> Access? {
    try refusing {
      let record = try Sample.make(in: Sample.temporaryFolder(), Sample.Size()).record
      onOpen(record)
      return Desk.access(record, label: "sample caseload")
    }
  }

  private func access(_ record: OpenRecord) -> Access {
    onOpen(record)
    return Desk.access(record, label: nil)
  }

  private func refusing<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch VaultError.wrongPassphrase {
      throw Refusal(
        Messages.failure(for: VaultError.wrongPassphrase).message,
        kind: .wrongPassphrase
      )
    } catch {
      throw Refusal(Messages.failure(for: error).message)
    }
  }
}
