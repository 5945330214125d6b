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
    guard !head.saysNotAlone, now.referral == nil, now.form == nil, !raw.trimmed.isEmpty else {
      return nil
    }
    let isSaid = head.saysAlone && head.doubtful?.lower != "alone"
    return places(raw, now, head, isSaid).first { change in
      let (note, after) = read(change.applied(to: raw))
      let isRight =
        isSaid ? !after.saysAlone : note.alone == true && after.doubtful?.lower != "alone"
      return isRight && note.saysTheSame(as: now)
    }
  }

  private func read(_ raw: String) -> (note: ParsedNote, head: NoteHead) {
    var reading = NoteReading(raw, parser: self)
    reading.read()
    return (reading.note, reading.head)
  }

  /// Where the word could go, the likeliest first.
  private func places(
    _ raw: String,
    _ note: ParsedNote,
    _ head: NoteHead,
    _ isSaid: Bool
  ) -> [NoteCompletion] {
    let bytes = Array(raw.utf8)
    func put(_ text: String, _ from: Int, _ to: Int) -> NoteCompletion {
      NoteCompletion(from: from, to: to, text: text, label: "alone")
    }
    if isSaid {
      guard let said = head.tokens.first(where: { $0.meaning == .alone }) else { return [] }
      var (from, to) = (said.from, said.to)
      if to < bytes.count, bytes[to] == UInt8(ascii: ",") { to += 1 }
      // One of its two spaces goes with it.
      if from > 0, bytes[from - 1] == 0x20 {
        from -= 1
      } else if to < bytes.count, bytes[to] == 0x20 {
        to += 1
      }
      return [put("", from, to)]
    }
    if head.saysAlone, let doubtful = head.doubtful {
      return [put(",", doubtful.range.upperBound, doubtful.range.upperBound)]
    }
    // A line in capitals stays one.
    let word = raw == raw.uppercased() ? "ALONE" : "alone"
    guard let place = head.tokens.map(\.to).max() else { return [put(word + ", ", 0, 0)] }
    // Behind everything that is typed so far the words follow at once: the comma keeps it out of them.
    let end = bytes.count - bytes.reversed().prefix { $0 == 0x20 }.count
    let atEnd = put(" " + word + ", ", end, bytes.count)
    return (note.text.isEmpty ? [atEnd] : []) + [
      put(" " + word, place, place), put(" " + word + ",", place, place),
    ]
  }
}

extension ParsedNote {
  /// A contact with one child at which being alone would count, and the line does not say it.
  public var mayBeAlone: Bool {
    guard let kind, party == .child, alone == nil, seen != false, children.count == 1, with.isEmpty
    else { return false }
    if kind == .call || kind == .video { return heardFrom == true }
    return kind.meansSeen || kind.aloneCounts || saysSeen
  }

  /// Whether two lines say the same but for being alone.
  fileprivate func saysTheSame(as other: ParsedNote) -> Bool {
    // A doubtful "alone" was part of the text until now.
    (text == other.text || other.text.lowercased() == "alone " + text.lowercased())
      && saysTheSameContact(as: other) && saysTheSameActs(as: other)
      && problems.map(\.code) == other.problems.map(\.code)
  }

  private func saysTheSameContact(as other: ParsedNote) -> Bool {
    kind == other.kind && at == other.at && minutes == other.minutes && seen == other.seen
      && heardFrom == other.heardFrom && times == other.times && count == other.count
      && children.map(\.id) == other.children.map(\.id) && party == other.party
      && partyRole == other.partyRole && partyName == other.partyName && medium == other.medium
      && with == other.with && place == other.place && interpreter == other.interpreter
      && restricted == other.restricted
  }

  private func saysTheSameActs(as other: ParsedNote) -> Bool {
    words.map(\.quote) == other.words.map(\.quote) && questions == other.questions
      && opinion == other.opinion && flags.map(\.topic) == other.flags.map(\.topic)
      && actions.map(\.text) == other.actions.map(\.text)
      && steps.map(\.step) == other.steps.map(\.step)
      && tags == other.tags && isActsOnly == other.isActsOnly
  }
}
