internal import Casework
internal import Foundation
internal import TestSupport

@testable import Vault

/// What crashes and backups leave in a record's folder.
extension RandomRecord {
  /// The files that count, and this computer's mark, at one moment.
  private struct Files {
    var files: [String: [UInt8]] = [:]
    var mark: (path: String, bytes: [UInt8])?
    var log: [UInt8] { files["log"] ?? [] }
  }

  private static let names = ["header", "header.bak", "keys", "keys.bak", "log"]

  private func now() throws -> Files {
    var out = Files()
    for name in RandomRecord.names { out.files[name] = try disk.read(places.folder + "/" + name) }
    if let name = try disk.names(in: places.state).first(where: { $0.hasSuffix(".hwm") }) {
      let path = places.state + "/" + name
      out.mark = (path, try disk.read(path))
    }
    return out
  }

  private func put(_ files: [String: [UInt8]]) throws {
    for (name, bytes) in files { try disk.write(places.folder + "/" + name, bytes) }
  }

  private func putBack(_ mark: (path: String, bytes: [UInt8])?) throws {
    if let mark { try disk.write(mark.path, mark.bytes) }
  }

  // MARK: A torn act

  /// The kinds of tail that the document tells apart.
  private enum Tear: String, CaseIterable {
    case fewBytes = "a", runsPastTheEnd = "b", zeros = "c", lostSector = "d", lostHead = "e"
    case lostFrames = "f"
  }

  /// An act that a power cut tore; the next opening sets it aside and the record goes on.
  func tornAndGoneOn(_ record: OpenRecord) throws -> OpenRecord? {
    record.close()
    try leaveTorn()
    let next = try open()
    try oneNote(next)
    return next
  }

  /// Ends the log with an act that was never acknowledged.
  func leaveTorn() throws {
    let before = try now()
    let record = try open()
    // Frames of several sectors, several of them.
    let text = RandomTexts.long(Int.random(in: 1200...3000, using: &dice), &dice)
    let parts = (0..<3).map { _ in
      let body = ContactMade(kind: .visit, party: .child, text: text)
      let entry = NewEntry(occurredAt: Fixture.start, body: body)
      return ActPart(child: dice.pick(children), by: "guardian", entries: [entry])
    }
    _ = try record.keep(Act(parts: parts))
    record.close()
    let kind = dice.pick(Tear.allCases) ?? .fewBytes
    let log = torn(try now().log, from: before.log.count, kind)
    try disk.write(places.log, log)
    try putBack(before.mark)
    did("torn (\(kind.rawValue))")
  }

  private func torn(_ log: [UInt8], from start: Int, _ kind: Tear) -> [UInt8] {
    var ends = [start]
    while let at = ends.last, at < log.count { ends.append(at + Int(log[at...].u32(4))) }
    let frame = Int.random(in: 0..<ends.count - 1, using: &dice)
    let (from, to) = (ends[frame], ends[frame + 1])
    var out = log
    func lose(_ range: Range<Int>) { for at in range { out[at] = 0 } }
    switch kind {
    case .fewBytes: return Array(log[..<(from + Int.random(in: 1...103, using: &dice))])
    case .runsPastTheEnd:
      return Array(log[..<Int.random(in: from + 104..<to, using: &dice)])
    case .zeros:
      let count = Int.random(in: 1...3000, using: &dice)
      return Array(log[..<from]) + [UInt8](repeating: 0, count: count)
    case .lostSector:
      let first = (from + 104 + 511) / 512 * 512
      let starts = Array(stride(from: first, to: to, by: 512))
      guard let at = dice.pick(starts) else { return Array(log[..<(from + 200)]) }
      lose(at..<min(at + 512, to))
      if dice.chance(50) { return Array(out[..<to]) }
    case .lostHead:
      lose(from..<min(to, (from / 512 + 1) * 512))
      if dice.chance(50) { return Array(out[..<to]) }
    case .lostFrames: return Array(log[..<ends[max(1, ends.count - 2)]])
    }
    return out
  }

  // MARK: Files being replaced

  /// A crash while `header` or `keys` was being replaced; the next opening finishes or forgets it.
  func replacedAndGoneOn(_ record: OpenRecord) throws -> OpenRecord? {
    record.close()
    try leaveReplacing()
    let next = try open()
    try oneNote(next)
    return next
  }

  /// Leaves `X.new` and what belongs to it as a crash at some point leaves them.
  func leaveReplacing() throws {
    let before = try now()
    let (oldSecrets, oldRecovery) = (secrets, recovery)
    let record = try open()
    try replaceFiles(record)
    record.close()
    let after = try now()
    let changed = ["header", "keys"].filter { before.files[$0] != after.files[$0] }
    guard !changed.isEmpty else { return }
    let point = Int.random(in: 0...6, using: &dice)
    did("\(changed.joined(separator: " and ")) replaced up to \(point)")
    var files = before.files
    // Writers write all that is new before the log names it, and rename `header` before `keys`.
    for (order, name) in changed.enumerated() {
      let new = after.files[name] ?? []
      let isLast = order == changed.count - 1
      switch point {
      case 0:
        let count = isLast ? Int.random(in: 0..<new.count, using: &dice) : new.count
        files[name + ".new"] = Array(new[..<count])
      case 1...3: files[name + ".new"] = new
      case 4 where isLast && changed.count > 1: files[name + ".new"] = new
      default: files[name] = new
      }
      if point == 6 {
        files[name + ".bak.new"] = dice.chance(50) ? new : Array(new.prefix(1000))
      }
    }
    switch point {
    case 0, 1: break
    case 2:
      let added = Int.random(in: 1..<after.log.count - before.log.count, using: &dice)
      files["log"] = Array(after.log[..<(before.log.count + added)])
    default: files["log"] = after.log
    }
    try put(files)
    // Up to the third point nothing was acknowledged; later the mark may still lag.
    if point < 3 || dice.chance(50) { try putBack(before.mark) }
    if point < 3 { (secrets, recovery) = (oldSecrets, oldRecovery) }
  }

  /// One act that writes `keys` anew, or `header` and `keys`.
  private func replaceFiles(_ record: OpenRecord) throws {
    switch Int.random(in: 0..<6, using: &dice) {
    case 0: return try newPassphrase(record)
    case 1: return try newRecoveryKey(record)
    case 2: return try newEpoch(record)
    default: break
    }
    let number = kept.count
    let name = ChildDescribed(field: .name, value: Known("Name \(number) \(children.count)"))
    let done = try record.keep(
      Act(
        child: dice.pick(children),
        entries: [NewEntry(occurredAt: Fixture.start, body: name)]
      )
    )
    kept += done.entries.map(\.stamp.id)
  }

  // MARK: A backup put back

  /// An older copy of the folder, accepted as what the record is from now on.
  func restored(_ record: OpenRecord) throws -> OpenRecord? {
    let before = try now()
    let (oldChildren, oldKept, oldSecrets, oldRecovery) = (children, kept, secrets, recovery)
    try openChildren(record)
    try oneNote(record)
    record.close()
    for name in ["header.new", "keys.new"] { try? disk.remove(places.folder + "/" + name) }
    try put(before.files)
    (children, kept, secrets, recovery) = (oldChildren, oldKept, oldSecrets, oldRecovery)
    let next = try open(OpenOptions(olderCopy: .accept))
    try oneNote(next)
    return next
  }
}
