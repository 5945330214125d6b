/// The child begins to live somewhere.
public struct Placed: Entry {
  /// The stored name.
  public static let type = "placed"

  /// What kind of place, in words: "B&B", "foster carers"; nil when nobody knows.
  public var kind: String?
  /// The place; masked wherever it is shown.
  public var place: String?
  /// Who looks after the child there; masked likewise.
  public var carers: String?
  /// Whether it is suitable for the child's age.
  public var suitable: Known<Bool>?
  /// Why it is not.
  public var whyNot: String?
  /// Why the child went there.
  public var why: PlacementReason?
  /// The code another system gave the kind.
  public var code: String?
  /// Set when it was over already when it was written down (imports).
  public var endsAlready: Moment?

  /// Makes the entry.
  public init(
    kind: String? = nil,
    place: String? = nil,
    carers: String? = nil,
    suitable: Known<Bool>? = nil,
    whyNot: String? = nil,
    why: PlacementReason? = nil,
    code: String? = nil,
    endsAlready: Moment? = nil
  ) {
    self.kind = kind
    self.place = place
    self.carers = carers
    self.suitable = suitable
    self.whyNot = whyNot
    self.why = why
    self.code = code
    self.endsAlready = endsAlready
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "placed: \(kind ?? "kind not known")" }

  /// What the timeline shows below the line.
  public var timelineText: String {
    lines(
      why?.words,
      suitable.map {
        $0.agreed.map { $0 ? "suitable" : "unsuitable" }
          ?? "suitability \($0.state?.words ?? "unknown")"
      },
      whyNot
    )
  }

  /// The words that search finds it by.
  public var searchText: String { lines(kind, place, carers, whyNot) }

  /// Begins a placement, and ends the one before.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    for index in file.placements.indices where file.placements[index].until == nil {
      file.placements[index].until = stamp.occurredAt
    }
    file.placements.append(Placement(begun: Dated(self, stamp), until: endsAlready))
  }
}

/// Why a child went to a place.
public enum PlacementReason: String, Codable, Sendable, CaseIterable {
  /// The first placement.
  case first
  /// A move.
  case move
  /// After having been missing.
  case comeBack = "return"
  /// From custody or detention.
  case release
  /// From one council to another.
  case transfer

  /// As a sentence says it.
  public var words: String {
    switch self {
    case .first: "first placement"
    case .move: "move"
    case .comeBack: "return"
    case .release: "release"
    case .transfer: "transfer"
    }
  }
}
