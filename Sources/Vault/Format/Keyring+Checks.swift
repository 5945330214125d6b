internal import Casework

extension Keyring {
  /// True when every row has what its state asks for, and no key ID stands for two things.
  ///
  /// A live child without a key would read as an erased one: its entries would be passed over.
  ///
  /// - Parameters:
  ///   - rows: Of the part for all readers.
  ///   - restricted: The key IDs that the guardian's part has keys for.
  /// - Returns: False when the file is not what a writer makes.
  static func areSound(_ rows: [Child], restricted: Set<KeyID>) -> Bool {
    var ids: Set<KeyID> = [.none]
    ids.reserveCapacity(1 + 2 * rows.count)
    var children: Set<ChildID> = []
    return rows.allSatisfy { row in
      guard ids.insert(row.keyID).inserted, ids.insert(row.restrictedKeyID).inserted,
        children.insert(row.id).inserted
      else { return false }
      if row.state == .erased {
        return row.key == nil && !restricted.contains(row.restrictedKeyID)
      }
      return row.key != nil && restricted.contains(row.restrictedKeyID)
    }
  }
}
