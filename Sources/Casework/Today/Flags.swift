/// The flags of the caseload: the `flags` document.
public struct Flags: Sendable {
  /// How a flag stands.
  public enum State: String, Sendable, Codable, CaseIterable {
    /// Raised; nothing done yet.
    case open
    /// Something was done.
    case answered
    /// It was to be looked at again by now.
    case reviewPast
    /// Closed, with a reason.
    case closed
  }

  /// One flag.
  public struct Item: Sendable {
    /// The child.
    public var child: ChildID
    /// The child's code.
    public var ref: String
    /// The flag with what followed.
    public var flag: RaisedFlag
    /// How it stands.
    public var state: State
  }

  /// Open ones first, urgent before others, newest first; closed ones last.
  public var items: [Item]

  /// Collects the flags of a caseload.
  ///
  /// - Parameters:
  ///   - caseload: Every case file; closed ones are left out unless the child is missing.
  ///   - now: The moment of the page.
  ///   - zone: The zone of the record's days.
  /// - Returns: Every flag, closed ones too.
  public static func page(caseload: [CaseFile], now: Moment, zone: Zone) -> Flags {
    let today = zone.day(of: now)
    var items = caseload.filter(\.isOnCaseload).flatMap { file in
      file.flags.map { flag in
        Item(child: file.id, ref: file.ref, flag: flag, state: state(flag, today))
      }
    }
    func key(_ item: Item) -> (Int, Int, Int64, String) {
      (
        item.state == .closed ? 1 : 0, item.flag.urgent == true ? 0 : 1,
        -item.flag.raised.at.milliseconds, item.flag.id.rawValue
      )
    }
    items.sort { key($0) < key($1) }
    return Flags(items: items)
  }

  private static func state(_ flag: RaisedFlag, _ today: Day) -> State {
    if flag.closed != nil { return .closed }
    if let day = flag.reviewBy, day < today { return .reviewPast }
    return flag.responses.isEmpty ? .open : .answered
  }
}
