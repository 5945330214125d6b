internal import Casework
internal import Crypto

/// The rows of `keys`, read without a general decoder: every note of every size reads them all.
///
/// As strict as one: what has to be there has to be a string; members that are not known are left.
struct KeyringRows {
  private static let childNames = [
    "id", "key", "keyID", "names", "ref", "restrictedKeyID", "state",
  ].map { Array($0.utf8) }
  private static let restrictedNames = ["key", "keyID"].map { Array($0.utf8) }

  private let slices: JSONSlices

  /// A part's text, of which ``JSONForm`` says that it is sound.
  init(_ text: [UInt8]) { slices = JSONSlices(text) }

  /// Part A: the children's rows and the zone of the record's days.
  func readers() -> (children: [Keyring.Child], zone: String?)? {
    guard let part = slices.members(slices.all),
      let rows = part["children"].flatMap(slices.elements)
    else { return nil }
    var children: [Keyring.Child] = []
    children.reserveCapacity(rows.count)
    for row in rows {
      guard let child = child(row) else { return nil }
      children.append(child)
    }
    guard let zone = optional(part["zone"]) else { return nil }
    return (children, zone)
  }

  /// Part G: restricted keys by their key ID, in order, and the ways in.
  func guardians() -> (restricted: [(keyID: KeyID, key: SymmetricKey)], ways: [Keyring.Way])? {
    guard let part = slices.members(slices.all),
      let rows = part["restricted"].flatMap(slices.elements),
      let slots = part["slots"].flatMap(slices.elements)
    else { return nil }
    var restricted: [(keyID: KeyID, key: SymmetricKey)] = []
    for row in rows {
      guard let row = slices.members(row, KeyringRows.restrictedNames),
        let key = row[0].flatMap(readKey), let keyID = row[1].flatMap(readKeyID)
      else { return nil }
      restricted.append((keyID, key))
    }
    var ways: [Keyring.Way] = []
    for slot in slots {
      guard let slot = slices.members(slot), let slotID = slot["slotID"].flatMap(slices.string),
        let publicKey = slot["publicKey"].flatMap(slices.string),
        let since = optional(slot["since"])
      else { return nil }
      let moment = since.flatMap { Moment(iso: $0) }
      guard since == nil || moment != nil else { return nil }
      ways.append(Keyring.Way(slotID: slotID, publicKey: publicKey, since: moment))
    }
    return (restricted, ways)
  }

  private func child(_ range: Range<Int>) -> Keyring.Child? {
    guard let row = slices.members(range, KeyringRows.childNames),
      let id = row[0].flatMap(slices.string), let keyID = row[2].flatMap(readKeyID),
      let names = row[3].flatMap(slices.elements), let ref = row[4].flatMap(slices.string),
      let restrictedKeyID = row[5].flatMap(readKeyID),
      let state = row[6].flatMap(slices.string).flatMap(Keyring.Child.State.init)
    else { return nil }
    var childKey: SymmetricKey?
    if let text = row[1], !slices.isNull(text) {
      guard let found = readKey(text) else { return nil }
      childKey = found
    }
    let texts = names.compactMap(slices.string)
    guard texts.count == names.count else { return nil }
    return Keyring.Child(
      id: ChildID(rawValue: id),
      ref: ref,
      keyID: keyID,
      restrictedKeyID: restrictedKeyID,
      key: childKey,
      names: texts,
      state: state
    )
  }

  private func readKeyID(_ range: Range<Int>) -> KeyID? {
    slices.utf8(range).flatMap { KeyID(hex: $0) }
  }

  /// 32 bytes in lower-case hexadecimal; nil for anything else.
  private func readKey(_ range: Range<Int>) -> SymmetricKey? {
    guard var bytes = slices.utf8(range).flatMap({ [UInt8](hex: $0, count: 32) }) else {
      return nil
    }
    defer { bytes.wipe() }
    return SymmetricKey(data: bytes)
  }

  /// A string that may be missing or null; nil when something else stands there.
  private func optional(_ range: Range<Int>?) -> String?? {
    guard let range, !slices.isNull(range) else { return .some(nil) }
    return slices.string(range).map(Optional.some)
  }
}
