internal import SwiftCSV

/// One file of the return: its rows by column name, each with its line.
struct SSDA903Table {
  /// A row and where it stands.
  struct Row {
    /// The line in the file, from 1; the header is line 1.
    var line: Int
    /// By column name; a missing cell is absent, an empty one too.
    var cells: [String: String]

    /// The child's number in the source.
    var child: String? { cells["CHILD"] }
  }

  /// The file's name.
  var file: String
  /// In the file's order.
  var rows: [Row]
  /// Lines with another number of cells than the header.
  var ragged: [Int]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - text: CSV with a header; a byte order mark is passed over.
  ///   - file: Its name, for refused rows.
  ///   - columns: The columns it must have.
  /// - Throws: ``ImportProblem`` when it is not such a file.
  init(_ text: String, file: String, columns: [String]) throws {
    let clean = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    let csv: CSV<Enumerated>
    do {
      csv = try CSV<Enumerated>(string: clean, delimiter: .comma, loadColumns: false)
    } catch {
      throw ImportProblem.notATable(file: file)
    }
    let header = csv.header.map { $0.trimmed }
    let lacking = columns.filter { !header.contains($0) }
    guard lacking.isEmpty else {
      throw ImportProblem.columnsMissing(file: file, columns: lacking)
    }
    self.file = file
    rows = []
    ragged = []
    for (index, cells) in csv.rows.enumerated() {
      let line = index + 2
      if cells.allSatisfy({ $0.trimmed.isEmpty }) { continue }
      guard cells.count == header.count else {
        ragged.append(line)
        continue
      }
      let named = zip(header, cells.map { $0.trimmed }).filter { !$0.1.isEmpty }
      rows.append(Row(line: line, cells: Dictionary(named, uniquingKeysWith: { a, _ in a })))
    }
  }
}

/// Why a file cannot be imported at all.
public enum ImportProblem: Error, Sendable, Equatable {
  /// It is not a table of comma-separated values.
  case notATable(file: String)
  /// It lacks columns that the import reads.
  case columnsMissing(file: String, columns: [String])
}

extension String {
  var trimmed: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}
