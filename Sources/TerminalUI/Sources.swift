import Glibc

/// A signal that the loop acts on.
enum SignalName {
  case hangUp, terminate, stop, continued, resize

  init?(_ number: UInt8) {
    switch Int32(number) {
    case SIGHUP: self = .hangUp
    case SIGTERM, SIGINT: self = .terminate
    case SIGTSTP: self = .stop
    case SIGCONT: self = .continued
    case SIGWINCH: self = .resize
    default: return nil
    }
  }
}

/// The files that something can come from, and the wait for it.
struct Sources {
  /// What came; `nothing` where the time is up.
  struct Happened {
    var terminal = false
    var signals: [SignalName] = []
    var record = false
    var nothing: Bool { !terminal && signals.isEmpty && !record }
  }

  let terminal: Int32
  let signals: Int32
  /// Asked before each wait: a record may be opened while the screen is up.
  let record: () -> Int32?
  /// A file that has ended is not asked again, or `poll` would never sleep.
  private var ended: Int32?

  init(terminal: Int32, signals: Int32, record: @escaping () -> Int32?) {
    self.terminal = terminal
    self.signals = signals
    self.record = record
  }

  /// Sleeps until something comes or the time is up; nil: for ever.
  mutating func wait(milliseconds: Int?) -> Happened {
    let record = record().flatMap { $0 == ended || $0 < 0 ? nil : $0 }
    var files = [terminal, signals, record ?? -1].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let limit = milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1
    var happened = Happened()
    var count: Int32
    repeat {
      count = poll(&files, nfds_t(files.count), limit)
    } while count < 0 && errno == EINTR && !hasSignal()
    // A hang-up shows as POLLHUP: reading then says that the terminal is gone.
    happened.terminal = files[0].revents != 0
    happened.signals = readSignals()
    if files[2].revents != 0, let record {
      happened.record = true
      drain(record)
    }
    return happened
  }

  private func hasSignal() -> Bool {
    var file = pollfd(fd: signals, events: Int16(POLLIN), revents: 0)
    return poll(&file, 1, 0) > 0
  }

  /// Every signal since the last time, in order; of several resizes only the last counts.
  private func readSignals() -> [SignalName] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(signals, &bytes, bytes.count)
    guard count > 0 else { return [] }
    var names = bytes.prefix(count).compactMap(SignalName.init)
    if let last = names.lastIndex(of: .resize) {
      names.removeAll { $0 == .resize }
      names.insert(.resize, at: min(last, names.count))
    }
    return names
  }

  /// Throws away what came.
  private mutating func drain(_ file: Int32) {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(file, &bytes, bytes.count)
    if count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR) { ended = file }
  }
}
