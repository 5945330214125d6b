public import Casework
internal import Foundation

/// Notes that are being typed: one sealed file each, padded, under the guardian's own key.
extension OpenRecord {
  /// Days after which a draft is thrown away, visibly.
  public static let draftDays = 7

  /// Seals a draft over its earlier self.
  ///
  /// - Throws: ``VaultError/notSaved(reason:errno:)`` when it is not on disk.
  public func save(_ draft: Draft) throws {
    try turn {
      // Shut out by another program, this one may still put away what was being typed.
      if let readOnly, readOnly != .wayInGone { throw VaultError.readOnly(readOnly) }
      guard let keys = codec.epochs[header.epoch],
        let json = try? JSONEncoder().encode(draft)
      else {
        throw VaultError.unacceptable(reason: "draft")
      }
      let path =
        draftFiles[draft.id] ?? places.drafts + "/" + surroundings.entropy.bytes(16).hex
      do {
        if !disk.isThere(places.drafts) { try disk.makeFolder(places.drafts) }
        try writeUsingSpare(
          path + ".new",
          try DraftFile.seal(Array(json), roots, keys, surroundings)
        )
        try disk.rename(path + ".new", to: path)
        try disk.syncFolder(places.drafts)
      } catch let error as DiskError {
        poison(afterSync: error)
        throw VaultError.notSaved(
          reason: error.isFull ? .full : .write,
          errno: error.code
        )
      }
      draftFiles[draft.id] = path
      keptDrafts[draft.id] = draft
    }
  }

  /// All drafts that were neither kept nor discarded, oldest first.
  public func drafts() -> [Draft] {
    turn {
      keptDrafts.values.sorted { ($0.savedAt, $0.id.rawValue) < ($1.savedAt, $1.id.rawValue) }
    }
  }

  /// Deletes a draft and says so in the record, without its text.
  public func discard(_ id: EntryID) {
    turn {
      // Where nothing more may be written, the draft stays too.
      guard let draft = keptDrafts[id], readOnly == nil else { return }
      dropDraft(id)
      let isEmpty = draft.text.allSatisfy(\.isWhitespace)
      if !isEmpty { noteDiscarded(draft, .discarded) }
    }
  }

  /// Deletes a draft's file; the guardian threw it away, or its entry is in the record.
  ///
  /// - Parameters:
  ///   - id: The draft, which is the identity of its entry.
  ///   - isKept: Its entry is in the record. Where a crash brings such a draft back, the next opening
  ///     deletes it, so nobody who just pressed Enter waits for the folder.
  func dropDraft(_ id: EntryID, isKept: Bool = false) {
    guard let path = draftFiles[id] else { return }
    draftFiles[id] = nil
    keptDrafts[id] = nil
    do {
      try disk.remove(path)
      if !isKept { try disk.syncFolder(places.drafts) }
    } catch {
      poison(afterSync: error)
      notices.append("A draft could not be deleted; it is offered again at the next opening.")
    }
  }

  private func noteDiscarded(_ draft: Draft, _ reason: DraftDiscarded.Reason) {
    let body = DraftDiscarded(
      draft: draft.id,
      form: draft.form,
      savedAt: draft.savedAt,
      reason: reason
    )
    let child = draft.child.flatMap { keyring.child($0)?.state == .live ? $0 : nil }
    do {
      _ = try keep(
        Act(child: child, entries: [NewEntry(occurredAt: surroundings.clock(), body: body)])
      )
    } catch {
      notices.append("A draft was deleted, but the record could not say so.")
    }
  }

  /// Reads the drafts that are there; deletes those whose entry was kept and those that expired.
  func loadDrafts() {
    guard let names = try? disk.names(in: places.drafts) else { return }
    for name in names {
      let path = places.drafts + "/" + name
      if name.hasSuffix(".new") {
        // Never given its name: the draft before it is still there. It may not be removable.
        try? disk.remove(path)
        continue
      }
      guard let bytes = try? disk.read(path),
        let (json, epoch) = DraftFile.open(bytes, roots, codec.epochs),
        let draft = try? JSONDecoder().decode(Draft.self, from: Data(json))
      else {
        notices.append("A draft could not be read; it was left where it is.")
        continue
      }
      draftFiles[draft.id] = path
      keptDrafts[draft.id] = draft
      if let index, (try? index.holds(anyOf: [draft.id])) == true {
        dropDraft(draft.id, isKept: true)
      } else if epoch != header.epoch {
        // Sealed before a new epoch: whoever was shut out by it must not read it any longer.
        do { try save(draft) } catch {
          notices.append("A draft could not be sealed again under the new key.")
        }
      }
    }
    guard index != nil else { return }
    let oldest = surroundings.clock().adding(hours: -24 * OpenRecord.draftDays)
    for draft in drafts() where draft.savedAt < oldest {
      dropDraft(draft.id)
      let day = recordZone.day(of: draft.savedAt).iso
      notices.append("A draft of \(day) was seven days old and was deleted.")
      noteDiscarded(draft, .expired)
    }
  }
}

/// The file of one draft: `"MSD1" ‖ epoch u32 ‖ nonce seed 24 ‖ sealed ‖ tag 16`.
enum DraftFile {
  private static let magic = Array("MSD1".utf8)
  private static let headBytes = 32

  static func seal(
    _ json: [UInt8],
    _ roots: Roots,
    _ keys: EpochKeys,
    _ surroundings: Surroundings
  ) throws(VaultError) -> [UInt8] {
    let padded = Padding.pad(json, to: 4096)
    let own = roots.guardianOnly(keys)
    let hedge = Sealing.derive(own, .nonce, roots.vaultID)
    let seed = Array(Sealing.mac(hedge, surroundings.entropy.bytes(32) + padded)[..<24])
    let keyAndNonce = Sealing.derive(own, .draft, seed, count: 44)
    let head = magic + little(keys.epoch) + seed
    return head + (try Sealing.seal(padded, under: keyAndNonce, with: head + roots.vaultID))
  }

  /// The draft's text and the epoch it was sealed in; nil when it is none of this guardian's.
  static func open(
    _ bytes: [UInt8],
    _ roots: Roots,
    _ epochs: [UInt32: EpochKeys]
  ) -> (json: [UInt8], epoch: UInt32)? {
    guard bytes.count > headBytes + 16, Array(bytes[..<4]) == magic,
      let keys = epochs[bytes.u32(4)]
    else { return nil }
    let keyAndNonce = Sealing.derive(
      roots.guardianOnly(keys),
      .draft,
      Array(bytes[8..<headBytes]),
      count: 44
    )
    return Sealing.open(
      bytes[headBytes...],
      under: keyAndNonce,
      with: bytes[..<headBytes] + roots.vaultID
    ).flatMap { Padding.strip($0) }.map { ($0, keys.epoch) }
  }
}
