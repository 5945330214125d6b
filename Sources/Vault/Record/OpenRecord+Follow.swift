internal import Casework

/// Staying with the header that the log names, when another program replaces it.
extension OpenRecord {
  /// Takes the header that the log names in place of the one that is open.
  ///
  /// It is found by its hash. Where it is gone already, a newer one took its place, whose own name
  /// can be read with its keys only: that one is taken, and the log read with it must name it.
  ///
  /// - Parameter name: What the log says of it.
  /// - Returns: False when no file can be it.
  /// - Throws: ``VaultError/wrongPassphrase`` at an opening, ``VaultError/wayInGone`` later, when the
  ///   way in is not in it.
  func takeHeader(_ name: NamedFiles.Name) throws(VaultError) -> Bool {
    let found = Doors.headers(places, disk).found
    let exact = found.first { $0.hash == name.hash }
    let newer = found.filter {
      $0.generation > max(name.generation, header.generation) && $0.epoch > header.epoch
        && $0.vaultID == header.vaultID && $0.guardianPublicKey == header.guardianPublicKey
    }
    guard let next = exact ?? newer.first else { return false }
    do {
      unlocked =
        if let doors { try doors.unlock(next) } else {
          try Unlocked(next, try next.unlock(with: unlocked.own), own: unlocked.own)
        }
      return true
    } catch {
      guard error == .wrongPassphrase, doors == nil else { throw error }
      // Nothing more is written: the keys of the new epoch are not to be had this way.
      readOnly = .wayInGone
      throw .wayInGone
    }
  }
}
