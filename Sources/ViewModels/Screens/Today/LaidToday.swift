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

  /// Lays rows out.
  ///
  /// - Parameters:
  ///   - items: From top to bottom.
  ///   - marked: The selected one of the folded names, which shows it by itself.
  ///   - columns: Between the margins.
  ///   - room: Rows that the list may take.
  ///   - filter: What the items were chosen by.
  init(_ items: [TodayItem], marked: ChildID?, columns: Int, room: Int, filter: String) {
    self.marked = marked
    self.columns = columns
    self.room = room
    self.filter = filter
    let layout = TodayLayout(rows: items, selected: marked, columns: columns)
    func laid(_ blocks: [Block]) -> (blocks: [Block], height: Int) {
      let laid = blocks.map { $0.laid(columns) }
      return (laid, laid.reduce(0) { $0 + $1.rows(columns).count })
    }
    var density = TodayLayout.Density.airy
    var best = laid(layout.blocks(density))
    if best.height >= room {
      for tried in [TodayLayout.Density.dense, .compact, .tight] {
        density = tried
        best = laid(layout.blocks(density))
        if best.height <= room { break }
      }
    }
    // Rows to spare go to who comes first.
    if density == .tight {
      for whole in 1...max(1, items.count) {
        let more = laid(layout.blocks(.tight, whole: whole))
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
