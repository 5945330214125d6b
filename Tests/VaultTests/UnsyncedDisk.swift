@testable import Vault

/// The real disk without waiting for it: for tests of what is in the files, not of when.
final class UnsyncedDisk: Disk {
  private let real = RealDisk()

  func isThere(_ path: String) -> Bool { real.isThere(path) }
  func names(in folder: String) throws(DiskError) -> [String] { try real.names(in: folder) }
  func makeFolder(_ path: String) throws(DiskError) { try real.makeFolder(path) }
  func read(_ path: String) throws(DiskError) -> [UInt8] { try real.read(path) }
  func write(_ path: String, _ bytes: [UInt8]) throws(DiskError) { try real.write(path, bytes) }
  func writeSynced(_ path: String, _ bytes: [UInt8]) throws(DiskError) {
    try real.write(path, bytes)
  }
  func overwrite(
    _ path: String,
    at offset: UInt64,
    _ bytes: [UInt8]
  ) throws(DiskError) {
    try real.overwrite(path, at: offset, bytes)
  }
  func empty(_ path: String) throws(DiskError) { try real.empty(path) }
  func rename(_ from: String, to: String) throws(DiskError) { try real.rename(from, to: to) }
  func remove(_ path: String) throws(DiskError) { try real.remove(path) }
  func syncFolder(_ path: String) throws(DiskError) {}
  func openLog(_ path: String, forWriting: Bool) throws(DiskError) -> any LogFile {
    UnsyncedLog(real: try real.openLog(path, forWriting: forWriting))
  }
  func lock(_ path: String, holder: String) throws(DiskError) -> any HeldLock {
    try real.lock(path, holder: holder)
  }
  func holder(of path: String) -> String? { real.holder(of: path) }
  func untrustedFileSystem(_ path: String) -> String? { real.untrustedFileSystem(path) }
  func watch(_ path: String) -> Int32 { real.watch(path) }
  func drain(_ descriptor: Int32) { real.drain(descriptor) }
  func closeWatch(_ descriptor: Int32) { real.closeWatch(descriptor) }
}

private final class UnsyncedLog: LogFile {
  private let real: any LogFile

  init(real: any LogFile) { self.real = real }

  func size() throws(DiskError) -> UInt64 { try real.size() }
  func read(from: UInt64, count: Int) throws(DiskError) -> [UInt8] {
    try real.read(from: from, count: count)
  }
  func append(_ bytes: [UInt8]) throws(DiskError) { try real.append(bytes) }
  func truncate(to size: UInt64) throws(DiskError) { try real.truncate(to: size) }
  func sync() throws(DiskError) {}
  func isInPlace() -> Bool { real.isInPlace() }
  func close() { real.close() }
}
