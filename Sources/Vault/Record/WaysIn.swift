public import Casework

/// The ways into a record, as far as they can be told without a secret.
public struct WaysIn: Sendable, Equatable {
  /// One way in.
  public struct Way: Sendable, Equatable {
    /// When it was made, where the record knows.
    public var since: Moment?
    /// True for the one by which the record is open.
    public var isOwn: Bool
  }

  /// The passphrase.
  public var passphrase: Way?
  /// The recovery key; nil where there is none.
  public var recoveryKey: Way?
  /// Counts the master keys of the record, from 1.
  public var epoch: Int
  /// How many more times the master key can be renewed.
  public var renewalsLeft: Int
  /// One guess costs 2 to the power of this many rounds of scrypt.
  public var logN: Int
}

extension OpenRecord {
  /// The ways in, as the header and the guardian's part of `keys` have them.
  public var waysIn: WaysIn {
    turn {
      func way(_ kind: Slot.Kind) -> WaysIn.Way? {
        (0..<Slot.count).first { header.kind($0) == kind }.map { index in
          let slotID = Slot.slotID(header.slot(index))
          return WaysIn.Way(
            since: keyring.ways[slotID.hex]?.since,
            isOwn: slotID == unlocked.own.slotID
          )
        }
      }
      return WaysIn(
        passphrase: way(.passphrase),
        recoveryKey: way(.recovery),
        epoch: Int(header.epoch),
        renewalsLeft: header.epochsLeft,
        logN: Int(header.stretch?.logN ?? 0)
      )
    }
  }
}
