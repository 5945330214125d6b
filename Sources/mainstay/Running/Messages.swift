import Glibc
import Vault
import ViewModels

// Rules for every sentence here (age's habit of keeping them beside the printer):
// plain English, sentence case; what happened, what it means for the record, what to do;
// never a child's name, never a note's text; always say whether the record is safe.

/// How a command ends when it could not do what was asked.
struct Failure: Equatable {
  /// The exit statuses of the command line (interface.md §5): other programs count on them.
  enum Status: Int32 {
    case couldNot = 1
    case usage = 2
    case wrongPassphrase = 3
    case notKept = 4
    case damaged = 5
    case inUse = 6
    case readOnly = 7
    /// What was asked is done, and the record holds it; only the answer could not be printed.
    case notSaid = 8
  }

  /// The exit status.
  var status: Status
  /// A stable word for programs, such as `wrong-passphrase`.
  var code: String
  /// For people: what happened, what it means, what to do.
  var message: String
}

/// Turns what went wrong into words: the one place that does.
enum Messages {
  /// True for errors that have a message of their own here.
  static func knows(_ error: any Error) -> Bool { error is VaultError }

  /// The failure that an error stands for.
  static func failure(for error: any Error) -> Failure {
    switch error {
    case let error as VaultError: failure(for: error)
    case let error as CommandFailure: failure(for: error)
    default:
      Failure(
        status: .couldNot,
        code: "could-not",
        message: "It could not be done, for a reason this program does not know "
          + "(\(type(of: error))). The record was not changed."
      )
    }
  }

  /// What a command's own failure means.
  static func failure(for error: CommandFailure) -> Failure {
    switch error {
    case .usage(let what):
      Failure(status: .usage, code: "usage", message: "\(what). Nothing was changed.")
    case .notKept(let code, let what):
      Failure(status: .notKept, code: code, message: "Not kept: \(what)")
    case .unknownRef(let ref):
      Failure(
        status: .notKept,
        code: "unknown-child",
        message: "There is no child \(ref) in this record. Nothing was changed."
      )
    case .noTerminal:
      Failure(
        status: .usage,
        code: "no-terminal",
        message: "The passphrase has to be asked for and there is no terminal. "
          + "Give --passphrase-file FILE, or - for standard input's first line."
      )
    case .file(let path, let why):
      Failure(
        status: .couldNot,
        code: "file",
        message: "\(path): \(why). The record was not changed."
      )
    case .couldNot(let what):
      Failure(status: .couldNot, code: "could-not", message: what)
    }
  }

  /// What the store's failure means.
  static func failure(for error: VaultError) -> Failure {
    switch error {
    case .wrongPassphrase:
      Failure(
        status: .wrongPassphrase,
        code: "wrong-passphrase",
        message: "That is not the passphrase of this record. Nothing was changed."
      )
    case .olderHeader:
      damaged(
        "older-header",
        "The passphrase does not open this record, and its header is older than the one this "
          + "computer last saw. An older copy opens with the passphrase it had then; if you did not "
          + "put one back, somebody changed the files."
      )
    case .wayInGone, .readOnly(.wayInGone):
      Failure(
        status: .wrongPassphrase,
        code: "passphrase-changed",
        message:
          "Another program changed the passphrase or the recovery key by which the record was "
          + "opened. Nothing was added; unlock it again with the new one."
      )
    case .rotationsUsedUp:
      Failure(
        status: .couldNot,
        code: "renewals-used-up",
        message: "The record's master key was renewed 16 times, and there is no room for another. "
          + "Nothing was changed. --keep-master-key changes the passphrase or the recovery key "
          + "without renewing it; only a new record has a new one."
      )
    case .noRecord:
      Failure(
        status: .couldNot,
        code: "no-record",
        message: "There is no record in this folder. `mainstay init` makes one."
      )
    case .alreadyExists:
      Failure(
        status: .couldNot,
        code: "already-exists",
        message: "The folder exists already and was left as it is. Choose another with --vault."
      )
    case .damagedHeader(let reason):
      damaged("damaged-header", "The record's header cannot be used (\(reason)).")
    case .damaged(let seq, let reason):
      damaged("damaged", "The record is damaged from entry \(seq) on (\(reason)).")
    case .olderCopy(let copy):
      damaged(
        "older-copy",
        copy.isFork
          ? "This copy holds another history than the one this computer last saw."
          : "This copy ends at entry \(copy.seq); this computer has seen entry \(copy.seenSeq)."
      )
    case .inUse(let holder):
      Failure(
        status: .inUse,
        code: "in-use",
        message: "The record is in use\(holder.map { " by \($0)" } ?? ""). "
          + "Nothing was changed; try again when it is done."
      )
    case .readOnly(.damage(let seq)):
      damaged("damaged", "The record is damaged from entry \(seq) on; nothing was added.")
    case .readOnly(.forked(let seq)), .forked(let seq): forked(seq)
    case .readOnly(.changed(let what)):
      damaged("changed-underneath", "Something else changed the record's files: the \(what).")
    case .readOnly(let reason):
      Failure(
        status: .readOnly,
        code: "read-only",
        message: "The record may only be read: \(words(reason)). Nothing was changed."
          + (advice(reason).map { " " + $0 } ?? "")
      )
    case .notSaved(let reason, let errno):
      Failure(
        status: .notKept,
        code: "not-saved",
        message: "NOT SAVED: \(words(reason)) (\(system(errno))). "
          + (leavesNothing(reason)
            ? "The note is not in the record; what was kept before is safe."
            : "Whether the note is in the record shows when it is opened again, after the disk was "
              + "looked after; what was kept before is safe.")
      )
    case .newerFormat(let major):
      Failure(
        status: .couldNot,
        code: "newer-format",
        message: major == 0
          ? "The record was made by a trial version (format 0), which no later one reads. "
            + "It was not changed."
          : "The record was written by a newer version (format \(major)). "
            + "It was not changed; use that version."
      )
    case .weakPassphrase(let fault):
      Failure(
        status: .usage,
        code: "weak-passphrase",
        message: "The passphrase \(words(fault)). Nothing was changed."
      )
    case .tampered(let what):
      damaged("tampered", "Something does not fit that only the key's holder can make: \(what).")
    case .changedUnderneath(let what):
      damaged("changed-underneath", "Something else changed the record's files: the \(what).")
    case .unacceptable(let reason):
      Failure(
        status: .notKept,
        code: "unacceptable",
        message: "Not kept: \(reason). The record was not changed."
      )
    case .unreadable(let what, let errno):
      Failure(
        status: .couldNot,
        code: "unreadable",
        message:
          "The file \(what) could not be read (\(system(errno))). The record was not changed."
      )
    }
  }

  /// Why a new passphrase is refused, to follow "The passphrase".
  static func words(_ fault: PassphraseFault) -> String {
    switch fault {
    case .empty: "is empty"
    case .tooShort: "needs at least 15 characters; five random words are best"
    case .common: "is one that everybody tries first"
    case .recoveryKey: "reads as a recovery key; choose another"
    case .unchanged: "is the one that the record has already"
    }
  }

  /// Why the record may only be read.
  static func words(_ reason: ReadOnlyReason) -> String {
    switch reason {
    case .damage(let seq): "it is damaged from entry \(seq) on"
    case .fileSystem(let name):
      "it lies on \(name), where two programs' turns and a confirmed write cannot be relied on"
    case .permission: "its files may not be written"
    case .olderCopy: "it is an older copy than this computer has seen"
    case .poisoned: "the disk failed in an earlier write"
    case .changed(let what): "something else changed its files: the \(what)"
    case .forked(let seq): "there are two histories of it, from entry \(seq) on"
    case .asked: "it was opened for reading"
    case .wayInGone: "another program changed its passphrase or recovery key"
    }
  }

  private static func advice(_ reason: ReadOnlyReason) -> String? {
    switch reason {
    case .fileSystem:
      "Keep it on a disk of this computer; --trust-file-system writes to it where it lies."
    case .permission:
      "Give yourself the right to write to its folder, or copy it to a disk that can be written."
    default: nil
    }
  }

  /// What the system says of an error number.
  static func system(_ number: Int32) -> String {
    number == 0 ? "no reason given" : unsafe String(cString: strerror(number))
  }

  // MARK: On the screen, where the note stays

  /// Why an act is not on disk, and what to do: for the screen that still holds its words.
  static func unsaved(_ error: any Error) -> Refusal {
    guard let error = error as? VaultError else {
      return Refusal(failure(for: error).message, kind: .notSaved)
    }
    let words =
      switch error {
      case .notSaved(.full, _): "The disk is full. Make room, then Enter tries again."
      case .notSaved(.write, let number):
        "The disk refused it: \(system(number)). Enter tries again."
      case .notSaved(_, let number):
        "The disk failed (\(system(number))), so nothing more is written. Copy the words out: F2."
      case .inUse(let holder):
        "\(holder ?? "Another program") is writing to the record. Enter tries again."
      case .readOnly(let reason):
        "The record may only be read: \(words(reason)). F2 to copy it out."
      case .forked(let seq):
        "There are two histories of the record, from entry \(seq) on. F2 to copy it out."
      case .changedUnderneath(let what):
        "Something else changed the record's files: the \(what). F2 to copy it out."
      default: failure(for: error).message
      }
    if case .notSaved(let reason, _) = error, !leavesNothing(reason) {
      return Refusal(words, kind: .perhapsSaved)
    }
    return Refusal(words, kind: .notSaved)
  }

  /// False where the bytes may be on disk all the same, though nobody can say so.
  private static func leavesNothing(_ reason: NotSavedReason) -> Bool {
    reason == .write || reason == .full
  }

  private static func words(_ reason: NotSavedReason) -> String {
    switch reason {
    case .write: "the disk refused the write"
    case .full: "the disk is full"
    case .sync: "the disk did not confirm the write"
    case .poisoned: "the disk refused the write and could not take it back"
    }
  }

  private static func forked(_ seq: UInt64) -> Failure {
    Failure(
      status: .damaged,
      code: "fork",
      message:
        "There are two histories of this record, from entry \(seq) on. They are never merged "
        + "and nothing was added. Keep both, move one out of the record's folder, and try again."
    )
  }

  private static func damaged(_ code: String, _ what: String) -> Failure {
    Failure(
      status: .damaged,
      code: code,
      message: "\(what) What comes before can be read and was not changed; "
        + "keep the files and a backup as they are."
    )
  }
}
