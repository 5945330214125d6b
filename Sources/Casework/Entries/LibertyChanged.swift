/// The child's liberty, or being treated as a child, changed.
public struct LibertyChanged: Entry {
  /// The stored name.
  public static let type = "liberty-changed"

  /// What.
  public var change: LibertyChange
  /// True when it has ended; `released` ends detention and custody.
  public var ended: Bool?
  /// By whom.
  public var byWhom: String?
  /// Where; masked wherever it is shown.
  public var place: String?
  /// More about it.
  public var note: String?

  /// Makes the entry.
  public init(
    change: LibertyChange,
    ended: Bool? = nil,
    byWhom: String? = nil,
    place: String? = nil,
    note: String? = nil
  ) {
    self.change = change
    self.ended = ended
    self.byWhom = byWhom
    self.place = place
    self.note = note
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { ended == true ? "\(change.words): ended" : change.words }

  /// What the timeline shows below the line.
  public var timelineText: String { lines(byWhom, note) }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// Adds the change, and ends what it ends.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    let over = ended == true || change == .released
    if over {
      for index in file.liberty.indices where file.liberty[index].until == nil {
        let before = file.liberty[index].change.body.change
        if before == change || (change == .released && (before == .detained || before == .custody))
        {
          file.liberty[index].until = stamp.occurredAt
        }
      }
    }
    let until = over ? stamp.occurredAt : nil
    file.liberty.append(LibertyFact(change: Dated(self, stamp), until: until))
  }
}

/// A change of liberty, or of being treated as a child.
public enum LibertyChange: String, Codable, Sendable, CaseIterable {
  /// Immigration detention.
  case detained
  /// Police or prison custody.
  case custody
  /// A notice of removal.
  case removalNotice = "removal-notice"
  /// Treated as an adult.
  case treatedAsAdult = "treated-as-adult"
  /// Released.
  case released

  /// As a sentence says it.
  public var words: String {
    switch self {
    case .detained: "detained"
    case .custody: "in custody"
    case .removalNotice: "removal notice"
    case .treatedAsAdult: "treated as an adult"
    case .released: "released"
    }
  }
}
