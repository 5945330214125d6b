/// Everything the store asks of the file system: the seam at which a test injects faults.
public protocol Disk: AnyObject, Sendable {
  /// True when there is a file or folder of that path.
  func isThere(_ path: String) -> Bool
  /// The names in a folder, sorted.
  func names(in folder: String) throws(DiskError) -> [String]
  /// Makes a folder that only its owner may enter; `EEXIST` when it is there.
  func makeFolder(_ path: String) throws(DiskError)
  /// How long a file is.
  func size(of path: String) throws(DiskError) -> UInt64
  /// The whole of a file.
  func read(_ path: String) throws(DiskError) -> [UInt8]
  /// Creates or empties a file and writes it; not yet on disk.
  func write(_ path: String, _ bytes: [UInt8]) throws(DiskError)
  /// The same, and on disk when it returns.
  func writeSynced(_ path: String, _ bytes: [UInt8]) throws(DiskError)
  /// Writes some bytes of a file in place, making it where there is none; not yet on disk.
  func overwrite(_ path: String, at offset: UInt64, _ bytes: [UInt8]) throws(DiskError)
  /// Shortens a file.
  func empty(_ path: String) throws(DiskError)
  /// Puts a file in the place of another, at once.
  func rename(_ from: String, to: String) throws(DiskError)
  /// Deletes a file.
  func remove(_ path: String) throws(DiskError)
  /// Makes the names in a folder last.
  func syncFolder(_ path: String) throws(DiskError)
  /// Opens the log.
  func openLog(_ path: String, forWriting: Bool) throws(DiskError) -> any LogFile
  /// Takes the lock, waiting two seconds; `EWOULDBLOCK` when another program holds it.
  func lock(_ path: String, holder: String) throws(DiskError) -> any HeldLock
  /// What the program that holds the lock wrote into it.
  func holder(of path: String) -> String?
  /// The kind of file system when its locks and syncs cannot be trusted (NFS, SMB, FUSE).
  func untrustedFileSystem(_ path: String) -> String?
  /// A descriptor that turns readable when the file grows, or when it or a file beside it is replaced
  /// or deleted; -1 where there is none.
  func watch(_ path: String) -> Int32
  /// Reads away what a watch reported.
  func drain(_ descriptor: Int32)
  /// Closes a watch.
  func closeWatch(_ descriptor: Int32)
}

extension Disk {
  /// The length of what can be read.
  public func size(of path: String) throws(DiskError) -> UInt64 { UInt64(try read(path).count) }
}

/// The open log.
public protocol LogFile: AnyObject, Sendable {
  /// Its length now.
  func size() throws(DiskError) -> UInt64
  /// Exactly the bytes of a range; `EIO` when there are fewer.
  func read(from: UInt64, count: Int) throws(DiskError) -> [UInt8]
  /// Writes at the end, looping on short writes; not yet on disk.
  func append(_ bytes: [UInt8]) throws(DiskError)
  /// Shortens it.
  func truncate(to size: UInt64) throws(DiskError)
  /// On disk when it returns.
  func sync() throws(DiskError)
  /// True while the path still leads to the file that was opened.
  func isInPlace() -> Bool
  /// Closes it.
  func close()
}

/// A lock that is held until it is released.
public protocol HeldLock: AnyObject {
  /// Gives it back.
  func release()
}

/// A system call that failed.
public struct DiskError: Error, Sendable, Equatable {
  /// Which call.
  public var call: String
  /// Its errno.
  public var code: Int32

  /// Makes an error.
  public init(call: String, code: Int32) {
    self.call = call
    self.code = code
  }
}
