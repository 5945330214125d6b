internal import Casework
internal import Crypto
internal import Foundation

/// The files beside the log, as the log last named them.
struct NamedFiles: Equatable {
  struct Name: Equatable {
    var generation: UInt64
    /// SHA-256, hexadecimal.
    var hash: String
  }
  var header: Name?
  var keys: Name?
  var zone: String?
}

/// What reading a stretch of the log gives, before any of it is believed to be the present state.
struct Survey {
  var walk: LogWalk
  var named: NamedFiles
  var keyring: Keyring
  var entries: [DecodedEntry]
  /// The header that the log names, where it is not the one this was read with; nothing else of the
  /// survey counts then.
  var otherHeader: NamedFiles.Name?

  /// How much of the frames is read.
  enum Depth {
    /// Only what is of no child: the names of files, the zone.
    case ownEntries
    /// Every entry as it was written.
    case texts
    /// Every entry and what it says.
    case bodies
  }
}

/// Reads a stretch of the log with the keys of an opened header; touches nothing.
struct Surveyor {
  let disk: any Disk
  let places: Places
  let unlocked: Unlocked

  private var roots: Roots { unlocked.roots }
  private var codec: FrameCodec { unlocked.codec }

  /// Opens every frame of a walk.
  ///
  /// A frame that is signed and says nothing that can be understood is damage like any other: what
  /// comes before it stands.
  ///
  /// - Parameters:
  ///   - walk: Frames that hold.
  ///   - bytes: What was walked.
  ///   - named: The files as named before this stretch.
  ///   - known: The keyring that was loaded before this stretch, if any.
  ///   - depth: How much of the frames is read.
  ///   - isOlder: True for a copy that is older than what was seen: its keys may be newer.
  ///   - anyHeader: True where no file is the header that the log names, and that is explained.
  /// - Returns: The entries in order, the files as named at the end, and the walk, which ends
  ///   earlier where a text was refused.
  /// - Throws: ``VaultError/damaged(seq:reason:)`` or ``VaultError/tampered(what:)``.
  func survey(
    _ walk: LogWalk,
    _ bytes: [UInt8],
    named: NamedFiles,
    known: Keyring?,
    depth: Survey.Depth,
    isOlder: Bool = false,
    anyHeader: Bool = false
  ) throws(VaultError) -> Survey {
    var walk = walk
    var ofNoChild: [UInt64: [WrittenEntry]] = [:]
    for at in walk.frames.indices where codec.keyID(of: walk.frames[at].head) == FrameCodec.noKeyID
    {
      guard let entries = read(walk.frames[at], bytes, use: nil)?.entries else {
        walk.refuse(at, of: bytes, reason: "text")
        break
      }
      ofNoChild[walk.frames[at].head.seq] = entries
    }
    let before = named
    var (named, namedAt) = names(walk, ofNoChild, after: before)
    // Frames after the act that names the header are in the header's epoch: nothing is added under
    // a key that somebody was shut out from.
    if named.header?.hash == unlocked.hash,
      let at = walk.frames.firstIndex(where: {
        $0.head.seq > namedAt && $0.head.epoch != unlocked.header.epoch
      })
    {
      walk.refuse(at, of: bytes, reason: "epoch")
      named = names(walk, ofNoChild, after: before).named
    }
    guard let header = named.header else {
      if case .damaged(let seq, let reason) = walk.ending {
        throw .damaged(seq: seq, reason: reason)
      }
      throw .damaged(seq: 1, reason: "header not named")
    }
    if header.hash != unlocked.hash, !anyHeader {
      return Survey(walk: walk, named: named, keyring: Keyring(), entries: [], otherHeader: header)
    }
    let keyring: Keyring
    if let known, let name = named.keys, known.generation >= name.generation {
      keyring = known
    } else {
      keyring = try loadKeys(named, orNewer: isOlder || walk.ending.isDamage)
    }
    var entries: [DecodedEntry] = []
    if depth != .ownEntries {
      let texts = readAll(walk.frames, bytes, keyring, ofNoChild, decodes: depth == .bodies)
      entries = believed(texts, &walk, bytes)
    }
    return Survey(walk: walk, named: named, keyring: keyring, entries: entries)
  }

  /// What one frame gave.
  private enum FrameText {
    case entries([DecodedEntry])
    case restricted([DecodedEntry], child: ChildID)
    case stubs([String], child: ChildID)
    /// An erased child's frames stay in the chain and can never be read again.
    case erased
    case refused(reason: String)
  }

  /// Opens frames on all cores.
  private func readAll(
    _ frames: [LogWalk.Found],
    _ bytes: [UInt8],
    _ keyring: Keyring,
    _ ofNoChild: [UInt64: [WrittenEntry]],
    decodes: Bool
  ) -> [FrameText] {
    frames.parallel { frames in
      let decoder = JSONDecoder()
      func decoded(_ entries: [WrittenEntry]) -> [DecodedEntry] {
        entries.map { DecodedEntry(written: $0, body: decodes ? $0.decoded(decoder) : nil) }
      }
      return frames.map { frame in
        if let entries = ofNoChild[frame.head.seq] { return .entries(decoded(entries)) }
        guard let keyID = codec.keyID(of: frame.head), let use = keyring.use(of: keyID) else {
          return .refused(reason: "key")
        }
        if use.key == nil { return .erased }
        guard let text = read(frame, bytes, use: use) else { return .refused(reason: "text") }
        if let stubs = text.stubs { return .stubs(stubs, child: use.child) }
        let entries = decoded(text.entries)
        return use.isRestricted ? .restricted(entries, child: use.child) : .entries(entries)
      }
    }
  }

  /// The entries of all frames; what is restricted is believed once its stubs follow.
  private func believed(
    _ texts: [FrameText],
    _ walk: inout LogWalk,
    _ bytes: [UInt8]
  ) -> [DecodedEntry] {
    var out: [DecodedEntry] = []
    var hidden: (frame: Int, child: ChildID, identities: [String])?
    var refused: (frame: Int, reason: String)?
    reading: for (at, text) in texts.enumerated() {
      if hidden != nil, walk.frames[at].head.index == 0 { break }
      switch (text, hidden) {
      case (.refused(let reason), _):
        refused = (at, reason)
        break reading
      case (.entries(let entries), nil): out += entries
      case (.erased, nil): continue
      case (.restricted(let entries, let child), nil):
        hidden = (at, child, entries.map(\.written.stamp.id.rawValue))
        out += entries
      case (.stubs(let identities, let child), let waiting?)
      where child == waiting.child && identities == waiting.identities: hidden = nil
      case (.stubs, nil):
        refused = (at, "stubs")
        break reading
      default: break reading
      }
    }
    if refused == nil, let hidden { refused = (hidden.frame, "stubs") }
    if let refused {
      walk.refuse(refused.frame, of: bytes, reason: refused.reason)
      out.removeAll { $0.written.seq > walk.place.seq }
    }
    return out
  }

  /// What one frame says under the key of a child or, without one, under the record's own.
  private func read(
    _ frame: LogWalk.Found,
    _ bytes: [UInt8],
    use: Keyring.Use?
  ) -> (entries: [WrittenEntry], stubs: [String]?)? {
    guard let text = codec.open(bytes[frame.range], head: frame.head, key: use?.key),
      let entries = ActText.read(
        text,
        seq: frame.head.seq,
        child: use?.child,
        isRestricted: use?.isRestricted ?? false
      )
    else { return nil }
    if entries.isEmpty { return (entries, ActText.stubs(text)) }
    // Everything beside the log depends on these: one that cannot be understood is not passed over.
    let isSound = entries.allSatisfy {
      use != nil || $0.type != StoreChanged.type || ActText.storeChange($0) != nil
    }
    return isSound ? (entries, nil) : nil
  }

  /// The files as last named, and the frame that named the header; 0 for one before the walk.
  private func names(
    _ walk: LogWalk,
    _ ofNoChild: [UInt64: [WrittenEntry]],
    after before: NamedFiles
  ) -> (named: NamedFiles, headerAt: UInt64) {
    var named = before
    var headerAt: UInt64 = 0
    for frame in walk.frames {
      for entry in ofNoChild[frame.head.seq] ?? [] {
        if entry.type == StoreChanged.type, let changed = ActText.storeChange(entry) {
          let name = NamedFiles.Name(generation: changed.generation, hash: changed.sha256)
          if changed.file == "keys" { named.keys = name }
          if changed.file == "header" {
            named.header = name
            headerAt = frame.head.seq
          }
        }
        if entry.type == SettingsChanged.type,
          let settings = entry.decoded(JSONDecoder()) as? SettingsChanged, let zone = settings.zone
        {
          named.zone = zone
        }
      }
    }
    return (named, headerAt)
  }

  /// The keyring that the log names, from whichever file holds it.
  private func loadKeys(_ named: NamedFiles, orNewer: Bool) throws(VaultError) -> Keyring {
    guard let name = named.keys else { throw .damaged(seq: 1, reason: "keys not named") }
    var fallback: Keyring?
    for path in [places.keys, places.keys + ".new", places.keys + ".bak"] {
      guard let bytes = try? disk.read(path) else { continue }
      if Sealing.sha256(bytes).hex == name.hash {
        return try Keyring(bytes, roots: roots, verifier: codec.verifier, epochs: codec.epochs)
      }
      // Where the log breaks off, the file may be newer than the last name that can be read.
      if orNewer, fallback == nil,
        let ring = try? Keyring(
          bytes,
          roots: roots,
          verifier: codec.verifier,
          epochs: codec.epochs
        ), ring.generation >= name.generation
      {
        fallback = ring
      }
    }
    if let fallback { return fallback }
    throw .tampered(what: "keys")
  }
}
