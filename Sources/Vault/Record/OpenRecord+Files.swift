internal import Foundation

/// The files that are replaced, not appended to: `header`, `keys`, the high-water mark, `spare`.
extension OpenRecord {
  func lock() throws(VaultError) -> any HeldLock {
    do {
      return try disk.lock(places.lock, holder: surroundings.holder)
    } catch {
      if error.code == EWOULDBLOCK { throw .inUse(holder: disk.holder(of: places.lock)) }
      if [EACCES, EPERM, EROFS].contains(error.code) { throw .readOnly(.permission) }
      throw .unreadable(what: "lock", errno: error.code)
    }
  }

  private func hash(of path: String) -> String? {
    (try? disk.read(path)).map { Sealing.sha256($0).hex }
  }

  private func pairs(_ named: NamedFiles) -> [(path: String, hash: String)] {
    [(places.header, named.header?.hash), (places.keys, named.keys?.hash)].compactMap { pair in
      pair.1.map { (pair.0, $0) }
    }
  }

  /// True when a file is not the one that the log names, lacks its copy, or was being replaced.
  func needsMending(_ named: NamedFiles) -> Bool {
    pairs(named).contains { path, wanted in
      hash(of: path) != wanted || hash(of: path + ".bak") != wanted || disk.isThere(path + ".new")
    }
  }

  /// Makes `header` and `keys` and their copies what the log names; under the lock.
  ///
  /// - Throws: ``VaultError/tampered(what:)`` when no file is what the log names.
  func mend(_ named: NamedFiles) throws(VaultError) {
    do {
      for (path, wanted) in pairs(named) {
        if hash(of: path) != wanted {
          if hash(of: path + ".new") != wanted {
            guard hash(of: path + ".bak") == wanted else {
              throw VaultError.tampered(what: path == places.keys ? "keys" : "header")
            }
            let name = path == places.keys ? "keys" : "header"
            // What was found is kept: it may be somebody's work.
            if let found = try? disk.read(path) {
              let kept = "\(places.torn)/\(name)-\(surroundings.entropy.bytes(8).hex)"
              try disk.writeSynced(kept, found)
            }
            notices.append(
              "The file \(name) was not what the record names. It was put back from its copy; what "
                + "was found is in torn/."
            )
            try disk.writeSynced(path + ".new", try disk.read(path + ".bak"))
            try disk.syncFolder(places.folder)
          }
          try disk.rename(path + ".new", to: path)
          try disk.syncFolder(places.folder)
        } else if disk.isThere(path + ".new") {
          // Its act never came to be.
          try disk.remove(path + ".new")
        }
        if hash(of: path + ".bak") != wanted { try copyToBackup(path) }
      }
    } catch let error as DiskError {
      poison(afterSync: error)
      throw .notSaved(reason: .write, errno: error.code)
    } catch let error as VaultError {
      throw error
    } catch {
      throw .notSaved(reason: .write, errno: 0)
    }
  }

  func copyToBackup(_ path: String) throws(DiskError) {
    try disk.writeSynced(path + ".bak.new", try disk.read(path))
    try disk.rename(path + ".bak.new", to: path + ".bak")
    try disk.syncFolder(places.folder)
  }

  /// Notes how far this computer has seen the record; only ever forward.
  ///
  /// A mark that cannot be written only lags, so the act that was kept stays kept.
  func raiseHighWater(force: Bool = false) {
    guard force || place.seq > (seen?.place.seq ?? 0),
      let headerHash = named.header.flatMap({ [UInt8](hex: $0.hash, count: 32) }),
      let keysHash = named.keys.flatMap({ [UInt8](hex: $0.hash, count: 32) })
    else { return }
    let mark = HighWater(
      epoch: header.epoch,
      place: place,
      headerHash: headerHash,
      keysHash: keysHash,
      at: surroundings.clock()
    )
    let path = places.highWater(header.vaultID)
    let bytes = mark.seal(vaultID: header.vaultID, key: roots.highWaterKey)
    // Read again each time: a copy of the record in another folder has its marks in the same file.
    let found = readHighWater()
    if !force, let found, found.mark.place.seq >= place.seq {
      // Another program was quicker.
      seen = found.mark
      return
    }
    do {
      if !disk.isThere(places.state) { try OpenRecord.makeFolders(places.state, disk) }
      if force {
        // Taken back on purpose: no newer mark may stay beside it.
        for place in HighWater.places { try disk.overwrite(path, at: place, bytes) }
      } else {
        try disk.overwrite(path, at: found?.next ?? 0, bytes)
      }
      seen = mark
    } catch {
      let notice = "This computer could not note how far it has seen the record."
      if !notices.contains(notice) { notices.append(notice) }
    }
  }

  /// What this computer noted last, and where in the file the next note goes.
  func readHighWater() -> (mark: HighWater, next: UInt64)? {
    guard let file = try? disk.read(places.highWater(header.vaultID)) else { return nil }
    return HighWater.newest(in: file, vaultID: header.vaultID, key: roots.highWaterKey)
  }

  /// Makes a folder and those it lies in.
  static func makeFolders(_ path: String, _ disk: any Disk) throws(DiskError) {
    if path.isEmpty || path == "/" || disk.isThere(path) { return }
    let parts = path.split(separator: "/").dropLast().joined(separator: "/")
    try makeFolders((path.hasPrefix("/") ? "/" : "") + parts, disk)
    do {
      try disk.makeFolder(path)
    } catch  where error.code == EEXIST {
      return
    }
  }
}
