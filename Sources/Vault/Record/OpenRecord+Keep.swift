public import Casework
internal import Foundation

extension OpenRecord {
  /// Keeps an act: when this returns, it is on disk, whole.
  ///
  /// - Throws: ``VaultError``; the record is then as it was.
  public func keep(_ act: Act) throws -> Kept { try keep(batch: [act]) }

  /// Keeps many acts in order: an import.
  ///
  /// Acts share a sync of the disk, up to 256 frames at a time. Each act is whole or not there; when
  /// this throws, the acts before some point are kept and none after it. `kept` is told that point.
  ///
  /// - Parameters:
  ///   - acts: In the order of the record.
  ///   - kept: Called with the number of acts on disk so far.
  /// - Returns: All entries.
  /// - Throws: ``VaultError``.
  public func keep(batch acts: [Act], kept: (Int) -> Void = { _ in }) throws -> Kept {
    try turn {
      guard !acts.isEmpty else { return Kept(entries: []) }
      if let readOnly { throw VaultError.readOnly(readOnly) }
      let held = try lock()
      defer { held.release() }
      try catchUp(underLock: true)
      try refuseKnown(acts)
      var plan = ActPlan(keyring: keyring, surroundings: surroundings, zone: recordZone)
      try plan.prepareChildren(acts) { cases.holds($0) || index == nil }
      var newFiles: NewFiles?
      if plan.changesKeys {
        var ring = plan.keyring
        let bytes = try seal(&ring)
        try plan.addStoreChange(file: "keys", generation: ring.generation, bytes: bytes)
        for act in acts { try plan.add(act) }
        // What was named before must be in its place first: `keys.new` may be its only copy.
        if needsMending(named) { try mend(named) }
        try writeNew([(places.keys, bytes)])
        newFiles = NewFiles(unlocked: nil, keyring: ring)
      } else {
        for act in acts { try plan.add(act) }
      }
      do {
        return try append(plan.acts, newFiles: newFiles, kept: kept)
      } catch {
        if let newFiles { withdraw(newFiles) }
        throw error
      }
    }
  }

  private func seal(_ ring: inout Keyring) throws(VaultError) -> [UInt8] {
    guard let keys = codec.epochs[header.epoch] else { throw .tampered(what: "epoch") }
    return try ring.seal(roots: roots, keys: keys, entropy: surroundings.entropy)
  }

  /// An identity can be kept once: a draft's entry that is on disk already is not written again.
  private func refuseKnown(_ acts: [Act]) throws {
    guard let index else { return }
    var given: Set<EntryID> = []
    for id in acts.flatMap(\.parts).flatMap(\.entries).compactMap(\.id) {
      guard given.insert(id).inserted else {
        throw VaultError.unacceptable(reason: "identity in use")
      }
    }
    guard try !index.holds(anyOf: given) else {
      throw VaultError.unacceptable(reason: "identity in use")
    }
  }

  // MARK: Appending

  private func append(
    _ acts: [ActPlan.Planned],
    newFiles: NewFiles?,
    kept: (Int) -> Void
  ) throws -> Kept {
    var out: [RecordedEntry] = []
    var from = 0
    let storeActs = newFiles == nil ? 0 : 1
    let isSpareGone = isSpareUsed
    while from < acts.count {
      var to = from
      var count = 0
      // What names the new keys goes with the first act that needs them.
      while to < acts.count, count + acts[to].texts.count <= FrameHead.mostFramesOfAct {
        count += acts[to].texts.count
        to += 1
      }
      guard to > from + (from == 0 ? storeActs : 0) else {
        throw VaultError.unacceptable(reason: "frames")
      }
      let run = acts[from..<to]
      let first = place.seq + 1
      try write(run.flatMap(\.texts))
      if from == 0, let newFiles { replace(newFiles) }
      raiseHighWater()
      let entries = numbered(run, from: first)
      // The store's own entry was not asked for.
      out += entries.dropFirst(from == 0 ? storeActs : 0).compactMap(\.recorded)
      try index.map { try addToIndex(entries, $0) }
      for entry in entries { dropDraft(entry.written.stamp.id, isKept: true) }
      from = to
      kept(to - storeActs)
    }
    if isSpareGone { refillUsedSpare() }
    return Kept(entries: out)
  }

  func numbered(
    _ run: ArraySlice<ActPlan.Planned>,
    from first: UInt64
  ) -> [DecodedEntry] {
    var seq = first
    var out: [DecodedEntry] = []
    for act in run {
      for entry in act.entries {
        var written = entry.written
        written.seq = seq + UInt64(entry.frame)
        out.append(DecodedEntry(written: written, body: entry.body))
        if let settings = entry.body as? SettingsChanged, let name = settings.zone,
          let zone = Zone(name)
        {
          recordZone = zone
        }
      }
      seq += UInt64(act.texts.count)
    }
    return out
  }

  /// Seals one run of frames and puts it on disk.
  func write(_ texts: [FrameCodec.Text]) throws(VaultError) {
    let frames = try codec.seal(
      texts,
      after: (place.seq, place.head),
      epoch: header.epoch,
      roots: roots,
      entropy: surroundings.entropy
    )
    let bytes = frames.flatMap { $0 }
    do {
      try appendOrTakeBack(bytes)
    } catch {
      guard case .notSaved(.full, _) = error, emptySpare() else { throw error }
      try appendOrTakeBack(bytes)
    }
    do {
      try log.sync()
    } catch {
      // The kernel has marked the pages clean: a second try would lie.
      poison()
      throw .notSaved(reason: .sync, errno: error.code)
    }
    let last = frames.last ?? []
    place = LogPlace(
      seq: place.seq + UInt64(frames.count),
      head: Sealing.sha256(last),
      size: place.size + UInt64(bytes.count),
      lastOffset: place.size + UInt64(bytes.count - last.count)
    )
  }

  private func appendOrTakeBack(_ bytes: [UInt8]) throws(VaultError) {
    do {
      try log.append(bytes)
    } catch {
      do {
        try log.truncate(to: place.size)
        try log.sync()
      } catch {
        poison()
        throw .notSaved(reason: .poisoned, errno: error.code)
      }
      throw .notSaved(
        reason: error.isFull ? .full : .write,
        errno: error.code
      )
    }
  }

  /// Puts entries into the index and the case files.
  func addToIndex(_ entries: [DecodedEntry], _ index: RecordIndex) throws {
    try index.add(entries)
    cases.add(entries)
    if loaded != nil { reload(Set(entries.compactMap(\.written.stamp.child))) }
  }

  // MARK: Other programs' acts

  /// Takes in what other programs added.
  ///
  /// - Returns: True when there was something.
  /// - Throws: ``VaultError`` when the files changed in another way; the record is then read-only.
  @discardableResult
  public func refresh() throws -> Bool {
    try turn {
      if watchDescriptor >= 0 { disk.drain(watchDescriptor) }
      // Our own acts are reported too, once their frame is drawn.
      let hasNotice = !settleIndex()
      // What follows may be an act of our own that never said Saved, or somebody else's history.
      if hasStopped { return hasNotice }
      let hasMore = try catchUp(underLock: false)
      return try lookAround() || hasMore || hasNotice
    }
  }

  @discardableResult
  func catchUp(underLock: Bool) throws(VaultError) -> Bool {
    guard let added = try readAdded() else {
      throw stop(howTheLogChanged())
    }
    isSuspect = false
    if added.isEmpty { return false }
    let mark = readHighWater()?.mark
    // Frames that follow a new epoch can be read with its header only.
    let leastEpoch = header.epoch
    var walk: LogWalk
    var survey: Survey
    repeat {
      walk = LogWalk(
        added,
        after: place,
        codec: codec,
        seenSeq: max(mark?.place.seq ?? 0, seen?.place.seq ?? 0),
        signedAfter: place.seq,
        leastEpoch: leastEpoch
      )
      survey = try surveyor.survey(
        walk,
        added,
        named: named,
        known: keyring,
        depth: index != nil ? .bodies : .ownEntries
      )
      guard let name = survey.otherHeader else { break }
      guard try takeHeader(name) else {
        // Without the lock it may be on its way.
        guard underLock else { return false }
        throw stop(.tampered(what: "header"))
      }
    } while true
    if case .damaged(let seq, let reason) = walk.ending {
      if underLock { throw stop(.damaged(seq: seq, reason: reason)) }
      // Perhaps only half of what another program is writing: looked at again under the lock.
      isSuspect = true
      if walk.frames.isEmpty { return false }
    }
    if case .damaged(let seq, let reason) = survey.walk.ending, !walk.ending.isDamage {
      throw stop(.damaged(seq: seq, reason: reason))
    }
    if underLock, case .torn(let offset) = walk.ending {
      try cut(Array(added[offset...]), at: place.size + UInt64(offset))
    }
    guard walk.place.seq > place.seq else { return false }
    place = walk.place
    named = survey.named
    keyring = survey.keyring
    if let zone = named.zone.flatMap({ Zone($0) }) { recordZone = zone }
    if let index {
      do {
        try addToIndex(survey.entries, index)
      } catch {
        throw .unreadable(what: "index", errno: 0)
      }
    }
    return true
  }

  /// What follows the last known frame; nil when the log shrank, was replaced or changed before it.
  func readAdded() throws(VaultError) -> [UInt8]? {
    do throws(DiskError) {
      while true {
        let size = try log.size()
        guard log.isInPlace(), size >= place.size else { return nil }
        let known = Int(place.size - place.lastOffset)
        let tail: [UInt8]
        do {
          tail = try log.read(from: place.lastOffset, count: Int(size - place.lastOffset))
        } catch {
          // Shorter by now: another program took back what it could not write.
          if try log.size() < size { continue }
          throw error
        }
        guard place.seq == 0 || Sealing.sha256(tail[..<known]) == place.head else { return nil }
        return Array(tail[known...])
      }
    } catch {
      throw .unreadable(what: "log", errno: error.code)
    }
  }

  // MARK: An older copy

  /// Says in the record that an older copy was taken as it is, and names the files it is used with:
  /// they may be newer than the log.
  func acceptAsRestored() throws(VaultError) {
    guard let seen else { return }
    if let readOnly { throw .readOnly(readOnly) }
    let restored = RestoredFrom(
      seq: place.seq,
      head: place.head.hex,
      seenSeq: seen.place.seq,
      seenHead: seen.place.head.hex
    )
    var bodies: [any Entry] = [restored]
    var names = named
    if unlocked.hash != named.header?.hash {
      names.header = NamedFiles.Name(generation: header.generation, hash: unlocked.hash)
      bodies.append(
        StoreChanged(file: "header", generation: header.generation, sha256: unlocked.hash)
      )
    }
    if keyring.hash != named.keys?.hash {
      names.keys = NamedFiles.Name(generation: keyring.generation, hash: keyring.hash)
      bodies.append(
        StoreChanged(file: "keys", generation: keyring.generation, sha256: keyring.hash)
      )
    }
    let held = try lock()
    defer { held.release() }
    let now = surroundings.clock()
    var plan = ActPlan(keyring: keyring, surroundings: surroundings, zone: recordZone)
    try plan.add(
      Act(child: nil, entries: bodies.map { NewEntry(occurredAt: now, body: $0) })
    )
    let first = place.seq + 1
    try write(plan.acts.flatMap(\.texts))
    named = names
    raiseHighWater(force: true)
    try addOwn(plan.acts, from: first)
  }

  /// Puts acts of the store itself into the index.
  func addOwn(_ acts: [ActPlan.Planned], from first: UInt64) throws(VaultError) {
    guard let index else { return }
    do {
      try addToIndex(numbered(acts[...], from: first), index)
    } catch {
      throw .unreadable(what: "index", errno: 0)
    }
  }
}
