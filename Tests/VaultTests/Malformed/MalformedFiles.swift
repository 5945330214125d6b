internal import Casework
internal import Crypto
internal import Foundation

@testable import Vault

extension Malformed {
  private static let unseen = Outcome.ignored(notice: "has not seen this record")
  private static let unreadDraft = Outcome.ignored(notice: "draft could not be read")

  /// The folder, the log as a whole, the mark and the drafts.
  static let files: [Malformed] = folder + logs + marks + drafts

  private static let folder: [Malformed] = [
    Malformed("folder without headers", .refused(.noRecord)) {
      for name in ["", ".bak"] { try $0.disk.remove($0.places.header + name) }
    },
    Malformed("folder without its log", .refused(.unreadable(what: "log", errno: ENOENT))) {
      try $0.disk.remove($0.places.log)
    },
    Malformed("folder without keys", tampered("keys")) {
      for name in ["", ".bak"] { try $0.disk.remove($0.places.keys + name) }
    },
    Malformed("folder without its first header", .mended) {
      try $0.disk.remove($0.places.header)
    },
    Malformed("folder without the copy of the header", .mended) {
      try $0.disk.remove($0.places.header + ".bak")
    },
    Malformed("folder whose first header is empty", .mended) {
      try $0.disk.write($0.places.header, [])
    },
    Malformed("folder without its first keys", .mended) { try $0.disk.remove($0.places.keys) },
    Malformed("folder whose keys are empty", .mended) { try $0.disk.write($0.places.keys, []) },
    Malformed("folder with keys.new of nobody", .mended) {
      try $0.disk.write($0.places.keys + ".new", [1, 2, 3])
    },
    Malformed("folder with header.new of nobody", .mended) {
      try $0.disk.write($0.places.header + ".new", [1, 2, 3])
    },
    Malformed("folder without spare", .mended) { try $0.disk.remove($0.places.spare) },
    Malformed("folder without torn", .mended) { try $0.disk.remove($0.places.torn) },
    Malformed("folder without drafts", .mended) { try $0.disk.remove($0.places.drafts) },
  ]

  private static let logs: [Malformed] = [
    Malformed("log that is empty", .refused(.damaged(seq: 1, reason: "header not named"))) {
      try $0.disk.write($0.places.log, [])
    },
    Malformed("log of another record", .refused(.damaged(seq: 1, reason: "chain"))) {
      let other = try SampleLog(frames: 8, seed: 3)
      try $0.disk.write($0.places.log, other.log)
    },
    Malformed(
      "log whose first act names no header",
      .refused(.damaged(seq: 1, reason: "header not named"))
    ) {
      try first($0, names: ["keys"])
    },
    Malformed(
      "log whose first act names no keys",
      .refused(.damaged(seq: 1, reason: "keys not named"))
    ) {
      try first($0, names: ["header"])
    },
    Malformed("log whose first act does not open", .refused(.damaged(seq: 1, reason: "text"))) {
      spoiler in
      try spoiler.disk.write(
        spoiler.places.log,
        spoiler.forge.frame {
          $0.seq = 1
          $0.previous = spoiler.forge.codec.genesis
          $0.sealed = { $0[0] ^= 1 }
        }
      )
      try spoiler.disk.remove(spoiler.sample.markPath)
    },
  ]

  /// A log of one frame that names some of the files that are there.
  private static func first(_ spoiler: Spoiler, names: [String]) throws {
    var entries: [String] = []
    for name in names {
      let hash = Sealing.sha256(try spoiler.disk.read(spoiler.places.folder + "/" + name)).hex
      let line = spoiler.storeChanged(file: name, generation: 1, sha256: hash)
      entries.append(String(line.dropFirst(#"{"act":"0190","entries":["#.count).dropLast(2)))
    }
    let json = #"{"act":"0190","entries":["# + entries.joined(separator: ",") + "]}"
    try spoiler.disk.write(
      spoiler.places.log,
      spoiler.forge.frame(json) {
        $0.seq = 1
        $0.previous = spoiler.forge.codec.genesis
      }
    )
    try spoiler.disk.remove(spoiler.sample.markPath)
  }

  private static let marks: [Malformed] = [
    mark("empty") { $0 = [] },
    mark("one byte short") { $0.removeLast() },
    mark("of another record") { $0[0] ^= 1 },
    mark("whose code is wrong") { $0[179] ^= 1 },
    mark("that is all zeros") { $0 = [UInt8](repeating: 0, count: 180) },
    sealedMark("whose last frame is behind the end", unseen) {
      $0.replaceSubrange(68..<76, with: [UInt8](repeating: 0xFF, count: 8))
    },
    sealedMark("of a log longer than any file", unseen) {
      $0.replaceSubrange(60..<68, with: [UInt8](repeating: 0xFF, count: 8))
    },
    sealedMark(
      "that has seen more",
      .refused(.olderCopy(OlderCopy(seq: 8, seenSeq: 9, isFork: false)))
    ) {
      $0[20] = 9
      let size = $0.u64(60)
      var places: [UInt8] = []
      places.append(u64: size + 512)
      places.append(u64: size)
      $0.replaceSubrange(60..<76, with: places)
    },
    sealedMark(
      "that has seen another end",
      .refused(.olderCopy(OlderCopy(seq: 8, seenSeq: 8, isFork: true)))
    ) {
      $0[28] ^= 1
    },
    sealedMark("that has seen a log of another size", .mended) { $0[60] ^= 8 },
    sealedMark("whose last frame lies elsewhere", .mended) { $0[68] ^= 8 },
    sealedMark("of another epoch", .mended) { $0[16] = 7 },
  ]

  private static func mark(
    _ name: String,
    _ change: @escaping @Sendable (inout [UInt8]) -> Void
  ) -> Malformed {
    Malformed("mark " + name, unseen) {
      var bytes = $0.sample.mark
      change(&bytes)
      try $0.disk.write($0.sample.markPath, bytes)
    }
  }

  /// A mark that only this guardian's own program could have written.
  private static func sealedMark(
    _ name: String,
    _ outcome: Outcome,
    _ change: @escaping @Sendable (inout [UInt8]) -> Void
  ) -> Malformed {
    Malformed("mark " + name, outcome) {
      var bytes = Array($0.sample.mark.prefix(148))
      change(&bytes)
      bytes += Sealing.mac($0.forge.roots.highWaterKey, bytes)
      try $0.disk.write($0.sample.markPath, bytes)
    }
  }

  private static let drafts: [Malformed] = [
    draft("empty") { $0 = [] },
    draft("of 44 bytes") { $0 = Array($0[..<44]) },
    draft("with another magic") { $0[3] = 0x30 },
    draft("with another nonce") { $0[20] ^= 1 },
    draft("whose tag is wrong") { $0[$0.count - 1] ^= 1 },
    draft("with a byte after it") { $0.append(0) },
    Malformed("draft of another record", unreadDraft) {
      let other = try SampleLog(frames: 8, seed: 3)
      try $0.disk.write($0.places.drafts + "/0a", try sound(other))
    },
    Malformed("draft that never got its name", .mended) {
      try $0.disk.write($0.places.drafts + "/0a.new", [1, 2, 3])
    },
  ]

  /// The file of a draft of a record.
  private static func sound(_ sample: SampleLog) throws -> [UInt8] {
    let fixture = try sample.changed([:])
    try fixture.openFast(OpenOptions(index: false)).save(
      Draft(
        id: EntryID(rawValue: "0190"),
        child: nil,
        form: "quick-entry",
        text: "half typed",
        savedAt: Fixture.start
      )
    )
    let name = try fixture.disk.names(in: fixture.places.drafts).first ?? ""
    return try fixture.disk.read(fixture.places.drafts + "/" + name)
  }

  private static func draft(
    _ name: String,
    _ change: @escaping @Sendable (inout [UInt8]) -> Void
  ) -> Malformed {
    Malformed("draft " + name, unreadDraft) {
      var bytes = try sound($0.sample)
      change(&bytes)
      try $0.disk.write($0.places.drafts + "/0a", bytes)
    }
  }
}
