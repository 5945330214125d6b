internal import Casework
internal import Foundation
internal import GRDB

/// The record's entries in memory, for reading and searching; rebuilt from the log at each opening.
final class RecordIndex {
  private let queue: DatabaseQueue
  private let decoder = JSONDecoder()
  /// Entries of the children that were read last, decoded.
  private var recent: [ChildID: [RecordedEntry]] = [:]
  private(set) var count = 0
  /// Words of the first so many entries can be searched.
  private var wordsUpTo = 0

  /// An empty index.
  ///
  /// - Throws: Whatever SQLite says; memory is all it needs.
  init() throws {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      // Before anything else: SQLite writes what it sorts to files in clear otherwise, also for a
      // database in memory.
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
      try db.execute(sql: "PRAGMA journal_mode = OFF")
    }
    queue = try DatabaseQueue(configuration: configuration)
    try queue.write { db in
      try db.execute(
        sql: """
          CREATE TABLE entry (
            n INTEGER PRIMARY KEY, seq INTEGER NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL,
            child TEXT, occurred INTEGER NOT NULL, occurredOffset INTEGER NOT NULL,
            recorded INTEGER NOT NULL, recordedOffset INTEGER NOT NULL, author TEXT NOT NULL,
            party TEXT, restricted INTEGER NOT NULL, gone INTEGER NOT NULL DEFAULT 0,
            body TEXT NOT NULL
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
    try queue.read { db in try Int.fetchOne(db, sql: "PRAGMA temp_store") }
  }

  /// Adds entries in the order of the log; their words wait for the first search.
  func add(_ entries: [DecodedEntry]) throws {
    try queue.write { db in
      let row = try db.makeStatement(
        sql: """
          INSERT INTO entry (
            n, seq, id, type, child, occurred, occurredOffset, recorded, recordedOffset, author,
            party, restricted, body
          ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """
      )
      for entry in entries {
        let written = entry.written
        let stamp = written.stamp
        count += 1
        try row.execute(arguments: [
          count, Int64(written.seq), stamp.id.rawValue, written.type, stamp.child?.rawValue,
          stamp.occurredAt.milliseconds, stamp.occurredAt.offsetMinutes,
          stamp.recordedAt.milliseconds, stamp.recordedAt.offsetMinutes, stamp.by, stamp.group,
          written.isRestricted, written.body,
        ])
        if let child = stamp.child, recent[child] != nil, let recorded = entry.recorded {
          recent[child]?.append(recorded)
        }
      }
    }
  }

  /// Puts the words of what was added since the last search into the word index.
  private func indexWords() throws {
    guard wordsUpTo < count else { return }
    let from = wordsUpTo
    try queue.write { db in
      let rows = try Row.fetchAll(
        db,
        sql: "SELECT n, type, body FROM entry WHERE n > ? ORDER BY n",
        arguments: [from]
      ).map { (n: $0["n"] as Int, type: $0["type"] as String, body: $0["body"] as String) }
      let folded = rows.parallel { rows in
        let decoder = JSONDecoder()
        return rows.map { row in
          let body = WrittenEntry.decoded(type: row.type, body: row.body, decoder)
          return (n: row.n, words: Fold.fold(body.searchText))
        }
      }
      let text = try db.makeStatement(sql: "INSERT INTO words (rowid, folded) VALUES (?, ?)")
      for entry in folded where !entry.words.isEmpty {
        try text.execute(arguments: [entry.n, entry.words])
      }
    }
    wordsUpTo = count
  }

  /// Takes a removed entry out of the search, or brings one back whose removal was itself removed.
  func hide(_ id: EntryID) throws {
    try queue.write { db in
      let body = try String.fetchOne(
        db,
        sql: "SELECT body FROM entry WHERE id = ? AND type = ?",
        arguments: [id.rawValue, Removed.type]
      )
      let undone = try body.map { try decoder.decode(Removed.self, from: Data($0.utf8)).of }
      try db.execute(
        sql: "UPDATE entry SET gone = ? WHERE id = ?",
        arguments: [undone == nil, (undone ?? id).rawValue]
      )
    }
  }

  /// True when an entry of that identity was kept.
  func holds(_ id: EntryID) throws -> Bool {
    try queue.read { db in
      try Bool.fetchOne(
        db,
        sql: "SELECT EXISTS (SELECT 1 FROM entry WHERE id = ?)",
        arguments: [id.rawValue]
      ) ?? false
    }
  }

  /// One child's entries, or all, in the order of the log.
  func entries(of child: ChildID?) throws -> [RecordedEntry] {
    if let child, let known = recent[child] { return known }
    let columns = "SELECT \(Self.columns) FROM entry"
    let found = try queue.read { db in
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

  /// Entries whose words match, newest first.
  func search(_ query: SearchQuery) throws -> SearchResult {
    guard let match = SearchWords.match(query.text) else {
      return SearchResult(hits: [], count: 0, restrictedCount: 0)
    }
    try indexWords()
    let child = query.child?.rawValue
    return try queue.read { db in
      let found = """
        FROM words JOIN entry ON entry.n = words.rowid
        WHERE words MATCH :match AND gone = 0 AND (:child IS NULL OR child = :child)
        """
      let arguments: StatementArguments = ["match": match, "child": child]
      func count(restricted: Int) throws -> Int {
        try Int.fetchOne(
          db,
          sql: "SELECT COUNT(*) \(found) AND restricted = \(restricted)",
          arguments: arguments
        ) ?? 0
      }
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT \(Self.columns) \(found) AND restricted = 0
          ORDER BY occurred DESC, n DESC LIMIT \(max(0, query.limit))
          """,
        arguments: arguments
      )
      return SearchResult(
        hits: rows.map { written($0).recorded(decoder) },
        count: try count(restricted: 0),
        restrictedCount: try count(restricted: 1)
      )
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

/// Turns what is typed into the search field into words that must all match.
enum SearchWords {
  /// Each term once, and no more than so many: a pasted page would keep the index busy for minutes.
  private static let mostTerms = 64
  /// The most words of one phrase.
  private static let mostWords = 64

  /// An FTS5 expression; nil when there is no word to look for.
  static func match(_ text: String) -> String? {
    var terms: [String] = []
    var isPhrase = false
    for piece in text.split(omittingEmptySubsequences: false, whereSeparator: isQuote) {
      if isPhrase {
        add(String(piece), prefix: false, to: &terms)
      } else {
        for word in piece.split(whereSeparator: \.isWhitespace) where terms.count < mostTerms {
          add(String(word), prefix: word.hasSuffix("*"), to: &terms)
        }
      }
      isPhrase.toggle()
    }
    return terms.isEmpty ? nil : terms.joined(separator: " AND ")
  }

  private static func isQuote(_ character: Character) -> Bool {
    character == "\"" || character == "“" || character == "”"
  }

  private static func add(_ text: String, prefix: Bool, to terms: inout [String]) {
    let words = Fold.words(text).prefix(mostWords)
    guard !words.isEmpty, terms.count < mostTerms else { return }
    // Folded words hold no quote, so a string of FTS5 can hold them as they are.
    let term = "\"" + words.joined(separator: " ") + "\"" + (prefix ? " *" : "")
    if !terms.contains(term) { terms.append(term) }
  }
}
