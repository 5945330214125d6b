extension CaseFile {
  /// The episode that is open: the child is missing.
  public var openEpisode: Episode? { episodes.last { $0.isOpen } }

  /// Where the child lives now.
  public var placement: Placement? { placements.last { $0.until == nil } }

  /// True while the child is in the guardian's care; a closed child who is still missing counts.
  public var isOnCaseload: Bool { !isYetToBegin && (closure == nil || openEpisode != nil) }

  /// The last contact with the child that counts for anything, up to a moment.
  public func lastContact(by now: Moment) -> Moment? {
    contacts.last { $0.at <= now && $0.heardFrom }?.at
  }

  /// The last contact that counts for a counter, up to a moment.
  public func last(_ counter: Counter, by now: Moment) -> Moment? {
    contacts.last { $0.at <= now && $0.counts(for: counter) }?.at
  }

  /// Flags that no review has closed.
  public var openFlags: [RaisedFlag] { flags.filter { $0.closed == nil } }

  /// What to call the child on a row: known-as, a sensible part of the name, or the ref.
  public var callName: String {
    if let knownAs, !knownAs.isEmpty { return knownAs }
    if let whole = name?.value, let part = Naming.callName(of: whole) { return part }
    return ref
  }

  /// The name in the child's own script, where it differs from what is shown already.
  public var nameBeside: String? {
    let whole = ownScript ?? name?.value
    return whole == callName ? nil : whole
  }

  /// When an appointment was kept: said so, or written down as a contact of its day.
  ///
  /// Meeting the child is kept by seeing the child, not by a call that morning; a meeting about the
  /// child by a contact of its kind.
  public func kept(_ appointment: Appointment, in zone: Zone) -> Moment? {
    if let keptAt = appointment.keptAt { return keptAt }
    let day = appointment.due.day(in: zone)
    let (from, to) = (zone.moment(day), zone.moment(day.adding(days: 1)))
    return contacts.first { contact in
      guard contact.at >= from, contact.at < to else { return false }
      guard appointment.isWithChild else {
        return contact.party == .about && contact.kind == appointment.kind
      }
      return appointment.kind?.isRemote == true ? contact.heardFrom : contact.seen
    }?.at
  }

  /// Every name by which a typed line may find the child.
  public var allNames: [String] {
    [knownAs, name?.value, ownScript].compactMap { $0 } + aliases
  }
}

/// What to call a child of whom only the whole name is known.
public enum Naming {
  // The family name comes first with these; what the child is called is then the last word.
  private static let familyFirst: Set<String> = [
    "nguyễn", "nguyen", "trần", "tran", "lê", "phạm", "pham", "hoàng", "hoang", "huỳnh", "huynh",
    "phan", "vũ", "võ", "đặng", "dang", "bùi", "bui", "đỗ", "hồ", "ngô", "dương", "duong", "lý",
    "đinh", "dinh", "trịnh", "trinh", "đoàn", "doan", "lâm", "mai", "đào", "dao",
  ]
  // These are half a name: "Abdul Rahman" is not called Abdul.
  private static let halves: Set<String> = ["abdul", "abd", "abu", "umm", "um", "nur", "al"]

  /// White space as Unicode has it, without looking up the letters.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680: true
    case 0x2000...0x3000: scalar.properties.isWhitespace
    default: false
    }
  }

  /// The part of a whole name that people say; nil when there is none.
  public static func callName(of whole: String) -> String? {
    // Scalars, not characters: a note that names nobody else must not wait for three hundred names.
    let parts = whole.unicodeScalars.split(whereSeparator: isSpace)
      .map { String(Substring($0)) }
    guard let first = parts.first, let last = parts.last else { return nil }
    let folded = first.lowercased()
    if parts.count > 1, familyFirst.contains(folded) { return last }
    if parts.count > 1, halves.contains(folded) { return parts[0] + " " + parts[1] }
    return first
  }
}
