internal import Casework
internal import Foundation
internal import GRDB

/// The record's entries in memory, for reading and searching; rebuilt from the log at each opening.
final class RecordIndex {
  /// Asked by `inDatabase` alone: `read` forbids writing for as long as it takes, and each change of
  /// that makes SQLite prepare every kept statement again.
  private let queue: DatabaseQueue
  private let decoder = JSONDecoder()
  /// Entries of the children that were read last, decoded.
  private var recent: [ChildID: [RecordedEntry]] = [:]
  /// How many there are.
  private(set) var count = 0
  /// What was added and is not in the table yet: nobody who just kept a note waits for SQLite.
  private var waiting: [WrittenEntry] = []
  /// Hashes of all identities: one that is not among them is new, and the table knows the others.
  private var identities: Set<Int> = []
  /// What the filters ask of the first so many entries; their words are in the word index.
  private var book = SearchBook()

  /// An empty index.
  ///
  /// - Throws: Whatever SQLite says; memory is all it needs.
  init() throws {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      // Before anything else: SQLite writes what it sorts to files in clear otherwise, also for a
      // database in memory.
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
      // Not off: what goes wrong half-way must leave entries and words as they were.
      try db.execute(sql: "PRAGMA journal_mode = MEMORY")
    }
    queue = try DatabaseQueue(configuration: configuration)
    try queue.write { db in
      try db.execute(
        sql: """
          CREATE TABLE entry (
            n INTEGER PRIMARY KEY, seq INTEGER NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL,
            child TEXT, occurred INTEGER NOT NULL, occurredOffset INTEGER NOT NULL,
            recorded INTEGER NOT NULL, recordedOffset INTEGER NOT NULL, author TEXT NOT NULL,
            party TEXT, restricted INTEGER NOT NULL, body TEXT NOT NULL
          );
          CREATE INDEX entry_child ON entry (child, n);
          CREATE INDEX entry_id ON entry (id);
          CREATE VIRTUAL TABLE words USING fts5(folded, tokenize = "ascii tokenchars '_'");
          """
      )
    }
  }

  /// How SQLite keeps what it sorts; 2 is memory.
  func temporaryStore() throws -> Int? {
    try queue.inDatabase { db in try Int.fetchOne(db, sql: "PRAGMA temp_store") }
  }

  /// Adds entries in the order of the log; their words wait for the first search.
  func add(_ entries: [DecodedEntry]) throws {
    if entries.count > 20 {
      try settle()
      try insert(entries.lazy.map(\.written))
    } else {
      waiting += entries.map(\.written)
    }
    // Only what is in the table or waits for it counts.
    count += entries.count
    for entry in entries { identities.insert(entry.written.stamp.id.hashValue) }
    for entry in entries {
      if let child = entry.written.stamp.child, recent[child] != nil, let recorded = entry.recorded
      {
        recent[child]?.append(recorded)
      }
    }
  }

  /// Puts what was added into the table.
  ///
  /// - Throws: Whatever SQLite says; it is then as it was.
  func settle() throws {
    guard !waiting.isEmpty else { return }
    try insert(waiting)
    waiting = []
  }

  private func insert(_ entries: some Sequence<WrittenEntry>) throws {
    let known = count - waiting.count
    try queue.write { db in
      let row = try db.cachedStatement(
        sql: """
          INSERT INTO entry (
            n, seq, id, type, child, occurred, occurredOffset, recorded, recordedOffset, author,
            party, restricted, body
          ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """
      )
      for (offset, written) in entries.enumerated() {
        let stamp = written.stamp
        try row.execute(arguments: [
          known + offset + 1, Int64(written.seq), stamp.id.rawValue, written.type,
          stamp.child?.rawValue,
          stamp.occurredAt.milliseconds, stamp.occurredAt.offsetMinutes,
          stamp.recordedAt.milliseconds, stamp.recordedAt.offsetMinutes, stamp.by, stamp.group,
          written.isRestricted, written.body,
        ])
      }
    }
  }

  /// True when an entry of one of these identities was kept.
  func holds(anyOf ids: Set<EntryID>) throws -> Bool {
    let known = ids.filter { identities.contains($0.hashValue) }
    guard !known.isEmpty else { return false }
    try settle()
    return try queue.inDatabase { db in
      let one = try db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM entry WHERE id = ?)")
      return try known.contains { try Bool.fetchOne(one, arguments: [$0.rawValue]) ?? false }
    }
  }

  /// One child's entries, or all, in the order of the log.
  func entries(of child: ChildID?) throws -> [RecordedEntry] {
    if let child, let known = recent[child] { return known }
    try settle()
    let columns = "SELECT \(Self.columns) FROM entry"
    let found = try queue.inDatabase { db in
      if let child {
        return try Row.fetchAll(
          db,
          sql: columns + " WHERE child = ? ORDER BY n",
          arguments: [child.rawValue]
        ).map(written)
      }
      return try Row.fetchAll(db, sql: columns + " ORDER BY n").map(written)
    }
    let entries = found.map { $0.recorded(decoder) }
    if let child {
      if recent.count >= 64 { recent = [:] }
      recent[child] = entries
    }
    return entries
  }

  // MARK: - Searching

  /// Puts what was added since the last search into the word index and the book of facts.
  ///
  /// - Parameter most: At most so many entries; nil for all.
  /// - Returns: True while there are more.
  /// - Throws: Whatever SQLite says; both are then as they were.
  @discardableResult
  func catchUp(most: Int? = nil) throws -> Bool {
    let known = book.count
    guard known < count else { return false }
    try settle()
    // What goes wrong half-way leaves both as they were.
    book = try queue.write { db in
      var book = book
      let rows = try Row.fetchAll(
        db,
        sql: "SELECT \(Self.columns) FROM entry WHERE n > ? ORDER BY n LIMIT ?",
        arguments: [known, most ?? count]
      ).map(written)
      let read = rows.parallel { rows in
        let decoder = JSONDecoder()
        return rows.map { row in
          let entry = row.recorded(decoder)
          return (
            facts: SearchFacts(entry, isRestricted: row.isRestricted),
            words: Fold.fold(entry.body.searchText)
          )
        }
      }
      let text = try db.makeStatement(sql: "INSERT INTO words (rowid, folded) VALUES (?, ?)")
      let place = try db.makeStatement(
        sql: "SELECT n - 1 FROM entry WHERE id = ? ORDER BY n LIMIT 1"
      )
      for (offset, entry) in read.enumerated() {
        if !entry.words.isEmpty { try text.execute(arguments: [known + offset + 1, entry.words]) }
        try book.add(entry.facts) { try Int.fetchOne(place, arguments: [$0.rawValue]) }
      }
      return book
    }
    return book.count > known && book.count < count
  }

  /// Entries that hold every word and every filter, newest first.
  func search(_ query: SearchQuery, zone: Zone) throws -> SearchResult {
    guard !query.filter.isEmpty else { return .nothing }
    try catchUp()
    return try queue.inDatabase { db in
      let places = try SearchWords.match(query.filter.terms).map { match in
        try Int.fetchAll(
          db,
          sql: "SELECT rowid - 1 FROM words WHERE words MATCH ?",
          arguments: [match]
        )
      }
      let answer = book.answer(query, among: places, zone: zone)
      var result = SearchResult(
        hits: [],
        count: answer.shown.count,
        restrictedCount: answer.restricted.count
      )
      if query.identities {
        result.identities = try identities(answer.shown, db)
        result.restrictedIdentities = try identities(answer.restricted, db)
        return result
      }
      let row = try db.makeStatement(sql: "SELECT \(Self.columns) FROM entry WHERE n = ?")
      for place in answer.shown.prefix(max(0, query.limit)) {
        guard let found = try Row.fetchOne(row, arguments: [place + 1]) else { continue }
        let entry = written(found).recorded(decoder)
        result.hits.append(SearchResult.Hit(entry: entry, at: book.happened(place)))
      }
      return result
    }
  }

  private func identities(_ places: [Int], _ db: Database) throws -> Set<EntryID> {
    let row = try db.makeStatement(sql: "SELECT id FROM entry WHERE n = ?")
    return try places.reduce(into: []) { found, place in
      if let id = try String.fetchOne(row, arguments: [place + 1]) {
        found.insert(EntryID(rawValue: id))
      }
    }
  }

  private static let columns = """
    seq, id, type, child, occurred, occurredOffset, recorded, recordedOffset, author, party,
    restricted, body
    """

  private func written(_ row: Row) -> WrittenEntry {
    let child: String? = row["child"]
    let seq: Int64 = row["seq"]
    return WrittenEntry(
      stamp: Stamp(
        id: EntryID(rawValue: row["id"]),
        child: child.map { ChildID(rawValue: $0) },
        occurredAt: Moment(milliseconds: row["occurred"], offsetMinutes: row["occurredOffset"]),
        recordedAt: Moment(milliseconds: row["recorded"], offsetMinutes: row["recordedOffset"]),
        by: row["author"],
        group: row["party"]
      ),
      type: row["type"],
      line: "",
      body: row["body"],
      seq: UInt64(seq),
      isRestricted: row["restricted"]
    )
  }
}

/// Turns the words of a search into an expression of the word index; all must match.
enum SearchWords {
  /// An FTS5 expression; nil when there is no word to look for.
  static func match(_ terms: [SearchTerm]) -> String? {
    guard !terms.isEmpty else { return nil }
    // Folded words hold no quotation mark, so a string of FTS5 can hold them as they are.
    return terms.map { "\"" + $0.words.joined(separator: " ") + "\"" + ($0.isPrefix ? " *" : "") }
      .joined(separator: " AND ")
  }
}
