public import Casework

/// What can go wrong with a record: facts, not sentences, and never a name or a note.
public enum VaultError: Error, Sendable, Equatable {
  /// No slot of the header opens with this passphrase or recovery key.
  case wrongPassphrase
  /// No slot opens, and the header is older than the one this computer last saw.
  case olderHeader
  /// Another program took the way in away by which this one came: it has to be unlocked again.
  case wayInGone
  /// The master key was renewed 16 times already; there is no room to keep another old one.
  case rotationsUsedUp
  /// There is no record in the folder.
  case noRecord
  /// The folder to create already exists.
  case alreadyExists
  /// The header is not one of ours, or both copies are damaged.
  case damagedHeader(reason: String)
  /// The record is damaged from this frame on.
  case damaged(seq: UInt64, reason: String)
  /// This computer has seen a newer state of the record than the folder holds.
  case olderCopy(OlderCopy)
  /// Another program has held the record for two seconds; what it is, where it says so.
  case inUse(holder: String?)
  /// The record may only be read: why.
  case readOnly(ReadOnlyReason)
  /// The act is not on disk, and the record is as it was; nothing may be written after `fsync`.
  case notSaved(reason: NotSavedReason, errno: Int32)
  /// The record was written by a newer version.
  case newerFormat(major: Int)
  /// The passphrase is refused for a new record.
  case weakPassphrase(PassphraseFault)
  /// Something that only the holder of the keys could have made does not fit the rest.
  case tampered(what: String)
  /// The files changed under the program in a way that appending cannot explain.
  case changedUnderneath(what: String)
  /// There are two histories: from this frame on, the files hold another one than was read here.
  case forked(seq: UInt64)
  /// The act itself cannot be written: which rule it breaks.
  case unacceptable(reason: String)
  /// A file could not be read.
  case unreadable(what: String, errno: Int32)
}

/// Why an act is not on disk.
public enum NotSavedReason: String, Sendable, Equatable {
  /// Writing failed; what was written was taken back.
  case write
  /// No space is left, the spare included.
  case full
  /// Syncing failed: the kernel no longer says what is on disk, so nothing more is written.
  case sync
  /// Writing failed and could not be taken back.
  case poisoned
}

/// Why a record may only be read.
public enum ReadOnlyReason: Sendable, Equatable {
  /// Damage from this frame on.
  case damage(seq: UInt64)
  /// A file system whose locks and syncs cannot be trusted.
  case fileSystem(name: String)
  /// The files may not be written.
  case permission
  /// It is an older copy, and was opened for reading.
  case olderCopy
  /// A write or a sync failed earlier.
  case poisoned
  /// A file was changed by something else while the record was open: what was done to which.
  case changed(what: String)
  /// Two different frames have this number: here, and in what took its place or lies beside it.
  case forked(seq: UInt64)
  /// It was opened for reading.
  case asked
  /// Another program changed the passphrase or the recovery key by which it was opened.
  case wayInGone
}

/// What an older copy lacks.
public struct OlderCopy: Sendable, Equatable {
  /// The last frame of this copy.
  public var seq: UInt64
  /// The last frame this computer has seen.
  public var seenSeq: UInt64
  /// True when the copy is not merely shorter but holds another history.
  public var isFork: Bool
  /// When the last entry of this copy was recorded; nil where it has none.
  public var endedAt: Moment?
  /// When this computer last saw the record.
  public var seenAt: Moment?

  /// Makes the facts.
  public init(
    seq: UInt64,
    seenSeq: UInt64,
    isFork: Bool,
    endedAt: Moment? = nil,
    seenAt: Moment? = nil
  ) {
    self.seq = seq
    self.seenSeq = seenSeq
    self.isFork = isFork
    self.endedAt = endedAt
    self.seenAt = seenAt
  }
}

/// Why a passphrase is refused.
public enum PassphraseFault: String, Sendable, Equatable {
  /// It is empty.
  case empty
  /// It has fewer than 15 characters.
  case tooShort
  /// It is one of the few that everybody tries, or one piece said over and over.
  case common
  /// It reads as a recovery key.
  case recoveryKey
  /// It is the one that the record has already.
  case unchanged
}
