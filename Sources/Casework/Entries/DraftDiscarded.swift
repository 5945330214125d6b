/// A note that was typed and never kept; its text is gone.
public struct DraftDiscarded: Entry {
  /// The stored name.
  public static let type = "draft-discarded"

  /// Why a draft went.
  public enum Reason: String, Codable, Sendable {
    /// The guardian threw it away.
    case discarded
    /// It lay for seven days.
    case expired
  }

  /// The identity the entry would have had.
  public var draft: EntryID
  /// Which form it was typed in.
  public var form: String
  /// When it was last typed at.
  public var savedAt: Moment
  /// Why it went.
  public var reason: Reason

  /// Notes a discarded draft.
  public init(draft: EntryID, form: String, savedAt: Moment, reason: Reason) {
    self.draft = draft
    self.form = form
    self.savedAt = savedAt
    self.reason = reason
  }
}
