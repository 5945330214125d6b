internal import Casework
internal import Foundation

/// What something else did to the files: a sync tool, a restored folder, a second computer.
///
/// Nothing is ever merged, and nothing is written to a record that is not the one that was read.
extension OpenRecord {
  /// Looks at what lies around the log, after other programs' acts were taken in.
  ///
  /// - Returns: True when there is news: acts, or a reason to say something.
  /// - Throws: ``VaultError`` when the record may not be written any more.
  func lookAround() throws(VaultError) -> Bool {
    guard readOnly == nil else { return false }
    let before = notices.count
    if isSuspect || !areNamedFilesThere() {
      // Another program may be in the middle of its act. Whoever has the lock sees how it ends.
      guard let held = try? lock() else { return false }
      defer { held.release() }
      let hasMore = try catchUp(underLock: true)
      for (name, path, hash) in namedPaths() where !isThere(path, hash) {
        throw stop(.tampered(what: name))
      }
      if hasMore { return true }
    }
    for (name, path, hash) in namedPaths() where !isExactly(path, hash) {
      guard !disk.isThere(path + ".new") else { continue }
      say(
        "The file \(name) was changed by something else. Its copy is whole, and is put in its place "
          + "at the next opening."
      )
    }
    lookForCopies()
    if case .forked(let seq)? = readOnly { throw .forked(seq: seq) }
    return notices.count > before
  }

  /// Nothing more is written to a log that is not the one that was read.
  func stop(_ error: VaultError) -> VaultError {
    readOnly =
      switch error {
      case .damaged(let seq, _): .damage(seq: seq)
      case .forked(let seq): .forked(seq: seq)
      case .tampered(let what): .changed(what: what + " was replaced")
      case .changedUnderneath(let what): .changed(what: what)
      default: .changed(what: "log was changed")
      }
    return error
  }

  /// True when the files are no longer to be believed: what was read until then stands.
  var hasStopped: Bool {
    switch readOnly {
    case .poisoned, .changed, .forked, .damage: true
    case .fileSystem, .permission, .olderCopy, .wayInGone, .asked, nil: false
    }
  }

  /// Says something once.
  private func say(_ notice: String) {
    if !notices.contains(notice) { notices.append(notice) }
  }

  // MARK: The files that the log names

  private func namedPaths() -> [(name: String, path: String, hash: String)] {
    [("header", places.header, named.header?.hash), ("keys", places.keys, named.keys?.hash)]
      .compactMap { file in file.2.map { (file.0, file.1, $0) } }
  }

  private func isExactly(_ path: String, _ hash: String) -> Bool {
    (try? disk.read(path)).map { Sealing.sha256($0).hex == hash } ?? false
  }

  private func isThere(_ path: String, _ hash: String) -> Bool {
    [path, path + ".new", path + ".bak"].contains { isExactly($0, hash) }
  }

  private func areNamedFilesThere() -> Bool {
    namedPaths().allSatisfy { isThere($0.path, $0.hash) }
  }

  // MARK: The log

  /// What was done to the log that cannot be explained by appending.
  func howTheLogChanged() -> VaultError {
    guard let found = try? disk.read(places.log) else {
      return .changedUnderneath(what: "log was removed")
    }
    let there = walk(found)
    if let frame = there.frames.first(where: { $0.head.seq == place.seq }) {
      if Sealing.sha256(found[frame.range]) == place.head {
        return .changedUnderneath(what: "log was replaced")
      }
      return .forked(seq: firstDifference(there, found) ?? place.seq)
    }
    if let seq = firstDifference(there, found) { return .forked(seq: seq) }
    return .changedUnderneath(
      what: there.ending.isDamage ? "log was overwritten" : "log was cut short"
    )
  }

  private func walk(_ bytes: [UInt8]) -> LogWalk {
    LogWalk(
      bytes,
      after: LogPlace(seq: 0, head: codec.genesis, size: 0, lastOffset: 0),
      codec: codec,
      seenSeq: 0,
      signedAfter: 0
    )
  }

  /// The first number that two logs both have and not with the same frame; nil where the one that is
  /// open can no longer be read whole.
  private func firstDifference(_ there: LogWalk, _ found: [UInt8]) -> UInt64? {
    guard let size = try? log.size(), size >= place.size,
      let own = try? log.read(from: 0, count: Int(place.size))
    else { return nil }
    return firstDifference(there, found, own: own)
  }

  private func firstDifference(_ there: LogWalk, _ found: [UInt8], own: [UInt8]) -> UInt64? {
    there.frames.first { frame in
      guard frame.range.lowerBound < own.count else { return false }
      return frame.range.upperBound > own.count || found[frame.range] != own[frame.range]
    }?.head.seq
  }

  // MARK: Copies beside it

  /// Looks for what sync tools leave: `log (conflicted copy)`, `log.sync-conflict-…`, `keys~`.
  ///
  /// A copy whose entries are all in the record is only named. One with an entry that the record has
  /// not is another history: whatever were written now would make the two drift further apart.
  func lookForCopies() {
    guard let names = try? disk.names(in: places.folder) else { return }
    for name in names {
      guard let file = ["header", "keys", "log"].first(where: { name.hasPrefix($0) }),
        !OpenRecord.ours.contains(name)
      else { continue }
      let hasNews = file == "log" ? look(atCopy: name) : false
      if !hasNews {
        say("Beside the record lies a file “\(name)”, perhaps of a sync tool. It is not used.")
      }
    }
  }

  private static let ours: Set<String> = [
    "header", "header.bak", "header.new", "header.bak.new", "keys", "keys.bak", "keys.new",
    "keys.bak.new", "log",
  ]

  /// True when a copy of the log holds a signed entry that the record has not.
  private func look(atCopy name: String) -> Bool {
    guard let found = try? disk.read(places.folder + "/" + name),
      let own = try? log.read(from: 0, count: Int(place.size))
    else { return false }
    let there = walk(found)
    let first =
      firstDifference(there, found, own: own)
      ?? (there.place.seq > place.seq ? place.seq + 1 : nil)
    guard let first else { return false }
    readOnly = readOnly ?? .forked(seq: first)
    say(
      "“\(name)” beside the record is another history of it from number \(first) on: it ends at "
        + "number \(there.place.seq), the record at \(place.seq). They are never merged. Keep both, "
        + "and move one out of the folder."
    )
    return true
  }

  // MARK: What this computer has seen

  /// Raises the high-water mark to what opening read, once it is certain to last.
  ///
  /// Another program may have written it and not synced it, or be about to take it back: under the
  /// lock, and after a sync, the mark can only lag. While another program holds the lock it is left
  /// for later.
  func raiseToWhatWasRead() throws(VaultError) {
    guard place.seq > (seen?.place.seq ?? 0) else { return }
    if readOnly != nil {
      // A medium that cannot be written is not about to lose anything.
      if (try? log.sync()) != nil || readOnly == .permission { raiseHighWater() }
      return
    }
    guard let held = try? lock() else { return }
    defer { held.release() }
    guard try readAdded() != nil else { throw stop(howTheLogChanged()) }
    do {
      try log.sync()
    } catch {
      poison()
      return
    }
    raiseHighWater()
  }
}
