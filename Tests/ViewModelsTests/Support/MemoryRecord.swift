import Casework
import TestSupport

/// A record in memory: keeps acts as the real one does, and can be told to fail.
final class MemoryRecord: RecordWriter {
  let zone = Zone.london
  var readOnly: String?
  var advice: String?
  var notices: [String] = []
  /// The next act is refused with these words.
  var failure: String?
  private(set) var acts = 0
  private var refs: [(id: ChildID, ref: String)] = []
  private(set) var all: [RecordedEntry] = []
  private var files: [ChildID: CaseFile] = [:]
  private var identities = 0
  private let clock: () -> Moment

  struct Failed: Error, CustomStringConvertible {
    var description: String
  }

  init(_ stories: [TestSupport.Story], clock: @escaping () -> Moment) {
    self.clock = clock
    for story in stories {
      refs.append((story.child, story.ref))
      all += story.entries
    }
    for index in all.indices { all[index].seq = UInt64(index + 1) }
  }

  func caseload() -> [CaseFile] { refs.compactMap { caseFile($0.id) } }

  func caseFile(_ child: ChildID) -> CaseFile? {
    guard let ref = refs.first(where: { $0.id == child })?.ref else { return nil }
    if let file = files[child] { return file }
    let file = CaseFile.folded(id: child, ref: ref, entries: all)
    files[child] = file
    return file
  }

  func child(ref: String) -> ChildID? {
    refs.first { $0.ref.lowercased() == ref.lowercased() }?.id
  }

  func entries(of child: ChildID?) -> [RecordedEntry] {
    guard let child else { return all }
    return all.filter { $0.stamp.child == child }
  }

  func search(_ query: SearchQuery) -> SearchResult {
    guard !query.filter.isEmpty else { return .nothing }
    let words = query.filter.terms
    let places = all.indices.filter { place in
      let have = Fold.words(all[place].body.searchText)
      return words.allSatisfy { $0.stands(in: have) }
    }
    let book = SearchBook(all)
    let answer = book.answer(query, among: places, zone: zone)
    var result = SearchResult(
      hits: [],
      count: answer.shown.count,
      restrictedCount: answer.restricted.count
    )
    if query.identities {
      result.identities = Set(answer.shown.map { all[$0].stamp.id })
      result.restrictedIdentities = Set(answer.restricted.map { all[$0].stamp.id })
    } else {
      result.hits = answer.shown.prefix(query.limit).map {
        SearchResult.Hit(entry: all[$0], at: book.happened($0))
      }
    }
    return result
  }

  var state: RecordState {
    RecordState(
      entries: all.count,
      seq: UInt64(acts),
      head: "",
      readOnly: readOnly,
      advice: advice,
      notices: notices
    )
  }

  func keep(_ act: Act) throws -> Kept {
    if let failure {
      self.failure = nil
      throw Failed(description: failure)
    }
    acts += 1
    var kept: [RecordedEntry] = []
    for part in act.parts {
      if let ref = part.openingRef, let child = part.child { refs.append((child, ref)) }
      for entry in part.entries {
        let stamp = Stamp(
          id: entry.id ?? EntryID(rawValue: newID()),
          child: part.child,
          occurredAt: entry.occurredAt,
          recordedAt: clock(),
          by: part.by
        )
        kept.append(
          RecordedEntry(stamp: stamp, body: entry.body, seq: UInt64(all.count + kept.count + 1))
        )
      }
      if let child = part.child { files[child] = nil }
    }
    all += kept
    return Kept(entries: kept)
  }

  func nextRef() -> String { "K\(refs.count + 1)" }

  func newID() -> String {
    identities += 1
    let tail = String(identities)
    return "019b0000-0000-7000-8000-" + String(repeating: "0", count: 12 - tail.count) + tail
  }
}

/// Drafts in memory.
final class MemoryDrafts: DraftStore {
  private(set) var kept: [Draft] = []
  private(set) var saves = 0
  /// No draft is taken while this is set.
  var failure: String?

  func save(_ draft: Draft) throws {
    if let failure { throw MemoryRecord.Failed(description: failure) }
    saves += 1
    kept.removeAll { $0.id == draft.id }
    kept.append(draft)
  }

  func drafts() -> [Draft] { kept }

  /// What the record says of a discarded draft.
  var discarded: (Draft) -> Void = { _ in }

  func discard(_ id: EntryID) {
    let draft = kept.first { $0.id == id }
    kept.removeAll { $0.id == id }
    if let draft { discarded(draft) }
  }
}
