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
    func offer(_ prefix: String, _ words: [String], suffix: String = "") -> [NoteCompletion] {
      let rest = lower.dropFirst(prefix.utf8.count)
      // `int:ti` is Tigrinya, whole: Tab on the way to something else must not make it Tigre.
      if words.contains(String(rest)) { return [] }
      return words.filter { $0.hasPrefix(rest) }.map {
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
    if lower.hasPrefix("from:") { return offer("from:", ["child"] + roles) }
    if lower.hasPrefix("to:") { return offer("to:", ["child"] + roles) }
    if lower.hasPrefix("=") {
      return offer("=", ["priv", "police", "third", "health", "asked", "allegation"])
    }
    return bare(typed, start..<end, before: line.text(0..<start))
  }

  /// Children where none is named yet, then kinds where none is said yet.
  private func bare(_ typed: String, _ range: Range<Int>, before: String) -> [NoteCompletion] {
    // No head is that long: what stands there is prose.
    guard !typed.isEmpty, before.utf8.count <= 400 else { return [] }
    let said = parse(before)
    let isHead = said.text.isEmpty && said.referral == nil
    guard isHead else { return [] }
    var found: [NoteCompletion] = []
    if !said.namesChild {
      let exact = names.matches(typed).map { names.children[$0] }
      let begun = names.beginning(with: typed).filter { !exact.contains($0) }
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

  /// The known-as where it names this child alone, else the ref.
  private func call(_ child: KnownChild) -> String {
    let known = child.knownAs.lowercased()
    let isOneWord = !known.isEmpty && !known.contains(where: \.isWhitespace)
    let isClear = isOneWord && HeadWords.kinds[known] == nil && names.matches(known).count == 1
    return isClear ? known : child.ref
  }
}
