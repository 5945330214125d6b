internal import Casework
internal import Foundation

/// One entry as it stands in a frame.
struct WrittenEntry {
  var stamp: Stamp
  var type: String
  /// The entry's JSON object, byte for byte: a line of the export.
  var line: String
  /// The body's JSON, byte for byte.
  var body: String
  var seq: UInt64
  var isRestricted: Bool

  /// The body by its type; ``UnknownEntry`` where this version has no such type or cannot read it.
  func decoded(_ decoder: JSONDecoder) -> any Entry {
    WrittenEntry.decoded(type: type, body: body, decoder)
  }

  static func decoded(type: String, body: String, _ decoder: JSONDecoder) -> any Entry {
    if let known = Entries.byType[type],
      let entry = try? decoder.decode(known, from: Data(body.utf8))
    {
      return entry
    }
    return UnknownEntry(writtenType: type, json: body)
  }

  func recorded(_ decoder: JSONDecoder) -> RecordedEntry {
    RecordedEntry(stamp: stamp, body: decoded(decoder), seq: seq)
  }
}

/// An entry as it stands in a frame, and what it says.
struct DecodedEntry {
  var written: WrittenEntry
  /// Nil where only the text was asked for.
  var body: (any Entry)?

  /// As the reader sees it; nil where only the text was asked for.
  var recorded: RecordedEntry? {
    body.map { RecordedEntry(stamp: written.stamp, body: $0, seq: written.seq) }
  }
}

/// The JSON of one frame: the entries, or the stubs, of one child in one act.
enum ActText {
  // MARK: Writing

  /// The JSON of an entry's body.
  ///
  /// - Throws: ``VaultError/unacceptable(reason:)`` when it cannot be written.
  static func body(_ entry: any Entry) throws(VaultError) -> String {
    if let unknown = entry as? UnknownEntry {
      guard JSONForm.isSound(Array(unknown.json.utf8)) else { throw .unacceptable(reason: "body") }
      return unknown.json
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(entry), let text = String(data: data, encoding: .utf8),
      text.hasPrefix("{")
    else { throw .unacceptable(reason: "body") }
    return text
  }

  /// The stored type of a body.
  static func type(_ entry: any Entry) -> String {
    (entry as? UnknownEntry)?.writtenType ?? Swift.type(of: entry).type
  }

  /// The JSON object of an entry, its members sorted.
  static func line(_ stamp: Stamp, type: String, body: String) -> String {
    var out = "{\"body\":" + body + ",\"by\":" + JSONSlices.quoted(stamp.by)
    if let child = stamp.child { out += ",\"child\":" + JSONSlices.quoted(child.rawValue) }
    if let group = stamp.group { out += ",\"group\":" + JSONSlices.quoted(group) }
    out += ",\"id\":" + JSONSlices.quoted(stamp.id.rawValue)
    out += ",\"occurredAt\":" + JSONSlices.quoted(stamp.occurredAt.iso)
    out += ",\"recordedAt\":" + JSONSlices.quoted(stamp.recordedAt.iso)
    return out + ",\"type\":" + JSONSlices.quoted(type) + "}"
  }

  /// The text of a frame of entries.
  static func entries(_ lines: [String], act: String) -> [UInt8] {
    Array(
      ("{\"act\":" + JSONSlices.quoted(act) + ",\"entries\":["
        + lines.joined(separator: ",") + "]}").utf8
    )
  }

  /// The text of the stub frame of restricted entries.
  static func stubs(_ entries: [(WrittenEntry, Restriction)], act: String) -> [UInt8] {
    let stubs = entries.map { entry, restriction in
      var members = [
        "id": entry.stamp.id.rawValue, "type": entry.type,
        "occurredAt": entry.stamp.occurredAt.iso, "recordedAt": entry.stamp.recordedAt.iso,
        "restrictedKind": restriction.rawValue, "by": entry.stamp.by,
      ].mapValues { JSONSlices.quoted($0) }
      let json = JSONSlices(Array(entry.body.utf8))
      let body = json.members(json.all) ?? [:]
      for name in ["kind", "due", "owedBy", "episode"] {
        // Only a code, a day or an identity: never text.
        if let range = body[name], let value = json.string(range), isCode(value) {
          members[name] = JSONSlices.quoted(value)
        }
      }
      if let range = body["urgent"], json.text(range) == "true" { members["urgent"] = "true" }
      return "{"
        + members.sorted { $0.key < $1.key }.map { JSONSlices.quoted($0.key) + ":" + $0.value }
        .joined(separator: ",") + "}"
    }
    return Array(
      ("{\"act\":" + JSONSlices.quoted(act) + ",\"stubs\":[" + stubs.joined(separator: ",")
        + "]}").utf8
    )
  }

  private static func isCode(_ text: String) -> Bool {
    text.utf8.count <= 36
      && text.utf8.allSatisfy {
        (97...122).contains($0) || (65...90).contains($0) || (45...58).contains($0) || $0 == 43
      }
  }

  // MARK: Reading

  /// The entries of a frame, in order; none for a frame of stubs.
  ///
  /// - Parameters:
  ///   - text: The text of the frame.
  ///   - seq: The frame's number.
  ///   - child: The child whose key opened it, or nil.
  ///   - isRestricted: Whether that was the child's restricted key.
  /// - Returns: Nil when the text is not of the format.
  static func read(
    _ text: [UInt8],
    seq: UInt64,
    child: ChildID?,
    isRestricted: Bool
  ) -> [WrittenEntry]? {
    guard JSONForm.isSound(text) else { return nil }
    let json = JSONSlices(text)
    guard let top = json.members(json.all), let act = top["act"], json.string(act) != nil else {
      return nil
    }
    if top["stubs"] != nil {
      return child != nil && !isRestricted && stubs(text) != nil ? [] : nil
    }
    guard let list = top["entries"].flatMap({ json.elements($0) }), !list.isEmpty else {
      return nil
    }
    var out: [WrittenEntry] = []
    for range in list {
      guard let members = json.members(range) else { return nil }
      func string(_ name: String) -> String? { members[name].flatMap { json.string($0) } }
      guard let id = string("id"), let type = string("type"), let by = string("by"),
        let occurredAt = string("occurredAt").flatMap({ moment($0) }),
        let recordedAt = string("recordedAt").flatMap({ moment($0) }),
        (string("group") == nil) == (members["group"] == nil),
        let body = members["body"], json.members(body) != nil,
        string("child") == child?.rawValue, (members["child"] == nil) == (child == nil),
        let line = json.text(range), let bodyText = json.text(body)
      else { return nil }
      let stamp = Stamp(
        id: EntryID(rawValue: id),
        child: child,
        occurredAt: occurredAt,
        recordedAt: recordedAt,
        by: by,
        group: string("group")
      )
      out.append(
        WrittenEntry(
          stamp: stamp,
          type: type,
          line: line,
          body: bodyText,
          seq: seq,
          isRestricted: isRestricted
        )
      )
    }
    return out
  }
  /// The identities that a frame of stubs lists, in order; nil when it is none.
  static func stubs(_ text: [UInt8]) -> [String]? {
    let json = JSONSlices(text)
    guard let top = json.members(json.all), top["entries"] == nil,
      let list = top["stubs"].flatMap({ json.elements($0) }), !list.isEmpty
    else { return nil }
    let identities = list.compactMap { range in
      json.members(range)?["id"].flatMap { json.string($0) }
    }
    return identities.count == list.count ? identities : nil
  }

  /// A moment in the one form that is written: milliseconds and an offset, 29 characters.
  private static func moment(_ text: String) -> Moment? {
    text.utf8.count == 29 ? Moment(iso: text) : nil
  }

  /// What an entry of type `store-changed` names; nil when its body is of another form.
  static func storeChange(_ entry: WrittenEntry) -> StoreChanged? {
    let json = JSONSlices(Array(entry.body.utf8))
    guard let body = json.members(json.all), let file = body["file"].flatMap({ json.string($0) }),
      let hash = body["sha256"].flatMap({ json.string($0) }),
      let digits = body["generation"].flatMap({ json.text($0) }),
      digits.utf8.allSatisfy({ (48...57).contains($0) }), let generation = UInt64(digits)
    else { return nil }
    return StoreChanged(file: file, generation: generation, sha256: hash)
  }
}
