import Casework
import Foundation
import Vault

/// Makes records: the person's own, and the sample in a folder that goes away.
enum RecordMaking {
  /// Makes a record and the folders around it.
  ///
  /// - Parameters:
  ///   - places: Where.
  ///   - passphrase: As chosen.
  ///   - zone: Of its days.
  ///   - recovery: The second way in.
  ///   - cost: The cost of a guess, 15 to 20; nil chooses about a second's worth.
  ///   - clock: What the record takes for the machine's clock; only a demo passes another.
  /// - Returns: The open record.
  /// - Throws: ``VaultError`` or ``CommandFailure``.
  static func make(
    _ places: Places,
    passphrase: Passphrase,
    zone: Zone,
    recovery: RecoveryKey?,
    cost: UInt8? = nil,
    clock: @escaping @Sendable () -> Moment = { Live.now() }
  ) throws -> OpenRecord {
    let parent = URL(fileURLWithPath: places.folder).deletingLastPathComponent().path
    for folder in [parent, places.state] {
      do {
        try FileManager.default.createDirectory(
          atPath: folder,
          withIntermediateDirectories: true,
          attributes: [.posixPermissions: 0o700]
        )
      } catch {
        throw CommandFailure.file(folder, "the folder cannot be made")
      }
    }
    return try OpenRecord.create(
      places,
      passphrase: passphrase,
      options: CreateOptions(zone: zone, recoveryKey: recovery, logN: cost ?? testCost),
      surroundings: RecordAccess.surroundings(for: "init", clock: clock)
    )
  }

  /// A cheaper key derivation for tests, in debug builds only: a release never looks.
  private static var testCost: UInt8? {
    #if DEBUG
    Live.environment("MAINSTAY_TEST_COST").flatMap(UInt8.init)
    #else
    nil
    #endif
  }
}
