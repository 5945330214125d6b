internal import Foundation

@testable import Vault

/// Published test vectors: those in swift-crypto's checkout, and where
/// `MAINSTAY_WYCHEPROOF=FOLDER` names Wycheproof's `testvectors_v1`, the newest of all families.
struct VectorFiles {
  /// What is not there, and why that is no pass.
  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  /// `Tests` of swift-crypto's checkout.
  let checkout: URL
  let wycheproof: URL?

  init() throws {
    let environment = ProcessInfo.processInfo.environment
    wycheproof = environment["MAINSTAY_WYCHEPROOF"].map { URL(fileURLWithPath: $0) }
    // Beside the build that runs, whatever its folder is called; else the package's own.
    var folders: [URL] = []
    var folder = Bundle.main.bundleURL
    while folder.path != "/" {
      folders.append(folder)
      folder.deleteLastPathComponent()
    }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    folders.append(package.appendingPathComponent(".build"))
    let tests = folders.map { $0.appendingPathComponent("checkouts/swift-crypto/Tests") }
    guard let found = tests.first(where: { FileManager.default.fileExists(atPath: $0.path) })
    else { throw Missing(description: "no checkout of swift-crypto with its Tests folder") }
    checkout = found
  }

  /// A file of Wycheproof; nil for one that neither folder has.
  func wycheproof<T: Decodable>(_ name: String, as type: T.Type) throws -> T? {
    let places = [
      wycheproof?.appendingPathComponent(name),
      checkout.appendingPathComponent("Test Vectors/\(name)"),
    ].compactMap { $0 }
    guard let place = places.first(where: { FileManager.default.fileExists(atPath: $0.path) })
    else { return nil }
    return try JSONDecoder().decode(T.self, from: try Data(contentsOf: place))
  }

  /// The blocks of a text of `name = value` lines, parted by `COUNT = n`.
  func blocks(_ path: String) throws -> [[String: String]] {
    let text = try String(
      contentsOf: checkout.appendingPathComponent(path),
      encoding: .utf8
    )
    var blocks: [[String: String]] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: "=", maxSplits: 1).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard let name = parts.first else { continue }
      if name == "COUNT" { blocks.append([:]) }
      if !blocks.isEmpty { blocks[blocks.count - 1][name] = parts.count > 1 ? parts[1] : "" }
    }
    return blocks
  }
}

/// A file of Wycheproof, as far as it is read.
struct Wycheproof<Test: Decodable>: Decodable {
  struct Group: Decodable {
    /// Sizes are in bits.
    var keySize: Int?
    var ivSize: Int?
    var tagSize: Int?
    /// Older files say `publicKey` for the same.
    var key: PublicKey?
    var publicKey: PublicKey?
    var tests: [Test]
  }

  struct PublicKey: Decodable {
    var pk: String?
  }

  var testGroups: [Group]
}

/// How one family did.
struct VectorTally {
  let name: String
  var passed = 0
  /// Why, with how many.
  var skipped: [String: Int] = [:]
  var failed: [String] = []

  init(_ name: String) { self.name = name }

  mutating func take(_ isRight: Bool, _ which: String) {
    if isRight { passed += 1 } else { failed.append("\(name) \(which)") }
  }

  mutating func skip(_ why: String, _ count: Int = 1) { skipped[why, default: 0] += count }
}

extension [UInt8] {
  /// Hexadecimal of whole bytes, as vector files write it.
  init(vector hex: String) throws {
    guard let bytes = Array<UInt8>(hex: hex.lowercased(), count: hex.utf8.count / 2) else {
      throw VectorFiles.Missing(description: "not hexadecimal: \(hex)")
    }
    self = bytes
  }
}
