/// Reads a TOML text through before the library sees it, and refuses what the program has no use for.
///
/// toml++ 3.4, under TOMLKit, ends the program by an assertion on some texts that are not TOML (`[=`,
/// a date with `T:`), and where assertions are compiled out anything may happen. No file of the
/// user's may do that. Settings and themes are tables of texts, numbers, words and lists; texts of
/// many lines, dates and numbers in other bases are not read here.
public nonisolated enum TOMLText {
  /// What is wrong, and on which line.
  public struct Fault: Error, Sendable, Hashable {
    /// The line, from 1.
    public var line: Int
    /// What is wrong, in a few words.
    public var what: String
  }

  /// Looks a whole text through.
  ///
  /// - Parameter text: The text of the file.
  /// - Throws: ``Fault``, the first that there is.
  public static func check(_ text: String) throws(Fault) {
    var scanner = TOMLScanner(text)
    try scanner.document()
  }
}

/// Walks over TOML, keeping nothing but the line it is on.
private nonisolated struct TOMLScanner {
  private static let deepest = 16
  private static let longestNumber = 18

  private let bytes: [UInt8]
  private var at = 0
  private var line = 1

  init(_ text: String) {
    bytes = Array(text.utf8)
    // A byte order mark is passed over.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  mutating func document() throws(TOMLText.Fault) {
    while true {
      skipBlanks()
      switch next {
      case nil: return
      case UInt8(ascii: "["): try header()
      case UInt8(ascii: "#"), 0x0A, 0x0D: break
      default: try pair(depth: 0)
      }
      try endOfLine()
    }
  }

  // MARK: Pieces

  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  private func fault(_ what: String) -> TOMLText.Fault { TOMLText.Fault(line: line, what: what) }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  private mutating func take(while isWanted: (UInt8) -> Bool) -> Int {
    let start = at
    while let byte = next, isWanted(byte) { at += 1 }
    return at - start
  }

  private mutating func skipBlanks() { _ = take { $0 == 0x20 || $0 == 0x09 } }

  private mutating func endOfLine() throws(TOMLText.Fault) {
    skipBlanks()
    if take("#") {
      _ = take { $0 != 0x0A && $0 != 0x0D && !Self.isControl($0) }
    }
    if take("\r"), next != 0x0A { throw fault("a carriage return alone") }
    guard next == nil || take("\n") else { throw fault("something that does not belong here") }
    line += 1
  }

  /// Blanks, comments and line ends inside a list.
  private mutating func skipLines() throws(TOMLText.Fault) {
    skipBlanks()
    while let byte = next, [0x0A, 0x0D, UInt8(ascii: "#")].contains(byte) {
      try endOfLine()
      skipBlanks()
    }
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte == 0x7F || (byte < 0x20 && byte != 9)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func isName(_ byte: UInt8) -> Bool {
    isDigit(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  private mutating func header() throws(TOMLText.Fault) {
    _ = take("[")
    let isList = take("[")
    skipBlanks()
    try name()
    skipBlanks()
    guard take("]"), !isList || take("]") else { throw fault("the bracket is not closed") }
  }

  private mutating func pair(depth: Int) throws(TOMLText.Fault) {
    try name()
    skipBlanks()
    guard take("=") else { throw fault("no = after the name") }
    skipBlanks()
    try value(depth: depth)
  }

  /// A name, or names with dots between them.
  private mutating func name() throws(TOMLText.Fault) {
    repeat {
      skipBlanks()
      if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") {
        try string()
      } else if take(while: Self.isName) == 0 {
        throw fault("no name where one should be")
      }
      skipBlanks()
    } while take(".")
  }

  // MARK: Values

  private mutating func value(depth: Int) throws(TOMLText.Fault) {
    guard depth < Self.deepest else { throw fault("too deep") }
    switch next {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): try string()
    case UInt8(ascii: "["): try list(depth: depth + 1)
    case UInt8(ascii: "{"): try table(depth: depth + 1)
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    default: try number()
    }
  }

  private mutating func word(_ word: String) throws(TOMLText.Fault) {
    guard bytes[at...].starts(with: word.utf8) else { throw fault("a value of no known kind") }
    at += word.utf8.count
  }

  private mutating func number() throws(TOMLText.Fault) {
    _ = take("+") || take("-")
    let isZero = next == 48
    let digits = take(while: Self.isDigit)
    guard digits > 0 else { throw fault("a value of no known kind") }
    guard digits == 1 || !isZero else { throw fault("a number that begins with 0") }
    guard digits <= Self.longestNumber else { throw fault("a number that is too long") }
    if take(".") {
      guard (1...Self.longestNumber).contains(take(while: Self.isDigit)) else {
        throw fault("a number that ends in its point")
      }
    }
  }

  private mutating func list(depth: Int) throws(TOMLText.Fault) {
    _ = take("[")
    while true {
      try skipLines()
      if take("]") { return }
      try value(depth: depth)
      try skipLines()
      if take("]") { return }
      guard take(",") else { throw fault("the list is not closed") }
    }
  }

  private mutating func table(depth: Int) throws(TOMLText.Fault) {
    _ = take("{")
    skipBlanks()
    if take("}") { return }
    while true {
      skipBlanks()
      try pair(depth: depth)
      skipBlanks()
      if take("}") { return }
      guard take(",") else { throw fault("the table is not closed on its line") }
    }
  }

  // MARK: Texts

  private mutating func string() throws(TOMLText.Fault) {
    let isLiteral = take("'")
    if !isLiteral { _ = take("\"") }
    let quote: Unicode.Scalar = isLiteral ? "'" : "\""
    if take(quote) {
      if next == UInt8(ascii: quote) { throw fault("a text of many lines") }
      return
    }
    while let byte = next, !Self.isControl(byte) {
      if take(quote) { return }
      at += 1
      if byte == UInt8(ascii: "\\"), !isLiteral { try escape() }
    }
    throw fault("the text is not closed on its line")
  }

  private mutating func escape() throws(TOMLText.Fault) {
    guard let kind = next else { throw fault("the text is not closed on its line") }
    at += 1
    if Array<UInt8>("btnfr\"\\".utf8).contains(kind) { return }
    let count = kind == UInt8(ascii: "u") ? 4 : kind == UInt8(ascii: "U") ? 8 : 0
    let digits = String(decoding: bytes[at...].prefix(count), as: UTF8.self)
    guard count > 0, digits.utf8.count == count, digits.allSatisfy(\.isHexDigit),
      let value = UInt32(digits, radix: 16), Unicode.Scalar(value) != nil
    else { throw fault("an escape that means nothing") }
    at += count
  }
}
