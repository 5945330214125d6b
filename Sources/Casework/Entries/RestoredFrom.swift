/// An older copy of the record was accepted as a restored backup: what this computer had seen beyond
/// it is not in the record.
public struct RestoredFrom: Entry {
  /// The stored name.
  public static let type = "restored-from"

  /// The last frame of the copy that was accepted.
  public var seq: UInt64
  /// Its hash, in hexadecimal.
  public var head: String
  /// The last frame this computer had seen.
  public var seenSeq: UInt64
  /// Its hash, in hexadecimal.
  public var seenHead: String

  /// Notes a restored copy.
  public init(seq: UInt64, head: String, seenSeq: UInt64, seenHead: String) {
    self.seq = seq
    self.head = head
    self.seenSeq = seenSeq
    self.seenHead = seenHead
  }
}
