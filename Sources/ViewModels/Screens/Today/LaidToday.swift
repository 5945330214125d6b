import Casework

/// The list of *Today* at one size, in the roomiest density that shows every child.
struct LaidToday {
  let blocks: [Block]
  /// Rows that they take.
  let height: Int
  /// Names of the folded group beside each other.
  let across: Int
  private let marked: ChildID?
  private let columns: Int
  private let room: Int
  private let filter: String
  /// For the next list: most children stay as they are.
  private var tried: TriedRows

  /// Lays rows out.
  ///
  /// - Parameters:
  ///   - items: From top to bottom.
  ///   - marked: The selected one of the folded names, which shows it by itself.
  ///   - columns: Between the margins.
  ///   - room: Rows that the list may take.
  ///   - filter: What the items were chosen by.
  ///   - earlier: A list whose rows are taken over where nothing about them has changed.
  init(
    _ items: [TodayItem],
    marked: ChildID?,
    columns: Int,
    room: Int,
    filter: String,
    reusing earlier: LaidToday?
  ) {
    self.marked = marked
    self.columns = columns
    self.room = room
    self.filter = filter
    let layout = TodayLayout(rows: items, selected: marked, columns: columns)
    tried = TriedRows(layout, reusing: earlier?.tried)
    var density = TodayLayout.Density.airy
    var best = tried.list(density)
    if best.height >= room {
      for next in [TodayLayout.Density.dense, .compact, .tight] {
        density = next
        best = tried.list(density)
        if best.height <= room { break }
      }
    }
    // Rows to spare go to who comes first.
    if density == .tight {
      for whole in 1...max(1, items.count) {
        let more = tried.list(.tight, whole: whole)
        guard more.height <= room else { break }
        best = more
      }
    }
    (blocks, height) = best
    across = layout.across(density)
  }

  /// True where it is the list of these, at this size.
  func isOf(_ marked: ChildID?, columns: Int, room: Int, filter: String) -> Bool {
    marked == self.marked && columns == self.columns && room == self.room && filter == self.filter
  }
}
