import Casework

/// What unlocking and first run need of the world; the composition root has the only real one.
public protocol RecordOpener: AnyObject {
  /// True where there is a record to unlock; false starts the first run.
  var recordExists: Bool { get }

  /// Where the record is or will be, as people write it: `~/.local/share/mainstay/vault`.
  var place: String { get }

  /// Five random words to make a passphrase of, fresh at each call.
  func offeredWords() -> String

  /// Why a passphrase may not be used, in words; nil when it may.
  func objection(toPassphrase passphrase: String) -> String?

  /// A new recovery key, fresh at each call; nothing is made with it yet.
  func newRecoveryKey() -> String

  /// Why the unlock screen is shown, where there is something to say; said once.
  var lockedBecause: String? { get }

  /// Opens the record: one key derivation, whether it succeeds or not.
  ///
  /// - Parameters:
  ///   - passphrase: As typed.
  ///   - older: What to do with a copy older than this computer has seen.
  /// - Returns: The record, open.
  /// - Throws: ``Refusal`` with `.wrongPassphrase` or `.olderCopy`, or with the reason in words.
  func open(passphrase: String, older: OlderChoice) throws -> Access

  /// Makes the record, with a recovery key that was typed back, and opens it.
  ///
  /// - Parameters:
  ///   - passphrase: As chosen.
  ///   - recoveryKey: As ``newRecoveryKey()`` gave it.
  /// - Returns: The record, open.
  /// - Throws: ``Refusal`` with the reason in words; nothing is left behind.
  func create(passphrase: String, recoveryKey: String) throws -> Access

  /// Opens the sample caseload in a store that goes away afterwards; nil where there is none.
  ///
  /// - Throws: ``Refusal`` with the reason in words.
  func openSample() throws -> Access?
}

extension Refusal: Error {}

/// Runs effects by calling the record, the drafts and the opener directly.
///
/// A composition root that wants to answer later (a key derivation off the drawing thread) gives the
/// session a closure of its own and passes on to this one what it does not treat itself.
public final class DirectRunner {
  /// Says why something is not on disk, in words fit for the screen.
  public typealias Unsaved = (any Error) -> Refusal

  private let opener: (any RecordOpener)?
  private var access: Access?
  private let unsaved: Unsaved

  /// Makes a runner.
  public init(
    access: Access?,
    opener: (any RecordOpener)?,
    unsaved: @escaping Unsaved = { Refusal("\($0)", kind: .notSaved) }
  ) {
    self.access = access
    self.opener = opener
    self.unsaved = unsaved
  }

  /// Does what is asked and says what came of it; nil where there is nothing to say.
  public func run(_ effect: Effect) -> Event? {
    do {
      switch effect {
      case .keep(let act, _):
        guard let writer = access?.writer else {
          return .refused(Refusal("This view is read-only. Nothing was kept."))
        }
        do {
          return .kept(try writer.keep(act))
        } catch {
          return .refused(unsaved(error))
        }
      case .saveDraft(let draft):
        guard let drafts = access?.drafts else { return nil }
        do {
          try drafts.save(draft)
        } catch {
          return .refused(unsaved(error))
        }
        return .draftSaved
      case .discardDraft(let id):
        access?.drafts?.discard(id)
        return nil
      case .unlock(let passphrase, let older):
        guard let opener else { return nil }
        let opened = try opener.open(passphrase: passphrase, older: older)
        access = opened
        return .opened(opened)
      case .create(let passphrase, let recoveryKey):
        guard let opener else { return nil }
        let created = try opener.create(passphrase: passphrase, recoveryKey: recoveryKey)
        access = created
        return .created(created)
      case .openSample:
        guard let sample = try opener?.openSample() else {
          return .refused(Refusal("There is no sample caseload in this program."))
        }
        access = sample
        return .opened(sample)
      case .open, .back, .say, .compose, .ask, .enter, .lock, .quit:
        return nil
      }
    } catch let refusal as Refusal {
      return .refused(refusal)
    } catch {
      return .refused(Refusal("\(error)"))
    }
  }
}
