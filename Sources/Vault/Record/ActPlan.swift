internal import Casework
internal import Crypto
internal import Foundation

/// Acts made ready to be sealed: which frames they need, and what the keyring must become first.
struct ActPlan {
  /// One act's frames and what they will be in the index.
  struct Planned {
    var texts: [FrameCodec.Text]
    /// Their seq is set once they are written; `frame` is the one they lie in.
    var entries: [(written: WrittenEntry, body: any Entry, frame: Int)]
  }

  private(set) var acts: [Planned] = []
  private(set) var keyring: Keyring
  private(set) var changesKeys = false

  private let surroundings: Surroundings
  private let zone: Zone
  private let now: Moment
  private var random: Entropy

  init(keyring: Keyring, surroundings: Surroundings, zone: Zone) {
    self.keyring = keyring
    self.surroundings = surroundings
    self.zone = zone
    now = zone.local(surroundings.clock())
    random = surroundings.entropy
  }

  private mutating func newID() -> String { UUIDv7.make(at: now, random: &random) }

  // MARK: Children

  /// Gives the children that acts open keys of their own, and known children their new names.
  ///
  /// - Parameters:
  ///   - acts: All that is to be kept.
  ///   - hasEntries: Whether a child has entries; a row without any is left of an act that never
  ///     came to be, and gives its ref back.
  /// - Throws: ``VaultError/unacceptable(reason:)``.
  mutating func prepareChildren(
    _ acts: [Act],
    hasEntries: (ChildID) -> Bool
  ) throws(VaultError) {
    for part in acts.flatMap(\.parts) {
      if let zone = part.entries.lazy.compactMap({ ($0.body as? SettingsChanged)?.zone }).last,
        zone != keyring.zone
      {
        keyring.zone = zone
        changesKeys = true
      }
      guard let child = part.child else {
        guard part.openingRef == nil else { throw .unacceptable(reason: "ref without a child") }
        continue
      }
      let names = part.entries.filter { $0.body.restriction == nil }
        .flatMap(\.body.namesForMatching)
      if let ref = part.openingRef {
        guard ActPlan.isRef(ref) else { throw .unacceptable(reason: "ref") }
        if let row = keyring.child(ref: ref) {
          guard row.id != child, row.state == .live, !hasEntries(row.id),
            !acts.contains(where: { $0.parts.contains { $0.child == row.id } })
          else { throw .unacceptable(reason: "ref in use") }
          keyring.forget(row.id)
        }
        guard keyring.child(child) == nil else { throw .unacceptable(reason: "child known") }
        keyring.open(child, ref: ref, names: names.unique, entropy: surroundings.entropy)
        changesKeys = true
      } else {
        guard let row = keyring.child(child), row.state != .erased else {
          throw .unacceptable(reason: "child unknown")
        }
        if keyring.add(names: names.unique, to: child) { changesKeys = true }
      }
    }
  }

  /// `[A-Z]{1,4}-?[0-9]{2,6}`, any case.
  static func isRef(_ ref: String) -> Bool {
    ref.wholeMatch(of: /[A-Za-z]{1,4}-?[0-9]{2,6}/) != nil
  }

  // MARK: Frames

  /// The act that names a file's new generation.
  mutating func addStoreChange(file: String, generation: UInt64, bytes: [UInt8]) throws(VaultError)
  {
    let body = StoreChanged(
      file: file,
      generation: generation,
      sha256: Sealing.sha256(bytes).hex
    )
    try add(Act(child: nil, entries: [NewEntry(occurredAt: now, body: body)]))
  }

  /// Adds one act.
  mutating func add(_ act: Act) throws(VaultError) {
    guard !act.parts.isEmpty else { throw .unacceptable(reason: "empty act") }
    let actID = newID()
    let group = act.parts.filter { $0.child != nil }.count > 1 ? newID() : nil
    var planned = Planned(texts: [], entries: [])
    for part in act.parts {
      guard !part.entries.isEmpty else { throw .unacceptable(reason: "empty act") }
      try add(part, actID: actID, group: group, to: &planned)
    }
    guard planned.texts.count <= FrameHead.mostFramesOfAct else {
      throw .unacceptable(reason: "frames")
    }
    acts.append(planned)
  }

  private mutating func add(
    _ part: ActPart,
    actID: String,
    group: String?,
    to planned: inout Planned
  ) throws(VaultError) {
    // One restricted entry hides its act: what was typed with it may repeat what it says. Only an
    // act that opens a child keeps the rest readable, or the child could not be seen at all.
    let isRestricted = part.entries.contains { $0.body.restriction != nil }
    var open: [(WrittenEntry, any Entry)] = []
    var hidden: [(WrittenEntry, any Entry)] = []
    let strictest = part.entries.compactMap(\.body.restriction).first
    for entry in part.entries {
      let id = entry.id ?? EntryID(rawValue: newID())
      let hides = entry.body.restriction != nil || (isRestricted && part.openingRef == nil)
      guard !hides || part.child != nil else { throw .unacceptable(reason: "restricted") }
      let stamp = Stamp(
        id: id,
        child: part.child,
        occurredAt: entry.occurredAt,
        recordedAt: now,
        by: part.by,
        group: group
      )
      let body = try ActText.body(entry.body)
      let type = ActText.type(entry.body)
      let written = WrittenEntry(
        stamp: stamp,
        type: type,
        line: ActText.line(stamp, type: type, body: body),
        body: body,
        seq: 0,
        isRestricted: hides
      )
      if hides { hidden.append((written, entry.body)) } else { open.append((written, entry.body)) }
    }
    let row = part.child.flatMap { keyring.child($0) }
    if !open.isEmpty {
      try append(open, actID, keyID: row?.keyID, to: &planned)
    }
    if !hidden.isEmpty, let row, let strictest {
      try append(hidden, actID, keyID: row.restrictedKeyID, to: &planned)
      let stubs = hidden.map { ($0.0, $0.1.restriction ?? strictest) }
      try append(text: ActText.stubs(stubs, act: actID), keyID: row.keyID, to: &planned)
    }
  }

  private func append(
    _ entries: [(WrittenEntry, any Entry)],
    _ actID: String,
    keyID: KeyID?,
    to planned: inout Planned
  ) throws(VaultError) {
    for (written, body) in entries {
      planned.entries.append((written, body, planned.texts.count))
    }
    let text = ActText.entries(entries.map(\.0.line), act: actID)
    // Nothing is written that no reader would accept: it would cost all that follows.
    let child = entries.first?.0.stamp.child
    let isRestricted = entries.first?.0.isRestricted ?? false
    guard ActText.read(text, seq: 0, child: child, isRestricted: isRestricted) != nil else {
      throw .unacceptable(reason: "text")
    }
    try append(text: text, keyID: keyID, to: &planned)
  }

  private func append(
    text: [UInt8],
    keyID: KeyID?,
    to planned: inout Planned
  ) throws(VaultError) {
    guard text.count + 4 <= FrameHead.mostText else { throw .unacceptable(reason: "length") }
    guard let keyID else {
      planned.texts.append(
        FrameCodec.Text(keyID: FrameCodec.noKeyID, key: nil, plain: text)
      )
      return
    }
    let id = keyID.bytes
    guard let key = keyring.use(of: id)?.key else {
      throw .unacceptable(reason: "child erased")
    }
    planned.texts.append(FrameCodec.Text(keyID: id, key: key, plain: text))
  }
}

extension Array where Element: Hashable {
  /// Each element once, in the order of its first.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
