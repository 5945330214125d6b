public import Casework
internal import Foundation

/// A record that is open: what the guardian's session reads, writes and drafts with.
///
/// Any thread may call it; calls take turns. Writing waits for the disk, reading does not wait for
/// another program.
public final class OpenRecord: RecordWriter, DraftStore, @unchecked Sendable {
  // Unchecked: everything that varies is read and written inside `turn` only.
  let turns = NSRecursiveLock()

  let places: Places
  let surroundings: Surroundings
  let options: OpenOptions

  /// The header that the log names, and what its slot gave; another program may replace it.
  var unlocked: Unlocked
  /// The secret of an opening, until it is done.
  var doors: Doors?

  var log: any LogFile
  var place: LogPlace
  /// What this computer has seen acknowledged; nil where it had never seen the record.
  var seen: HighWater?
  var named = NamedFiles()
  var keyring = Keyring() { didSet { loaded = nil } }
  var index: RecordIndex?
  var cases = FoldedCases()
  /// The caseload as it was asked for last; gone when the keys change.
  var loaded: [CaseFile]?
  var readOnly: ReadOnlyReason?
  var notices: [String] = []
  var draftFiles: [EntryID: String] = [:]
  var keptDrafts: [EntryID: Draft] = [:]
  var watchDescriptor: Int32 = -1
  var recordZone = Zone.london
  /// The space for one last note was given to one in this sitting.
  var isSpareUsed = false
  /// A thread of its own reads the words that a search will ask for.
  var isPreparingSearch = false
  /// Nothing is to be asked of it any more.
  var isClosed = false
  /// The last unlocked look at the log's end found what no program of ours writes.
  var isSuspect = false

  /// How long the passphrase's derivation took at opening: the price of a stolen laptop, which every
  /// figure of speed names apart.
  public internal(set) var derivation = Duration.zero

  var disk: any Disk { surroundings.disk }
  var header: Header { unlocked.header }
  var roots: Roots { unlocked.roots }
  var codec: FrameCodec { unlocked.codec }
  var surveyor: Surveyor { surveyor(unlocked) }

  func surveyor(_ unlocked: Unlocked) -> Surveyor {
    Surveyor(disk: disk, places: places, unlocked: unlocked)
  }

  init(
    places: Places,
    surroundings: Surroundings,
    options: OpenOptions,
    unlocked: Unlocked,
    doors: Doors?,
    log: any LogFile
  ) {
    self.places = places
    self.surroundings = surroundings
    self.options = options
    self.unlocked = unlocked
    self.doors = doors
    self.log = log
    place = LogPlace(seq: 0, head: unlocked.codec.genesis, size: 0, lastOffset: 0)
  }

  deinit { close() }

  /// Closes the files; nothing may be asked of it afterwards.
  public func close() {
    turn {
      isClosed = true
      log.close()
      if watchDescriptor >= 0 { disk.closeWatch(watchDescriptor) }
      watchDescriptor = -1
    }
  }

  func turn<Result, Failure>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    turns.lock()
    defer { turns.unlock() }
    return try body()
  }

  // MARK: Where it stands

  /// The zone of the record's days.
  public var zone: Zone { turn { recordZone } }

  /// How many entries and frames there are, and the hash of the last frame.
  public var state: RecordState {
    turn {
      RecordState(
        entries: index?.count ?? 0,
        seq: place.seq,
        head: place.head.hex,
        readOnly: readOnly.map(ReadOnlyWords.sentence),
        advice: readOnly.flatMap(ReadOnlyWords.advice),
        notices: notices
      )
    }
  }

  /// Why the record may only be read; nil when it may be written.
  public var readOnlyReason: ReadOnlyReason? { turn { readOnly } }

  /// Six words of the hash of the last frame, to compare over the telephone.
  public var headWords: [String] { turn { WordList.words(ofHash: place.head) } }

  /// Readable when another program has added to the record; -1 where the system cannot say.
  public var changeDescriptor: Int32 {
    turn {
      if watchDescriptor < 0 { watchDescriptor = disk.watch(places.log) }
      return watchDescriptor
    }
  }

  func poison() {
    readOnly = .poisoned
  }
}
