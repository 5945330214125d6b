internal import Synchronization

@testable import Vault

/// A disk on which chosen calls fail, by the name of the call and the end of the path.
final class AilingDisk: Disk {
  let base: SimulatedDisk
  /// The code to fail with; nil to let the call through.
  private let ailment = Mutex<(@Sendable (_ call: String, _ path: String) -> Int32?)?>(nil)
  /// A path that is not there when it is first asked for, and is the next time.
  private let appearing = Mutex<(path: String, wasAsked: Bool)?>(nil)

  init(_ base: SimulatedDisk = SimulatedDisk()) { self.base = base }

  /// Fails calls from now on; nil for none.
  func ail(_ ailment: (@Sendable (_ call: String, _ path: String) -> Int32?)?) {
    self.ailment.withLock { $0 = ailment }
  }

  /// Another program makes this path once it was looked for.
  func letAppear(_ path: String) { appearing.withLock { $0 = (path, false) } }

  fileprivate func check(_ call: String, _ path: String) throws(DiskError) {
    let ailment = ailment.withLock { $0 }
    if let code = ailment?(call, path) { throw DiskError(call: call, code: code) }
  }

  func isThere(_ path: String) -> Bool {
    let isHere: Bool? = appearing.withLock { appearing in
      guard let wasAsked = appearing?.wasAsked, appearing?.path == path else { return nil }
      appearing?.wasAsked = true
      return wasAsked
    }
    if let isHere { return isHere }
    return base.isThere(path)
  }

  func names(in folder: String) throws(DiskError) -> [String] {
    try check("opendir", folder)
    return try base.names(in: folder)
  }

  func read(_ path: String) throws(DiskError) -> [UInt8] {
    try check("read", path)
    return try base.read(path)
  }

  func makeFolder(_ path: String) throws(DiskError) {
    try check("mkdir", path)
    try base.makeFolder(path)
  }

  func write(_ path: String, _ bytes: [UInt8]) throws(DiskError) {
    try check("write", path)
    try base.write(path, bytes)
  }

  func writeSynced(_ path: String, _ bytes: [UInt8]) throws(DiskError) {
    try check("write", path)
    try base.writeSynced(path, bytes)
  }

  func overwrite(
    _ path: String,
    at offset: UInt64,
    _ bytes: [UInt8]
  ) throws(DiskError) {
    try check("write", path)
    try base.overwrite(path, at: offset, bytes)
  }

  func empty(_ path: String) throws(DiskError) {
    try check("ftruncate", path)
    try base.empty(path)
  }

  func rename(_ from: String, to: String) throws(DiskError) {
    try check("rename", to)
    try base.rename(from, to: to)
  }

  func remove(_ path: String) throws(DiskError) {
    try check("unlink", path)
    try base.remove(path)
  }

  func syncFolder(_ path: String) throws(DiskError) {
    try check("fsync folder", path)
    try base.syncFolder(path)
  }

  func openLog(_ path: String, forWriting: Bool) throws(DiskError) -> any LogFile {
    try check(forWriting ? "open for writing" : "open", path)
    return AilingLog(disk: self, base: try base.openLog(path, forWriting: forWriting), path: path)
  }

  func lock(_ path: String, holder: String) throws(DiskError) -> any HeldLock {
    try check("flock", path)
    return try base.lock(path, holder: holder)
  }

  func holder(of path: String) -> String? { "another, 4711" }
  func untrustedFileSystem(_ path: String) -> String? { nil }
  func watch(_ path: String) -> Int32 { -1 }
  func drain(_ descriptor: Int32) {}
  func closeWatch(_ descriptor: Int32) {}
}

private final class AilingLog: LogFile {
  let disk: AilingDisk
  let base: any LogFile
  let path: String

  init(disk: AilingDisk, base: any LogFile, path: String) {
    self.disk = disk
    self.base = base
    self.path = path
  }

  func size() throws(DiskError) -> UInt64 {
    try disk.check("fstat", path)
    return try base.size()
  }

  func read(from: UInt64, count: Int) throws(DiskError) -> [UInt8] {
    try disk.check("pread", path)
    return try base.read(from: from, count: count)
  }

  func append(_ bytes: [UInt8]) throws(DiskError) {
    try disk.check("append", path)
    try base.append(bytes)
  }

  func truncate(to size: UInt64) throws(DiskError) {
    try disk.check("ftruncate", path)
    try base.truncate(to: size)
  }

  func sync() throws(DiskError) {
    try disk.check("fdatasync", path)
    try base.sync()
  }

  func isInPlace() -> Bool { base.isInPlace() }
  func close() { base.close() }
}
