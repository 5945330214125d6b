public import Casework

/// What the store is handed instead of fetching it: the disk, the clock, random numbers.
public struct Surroundings: Sendable {
  /// The file system.
  public var disk: any Disk
  /// The machine's clock.
  public var clock: @Sendable () -> Moment
  /// Random numbers.
  public var entropy: Entropy
  /// Runs its argument and says how long that took; only for choosing the cost of a new passphrase.
  public var measure: @Sendable (() -> Void) -> Duration
  /// Who another program is told holds the record while it writes, such as `mainstay note, 4711`.
  public var holder: String

  /// Names the surroundings.
  public init(
    disk: any Disk,
    clock: @escaping @Sendable () -> Moment,
    entropy: Entropy,
    measure: @escaping @Sendable (() -> Void) -> Duration,
    holder: String
  ) {
    self.disk = disk
    self.clock = clock
    self.entropy = entropy
    self.measure = measure
    self.holder = holder
  }
}

/// Where a record and what this computer remembers of it lie.
public struct Places: Sendable {
  /// The folder of the record.
  public var folder: String
  /// `$XDG_STATE_HOME/mainstay`.
  public var state: String

  /// Names the places, without a slash at the end.
  public init(folder: String, state: String) {
    self.folder = folder
    self.state = state
  }

  var header: String { folder + "/header" }
  var keys: String { folder + "/keys" }
  var log: String { folder + "/log" }
  var lock: String { folder + "/lock" }
  var spare: String { folder + "/spare" }
  var drafts: String { folder + "/drafts" }
  var torn: String { folder + "/torn" }
  /// The folder that the record's folder lies in.
  var parent: String {
    guard let slash = folder.lastIndex(of: "/") else { return "." }
    return slash == folder.startIndex ? "/" : String(folder[..<slash])
  }
  func highWater(_ vaultID: [UInt8]) -> String { state + "/" + vaultID.hex + ".guardian.hwm" }
}

/// How a new record is made.
public struct CreateOptions: Sendable {
  /// The zone of its days.
  public var zone: Zone
  /// The second way in; the guardian has typed it back by now.
  public var recoveryKey: RecoveryKey?
  /// The cost of a guess, 15…20; nil to choose about a second's worth, 17…20.
  public var logN: UInt8?
  /// Space kept for the last note on a full disk.
  public var spareBytes: Int

  /// 1 MiB.
  public static let spare = 1 << 20

  /// Chooses how.
  public init(
    zone: Zone,
    recoveryKey: RecoveryKey? = nil,
    logN: UInt8? = nil,
    spareBytes: Int = CreateOptions.spare
  ) {
    self.zone = zone
    self.recoveryKey = recoveryKey
    self.logN = logN
    self.spareBytes = spareBytes
  }
}

/// How a record is opened.
public struct OpenOptions: Sendable {
  /// What to do with a copy that is older than what this computer has seen.
  public enum OlderCopyChoice: Sendable {
    /// Throw ``VaultError/olderCopy(_:)``.
    case refuse
    /// Open it for reading.
    case readOnly
    /// Take it as a restored backup, and say so in the record.
    case accept
  }

  /// False builds no index: names come from `keys`, reading gives nothing, keeping works.
  public var index: Bool
  /// False opens for reading and changes nothing in the record's folder.
  public var forWriting: Bool
  /// What to do with an older copy.
  public var olderCopy: OlderCopyChoice

  /// Chooses how.
  public init(
    index: Bool = true,
    forWriting: Bool = true,
    olderCopy: OlderCopyChoice = .refuse
  ) {
    self.index = index
    self.forWriting = forWriting
    self.olderCopy = olderCopy
  }
}

/// One child as `keys` knows it, without the record being read.
public struct ChildNames: Sendable, Hashable {
  /// The child.
  public var id: ChildID
  /// The code.
  public var ref: String
  /// Names by which a note can be matched.
  public var names: [String]
}
