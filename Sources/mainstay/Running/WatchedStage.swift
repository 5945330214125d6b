import Vault
import ViewModels

/// A session whose record is watched: when another program keeps a note, the record catches up
/// before the session looks again.
final class WatchedStage: Stage {
  private let session: Session
  private let box: RecordBox

  init(_ session: Session, box: RecordBox) {
    self.session = session
    self.box = box
  }

  /// Set for the program that this one becomes when it locks because its way in is gone.
  static let lockedBecause = "MAINSTAY_LOCKED_BECAUSE"

  func frame(size: Size) -> Frame { session.frame(size: size) }

  func press(_ key: Key) {
    session.press(key)
    lockIfShutOut()
  }

  func interrupted(_ reason: Interruption) { session.interrupted(reason) }
  var ending: Ending? { session.ending }

  func millisecondsToNextTick() -> Int? { session.millisecondsToNextTick() }

  func tick() {
    session.tick()
    lockIfShutOut()
  }

  func recordMayHaveChanged() {
    guard let record = box.record else { return }
    do {
      if try record.refresh() { session.recordMayHaveChanged() }
    } catch VaultError.wayInGone {
      lockIfShutOut()
    } catch {
      session.receive(.refused(Refusal(Messages.failure(for: error).message)))
    }
  }

  /// Another program changed the passphrase by which the record is open: it is unlocked anew.
  private func lockIfShutOut() {
    guard box.record?.readOnlyReason == .wayInGone, session.ending == nil else { return }
    Live.leaveEnvironment(Self.lockedBecause, "1")
    session.receive(.shutOut)
  }
}
