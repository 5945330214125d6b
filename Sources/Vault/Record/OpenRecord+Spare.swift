internal import Foundation

/// The space that is kept for one last note on a full disk.
extension OpenRecord {
  /// Gives it to the note that is being kept; false where there is none.
  func emptySpare() -> Bool {
    guard let size = try? disk.size(of: places.spare), size > 0 else { return false }
    do {
      try disk.empty(places.spare)
    } catch {
      return false
    }
    isSpareUsed = true
    notices.append(
      "The disk is full: the space kept for one last note has been used. Make room before the next."
    )
    return true
  }

  /// Writes a file beside the log, with the space for one last note where there is no other: a child
  /// who is taken on while the disk is full, or a note being typed, is as much a last note as any.
  func writeUsingSpare(_ path: String, _ bytes: [UInt8]) throws(DiskError) {
    do {
      try disk.writeSynced(path, bytes)
    } catch {
      // A sync that failed is never tried again, whatever its reason.
      guard error.isFull, !error.call.hasPrefix("fsync"), emptySpare() else { throw error }
      try disk.writeSynced(path, bytes)
    }
  }

  /// Puts it back at opening, where it was used up and there is room again.
  func refillSpare() {
    guard let size = try? disk.size(of: places.spare), size == 0 else { return }
    if !writeSpare() {
      notices.append("The disk is full: the space kept for one last note could not be put back.")
    }
  }

  /// The same in a sitting that used it: after every later act that was kept, without a word.
  func refillUsedSpare() {
    if readOnly == nil, writeSpare() { isSpareUsed = false }
  }

  private func writeSpare() -> Bool {
    do {
      try disk.writeSynced(places.spare, [UInt8](repeating: 0, count: CreateOptions.spare))
      return true
    } catch {
      // Still no room; a part of it would only be in the way of the next note.
      try? disk.empty(places.spare)
      return false
    }
  }
}

extension DiskError {
  /// True when there is no space, or none left of this user's share.
  var isFull: Bool { code == ENOSPC || code == EDQUOT }
}
