#if DEBUG
import Glibc
public import ViewModels

/// A stage that shows a line and dies of its first key, so that tests can see what is left behind.
///
/// Only debug builds hold it; `mainstay _trap HOW` is its hidden command.
public final class Rehearsal: Stage {
  /// How to die.
  public enum Death: String, Sendable, CaseIterable {
    /// A Swift trap, as from an index out of range.
    case trap
    /// A call too deep for the stack.
    case overflow
    /// `abort()`.
    case abort
    /// Not answering any more, as in an endless loop.
    case hang
  }

  private let death: Death
  private let shown: String

  /// Makes a stage that shows a line until a key comes.
  public init(_ death: Death, showing shown: String) {
    self.death = death
    self.shown = shown
  }

  /// The line.
  public func frame(size: Size) -> Frame {
    let line = [Span(Columns.truncated(DisplayText(shown).line, to: size.columns))]
    return Frame(size: size, rows: [line])
  }

  /// Dies.
  public func press(_ key: Key) {
    switch death {
    case .trap: _ = [shown][shown.count + 1]
    case .overflow: _ = deeper(1)
    case .abort: Glibc.abort()
    case .hang: while true { pause() }
    }
  }

  /// Deeper than any stack; the end is there only because the compiler asks for one.
  private func deeper(_ depth: Int) -> Int { depth == .max ? 0 : depth + deeper(depth + 1) % 7 }

  /// Never.
  public func millisecondsToNextTick() -> Int? { nil }
  /// Nothing.
  public func tick() {}
  /// Nothing.
  public func recordMayHaveChanged() {}
  /// Nothing to seal.
  public func interrupted(_ reason: Interruption) {}
  /// Never by itself.
  public var ending: Ending? { nil }
}
#endif
