/// Whether a text is JSON as the format wants it, so that every reader refuses the same texts.
///
/// One object that fills the text from its first byte to its last; RFC 8259 to the letter; UTF-8; no
/// member of any object twice; no half of a surrogate pair; objects and arrays at most 64 deep.
struct JSONForm {
  private static let mostLevels = 64

  /// True when all of it holds.
  static func isSound(_ bytes: [UInt8]) -> Bool {
    guard bytes.first == UInt8(ascii: "{"), String(validating: bytes, as: UTF8.self) != nil else {
      return false
    }
    var form = JSONForm(bytes: bytes)
    return form.object(1) && form.at == bytes.count
  }

  private let bytes: [UInt8]
  private var at = 0

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: sign) else { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
  }

  // MARK: Values

  private mutating func value(_ levels: Int) -> Bool {
    switch next {
    case UInt8(ascii: "{"): object(levels + 1)
    case UInt8(ascii: "["): array(levels + 1)
    case UInt8(ascii: "\""): string() != nil
    case UInt8(ascii: "t"): word("true")
    case UInt8(ascii: "f"): word("false")
    case UInt8(ascii: "n"): word("null")
    default: number()
    }
  }

  private mutating func object(_ levels: Int) -> Bool {
    guard levels <= JSONForm.mostLevels, take("{") else { return false }
    skipSpace()
    if take("}") { return true }
    var names: [Name] = []
    repeat {
      skipSpace()
      guard let name = string() else { return false }
      names.append(name)
      skipSpace()
      guard take(":") else { return false }
      skipSpace()
      guard value(levels) else { return false }
      skipSpace()
    } while take(",")
    return take("}") && !isTwice(names)
  }

  private mutating func array(_ levels: Int) -> Bool {
    guard levels <= JSONForm.mostLevels, take("[") else { return false }
    skipSpace()
    if take("]") { return true }
    repeat {
      skipSpace()
      guard value(levels) else { return false }
      skipSpace()
    } while take(",")
    return take("]")
  }

  private mutating func word(_ text: StaticString) -> Bool {
    let letters = Array("\(text)".utf8)
    guard bytes[at...].starts(with: letters) else { return false }
    at += letters.count
    return true
  }

  private mutating func number() -> Bool {
    _ = take("-")
    if !take("0"), !digits() { return false }
    if take("."), !digits() { return false }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      return digits()
    }
    return true
  }

  /// One or more.
  private mutating func digits() -> Bool {
    let start = at
    while let byte = next, (48...57).contains(byte) { at += 1 }
    return at > start
  }

  // MARK: Strings

  /// Where a string stands, without its quotes.
  private struct Name {
    var range: Range<Int>
    var hasEscapes: Bool
  }

  private mutating func string() -> Name? {
    guard take("\"") else { return nil }
    let start = at
    var hasEscapes = false
    while let byte = next {
      at += 1
      if byte == UInt8(ascii: "\"") {
        return Name(range: start..<at - 1, hasEscapes: hasEscapes)
      }
      if byte < 0x20 { return nil }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        guard escape() else { return nil }
      }
    }
    return nil
  }

  private mutating func escape() -> Bool {
    guard let kind = next else { return false }
    at += 1
    if kind != UInt8(ascii: "u") { return Array("\"\\/bfnrt".utf8).contains(kind) }
    guard let unit = fourDigits() else { return false }
    if UTF16.isTrailSurrogate(unit) { return false }
    guard UTF16.isLeadSurrogate(unit) else { return true }
    guard take("\\"), take("u"), let other = fourDigits() else { return false }
    return UTF16.isTrailSurrogate(other)
  }

  private mutating func fourDigits() -> UInt16? {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = next else { return nil }
      at += 1
      switch byte {
      case 48...57: unit = unit << 4 | UInt16(byte - 48)
      case 65...70: unit = unit << 4 | UInt16(byte - 55)
      case 97...102: unit = unit << 4 | UInt16(byte - 87)
      default: return nil
      }
    }
    return unit
  }

  /// Names are the same when their characters are, escapes resolved and nothing else: a Swift string
  /// would also take an accented letter for a letter and its accent.
  private func isTwice(_ names: [Name]) -> Bool {
    if names.count <= 12, !names.contains(where: \.hasEscapes) {
      for (at, name) in names.enumerated() {
        for other in names[..<at] where other.range.count == name.range.count {
          if bytes[other.range].elementsEqual(bytes[name.range]) { return true }
        }
      }
      return false
    }
    let json = JSONSlices(bytes)
    let resolved = names.map { name in
      json.string(name.range.lowerBound - 1..<name.range.upperBound + 1).map { Array($0.utf8) }
    }
    return Set(resolved).count != names.count
  }
}
