/// What must be looked at in a TOML text before the library sees it.
///
/// toml++ 3.4 takes for granted that a key follows the bracket of a table's header: on `[=` or `[`
/// and a line end its assertion ends the program, and where assertions are compiled out anything may
/// happen. No file of the user's may do that.
public nonisolated enum TOMLText {
  /// The first line, from 1, on which no key follows a header's bracket; nil where there is none.
  ///
  /// A line inside a list or a text of many lines may be refused as well; settings and themes have
  /// no use for one that begins so.
  ///
  /// - Parameter text: The text of the file.
  /// - Returns: The number of the line.
  public static func brokenHeader(in text: String) -> Int? {
    var line = 1
    var bytes = Array(text.utf8)[...]
    // The library passes over a byte order mark.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    while !bytes.isEmpty {
      let rest = bytes.prefix { $0 != 0x0A }
      if isBroken(rest) { return line }
      bytes = bytes.dropFirst(rest.count + 1)
      line += 1
    }
    return nil
  }

  private static func isBroken(_ line: ArraySlice<UInt8>) -> Bool {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    var rest = line.drop(while: isBlank)
    guard rest.first == UInt8(ascii: "[") else { return false }
    rest = rest.dropFirst().drop(while: isBlank)
    if rest.first == UInt8(ascii: "[") { rest = rest.dropFirst().drop(while: isBlank) }
    guard let first = rest.first else { return true }
    switch first {
    case UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "-"),
      UInt8(ascii: "_"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
      return false
    default: return true
    }
  }
}
