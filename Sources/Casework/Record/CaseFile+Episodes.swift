extension CaseFile {
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
