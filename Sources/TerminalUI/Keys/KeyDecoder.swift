import ViewModels

/// Turns the bytes a terminal sends into keys.
///
/// It decodes UTF-8 itself: after one bad byte curses swallows the keys that follow. Sequences that mean
/// nothing here (answers to queries, mouse reports, focus) are swallowed whole as one
/// ``Key/unknown``, because their letters would otherwise be commands.
///
///     ground ──ESC──> escape ──[──> control sequence ──final──> key
///       │               ├────O──> single shift ──────────────> key
///       │               ├────]──> string ──BEL, ESC \────────> unknown
///       └─lead byte──> inside a character        ESC [200~ ──> paste ──ESC [201~──> key
nonisolated struct KeyDecoder {
  /// Longest paste that is passed on, in bytes; what comes after it up to its end is left out.
  static let mostPaste = 1 << 20
  /// Longest sequence that is looked at; a longer one is still swallowed to its end.
  static let mostSequence = 256

  enum State: Equatable {
    case ground
    case escape
    case sequence
    case singleShift
    /// OSC, DCS and their like: text for terminals, up to BEL or ESC \.
    case string(introducer: UInt8)
    case paste
    /// The three bytes after `ESC [ M`: an old mouse report.
    case oldMouse(left: Int)
  }

  private(set) var state = State.ground
  private var sequence: [UInt8] = []
  private var pasted: [UInt8] = []
  private var utf8 = UTF8Decoder()
  private var altPending = false
  private var keys: [Key] = []
  private let named: NamedKeys

  init(named: NamedKeys = NamedKeys(terminal: [:])) { self.named = named }

  /// How long the rest of what has begun may take, in milliseconds; nil: nothing has begun.
  ///
  /// A lone ESC is the Escape key after 25 ms. Inside a sequence the wait is longer: the rest of an
  /// arrow key that a slow line delays must not arrive as loose letters.
  var patience: Int? {
    switch state {
    case .ground: utf8.isInside || altPending ? 25 : nil
    case .escape, .singleShift: 25
    case .sequence: sequence.isEmpty ? 25 : 500
    case .string: sequence.isEmpty ? 25 : 1000
    case .paste, .oldMouse: 1000
    }
  }

  /// Takes bytes as they came; answers the keys they complete.
  mutating func feed(_ bytes: some Sequence<UInt8>) -> [Key] {
    for byte in bytes { take(byte) }
    return takeKeys()
  }

  /// Nothing more came in time: ends what has begun.
  mutating func runOut() -> [Key] {
    switch state {
    case .ground: characters(utf8.finish())
    case .escape: emit(.escape)
    case .singleShift: emit(.alt("O"))
    case .sequence: emit(sequence.isEmpty ? .alt("[") : .unknown)
    case .string(let introducer):
      emit(sequence.isEmpty ? .alt(Character(Unicode.Scalar(introducer))) : .unknown)
    case .paste: endPaste()
    case .oldMouse: emit(.unknown)
    }
    altPending = false
    sequence = []
    state = .ground
    return takeKeys()
  }

  private mutating func takeKeys() -> [Key] {
    defer { keys = [] }
    return keys
  }

  private mutating func emit(_ key: Key) { keys.append(key) }

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .ground: ground(byte)
    case .escape: escape(byte)
    case .singleShift: singleShift(byte)
    case .sequence: inSequence(byte)
    case .string: inString(byte)
    case .paste: inPaste(byte)
    case .oldMouse(let left):
      state = left > 1 ? .oldMouse(left: left - 1) : .ground
      if left <= 1 { emit(.unknown) }
    }
  }

  // MARK: - Characters

  private mutating func ground(_ byte: UInt8) {
    guard byte < 0x80, !utf8.isInside else {
      let (scalars, again) = utf8.take(byte)
      characters(scalars)
      if again { ground(byte) }
      return
    }
    if byte == 0x1B { state = .escape } else { key(byte) }
  }

  private mutating func characters(_ scalars: [Unicode.Scalar]) {
    for scalar in scalars {
      if scalar.properties.generalCategory == .control {
        emit(.unknown)
      } else {
        emit(altPending ? .alt(Character(scalar)) : .character(Character(scalar)))
      }
      altPending = false
    }
  }

  /// One byte below 0x80 that is a key of its own.
  private mutating func key(_ byte: UInt8) {
    switch byte {
    case 0x0D, 0x0A: emit(.enter)
    case 0x09: emit(.tab)
    case 0x7F, 0x08: emit(.backspace)
    case 0x01...0x1A: emit(.control(Character(Unicode.Scalar(byte + 0x60))))
    case 0x20...0x7E: emit(.character(Character(Unicode.Scalar(byte))))
    default: emit(.unknown)
    }
  }

  // MARK: - Sequences

  private mutating func escape(_ byte: UInt8) {
    sequence = []
    state = .ground
    switch byte {
    case UInt8(ascii: "["): state = .sequence
    case UInt8(ascii: "O"): state = .singleShift
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"),
      UInt8(ascii: "X"):
      state = .string(introducer: byte)
    case 0x1B:  // the first was the Escape key
      emit(.escape)
      state = .escape
    case 0x20...0x7F: emit(.alt(Character(Unicode.Scalar(byte))))
    case 0x80...0xFF:
      altPending = true
      ground(byte)
    default:  // Escape, and directly after it a control key
      emit(.escape)
      key(byte)
    }
  }

  private mutating func singleShift(_ byte: UInt8) {
    guard byte >= 0x20, byte < 0x7F else {
      emit(.alt("O"))
      state = .ground
      take(byte)
      return
    }
    // Some terminals put modifiers between: ESC O 5 A.
    if byte < 0x40 {
      sequence.append(byte)
      if sequence.count > 8 { finishSequence(.unknown) }
      return
    }
    finishSequence(named.key(singleShift: byte, parameters: sequence))
  }

  private mutating func inSequence(_ byte: UInt8) {
    switch byte {
    case 0x1B:  // cut off by the next one
      finishSequence(.unknown)
      state = .escape
    case UInt8(ascii: "["):  // the Linux console's F1 to F5: ESC [ [ A
      if sequence.isEmpty { sequence.append(byte) } else { finishSequence(.unknown) }
    case 0x40...0x7E: endSequence(byte)
    case 0x20...0x3F:
      if sequence.count < Self.mostSequence { sequence.append(byte) }
    default:  // a control or a byte above ASCII does not belong here: it stands for itself
      finishSequence(.unknown)
      take(byte)
    }
  }

  private mutating func endSequence(_ final: UInt8) {
    if final == UInt8(ascii: "M"), sequence.isEmpty {
      state = .oldMouse(left: 3)
    } else if final == UInt8(ascii: "~"), sequence == Array("200".utf8) {
      sequence = []
      pasted = []
      state = .paste
    } else {
      finishSequence(named.key(sequence: sequence, final: final))
    }
  }

  private mutating func finishSequence(_ key: Key) {
    emit(key)
    sequence = []
    state = .ground
  }

  private mutating func inString(_ byte: UInt8) {
    if byte == 0x07 || (byte == UInt8(ascii: "\\") && sequence.last == 0x1B) {
      finishSequence(.unknown)
    } else if sequence.last == 0x1B {
      // Not an end: the string was cut off, and this belongs to the next sequence.
      finishSequence(.unknown)
      state = .escape
      take(byte)
    } else if sequence.count < Self.mostSequence {
      sequence.append(byte)
    } else {
      sequence[sequence.count - 1] = byte  // too long: only its end still matters
    }
  }

  // MARK: - Paste

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  private mutating func inPaste(_ byte: UInt8) {
    pasted.append(byte)
    guard byte == UInt8(ascii: "~"), pasted.suffix(6).elementsEqual(Self.pasteEnd) else {
      // Past the limit only as much is kept as shows where the end is.
      if pasted.count > Self.mostPaste + 6 { pasted.remove(at: Self.mostPaste) }
      return
    }
    pasted.removeLast(6)
    endPaste()
    state = .ground
  }

  private mutating func endPaste() {
    emit(.paste(String(decoding: pasted.prefix(Self.mostPaste), as: UTF8.self)))
    pasted = []
  }
}
