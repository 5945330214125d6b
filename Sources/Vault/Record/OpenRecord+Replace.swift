internal import Casework
internal import Foundation

/// Files that take the place of others once an act on disk has named them.
struct NewFiles {
  /// The header to come, opened; nil where only `keys` changes.
  var unlocked: Unlocked?
  var keyring: Keyring

  /// What the act says of them.
  var named: [StoreChanged] {
    var out: [StoreChanged] = []
    if let unlocked {
      out.append(
        StoreChanged(
          file: "header",
          generation: unlocked.header.generation,
          sha256: unlocked.hash
        )
      )
    }
    out.append(
      StoreChanged(file: "keys", generation: keyring.generation, sha256: keyring.hash)
    )
    return out
  }
}

/// The order in which `header` and `keys` are replaced, so that a crash at any point leaves the old
/// ones or the new ones:
///
///     X.new on disk, the folder too ─> the act that names them ─> header ─> keys ─> the folder ─> .bak
extension OpenRecord {
  /// Puts new files on disk beside the old ones; they are nobody's until an act names them.
  func writeNew(_ files: [(path: String, bytes: [UInt8])]) throws(VaultError) {
    do {
      for (path, bytes) in files { try writeUsingSpare(path + ".new", bytes) }
      try disk.syncFolder(places.folder)
    } catch {
      if error.call.hasPrefix("fsync") {
        poison()
        throw .notSaved(reason: .sync, errno: error.code)
      }
      for (path, _) in files where disk.isThere(path + ".new") {
        try? disk.remove(path + ".new")
      }
      throw .notSaved(reason: error.isFull ? .full : .write, errno: error.code)
    }
  }

  /// Takes back files that no act came to name; where it is not known whether one did, they stay.
  func withdraw(_ files: NewFiles) {
    guard readOnly == nil, named.keys?.hash != files.keyring.hash else { return }
    // What is left here is removed at the next opening.
    try? disk.remove(places.keys + ".new")
    if files.unlocked != nil { try? disk.remove(places.header + ".new") }
  }

  /// An act on disk names the new files: now they take the place of the old.
  func replace(_ files: NewFiles) {
    keyring = files.keyring
    named.keys = NamedFiles.Name(
      generation: files.keyring.generation,
      hash: files.keyring.hash
    )
    var paths = [places.keys]
    if let next = files.unlocked {
      unlocked = next
      named.header = NamedFiles.Name(generation: next.header.generation, hash: next.hash)
      paths.insert(places.header, at: 0)
    }
    do {
      for path in paths { try disk.rename(path + ".new", to: path) }
      try disk.syncFolder(places.folder)
      for path in paths { try copyToBackup(path) }
    } catch {
      // The act is kept and the log leads to `X.new`: the next opening finishes this.
      let what = paths.count == 1 ? "The keys file" : "The header"
      notices.append("\(what) could not be replaced yet; the next opening will do it.")
      if error.call.hasPrefix("fsync") { poison() }
    }
  }
}
