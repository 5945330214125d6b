import Casework

/// The rows of *Today* laid out by one layout, each once, with those of the layout before it taken over
/// where nothing about them has changed: a note leaves most children as they are.
struct TriedRows {
  let layout: TodayLayout
  /// Rows of children by density.
  private var rows: [Key: (item: TodayItem, block: Block)] = [:]
  private var folded: [TodayLayout.Density: Folded] = [:]
  private let before: (rows: [Key: (item: TodayItem, block: Block)], folded: Lasts)

  private typealias Lasts = [TodayLayout.Density: Folded]

  private struct Key: Hashable {
    var child: ChildID
    var density: TodayLayout.Density
  }

  /// The last group, folded to names.
  private struct Folded {
    var isFirst: Bool
    var blocks: [Block]
  }

  /// Nothing is laid out yet.
  init(_ layout: TodayLayout, reusing earlier: TriedRows?) {
    self.layout = layout
    guard let earlier, earlier.layout.hasColumns(of: layout) else {
      before = ([:], [:])
      return
    }
    let isSame =
      earlier.layout.selected == layout.selected && earlier.layout.folded == layout.folded
    before = (earlier.rows, isSame ? earlier.folded : [:])
  }

  /// The whole list.
  ///
  /// - Parameters:
  ///   - density: How much room a row may take.
  ///   - whole: On a tight list, so many rows at the top still say all of their reason.
  /// - Returns: The blocks, from top to bottom, and how many rows they take.
  mutating func list(
    _ density: TodayLayout.Density,
    whole: Int = 0
  ) -> (blocks: [Block], height: Int) {
    var blocks = layout.blocks(density, whole: whole) { row($0, $1) }
    blocks += last(density, isFirst: blocks.isEmpty)
    return (blocks, blocks.reduce(0) { $0 + $1.rows(layout.columns).count })
  }

  private mutating func row(_ item: TodayItem, _ density: TodayLayout.Density) -> Block {
    let key = Key(child: item.child, density: density)
    if let again = rows[key] { return again.block }
    let known = before.rows[key].flatMap { $0.item == item ? $0.block : nil }
    let block = known ?? layout.block(item, density).laid(layout.columns)
    rows[key] = (item, block)
    return block
  }

  private mutating func last(_ density: TodayLayout.Density, isFirst: Bool) -> [Block] {
    if let again = folded[density] ?? before.folded[density], again.isFirst == isFirst {
      folded[density] = again
      return again.blocks
    }
    let blocks = layout.foldedBlocks(density, isFirst: isFirst).map { $0.laid(layout.columns) }
    folded[density] = Folded(isFirst: isFirst, blocks: blocks)
    return blocks
  }
}
