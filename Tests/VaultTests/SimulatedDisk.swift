internal import Glibc
internal import Synchronization

@testable import Vault

/// A disk in memory that remembers what was asked of it, can fail at the n-th operation, and can say
/// what a power cut at any moment may leave behind.
final class SimulatedDisk: Disk {
  enum Operation: Sendable {
    /// A name in a folder now leads to a node.
    case link(folder: Int, name: String, node: Int, isFolder: Bool)
    case unlink(folder: Int, name: String)
    case rename(folder: Int, from: String, to: String, node: Int)
    case write(node: Int, at: Int, bytes: [UInt8])
    case truncate(node: Int, size: Int)
    case sync(node: Int)
    case syncFolder(Int)
    /// A sync that failed: the kernel has marked the pages clean, and no later sync writes them.
    case lost(node: Int)
    case lostFolder(Int)
  }

  struct Fault {
    /// Which operation, from 0.
    var at: Int
    var code: Int32
    /// Every later one fails too.
    var isPersistent: Bool
    /// Half of a write's bytes are written first.
    var isShort: Bool
  }

  struct Image: Sendable {
    /// A file's bytes; nil for a folder.
    var nodes: [Int: [UInt8]?] = [0: nil]
    var names: [Int: [String: Int]] = [0: [:]]
  }

  struct State {
    var image = Image()
    var start = Image()
    /// What took place, in order; of a write that failed only what was written.
    var operations: [Operation] = []
    /// How many were asked for since the fault was set, those that failed too.
    var attempts = 0
    var nextNode = 1
    var fault: Fault?
    var hasFailed = false
    /// The sync that failed, by its place in `operations`.
    var failedSync: Int?
  }

  let state: Mutex<State>

  init(_ image: Image = Image()) {
    var state = State()
    state.image = image
    state.start = image
    state.nextNode = (image.nodes.keys.max() ?? 0) + 1
    self.state = Mutex(state)
  }

  var count: Int { state.withLock { $0.operations.count } }

  func fail(_ fault: Fault?) {
    state.withLock {
      $0.fault = fault
      $0.hasFailed = false
      $0.attempts = 0
      $0.failedSync = nil
    }
  }

  // MARK: Asking

  func isThere(_ path: String) -> Bool { state.withLock { $0.find(path) != nil } }

  func names(in folder: String) throws(DiskError) -> [String] {
    try locked { (state) throws(DiskError) in
      guard let node = state.find(folder), let names = state.image.names[node] else {
        throw DiskError(call: "opendir", code: ENOENT)
      }
      return names.keys.sorted()
    }
  }

  func read(_ path: String) throws(DiskError) -> [UInt8] {
    try locked { (state) throws(DiskError) in
      guard let node = state.find(path), let bytes = state.image.nodes[node] ?? nil else {
        throw DiskError(call: "open", code: ENOENT)
      }
      return bytes
    }
  }

  func holder(of path: String) -> String? { nil }
  func untrustedFileSystem(_ path: String) -> String? { nil }
  func watch(_ path: String) -> Int32 { -1 }
  func drain(_ descriptor: Int32) {}
  func closeWatch(_ descriptor: Int32) {}

  // MARK: Changing

  func makeFolder(_ path: String) throws(DiskError) {
    try locked { (state) throws(DiskError) in
      if state.find(path) != nil { throw DiskError(call: "mkdir", code: EEXIST) }
      let (folder, name) = try state.parent(path)
      let node = state.newNode(nil)
      try state.perform(.link(folder: folder, name: name, node: node, isFolder: true), "mkdir")
    }
  }

  func write(_ path: String, _ bytes: [UInt8]) throws(DiskError) {
    try locked { (state) throws(DiskError) in try state.writeFile(path, bytes) }
  }

  func writeSynced(_ path: String, _ bytes: [UInt8]) throws(DiskError) {
    try locked { (state) throws(DiskError) in
      try state.writeFile(path, bytes)
      try state.perform(.sync(node: state.find(path) ?? -1), "fsync")
    }
  }

  func overwrite(
    _ path: String,
    at offset: UInt64,
    _ bytes: [UInt8]
  ) throws(DiskError) {
    try locked { (state) throws(DiskError) in
      if state.find(path) == nil { try state.writeFile(path, []) }
      guard let node = state.find(path) else { throw DiskError(call: "open", code: ENOENT) }
      try state.perform(.write(node: node, at: Int(offset), bytes: bytes), "pwrite")
    }
  }

  func empty(_ path: String) throws(DiskError) {
    try locked { (state) throws(DiskError) in
      guard let node = state.find(path) else { throw DiskError(call: "open", code: ENOENT) }
      try state.perform(.truncate(node: node, size: 0), "ftruncate")
      try state.perform(.sync(node: node), "fdatasync")
    }
  }

  func rename(_ from: String, to: String) throws(DiskError) {
    try locked { (state) throws(DiskError) in
      guard let node = state.find(from) else { throw DiskError(call: "rename", code: ENOENT) }
      let (folder, name) = try state.parent(from)
      let (_, target) = try state.parent(to)
      try state.perform(.rename(folder: folder, from: name, to: target, node: node), "rename")
    }
  }

  func remove(_ path: String) throws(DiskError) {
    try locked { (state) throws(DiskError) in
      guard state.find(path) != nil else { throw DiskError(call: "unlink", code: ENOENT) }
      let (folder, name) = try state.parent(path)
      try state.perform(.unlink(folder: folder, name: name), "unlink")
    }
  }

  func syncFolder(_ path: String) throws(DiskError) {
    try locked { (state) throws(DiskError) in
      guard let node = state.find(path) else { throw DiskError(call: "open", code: ENOENT) }
      try state.perform(.syncFolder(node), "fsync folder")
    }
  }

  func openLog(_ path: String, forWriting: Bool) throws(DiskError) -> any LogFile {
    try locked { (state) throws(DiskError) in
      guard let node = state.find(path) else { throw DiskError(call: "open", code: ENOENT) }
      return SimulatedLog(disk: self, node: node, path: path)
    }
  }

  func lock(_ path: String, holder: String) throws(DiskError) -> any HeldLock { NoLock() }

  func locked<Result>(_ body: (inout State) throws(DiskError) -> Result) throws(DiskError) -> Result
  {
    try state.withLock { (state) throws(DiskError) in try body(&state) }
  }
}

private final class NoLock: HeldLock {
  func release() {}
}

private final class SimulatedLog: LogFile {
  let disk: SimulatedDisk
  let node: Int
  let path: String

  init(disk: SimulatedDisk, node: Int, path: String) {
    self.disk = disk
    self.node = node
    self.path = path
  }

  private func bytes(_ state: SimulatedDisk.State) -> [UInt8] {
    (state.image.nodes[node] ?? nil) ?? []
  }

  func size() throws(DiskError) -> UInt64 {
    try disk.locked { (state) throws(DiskError) in UInt64(bytes(state).count) }
  }

  func read(from: UInt64, count: Int) throws(DiskError) -> [UInt8] {
    try disk.locked { (state) throws(DiskError) in
      let all = bytes(state)
      guard Int(from) + count <= all.count else { throw DiskError(call: "read", code: EIO) }
      return Array(all[Int(from)..<Int(from) + count])
    }
  }

  func append(_ new: [UInt8]) throws(DiskError) {
    try disk.locked { (state) throws(DiskError) in
      try state.perform(.write(node: node, at: bytes(state).count, bytes: new), "write")
    }
  }

  func truncate(to size: UInt64) throws(DiskError) {
    try disk.locked { (state) throws(DiskError) in
      try state.perform(.truncate(node: node, size: Int(size)), "ftruncate")
    }
  }

  func sync() throws(DiskError) {
    try disk.locked { (state) throws(DiskError) in
      try state.perform(.sync(node: node), "fdatasync")
    }
  }

  func isInPlace() -> Bool { disk.state.withLock { $0.find(path) == node } }
  func close() {}
}

extension SimulatedDisk.State {
  func find(_ path: String) -> Int? {
    var node = 0
    for name in path.split(separator: "/") {
      guard let next = image.names[node]?[String(name)] else { return nil }
      node = next
    }
    return node
  }

  func parent(_ path: String) throws(DiskError) -> (folder: Int, name: String) {
    let parts = path.split(separator: "/")
    guard let name = parts.last, let folder = find(parts.dropLast().joined(separator: "/")) else {
      throw DiskError(call: "open", code: ENOENT)
    }
    return (folder, String(name))
  }

  mutating func newNode(_ bytes: [UInt8]?) -> Int {
    let node = nextNode
    nextNode += 1
    image.nodes[node] = .some(bytes)
    if bytes == nil { image.names[node] = [:] }
    return node
  }

  mutating func writeFile(_ path: String, _ bytes: [UInt8]) throws(DiskError) {
    var node = find(path)
    if node == nil {
      let (folder, name) = try parent(path)
      let fresh = newNode([])
      try perform(.link(folder: folder, name: name, node: fresh, isFolder: false), "open")
      node = fresh
    } else if let node {
      try perform(.truncate(node: node, size: 0), "open")
    }
    if let node, !bytes.isEmpty { try perform(.write(node: node, at: 0, bytes: bytes), "write") }
  }

  mutating func perform(_ operation: SimulatedDisk.Operation, _ call: String) throws(DiskError) {
    let isHit = fault.map { $0.at == attempts || (hasFailed && $0.isPersistent) } ?? false
    attempts += 1
    guard isHit, let fault else { return apply(operation) }
    hasFailed = true
    switch operation {
    case .write(let node, let at, let bytes) where fault.isShort && bytes.count > 1:
      apply(.write(node: node, at: at, bytes: Array(bytes.prefix(bytes.count / 2))))
    case .sync(let node):
      failedSync = failedSync ?? operations.count
      apply(.lost(node: node))
    case .syncFolder(let folder):
      failedSync = failedSync ?? operations.count
      apply(.lostFolder(folder))
    default: break
    }
    throw DiskError(call: call, code: fault.code)
  }

  private mutating func apply(_ operation: SimulatedDisk.Operation) {
    operations.append(operation)
    image.apply(operation)
  }
}

extension SimulatedDisk.Image {
  mutating func apply(_ operation: SimulatedDisk.Operation) {
    switch operation {
    case .link(let folder, let name, let node, let isFolder):
      names[folder, default: [:]][name] = node
      if nodes[node] == nil { nodes[node] = .some(isFolder ? nil : []) }
      if isFolder, names[node] == nil { names[node] = [:] }
    case .unlink(let folder, let name): names[folder]?[name] = nil
    case .rename(let folder, let from, let to, let node):
      names[folder]?[from] = nil
      names[folder]?[to] = node
    case .write(let node, let at, let bytes):
      var file = (nodes[node] ?? nil) ?? []
      if file.count < at + bytes.count {
        file += [UInt8](repeating: 0, count: at + bytes.count - file.count)
      }
      file.replaceSubrange(at..<at + bytes.count, with: bytes)
      nodes[node] = .some(file)
    case .truncate(let node, let size):
      nodes[node] = .some(Array(((nodes[node] ?? nil) ?? []).prefix(size)))
    case .sync, .syncFolder, .lost, .lostFolder: break
    }
  }
}
