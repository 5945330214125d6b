import ViewModels

/// The program's story at the terminal: show what is, wait until something happens, say so to the stage.
///
///     keys, signals, record ──> Loop ──press, tick, interrupted──> Stage
///                                 <──────────frame(size)──────────
///
/// Nothing ticks: between events the process sleeps in `poll`, for as long as the stage allows.
final class Loop {
  private let stage: any Stage
  private let painter: Painter
  private var keys: KeyReader
  private var sources: Sources
  private let title: String?

  init(stage: any Stage, painter: Painter, keys: KeyReader, sources: Sources, title: String?) {
    self.stage = stage
    self.painter = painter
    self.keys = keys
    self.sources = sources
    self.title = title
  }

  func run() -> Ending {
    draw()
    Curses.announce(title: title)
    while stage.ending == nil {
      guard let end = step() else { continue }
      return end
    }
    return stage.ending ?? .quit
  }

  private func draw() {
    painter.paint(stage.frame(size: Size(columns: Curses.columns, rows: Curses.rows)))
  }

  /// Waits for one thing to happen and lets the stage know; an ending where there is no stage to ask any more.
  private func step() -> Ending? {
    let tick = stage.millisecondsToNextTick()
    let happened = sources.wait(milliseconds: Self.shorter(tick, keys.patience))

    for signal in happened.signals {
      if let end = take(signal) { return end }
      if stage.ending != nil { return nil }
    }
    if happened.terminal {
      switch keys.read() {
      case .keys(let keys): press(keys)
      case .hungUp: return interruptedForGood(.hungUp)
      }
    } else if happened.nothing {
      // The shorter of two waits is over: that of a half-come key, or the stage's.
      if let patience = keys.patience, patience <= tick ?? .max {
        press(keys.runOut())
      } else if tick != nil {
        stage.tick()
      }
    }
    if happened.record, stage.ending == nil { stage.recordMayHaveChanged() }
    if stage.ending == nil { draw() }
    return nil
  }

  /// All keys that came together, then one frame: nobody sees the frames between.
  private func press(_ keys: [Key]) {
    for key in keys where stage.ending == nil {
      if key == .control("l") { painter.forget() }
      stage.press(key)
    }
  }

  private func take(_ signal: SignalName) -> Ending? {
    switch signal {
    case .resize:
      if Curses.followSize() { painter.forget() }
    case .stop: suspend()
    case .continued:  // stopped without a word, so the shell has had the terminal
      Curses.takeOverAgain()
      comeBack()
    case .hangUp: return interruptedForGood(.hungUp)
    case .terminate: return interruptedForGood(.terminated)
    }
    return nil
  }

  private func interruptedForGood(_ reason: Interruption) -> Ending {
    stage.interrupted(reason)
    return .quit
  }

  /// Ctrl-Z: draft sealed and the screen erased first, then stopped; here again when continued.
  private func suspend() {
    stage.interrupted(.suspended)
    Curses.leaveScreen()
    Curses.terminalIsChanged(false)
    Curses.stop()
    if stage.ending == nil { comeBack() }
  }

  private func comeBack() {
    Curses.terminalIsChanged(true)
    _ = Curses.followSize()
    painter.forget()
    draw()
    Curses.announce(title: title)
  }

  private static func shorter(_ a: Int?, _ b: Int?) -> Int? {
    guard let a, let b else { return a ?? b }
    return min(a, b)
  }
}
