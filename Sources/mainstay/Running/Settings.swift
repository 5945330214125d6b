import Foundation
import TOMLKit
import TerminalUI

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
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return Settings() }
    return Settings(text)
  }
}

extension Settings {
  /// Reads the text of a settings file.
  init(_ text: String) {
    self.init()
    let table: TOMLTable
    do {
      try TOMLText.check(text)
      table = try TOMLTable(string: text)
    } catch let fault as TOMLText.Fault {
      warnings.append("settings.toml line \(fault.line): \(fault.what); not used")
      return
    } catch let error as TOMLParseError {
      warnings.append("settings.toml line \(error.source.begin.line): not TOML; not used")
      return
    } catch {
      warnings.append("settings.toml: not TOML; not used")
      return
    }
    for key in table.keys {
      switch key {
      case "theme": theme = table[key]?.string
      case "glyphs": glyphs = table[key]?.string
      case "color", "colour": color = table[key]?.string
      case "vault": vault = table[key]?.string
      case "trust-file-system":
        if let trusts = table[key]?.bool {
          trustsFileSystem = trusts
        } else {
          warnings.append("settings.toml: trust-file-system takes true or false; false is used")
        }
      case "lock":
        let minutes = table[key]?.table?["minutes"]?.int ?? 0
        if (1...15).contains(minutes) {
          lockMinutes = minutes
        } else {
          warnings.append("settings.toml: lock.minutes takes 1 to 15; 5 is used")
        }
      default: warnings.append("settings.toml: \(key) is not a setting; not used")
      }
    }
  }
}
