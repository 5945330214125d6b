internal import Casework
internal import Crypto
internal import Foundation

extension OpenRecord {
  /// Opens a record: one derivation of the passphrase, whether it fits or not.
  ///
  /// A torn tail of an act that was never acknowledged is saved to `torn/` and cut off; damage opens
  /// the record for reading, up to there.
  ///
  /// - Parameters:
  ///   - places: Where it lies.
  ///   - passphrase: The passphrase or the recovery key.
  ///   - options: With or without an index, for writing or not, what to do with an older copy.
  ///   - surroundings: The disk, the clock, random numbers.
  /// - Returns: The record; `readOnlyReason` says whether it may be written.
  /// - Throws: ``VaultError``.
  public static func open(
    _ places: Places,
    passphrase: Passphrase,
    options: OpenOptions = OpenOptions(),
    surroundings: Surroundings
  ) throws(VaultError) -> OpenRecord {
    var took = Duration.zero
    let record = try open(places, options: options, surroundings: surroundings) {
      header throws(VaultError) in
      guard let stretch = header.stretch else { throw .damagedHeader(reason: "kdf") }
      var result = Result<SymmetricKey, VaultError>.failure(.damagedHeader(reason: "kdf"))
      took = surroundings.measure {
        result = Result { () throws(VaultError) in
          try passphrase.withSecret { secret throws(VaultError) in
            try stretch.derive(secret, salt: header.salt)
          }
        }
      }
      return try result.get()
    }
    record.derivation = took
    return record
  }

  /// Opens with whatever derives the key: a test derives it once for many openings.
  static func open(
    _ places: Places,
    options: OpenOptions,
    surroundings: Surroundings,
    derive: (Header) throws(VaultError) -> SymmetricKey
  ) throws(VaultError) -> OpenRecord {
    var doors = Doors(places, surroundings.disk)
    let unlocked = try LockedMemory.hold { () throws(VaultError) in
      try doors.open(derive: derive)
    }
    return try finishOpening(
      places,
      unlocked: unlocked,
      doors: doors,
      options: options,
      surroundings: surroundings,
      isNew: false
    )
  }

  static func finishOpening(
    _ places: Places,
    unlocked: Unlocked,
    doors: Doors?,
    options: OpenOptions,
    surroundings: Surroundings,
    isNew: Bool
  ) throws(VaultError) -> OpenRecord {
    let disk = surroundings.disk
    var readOnly: ReadOnlyReason? = options.forWriting ? nil : .asked
    if readOnly == nil,
      let name = disk.untrustedFileSystem(places.folder) ?? disk.untrustedFileSystem(places.log)
    {
      readOnly = .fileSystem(name: name)
    }
    var log: (any LogFile)?
    if readOnly == nil {
      do {
        log = try disk.openLog(places.log, forWriting: true)
      } catch {
        guard [EACCES, EPERM, EROFS].contains(error.code) else {
          throw .unreadable(what: "log", errno: error.code)
        }
        readOnly = .permission
      }
    }
    do {
      let record = OpenRecord(
        places: places,
        surroundings: surroundings,
        options: options,
        unlocked: unlocked,
        doors: doors,
        log: try log ?? disk.openLog(places.log, forWriting: false)
      )
      record.readOnly = readOnly
      try record.load(isNew: isNew)
      record.doors = nil
      return record
    } catch let error as VaultError {
      throw error
    } catch let error as DiskError {
      throw .unreadable(what: "log", errno: error.code)
    } catch {
      throw .unreadable(what: "log", errno: 0)
    }
  }

  // MARK: Loading

  /// Reads the log from the beginning, or without an index from where this computer last saw it.
  private func load(isNew: Bool) throws(VaultError) {
    var found: Reading
    do {
      found = try readAll()
      // Another program may be in the middle of an act: only under the lock is a tail torn.
      if readOnly == nil, found.needsRepair { found = try repairUnderLock() }
    } catch {
      guard readOnly == nil, isWorthALock(error) else { throw error }
      found = try repairUnderLock()
    }
    try adopt(found)
    if !isNew, seen == nil {
      notices.append(
        "This computer has not seen this record before; its words are "
          + WordList.words(ofHash: place.head).joined(separator: " ") + "."
      )
    }
    if var older = found.older, !found.survey.walk.ending.isDamage {
      older.endedAt = found.survey.entries.last?.written.stamp.recordedAt
      switch options.olderCopy {
      case .refuse: throw .olderCopy(older)
      case .readOnly: readOnly = readOnly ?? .olderCopy
      case .accept: try acceptAsRestored()
      }
    }
    if case .damaged(let seq, _) = found.survey.walk.ending {
      readOnly = .damage(seq: seq)
      notices.append(
        "The record is damaged from number \(seq) on; it is open for reading up to there."
      )
    } else if found.older == nil {
      try raiseToWhatWasRead()
    }
    if readOnly != .olderCopy { lookForCopies() }
    if readOnly == nil {
      refillSpare()
      loadDrafts()
    }
  }

  private func isWorthALock(_ error: VaultError) -> Bool {
    switch error {
    case .tampered, .damaged, .changedUnderneath, .unreadable: true
    default: false
    }
  }

  /// What one reading of the log found.
  struct Reading {
    var survey: Survey
    var bytes: [UInt8]
    var start: LogPlace
    var older: OlderCopy?
    var needsRepair: Bool
  }

  private func readAll() throws(VaultError) -> Reading {
    for _ in 0..<OpenRecord.mostHeaders {
      if let reading = try readOnce() { return reading }
    }
    throw .tampered(what: "header")
  }

  /// At most so many headers lie in a folder at once; one is looked at again if it was replaced.
  private static let mostHeaders = 5

  /// Nil when the log names another header than the one it was read with: that one is taken then.
  private func readOnce() throws(VaultError) -> Reading? {
    // Before the log: it may lag behind what is read next, never lead.
    seen = readHighWater()?.mark
    if !options.index, let seen, let reading = try? readBeyond(seen) { return reading }
    let start = LogPlace(seq: 0, head: codec.genesis, size: 0, lastOffset: 0)
    let bytes = try readLog(from: 0)
    var walk = LogWalk(
      bytes,
      after: start,
      codec: codec,
      seenSeq: seen?.place.seq ?? 0,
      signedAfter: seen?.place.seq ?? 0
    )
    var older: OlderCopy?
    if let seen, !holds(walk, bytes, seen) {
      // The end of the chain is not the one that was seen: every signature has to be looked at.
      walk = LogWalk(
        bytes,
        after: start,
        codec: codec,
        seenSeq: seen.place.seq,
        signedAfter: 0
      )
      if walk.ending == .clean, !holds(walk, bytes, seen) {
        older = OlderCopy(
          seq: walk.place.seq,
          seenSeq: seen.place.seq,
          isFork: walk.place.seq >= seen.place.seq,
          seenAt: seen.at
        )
      }
    }
    // No file is the header that the log names: that is explained only where the log is an older one
    // or breaks off, and this header is not older than the name.
    func isExplained(_ walk: LogWalk, _ name: NamedFiles.Name) -> Bool {
      (walk.ending.isDamage || older != nil) && header.generation >= name.generation
    }
    return try reading(bytes, walk, from: start, named: NamedFiles(), older, isExplained)
  }

  /// Only what was added since this computer last saw the record; throws where anything is odd.
  private func readBeyond(_ seen: HighWater) throws(VaultError) -> Reading? {
    let last = try readLog(from: seen.place.lastOffset)
    let length = Int(seen.place.size - seen.place.lastOffset)
    guard last.count >= length, Sealing.sha256(last[..<length]) == seen.place.head else {
      throw .changedUnderneath(what: "log")
    }
    let bytes = Array(last[length...])
    let walk = LogWalk(
      bytes,
      after: seen.place,
      codec: codec,
      seenSeq: seen.place.seq,
      signedAfter: seen.place.seq,
      leastEpoch: seen.epoch
    )
    guard walk.ending == .clean else { throw .changedUnderneath(what: "log") }
    let named = NamedFiles(
      header: NamedFiles.Name(generation: 0, hash: seen.headerHash.hex),
      keys: NamedFiles.Name(generation: 0, hash: seen.keysHash.hex),
      zone: nil
    )
    let found = try reading(bytes, walk, from: seen.place, named: named, nil) { _, _ in false }
    if let found, found.survey.walk.ending.isDamage { throw .changedUnderneath(what: "log") }
    return found
  }

  /// What a walk says; nil when it names another header, which was taken instead.
  private func reading(
    _ bytes: [UInt8],
    _ walk: LogWalk,
    from start: LogPlace,
    named: NamedFiles,
    _ older: OlderCopy?,
    _ isExplained: (LogWalk, NamedFiles.Name) -> Bool
  ) throws(VaultError) -> Reading? {
    func survey(anyHeader: Bool) throws(VaultError) -> Survey {
      try surveyor.survey(
        walk,
        bytes,
        named: named,
        known: nil,
        depth: options.index ? .bodies : .ownEntries,
        isOlder: older != nil,
        anyHeader: anyHeader
      )
    }
    var found = try survey(anyHeader: false)
    if let name = found.otherHeader {
      if try takeHeader(name) { return nil }
      guard isExplained(found.walk, name) else { throw .tampered(what: "header") }
      found = try survey(anyHeader: true)
    }
    return Reading(
      survey: found,
      bytes: bytes,
      start: start,
      older: older,
      needsRepair: found.walk.ending.isTorn || needsMending(found.named)
    )
  }

  private func readLog(from: UInt64) throws(VaultError) -> [UInt8] {
    do {
      let size = try log.size()
      guard size >= from else { throw VaultError.changedUnderneath(what: "log") }
      return try log.read(from: from, count: Int(size - from))
    } catch let error as DiskError {
      throw .unreadable(what: "log", errno: error.code)
    } catch {
      throw .changedUnderneath(what: "log")
    }
  }

  /// True when a walk reaches what was seen and holds it as it was.
  private func holds(_ walk: LogWalk, _ bytes: [UInt8], _ seen: HighWater) -> Bool {
    if walk.ending.isDamage { return false }
    guard let frame = walk.frames.first(where: { $0.head.seq == seen.place.seq }) else {
      return seen.place.seq == 0
    }
    return Sealing.sha256(bytes[frame.range]) == seen.place.head
  }

  private func adopt(_ reading: Reading) throws(VaultError) {
    place = reading.survey.walk.place
    named = reading.survey.named
    keyring = reading.survey.keyring
    if let zone = (named.zone ?? keyring.zone).flatMap({ Zone($0) }) { recordZone = zone }
    guard options.index else { return }
    do {
      let index = try RecordIndex()
      self.index = index
      cases = FoldedCases()
      try addToIndex(reading.survey.entries, index)
      cases.fold(reading.survey.entries) { keyring.child($0)?.ref }
    } catch {
      throw .unreadable(what: "index", errno: 0)
    }
  }

  // MARK: Under the lock

  private func repairUnderLock() throws(VaultError) -> Reading {
    let held = try lock()
    defer { held.release() }
    let reading = try readAll()
    if reading.older != nil { return reading }
    try repair(reading)
    return reading
  }

  /// Cuts a torn tail off, after saving it, and finishes files that were being replaced.
  func repair(_ reading: Reading) throws(VaultError) {
    if case .torn(let offset) = reading.survey.walk.ending {
      try cut(Array(reading.bytes[offset...]), at: reading.start.size + UInt64(offset))
    }
    if !reading.survey.walk.ending.isDamage { try mend(reading.survey.named) }
  }

  func cut(_ torn: [UInt8], at size: UInt64) throws(VaultError) {
    do {
      if !disk.isThere(places.torn) { try disk.makeFolder(places.torn) }
      let name = "\(size)-" + surroundings.entropy.bytes(4).hex
      try disk.writeSynced(places.torn + "/" + name, torn)
      try disk.syncFolder(places.torn)
      try log.truncate(to: size)
      try log.sync()
    } catch {
      poison()
      throw .notSaved(reason: .poisoned, errno: error.code)
    }
    notices.append(
      "The last save before this was cut short and had never said Saved; "
        + "its \(torn.count) bytes were set aside in torn/."
    )
  }
}

extension LogWalk.Ending {
  var isDamage: Bool { if case .damaged = self { true } else { false } }
  var isTorn: Bool { if case .torn = self { true } else { false } }
}
