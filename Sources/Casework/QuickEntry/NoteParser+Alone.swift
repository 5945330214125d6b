extension NoteParser {
  /// What puts `alone` where it counts, behind the last word of the head, wherever the cursor is; or
  /// takes it away again where it is said.
  ///
  /// It is asked for by a key of its own and never offered: whoever presses it says it. The line is
  /// read once more with it in place: nothing but *alone* may mean something else.
  ///
  /// - Parameter raw: The line.
  /// - Returns: The words and where they go, in UTF-8 offsets; nil where they would not count, as behind
  ///   `not alone`.
  public func alone(in raw: String) -> NoteCompletion? {
    let (now, head) = read(raw)
    guard !head.saysNotAlone, now.referral == nil else { return nil }
    return places(raw, now, head).first { change in
      let (note, after) = read(NoteParser.applying(change, to: raw))
      let isSaid = after.saysAlone && after.doubtful == nil
      return isSaid == (!head.saysAlone || head.doubtful != nil) && note.saysTheSame(as: now)
    }
  }

  private func read(_ raw: String) -> (note: ParsedNote, head: NoteHead) {
    var reading = NoteReading(raw, parser: self)
    reading.read()
    return (reading.note, reading.head)
  }

  /// Where the word could go, the likeliest first.
  private func places(_ raw: String, _ note: ParsedNote, _ head: NoteHead) -> [NoteCompletion] {
    let bytes = Array(raw.utf8)
    func put(_ text: String, _ from: Int, _ to: Int) -> NoteCompletion {
      NoteCompletion(from: from, to: to, text: text, label: "alone")
    }
    if let doubtful = head.doubtful, head.saysAlone {
      return [put(",", doubtful.range.upperBound, doubtful.range.upperBound)]
    }
    if head.saysAlone {
      guard let said = head.tokens.first(where: { $0.meaning == .alone }) else { return [] }
      var (from, to) = (said.from, said.to)
      if to < bytes.count, bytes[to] == UInt8(ascii: ",") { to += 1 }
      // One of its two spaces goes with it.
      if from > 0, bytes[from - 1] == 0x20 { from -= 1 } else if to < bytes.count { to += 1 }
      return [put("", from, to)]
    }
    let end = bytes.count - bytes.reversed().prefix { $0 == 0x20 }.count
    guard let place = head.tokens.map(\.to).max() else {
      return end == 0 ? [put("alone ", 0, bytes.count)] : [put("alone, ", 0, 0)]
    }
    // Behind everything that is typed so far the next word follows at once.
    let atEnd = put(" alone ", end, bytes.count)
    return (note.text.isEmpty ? [atEnd] : []) + [
      put(" alone", place, place), put(" alone,", place, place),
    ]
  }

  private static func applying(_ change: NoteCompletion, to raw: String) -> String {
    var bytes = Array(raw.utf8)
    bytes.replaceSubrange(change.from..<change.to, with: Array(change.text.utf8))
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension ParsedNote {
  /// A contact with one child at which being alone would count, and the line does not say it.
  public var mayBeAlone: Bool {
    guard let kind, party == .child, alone == nil, seen != false, children.count == 1, with.isEmpty
    else { return false }
    return kind.meansSeen || kind.aloneCounts || saysSeen
  }

  /// Whether two lines say the same but for being alone.
  fileprivate func saysTheSame(as other: ParsedNote) -> Bool {
    // A doubtful "alone" was part of the text until now.
    (text == other.text || other.text.lowercased() == "alone " + text.lowercased())
      && kind == other.kind && at == other.at && minutes == other.minutes
      && children.map(\.id) == other.children.map(\.id) && party == other.party
      && words.map(\.quote) == other.words.map(\.quote) && flags.count == other.flags.count
      && actions.count == other.actions.count && with == other.with
  }
}
