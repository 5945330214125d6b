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
  static func areSound(_ rows: [Child], restricted: Set<String>) -> Bool {
    var ids: Set<[UInt8]> = [FrameCodec.noKeyID]
    var children: Set<String> = []
    return rows.allSatisfy { row in
      guard let keyID = [UInt8](hex: row.keyID, count: 16),
        let restrictedKeyID = [UInt8](hex: row.restrictedKeyID, count: 16),
        ids.insert(keyID).inserted, ids.insert(restrictedKeyID).inserted,
        children.insert(row.id.rawValue).inserted
      else { return false }
      if row.state == .erased {
        return row.key == nil && !restricted.contains(row.restrictedKeyID)
      }
      return row.key.flatMap { [UInt8](hex: $0, count: 32) } != nil
        && restricted.contains(row.restrictedKeyID)
    }
  }
}
