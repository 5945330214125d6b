/// A council's SSDA903 return: children from `header.csv`, placements from `episodes.csv`, missing
/// episodes from `missing.csv`, unaccompanied children from `uasc.csv`.
///
/// The return holds no names: a child is its number there, kept as another system's number that
/// `search` and `REF` accept. Days have no times in the source; they are read as the day's start.
public struct SSDA903Import {
  /// The name on the command line.
  public static let name = "ssda903"

  /// Who the entries say wrote them.
  static let by = "import ssda903"

  /// The files that are read, and the columns each must have.
  public static let files: [(name: String, columns: [String])] = [
    ("header.csv", ["CHILD", "SEX", "DOB"]),
    ("episodes.csv", ["CHILD", "DECOM", "RNE", "LS", "PLACE", "DEC", "REC"]),
    ("missing.csv", ["CHILD", "DOB", "MISSING", "MIS_START", "MIS_END"]),
    ("uasc.csv", ["CHILD", "SEX", "DOB", "DUC"]),
  ]

  private let context: ImportContext
  private var plan = ImportPlan()
  /// Entries of each child that is taken, by the source's number.
  private var taken: [String: (child: ChildID, ref: String?, entries: [NewEntry])] = [:]
  private var order: [String] = []
  private var left: Set<String> = []

  private init(context: ImportContext) { self.context = context }

  /// Reads the files' texts into a plan.
  ///
  /// - Parameters:
  ///   - texts: By file name; `header.csv` and `episodes.csv` at least.
  ///   - limit: Take the first so many children that have placements; nil for all children.
  ///   - context: The record it adds to.
  /// - Returns: The plan; nothing is kept yet.
  /// - Throws: ``ImportProblem`` when a file cannot be read as a table at all.
  public static func plan(
    _ texts: [String: String],
    limit: Int?,
    context: ImportContext
  ) throws -> ImportPlan {
    var run = SSDA903Import(context: context)
    var tables: [String: SSDA903Table] = [:]
    for file in files {
      guard let text = texts[file.name] else { continue }
      tables[file.name] = try SSDA903Table(text, file: file.name, columns: file.columns)
    }
    run.choose(tables, limit: limit)
    for file in files {
      guard let table = tables[file.name] else { continue }
      for line in table.ragged {
        run.plan.refuse(file.name, row: line, "another number of cells than the header")
      }
      for row in table.rows { run.take(row, of: table.file) }
    }
    return run.finished()
  }

  /// Decides which children are taken: those with a placement first, in the order of the header.
  private mutating func choose(_ tables: [String: SSDA903Table], limit: Int?) {
    guard let limit else { return }
    let placed = Set(
      (tables["episodes.csv"]?.rows ?? []).filter {
        SSDA903Codes.placements[$0.cells["PLACE"] ?? ""] != nil
          && SSDA903Codes.day($0.cells["DECOM"] ?? "") != nil
      }.compactMap(\.child)
    )
    var chosen = 0
    var seen: Set<String> = []
    for number in (tables["header.csv"]?.rows ?? []).compactMap(\.child)
    where seen.insert(number).inserted {
      if chosen < limit, placed.contains(number) { chosen += 1 } else { left.insert(number) }
    }
  }

  private mutating func take(_ row: SSDA903Table.Row, of file: String) {
    guard let number = row.child else {
      return plan.refuse(file, row: row.line, "no child number")
    }
    if left.contains(number) {
      plan.left += 1
      return
    }
    if let problem = file == "header.csv" ? open(number, row) : add(row, of: file, to: number) {
      plan.refuse(file, row: row.line, problem)
    } else {
      plan.read += 1
      plan.kept += 1
    }
  }

  /// A row of `header.csv` opens a child's record; returns what is wrong with it, if anything.
  private mutating func open(_ number: String, _ row: SSDA903Table.Row) -> String? {
    guard taken[number] == nil else { return "the child stands in the file twice" }
    guard context.child(number) == nil else { return "the child is in the record already" }
    guard let birth = SSDA903Codes.day(row.cells["DOB"] ?? "") else {
      return "no date of birth that exists in DOB"
    }
    let child = ChildID(rawValue: context.newID())
    let source = "SSDA903"
    taken[number] = (
      child, context.nextRef(),
      [
        NewEntry(occurredAt: context.now, body: ChildOpened(source: source)),
        describe(.otherNumber, number),
        NewEntry(
          occurredAt: context.now,
          body: ChildDescribed(
            field: .birth,
            value: Known(birth.iso, source: source),
            basis: .notSaid
          )
        ),
      ]
    )
    order.append(number)
    plan.children += 1
    return nil
  }

  private func describe(_ field: ChildField, _ value: String) -> NewEntry {
    NewEntry(
      occurredAt: context.now,
      body: ChildDescribed(field: field, value: Known(value, source: "SSDA903"))
    )
  }

  private mutating func add(
    _ row: SSDA903Table.Row,
    of file: String,
    to number: String
  ) -> String? {
    guard let child = taken[number] else { return "no such child in header.csv" }
    if let dob = row.cells["DOB"], SSDA903Codes.day(dob) == nil {
      return "no date of birth that exists in DOB"
    }
    let made: Result<[NewEntry], SSDA903Refusal>
    switch file {
    case "episodes.csv": made = SSDA903Rows.placement(row, after: child.entries, context.zone)
    case "missing.csv": made = SSDA903Rows.missing(row, context.zone, now: context.now)
    default: made = SSDA903Rows.unaccompanied(row, now: context.now)
    }
    switch made {
    case .failure(let refusal): return refusal.why
    case .success(let entries):
      taken[number]?.entries += entries
      return nil
    }
  }

  private func finished() -> ImportPlan {
    var plan = plan
    plan.acts = order.compactMap { number in
      taken[number].map {
        Act(parts: [
          ActPart(child: $0.child, openingRef: $0.ref, by: Self.by, entries: $0.entries)
        ])
      }
    }
    return plan
  }
}
