extension CaseFile {
  /// Puts a child's record together from its entries, in whatever order they came.
  ///
  /// An amended entry counts as its latest version, a removed one not at all; both stay in the
  /// record and in the ``Timeline``. A removal that was itself removed no longer removes.
  ///
  /// - Parameters:
  ///   - id: The child.
  ///   - ref: The child's ref.
  ///   - entries: The child's entries as written; those of other children are left out.
  ///   - asOf: Hides what happened after it; when it was recorded is not looked at.
  /// - Returns: The case file.
  public static func folded(
    id: ChildID,
    ref: String,
    entries: [RecordedEntry],
    asOf: Moment? = nil
  ) -> CaseFile {
    var file = CaseFile(id: id, ref: ref)
    let inForce = EntriesInForce(entries.filter { $0.stamp.child == id }, asOf: asOf).inForce
    file.isYetToBegin = inForce.isEmpty && (asOf != nil || !entries.isEmpty)
    for entry in inForce {
      if entry.body.restriction != nil || entry.body is WithheldEntry {
        let kind = (entry.body as? WithheldEntry)?.restrictedKind ?? entry.body.restriction
        if let kind { file.restrictedCounts[kind, default: 0] += 1 }
      }
      if entry.body is UnknownEntry { file.unreadable += 1 }
      entry.body.fold(into: &file, stamp: entry.stamp)
    }
    return file
  }

  /// Where the open episode is.
  var openEpisodeIndex: Int? { episodes.lastIndex { $0.isOpen } }

  /// Where the last episode is, open or not.
  var lastEpisodeIndex: Int? { episodes.indices.last }

  /// Where the last episode is, unless its paperwork is over.
  var unclosedEpisodeIndex: Int? {
    lastEpisodeIndex.flatMap { episodes[$0].closed == nil ? $0 : nil }
  }

  /// Adds news to the open episode; there is none otherwise.
  mutating func addNews(_ what: Episode.News.What, _ stamp: Stamp) {
    guard let index = openEpisodeIndex else { return }
    episodes[index].news.append(Episode.News(id: stamp.id, at: stamp.occurredAt, what: what))
  }
}

/// An entry that says something about another one, which must have been folded before.
protocol RefersToAnother {}
