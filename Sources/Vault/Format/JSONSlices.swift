/// Finds the parts of a JSON text without rewriting them, so that what was written stays as it was.
///
/// Strict as far as it looks: one value, no trailing bytes, no member twice, at most 64 levels deep.
/// Whether all of a text is sound, ``JSONForm`` says.
struct JSONSlices {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The members of the object that fills `range`; nil when there is none.
  func members(_ range: Range<Int>) -> [String: Range<Int>]? {
    var out: [String: Range<Int>] = [:]
    let isWhole = eachMember(range) { name, value in
      guard let name = string(name) else { return false }
      if let other = out.index(forKey: name) {
        // Only character by character the same: to a Swift string an accented letter is also a
        // letter and its accent. Of such two neither is a name of the format.
        return !out.keys[other].utf8.elementsEqual(name.utf8)
      }
      out[name] = value
      return true
    }
    return isWhole ? out : nil
  }

  /// The members of some names, in the order of these; of a text that is known to name none twice.
  func members(_ range: Range<Int>, _ names: [[UInt8]]) -> [Range<Int>?]? {
    var out = [Range<Int>?](repeating: nil, count: names.count)
    let isWhole = eachMember(range) { name, value in
      guard let text = utf8(name) else { return false }
      if let place = names.firstIndex(where: { text.elementsEqual($0) }) { out[place] = value }
      return true
    }
    return isWhole ? out : nil
  }

  /// Hands over every member of the object that fills `range`; false where it is none, or `take` says
  /// so.
  private func eachMember(
    _ range: Range<Int>,
    _ take: (_ name: Range<Int>, _ value: Range<Int>) -> Bool
  ) -> Bool {
    var at = range.lowerBound
    guard at < range.upperBound, bytes[at] == UInt8(ascii: "{") else { return false }
    at += 1
    skipSpace(&at)
    if at < range.upperBound, bytes[at] == UInt8(ascii: "}") { return at + 1 == range.upperBound }
    while true {
      skipSpace(&at)
      let nameStart = at
      guard skipString(&at, range.upperBound) else { return false }
      let name = nameStart..<at
      skipSpace(&at)
      guard at < range.upperBound, bytes[at] == UInt8(ascii: ":") else { return false }
      at += 1
      skipSpace(&at)
      let start = at
      guard skipValue(&at, range.upperBound, depth: 0), take(name, start..<at) else { return false }
      skipSpace(&at)
      guard at < range.upperBound else { return false }
      at += 1
      if bytes[at - 1] == UInt8(ascii: "}") { return at == range.upperBound }
      guard bytes[at - 1] == UInt8(ascii: ",") else { return false }
    }
  }

  /// The elements of the array that fills `range`; nil when there is none.
  func elements(_ range: Range<Int>) -> [Range<Int>]? {
    var at = range.lowerBound
    guard at < range.upperBound, bytes[at] == UInt8(ascii: "[") else { return nil }
    at += 1
    var out: [Range<Int>] = []
    skipSpace(&at)
    if at < range.upperBound, bytes[at] == UInt8(ascii: "]") {
      return at + 1 == range.upperBound ? out : nil
    }
    while true {
      skipSpace(&at)
      let start = at
      guard skipValue(&at, range.upperBound, depth: 0) else { return nil }
      out.append(start..<at)
      skipSpace(&at)
      guard at < range.upperBound else { return nil }
      at += 1
      if bytes[at - 1] == UInt8(ascii: "]") { return at == range.upperBound ? out : nil }
      guard bytes[at - 1] == UInt8(ascii: ",") else { return nil }
    }
  }

  /// The bytes of the string that fills `range`, of a text that is known to be sound.
  func utf8(_ range: Range<Int>) -> ArraySlice<UInt8>? {
    guard range.count >= 2, bytes[range.lowerBound] == UInt8(ascii: "\"") else { return nil }
    let inner = bytes[range.lowerBound + 1..<range.upperBound - 1]
    return inner.contains(UInt8(ascii: "\\")) ? string(range).map { ArraySlice($0.utf8) } : inner
  }

  /// The string that fills `range`; nil when it is none, or holds an escape that means nothing.
  func string(_ range: Range<Int>) -> String? {
    guard range.count >= 2, bytes[range.lowerBound] == UInt8(ascii: "\"") else { return nil }
    let inner = bytes[range.lowerBound + 1..<range.upperBound - 1]
    guard inner.contains(UInt8(ascii: "\\")) else {
      return String(validating: inner, as: UTF8.self)
    }
    var units: [UInt16] = []
    var out = ""
    func flush() -> Bool {
      guard let text = String(validating: units, as: UTF16.self) else { return false }
      out += text
      units = []
      return true
    }
    var at = inner.startIndex
    while at < inner.endIndex {
      guard inner[at] == UInt8(ascii: "\\") else {
        guard flush() else { return nil }
        let next = inner[at...].firstIndex(of: UInt8(ascii: "\\")) ?? inner.endIndex
        guard let text = String(validating: inner[at..<next], as: UTF8.self) else { return nil }
        out += text
        at = next
        continue
      }
      guard at + 1 < inner.endIndex else { return nil }
      let kind = inner[at + 1]
      at += 2
      switch kind {
      case UInt8(ascii: "n"): units.append(10)
      case UInt8(ascii: "t"): units.append(9)
      case UInt8(ascii: "r"): units.append(13)
      case UInt8(ascii: "b"): units.append(8)
      case UInt8(ascii: "f"): units.append(12)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): units.append(UInt16(kind))
      case UInt8(ascii: "u"):
        guard let unit = unit(at, inner.endIndex) else { return nil }
        units.append(unit)
        at += 4
      default: return nil
      }
    }
    return flush() ? out : nil
  }

  /// True where a range is `null`.
  func isNull(_ range: Range<Int>) -> Bool { bytes[range].elementsEqual("null".utf8) }

  /// The text of a range as it stands; nil when it is not UTF-8.
  func text(_ range: Range<Int>) -> String? { String(validating: bytes[range], as: UTF8.self) }

  /// The whole text.
  var all: Range<Int> { bytes.indices }

  private func skipSpace(_ at: inout Int) {
    while at < bytes.count, bytes[at] <= 0x20, JSONSlices.isSpace(bytes[at]) { at += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private func skipString(_ at: inout Int, _ end: Int) -> Bool {
    guard at < end, bytes[at] == UInt8(ascii: "\"") else { return false }
    at += 1
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        at += 1
        return true
      case UInt8(ascii: "\\"): if !skipEscape(&at, end) { return false }
      case 0..<0x20: return false
      default: at += 1
      }
    }
    return false
  }

  private func skipEscape(_ at: inout Int, _ end: Int) -> Bool {
    guard at + 1 < end else { return false }
    guard bytes[at + 1] == UInt8(ascii: "u") else {
      let isKnown = Array<UInt8>("\"\\/bfnrt".utf8).contains(bytes[at + 1])
      at += 2
      return isKnown
    }
    guard let first = unit(at + 2, end) else { return false }
    at += 6
    guard UTF16.isSurrogate(first) else { return true }
    // One half of a character means nothing without the other.
    guard UTF16.isLeadSurrogate(first), at + 6 <= end, bytes[at] == UInt8(ascii: "\\"),
      bytes[at + 1] == UInt8(ascii: "u"), let second = unit(at + 2, end),
      UTF16.isTrailSurrogate(second)
    else { return false }
    at += 6
    return true
  }

  private static func hexValue(_ byte: UInt8) -> UInt16? {
    switch byte {
    case 48...57: UInt16(byte) - 48
    case 65...70: UInt16(byte) - 55
    case 97...102: UInt16(byte) - 87
    default: nil
    }
  }

  /// The four hexadecimal digits at a place.
  private func unit(_ at: Int, _ end: Int) -> UInt16? {
    guard at + 4 <= end else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[at..<at + 4] {
      guard let digit = JSONSlices.hexValue(byte) else { return nil }
      unit = unit << 4 | digit
    }
    return unit
  }

  private func skipValue(_ at: inout Int, _ end: Int, depth: Int) -> Bool {
    guard at < end, depth < 64 else { return false }
    switch bytes[at] {
    case UInt8(ascii: "\""): return skipString(&at, end)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let isObject = bytes[at] == UInt8(ascii: "{")
      let close = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
      at += 1
      skipSpace(&at)
      if at < end, bytes[at] == close {
        at += 1
        return true
      }
      while true {
        skipSpace(&at)
        if isObject {
          guard skipString(&at, end) else { return false }
          skipSpace(&at)
          guard at < end, bytes[at] == UInt8(ascii: ":") else { return false }
          at += 1
          skipSpace(&at)
        }
        guard skipValue(&at, end, depth: depth + 1) else { return false }
        skipSpace(&at)
        guard at < end else { return false }
        at += 1
        if bytes[at - 1] == close { return true }
        guard bytes[at - 1] == UInt8(ascii: ",") else { return false }
      }
    case UInt8(ascii: "t"): return skipWord("true", &at, end)
    case UInt8(ascii: "f"): return skipWord("false", &at, end)
    case UInt8(ascii: "n"): return skipWord("null", &at, end)
    default: return skipNumber(&at, end)
    }
  }

  private func skipWord(_ word: String, _ at: inout Int, _ end: Int) -> Bool {
    let isThere = bytes[at..<end].starts(with: word.utf8)
    at += word.utf8.count
    return isThere
  }

  /// A number as RFC 8259 has it; how large it may be, its reader decides.
  private func skipNumber(_ at: inout Int, _ end: Int) -> Bool {
    func digits() -> Int {
      let start = at
      while at < end, (48...57).contains(bytes[at]) { at += 1 }
      return at - start
    }
    func take(_ character: Unicode.Scalar) -> Bool {
      guard at < end, bytes[at] == UInt8(ascii: character) else { return false }
      at += 1
      return true
    }
    _ = take("-")
    let isZero = at < end && bytes[at] == 48
    let whole = digits()
    guard whole == 1 || (whole > 1 && !isZero) else { return false }
    if take("."), digits() == 0 { return false }
    if take("e") || take("E") {
      _ = take("+") || take("-")
      return digits() > 0
    }
    return true
  }

  /// A string as JSON: quotes, backslashes and control characters escaped, all else as it is.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      default:
        if scalar.value < 0x20 {
          out += "\\u00" + [UInt8(scalar.value)].hex
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    return out + "\""
  }
}
