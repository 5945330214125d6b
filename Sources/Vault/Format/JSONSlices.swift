/// Finds the parts of a JSON text without rewriting them, so that what was written stays as it was.
///
/// Strict: one value, no trailing bytes, no member twice, at most 64 levels deep.
struct JSONSlices {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The members of the object that fills `range`; nil when there is none.
  func members(_ range: Range<Int>) -> [String: Range<Int>]? {
    var at = range.lowerBound
    guard at < range.upperBound, bytes[at] == UInt8(ascii: "{") else { return nil }
    at += 1
    var out: [String: Range<Int>] = [:]
    skipSpace(&at)
    if at < range.upperBound, bytes[at] == UInt8(ascii: "}") {
      return at + 1 == range.upperBound ? out : nil
    }
    while true {
      skipSpace(&at)
      let nameStart = at
      guard skipString(&at, range.upperBound), let name = string(nameStart..<at) else { return nil }
      skipSpace(&at)
      guard at < range.upperBound, bytes[at] == UInt8(ascii: ":") else { return nil }
      at += 1
      skipSpace(&at)
      let start = at
      guard skipValue(&at, range.upperBound, depth: 0), out[name] == nil else { return nil }
      out[name] = start..<at
      skipSpace(&at)
      guard at < range.upperBound else { return nil }
      at += 1
      if bytes[at - 1] == UInt8(ascii: "}") { return at == range.upperBound ? out : nil }
      guard bytes[at - 1] == UInt8(ascii: ",") else { return nil }
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
        guard at + 4 <= inner.endIndex,
          let text = String(validating: inner[at..<at + 4], as: UTF8.self),
          let unit = UInt16(text, radix: 16)
        else { return nil }
        units.append(unit)
        at += 4
      default: return nil
      }
    }
    return flush() ? out : nil
  }

  /// The text of a range as it stands; nil when it is not UTF-8.
  func text(_ range: Range<Int>) -> String? { String(validating: bytes[range], as: UTF8.self) }

  /// The whole text.
  var all: Range<Int> { bytes.indices }

  private func skipSpace(_ at: inout Int) {
    while at < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[at]) { at += 1 }
  }

  private func skipString(_ at: inout Int, _ end: Int) -> Bool {
    guard at < end, bytes[at] == UInt8(ascii: "\"") else { return false }
    at += 1
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        at += 1
        return true
      case UInt8(ascii: "\\"): at += 2
      case 0..<0x20: return false
      default: at += 1
      }
    }
    return false
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
    default:
      // A number, true, false or null: the decoder of the body is the judge of it.
      let start = at
      while at < end, !Array<UInt8>(",]} \n\r\t:\"".utf8).contains(bytes[at]) { at += 1 }
      return at > start
    }
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
