internal import CHardening
internal import Glibc

/// The one file that touches the file system.
///
/// A signal (a resized window, a timer) may cut any call short; such a call is made again and never
/// counts as a failure of the disk.
public final class RealDisk: Disk {
  private let trustsEveryFileSystem: Bool

  /// The machine's own.
  ///
  /// - Parameter trustsEveryFileSystem: True where the guardian said that a network file system's
  ///   locks and syncs hold.
  public init(trustsEveryFileSystem: Bool = false) {
    self.trustsEveryFileSystem = trustsEveryFileSystem
  }

  /// True when there is a file or folder of that path.
  public func isThere(_ path: String) -> Bool {
    (try? again("access") { unsafe access(path, F_OK) }) != nil
  }

  /// The names in a folder, sorted.
  public func names(in folder: String) throws(DiskError) -> [String] {
    var found = unsafe opendir(folder)
    while unsafe found == nil, errno == EINTR { unsafe found = opendir(folder) }
    guard let stream = unsafe found else { throw DiskError(call: "opendir", code: errno) }
    defer { unsafe closedir(stream) }
    var out: [String] = []
    errno = 0
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { out.append(name) }
      errno = 0
    }
    if errno != 0 { throw DiskError(call: "readdir", code: errno) }
    return out.sorted()
  }

  /// Makes a folder with mode 0700.
  public func makeFolder(_ path: String) throws(DiskError) {
    try again("mkdir") { unsafe mkdir(path, 0o700) }
  }

  /// How long a file is.
  public func size(of path: String) throws(DiskError) -> UInt64 {
    var facts = stat()
    try again("stat") { unsafe stat(path, &facts) }
    return UInt64(max(0, facts.st_size))
  }

  /// The whole of a file.
  public func read(_ path: String) throws(DiskError) -> [UInt8] {
    let file = try Descriptor(path, O_RDONLY)
    defer { file.close() }
    return try file.read(from: 0, count: Int(try file.size()))
  }

  /// Creates or empties a file (mode 0600) and writes it.
  public func write(_ path: String, _ bytes: [UInt8]) throws(DiskError) {
    let file = try Descriptor(path, O_WRONLY | O_CREAT | O_TRUNC)
    defer { file.close() }
    try file.append(bytes)
  }

  /// The same, with `fsync`.
  public func writeSynced(_ path: String, _ bytes: [UInt8]) throws(DiskError) {
    let file = try Descriptor(path, O_WRONLY | O_CREAT | O_TRUNC)
    defer { file.close() }
    try file.append(bytes)
    try again("fsync") { fsync(file.number) }
  }

  /// Writes some bytes of a file in place, making it (mode 0600) where there is none.
  public func overwrite(
    _ path: String,
    at offset: UInt64,
    _ bytes: [UInt8]
  ) throws(DiskError) {
    let file = try Descriptor(path, O_WRONLY | O_CREAT)
    defer { file.close() }
    try file.write(bytes, at: offset)
  }

  /// Empties a file and gives its blocks back.
  public func empty(_ path: String) throws(DiskError) {
    let file = try Descriptor(path, O_WRONLY)
    defer { file.close() }
    try file.truncate(to: 0)
    try file.sync()
  }

  /// Puts a file in the place of another.
  public func rename(_ from: String, to: String) throws(DiskError) {
    try again("rename") { unsafe Glibc.rename(from, to) }
  }

  /// Deletes a file.
  public func remove(_ path: String) throws(DiskError) {
    try again("unlink") { unsafe unlink(path) }
  }

  /// Makes the names in a folder last.
  public func syncFolder(_ path: String) throws(DiskError) {
    let folder = try Descriptor(path, O_RDONLY | O_DIRECTORY)
    defer { folder.close() }
    try again("fsync folder") { fsync(folder.number) }
  }

  /// Opens the log, for appending only where it is to be written.
  public func openLog(_ path: String, forWriting: Bool) throws(DiskError) -> any LogFile {
    try Descriptor(path, forWriting ? O_RDWR | O_APPEND : O_RDONLY)
  }

  /// `flock`, waiting two seconds; the holder's name goes into the file.
  public func lock(_ path: String, holder: String) throws(DiskError) -> any HeldLock {
    let file = try Descriptor(path, O_RDWR | O_CREAT)
    let code = mainstay_lock(file.number, 2000)
    guard code == 0 else {
      file.close()
      throw DiskError(call: "flock", code: code)
    }
    // Only what another program shows while it waits: nothing depends on it. It is written over the
    // last one before it is cut, so that whoever looks just then never finds nobody.
    let name = Array(holder.utf8)
    if let size = try? file.size(), size == name.count,
      (try? file.read(from: 0, count: name.count)) == name
    {
      return file
    }
    guard (try? file.append(name)) != nil else { return file }
    try? file.truncate(to: UInt64(name.count))
    return file
  }

  /// The first 80 bytes of the lock file.
  public func holder(of path: String) -> String? {
    guard let bytes = try? read(path), !bytes.isEmpty else { return nil }
    return String(decoding: bytes.prefix(80), as: UTF8.self)
  }

  /// NFS, SMB, FUSE and their like; nil where the guardian trusts them.
  public func untrustedFileSystem(_ path: String) -> String? {
    if trustsEveryFileSystem { return nil }
    var name: [CChar] = Array(repeating: 0, count: 16)
    let isRemote = unsafe name.withUnsafeMutableBufferPointer {
      unsafe mainstay_is_remote(path, $0.baseAddress)
    }
    guard isRemote else { return nil }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// inotify on the file and its folder.
  public func watch(_ path: String) -> Int32 { unsafe max(-1, mainstay_watch(path)) }

  /// Reads away what a watch reported.
  public func drain(_ descriptor: Int32) { mainstay_watch_drain(descriptor) }

  /// Closes a watch.
  public func closeWatch(_ descriptor: Int32) { _ = Glibc.close(descriptor) }
}

/// Makes a system call, and makes it again while a signal cuts it short.
///
/// Also `fsync`: one that was cut short has consumed no error of the disk's, so the second call still
/// reports it.
@discardableResult
private func again(_ name: String, _ call: () -> Int32) throws(DiskError) -> Int32 {
  while true {
    let got = call()
    if got >= 0 { return got }
    if errno != EINTR { throw DiskError(call: name, code: errno) }
  }
}

/// One open file; closed once.
private final class Descriptor: LogFile, HeldLock, @unchecked Sendable {
  // Unchecked: the number never changes but to -1 in close(), which the owner calls last.
  private(set) var number: Int32
  private let path: String

  init(_ path: String, _ flags: Int32) throws(DiskError) {
    self.path = path
    number = unsafe mainstay_open(path, flags | O_CLOEXEC, 0o600)
    if number < 0 { throw DiskError(call: "open", code: -number) }
  }

  deinit { close() }

  func close() {
    if number >= 0 { _ = Glibc.close(number) }
    number = -1
  }

  func release() {
    _ = mainstay_unlock(number)
    close()
  }

  func size() throws(DiskError) -> UInt64 {
    var facts = stat()
    try again("fstat") { unsafe fstat(number, &facts) }
    return UInt64(max(0, facts.st_size))
  }

  func read(from: UInt64, count: Int) throws(DiskError) -> [UInt8] {
    var done = 0
    var failed: Int32 = 0
    let out = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while done < count, let base = buffer.baseAddress {
        let got = unsafe pread(number, base + done, count - done, off_t(from) + off_t(done))
        if got < 0 && errno == EINTR { continue }
        if got <= 0 {
          failed = got < 0 ? errno : EIO
          break
        }
        done += got
      }
      filled = done
    }
    if failed != 0 { throw DiskError(call: "read", code: failed) }
    return out
  }

  func append(_ bytes: [UInt8]) throws(DiskError) {
    var done = 0
    while done < bytes.count {
      let got = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(number, buffer.baseAddress.map { unsafe $0 + done }, bytes.count - done)
      }
      if got < 0 && errno == EINTR { continue }
      if got <= 0 { throw DiskError(call: "write", code: got < 0 ? errno : ENOSPC) }
      done += got
    }
  }

  func write(_ bytes: [UInt8], at offset: UInt64) throws(DiskError) {
    var done = 0
    while done < bytes.count {
      let got = unsafe bytes.withUnsafeBytes { buffer in
        unsafe pwrite(
          number,
          buffer.baseAddress.map { unsafe $0 + done },
          bytes.count - done,
          off_t(offset) + off_t(done)
        )
      }
      if got < 0 && errno == EINTR { continue }
      if got <= 0 { throw DiskError(call: "pwrite", code: got < 0 ? errno : ENOSPC) }
      done += got
    }
  }

  func truncate(to size: UInt64) throws(DiskError) {
    try again("ftruncate") { ftruncate(number, off_t(size)) }
  }

  func sync() throws(DiskError) {
    try again("fdatasync") { fdatasync(number) }
  }

  func isInPlace() -> Bool {
    var here = stat()
    var there = stat()
    do {
      try again("fstat") { unsafe fstat(number, &here) }
      try again("stat") { unsafe stat(path, &there) }
    } catch {
      return false
    }
    return here.st_ino == there.st_ino && here.st_dev == there.st_dev
  }
}
