extension OpenRecord {
  /// Stops all writing after a sync that failed, whichever file's it was.
  ///
  /// The kernel no longer says what of that file is on disk, and what is wrong with the disk will not
  /// stay with one file. The space kept for a last note is the exception: it holds nothing.
  func poison(afterSync error: DiskError) {
    if error.call.hasPrefix("fsync") || error.call == "fdatasync" { poison() }
  }
}
