/// What Tab would put in place of a part of the line.
public struct NoteCompletion: Sendable, Hashable {
  /// The first UTF-8 offset that is replaced.
  public var from: Int
  /// The offset after the last.
  public var to: Int
  /// What is put there.
  public var text: String
  /// What the list shows.
  public var label: String
  /// It makes a bare number behind a time a length; what goes on in the head says as much.
  public var isLength = false

  /// A line with it in its place.
  public func applied(to line: String) -> String {
    var bytes = Array(line.utf8)
    bytes.replaceSubrange(from..<to, with: Array(text.utf8))
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension NoteParser {
  /// What Tab offers at a cursor, best first; `seen` and `alone` are never among it.
  ///
  /// - Parameters:
  ///   - raw: The line.
  ///   - cursor: A UTF-8 offset.
  /// - Returns: Each with what it replaces; empty where nothing fits.
  public func completions(_ raw: String, cursor: Int) -> [NoteCompletion] {
    let line = NoteLine(raw)
    let end = max(0, min(cursor, line.count))
    var start = end
    while start > 0, !line.isSpaceBefore(start) { start -= 1 }
    let typed = line.text(start..<end)
    let lower = typed.lowercased()
    // Behind a word that is whole the next one follows: Tab saves its space as well.
    let gap = end == line.count ? " " : ""
    func offer(_ prefix: String, _ words: [String], suffix: String = "") -> [NoteCompletion] {
      let rest = lower.dropFirst(prefix.utf8.count)
      // `int:ti` is Tigrinya, whole: Tab on the way to something else must not make it Tigre.
      if words.contains(String(rest)) { return [] }
      return words.filter { $0.lowercased().hasPrefix(rest) }.map {
        NoteCompletion(from: start, to: end, text: prefix + $0 + suffix, label: $0)
      }
    }
    let roles = Role.allCases.map(\.rawValue)
    if lower.hasPrefix(">>") { return [] }
    if lower.hasPrefix(">") { return offer(">", roles, suffix: ":") }
    if lower.hasPrefix("told:") {
      return offer("told:", roles.filter { Role(rawValue: $0).flatMap(EpisodeStep.telling) != nil })
    }
    if lower.hasPrefix("int:") {
      return offer("int:", ["none", "carer", "friend", "app"] + Languages.names.keys.sorted())
    }
    if lower.hasPrefix("from:") { return offer("from:", ["child"] + roles, suffix: gap) }
    if lower.hasPrefix("to:") { return offer("to:", ["child"] + roles, suffix: gap) }
    if lower.hasPrefix("=") {
      let kinds = ["priv", "police", "third", "health", "asked", "allegation"]
      return offer("=", kinds, suffix: gap)
    }
    if lower.hasPrefix("!") {
      let sigil = lower.hasPrefix("!!") ? "!!" : "!"
      return offer(sigil, topics(of: parse(line.text(0..<start)).children), suffix: gap)
    }
    return bare(typed, start..<end, before: line.text(0..<start)).map {
      var completion = $0
      completion.text += gap
      return completion
    }
  }

  /// What flags were about before: those of the children of the note, newest first, then the others'.
  ///
  /// Of other children only what names nobody, and what their own flags said most often first.
  private func topics(of children: [KnownChild]) -> [String] {
    var topics = children.flatMap(\.context.topics)
    var counts: [String: Int] = [:]
    for child in names.children where !children.contains(child) {
      for topic in child.context.topics where topic == topic.lowercased() {
        counts[topic, default: 0] += 1
      }
    }
    topics += counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    var known: Set<String> = []
    return topics.filter { known.insert($0).inserted }
  }

  /// Children where none is named yet, then kinds where none is said yet.
  private func bare(_ typed: String, _ range: Range<Int>, before: String) -> [NoteCompletion] {
    // No head is that long: what stands there is prose.
    guard !typed.isEmpty, before.utf8.count <= 400 else { return [] }
    let said = parse(before)
    let isHead = said.text.isEmpty && said.referral == nil
    guard isHead else { return [] }
    if let contact = untilNow(typed, range, before: before, said) { return [contact] }
    if let length = length(typed, range, before: before, said) { return [length] }
    var found: [NoteCompletion] = []
    if !said.namesChild {
      let exact = names.matches(typed).map { names.children[$0] }
      let begun = called(names.beginning(with: typed).filter { !exact.contains($0) }, typed)
      let near = names.near(typed).filter { !exact.contains($0) && !begun.contains($0) }
      for child in (exact + begun + near).prefix(8) {
        found.append(
          NoteCompletion(
            from: range.lowerBound,
            to: range.upperBound,
            text: call(child),
            label: child.label
          )
        )
      }
    }
    if said.kind == nil {
      let lower = typed.lowercased()
      for kind in ContactKind.allCases where kind != .other {
        guard kind.rawValue.hasPrefix(lower), kind.rawValue != lower else { continue }
        found.append(
          NoteCompletion(
            from: range.lowerBound,
            to: range.upperBound,
            text: kind.rawValue,
            label: kind.rawValue
          )
        )
      }
    }
    return found
  }

  /// Those who are called so before those of whose other names one begins so.
  private func called(_ children: [KnownChild], _ typed: String) -> [KnownChild] {
    let key = NameIndex.key(typed)
    let isCalled = { (child: KnownChild) in NameIndex.key(child.knownAs).hasPrefix(key) }
    return children.filter(isCalled) + children.filter { !isCalled($0) }
  }

  /// A bare number behind a time is a length: `1420 45` becomes `1420 45m`.
  private func length(
    _ typed: String,
    _ range: Range<Int>,
    before: String,
    _ said: ParsedNote
  ) -> NoteCompletion? {
    guard said.saysTime, said.minutes == nil, said.kind != .attempt, isNumber(typed),
      let minutes = LengthReader.read(typed + "m"), (1...Self.longest).contains(minutes),
      // "thu 26" and "23 11" are dates, not numbers that are left over.
      parse(before + typed).text == typed
    else { return nil }
    // Behind ":" or in a new line it would be prose all the same.
    let then = parse(before + typed + "m")
    guard then.minutes == minutes, then.text.isEmpty else { return nil }
    return NoteCompletion(
      from: range.lowerBound,
      to: range.upperBound,
      text: typed + "m",
      label: "\(minutes) min",
      isLength: true
    )
  }

  /// The minutes that a number may be which means nothing by itself; a child's number means the child.
  private func leftOver(_ typed: String, before: String, _ said: ParsedNote) -> Int? {
    guard said.kind != nil, isNumber(typed), names.matches(typed).isEmpty,
      parse(before + typed).text == typed
    else { return nil }
    return LengthReader.read(typed + "m")
  }

  private func isNumber(_ typed: String) -> Bool {
    !typed.isEmpty && typed.utf8.allSatisfy { (48...57).contains($0) }
  }

  /// A contact that ends now: `14:20-` until now, or the last `45m` or `45` where no time was said.
  ///
  /// It is written out as a range, so that the line says the same when it is read later.
  private func untilNow(
    _ typed: String,
    _ range: Range<Int>,
    before: String,
    _ said: ParsedNote
  ) -> NoteCompletion? {
    guard !said.saysWhen, said.minutes == nil, said.kind != .attempt else { return nil }
    let lower = typed.lowercased()
    let end = Self.clock(when.nowMinute, like: typed)
    let text: String
    if lower.utf8.last == UInt8(ascii: "-"), when.clock(String(lower.dropLast())) != nil {
      text = typed + end
    } else if let minutes = LengthReader.read(lower) ?? leftOver(typed, before: before, said),
      (1...Self.longest).contains(minutes)
    {
      let start = zone.minuteOfDay(of: when.now.adding(minutes: -minutes))
      text = Self.clock(start, like: typed) + "-" + end
    } else {
      return nil
    }
    // What the line then says is read back: no hour that the clocks skipped, none still to come.
    let now = when.now
    let note = parse(before + text)
    guard let minutes = note.minutes, (1...Self.longest).contains(minutes),
      now.minutes(since: note.at.adding(minutes: minutes)) == 0
    else { return nil }
    return NoteCompletion(
      from: range.lowerBound,
      to: range.upperBound,
      text: text,
      label: text + ", until now"
    )
  }

  /// A contact that goes on for longer is typed with its length.
  private static let longest = 480

  /// `1420`, or `14:20` where that is how it is typed.
  private static func clock(_ minute: Int, like typed: String) -> String {
    let (hour, rest) = minute.quotientAndRemainder(dividingBy: 60)
    let digits = [hour / 10, hour % 10, rest / 10, rest % 10].map(String.init)
    return digits[..<2].joined() + (typed.contains(":") ? ":" : "") + digits[2...].joined()
  }

  /// The known-as where it names this child alone, else the ref.
  private func call(_ child: KnownChild) -> String {
    let known = child.knownAs.lowercased()
    let isOneWord = !known.isEmpty && !known.contains(where: \.isWhitespace)
    let isClear = isOneWord && HeadWords.kinds[known] == nil && names.matches(known).count == 1
    return isClear ? known : child.ref
  }
}
