internal import Foundation
internal import TestSupport

@testable import Vault

/// A copy of a record's folder that is damaged, asked about, and made whole again.
final class DamagedCopy {
  static let names = [
    "header", "header.new", "header.bak", "keys", "keys.new", "keys.bak", "log",
  ]
  let folder: String
  private let disk = RealDisk()
  /// As it was; a name that is missing was no file.
  let whole: [String: [UInt8]]
  /// As it is.
  private var there: [String: [UInt8]] = [:]

  init(of record: RandomRecord) throws {
    folder = record.fixture.root + "/damaged"
    var files: [String: [UInt8]] = [:]
    for name in DamagedCopy.names where disk.isThere(record.places.folder + "/" + name) {
      files[name] = try disk.read(record.places.folder + "/" + name)
    }
    whole = files
    try disk.makeFolder(folder)
  }

  /// Makes the folder hold exactly these files.
  func put(_ files: [String: [UInt8]]) throws {
    for name in DamagedCopy.names where files[name] != there[name] {
      if let bytes = files[name] {
        try disk.write(folder + "/" + name, bytes)
      } else {
        try disk.remove(folder + "/" + name)
      }
    }
    there = files
  }
}

/// One thing that can happen to the files of a record, by accident or by a hand without the keys.
struct RecordDamage {
  /// What it did, for a person.
  private(set) var name = ""
  private(set) var files: [String: [UInt8]]

  /// Damages a record once, or twice in a few cases.
  ///
  /// - Parameters:
  ///   - files: The whole record.
  ///   - others: The files of another record, and of this one at an earlier time.
  ///   - dice: Decide everything.
  init(_ files: [String: [UInt8]], others: [[String: [UInt8]]], dice: inout Dice) {
    self.files = files
    repeat {
      switch Int.random(in: 0..<10, using: &dice) {
      case 0...5: damageLog(others, &dice)
      case 6, 7: damageFile("keys", others, &dice)
      default: damageFile("header", others, &dice)
      }
    } while dice.chance(15)
  }

  private mutating func note(_ what: String) { name += (name.isEmpty ? "" : ", then ") + what }

  private func frames(_ log: [UInt8]) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var at = 0
    while at + 104 <= log.count, FrameHead(log[at..<at + 104]) != nil {
      let end = at + Int(log[at...].u32(4))
      guard end <= log.count, end > at else { break }
      out.append(at..<end)
      at = end
    }
    return out
  }

  // MARK: The log

  private mutating func damageLog(_ others: [[String: [UInt8]]], _ dice: inout Dice) {
    guard var log = files["log"], !log.isEmpty else { return }
    let frames = frames(log)
    let at = Int.random(in: 0..<log.count, using: &dice)
    guard let one = dice.pick(frames), let other = dice.pick(frames) else { return }
    switch Int.random(in: 0..<15, using: &dice) {
    case 0, 1:
      flip(&log, at, &dice)
      note("bit flipped at \(at)")
    case 2:
      let inHead = one.lowerBound + Int.random(in: 0..<104, using: &dice)
      flip(&log, inHead, &dice)
      note("bit flipped in the head at \(inHead)")
    case 3:
      log.removeSubrange(at...)
      note("cut at \(at)")
    case 4:
      log.removeSubrange(one.lowerBound...)
      note("cut before a frame at \(one.lowerBound)")
    case 5:
      log.removeSubrange(one)
      note("frame at \(one.lowerBound) taken out")
    case 6:
      log.insert(contentsOf: log[one], at: other.lowerBound)
      note("frame at \(one.lowerBound) again at \(other.lowerBound)")
    case 7:
      let (a, b) = (min(one.lowerBound, other.lowerBound), max(one.lowerBound, other.lowerBound))
      guard let first = frames.first(where: { $0.lowerBound == a }),
        let second = frames.first(where: { $0.lowerBound == b }), a != b
      else { return }
      let between = Array(log[first.upperBound..<b])
      let exchanged = Array(log[second]) + between + Array(log[first])
      log.replaceSubrange(a..<second.upperBound, with: exchanged)
      note("frames at \(a) and \(b) exchanged")
    case 8:
      guard let foreign = dice.pick(others)?["log"], let theirs = dice.pick(self.frames(foreign))
      else { return }
      log.replaceSubrange(one, with: foreign[theirs])
      note("frame at \(one.lowerBound) of another log")
    case 9:
      let end = min(log.count, at + Int.random(in: 1...2000, using: &dice))
      for zero in at..<end { log[zero] = 0 }
      note("zeros from \(at) to \(end)")
    case 10:
      let sector = at / 512 * 512
      for zero in sector..<min(log.count, sector + 512) { log[zero] = 0 }
      note("sector at \(sector) lost")
    case 11:
      let count = Int.random(in: 1...800, using: &dice)
      let zeros = dice.chance(40)
      log += (0..<count).map { _ in zeros ? 0 : UInt8.random(in: 0...255, using: &dice) }
      note("\(count) bytes more" + (zeros ? ", zeros" : ""))
    case 12:
      log += log[one]
      note("frame at \(one.lowerBound) again at the end")
    default:
      changeHead(&log, one.lowerBound, &dice)
    }
    files["log"] = log
  }

  private func flip(_ bytes: inout [UInt8], _ at: Int, _ dice: inout Dice) {
    bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
  }

  /// Another number in a head, whose check is made right again: anybody can do that.
  private mutating func changeHead(_ log: inout [UInt8], _ at: Int, _ dice: inout Dice) {
    let field = dice.pick([4, 5, 6, 7, 8, 9, 10, 11, 12, 16, 23, 24, 40, 64, 95]) ?? 4
    let change = dice.pick([1, 2, 3, 128, 255, 0x10]) ?? 1
    log[at + field] = log[at + field] &+ UInt8(change)
    let check = Sealing.hash(.frameHead, Array(log[at..<at + 96]))[..<8]
    log.replaceSubrange(at + 96..<at + 104, with: check)
    note("byte \(field) of the head at \(at) changed by \(change)")
  }

  // MARK: The files beside it

  private mutating func damageFile(
    _ file: String,
    _ others: [[String: [UInt8]]],
    _ dice: inout Dice
  ) {
    let names = [file, file + ".new", file + ".bak"]
    let some = dice.chance(60) ? names : names.filter { _ in dice.chance(50) }
    let at = Int.random(in: 0..<16_384, using: &dice)
    let kind = Int.random(in: 0..<7, using: &dice)
    let theirs = dice.pick(others)?[file]
    note("\(some.joined(separator: ", ")): change \(kind) at \(at)")
    for name in some {
      guard var bytes = files[name] else {
        if kind == 4 || kind == 5 { files[name] = theirs }
        continue
      }
      switch kind {
      case 0, 1: if !bytes.isEmpty { flip(&bytes, at % bytes.count, &dice) }
      case 2: bytes = Array(bytes.prefix(at))
      case 3:
        files[name] = nil
        continue
      case 4, 5: bytes = theirs ?? bytes
      default: bytes += [0]
      }
      files[name] = bytes
    }
  }
}
