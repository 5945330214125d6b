import Casework
import Vault

/// A record as it was at a moment: what happened afterwards is hidden (`--as-of`).
///
/// When it was recorded is not looked at; children whose record had not begun are left out.
final class RecordAsOf: RecordReader {
  private let record: OpenRecord
  private let moment: Moment

  init(_ record: OpenRecord, moment: Moment) {
    self.record = record
    self.moment = moment
  }

  var zone: Zone { record.zone }
  var state: RecordState { record.state }

  func caseload() -> [CaseFile] { record.caseload().compactMap { caseFile($0.id) } }

  func caseFile(_ child: ChildID) -> CaseFile? {
    guard let file = record.caseFile(child) else { return nil }
    let then = CaseFile.folded(
      id: file.id,
      ref: file.ref,
      entries: record.entries(of: child),
      asOf: moment
    )
    return then.openedAt == nil ? nil : then
  }

  func child(ref: String) -> ChildID? { record.child(ref: ref) }

  func entries(of child: ChildID?) -> [RecordedEntry] {
    record.entries(of: child).filter { $0.stamp.occurredAt <= moment }
  }

  func search(_ query: SearchQuery) -> SearchResult {
    var query = query
    query.asOf = query.asOf.map { min($0, moment) } ?? moment
    return record.search(query)
  }
}
