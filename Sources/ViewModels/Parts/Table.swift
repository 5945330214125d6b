/// Rows whose cells stand under each other.
public struct Table: Sendable {
  /// How one column is set.
  public struct Column: Sendable {
    /// What stands over it; empty for none.
    public var title: String
    /// The widest it may grow.
    public var most: Int
    /// Columns that leave first when the screen is narrow have the highest number; 0 never leaves.
    public var leaves: Int
    /// Takes the room that is left.
    public var isFlexible: Bool
    /// Set at the right edge of its column.
    public var isRight: Bool

    /// Makes a column.
    public init(
      _ title: String = "",
      most: Int = 40,
      leaves: Int = 0,
      flexible: Bool = false,
      right: Bool = false
    ) {
      self.title = title
      self.most = most
      self.leaves = leaves
      isFlexible = flexible
      isRight = right
    }
  }

  /// The columns, left to right.
  public var columns: [Column]
  /// The cells of each row; a missing one is empty.
  public var cells: [[Line]]

  /// Makes a table.
  public init(_ columns: [Column], _ cells: [[Line]]) {
    self.columns = columns
    self.cells = cells
  }

  /// The widths of the columns in a given room; 0 for one that had to leave.
  func widths(_ room: Int) -> [Int] {
    var widths = columns.enumerated().map { index, column in
      let content = cells.map { index < $0.count ? $0[index].width : 0 }.max() ?? 0
      return min(column.most, max(content, Measure.width(column.title)))
    }
    func total() -> Int { widths.reduce(0) { $0 + ($1 > 0 ? $1 + 2 : 0) } - 2 }
    let flexible = columns.firstIndex(where: \.isFlexible)
    // A flexible column may shrink to 16 before others have to leave.
    if let flexible, total() > room {
      widths[flexible] = max(min(16, widths[flexible]), widths[flexible] - (total() - room))
    }
    for level in stride(from: columns.map(\.leaves).max() ?? 0, to: 0, by: -1)
    where total() > room {
      for index in columns.indices where columns[index].leaves == level { widths[index] = 0 }
    }
    if let flexible {
      let others = total() - widths[flexible]
      let content = cells.map { flexible < $0.count ? $0[flexible].width : 0 }.max() ?? 0
      widths[flexible] = max(1, min(max(content, widths[flexible]), room - others))
    }
    return widths
  }

  func rows(_ room: Int) -> [Row] {
    let widths = widths(room)
    var out: [Row] = []
    if columns.contains(where: { !$0.title.isEmpty }) {
      out.append(Row(line(columns.map { Line($0.title, .heading) }, widths, room)))
    }
    return out + cells.map { Row(line($0, widths, room)) }
  }

  private func line(_ cells: [Line], _ widths: [Int], _ room: Int) -> Line {
    var out = Line()
    for (index, column) in columns.enumerated() where widths[index] > 0 {
      let cell = index < cells.count ? cells[index] : Line()
      if !out.isEmpty { out += .space(2) }
      out +=
        column.isRight
        ? cell.right(in: widths[index]).fitted(to: widths[index])
        : cell.fitted(to: widths[index])
    }
    return out.cut(to: room)
  }
}
