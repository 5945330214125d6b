/// A row of text of several looks, before it has a width.
///
/// Making a line from text is the one place where text becomes safe to show: whatever was typed or
/// imported goes through ``DisplayText`` here, once, and is measured only afterwards.
public struct Line: Sendable, Hashable {
  /// Safe spans, in reading order.
  public private(set) var spans: [Span]

  /// An empty line.
  public init() { spans = [] }

  /// A line of one look.
  public init(_ text: String, _ tone: Tone = .text, strong: Bool = false) {
    spans = text.isEmpty ? [] : [Span(Measure.safe(text), tone, strong: strong)]
  }

  init(spans: [Span]) { self.spans = spans }

  /// How many columns it takes.
  public var width: Int { spans.reduce(0) { $0 + Measure.width($1.text) } }

  /// True when there is nothing to show.
  public var isEmpty: Bool { spans.allSatisfy { $0.text.isEmpty } }

  /// The text without its looks.
  public var text: String { spans.map(\.text).joined() }

  /// One line after the other.
  public static func + (a: Line, b: Line) -> Line { Line(spans: a.spans + b.spans) }

  /// Adds a line at the end.
  public static func += (a: inout Line, b: Line) { a.spans += b.spans }

  /// Lines with a separator between those that are not empty.
  public static func joined(_ lines: [Line], by separator: Line) -> Line {
    var out = Line()
    for line in lines where !line.isEmpty {
      if !out.isEmpty { out += separator }
      out += line
    }
    return out
  }

  /// Cut to a width, with `…` where something was lost.
  public func cut(to columns: Int) -> Line {
    guard columns > 0 else { return Line() }
    guard width > columns else { return self }
    var out = Line()
    var left = columns - 1
    for span in spans {
      let wide = Measure.width(span.text)
      var piece = span
      if wide > left { piece.text = Measure.prefix(span.text, columns: left) }
      left -= Measure.width(piece.text)
      if !piece.text.isEmpty { out.spans.append(piece) }
      if wide > Measure.width(piece.text) { break }
    }
    out.spans.append(Span(String(Glyph.more), out.spans.last?.tone ?? .quiet))
    return out
  }

  /// Filled with spaces up to a width; cut when it is wider.
  public func fitted(to columns: Int) -> Line {
    let wide = width
    guard wide <= columns else { return cut(to: columns).fitted(to: columns) }
    return wide == columns ? self : self + Line.space(columns - wide)
  }

  /// Pushed to the right edge of a width.
  public func right(in columns: Int) -> Line {
    let wide = width
    return wide >= columns ? cut(to: columns) : Line.space(columns - wide) + self
  }

  /// Spaces.
  public static func space(_ columns: Int) -> Line {
    guard columns > 0 else { return Line() }
    return columns < spaces.count ? spaces[columns] : made(ofSpaces: columns)
  }

  /// Every row has some: they are made once.
  private static let spaces = [Line()] + (1...200).map { made(ofSpaces: $0) }

  private static func made(ofSpaces columns: Int) -> Line {
    Line(spans: [Span(String(repeating: " ", count: columns), .text)])
  }

  /// The same sign over and over.
  public static func run(_ sign: Character, _ columns: Int, _ tone: Tone) -> Line {
    columns > 0
      ? Line(spans: [Span(String(repeating: sign, count: columns), tone)]) : Line()
  }

  /// The same text with one look for all of it.
  public func toned(_ tone: Tone) -> Line {
    Line(spans: spans.map { Span($0.text, tone, selected: $0.isSelected, strong: $0.isStrong) })
  }

  /// The same text, standing out.
  public func strong() -> Line {
    Line(spans: spans.map { Span($0.text, $0.tone, selected: $0.isSelected, strong: true) })
  }

  /// The same text on the selected row.
  public func selected() -> Line {
    Line(spans: spans.map { Span($0.text, $0.tone, selected: true, strong: $0.isStrong) })
  }

  /// A line at the left and one at the right edge; where both do not fit, the right one goes first.
  public static func sides(_ left: Line, _ right: Line, columns: Int) -> Line {
    let rest = columns - right.width
    guard !right.isEmpty, left.width + 1 <= rest else { return left.fitted(to: columns) }
    return left.fitted(to: rest) + right
  }
}
