import ViewModels

/// How many colours are used.
nonisolated enum ColourDepth: Hashable {
  case none
  /// 8 or 16 colours of the user's own.
  case sixteen(available: Int)
  case full

  /// Decides: what was asked for, then `NO_COLOR`, then what the terminal has.
  init(_ choice: TerminalOptions.Colour, environment: [String: String], available: Int) {
    let wanted: TerminalOptions.Colour =
      choice == .auto && !(environment["NO_COLOR"] ?? "").isEmpty ? .none : choice
    switch wanted {
    case .none: self = .none
    case .sixteen where available >= 8: self = .sixteen(available: min(16, available))
    case .auto where available >= 256, .full where available >= 256: self = .full
    case .auto where available >= 8, .full where available >= 8:
      self = .sixteen(available: min(16, available))
    default: self = .none
    }
  }
}

/// Ink, ground and weight before curses is asked for a pair.
nonisolated struct Paint: Hashable {
  var foreground: Int?
  var background: Int?
  var modifiers: Look.Modifiers = []

  /// The paint of a tone: its look, over the page's ground, on the selection where it lies on it.
  init(_ tone: Tone, selected: Bool, strong: Bool, theme: Theme, depth: ColourDepth) {
    let (look, page) = (theme.look(tone), theme.look(.text))
    let selection = selected ? theme.look(.selection) : Look()
    switch depth {
    case .none:
      modifiers = look.monoModifiers ?? look.modifiers
      modifiers.formUnion(selection.monoModifiers ?? selection.modifiers)
    case .sixteen(let available):
      foreground = look.ansiForeground ?? page.ansiForeground
      background = selection.ansiBackground ?? look.ansiBackground ?? page.ansiBackground
      modifiers = look.ansiModifiers ?? look.modifiers
      modifiers.formUnion(selection.ansiModifiers ?? selection.modifiers)
      if available < 16 { useEight() }
    case .full:
      foreground = (look.foreground ?? page.foreground)?.nearestOf256
      background =
        (selection.background ?? look.background ?? page.background)?.nearestOf256
      modifiers = look.modifiers.union(selection.modifiers)
    }
    if strong { modifiers.insert(.bold) }
  }

  /// Of eight colours the bright half is the other half in bold.
  private mutating func useEight() {
    if let bright = foreground, bright >= 8 {
      foreground = bright - 8
      modifiers.insert(.bold)
    }
    if let bright = background, bright >= 8 { background = bright - 8 }
  }
}

/// Gives each tone its pen, asking curses for pairs as they are first needed.
final class Palette {
  private let theme: Theme
  private let depth: ColourDepth
  private var pens: [Wanted: Curses.Pen] = [:]
  private var pairs: [Pair: Int] = [:]

  private struct Wanted: Hashable {
    var tone: Tone
    var selected: Bool
    var strong: Bool
  }

  private struct Pair: Hashable {
    var foreground: Int?
    var background: Int?
  }

  init(theme: Theme, depth: ColourDepth) {
    self.theme = theme
    self.depth = depth
  }

  /// The pair of cells that nothing is written to.
  var ground: Int { pen(.text, selected: false, strong: false).pair }

  func pen(_ tone: Tone, selected: Bool, strong: Bool) -> Curses.Pen {
    let wanted = Wanted(tone: tone, selected: selected, strong: strong)
    if let pen = pens[wanted] { return pen }
    let paint = Paint(tone, selected: selected, strong: strong, theme: theme, depth: depth)
    var pen = Curses.Pen(modifiers: paint.modifiers)
    if let pair = pair(paint.foreground, paint.background) {
      pen.pair = pair
      pen.ground = paint.background
    } else if selected {
      pen.modifiers.insert(.reverse)  // no room for its ground: it must still be seen
    }
    pens[wanted] = pen
    return pen
  }

  /// A pair of two colours; nil where the terminal has no more.
  private func pair(_ foreground: Int?, _ background: Int?) -> Int? {
    if foreground == nil, background == nil { return 0 }
    let colours = Pair(foreground: foreground, background: background)
    if let known = pairs[colours] { return known }
    let next = pairs.count + 1
    guard Curses.define(pair: next, foreground: foreground, background: background) else {
      return nil
    }
    pairs[colours] = next
    return next
  }
}
