import Casework
import Foundation
import Vault
import ViewModels

/// Opens and makes the record for the unlock and first-run screens.
final class Opener: RecordOpener {
  private let places: Places
  /// Holds whatever is opened here, so that the loop can watch it.
  private let box: RecordBox

  init(directory: String, box: RecordBox) {
    places = RecordAccess.places(directory)
    self.box = box
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

  func open(passphrase: String, older: OlderChoice) throws -> Access {
    try refusing {
      let choice: OpenOptions.OlderCopyChoice =
        switch older {
        case .stop: .refuse
        case .look: .readOnly
        case .accept: .accept
        }
      let record = try OpenRecord.open(
        places,
        passphrase: Passphrase(passphrase),
        options: OpenOptions(olderCopy: choice),
        surroundings: RecordAccess.surroundings(for: "desk")
      )
      return access(record)
    }
  }

  func newRecoveryKey() -> String { RecoveryKey(random: Entropy.system).shown }

  var lockedBecause: String? {
    guard Live.takeEnvironment(WatchedStage.lockedBecause) != nil else { return nil }
    return Messages.failure(for: VaultError.wayInGone).message
  }

  func create(passphrase: String, recoveryKey: String) throws -> Access {
    try refusing {
      guard let recovery = RecoveryKey(typed: recoveryKey) else {
        throw CommandFailure.couldNot("The recovery key could not be read. Nothing was made.")
      }
      return access(
        try RecordMaking.make(
          places,
          passphrase: Passphrase(passphrase),
          zone: .london,
          recovery: recovery
        )
      )
    }
  }

  func openSample() throws -> Access? {
    try refusing {
      let folder = try Sample.temporaryFolder()
      box.temporaryFolder = folder
      let record = try Sample.make(in: folder, Sample.Size()).record
      box.record = record
      return Desk.access(record, who: DemoCaseload.guardian, label: "sample caseload")
    }
  }

  private func access(_ record: OpenRecord) -> Access {
    box.record = record
    var access = Desk.access(record, label: nil)
    access.notices = [SwapWarning.once(places)].compactMap { $0 }
    return access
  }

  private func refusing<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch VaultError.wrongPassphrase {
      throw Refusal(
        Messages.failure(for: VaultError.wrongPassphrase).message,
        kind: .wrongPassphrase
      )
    } catch VaultError.olderCopy(let copy) {
      throw Refusal(
        Messages.failure(for: VaultError.olderCopy(copy)).message,
        kind: .olderCopy(
          OlderRecord(
            number: copy.seq,
            endedAt: copy.endedAt,
            seenNumber: copy.seenSeq,
            seenAt: copy.seenAt,
            isFork: copy.isFork
          )
        )
      )
    } catch {
      throw Refusal(Messages.failure(for: error).message)
    }
  }
}
