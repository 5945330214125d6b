import ViewModels

/// What the sequences of terminals mean, from what xterm, rxvt, the Linux console and kitty send.
///
/// The terminal's own terminfo entry is asked as well, so that an unusual terminal's arrows work.
nonisolated struct NamedKeys {
  /// Whole sequences of this terminal that the tables below do not know.
  private var own: [[UInt8]: Key] = [:]

  /// Takes the terminal's sequences by terminfo name (`kcuu1`); others than `ESC [` and `ESC O` forms
  /// cannot be told from text and are left out.
  init(terminal: [String: [UInt8]]) {
    for (name, bytes) in terminal {
      guard let key = Self.terminfo[name], bytes.count > 2, bytes[0] == 0x1B else { continue }
      own[bytes] = key
    }
  }

  /// The terminfo names worth asking for.
  static let terminfo: [String: Key] = [
    "kcuu1": .up, "kcud1": .down, "kcub1": .left, "kcuf1": .right, "khome": .home, "kend": .end,
    "kpp": .pageUp, "knp": .pageDown, "kdch1": .delete, "kich1": .insert, "kcbt": .backTab,
    "kf1": .function(1), "kf2": .function(2), "kf3": .function(3), "kf4": .function(4),
    "kf5": .function(5), "kf6": .function(6), "kf7": .function(7), "kf8": .function(8),
    "kf9": .function(9), "kf10": .function(10), "kf11": .function(11), "kf12": .function(12),
  ]

  /// A key from `ESC O …`.
  func key(singleShift final: UInt8, parameters: [UInt8]) -> Key {
    if let key = own[[0x1B, UInt8(ascii: "O")] + parameters + [final]] { return key }
    if let key = Self.letters[final] { return key }
    // The number pad in application mode.
    switch final {
    case UInt8(ascii: "M"): return .enter
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      return .character(Character(Unicode.Scalar(final - 0x40)))  // `p` is 0
    default: return .unknown
    }
  }

  /// A key from `ESC [ … final`.
  func key(sequence: [UInt8], final: UInt8) -> Key {
    if let key = own[[0x1B, UInt8(ascii: "[")] + sequence + [final]] { return key }
    if sequence == [UInt8(ascii: "[")] {
      let number = Int(final) - Int(UInt8(ascii: "A")) + 1
      return (1...5).contains(number) ? .function(number) : .unknown
    }
    // `<`, `=`, `>`, `?` before the numbers: mouse reports and answers to queries.
    guard let parameters = Self.parameters(sequence) else { return .unknown }
    switch final {
    case UInt8(ascii: "~"):
      if parameters.first?.first == 27, parameters.count == 3 {  // xterm's modifyOtherKeys
        return Self.key(code: parameters[2].first ?? 0, modifiers: parameters[1])
      }
      return Self.numbers[parameters.first?.first ?? 0] ?? .unknown
    case UInt8(ascii: "u"):
      guard let code = parameters.first?.first else { return .unknown }
      return Self.key(code: code, modifiers: parameters.count > 1 ? parameters[1] : [1])
    case UInt8(ascii: "Z"): return .backTab
    case UInt8(ascii: "R"): return .unknown  // where the cursor is, never F3
    default:
      // `A`, or with modifiers `1;5A`; a release (`1;1:3A`) is no key.
      guard parameters.count != 1 || parameters[0] == [0] || parameters[0] == [1],
        parameters.count <= 2, parameters.last?.dropFirst().first != 3
      else { return .unknown }
      return Self.letters[final] ?? .unknown
    }
  }

  /// `1;5:3` as [[1], [5, 3]]; an empty number is 0; nil where anything else stands in it.
  private static func parameters(_ bytes: [UInt8]) -> [[Int]]? {
    var all: [[Int]] = [[0]]
    for byte in bytes {
      let last = all.count - 1
      switch byte {
      case UInt8(ascii: ";"): all.append([0])
      case UInt8(ascii: ":"): all[last].append(0)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let inner = all[last].count - 1
        all[last][inner] = min(all[last][inner] * 10 + Int(byte) - 0x30, 0x11_0000)
      default: return nil
      }
    }
    return all
  }

  /// A key by its Unicode number and 1 + shift 1, alt 2, control 4; then 3 for a release.
  private static func key(code: Int, modifiers: [Int]) -> Key {
    if modifiers.count > 1, modifiers[1] == 3 { return .unknown }
    let held = max(0, (modifiers.first ?? 1) - 1)
    let (shift, alt, control) = (held & 1 != 0, held & 2 != 0, held & 4 != 0)
    switch code {
    case 27: return .escape
    case 13, 57414: return .enter
    case 9: return shift ? .backTab : .tab
    case 8, 127: return .backspace
    default: break
    }
    guard code >= 32, !(57344...63743).contains(code), let scalar = Unicode.Scalar(UInt32(code)),
      scalar.properties.generalCategory != .control
    else { return .unknown }
    let character = Character(scalar)
    if control {
      guard let lower = character.lowercased().first, lower.isASCII, lower.isLetter else {
        return .unknown
      }
      return .control(lower)
    }
    if alt { return .alt(character) }
    let upper = character.uppercased()
    return shift && upper.count == 1 ? .character(Character(upper)) : .character(character)
  }

  private static let letters: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2),
    UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
  ]

  private static let numbers: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]
}
