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
  /// - Parameters:
  ///   - walk: Frames that hold.
  ///   - bytes: What was walked.
  ///   - named: The files as named before this stretch.
  ///   - known: The keyring that was loaded before this stretch, if any.
  ///   - depth: How much of the frames is read.
  ///   - isOlder: True for a copy that is older than what was seen: its keys may be newer.
  ///   - anyHeader: True where no file is the header that the log names, and that is explained.
  /// - Returns: The entries in order, and the files as named at the end.
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
    var named = named
    var namedAt: UInt64 = 0
    var vaultEntries: [UInt64: [WrittenEntry]] = [:]
    let decoder = JSONDecoder()
    for frame in walk.frames where codec.keyID(of: frame.head) == FrameCodec.noKeyID {
      let entries = try read(frame, bytes, child: nil, isRestricted: false, key: nil)
      vaultEntries[frame.head.seq] = entries
      for entry in entries where note(entry, in: &named, decoder) { namedAt = frame.head.seq }
    }
    guard let header = named.header else { throw .damaged(seq: 1, reason: "header not named") }
    if header.hash == unlocked.hash {
      try checkEpochs(walk, after: namedAt)
    } else if !anyHeader {
      return Survey(walk: walk, named: named, keyring: Keyring(), entries: [], otherHeader: header)
    }
    let keyring: Keyring
    if let known, let name = named.keys, known.generation >= name.generation {
      keyring = known
    } else {
      keyring = try loadKeys(named, orNewer: isOlder || walk.ending.isDamage)
    }
    var survey = Survey(walk: walk, named: named, keyring: keyring, entries: [])
    if depth != .ownEntries {
      let vaultEntries = vaultEntries
      survey.entries = try walk.frames.parallel { frames throws(VaultError) in
        try readAll(frames, bytes, keyring, vaultEntries, decodes: depth == .bodies)
      }
    }
    return survey
  }

  private func readAll(
    _ frames: ArraySlice<LogWalk.Found>,
    _ bytes: [UInt8],
    _ keyring: Keyring,
    _ vaultEntries: [UInt64: [WrittenEntry]],
    decodes: Bool
  ) throws(VaultError) -> [DecodedEntry] {
    let decoder = JSONDecoder()
    var out: [DecodedEntry] = []
    for frame in frames {
      let seq = frame.head.seq
      let entries: [WrittenEntry]
      if let known = vaultEntries[seq] {
        entries = known
      } else {
        guard let keyID = codec.keyID(of: frame.head), let use = keyring.use(of: keyID) else {
          throw .damaged(seq: seq, reason: "key")
        }
        // An erased child's frames stay in the chain and can never be read again.
        guard let key = use.key else { continue }
        entries = try read(
          frame,
          bytes,
          child: use.child,
          isRestricted: use.isRestricted,
          key: key
        )
      }
      out += entries.map { DecodedEntry(written: $0, body: decodes ? $0.decoded(decoder) : nil) }
    }
    return out
  }

  private func read(
    _ frame: LogWalk.Found,
    _ bytes: [UInt8],
    child: ChildID?,
    isRestricted: Bool,
    key: SymmetricKey?
  ) throws(VaultError) -> [WrittenEntry] {
    guard let text = codec.open(bytes[frame.range], head: frame.head, key: key),
      let entries = ActText.read(
        text,
        seq: frame.head.seq,
        child: child,
        isRestricted: isRestricted
      )
    else { throw .damaged(seq: frame.head.seq, reason: "text") }
    return entries
  }

  /// Frames after the act that names the header are in the header's epoch: nothing is added under a
  /// key that somebody was shut out from.
  private func checkEpochs(_ walk: LogWalk, after namedAt: UInt64) throws(VaultError) {
    for frame in walk.frames
    where frame.head.seq > namedAt && frame.head.epoch != unlocked.header.epoch {
      throw .damaged(seq: frame.head.seq, reason: "epoch")
    }
  }

  /// Takes down what an entry names; true when it names the header.
  private func note(
    _ entry: WrittenEntry,
    in named: inout NamedFiles,
    _ decoder: JSONDecoder
  ) -> Bool {
    switch entry.decoded(decoder) {
    case let changed as StoreChanged:
      let name = NamedFiles.Name(generation: changed.generation, hash: changed.sha256)
      if changed.file == "keys" { named.keys = name }
      if changed.file == "header" {
        named.header = name
        return true
      }
    case let settings as SettingsChanged:
      if let zone = settings.zone { named.zone = zone }
    default: break
    }
    return false
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
