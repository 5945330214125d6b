/// The sentences of ``RecordState/readOnly``, and what the guardian can do about it.
enum ReadOnlyWords {
  static func sentence(_ reason: ReadOnlyReason) -> String {
    switch reason {
    case .damage(let seq): "the record is damaged from number \(seq) on"
    case .fileSystem(let name): "it lies on \(name), whose locks cannot be relied on"
    case .permission: "its files may not be written"
    case .olderCopy: "it is an older copy than this computer last saw"
    case .poisoned: "the disk failed while saving"
    case .changed(let what): "something else changed its files: the \(what)"
    case .forked(let seq): "there are two histories of it, from number \(seq) on"
    case .wayInGone: "its passphrase or recovery key was changed by another program"
    case .asked: "it was opened for reading"
    }
  }

  /// Nil where nothing is amiss.
  static func advice(_ reason: ReadOnlyReason) -> String? {
    switch reason {
    case .damage:
      "What comes before can be read. Keep its files and your backups as they are."
    case .fileSystem:
      "Keep it on a disk of this computer, or start with --trust-file-system."
    case .permission:
      "Get the right to write to its folder, or copy it where you may write."
    case .olderCopy:
      "Look for the newer one before you write."
    case .poisoned:
      "Nothing more is written. Quit, look after the disk, then open it again."
    case .changed:
      "Nothing more is written. Quit, stop whatever syncs them, then open it again."
    case .forked:
      "Never merged. Keep both, move one out of the folder, then open it again."
    case .wayInGone:
      "Lock, and open it with the new one."
    case .asked: nil
    }
  }
}
