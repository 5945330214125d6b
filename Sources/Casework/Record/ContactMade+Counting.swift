extension ContactMade {
  /// What counts of it (entries.md, "What counts as contact").
  ///
  /// Anything about a child, an attempt and a letter count for nothing; a call, a text and their
  /// like are never *seen*, whatever else the entry says.
  public func counted(_ stamp: Stamp) -> ContactFact {
    var fact = ContactFact(
      id: stamp.id,
      kind: kind,
      at: stamp.occurredAt,
      party: party,
      seen: false,
      seenAlone: false,
      spokeAlone: false,
      heardFrom: false
    )
    guard party == .child, kind != .attempt, kind != .letter else { return fact }
    if kind.isRemote {
      fact.heardFrom = heardFrom ?? true
      fact.spokeAlone = kind.aloneCounts && alone == true && fact.heardFrom
      return fact
    }
    // Nobody travels alone with a child without seeing the child.
    fact.seen = seen ?? (kind.meansSeen || (kind.aloneCounts && alone == true))
    fact.seenAlone = fact.seen && alone == true
    fact.heardFrom = fact.seen || heardFrom == true
    return fact
  }
}
