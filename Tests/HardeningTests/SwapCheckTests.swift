import Testing
import Vault

/// A made-up computer: what its files say, and on which device a path lies.
private struct Computer {
  var swaps = ""
  var devices: [String: (UInt32, UInt32)] = [:]
  var files: [String: String] = [:]

  var check: SwapCheck {
    SwapCheck(
      swaps: "/proc/swaps",
      system: "/sys",
      read: { $0 == "/proc/swaps" ? swaps : files[$0] },
      names: { folder in
        let inside = files.keys.filter { $0.hasPrefix(folder + "/") }
        return Set(inside.compactMap { $0.dropFirst(folder.count + 1).split(separator: "/").first })
          .map(String.init).sorted()
      },
      device: { devices[$0].map { (major: $0.0, minor: $0.1) } }
    )
  }

  /// With swap areas, each on a device 253:N.
  init(_ areas: [String], _ files: [String: String] = [:]) {
    swaps = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n"
    for (number, area) in areas.enumerated() {
      swaps += area + "                             partition\t8388604\t\t0\t\t-2\n"
      devices[area.replacing("\\040", with: " ")] = (253, UInt32(number))
    }
    self.files = files
  }
}

@Suite("Swap")
struct SwapCheckTests {
  private static let disk = "/sys/dev/block/253:0"

  @Test("Nothing is said where there is no swap, or no such file")
  func none() {
    #expect(Computer([]).check.warning == nil)
    var other = Computer([])
    other.swaps = ""
    #expect(other.check.warning == nil)
  }

  @Test("A partition and a file on one are said by name, with what to do")
  func plain() throws {
    #expect(Computer(["/dev/sda5"]).check.exposed == ["/dev/sda5"])
    let warning = try #require(Computer(["/dev/sda5", "/swap\\040file"]).check.warning)
    #expect(warning.contains("/dev/sda5, /swap file"))
    #expect(warning.contains("Encrypt the disk"))
  }

  @Test("Encrypted swap is quiet")
  func encrypted() {
    let uuid = [Self.disk + "/dm/uuid": "CRYPT-LUKS2-0c0ffee-swap\n"]
    #expect(Computer(["/dev/dm-0"], uuid).check.warning == nil)
    #expect(Computer(["/swapfile"], uuid).check.warning == nil)
  }

  @Test("A logical volume on an encrypted disk is quiet, on a plain one it is not")
  func volume() {
    let lvm = [Self.disk + "/dm/uuid": "LVM-abc\n"]
    let below = Self.disk + "/slaves/"
    let good = lvm.merging([below + "dm-7/dm/uuid": "CRYPT-LUKS1-x\n"]) { $1 }
    #expect(Computer(["/dev/dm-0"], good).check.warning == nil)
    #expect(Computer(["/dev/dm-0"], lvm).check.warning != nil)
    let half = good.merging([below + "sda2/size": "1"]) { $1 }
    #expect(Computer(["/dev/dm-0"], half).check.warning != nil, "one of two disks is plain")
  }

  @Test("What only checks integrity encrypts nothing")
  func integrity() {
    let uuid = [Self.disk + "/dm/uuid": "CRYPT-INTEGRITY-1\n"]
    #expect(Computer(["/dev/dm-0"], uuid).check.warning != nil)
  }

  @Test("zram is memory, unless it writes to a disk behind it")
  func zram() {
    #expect(Computer(["/dev/zram0"]).check.warning == nil)
    #expect(
      Computer(["/dev/zram0"], [Self.disk + "/backing_dev": "none\n"]).check.warning == nil
    )
    #expect(
      Computer(["/dev/zram0"], [Self.disk + "/backing_dev": "/dev/sda7\n"]).check.warning != nil
    )
  }

  @Test("An area that the system does not know is not taken for safe")
  func unknown() {
    var computer = Computer(["/dev/dm-0"], [Self.disk + "/dm/uuid": "CRYPT-LUKS2-x\n"])
    computer.devices = [:]
    #expect(computer.check.warning != nil)
  }

  @Test("One plain area among encrypted ones is enough, and is the one that is named")
  func mixed() {
    let uuid = [Self.disk + "/dm/uuid": "CRYPT-LUKS2-x\n"]
    #expect(Computer(["/dev/dm-0", "/dev/sdb1"], uuid).check.exposed == ["/dev/sdb1"])
  }
}
