/// Finds children by ref, by known-as and by any part of a name; never guesses.
struct NameIndex: Sendable {
  let children: [KnownChild]
  /// Folded ref, alias or part of a name → places in `children`, ascending.
  private var byWord: [String: [Int]] = [:]
  private var refs: [String: Int] = [:]
  /// Whole names in scripts without spaces, folded and joined.
  private var unspaced: [(name: String, place: Int)] = []
  /// By first byte, the lengths of all keys: most words of a text are told from names by these.
  private var lengths = [UInt64](repeating: 0, count: 256)

  init(_ children: [KnownChild]) {
    self.children = children
    for (at, child) in children.enumerated() {
      refs[NameIndex.key(child.ref)] = at
      // What a child is called is mostly a part of the name, which is in already.
      let isPart = child.names.contains {
        $0 == child.knownAs || $0.utf8.starts(with: (child.knownAs + " ").utf8)
      }
      for name in isPart ? child.names : child.names + [child.knownAs] {
        let parts = Fold.words(name)
        let key = parts.count == 1 ? parts[0] : parts.joined()
        for word in parts { add(word, at) }
        if parts.count > 1 { add(key, at) }
        let alone = name.unicodeScalars.count(where: FoldedScalar.standsAlone)
        if alone > 1 { unspaced.append((key, at)) }
        // What stands behind the family name is a name by itself.
        if alone > 2 { unspaced.append((NameIndex.key(String(name.dropFirst())), at)) }
      }
    }
    for key in Array(byWord.keys) + Array(refs.keys) {
      if let first = key.utf8.first { lengths[Int(first)] |= NameIndex.bit(key.utf8.count) }
    }
  }

  private mutating func add(_ word: String, _ place: Int) {
    guard let places = byWord.index(forKey: word) else {
      byWord[word] = [place]
      return
    }
    if byWord.values[places].last != place { byWord.values[places].append(place) }
  }

  private func mayBe(_ key: String) -> Bool {
    guard let first = key.utf8.first else { return false }
    return lengths[Int(first)] & NameIndex.bit(key.utf8.count) != 0
  }

  private static func bit(_ length: Int) -> UInt64 { 1 << UInt64(min(length, 63)) }

  /// Words folded and joined: `K-012` and `AD/12` are one key each.
  static func key(_ text: String) -> String { Fold.words(text).joined() }

  /// The children that a word names: none, one, or several when it is ambiguous.
  func matches(_ word: String) -> [Int] {
    let key = NameIndex.key(word)
    if key.isEmpty { return [] }
    if let one = refs[key] { return [one] }
    if let found = byWord[key] { return found }
    // A name of several words written without space, or Han: all of its words must be there.
    let parts = Fold.words(word)
    guard parts.count > 1, let first = byWord[parts[0]] else { return [] }
    return parts.dropFirst().reduce(first) { left, part in
      left.filter { (byWord[part] ?? []).contains($0) }
    }
  }

  /// The children that a run of prose names for certain; a name that several share names none.
  func named(in bytes: ArraySlice<UInt8>) -> [Int] {
    guard bytes.count > 1, let first = bytes.first else { return [] }
    if bytes.allSatisfy(Fold.isASCIIWord) {
      let lower = first >= 65 && first <= 90 ? first + 32 : first
      guard lengths[Int(lower)] & NameIndex.bit(bytes.count) != 0 else { return [] }
      let key = String(decoding: bytes.map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }, as: UTF8.self)
      if let one = refs[key] { return [one] }
      return byWord[key].map { $0.count == 1 ? $0 : [] } ?? []
    }
    let words = Fold.words(String(decoding: bytes, as: UTF8.self))
    let key = words.count == 1 ? words[0] : words.joined()
    if mayBe(key), let one = refs[key] { return [one] }
    var found = words.filter { mayBe($0) && $0.count > 1 }.compactMap { byWord[$0] }
      .filter { $0.count == 1 }
    if !unspaced.isEmpty, key.unicodeScalars.contains(where: FoldedScalar.standsAlone) {
      found += unspaced.filter { key.contains($0.name) }.map { [$0.place] }
    }
    return found.flatMap { $0 }
  }

  /// Children one of whose names begins so, in the order of the caseload.
  func beginning(with text: String) -> [KnownChild] {
    let key = NameIndex.key(text)
    guard !key.isEmpty else { return [] }
    let places =
      (byWord.filter { $0.key.hasPrefix(key) }.values.flatMap { $0 })
      + refs.filter { $0.key.hasPrefix(key) }.values
    return Set(places).sorted().map { children[$0] }
  }

  /// Children whose names are written much like a word, nearest first, at most three.
  func near(_ word: String) -> [KnownChild] {
    let key = Array(NameIndex.key(word).utf8)
    guard key.count >= 2 else { return [] }
    var best: [Int: Int] = [:]
    for (name, places) in byWord {
      let other = Array(name.utf8)
      let allowed = max(key.count, other.count) >= 7 ? 2 : key.count >= 3 ? 1 : 0
      let startsAlike = key.count >= 3 && other.starts(with: key)
      guard startsAlike || abs(other.count - key.count) <= allowed else { continue }
      let distance = startsAlike ? 1 : NameIndex.distance(key, other)
      guard startsAlike || distance <= allowed else { continue }
      for place in places { best[place] = min(best[place] ?? .max, distance) }
    }
    return best.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(3).map {
      children[$0.key]
    }
  }

  /// Letters to add, drop, change or swap with their neighbour (optimal string alignment).
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    if a.isEmpty || b.isEmpty { return a.count + b.count }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + [Int](repeating: 0, count: b.count)
      for j in 1...b.count {
        let same = a[i - 1] == b[j - 1] ? 0 : 1
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], beforeLast[j - 2] + 1)
        }
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
