internal import Casework
internal import Foundation
internal import TestSupport

@testable import Vault

/// What a guardian does in a made-up record.
extension RandomRecord {
  // MARK: Pieces

  private func moment() -> Moment {
    let minutes = Int.random(in: -500_000...5000, using: &dice)
    let offset = dice.pick([0, 60, 420, -210, 825, -720]) ?? 0
    return Moment(
      milliseconds: Fixture.start.milliseconds + Int64(minutes) * 60_000,
      offsetMinutes: offset
    )
  }

  private func new(_ body: any Entry) -> NewEntry { NewEntry(occurredAt: moment(), body: body) }

  private func contact(_ restricted: Restriction? = nil) -> ContactMade {
    var contact = ContactMade(
      kind: dice.pick(ContactKind.allCases) ?? .visit,
      party: dice.chance(70) ? .child : .about,
      text: RandomTexts.note(&dice)
    )
    if dice.chance(20) { contact.words = [Quote(by: "child", text: RandomTexts.note(&dice))] }
    contact.restricted = restricted
    return contact
  }

  private func sample() throws -> any Entry {
    guard let sample = dice.pick(Samples.all) else { return contact() }
    return try RandomTexts.entry(sample, &dice)
  }

  @discardableResult
  private func keep(_ record: OpenRecord, _ act: Act) throws -> Kept {
    let done = try record.keep(act)
    kept += done.entries.map(\.stamp.id)
    return done
  }

  private func anyChild() -> ChildID { dice.pick(children) ?? ChildID(rawValue: "none") }

  private func someChildren(_ atMost: Int) -> [ChildID] {
    let count = Int.random(in: 1...min(atMost, children.count), using: &dice)
    return Array(children.shuffled(using: &dice).prefix(count))
  }

  // MARK: Steps

  func openChildren(_ record: OpenRecord) throws {
    let most = size == .few ? 3 : 12
    for _ in 0..<Int.random(in: 1...most, using: &dice) where children.count < 20 {
      let child = ChildID(rawValue: record.newID())
      let opened = ChildOpened(
        name: dice.chance(80) ? dice.pick(RandomTexts.names) : nil,
        knownAs: dice.chance(30) ? dice.pick(RandomTexts.names) : nil,
        ownScript: dice.chance(50) ? dice.pick(RandomTexts.names) : nil,
        source: dice.chance(50) ? RandomTexts.note(&dice) : nil
      )
      var entries = [new(opened)]
      if dice.chance(30) { entries.append(new(contact(dice.pick(Restriction.allCases)))) }
      if dice.chance(30) { entries.append(new(contact())) }
      let letters = dice.pick(["K", "ab", "ZZZZ-"]) ?? "K"
      let ref = letters + String(10 + children.count)
      try keep(
        record,
        Act(parts: [ActPart(child: child, openingRef: ref, by: "guardian", entries: entries)])
      )
      children.append(child)
    }
  }

  /// Every stored type in an act of its own, in an order of the dice.
  func everyType(_ record: OpenRecord) throws {
    var acts: [Act] = []
    for sample in Samples.all.shuffled(using: &dice) {
      let body = try RandomTexts.entry(sample, &dice)
      // Of no child this one would be believed.
      let isOfNoChild =
        body.restriction == nil && dice.chance(10) && sample.type != StoreChanged.type
      acts.append(Act(child: isOfNoChild ? nil : anyChild(), entries: [new(body)]))
    }
    kept += try record.keep(batch: acts).entries.map(\.stamp.id)
  }

  func oneNote(_ record: OpenRecord) throws {
    for _ in 0..<Int.random(in: 1...3, using: &dice) {
      let entries = try (0..<Int.random(in: 1...4, using: &dice)).map { _ in new(try sample()) }
      try keep(
        record,
        Act(child: anyChild(), by: dice.pick(["guardian", "ø"]) ?? "", entries: entries)
      )
    }
  }

  func group(_ record: OpenRecord) throws {
    let parts = someChildren(8).map {
      ActPart(child: $0, by: "guardian", entries: [new(contact())])
    }
    try keep(record, Act(parts: parts))
  }

  func restricted(_ record: OpenRecord) throws {
    var entries = [new(contact(dice.pick(Restriction.allCases)))]
    if dice.chance(50) { entries.insert(new(try sample()), at: 0) }
    if dice.chance(30), let of = dice.pick(kept) {
      entries.append(new(Amended(of: of, why: "better", body: contact(.police))))
    }
    try keep(record, Act(child: anyChild(), entries: entries))
  }

  /// Several children, some of whose parts are restricted, and a part of no child.
  func restrictedGroup(_ record: OpenRecord) throws {
    var parts = someChildren(6).map { child in
      ActPart(
        child: child,
        by: "guardian",
        entries: [new(contact(dice.chance(50) ? .health : nil)), new(contact())]
      )
    }
    if dice.chance(30) {
      parts.append(ActPart(child: nil, by: "guardian", entries: [new(Exported(what: "sheet"))]))
    }
    try keep(record, Act(parts: parts))
  }

  /// As long as a frame can hold, or nearly.
  func longNote(_ record: OpenRecord) throws {
    let bytes = Int.random(in: 100_000...1_040_000, using: &dice)
    var body = ContactMade(kind: .visit, party: .child, text: RandomTexts.long(bytes, &dice))
    if dice.chance(30) { body.restricted = .childAsked }
    try keep(record, Act(child: anyChild(), entries: [new(body)]))
  }

  /// One act of as many frames as an act may have, or of many.
  func manyFrames(_ record: OpenRecord) throws {
    let count = dice.chance(50) ? 256 : Int.random(in: 20...255, using: &dice)
    let parts = (0..<count).map { _ in
      ActPart(child: anyChild(), by: "guardian", entries: [new(Located(byWhom: "a driver"))])
    }
    try keep(record, Act(parts: parts))
  }

  /// Names that come later, so that `keys` is written again; some stand there already.
  func moreNames(_ record: OpenRecord) throws {
    for _ in 0..<Int.random(in: 1...3, using: &dice) {
      let name = dice.pick(RandomTexts.names) ?? ""
      let described = ChildDescribed(field: .name, value: Known(name))
      try keep(record, Act(child: anyChild(), entries: [new(described)]))
    }
  }

  func putRight(_ record: OpenRecord) throws {
    for _ in 0..<2 {
      guard let of = dice.pick(kept) else { return }
      let body: any Entry =
        dice.chance(50)
        ? Removed(of: of, why: RandomTexts.note(&dice))
        : Amended(of: of, why: "wrong", body: dice.chance(50) ? contact() : try sample())
      try keep(record, Act(child: anyChild(), entries: [new(body)]))
    }
  }

  func draft(_ record: OpenRecord) throws {
    let age = dice.chance(20) ? -20_000 : 0
    let draft = Draft(
      id: EntryID(rawValue: record.newID()),
      child: dice.chance(50) ? anyChild() : nil,
      form: "quick-entry",
      text: RandomTexts.note(&dice),
      savedAt: Fixture.start.adding(minutes: age)
    )
    try record.save(draft)
    if dice.chance(30) { record.discard(draft.id) }
    if dice.chance(20) {
      try disk.write(places.drafts + "/" + String(repeating: "0", count: 32) + ".new", [1, 2, 3])
    }
  }

  /// Small acts that share syncs; more than one run of frames where it is long.
  func importBatch(_ record: OpenRecord) throws {
    let count = dice.chance(30) ? 300 : Int.random(in: 2...40, using: &dice)
    var acts: [Act] = []
    for number in 0..<count {
      let isNew = dice.chance(5) && children.count < 20
      let child = isNew ? ChildID(rawValue: record.newID()) : anyChild()
      let body: any Entry =
        isNew ? ChildOpened(name: dice.pick(RandomTexts.names)) : Located(byWhom: "row \(number)")
      let part = ActPart(
        child: child,
        openingRef: isNew ? "I-\(10 + children.count)" : nil,
        by: "import notes",
        entries: [new(body)]
      )
      if isNew { children.append(child) }
      acts.append(Act(parts: [part]))
    }
    kept += try record.keep(batch: acts).entries.map(\.stamp.id)
  }

  // MARK: Ways in

  func newPassphrase(_ record: OpenRecord) throws {
    let secret = Array("passphrase \(secrets.count)".utf8)
    let renewing = record.header.epochsLeft > 0 && dice.chance(70)
    try record.changePassphrase(to: secret, renewing: renewing) { _, secret, _ in
      RandomRecord.stretched(secret)
    }
    secrets.append(secret)
  }

  func newRecoveryKey(_ record: OpenRecord) throws {
    let key = RecoveryKey(random: entropy)
    let renewing = record.header.epochsLeft > 0 && dice.chance(70)
    if recovery != nil, dice.chance(20) {
      try record.removeRecoveryKey(renewing: renewing)
      recovery = nil
      return
    }
    try record.replaceRecoveryKey(with: Array(key.characters.utf8), renewing: renewing) {
      _,
      secret,
      _ in RandomRecord.stretched(secret)
    }
    recovery = key
  }

  func newEpoch(_ record: OpenRecord) throws {
    let most = dice.chance(5) ? 17 : 2
    for _ in 0..<Int.random(in: 1...most, using: &dice) where record.header.epochsLeft > 0 {
      try record.rotate()
      if dice.chance(30) { try oneNote(record) }
    }
  }

  func zone(_ record: OpenRecord) throws {
    let zone = dice.pick(["Europe/Berlin", "Africa/Asmara", "nowhere", nil]) ?? nil
    try keep(record, Act(child: nil, entries: [new(SettingsChanged(zone: zone))]))
  }

  func fromLater(_ record: OpenRecord) throws {
    for _ in 0..<Int.random(in: 1...3, using: &dice) {
      let body = RandomTexts.unknown(&dice)
      try keep(record, Act(child: dice.chance(20) ? nil : anyChild(), entries: [new(body)]))
    }
  }
}
