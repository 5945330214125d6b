internal import CHardening

/// Pages for keys that the kernel writes to no swap file, to no core, and gives to no child process.
///
/// `SymmetricKey` has storage of its own that nobody can place. So it is the heap that is told: what
/// this thread allocates while ``hold(_:)`` runs its argument, up to 1 KiB a piece, lies in locked pages
/// for as long as it lives. Where the system locks no page it lies in the ordinary heap, and is
/// overwritten when it is freed as everything is.
enum LockedMemory {
  /// Runs its argument; what it allocates is locked.
  static func hold<Result, Failure>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    mainstay_secret_begin()
    defer { mainstay_secret_end() }
    return try body()
  }
}

extension Array where Element == UInt8 {
  /// Overwrites the bytes where they lie and leaves nothing.
  ///
  /// Only the last holder of the bytes can: a copy that shares them is first made its own.
  mutating func wipe() {
    unsafe withUnsafeMutableBytes { unsafe mainstay_wipe($0.baseAddress, $0.count) }
    removeAll()
  }
}
