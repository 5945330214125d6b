import CHardening
import Foundation
import Vault

/// Says once on each computer that its swap is not evidently encrypted.
enum SwapWarning {
  /// The warning, the first time it is asked for.
  ///
  /// - Parameter places: Whose state folder remembers that it was said.
  /// - Returns: Nil afterwards, and where there is nothing to say.
  static func once(_ places: Places) -> String? {
    let said = places.state + "/swap-warned"
    guard !FileManager.default.fileExists(atPath: said), let warning = check.warning else {
      return nil
    }
    // Where it cannot be remembered it is said again.
    _ = FileManager.default.createFile(
      atPath: said,
      contents: Data(),
      attributes: [.posixPermissions: 0o600]
    )
    return warning
  }

  private static var check: SwapCheck {
    let root = testRoot ?? ""
    return SwapCheck(
      swaps: root + "/proc/swaps",
      system: root + "/sys",
      read: { path in
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
      },
      names: { folder in
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      },
      device: { path in device(root + path) }
    )
  }

  /// What a device is, or what a file lies on.
  private static func device(_ path: String) -> (major: UInt32, minor: UInt32)? {
    #if DEBUG
    // A made-up computer has no devices: a file of that name holds the number.
    if testRoot != nil {
      let numbers = FileManager.default.contents(atPath: path)
        .map { String(decoding: $0, as: UTF8.self).split(separator: ":").compactMap { UInt32($0) } }
      guard let numbers, numbers.count == 2 else { return nil }
      return (numbers[0], numbers[1])
    }
    #endif
    var number: (major: UInt32, minor: UInt32) = (0, 0)
    return unsafe mainstay_device(path, &number.major, &number.minor) ? number : nil
  }

  /// Where a test has put a computer of its own, in debug builds only: a release never looks.
  private static var testRoot: String? {
    #if DEBUG
    Live.environment("MAINSTAY_TEST_COMPUTER")
    #else
    nil
    #endif
  }
}
