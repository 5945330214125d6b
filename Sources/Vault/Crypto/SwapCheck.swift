/// Whether this computer may write what is in memory to a disk in clear.
///
/// Swap on a disk is a file of memory that survives the power going off. It is no danger where the
/// disk under it is encrypted (dm-crypt, also below LVM or RAID), or where it is memory itself (zram).
public struct SwapCheck {
  /// Reads a small file whole; nil where there is none.
  public typealias Reader = (String) -> String?

  private let swaps: String
  private let system: String
  private let read: Reader
  private let names: (String) -> [String]
  private let device: (String) -> (major: UInt32, minor: UInt32)?

  /// Says where to look.
  ///
  /// - Parameters:
  ///   - swaps: `/proc/swaps`.
  ///   - system: `/sys`.
  ///   - read: Reads a small file.
  ///   - names: The names in a folder; none where there is no folder.
  ///   - device: The block device that a path is, or that a file lies on.
  public init(
    swaps: String,
    system: String,
    read: @escaping Reader,
    names: @escaping (String) -> [String],
    device: @escaping (String) -> (major: UInt32, minor: UInt32)?
  ) {
    self.swaps = swaps
    self.system = system
    self.read = read
    self.names = names
    self.device = device
  }

  /// Swap areas that are not evidently encrypted, as the system names them.
  public var exposed: [String] { areas.filter { !isSafe($0) } }

  /// What is said once; nil where there is nothing to say.
  public var warning: String? {
    let exposed = exposed
    guard !exposed.isEmpty else { return nil }
    return "This computer may write memory to its disk unencrypted (swap: "
      + exposed.joined(separator: ", ")
      + "), and with it words of an open record. Encrypt the disk or switch swap off. "
      + "This is said once on each computer."
  }

  /// The paths of `/proc/swaps`, in which a blank is written as `\040`.
  private var areas: [String] {
    guard let table = read(swaps) else { return [] }
    return table.split(separator: "\n").dropFirst().compactMap { line in
      line.split(whereSeparator: \.isWhitespace).first.map { SwapCheck.plain(String($0)) }
    }
  }

  private func isSafe(_ area: String) -> Bool {
    guard let number = device(area) else { return false }
    let folder = system + "/dev/block/\(number.major):\(number.minor)"
    if area.hasPrefix("/dev/zram") {
      // Memory, unless it was told to move what is rarely needed to a disk.
      let backing = read(folder + "/backing_dev")?.split(whereSeparator: \.isWhitespace).first
      return backing == nil || backing == "none"
    }
    return isEncrypted(folder, depth: 0)
  }

  private func isEncrypted(_ folder: String, depth: Int) -> Bool {
    if let kind = read(folder + "/dm/uuid"), kind.hasPrefix("CRYPT-"),
      // These two only check that nothing was changed.
      !kind.hasPrefix("CRYPT-VERITY"), !kind.hasPrefix("CRYPT-INTEGRITY")
    {
      return true
    }
    // A logical volume or an array is as safe as everything that it lies on.
    let below = names(folder + "/slaves")
    return depth < 8 && !below.isEmpty
      && below.allSatisfy { isEncrypted(folder + "/slaves/" + $0, depth: depth + 1) }
  }

  private static func plain(_ escaped: String) -> String {
    let bytes = Array(escaped.utf8)
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "\\"), at + 3 < bytes.count,
        case let digits = String(decoding: bytes[(at + 1)...(at + 3)], as: UTF8.self),
        let value = UInt8(digits, radix: 8)
      {
        out.append(value)
        at += 4
      } else {
        out.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
