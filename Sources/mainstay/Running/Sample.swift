import Casework
import Foundation
import Vault

/// The fictional caseload, made on the real store.
enum Sample {
  /// How large.
  struct Size {
    var children: Int?
    var notes: Int?
    var seed: UInt64 = 1

    var isStandard: Bool { children == nil && notes == nil }
  }

  /// The passphrase of every sample: it protects nothing.
  static let passphrase = "fourteen children who do not exist"

  /// Makes it.
  ///
  /// - Parameters:
  ///   - folder: Must not exist.
  ///   - size: How large.
  /// - Returns: The open record and its passphrase.
  /// - Throws: ``VaultError`` or ``CommandFailure``.
  static func make(in folder: String, _ size: Size) throws -> (
    record: OpenRecord, passphrase: String
  ) {
    let now = Live.now()
    let acts =
      size.isStandard
      ? DemoCaseload.acts(now: now, zone: .london, seed: size.seed)
      : DemoCaseload.generated(
        children: size.children ?? 14,
        notes: size.notes ?? 600,
        seed: size.seed,
        now: now,
        zone: .london
      )
    let clock = SampleClock(acts.first?.recordedAt ?? now)
    let record = try RecordMaking.make(
      RecordAccess.places(folder),
      passphrase: Passphrase(passphrase),
      zone: .london,
      recovery: nil,
      cost: 15,
      clock: { clock.now }
    )
    // Acts of one moment share a sync of the disk; the clock stands where they were written down.
    for batch in acts.chunked(by: \.recordedAt) {
      clock.now = batch[0].recordedAt
      _ = try record.keep(batch: batch.map(\.act))
    }
    clock.follow()
    return (record, passphrase)
  }

  /// A folder of its own that only this user may enter.
  ///
  /// - Returns: A path that does not exist yet, inside a fresh folder.
  /// - Throws: ``CommandFailure`` when it cannot be made.
  static func temporaryFolder() throws -> String {
    let base = FileManager.default.temporaryDirectory.path
    let folder = base + "/mainstay-demo-" + String(UInt64.random(in: 0...(.max)), radix: 36)
    do {
      try FileManager.default.createDirectory(
        atPath: folder,
        withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o700]
      )
    } catch {
      throw CommandFailure.file(folder, "the folder cannot be made")
    }
    return folder + "/record"
  }

  /// Removes what ``temporaryFolder()`` made.
  static func remove(_ record: String) {
    let folder = URL(fileURLWithPath: record).deletingLastPathComponent()
    do { try FileManager.default.removeItem(at: folder) } catch {
      Output.error("mainstay: the sample's folder \(folder.path) could not be removed")
    }
  }
}

/// The clock of a record that is being played: it stands where the act being kept stands, and
/// follows the machine's once all is kept.
final class SampleClock: @unchecked Sendable {
  // Unchecked: set and read on the one thread that plays the sample.
  private var standing: Moment?

  init(_ start: Moment) { standing = start }

  var now: Moment {
    get { standing ?? Live.now() }
    set { standing = newValue }
  }

  func follow() { standing = nil }
}

extension Array {
  /// Runs of neighbours that share a value, in order.
  fileprivate func chunked<Value: Equatable>(by value: (Element) -> Value) -> [[Element]] {
    var runs: [[Element]] = []
    for element in self {
      if let last = runs.last?.last, value(last) == value(element) {
        runs[runs.count - 1].append(element)
      } else {
        runs.append([element])
      }
    }
    return runs
  }
}
