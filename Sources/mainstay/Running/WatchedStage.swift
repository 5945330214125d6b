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

  func frame(size: Size) -> Frame { session.frame(size: size) }
  func press(_ key: Key) { session.press(key) }
  func interrupted(_ reason: Interruption) { session.interrupted(reason) }
  var ending: Ending? { session.ending }

  func millisecondsToNextTick() -> Int? { session.millisecondsToNextTick() }
  func tick() { session.tick() }

  func recordMayHaveChanged() {
    guard let record = box.record else { return }
    do {
      if try record.refresh() { session.recordMayHaveChanged() }
    } catch {
      session.receive(.refused(Refusal(Messages.failure(for: error).message)))
    }
  }
}
