import Foundation

/// What stands for a character where only ASCII can be shown, in the same number of columns.
///
/// For terminals and pipes in a locale other than UTF-8, and for those who ask for it. Line drawing and signs
/// have twins; letters lose their marks (`Đức` → `Duc`); what has neither is `?` for each column,
/// so a name in Ge'ez script keeps its place and shows that there is one.
public enum AsciiTwins {
  /// The text in ASCII, as wide as it was.
  public static func text(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    return text.reduce(into: "") { $0 += of($1) }
  }

  /// One cluster in ASCII, as wide as it was.
  public static func of(_ cluster: Character) -> String {
    if cluster.isASCII { return String(cluster) }
    if let sign = signs[cluster] { return String(sign) }
    let columns = Columns.of(cluster)
    guard columns == 1 else { return String(repeating: "?", count: columns) }
    if let letter = baseLetter(of: cluster) { return String(letter) }
    return "?"
  }

  /// The ASCII character under a cluster's marks.
  private static func baseLetter(of cluster: Character) -> Character? {
    let decomposed = String(cluster).decomposedStringWithCanonicalMapping.unicodeScalars
    guard let base = decomposed.first else { return nil }
    if base.isASCII { return Character(base) }
    if let sign = signs[Character(base)] { return sign }
    return (0x2801...0x28FF).contains(base.value) ? ":" : nil  // braille drawing
  }

  private static let signs: [Character: Character] = {
    var signs: [Character: Character] = [:]
    for (twin, characters) in table {
      for character in characters { signs[character] = twin }
    }
    return signs
  }()

  /// Twin, then everything it stands for.
  private static let table: [(Character, String)] = [
    ("-", "─━┄┅┈┉╌╍╴╶╸╺╼╾–—―‐‑‒−▬"),
    ("=", "═▓▆▇≡≈"),
    ("|", "│┃┆┇┊┋╎╏║╵╷╹╻╽╿▏▎▍▌▋▊▉▐▕"),
    ("+", "┌┍┎┏┐┑┒┓└┕┖┗┘┙┚┛├┝┞┟┠┡┢┣┤┥┦┧┨┩┪┫┬┭┮┯┰┱┲┳┴┵┶┷┸┹┺┻┼╋╪╫╬╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╭╮╯╰½±"),
    ("!", "▲△⚠¡"),
    ("^", "▴▵↑⌃"),
    ("v", "▼▽▾▿↓✓✔√"),
    (">", "→▶▷▸▹►›≥⇒⟶"),
    ("<", "←◀◁◂◃◄‹≤⇐⟵↵⏎"),
    ("*", "◆•★☆✱∗▪■"),
    ("o", "◇○◌□▫◦°º"),
    ("@", "●◉◎"),
    ("x", "×✕✗✘☒"),
    (".", "·∙⋅▁▂˙"),
    ("_", "▃▄"),
    (":", "░▒⋮¦"),
    ("#", "█▅▀≠"),
    ("~", "…∼"),
    ("\"", "“”„‟«»″"),
    ("'", "‘’‚‛′´ʼʹ"),
    (" ", "\u{A0}\u{2002}\u{2003}\u{2007}\u{2009}\u{202F}\u{2800}"),
    ("/", "⁄∕╱"), ("\\", "╲"), ("X", "╳"),
    ("d", "đð"), ("D", "ĐÐ"), ("l", "łľ"), ("L", "Ł£"), ("o", "ø"), ("O", "Ø"), ("i", "ı"),
    ("s", "ßſ"), ("S", "ẞ§"), ("a", "æªɑ"), ("A", "Æ"), ("o", "œ"), ("O", "Œ"), ("t", "þŧ"),
    ("T", "ÞŦ"), ("h", "ħ"), ("H", "Ħ"), ("n", "ŋ"), ("N", "Ŋ"), ("e", "əɛ"), ("E", "ƏƐ€"),
    ("?", "¿"), ("1", "¹"), ("2", "²"), ("3", "³"), ("c", "©¢"), ("r", "®"), ("u", "µ"),
  ]
}
