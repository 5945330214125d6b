extension SearchBook {
  /// Places of the entries that a filter finds, newest first, and of those that only count.
  public struct Answer: Sendable {
    /// To be shown.
    public var shown: [Int] = []
    /// Restricted: only how many there are may be said.
    public var restricted: [Int] = []
  }

  /// Which entries hold every filter.
  ///
  /// - Parameters:
  ///   - query: The filters, one child, and as of when.
  ///   - places: Those that hold the words; nil: all, where no word is asked for.
  ///   - zone: The record's, for days.
  /// - Returns: Places, newest first; of what happened at the same time, the later written first.
  public func answer(_ query: SearchQuery, among places: [Int]?, zone: Zone) -> Answer {
    let asOf = query.asOf?.milliseconds ?? .max
    let only = query.child.map { children[$0] ?? -2 }
    let tests = query.filter.clauses.map { test($0, zone, asOf) }
    let gone = removed(asOf)
    var answer = Answer()
    func look(_ place: Int) {
      let row = rows[place]
      if let only, row.child != only { return }
      guard row.happened <= asOf, !gone.contains(place), !gone.contains(row.root),
        tests.allSatisfy({ $0(place, row) })
      else { return }
      if row.isRestricted { answer.restricted.append(place) } else { answer.shown.append(place) }
    }
    if let places { places.forEach(look) } else { rows.indices.forEach(look) }
    func newer(_ a: Int, _ b: Int) -> Bool {
      rows[a].happened == rows[b].happened ? a > b : rows[a].happened > rows[b].happened
    }
    answer.shown.sort(by: newer)
    answer.restricted.sort(by: newer)
    return answer
  }

  private typealias Test = (Int, Row) -> Bool

  private func test(_ clause: SearchFilter.Clause, _ zone: Zone, _ asOf: Int64) -> Test {
    switch clause {
    case .children(let wanted):
      let numbers = Set(wanted.compactMap { children[$0.id] })
      return { numbers.contains($1.child) }
    case .kinds(let kinds): return { _, row in kinds.contains { $0.holds(row) } }
    case .days(let from, let to):
      return { _, row in
        let day = zone.day(of: Moment(milliseconds: row.happened))
        return (from.map { day >= $0 } ?? true) && (to.map { day <= $0 } ?? true)
      }
    case .people(let terms):
      return { _, row in row.people.contains { person in terms.contains { $0.stands(in: person) } }
      }
    case .tags(let terms):
      return { _, row in row.tags.contains { tag in terms.contains { $0.isWhole(of: tag) } } }
    case .topics(let terms, let urgentOnly):
      func holds(_ row: Row) -> Bool {
        (row.isUrgent || !urgentOnly)
          && row.topics.contains { topic in terms.contains { $0.isWhole(of: topic) } }
      }
      let gone = removed(asOf)
      // A restricted flag lends its topic to nobody: finding its contact by it would tell it.
      let contacts = rows.indices.compactMap { place in
        let row = rows[place]
        return !row.isRestricted && row.happened <= asOf && !gone.contains(place)
          && !gone.contains(row.root) && holds(row) ? row.raisedWith.map { rows[$0].root } : nil
      }
      let lent = Set(contacts)
      return { _, row in holds(row) || lent.contains(row.root) }
    case .significant:
      let significant = significant(asOf)
      return { _, row in significant.contains(row.root) }
    }
  }

  /// What no longer counts: from the newest back, a removal that was itself removed removes nothing.
  private func removed(_ asOf: Int64) -> Set<Int> {
    var gone: Set<Int> = []
    for removal in removals.reversed() where rows[removal.place].occurred <= asOf {
      if !gone.contains(removal.place) { gone.insert(removal.of) }
    }
    return gone
  }

  // MARK: - Chronology

  /// Places of the entries that make up the chronology, each by the place of its first version.
  ///
  /// An entry counts by its version in force; then every version of it belongs.
  private func significant(_ asOf: Int64) -> Set<Int> {
    let gone = removed(asOf)
    // The version in force of what was amended; the last amendment that was not removed.
    var latest: [Int: Int] = [:]
    for (place, root) in amendments where !gone.contains(place) && rows[place].occurred <= asOf {
      latest[root] = place
    }
    let inForce = rows.indices.filter { place in
      rows[place].root == place && !gone.contains(place) && rows[place].occurred <= asOf
    }
    .map { (root: $0, row: rows[latest[$0] ?? $0]) }
    var found = Set(inForce.filter(\.row.isSignificant).map(\.root))
    for (root, row) in inForce where row.closes.map({ found.contains(rows[$0].root) }) ?? false {
      found.insert(root)
    }
    for first in [\Row.isSeen, \Row.isSeenAlone] {
      var earliest: [Int32: (at: Int64, root: Int)] = [:]
      for (root, row) in inForce where row[keyPath: first] && row.child >= 0 {
        if earliest[row.child].map({ (row.happened, root) < ($0.at, $0.root) }) ?? true {
          earliest[row.child] = (row.happened, root)
        }
      }
      found.formUnion(earliest.values.map(\.root))
    }
    return found
  }

  /// Places of the entries of the chronology, restricted ones among them, and all their versions.
  public func significant() -> [Int] {
    let roots = significant(.max)
    let gone = removed(.max)
    return rows.indices.filter { roots.contains(rows[$0].root) && !gone.contains($0) }
  }
}
