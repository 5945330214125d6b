import Foundation
import TOMLKit

/// The user's own settings: how it looks and when it locks.
///
/// No name of a child ever stands here.
struct Settings: Sendable {
  var theme: String?
  var glyphs: String?
  var color: String?
  var vault: String?
  /// Minutes without a key until the screen locks: 1 to 15, never off (vault.md §6).
  var lockMinutes = 5
  /// The record is written to wherever it lies: on NFS, SMB, FUSE too.
  var trustsFileSystem = false
  /// What was wrong in the file, one line each; the rest of it still counts.
  var warnings: [String] = []

  /// Read once from `$XDG_CONFIG_HOME/mainstay/settings.toml`.
  static let current = Settings.read(at: path)

  private static var path: String {
    let base =
      Live.environment("XDG_CONFIG_HOME") ?? (Live.environment("HOME") ?? ".") + "/.config"
    return base + "/mainstay/settings.toml"
  }

  /// Reads a settings file; a missing one means the defaults.
  static func read(at path: String) -> Settings {
    var settings = Settings()
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return settings }
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      settings.warnings.append("settings.toml line \(error.source.begin.line): not TOML; not used")
      return settings
    } catch {
      settings.warnings.append("settings.toml: not TOML; not used")
      return settings
    }
    for key in table.keys {
      switch key {
      case "theme": settings.theme = table[key]?.string
      case "glyphs": settings.glyphs = table[key]?.string
      case "color", "colour": settings.color = table[key]?.string
      case "vault": settings.vault = table[key]?.string
      case "trust-file-system":
        if let trusts = table[key]?.bool {
          settings.trustsFileSystem = trusts
        } else {
          settings.warnings.append(
            "settings.toml: trust-file-system takes true or false; false is used"
          )
        }
      case "lock":
        let minutes = table[key]?.table?["minutes"]?.int ?? 0
        if (1...15).contains(minutes) {
          settings.lockMinutes = minutes
        } else {
          settings.warnings.append("settings.toml: lock.minutes takes 1 to 15; 5 is used")
        }
      default: settings.warnings.append("settings.toml: \(key) is not a setting; not used")
      }
    }
    return settings
  }
}
