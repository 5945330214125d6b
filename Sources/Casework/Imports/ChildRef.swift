/// The code by which a child is known outside the program: `K12`, or as an import gives it.
public enum ChildRef {
  /// A ref in its one spelling, upper case; nil for what is no ref.
  ///
  /// One to four letters, perhaps a hyphen, two to six digits (entries.md, "Refs").
  public static func normal(_ text: String) -> String? {
    let upper = Array(text.uppercased().utf8)
    let letters = upper.prefix { (65...90).contains($0) }.count
    guard (1...4).contains(letters) else { return nil }
    var rest = upper.dropFirst(letters)
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    guard (2...6).contains(rest.count), rest.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return text.uppercased()
  }
}
