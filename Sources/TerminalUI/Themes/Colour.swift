import Glibc

/// A colour of a theme.
public nonisolated struct Colour: Sendable, Hashable {
  /// Red, green and blue, 0 to 255 each.
  public let red, green, blue: UInt8

  /// Makes a colour of its parts.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads `#ff875f`; nil for anything else.
  public init?(hex: String) {
    guard hex.utf8.count == 7, hex.hasPrefix("#"),
      hex.dropFirst().allSatisfy({ $0.isASCII && $0.isHexDigit }),
      let value = UInt32(hex.dropFirst(), radix: 16)
    else { return nil }
    self.init(
      red: UInt8(value >> 16),
      green: UInt8(value >> 8 & 0xFF),
      blue: UInt8(value & 0xFF)
    )
  }

  /// The nearest of the 240 colours that are the same on every terminal of 256 colours.
  ///
  /// The first sixteen are left out: they are the user's own palette. Nearness is distance in CIELAB,
  /// which follows the eye. Example: `#ff875f` is colour 209 exactly.
  public var nearestOf256: Int {
    if let exact = Self.table.firstIndex(of: self) { return exact + 16 }
    let wanted = lab
    var best = 16
    var least = Double.infinity
    for index in 16...255 {
      let other = Self.table[index - 16].lab
      let distance =
        (wanted.l - other.l) * (wanted.l - other.l) + (wanted.a - other.a) * (wanted.a - other.a)
        + (wanted.b - other.b) * (wanted.b - other.b)
      if distance < least { (best, least) = (index, distance) }
    }
    return best
  }

  /// What a terminal of 256 colours shows for a number from 16 to 255.
  public static func shown(_ index: Int) -> Colour { table[index - 16] }

  private static let table: [Colour] =
    (0..<216).map { cell in
      let level = { (step: Int) in UInt8(step == 0 ? 0 : 55 + 40 * step) }
      return Colour(red: level(cell / 36), green: level(cell / 6 % 6), blue: level(cell % 6))
    }
    + (0..<24).map { step in
      let grey = UInt8(8 + 10 * step)
      return Colour(red: grey, green: grey, blue: grey)
    }

  /// WCAG's relative luminance, 0 to 1.
  public var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// WCAG's contrast with another colour, 1 to 21.
  public func contrast(with other: Colour) -> Double {
    let (low, high) = (min(luminance, other.luminance), max(luminance, other.luminance))
    return (high + 0.05) / (low + 0.05)
  }

  private static func linear(_ part: UInt8) -> Double {
    let value = Double(part) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  private var lab: (l: Double, a: Double, b: Double) {
    let (r, g, b) = (Self.linear(red), Self.linear(green), Self.linear(blue))
    let f = { (t: Double) in t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116 }
    let x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047)
    let y = f(0.2126 * r + 0.7152 * g + 0.0722 * b)
    let z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))
  }
}
